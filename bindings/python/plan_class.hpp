// The types of a planned meeting: a plan, and what it is to be made again with.
#pragma once

#include "libm150/meet/plan.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

using PlanView = View<MeetingPlan>;

// What a plan is to be made again with.
struct EditedPlan {
    View<MeetingPlan> plan;
    PlanOptions options;
};

void bind_edited_plan(py::module_& module);        // bind_plan_edits.cpp: EditedPlan
void bind_plan_edits(py::class_<PlanView>& type);  // bind_plan_edits.cpp: lock, forbid, swap, with_meeting

}  // namespace m150::python
