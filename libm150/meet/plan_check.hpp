// What must hold of a plan that was kept, and of a seating that is to stay. Internal to this floor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libm150/meet/plan.hpp"

namespace m150::inline v0 {

// `field` as it is reached from the plan: "seating.rounds[0][1].people[2]".
struct PlanFault {
    std::string field;
    std::string what;
    std::string expected;
    std::string advice;
};

// What no plan has that was made: proposed items without a topic, of no time or on one topic twice; an agenda
// that was changed by hand; numbers of people and of tables that are none; and tables that do not seat, in
// every round, as many people as are registered, each once. In the order of the plan.
std::vector<PlanFault> faults_of(const MeetingPlan& plan);

// The first difference of the plan's agenda from what it is made of, its proposal or the agenda of its
// meeting: planning again starts from those, so that a change by hand would be lost.
std::optional<PlanFault> agenda_changed(const MeetingPlan& plan);

// Whether in every round exactly those of the registrations sit, each once and at tables of the size asked
// for, the fixed seats hold, and nobody sits together who is to sit apart without that being said.
bool seats_as_asked(const Snapshot& now, const SeatingPlan& seating, const SeatOptions& asked);

}  // namespace m150::inline v0
