// Who misses what in an assignment, and the proof that it cannot be helped. Internal to solve/.
#pragma once

#include <vector>

#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

// Nodes with fewer chosen pairs than their at_least; left before right, by index. `chosen` has a flag for
// each candidate.
std::vector<Shortfall> find_shortfalls(const AssignmentProblem& problem, const std::vector<bool>& chosen);

// Requires that no assignment has a smaller total shortfall than `chosen`: then each shortfall lies in a set
// of nodes that all others together cannot serve. Throws InternalError when it finds none.
std::vector<Bottleneck> find_bottlenecks(const AssignmentProblem& problem, const std::vector<bool>& chosen,
                                         const std::vector<Shortfall>& shortfalls);

}  // namespace m150::inline v0
