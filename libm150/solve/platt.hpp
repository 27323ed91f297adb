// Log-odds that were said, turned into log-odds that hold.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

struct Said {
    double log_odds = 0.0;  // ln(p / (1 - p)) of the chance that was said
    bool happened = false;
};

// What is said is to be read as log-odds slope * said + constant.
struct PlattScaling {
    double slope = 1.0;  // 0 or more: what was said to be likelier does not become less likely
    double constant = 0.0;
    friend bool operator==(const PlattScaling&, const PlattScaling&) = default;
};

// Platt (Probabilistic outputs for support vector machines, 1999): logistic regression on what was said, by
// Newton's method (as Lin, Lin and Weng, Machine Learning 68, 2007). Instead of Platt's softened labels,
// `trust` / 2 times ((slope - 1)^2 + constant^2) is added to the summed loss, so that little experience
// changes little and there is always one best scaling. Sums run in the given order: the same input, the same
// bits. Throws InvalidInput for log-odds that are not finite and a trust that is not above 0.
M150_EXPORT PlattScaling fit_platt(const std::vector<Said>& said, double trust = 1.0);

// Mean of -ln(chance of what happened) under the scaling; 0 without any.
M150_EXPORT double log_loss(const std::vector<Said>& said, const PlattScaling& scaling = {});

}  // namespace m150::inline v0
