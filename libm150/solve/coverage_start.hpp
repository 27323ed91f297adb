// A choice to cover needs with that is found without a search: what a search that was cut short is at least.
// Internal to this floor.
#pragma once

#include <optional>
#include <vector>

#include "libm150/solve/coverage.hpp"

namespace m150::inline v0 {

// One that keeps to everything that the problem asks: what must be covered and what stays of the earlier
// answer, and then, time and again, what gains most (or most for what it costs). Ascending by subject; absent
// when none was found, which proves nothing. The problem is one that solve_coverage takes.
std::optional<std::vector<CoveredSubject>> start_of(const CoverageProblem& problem);

// What no choice is worth more than: all needs covered at the largest effect.
double most_worth(const CoverageProblem& problem);

}  // namespace m150::inline v0
