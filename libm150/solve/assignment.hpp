// Who gets whom: the assignment of largest total weight between two sides, each node within its bounds.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// How many pairs a node takes part in. Requires 0 <= at_least <= at_most.
struct Bounds {
    int at_least = 0;
    int at_most = 1;
};

// A pair that may be chosen, once. `left` and `right` are indices into the sides of the problem. A weight is
// a gain in any unit; a pair of weight 0 or less is chosen only when somebody's at_least asks for it.
struct Candidate {
    int left = 0;
    int right = 0;
    double weight = 0.0;
    int group = -1;  // of the problem's groups; -1: none
};

// Candidates of one left node that are worth less the more of them are chosen: the first that is chosen loses
// losses[0], the second losses[1], and so on; beyond the last, each loses the last. None is negative and they
// never get smaller, which is what keeps the problem a flow. No losses: nothing is lost.
struct RepeatGroup {
    int left = 0;
    std::vector<double> losses;
};

// Nodes without candidates are allowed; pairs that are no candidate are impossible; no pair is a candidate
// twice.
struct AssignmentProblem {
    std::vector<Bounds> left, right;
    std::vector<Candidate> candidates;
    std::vector<RepeatGroup> groups = {};
};

struct AssignmentOptions {
    // The smallest difference in weight that counts, in the unit of the weights: each weight is rounded to a
    // multiple of it, and the result is the optimum of the rounded weights. 0 (the default): the finest that
    // 64-bit integers hold, which is 2^-44 of the power of two above the largest weight while there are at
    // most 16,000 nodes, and one bit less for each doubling (but never below 2^-1022). Set it (1e-9, say)
    // when weights that differ by rounding noise should count as equal.
    double quantum = 0.0;
};

enum class Side { left, right };

// A node that got `missing` pairs fewer than its at_least.
struct Shortfall {
    Side side = Side::left;
    int index = 0;
    int missing = 0;
    friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

// Why a shortfall cannot be avoided, whatever is done elsewhere (the condition of Hall and Hoffman): the
// nodes `needing`, all of one side, must take part in `required` pairs together; `serving` are all nodes of
// the other side they have candidates with, and these can give them `available` at most, counting for each
// the smaller of its at_most and the number of its candidates with `needing`. required - available is what
// `needing` misses together. Both sets ascend.
struct Bottleneck {
    Side side = Side::left;  // the side of `needing`
    std::vector<int> needing;
    std::vector<int> serving;
    long long required = 0;
    long long available = 0;
};

struct Assignment {
    bool feasible = true;             // every at_least is met
    std::vector<std::size_t> chosen;  // indices into the problem's candidates, ascending
    // Sum of the chosen weights, as given, added in the order of (left, right), less the losses of the
    // groups.
    double objective = 0.0;
    // No assignment within the bounds (when infeasible: none that misses as few units as this one) weighs
    // more. It comes from the prices of the dual problem, not from the assignment: upper_bound - objective is
    // 0 but for the last digits when all weights are multiples of the quantum, and at most one quantum for
    // each pair that fits otherwise. Never below the objective.
    double upper_bound = 0.0;
    double quantum = 0.0;  // the one that was used; 0 when there were no weights other than 0
    // When infeasible: who misses how much, left before right, by index. No assignment misses less in total.
    std::vector<Shortfall> shortfalls;
    std::vector<Bottleneck> bottlenecks;  // every shortfall's node is among `needing` of at least one
};

// The best assignment. In this order it
//   1. misses as few units of all at_least together as can be (none: feasible);
//   2. has the largest total weight less the losses, counted in quanta;
//   3. has the fewest pairs;
//   4. has the list of pairs (left, right), sorted, that comes first in lexicographic order.
// The fourth rule leaves exactly one assignment: the result depends on the problem only, not on the order of
// the candidates, the machine or earlier calls.
//
// Exact: one minimum cost flow in integers (network simplex), whose optimality is proved by its dual prices
// before it is returned. Throws InvalidInput, naming up to 100 nodes and candidates, for bounds that cross,
// an index outside its side, a pair given twice, a weight that is not a number of at most 1e150, a group of
// another left node, losses that are negative or get smaller, or a problem too large for 64-bit integers
// (2^24 nodes and groups or more, or a quantum too small for the weights). Safe to call from any number of
// threads.
M150_EXPORT Assignment solve_assignment(const AssignmentProblem& problem,
                                        const AssignmentOptions& options = {});

}  // namespace m150::inline v0
