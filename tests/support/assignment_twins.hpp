// Two slow, simple ways to solve an assignment, to hold the fast one against.
#pragma once

#include <cstdint>
#include <vector>

#include "libm150/solve/assignment.hpp"

namespace m150::testing {

struct TwinAssignment {
    int missing = 0;  // total over both sides
    double objective = 0.0;
    std::vector<std::size_t> chosen;  // ascending
    int tied = 0;                     // how many assignments the last rule alone had to tell apart
};

// Tries every subset of the candidates and applies the four rules of solve_assignment word by word. Exact
// when sums of the weights are (small multiples of a power of two). For up to 20 candidates or so.
TwinAssignment brute_force_assignment(const AssignmentProblem& problem);

struct OracleAssignment {
    std::int64_t missing = 0;
    std::int64_t weight = 0;
};

// The least shortfall and the largest weight for it, by another library, another algorithm and another
// network: successive shortest paths of Boost.Graph from a source to a sink, costs not negative. Requires
// whole weights.
OracleAssignment boost_assignment(const AssignmentProblem& problem);

// Pairs of `chosen` at each node.
std::vector<int> degrees(const AssignmentProblem& problem, Side side, const std::vector<std::size_t>& chosen);

}  // namespace m150::testing
