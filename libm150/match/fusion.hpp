// From what was found of each candidate to one score, in shares. Internal to this floor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "libm150/knowledge/ranking_options.hpp"

namespace m150::inline v0 {

// A hit that may be shown.
struct Contender {
    std::string_view id;      // breaks ties, ascending
    double words = 0.0;       // BM25 over the best that the question's words allow: 0..1
    double cosine = 0.0;      // of question and document in the semantic space; below 0 counts as 0
    double given = 0.0;       // the same by a model from outside the library
    std::vector<int> topics;  // numbers, ascending, distinct
    bool accepted = false;    // an answer was accepted
    double age_days = 0.0;    // of the newest thing said; below 0 counts as 0
    std::span<const std::int8_t> vector;  // of the document in the semantic space; empty: not known
};

struct TopicBelief {
    int topic = 0;
    double part = 0.0;
};

struct ShareOf {
    std::size_t which = 0;  // a contender, or a topic's number
    double share = 0.0;
};

// Shares are parts of the score and add up to it; none is negative. The score lies between 0 and 1, but for
// what an accepted or fresh answer adds.
struct Fused {
    std::size_t contender = 0;
    double score = 0.0;
    double words = 0.0;
    double meaning = 0.0;
    double given = 0.0;
    std::vector<ShareOf> neighbours;  // nearest first
    std::vector<ShareOf> topics;      // ascending by topic
    double accepted = 0.0;
    double recent = 0.0;
};

// What the question is about, judged by the contenders that fit best on their own: parts that add up to 1, in
// ascending order of topic; empty when these have no topics. `known` (the topics of a stored question) are
// taken at their word instead.
std::vector<TopicBelief> believed_topics(const std::vector<Contender>& contenders,
                                         const RankingOptions& options, std::span<const int> known = {});

// Best first, ties by id. Of neighbours that are equally near those that come first count.
// docs/decisions/0008-fusion.md says what each part is worth.
std::vector<Fused> fuse(const std::vector<Contender>& contenders, const std::vector<TopicBelief>& about,
                        const RankingOptions& options);

}  // namespace m150::inline v0
