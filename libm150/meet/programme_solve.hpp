// The best choice of a programme's model. Internal to this floor.
#pragma once

#include <vector>

#include "libm150/meet/programme_rules.hpp"

namespace m150::inline v0 {

// What the flow and the mixed integer program both say.
struct ProgrammeOutcome {
    std::vector<bool> chosen;  // by choice of the plan
    double objective = 0.0, upper_bound = 0.0, worst_bound = 0.0;
    bool proved = true;
    std::vector<Unfilled> unfilled;
};

// By minimum cost flow while only numbers of items and speakers are asked, else as a choice under rules.
ProgrammeOutcome solve_programme(const MatchSpeakersOptions& options, const Candidates& candidates,
                                 const ProgrammeModel& model);

}  // namespace m150::inline v0
