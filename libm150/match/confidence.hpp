// How sure it is that an existing answer helps. Internal to this floor.
#pragma once

#include <cstddef>

#include "libm150/knowledge/ranking_options.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0 {

// Hits that are looked at.
inline constexpr std::size_t confidence_hits = 20;

struct ConfidenceFeatures {
    double similarity = 0.0;  // of the best hit: score over best possible
    double lead = 0.0;        // of the best hit over the mean of the hits at 10 to 20, relative to the best
    double known = 0.0;       // part of the question's words that occur anywhere
};

ConfidenceFeatures confidence_features(const Query& query, const SearchResult& found);

// Logistic of the features; 0 when nothing was found.
double confidence(const Query& query, const SearchResult& found, const ConfidenceOptions& options);

}  // namespace m150::inline v0
