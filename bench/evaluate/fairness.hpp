// What sharing the load does to who is asked, and what it costs.
#pragma once

#include <string>
#include <vector>

#include "bench/evaluate/measures.hpp"
#include "libm150/match/share_load.hpp"

namespace m150::evaluate {

struct FairnessOptions {
    // Plans to compare. The first is what the others are held against.
    struct Plan {
        double fairness = 0.0;
        double least = 0.0;
    };
    std::vector<Plan> plans{{0.0, 0.0}, {0.25, 0.0}, {0.5, 0.0}, {1.0, 0.0}, {1.0, 0.5}};
    int per_question = 3;
    double step = ShareOptions().step;
};

// One plan, without a limit on what anybody may be asked.
struct FairnessFigures {
    FairnessOptions::Plan plan;
    Run run;             // who is asked, by question
    double never = 0.0;  // part of those who may be asked, `candidates`, who never are
    double gini = 0.0;   // of the loads of all of these
    int most = 0;        // the largest load
    double score = 0.0;  // sum of the scores
};

// `queries` are the ids of `questions` in the run. `candidates` counts who is in the network; who scores for
// no question at all carries nothing and counts all the same.
std::vector<FairnessFigures> fairness_figures(const Snapshot& now, const std::vector<AskOptions>& questions,
                                              const std::vector<std::string>& queries, std::size_t candidates,
                                              const FairnessOptions& options = {});

}  // namespace m150::evaluate
