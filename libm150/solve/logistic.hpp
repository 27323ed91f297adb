// The logistic function and its loss. Internal to the library.
#pragma once

#include <cmath>

namespace m150::inline v0 {

// The chance whose log-odds these are, without overflow.
inline double logistic(double log_odds) {
    if (log_odds >= 0) return 1.0 / (1.0 + std::exp(-log_odds));
    const double odds = std::exp(log_odds);
    return odds / (1.0 + odds);
}

// log(1 + exp(-margin)), without overflow: the loss of log-odds `margin` for what happened.
inline double logistic_loss(double margin) {
    return margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
}

}  // namespace m150::inline v0
