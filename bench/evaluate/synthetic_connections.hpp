// Whom to connect, judged by hidden contacts and by the truth. Internal to the instrument.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bench/evaluate/synthetic_network.hpp"

namespace m150::evaluate {

// scores[learner][guide]
using PairScores = std::vector<std::vector<double>>;

struct ConnectionFigures {
    double auc = 0.5;              // hidden contacts above pairs that never met
    double precision = 0.0;        // P@10 of the guides of each learner with a hidden contact
    double complementarity = 0.0;  // need met by the first five guides, over that of the best five
    double novel = 0.0;            // part of the first five without a contact yet
    double far = 0.0;              // part without a contact in common either
};

// connect() for each municipality; pairs that it does not name have 0.
PairScores library_scores(const Snapshot& now, const ConnectWeights& weights);
// By name: popularity (contacts that sought the guide's help and answers it gave), common neighbours,
// Adamic-Adar (of the visible contacts), alike (province, size and urbanity), self-reports (what the learner
// says it needs times what the guide says it offers).
std::vector<std::pair<std::string, PairScores>> baseline_scores(const SyntheticNetwork& network,
                                                                const Snapshot& now);

// Pairs that met already, in either direction, are in none of auc and precision. `propose_known`: a
// recommender that decides by itself whether to propose somebody known; else these are passed over.
ConnectionFigures judge_connections(const SyntheticNetwork& network, const PairScores& scores,
                                    bool propose_known);

}  // namespace m150::evaluate
