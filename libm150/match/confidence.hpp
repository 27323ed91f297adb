// How sure it is that an existing answer helps. Internal to this floor.
#pragma once

#include <cstddef>

#include "libm150/match/answers.hpp"

namespace m150::inline v0 {

struct ConfidenceFeatures {
    double similarity = 0.0;  // score of the best pair
    double lead = 0.0;        // of the best pair over the mean of those at 10 to 20, relative to the best
    double known = 0.0;       // part of the question's words that occur anywhere
    double topic = 0.0;       // how likely the question's likeliest topic is
};

ConfidenceFeatures confidence_features(const RankedHits& ranked);

// Logistic of the features; 0 when nothing was found.
double confidence(const RankedHits& ranked, const ConfidenceOptions& options);

}  // namespace m150::inline v0
