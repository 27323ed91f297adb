#include "libm150/match/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace m150::inline v0 {

ConfidenceFeatures confidence_features(const Query& query, const SearchResult& found) {
    ConfidenceFeatures features;
    if (found.hits.empty() || found.best_possible <= 0) return features;
    const Hit& best = found.hits.front();
    features.similarity = best.score / found.best_possible;
    double later = 0.0;
    std::size_t counted = 0;
    for (std::size_t i = 10; i < std::min(confidence_hits, found.hits.size()); ++i, ++counted)
        later += found.hits[i].score;
    features.lead = 1.0 - (counted > 0 ? later / static_cast<double>(counted) / best.score : 0.0);
    double words = 0.0;
    double known = 0.0;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (query.terms[i].kind != QueryTerm::Kind::word) continue;
        words += 1.0;
        if (found.term_weights[i] > 0) known += 1.0;
    }
    features.known = words > 0 ? known / words : 0.0;
    return features;
}

double confidence(const Query& query, const SearchResult& found, const ConfidenceOptions& options) {
    if (found.hits.empty()) return 0.0;
    const ConfidenceFeatures features = confidence_features(query, found);
    const double score = options.constant + options.similarity * features.similarity +
                         options.lead * features.lead + options.known * features.known;
    return 1.0 / (1.0 + std::exp(-score));
}

}  // namespace m150::inline v0
