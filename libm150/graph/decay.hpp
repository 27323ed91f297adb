// How evidence fades, and how it saturates.
#pragma once

#include <cmath>

#include "libm150/base/date.hpp"
#include "libm150/graph/expertise.hpp"

namespace m150::inline v0::graph {

// What is left of something of `date`: 1 today, exactly 1/2 after a half-life. Requires date <= today.
inline double decay(Date date, const ExpertiseOptions& options) {
    return std::exp2(-days_between(date, options.today) / options.half_life_days);
}

// From a sum of weights, 0 and up, to a strength, 0 up to 1; one half at 1.
inline double saturate(double sum) {
    return sum / (1.0 + sum);
}

}  // namespace m150::inline v0::graph
