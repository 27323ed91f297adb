// Why what plays most is not on an agenda. Internal to this floor.
#pragma once

#include <vector>

#include "libm150/meet/agenda.hpp"
#include "libm150/meet/gap_map.hpp"

namespace m150::inline v0 {

// Of the first topics of the gap map, as many as the agenda has items, those that are not on the best agenda
// of the proposal: each with what is true of it, with share 0. `options` are those of the proposal.
std::vector<Reason> absent_from(const Snapshot& now, const GapMap& gaps, const AgendaProposal& proposal,
                                const AgendaOptions& options);

}  // namespace m150::inline v0
