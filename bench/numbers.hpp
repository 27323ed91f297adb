// Numbers as the tables show them.
#pragma once

#include <cstdio>
#include <string>

#include "bench/evaluate/statistics.hpp"

namespace m150::bench {

inline std::string number(double value, int digits = 4) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

// With + or -, 0 without.
inline std::string signed_number(double value, int digits = 4) {
    const std::string text = number(value, digits);
    return value > 0 ? "+" + text : value < 0 ? text : number(0.0, digits);
}

inline std::string with_interval(double value, const evaluate::Interval& interval) {
    return number(value) + " [" + number(interval.low, 3) + ", " + number(interval.high, 3) + "]";
}

inline std::string signed_with_interval(double value, const evaluate::Interval& interval) {
    return signed_number(value) + " [" + signed_number(interval.low) + ", " + signed_number(interval.high) +
           "]";
}

}  // namespace m150::bench
