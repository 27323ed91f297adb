// How well each pair of municipalities complements each other. Internal to this floor.
#pragma once

#include <vector>

#include "libm150/match/connect.hpp"

namespace m150::inline v0 {

// Needs and knowledge of all municipalities as dense tables, and the score of any pair made from them.
class Complement {
  public:
    // Only `topics` count; none: all. Throws InvalidInput for weights out of range.
    Complement(const Snapshot& now, const ConnectWeights& weights, const std::vector<Id<Topic>>& topics);

    // 0 when the guide knows nothing that the learner needs. Numbers as in Snapshot::graph().
    double score(int learner, int guide) const;
    // The same score with its reasons, and the topics to talk about.
    Connection connection(int learner, int guide) const;
    bool needs_anything(int municipality) const;
    bool knows_anything_for(int learner, int guide) const { return match(learner, guide) > 0; }

  private:
    double match(int learner, int guide) const;  // sum over topics of need times knowledge
    double alike(int a, int b) const;            // 0..1
    double near(int a, int b) const;             // 0, 0.5 or 1
    double contact(int a, int b) const;          // 0..1: freshness of the newest contact
    std::vector<Reason> topic_parts(int learner, int guide, double weight) const;

    const Snapshot now_;
    ConnectWeights weights_;
    std::size_t municipalities_;
    std::vector<int> topics_;
    std::vector<double> needs_;  // municipality by topic
    std::vector<double> knows_;
    std::vector<double> size_;      // log of the inhabitants; NaN when not known
    std::vector<double> contacts_;  // municipality by municipality, symmetric
};

}  // namespace m150::inline v0
