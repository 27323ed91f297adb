// A question as it was put: checked, understood and searched for. Internal to this floor.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libm150/match/answers.hpp"
#include "libm150/match/knower_features.hpp"

namespace m150::inline v0 {

struct Asked {
    std::vector<Reason> notices;  // with share 0
    Query understood;             // empty: nothing could be searched for, and the rest is as it was made
    int asker = -1;               // number of the municipality that asks
    std::vector<int> allowed;     // municipalities that may be recommended, as numbers, ascending
    std::vector<int> left_alone;  // when nobody may, since all of them asked for that: those, ascending
    RankedHits ranked;
    std::vector<SimilarPair> pairs;   // what was found, best first
    std::vector<TopicWeight> topics;  // what the question is about

    // Refers to this.
    KnowerQuestion question() const { return {pairs, topics, asker, allowed}; }
};

// Throws what ask() throws.
Asked look_up(const Snapshot& now, const AskOptions& options);

class KnowerRanking;

// What to make of it: `confidence` that an existing answer helps, `ranking` of asked.question(), of which the
// first `limit` are named. When all asked to be left alone the verdict is on what they would know, and their
// notice becomes "all-left-alone" if that is nothing.
Verdict judge(const Snapshot& now, Asked& asked, double confidence, const KnowerRanking& ranking,
              std::size_t limit);

}  // namespace m150::inline v0
