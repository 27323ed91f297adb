// What is asked of the options of match_speakers. Internal to this floor.
#pragma once

#include "libm150/meet/speakers.hpp"

namespace m150::inline v0 {

// With those who have merged as the municipality that they are today; `said` tells so.
MatchSpeakersOptions as_of_today(const Snapshot& now, const MatchSpeakersOptions& options,
                                 std::vector<Reason>& said);

// Throws InvalidInput with all that is wrong. The agenda itself is checked by speaker_fit.
void check_options(const Snapshot& now, const MatchSpeakersOptions& options);

}  // namespace m150::inline v0
