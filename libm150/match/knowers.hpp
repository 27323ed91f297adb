// Who knows: from what was found of each municipality to a ranking with its reasons. Internal to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/match/knower_features.hpp"

namespace m150::inline v0 {

// The topics of a question whose topics are not known: those it names, and those of the `pairs` found for it,
// best first, weighted by how similar they are. The weights add up to 1, or there are none.
std::vector<TopicWeight> topics_of(const Snapshot& now, const Query& query,
                                   const std::vector<SimilarPair>& pairs);
// The same of one whose topics are known: each counts alike.
std::vector<TopicWeight> topics_of(const std::vector<int>& known);

// Municipalities with a positive score, best first, ties by id; at most `limit`. `sure` (0..1) scales the
// scores: of a question unlike anything known less can be said. Weights are those of now.options().
std::vector<Knower> find_knowers(const Snapshot& now, const KnowerQuestion& question, double sure,
                                 std::size_t limit);

// How sure it is that a candidate knows, 0..1: a logistic function (ConfidenceOptions) of what there is to
// know it by and of its score.
double knows(const KnowledgeBaseOptions& options, const KnowerCandidates& found,
             const KnowerCandidate& candidate, double sure);

}  // namespace m150::inline v0
