#include "tests/support/assignment_twins.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace m150::testing {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

std::int64_t whole(double weight) {
    return std::llround(weight);
}

int missing_of(const std::vector<Bounds>& bounds, const std::vector<int>& pairs) {
    int missing = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        missing += std::max(0, bounds[i].at_least - pairs[i]);
    return missing;
}

bool within(const std::vector<Bounds>& bounds, const std::vector<int>& pairs) {
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (pairs[i] > bounds[i].at_most) return false;
    }
    return true;
}

std::vector<std::pair<int, int>> sorted_pairs(const AssignmentProblem& problem,
                                              const std::vector<std::size_t>& chosen) {
    std::vector<std::pair<int, int>> pairs;
    pairs.reserve(chosen.size());
    for (const std::size_t c : chosen)
        pairs.emplace_back(problem.candidates[c].left, problem.candidates[c].right);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Group by group: how many of it are chosen, and what so many lose.
double losses_of(const AssignmentProblem& problem, const std::vector<std::size_t>& chosen) {
    double lost = 0.0;
    for (int group = 0; group < static_cast<int>(problem.groups.size()); ++group) {
        const std::vector<double>& losses = problem.groups[at(group)].losses;
        const auto count = std::count_if(chosen.begin(), chosen.end(),
                                         [&](std::size_t c) { return problem.candidates[c].group == group; });
        for (int k = 0; k < count && !losses.empty(); ++k)
            lost += losses[std::min(at(k), losses.size() - 1)];
    }
    return lost;
}

// Rules 1 to 3: below 0 when `one` is better, 0 when they tie.
int compare(const TwinAssignment& one, const TwinAssignment& other) {
    if (one.missing != other.missing) return one.missing < other.missing ? -1 : 1;
    if (one.objective != other.objective) return one.objective > other.objective ? -1 : 1;
    if (one.chosen.size() != other.chosen.size()) return one.chosen.size() < other.chosen.size() ? -1 : 1;
    return 0;
}

}  // namespace

std::vector<int> degrees(const AssignmentProblem& problem, Side side,
                         const std::vector<std::size_t>& chosen) {
    std::vector<int> result(side == Side::left ? problem.left.size() : problem.right.size());
    for (const std::size_t c : chosen) {
        const Candidate& candidate = problem.candidates[c];
        ++result[at(side == Side::left ? candidate.left : candidate.right)];
    }
    return result;
}

TwinAssignment brute_force_assignment(const AssignmentProblem& problem) {
    std::optional<TwinAssignment> best;
    const std::size_t count = problem.candidates.size();
    for (std::size_t subset = 0; subset < (std::size_t{1} << count); ++subset) {
        TwinAssignment trial;
        for (std::size_t c = 0; c < count; ++c) {
            if ((subset >> c & 1U) == 0) continue;
            trial.chosen.push_back(c);
            trial.objective += problem.candidates[c].weight;
        }
        trial.objective -= losses_of(problem, trial.chosen);
        const std::vector<int> left = degrees(problem, Side::left, trial.chosen);
        const std::vector<int> right = degrees(problem, Side::right, trial.chosen);
        if (!within(problem.left, left) || !within(problem.right, right)) continue;
        trial.missing = missing_of(problem.left, left) + missing_of(problem.right, right);
        const int order = best ? compare(trial, *best) : -1;
        trial.tied = order == 0 ? best->tied + 1 : 1;
        if (order < 0 ||
            (order == 0 && sorted_pairs(problem, trial.chosen) < sorted_pairs(problem, best->chosen))) {
            best = std::move(trial);
        } else if (order == 0) {
            ++best->tied;
        }
    }
    return *best;
}

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = Traits::vertex_descriptor;
// Costs are whole numbers in doubles: the algorithm adds the distances of nodes it does not reach, which are
// the largest number of the type, and that must not overflow.
struct ArcData {
    std::int64_t capacity = 0;
    std::int64_t residual = 0;
    double cost = 0;
    Traits::edge_descriptor reverse;
};
using FlowGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, ArcData>;

void add_arc(FlowGraph& graph, Vertex from, Vertex to, std::int64_t capacity, std::int64_t cost) {
    const auto forward =
        boost::add_edge(from, to, ArcData{capacity, 0, static_cast<double>(cost), {}}, graph).first;
    const auto backward =
        boost::add_edge(to, from, ArcData{0, 0, -static_cast<double>(cost), forward}, graph).first;
    graph[forward].reverse = backward;
}

}  // namespace

// Every left node sends all of its at_most units from source to sink. A unit goes through a candidate and a
// right node, or goes home unused. Every unit pays `large` once on the way so that no cost is negative, and
// it pays `penalty` at the end unless it fills a required place on the right; going home pays a second
// penalty for those units that the left node requires. The shortfall is then in the cost as a multiple of the
// penalty.
OracleAssignment boost_assignment(const AssignmentProblem& problem) {
    std::int64_t large = 0, sum = 1, units = 0, required_right = 0;
    for (const Candidate& candidate : problem.candidates) {
        const std::int64_t size = std::abs(whole(candidate.weight));
        large = std::max(large, size);
        sum += size;
    }
    const std::int64_t penalty = 2 * sum;
    const std::size_t lefts = problem.left.size(), rights = problem.right.size();
    FlowGraph graph(lefts + rights + 2);
    const Vertex source = lefts + rights, sink = source + 1;
    for (std::size_t i = 0; i < lefts; ++i) {
        const Bounds& bounds = problem.left[i];
        units += bounds.at_most;
        add_arc(graph, source, i, bounds.at_most, 0);
        add_arc(graph, i, sink, bounds.at_most - bounds.at_least, large + penalty);
        add_arc(graph, i, sink, bounds.at_least, large + 2 * penalty);
    }
    for (std::size_t j = 0; j < rights; ++j) {
        const Bounds& bounds = problem.right[j];
        required_right += bounds.at_least;
        add_arc(graph, lefts + j, sink, bounds.at_least, 0);
        add_arc(graph, lefts + j, sink, bounds.at_most - bounds.at_least, penalty);
    }
    for (const Candidate& candidate : problem.candidates) {
        add_arc(graph, at(candidate.left), lefts + at(candidate.right), 1, large - whole(candidate.weight));
    }
    boost::successive_shortest_path_nonnegative_weights(
        graph, source, sink,
        boost::capacity_map(boost::get(&ArcData::capacity, graph))
            .residual_capacity_map(boost::get(&ArcData::residual, graph))
            .weight_map(boost::get(&ArcData::cost, graph))
            .reverse_edge_map(boost::get(&ArcData::reverse, graph)));
    std::int64_t cost = 0;
    for (const auto& arc : boost::make_iterator_range(boost::edges(graph))) {
        const ArcData& data = graph[arc];
        if (data.capacity > 0) cost += whole(data.cost) * (data.capacity - data.residual);
    }
    // cost = units * (large + penalty) - penalty * (required_right - missing right) + penalty * missing left
    // - weight
    const std::int64_t left_over = cost - units * (large + penalty) + penalty * required_right;
    OracleAssignment result;
    result.missing = (left_over + sum) / penalty;  // the weight is between -sum and sum, half a penalty
    result.weight = result.missing * penalty - left_over;
    return result;
}

}  // namespace m150::testing
