// A choice problem as rows and columns. Internal to solve/.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/solve/choice.hpp"

namespace m150::inline v0::choice_rules {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Throws InvalidInput for a problem that solve_choice does not take.
void check(const ChoiceProblem& problem);

// A column for each choice and a row for each rule; no gains. `elastic`: after the choices comes a column for
// each rule with a price, in order, which counts by how much the rule is broken.
MilpProblem model_of(const ChoiceProblem& problem, bool elastic);

// The rule that an elastic model's column beyond the choices belongs to.
std::size_t rule_of_slack(const ChoiceProblem& problem, std::size_t column);

// By how much each rule is broken, in integers. Throws InternalError when one of price 0 is.
std::vector<Breach> breaches_of(const ChoiceProblem& problem, const std::vector<bool>& chosen);

}  // namespace m150::inline v0::choice_rules
