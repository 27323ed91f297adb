#include "libm150/match/confidence.hpp"

#include <algorithm>

#include "libm150/solve/logistic.hpp"

namespace m150::inline v0 {

ConfidenceFeatures confidence_features(const RankedHits& ranked) {
    ConfidenceFeatures features;
    if (ranked.ranking.empty() || !(ranked.ranking.front().score > 0.0)) return features;
    const double best = ranked.ranking.front().score;
    features.similarity = best;
    double later = 0.0;
    std::size_t counted = 0;
    for (std::size_t i = 10; i < std::min<std::size_t>(20, ranked.ranking.size()); ++i, ++counted)
        later += ranked.ranking[i].score;
    features.lead = 1.0 - (counted > 0 ? later / static_cast<double>(counted) / best : 0.0);
    const Query& query = ranked.request.query;
    double words = 0.0;
    double known = 0.0;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (query.terms[i].kind != QueryTerm::Kind::word) continue;
        words += 1.0;
        if (ranked.found.term_weights[i] > 0) known += 1.0;
    }
    features.known = words > 0 ? known / words : 0.0;
    for (const TopicBelief& belief : ranked.about)
        features.topic = std::max(features.topic, belief.part);
    return features;
}

Verdict verdict_of(double confidence, double knows, const VerdictOptions& options) noexcept {
    if (confidence >= options.likely) return Verdict::likely;
    if (confidence >= options.perhaps) return Verdict::perhaps;
    return knows >= options.knows ? Verdict::somebody : Verdict::nobody;
}

std::string explain(Verdict verdict, TextLanguage language) {
    const bool dutch = language == TextLanguage::nl;
    switch (verdict) {
        case Verdict::likely:
            return dutch ? "er is waarschijnlijk al een antwoord" : "there probably is an answer";
        case Verdict::perhaps:
            return dutch ? "misschien is er al een antwoord" : "there may be an answer";
        case Verdict::somebody:
            return dutch ? "er is waarschijnlijk nog geen antwoord, wel een gemeente die het weet"
                         : "there probably is no answer yet, but a municipality that knows";
        case Verdict::nobody:
            break;
    }
    return dutch ? "waarschijnlijk weet nog niemand dit" : "probably nobody knows this yet";
}

double confidence(const RankedHits& ranked, const ConfidenceOptions& options) {
    if (ranked.ranking.empty()) return 0.0;
    const ConfidenceFeatures features = confidence_features(ranked);
    const double score = options.constant + options.similarity * features.similarity +
                         options.lead * features.lead + options.known * features.known +
                         options.topic * features.topic;
    return logistic(score);
}

}  // namespace m150::inline v0
