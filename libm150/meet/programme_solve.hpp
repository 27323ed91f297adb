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

// By choice of the model: the speaker who mends most of what is missed comes first (of equals the best fit),
// then who only adds. Rules of price 0 hold; nothing is proved.
std::vector<bool> greedy_programme(const ProgrammeModel& model, const Candidates& candidates);

// By how much each rule of the model is broken; ascending by rule.
std::vector<Breach> breaches_of(const ProgrammeModel& model, const std::vector<bool>& chosen);

}  // namespace m150::inline v0
