#include "libm150/match/who_knows.hpp"

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/knowers.hpp"

namespace m150::inline v0 {

std::vector<Knower> who_knows(const Snapshot& now, const AskOptions& options) {
    const Asked asked = look_up(now, options);
    if (asked.understood.empty()) return {};
    const double sure = confidence(asked.ranked, now.options().confidence);
    return KnowerRanking(now, asked.question(), sure).first(options.limit);
}

std::vector<KnowerFeatures> knower_features(const Snapshot& now, const AskOptions& options) {
    const Asked asked = look_up(now, options);
    if (asked.understood.empty()) return {};
    std::vector<KnowerFeatures> features;
    for (const KnowerCandidate& candidate : find_candidates(now, asked.question()).list)
        features.push_back({now.municipality(candidate.municipality).id, candidate.values});
    return features;
}

}  // namespace m150::inline v0
