// Who knows: from the hits of a search and the expertise graph to municipalities. Internal to this floor.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/match/ask.hpp"

namespace m150::inline v0 {

// How the three ways of knowing are added. Defaults chosen by hand; docs/expertise.md says how they do.
struct KnowerWeights {
    double votes = 1.0;    // answers given to similar questions
    double topics = 0.35;  // evidence of expertise on the question's topics
    double network =
        0.10;  // closeness to the topics in the graph (personalised PageRank, relative to the closest)
    double accepted = 1.5;  // an accepted answer's vote, relative to one that is not
    double next_vote =
        0.5;  // of the second best vote, relative to the best; of the third, relative to the second; ...
};

// The topics of the question: those it names, and those of the pairs found for it, weighted by how similar
// they are. The weights add up to 1, or there are none.
std::vector<TopicWeight> topics_of(const Snapshot& now, const Query& query, const SearchResult& found);

// Municipalities with a positive score, best first, ties by id; at most `limit`. `sure` (0..1) scales what
// rests on topics alone: a question unlike anything known says little about its topics. `only`: numbers of
// the municipalities allowed, ascending.
std::vector<Knower> find_knowers(const Snapshot& now, const SearchResult& found,
                                 const std::vector<TopicWeight>& topics, double sure,
                                 const std::optional<Id<Municipality>>& asked_by,
                                 const std::vector<int>& only, std::size_t limit,
                                 const KnowerWeights& weights = {});

}  // namespace m150::inline v0
