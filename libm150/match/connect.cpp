#include "libm150/match/connect.hpp"

#include <algorithm>
#include <utility>

#include "libm150/match/complement.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

namespace {

std::vector<Id<Network>> listed(const std::optional<Id<Network>>& network) {
    return network ? std::vector{*network} : std::vector<Id<Network>>{};
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

// Why a learner has fewer guides than it might have.
std::string why_short(const Complement& complement, int learner, const std::vector<int>& members) {
    if (!complement.needs_anything(learner)) return "no-demand";
    const bool somebody_knows = std::any_of(members.begin(), members.end(), [&](int guide) {
        return guide != learner && complement.knows_anything_for(learner, guide);
    });
    return somebody_knows ? "guides-full" : "nobody-knows";
}

}  // namespace

std::vector<Connection> connect(const Snapshot& now, const ConnectOptions& options) {
    Inputs inputs(now, "connect");
    inputs.in_range("limit", static_cast<double>(options.limit), 1, 1000);
    inputs.known(options.topics);
    inputs.known(listed(options.network));
    inputs.throw_if_any();
    std::vector<Reason> merged;
    const int learner = now.number_of(resolve_saying(now, options.municipality, merged));
    const Complement complement(now, options.weights.value_or(now.options().connect), options.topics);

    std::vector<std::pair<double, int>> ranked;
    for (const int guide : members_of(now, listed(options.network))) {
        if (const double score = complement.score(learner, guide); score > 0)
            ranked.emplace_back(score, guide);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked.size() > options.limit) ranked.resize(options.limit);
    std::vector<Connection> connections;
    for (const auto& [score, guide] : ranked) {
        Connection& connection = connections.emplace_back(complement.connection(learner, guide));
        add_path(now, connection);
        connection.reasons.insert(connection.reasons.end(), merged.begin(), merged.end());
    }
    return connections;
}

ConnectionPlan connect_all(const Snapshot& now, const ConnectAllOptions& options) {
    Inputs inputs(now, "connect_all");
    inputs.in_range("per_municipality", options.per_municipality, 0, 100);
    inputs.in_range("per_guide", options.per_guide, 0, 100);
    inputs.known(listed(options.network));
    inputs.throw_if_any();
    const Complement complement(now, options.weights.value_or(now.options().connect), {});
    const std::vector<int> members = members_of(now, listed(options.network));

    AssignmentProblem problem;
    problem.left.assign(members.size(), {0, options.per_municipality});
    problem.right.assign(members.size(), {0, options.per_guide});
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < members.size(); ++j) {
            const double score = complement.score(members[i], members[j]);
            if (score > 0) problem.candidates.push_back({static_cast<int>(i), static_cast<int>(j), score});
        }
    }
    const Assignment assignment = solve_assignment(problem);

    ConnectionPlan plan;
    plan.upper_bound = assignment.upper_bound;
    std::vector<int> guides(members.size(), 0);
    for (const std::size_t chosen : assignment.chosen) {
        const Candidate& candidate = problem.candidates[chosen];
        ++guides[static_cast<std::size_t>(candidate.left)];
        plan.connections.push_back(complement.connection(members[static_cast<std::size_t>(candidate.left)],
                                                         members[static_cast<std::size_t>(candidate.right)]));
    }
    std::stable_sort(plan.connections.begin(), plan.connections.end(),
                     [](const Connection& a, const Connection& b) {
                         return a.learner != b.learner ? a.learner < b.learner : a.score > b.score;
                     });
    for (const Connection& connection : plan.connections)
        plan.objective += connection.score;
    plan.upper_bound = std::max(plan.upper_bound, plan.objective);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const int missing = options.per_municipality - guides[i];
        if (missing > 0) {
            plan.unconnected.push_back(
                {now.municipality(members[i]).id, missing, why_short(complement, members[i], members)});
        }
    }
    return plan;
}

}  // namespace m150::inline v0
