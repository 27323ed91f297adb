// The pieces the Python module is made of. Each bind_* adds its types and functions to the module.
#pragma once

#include <pybind11/operators.h>

#include "casters.hpp"

namespace m150::python {

void bind_errors(py::module_& module);  // bind_errors.cpp: Problem, and exceptions to those of m150/errors.py
void bind_records(py::module_& module);  // bind_records.cpp
void bind_meeting_options(
    py::module_& module);                // bind_meeting_options.cpp: weights of gap map, programme, tables
void bind_options(py::module_& module);  // bind_options.cpp: the other weights and options, and parameters
void bind_reasons(py::module_& module);  // bind_reasons.cpp: Reason, Snippet
void bind_answers(py::module_& module);  // bind_answers.cpp: Reply and what is in it
void bind_connections(py::module_& module);  // bind_connections.cpp: Connection, ConnectionPlan, Introduction
void bind_brokers(py::module_& module);      // bind_brokers.cpp: Brokers and what is in it
void bind_connect(py::module_& module);      // bind_connect.cpp: what Snapshot says of whom to connect
void bind_speakers(py::module_& module);     // bind_speakers.cpp: SpeakerFit, Programme
void bind_snapshot(py::module_& module);     // bind_snapshot.cpp: Snapshot, Pair
void bind_share_load(py::module_& module);   // bind_share_load.cpp: LoadPlan
void bind_tune(py::module_& module);         // bind_tune.cpp: TestObjective, what m150/tune.py stands on
void bind_gap_map(py::module_& module);      // bind_gap_map.cpp: GapMap
void bind_gaps(py::module_& module);         // bind_gaps.cpp: Gaps
void bind_outcomes(py::module_& module);     // bind_outcomes.cpp: OutcomeFigures, Recalibrated, FittedKnowers
void bind_agenda(py::module_& module);       // bind_agenda.cpp: AgendaProposal
void bind_seat(py::module_& module);         // bind_seat.cpp: SeatingPlan
void bind_regions(py::module_& module);      // bind_regions.cpp: RegionPlan
void bind_hosts(py::module_& module);        // bind_hosts.cpp: HostRanking
void bind_working_groups(py::module_& module);  // bind_working_groups.cpp: WorkingGroupProposals
void bind_meetings(py::module_& module);        // bind_meetings.cpp: what Snapshot says of meetings
void bind_meeting_plan(py::module_& module);    // bind_plan.cpp: MeetingPlan
void bind_plan_diff(py::module_& module);       // bind_plan_diff.cpp: PlanDiff
void bind_evaluate(py::module_& module);        // bind_evaluate.cpp: what m150/evaluate.py stands on
void bind_knowledge(py::module_& module);       // bind_knowledge.cpp: KnowledgeBase

}  // namespace m150::python
