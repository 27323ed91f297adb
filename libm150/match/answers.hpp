// From a search request to ranked answers with their reasons: what ask and similar have in common. Internal
// to this floor.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "libm150/match/ask.hpp"
#include "libm150/match/fusion.hpp"

namespace m150::inline v0 {

// A pair found, and how well it fits.
struct SimilarPair {
    std::string_view question;  // id: of the hits
    double score = 0.0;
    const std::vector<AnswerFact>& answers;  // to it, which the viewer may see: of RankedHits
};

// What was found, in order. `contenders`, and what refers to them, point into `found`.
struct RankedHits {
    SearchRequest request;
    SearchResult found;
    std::vector<Contender> contenders;             // one for each hit, in the same order
    std::vector<std::vector<AnswerFact>> answers;  // to each hit, in the same order: looked up once
    std::vector<TopicBelief> about;
    std::vector<Fused> ranking;  // best first

    RankedHits() = default;
    RankedHits(RankedHits&&) = default;  // the hits stay where they are
    RankedHits& operator=(RankedHits&&) = default;
    std::vector<SimilarPair> pairs() const;  // best first
};

// Searches with the request (its limits are filled in) and ranks what comes. A hit on the question `without`
// is passed over. `topics`: the question's, when they are known.
RankedHits rank_hits(const Snapshot& now, SearchRequest request, const std::vector<int>& topics = {},
                     std::string_view without = {});

// The first `limit`, with reasons and snippets.
std::vector<FoundAnswer> found_answers(const Snapshot& now, const RankedHits& ranked, std::size_t limit);

}  // namespace m150::inline v0
