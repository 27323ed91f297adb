// Teams without a search, for when one is cut short. Internal to solve/.
#pragma once

#include <vector>

#include "libm150/solve/teams.hpp"

namespace m150::inline v0::team_model {

// The offers in the order of what they can be worth at most: each that still can is given the lead, then time
// and again the member that leaves least to ask for and adds most.
std::vector<Team> start_of(const TeamProblem& problem, const std::vector<double>& most);

}  // namespace m150::inline v0::team_model
