// Who knows: from the hits of a search and the expertise graph to municipalities. Internal to this floor.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/match/answers.hpp"

namespace m150::inline v0 {

// `pairs` below: what was found, best first.

// The topics of the question: those it names, and those of the pairs found for it, weighted by how similar
// they are. The weights add up to 1, or there are none.
std::vector<TopicWeight> topics_of(const Snapshot& now, const Query& query,
                                   const std::vector<SimilarPair>& pairs);

// Municipalities with a positive score, best first, ties by id; at most `limit`. `sure` (0..1) scales what
// rests on topics alone: a question unlike anything known says little about its topics. `only`: numbers of
// the municipalities allowed, ascending. Weights are those of now.options().
std::vector<Knower> find_knowers(const Snapshot& now, const std::vector<SimilarPair>& pairs,
                                 const std::vector<TopicWeight>& topics, double sure,
                                 const std::optional<Id<Municipality>>& asked_by,
                                 const std::vector<int>& only, std::size_t limit);

}  // namespace m150::inline v0
