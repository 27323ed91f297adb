// One made-up network, and everything that is measured on it. Internal to the instrument.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bench/evaluate/fairness.hpp"
#include "bench/evaluate/synthetic_connections.hpp"
#include "bench/evaluate/test_set.hpp"

namespace m150::evaluate {

inline constexpr const char* the_library = "m150";  // as a system; always the first

using Runs = std::vector<std::pair<std::string, Run>>;  // by system

class SyntheticCase {
  public:
    // `name` tells its queries from those of other networks, and is their need.
    SyntheticCase(SyntheticNetwork network, std::string name);

    // The held-out questions, and who truly knows, other than the asker: 2 well, 1 something. A question that
    // nobody knows well is none.
    void add_queries(TestSet& set) const;
    Runs route() const;
    // Spearman's correlation of what is believed with the truth, by system.
    std::vector<std::pair<std::string, double>> expertise() const;
    std::vector<std::pair<std::string, ConnectionFigures>> connections() const;
    std::vector<FairnessFigures> fairness(const FairnessOptions& options) const;
    // Part of those who know a topic of the questions well whom `run` never names.
    double never_experts(const Run& run) const;

  private:
    SyntheticNetwork network_;
    std::string name_;
    Snapshot now_;
    std::vector<std::string> ids_;  // of the held-out questions
    std::vector<AskOptions> asks_;
};

}  // namespace m150::evaluate
