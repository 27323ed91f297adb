#include "libm150/solve/assignment.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/bottleneck.hpp"
#include "libm150/solve/circulation.hpp"

namespace m150::inline v0 {

namespace {

using circulation::Arc;
using circulation::Network;
using circulation::Wide;

constexpr std::size_t kMostProblems = 100;
constexpr double kLargestWeight = 1e150;
constexpr std::size_t kMostNodes = std::size_t{1} << 24;
constexpr std::size_t kMostCandidates = std::size_t{1} << 30;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// The shortest text that stands for the number.
std::string text_of(double number) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

// Everything that is wrong with a problem; the text of the first hundred is kept.
class Findings {
  public:
    void add(Problem problem) {
        if (++total_ <= kMostProblems) problems_.push_back(std::move(problem));
    }
    void raise() const {
        if (total_ > 0) throw InvalidInput(problems_, total_);
    }

  private:
    std::vector<Problem> problems_;
    std::size_t total_ = 0;
};

void check_bounds(const char* side, const std::vector<Bounds>& bounds, Findings& findings) {
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const auto [at_least, at_most] = bounds[i];
        if (at_least >= 0 && at_least <= at_most) continue;
        findings.add({std::string(side) + " node " + std::to_string(i),
                      "its bounds are " + std::to_string(at_least) + " to " + std::to_string(at_most),
                      "0 <= at_least <= at_most", "correct the bounds"});
    }
}

void check_groups(const AssignmentProblem& problem, Findings& findings) {
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        const auto& [left, losses] = problem.groups[g];
        const std::string where = "group " + std::to_string(g);
        if (left < 0 || at(left) >= problem.left.size()) {
            findings.add({where, "there is no left node " + std::to_string(left),
                          "an index below " + std::to_string(problem.left.size()), "correct the index"});
        }
        double before = 0.0;
        for (const double loss : losses) {
            if (!(loss >= before && loss <= kLargestWeight)) {
                findings.add({where, "a loss of " + text_of(loss) + " comes after " + text_of(before),
                              "losses from 0 to 1e150 that never get smaller", "sort them"});
                break;
            }
            before = loss;
        }
    }
    for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
        const Candidate& candidate = problem.candidates[c];
        if (candidate.group == -1) continue;
        const bool exists = candidate.group >= 0 && at(candidate.group) < problem.groups.size();
        if (exists && problem.groups[at(candidate.group)].left == candidate.left) continue;
        findings.add({"candidate " + std::to_string(c),
                      (exists ? "another left node has the group " : "there is no group ") +
                          std::to_string(candidate.group),
                      "-1, or a group of left node " + std::to_string(candidate.left), "correct the group"});
    }
}

void check(const AssignmentProblem& problem, const std::vector<std::size_t>& order) {
    Findings findings;
    check_bounds("left", problem.left, findings);
    check_bounds("right", problem.right, findings);
    check_groups(problem, findings);
    const auto inside = [](int index, const std::vector<Bounds>& side) {
        return index >= 0 && at(index) < side.size();
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Candidate& candidate = problem.candidates[order[i]];
        const std::string where = "candidate " + std::to_string(order[i]);
        const std::string pair = std::to_string(candidate.left) + "-" + std::to_string(candidate.right);
        if (!inside(candidate.left, problem.left) || !inside(candidate.right, problem.right)) {
            findings.add({where, "there is no pair " + pair,
                          "an index below " + std::to_string(problem.left.size()) +
                              " on the left and below " + std::to_string(problem.right.size()) +
                              " on the right",
                          "correct the indices"});
        }
        if (!(std::abs(candidate.weight) <= kLargestWeight)) {
            findings.add({where, "its weight is " + text_of(candidate.weight),
                          "a number from -1e150 to 1e150", "leave out pairs that are impossible"});
        }
        if (i == 0) continue;
        const Candidate& previous = problem.candidates[order[i - 1]];
        if (previous.left == candidate.left && previous.right == candidate.right) {
            findings.add({where, "the pair " + pair + " is given twice", "each pair once",
                          "keep one of them, with the weight that is meant"});
        }
    }
    findings.raise();
}

// Candidates by (left, right): the order in which everything is done, so that the order given does not
// matter.
std::vector<std::size_t> canonical_order(const std::vector<Candidate>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Candidate& one = candidates[a];
        const Candidate& other = candidates[b];
        return std::pair(one.left, one.right) != std::pair(other.left, other.right)
                   ? std::pair(one.left, one.right) < std::pair(other.left, other.right)
                   : a < b;
    });
    return order;
}

// The weights as whole numbers of quanta, in canonical order, and the losses of each group.
struct Units {
    std::vector<std::int64_t> weights;
    std::vector<std::vector<std::int64_t>> losses;
    std::int64_t largest = 0;  // of the absolute values
    double quantum = 0.0;
    bool exact = true;  // nothing was rounded
};

// Bits of a weight such that no sum that the simplex makes leaves 64 bits. With n nodes and weights up to W,
// the costs below are at most 2W + 1 for a candidate or a loss and 2(n + 1)(W + 1) for a required arc, of
// which a simple path has two at most: it costs less than 6(n + 1)(W + 1), and a reduced cost is less than
// 14(n + 1)(W + 1).
int bits_for(std::size_t nodes) {
    return std::min(44, 58 - static_cast<int>(std::bit_width(nodes + 1)));
}

Units to_units(const AssignmentProblem& problem, const std::vector<std::size_t>& order, double quantum) {
    Units units;
    double largest = 0.0;
    for (const Candidate& candidate : problem.candidates)
        largest = std::max(largest, std::abs(candidate.weight));
    for (const RepeatGroup& group : problem.groups) {
        if (!group.losses.empty()) largest = std::max(largest, group.losses.back());
    }
    const int bits = bits_for(problem.left.size() + problem.right.size() + problem.groups.size() + 1);
    if (quantum == 0.0 && largest > 0.0) {
        int exponent = 0;
        std::frexp(largest, &exponent);
        quantum = std::ldexp(1.0, std::max(exponent - bits, -1022));
    }
    if (!(largest <= std::ldexp(quantum, bits))) {
        throw InvalidInput(Problem{"quantum",
                                   "the largest weight is more than 2^" + std::to_string(bits) + " quanta",
                                   "a quantum of at least " + text_of(std::ldexp(largest, -bits)),
                                   "raise it, or leave it 0 for the finest that fits"});
    }
    units.quantum = largest > 0.0 ? quantum : 0.0;
    const auto in_quanta = [&](double weight) {
        const std::int64_t rounded = largest > 0.0 ? std::llround(weight / quantum) : 0;
        units.largest = std::max(units.largest, std::abs(rounded));
        units.exact = units.exact && static_cast<double>(rounded) * quantum == weight;
        return rounded;
    };
    for (const std::size_t c : order)
        units.weights.push_back(in_quanta(problem.candidates[c].weight));
    for (const RepeatGroup& group : problem.groups) {
        std::vector<std::int64_t>& losses = units.losses.emplace_back();
        for (const double loss : group.losses)
            losses.push_back(in_quanta(loss));
    }
    return units;
}

// The problem as a circulation through one hub: hub -> left -> right -> hub, and where a candidate has a
// group hub -> left -> group -> right -> hub. Arcs: the candidates in canonical order, then for each node an
// arc for the pairs it requires, which earns `penalty` a unit, and one for the rest; then for each group an
// arc for its first pair, for its second, and so on, which cost the losses. As these do not get smaller, the
// cheapest circulation fills them in that order. The circulation that earns most fills the required arcs
// first, so an assignment that meets all bounds needs no search of its own, and one that cannot comes as near
// as possible.
//
// A penalty above nodes * largest weight is enough: were the shortfall not least, some simple cycle would
// lessen it, and would lose less than that on its candidates and groups.
struct Model {
    Network network;
    std::size_t required_from = 0;  // index of the first required arc; they alternate with those for the rest
    std::size_t required_to = 0;    // and past the last
    std::int64_t most_pairs = 0;    // that fit the upper bounds
};

// `factor` times each loss.
Model make_model(const AssignmentProblem& problem, const std::vector<std::size_t>& order,
                 const std::vector<std::int64_t>& costs, const Units& units, std::int64_t factor,
                 std::int64_t penalty) {
    Model model;
    const int lefts = static_cast<int>(problem.left.size());
    const int nodes = 1 + lefts + static_cast<int>(problem.right.size());
    std::vector<int> candidates_of(at(nodes)), candidates_in(problem.groups.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Candidate& candidate = problem.candidates[order[i]];
        const int left = 1 + candidate.left;
        const Arc arc{candidate.group < 0 ? left : nodes + candidate.group, 1 + lefts + candidate.right, 1,
                      costs[i]};
        ++candidates_of[at(left)];
        ++candidates_of[at(arc.to)];
        if (candidate.group >= 0) ++candidates_in[at(candidate.group)];
        model.network.arcs.push_back(arc);
    }
    model.network.nodes = nodes + static_cast<int>(problem.groups.size());
    model.required_from = order.size();
    std::int64_t fit_left = 0, fit_right = 0;
    for (int node = 1; node < nodes; ++node) {
        const bool is_left = node <= lefts;
        const Bounds& bounds = is_left ? problem.left[at(node - 1)] : problem.right[at(node - 1 - lefts)];
        const int required = std::min(bounds.at_least, candidates_of[at(node)]);
        const int most = std::min(bounds.at_most, candidates_of[at(node)]);
        const int from = is_left ? 0 : node;
        const int to = is_left ? node : 0;
        model.network.arcs.push_back({from, to, required, -penalty});
        model.network.arcs.push_back({from, to, most - required, 0});
        (is_left ? fit_left : fit_right) += most;
    }
    model.required_to = model.network.arcs.size();
    model.most_pairs = std::min(fit_left, fit_right);
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        const std::vector<std::int64_t>& losses = units.losses[g];
        const int left = problem.groups[g].left;
        const int most = std::min(problem.left[at(left)].at_most, candidates_in[g]);
        const int group = nodes + static_cast<int>(g);
        for (int k = 0; k < most; ++k) {
            const bool last = at(k) + 1 >= losses.size();  // the rest loses the same
            const std::int64_t loss = losses.empty() ? 0 : losses[std::min(at(k), losses.size() - 1)];
            model.network.arcs.push_back({1 + left, group, last ? most - k : 1, factor * loss});
            if (last) break;
        }
    }
    return model;
}

// What the weights of an assignment with as small a shortfall as `flow` cannot exceed, in quanta.
//
// The flow is optimal for costs 1 - 2 * weight, which prefers fewer pairs among equal weights (a simple cycle
// changes the number of pairs by one at most, so it never outbids a quantum). Its potentials, hub at 0,
// become a proof for the costs -weight when they are halved: rounded up on the left and at the groups, and on
// the right after taking off the 1, which rounds every reduced cost towards its own sign.
Wide proved_bound(const Model& plain, std::size_t lefts, std::size_t rights,
                  const circulation::Solution& solution) {
    const std::int64_t hub = solution.potential[0];
    const auto half_up = [](std::int64_t value) { return (value >> 1) + (value & 1); };
    std::vector<std::int64_t> prices(solution.potential.size());
    for (std::size_t node = 1; node < prices.size(); ++node) {
        const bool is_right = node > lefts && node <= lefts + rights;
        prices[node] = half_up(solution.potential[node] - hub - (is_right ? 1 : 0));
    }
    const Wide bound = circulation::lower_bound(plain.network, prices);
    if (bound != circulation::cost_of(plain.network, solution.flow)) {
        throw InternalError("the weight of an assignment is not proved by its prices");
    }
    Wide penalties = 0;
    for (std::size_t a = plain.required_from; a < plain.required_to; a += 2) {
        penalties += Wide{plain.network.arcs[a].cost} * solution.flow[a];
    }
    return penalties - bound;
}

// What the groups lose when these pairs are chosen.
double losses_of(const AssignmentProblem& problem, const std::vector<std::size_t>& chosen) {
    std::vector<std::size_t> counts(problem.groups.size());
    double lost = 0.0;
    for (const std::size_t c : chosen) {
        if (problem.candidates[c].group < 0) continue;
        const std::vector<double>& losses = problem.groups[at(problem.candidates[c].group)].losses;
        const std::size_t before = counts[at(problem.candidates[c].group)]++;
        if (!losses.empty()) lost += losses[std::min(before, losses.size() - 1)];
    }
    return lost;
}

}  // namespace

Assignment solve_assignment(const AssignmentProblem& problem, const AssignmentOptions& options) {
    if (problem.left.size() + problem.right.size() + problem.groups.size() >= kMostNodes ||
        problem.candidates.size() >= kMostCandidates) {
        throw InvalidInput(Problem{"assignment", "the problem is too large for 64-bit integers",
                                   "fewer than 2^24 nodes and groups and 2^30 candidates",
                                   "leave out the weakest"});
    }
    if (!(options.quantum >= 0.0) || std::isinf(options.quantum)) {
        throw InvalidInput(Problem{"quantum", "it is " + text_of(options.quantum), "0 or a positive number",
                                   "leave it 0 for the finest that fits"});
    }
    const std::vector<std::size_t> order = canonical_order(problem.candidates);
    check(problem, order);
    const Units units = to_units(problem, order, options.quantum);

    const auto nodes =
        static_cast<std::int64_t>(problem.left.size() + problem.right.size() + problem.groups.size() + 1);
    const std::int64_t penalty = (nodes + 1) * (units.largest + 1);
    std::vector<std::int64_t> costs, plain_costs;
    for (const std::int64_t weight : units.weights) {
        costs.push_back(1 - 2 * weight);
        plain_costs.push_back(-weight);
    }
    const Model model = make_model(problem, order, costs, units, 2, 2 * penalty);
    circulation::Solution solution = circulation::solve(model.network);
    circulation::prefer_first(model.network, order.size(), solution);
    const Model plain = make_model(problem, order, plain_costs, units, 1, penalty);
    const Wide bound = proved_bound(plain, problem.left.size(), problem.right.size(), solution);

    Assignment result;
    result.quantum = units.quantum;
    std::vector<bool> chosen(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (solution.flow[i] == 0) continue;
        chosen[order[i]] = true;
        result.chosen.push_back(order[i]);
        result.objective += problem.candidates[order[i]].weight;
    }
    result.objective -= losses_of(problem, result.chosen);
    std::sort(result.chosen.begin(), result.chosen.end());
    const double halves = problem.groups.empty() ? 0.5 : 1.0;  // of a quantum, for each pair and each loss
    const double rounding = units.exact ? 0.0 : halves * static_cast<double>(model.most_pairs);
    result.upper_bound = std::max(result.objective, (static_cast<double>(bound) + rounding) * units.quantum);
    result.shortfalls = find_shortfalls(problem, chosen);
    result.feasible = result.shortfalls.empty();
    result.bottlenecks = find_bottlenecks(problem, chosen, result.shortfalls);
    return result;
}

}  // namespace m150::inline v0
