// How well each pair of municipalities complements each other. Internal to this floor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libm150/match/connect.hpp"

namespace m150::inline v0 {

class Inputs;

// What connect() and connect_all() have in common; each field as there.
struct ComplementOptions {
    ConnectWeights weights = {};
    std::vector<Id<Topic>> topics = {};
    std::optional<Id<Network>> network = {};
    std::vector<Id<Network>> guide_networks = {};
    double knows_from = 0.5;
    std::optional<Date> unconnected_since = {};
};

// Adds what is wrong with the options to `inputs`; their weights are checked by Complement.
void check(Inputs& inputs, const ComplementOptions& options);

// Needs and knowledge of all municipalities as dense tables, and the score of any pair made from them.
// Numbers as in Snapshot::graph().
class Complement {
  public:
    // Throws InvalidInput for weights out of range.
    Complement(const Snapshot& now, const ComplementOptions& options);

    const std::vector<int>& learners() const { return members_; }  // ascending
    const std::vector<int>& guides() const { return guides_; }     // ascending: the learners, and outsiders

    // 0 when the guide knows nothing that the learner needs, or when the two are not to be connected again.
    double score(int learner, int guide) const;
    // The same score with its reasons, and the topics to talk about.
    Connection connection(int learner, int guide) const;
    // The topic of the largest share of what the learner needs and this guide knows (the smallest number of
    // equal ones). Requires a positive score.
    int leading_topic(int learner, int guide) const;
    // What the second guide of a learner on the same leading topic is worth less.
    double repeat_loss(int learner, int topic) const;

    bool is_outsider(int guide) const { return outside_[static_cast<std::size_t>(guide)] != 0; }
    // Why no outsider guides any of these learners: "none" when there are none, "not-needed" when nothing
    // that one of them needs is open to them, else "no-use".
    std::string why_no_outsider(const std::vector<int>& learners) const;
    // Why nobody guides the learner, or nobody more: "no-demand", "nobody-knows", "paused",
    // "already-connected", "no-weight", or "guides-full" when somebody could.
    std::string why_short(int learner) const;

  private:
    void place_outsiders(const ComplementOptions& options);
    void gather_contacts(const ComplementOptions& options);
    void met(int a, int b, double fresh, bool in_group, bool too_late);

    double match(int learner, int guide) const;  // sum over topics of need times knowledge
    // What counts of the same the other way round; `matched` is match(learner, guide).
    double reverse(int learner, int guide, double matched) const;
    // 0..1: in size and urbanity. Where they lie counts in near(). Another measure than find_most_alike() of
    // the floor below, which looks for whom to guess by and counts the province, too.
    double likeness(int a, int b) const;
    double near(int a, int b) const;  // 0, 0.5 or 1
    bool open_to(int learner, int guide, std::size_t topic) const;
    std::vector<Reason> topic_parts(int learner, int guide, double weight) const;
    Reason across(int learner, int guide) const;

    std::size_t at(int municipality, std::size_t topic) const {
        return static_cast<std::size_t>(municipality) * topics_.size() + topic;
    }
    std::size_t between(int a, int b) const {
        return static_cast<std::size_t>(a) * municipalities_ + static_cast<std::size_t>(b);
    }

    const Snapshot now_;
    ConnectWeights weights_;
    std::optional<Id<Network>> network_;
    std::size_t municipalities_;
    std::vector<int> topics_;
    std::vector<int> members_, guides_;
    std::vector<char> outside_;    // municipality: guides, and is no member
    std::vector<char> open_;       // learner by topic: nobody within its network knows it
    std::vector<double> needs_;    // municipality by topic
    std::vector<double> knows_;    // 0 where it asked not to be recommended
    std::vector<double> size_;     // log of the inhabitants; NaN when not known
    std::vector<double> fresh_;    // municipality by municipality, symmetric: of what they share, 0..1
    std::vector<char> in_group_;   // the freshest was a working group
    std::vector<char> connected_;  // since unconnected_since
};

}  // namespace m150::inline v0
