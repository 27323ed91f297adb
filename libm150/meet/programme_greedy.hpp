// A programme in one sweep, for when a search is stopped before it found as much. Internal to this floor.
#pragma once

#include <cstdint>
#include <vector>

#include "libm150/meet/programme_rules.hpp"

namespace m150::inline v0 {

// By choice of the model: the speaker who mends most of what is missed comes first (of equals the best fit),
// then who only adds. Rules of price 0 hold; nothing is proved.
std::vector<bool> greedy_programme(const ProgrammeModel& model, const Candidates& candidates);

// By how much a rule is broken when its terms add up to `count`.
std::int64_t missed(const ChoiceRule& rule, std::int64_t count);

// By how much each rule of the model is broken; ascending by rule.
std::vector<Breach> breaches_of(const ProgrammeModel& model, const std::vector<bool>& chosen);

}  // namespace m150::inline v0
