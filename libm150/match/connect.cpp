#include "libm150/match/connect.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "libm150/match/complement.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

namespace {

constexpr double most_capacity = 100;

template <class Options>
ComplementOptions complement_options(const Snapshot& now, const Options& options) {
    return {options.weights.value_or(now.options().connect),
            {},
            options.network,
            options.guide_networks,
            options.knows_from,
            options.unconnected_since};
}

// How the two hang together now, as far as the graph knows: told, not counted.
void add_path(const Snapshot& now, Connection& connection) {
    const auto paths =
        now.graph().strongest_paths(now.number_of(connection.learner), now.number_of(connection.guide), 1);
    if (paths.empty()) return;
    Reason reason{"path", 0.0, {{"municipality", connection.learner.str()}}, {}};
    for (const PathStep& step : paths.front().steps) {
        reason.values.emplace_back(
            step.is_topic ? "topic" : "municipality",
            step.is_topic ? now.topic(step.node).id.str() : now.municipality(step.node).id.str());
    }
    connection.reasons.push_back(std::move(reason));
}

// What a connection loses when `before` better ones of the same learner are mainly about the same topic.
void take_off_repeats(const Snapshot& now, Connection& connection, int topic, int before, double loss) {
    if (before == 0 || loss <= 0) return;
    connection.reasons.push_back({"repeat",
                                  -loss * before,
                                  {{"topic", now.topic(topic).id.str()}, {"count", std::to_string(before)}},
                                  {}});
    connection.score = total_of(connection.reasons);
}

// Nobody of `guides` may be asked anything.
bool all_paused(const Snapshot& now, const std::vector<int>& guides) {
    return !guides.empty() &&
           std::all_of(guides.begin(), guides.end(), [&](int guide) { return now.is_paused(guide); });
}

Reason why_none(const Snapshot& now, const Complement& complement, int learner,
                const ConnectOptions& options) {
    const std::string why = complement.why_short(learner);
    if (why == "paused") return {"all-paused", 0.0, {}, {}};
    Reason reason{"learner-" + why, 0.0, {{"learner", now.municipality(learner).id.str()}}, {}};
    if (why == "already-connected") reason.values.emplace_back("date", options.unconnected_since->str());
    return reason;
}

// Said when guides from outside were asked for, and none of the guides is one.
template <class Options>
void say_no_outsider(const Complement& complement, const std::vector<int>& learners,
                     const std::vector<int>& guides, const Options& options, std::vector<Reason>& notices) {
    const bool crossed =
        std::any_of(guides.begin(), guides.end(), [&](int guide) { return complement.is_outsider(guide); });
    if (options.guide_networks.empty() || crossed) return;
    notices.push_back({"outsiders-" + complement.why_no_outsider(learners),
                       0.0,
                       {{"network", options.network->str()}, {"least", to_text(options.knows_from)}},
                       {}});
}

// One place for each guide that is of use to a learner.
struct Ranked {
    double score = 0.0;
    int guide = 0;
    int topic = 0;
    int before = 0;  // better ones on the same topic
};

}  // namespace

// Within a topic what the k-th guide adds falls with k, so that the best `limit` of all are the best set: its
// guides on a topic are always the first of that topic.
Connections connect(const Snapshot& now, const ConnectOptions& options) {
    Inputs inputs(now, "connect");
    inputs.in_range("limit", static_cast<double>(options.limit), 1, 1000);
    ComplementOptions pairs = complement_options(now, options);
    pairs.topics = options.topics;
    check(inputs, pairs);
    inputs.throw_if_any();
    Connections result;
    const int learner = now.number_of(resolve_saying(now, options.municipality, result.notices));
    const std::vector<Reason> merged = result.notices;
    // A municipality outside the network may ask its members, too.
    const Complement complement(now, pairs);

    std::vector<Ranked> ranked;
    for (const int guide : complement.guides()) {
        if (const double score = complement.score(learner, guide); score > 0)
            ranked.push_back({score, guide, complement.leading_topic(learner, guide), 0});
    }
    const auto best_first = [](const Ranked& a, const Ranked& b) { return a.score > b.score; };
    std::stable_sort(ranked.begin(), ranked.end(), best_first);
    std::map<int, int> on_topic;
    for (Ranked& one : ranked) {
        one.before = on_topic[one.topic]++;
        one.score -= one.before * complement.repeat_loss(learner, one.topic);
    }
    std::erase_if(ranked, [](const Ranked& one) { return one.score <= 0; });
    std::stable_sort(ranked.begin(), ranked.end(), best_first);
    if (ranked.size() > options.limit) ranked.resize(options.limit);
    for (const Ranked& one : ranked) {
        Connection& connection = result.connections.emplace_back(complement.connection(learner, one.guide));
        take_off_repeats(now, connection, one.topic, one.before, complement.repeat_loss(learner, one.topic));
        add_path(now, connection);
        connection.reasons.insert(connection.reasons.end(), merged.begin(), merged.end());
    }
    if (result.empty()) result.notices.push_back(why_none(now, complement, learner, options));
    std::vector<int> guides;
    for (const Ranked& one : ranked)
        guides.push_back(one.guide);
    say_no_outsider(complement, {learner}, guides, options, result.notices);
    return result;
}

namespace {

// The capacities of one side: `usual`, or what `given` says instead.
class Capacities {
  public:
    Capacities(const Snapshot& now, const std::vector<int>& side, int usual) : now_(now), side_(side) {
        capacities_.assign(side.size(), {0, usual});
    }

    void set(Inputs& inputs, const std::string& field, const std::map<Id<Municipality>, int>& given,
             std::vector<Reason>& notices) {
        std::map<int, Id<Municipality>> seen;
        for (const auto& [id, capacity] : given) {
            const std::string name = field + "[" + id.str() + "]";
            inputs.in_range(name, capacity, 0, most_capacity);
            const int number = now_.number_of(resolve_saying(now_, id, notices));
            const auto at = std::lower_bound(side_.begin(), side_.end(), number);
            const bool belongs = at != side_.end() && *at == number;
            inputs.require(belongs, name, "has no such part in the plan", "a member of the networks given",
                           "leave it out");
            const auto [other, first] = seen.emplace(number, id);
            inputs.require(first, name, "stands for the same municipality as " + other->second.str(),
                           "each municipality once", "leave one of the two out");
            if (belongs) capacities_[static_cast<std::size_t>(at - side_.begin())].at_most = capacity;
        }
    }

    const std::vector<Bounds>& bounds() const { return capacities_; }
    bool none() const {
        return std::all_of(capacities_.begin(), capacities_.end(), [](Bounds b) { return b.at_most == 0; });
    }

  private:
    const Snapshot& now_;
    const std::vector<int>& side_;
    std::vector<Bounds> capacities_;
};

// The pairs of learners and guides; those of a learner that are mainly about one topic are a group.
AssignmentProblem make_problem(const Complement& complement, const Capacities& learners,
                               const Capacities& guides) {
    AssignmentProblem problem;
    problem.left = learners.bounds();
    problem.right = guides.bounds();
    for (std::size_t i = 0; i < problem.left.size(); ++i) {
        const int learner = complement.learners()[i];
        std::map<int, int> group_of;
        for (std::size_t j = 0; j < problem.right.size(); ++j) {
            const int guide = complement.guides()[j];
            const double score = complement.score(learner, guide);
            if (score <= 0 || problem.left[i].at_most == 0 || problem.right[j].at_most == 0) continue;
            const int topic = complement.leading_topic(learner, guide);
            const double loss = complement.repeat_loss(learner, topic);
            int group = -1;
            if (loss > 0 && problem.left[i].at_most > 1) {
                const auto [known, first] = group_of.emplace(topic, static_cast<int>(problem.groups.size()));
                group = known->second;
                if (first) {
                    RepeatGroup& made = problem.groups.emplace_back();
                    made.left = static_cast<int>(i);
                    for (int before = 0; before < problem.left[i].at_most; ++before)
                        made.losses.push_back(before * loss);
                }
            }
            problem.candidates.push_back({static_cast<int>(i), static_cast<int>(j), score, group});
        }
    }
    return problem;
}

// Within a learner's topic the best connection loses nothing, the next once, and so on.
void take_off_repeats(const Snapshot& now, const Complement& complement, std::vector<Connection>& plan) {
    std::map<std::pair<int, int>, int> on_topic;
    for (Connection& connection : plan) {
        const int learner = now.number_of(connection.learner);
        const int topic = complement.leading_topic(learner, now.number_of(connection.guide));
        take_off_repeats(now, connection, topic, on_topic[{learner, topic}]++,
                         complement.repeat_loss(learner, topic));
    }
}

// Of each learner, whether a guide with a place left would be of use to it, were it not for those it has.
std::vector<bool> places_left(const AssignmentProblem& problem, const Assignment& assignment) {
    std::vector<int> free;
    for (const Bounds& bounds : problem.right)
        free.push_back(bounds.at_most);
    std::vector<bool> chosen(problem.candidates.size()), left(problem.left.size());
    for (const std::size_t c : assignment.chosen) {
        chosen[c] = true;
        --free[static_cast<std::size_t>(problem.candidates[c].right)];
    }
    for (std::size_t c = 0; c < chosen.size(); ++c) {
        const Candidate& candidate = problem.candidates[c];
        if (!chosen[c] && free[static_cast<std::size_t>(candidate.right)] > 0)
            left[static_cast<std::size_t>(candidate.left)] = true;
    }
    return left;
}

}  // namespace

ConnectionPlan connect_all(const Snapshot& now, const ConnectAllOptions& options) {
    Inputs inputs(now, "connect_all");
    inputs.in_range("per_municipality", options.per_municipality, 0, most_capacity);
    inputs.in_range("per_guide", options.per_guide, 0, most_capacity);
    const ComplementOptions pairs = complement_options(now, options);
    check(inputs, pairs);
    inputs.throw_if_any();
    const Complement complement(now, pairs);
    ConnectionPlan plan;
    Capacities learners(now, complement.learners(), options.per_municipality);
    Capacities guides(now, complement.guides(), options.per_guide);
    learners.set(inputs, "per_municipality_of", options.per_municipality_of, plan.notices);
    guides.set(inputs, "per_guide_of", options.per_guide_of, plan.notices);
    inputs.throw_if_any();
    if (all_paused(now, complement.guides())) plan.notices.push_back({"all-paused", 0.0, {}, {}});
    if (learners.none()) plan.notices.push_back({"no-learner-places", 0.0, {}, {}});
    if (guides.none()) plan.notices.push_back({"no-guide-places", 0.0, {}, {}});

    const AssignmentProblem problem = make_problem(complement, learners, guides);
    const Assignment assignment = solve_assignment(problem);
    std::vector<int> missing;
    for (const Bounds& bounds : problem.left)
        missing.push_back(bounds.at_most);
    for (const std::size_t chosen : assignment.chosen) {
        const auto i = static_cast<std::size_t>(problem.candidates[chosen].left);
        const auto j = static_cast<std::size_t>(problem.candidates[chosen].right);
        --missing[i];
        plan.connections.push_back(complement.connection(complement.learners()[i], complement.guides()[j]));
    }
    const auto by_learner = [](const Connection& a, const Connection& b) {
        return a.learner != b.learner ? a.learner < b.learner : a.score > b.score;
    };
    std::stable_sort(plan.connections.begin(), plan.connections.end(), by_learner);
    take_off_repeats(now, complement, plan.connections);
    std::stable_sort(plan.connections.begin(), plan.connections.end(), by_learner);
    for (const Connection& connection : plan.connections)
        plan.objective += connection.score;
    plan.upper_bound = std::max(assignment.upper_bound, plan.objective);
    plan.gap = plan.objective > 0 ? (plan.upper_bound - plan.objective) / plan.objective : 0.0;
    plan.proved = plan.gap <= 1e-9;

    std::vector<int> chosen_guides;
    for (const std::size_t chosen : assignment.chosen)
        chosen_guides.push_back(
            complement.guides()[static_cast<std::size_t>(problem.candidates[chosen].right)]);
    say_no_outsider(complement, complement.learners(), chosen_guides, options, plan.notices);
    const std::vector<bool> left = places_left(problem, assignment);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (missing[i] <= 0) continue;
        const int learner = complement.learners()[i];
        std::string why = complement.why_short(learner);
        if (why == "guides-full" && left[i]) why = "repeats";
        plan.unconnected.push_back({now.municipality(learner).id, missing[i], std::move(why)});
    }
    return plan;
}

}  // namespace m150::inline v0
