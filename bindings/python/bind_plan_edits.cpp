// What was decided by hand about a plan: each edit gives the plan to make again.
#include "libm150/meet/plan_schema.hpp"
#include "plan_class.hpp"

namespace m150::python {

namespace {

EditedPlan edited(const PlanView& plan) {
    return {plan, plan->options};
}
EditedPlan edited(const EditedPlan& plan) {
    return plan;
}

[[noreturn]] void unclear(const char* method, const char* expected) {
    throw InvalidInput({method, "is not told what", expected, ""});
}

// What the plan itself cannot tell: whether there is such a topic, or speaker, which may be a municipality.
template <class Record>
void require_known(const EditedPlan& plan, const char* field, const std::optional<Id<Record>>& id) {
    const Snapshot& now = plan.plan.now;
    if (!id || now.find(*id) != nullptr || now.find(Id<Municipality>(id->str())) != nullptr) return;
    throw InvalidInput({field, "'" + excerpt(id->str(), 60) + "' is unknown", "the id of one", ""});
}

using Text = std::optional<std::string>;
using Pair_ = std::pair<std::string, std::string>;
using Person = std::pair<Id<Municipality>, int>;

EditedPlan locked(EditedPlan plan, const std::optional<Id<Topic>>& topic, const Text& item,
                  const std::optional<Id<Speaker>>& speaker,
                  const std::optional<Id<Municipality>>& municipality, int number,
                  const std::optional<int>& round, const std::optional<int>& table) {
    PlanEdits& edits = plan.options.edits;
    const bool places = item && speaker;
    const bool seats = municipality && round && table;
    if ((topic ? 1 : 0) + (places ? 1 : 0) + (seats ? 1 : 0) != 1 || item.has_value() != speaker.has_value())
        unclear("lock", "topic; item and speaker; or municipality, number, round and table");
    require_known(plan, "topic", topic);
    require_known(plan, "speaker", speaker);
    if (topic) edits = lock(*plan.plan, edits, *topic);
    if (places) edits = lock(*plan.plan, edits, Placement{*item, *speaker});
    if (seats) edits = lock(*plan.plan, edits, Seat{{*municipality, number}, *round, *table});
    return plan;
}

EditedPlan forbidden(EditedPlan plan, const std::optional<Id<Topic>>& topic, const Text& item,
                     const std::optional<Id<Speaker>>& speaker,
                     const std::optional<std::pair<Id<Municipality>, Id<Municipality>>>& apart) {
    PlanEdits& edits = plan.options.edits;
    const bool places = item && speaker;
    if ((topic ? 1 : 0) + (places ? 1 : 0) + (apart ? 1 : 0) != 1 || item.has_value() != speaker.has_value())
        unclear("forbid", "topic; item and speaker; or apart");
    require_known(plan, "topic", topic);
    require_known(plan, "speaker", speaker);
    if (apart) {
        require_known(plan, "apart", std::optional(apart->first));
        require_known(plan, "apart", std::optional(apart->second));
    }
    if (topic) edits = forbid(*plan.plan, edits, *topic);
    if (places) edits = forbid(*plan.plan, edits, Placement{*item, *speaker});
    if (apart) edits = forbid(*plan.plan, edits, Apart{apart->first, apart->second});
    return plan;
}

EditedPlan released(EditedPlan plan, const std::optional<Id<Topic>>& topic, const Text& item,
                    const std::optional<Id<Speaker>>& speaker,
                    const std::optional<Id<Municipality>>& municipality, int number,
                    const std::optional<int>& round, const std::optional<int>& table,
                    const std::optional<std::pair<Id<Municipality>, Id<Municipality>>>& apart) {
    PlanEdits& edits = plan.options.edits;
    const bool places = item && speaker;
    const bool seats = municipality && round;
    if ((topic ? 1 : 0) + (places ? 1 : 0) + (seats ? 1 : 0) + (apart ? 1 : 0) != 1 ||
        item.has_value() != speaker.has_value())
        unclear("release", "topic; item and speaker; municipality, number and round; or apart");
    if (topic) edits = release(edits, *topic);
    if (places) edits = release(edits, Placement{*item, *speaker});
    if (seats) edits = release(edits, Seat{{*municipality, number}, *round, table.value_or(1)});
    if (apart) edits = release(edits, Apart{apart->first, apart->second});
    return plan;
}

EditedPlan swapped(EditedPlan plan, const std::optional<std::pair<Id<Topic>, Id<Topic>>>& topics,
                   const std::optional<std::pair<Pair_, Pair_>>& speakers,
                   const std::optional<std::pair<Person, Person>>& seats, int round) {
    PlanEdits& edits = plan.options.edits;
    if ((topics ? 1 : 0) + (speakers ? 1 : 0) + (seats ? 1 : 0) != 1)
        unclear("swap", "topics, speakers, or seats and round");
    if (topics) {
        require_known(plan, "topics", std::optional(topics->second));
        edits = swap(*plan.plan, edits, topics->first, topics->second);
    }
    if (speakers) {
        const auto& [one, other] = *speakers;
        edits = swap(*plan.plan, edits, Placement{one.first, Id<Speaker>(one.second)},
                     Placement{other.first, Id<Speaker>(other.second)});
    }
    if (seats)
        edits = swap(*plan.plan, edits, Attendee{seats->first.first, seats->first.second},
                     Attendee{seats->second.first, seats->second.second}, round);
    return plan;
}

EditedPlan with_meeting(EditedPlan plan, const Meeting& meeting) {
    const MeetingPlan& planned = *plan.plan;
    if (planned.agenda_kept) {
        plan.options.meeting = meeting;
        return plan;
    }
    const bool known = meeting.agenda.empty() || meeting.agenda == planned.agenda ||
                       meeting.agenda == planned.options.meeting.agenda;
    if (!known)
        throw InvalidInput({"with_meeting, meeting", "has another agenda than the plan, which was proposed",
                            "the agenda of the plan or none",
                            "lock, forbid or swap topics; for an agenda of your own plan the meeting anew"});
    plan.options.meeting = meeting;
    if (!plan.options.replace_agenda) plan.options.meeting.agenda.clear();
    return plan;
}

template <class Type>
void add_edits(py::class_<Type>& type) {
    type.def(
            "lock",
            [](const Type& plan, const std::optional<Id<Topic>>& topic, const Text& item,
               const std::optional<Id<Speaker>>& speaker, const std::optional<Id<Municipality>>& municipality,
               int number, const std::optional<int>& round, const std::optional<int>& table) {
                return locked(edited(plan), topic, item, speaker, municipality, number, round, table);
            },
            py::kw_only(), py::arg("topic") = py::none(), py::arg("item") = py::none(),
            py::arg("speaker") = py::none(), py::arg("municipality") = py::none(), py::arg("number") = 1,
            py::arg("round") = py::none(), py::arg("table") = py::none(),
            "A topic on the agenda; a speaker in an item; or one of the people of a municipality at a table "
            "of a round, both\n"
            "counted from 1. Takes the place of an earlier edit that says the opposite. InvalidInput for "
            "an item or a seat that is not in the plan, and for what is not known.")
        .def(
            "forbid",
            [](const Type& plan, const std::optional<Id<Topic>>& topic, const Text& item,
               const std::optional<Id<Speaker>>& speaker,
               const std::optional<std::pair<Id<Municipality>, Id<Municipality>>>& apart) {
                return forbidden(edited(plan), topic, item, speaker, apart);
            },
            py::kw_only(), py::arg("topic") = py::none(), py::arg("item") = py::none(),
            py::arg("speaker") = py::none(), py::arg("apart") = py::none(),
            "A topic on the agenda; a speaker in an item; or that people of two municipalities sit at one "
            "table. InvalidInput as\n"
            "lock().")
        .def(
            "release",
            [](const Type& plan, const std::optional<Id<Topic>>& topic, const Text& item,
               const std::optional<Id<Speaker>>& speaker, const std::optional<Id<Municipality>>& municipality,
               int number, const std::optional<int>& round, const std::optional<int>& table,
               const std::optional<std::pair<Id<Municipality>, Id<Municipality>>>& apart) {
                return released(edited(plan), topic, item, speaker, municipality, number, round, table,
                                apart);
            },
            py::kw_only(), py::arg("topic") = py::none(), py::arg("item") = py::none(),
            py::arg("speaker") = py::none(), py::arg("municipality") = py::none(), py::arg("number") = 1,
            py::arg("round") = py::none(), py::arg("table") = py::none(), py::arg("apart") = py::none(),
            "Takes back what was decided by hand, with lock(), forbid() or swap(), about a topic; a speaker "
            "in "
            "an item; one of the\n"
            "people of a municipality in a round, whatever the table; or two municipalities that sit apart. "
            "InvalidInput when\n"
            "nothing was decided about it.")
        .def(
            "swap",
            [](const Type& plan, const std::optional<std::pair<Id<Topic>, Id<Topic>>>& topics,
               const std::optional<std::pair<Pair_, Pair_>>& speakers,
               const std::optional<std::pair<Person, Person>>& seats,
               int round) { return swapped(edited(plan), topics, speakers, seats, round); },
            py::kw_only(), py::arg("topics") = py::none(), py::arg("speakers") = py::none(),
            py::arg("seats") = py::none(), py::arg("round") = 1,
            "topics: (leaves, comes). speakers: ((item, speaker), (item, speaker)), who change places. "
            "seats: ((municipality,\n"
            "number), (municipality, number)), who change tables in a round. InvalidInput as lock().")
        .def(
            "with_meeting",
            [](const Type& plan, const Meeting& meeting) { return with_meeting(edited(plan), meeting); },
            py::arg("meeting"),
            "With other registrations, another date or host. InvalidInput for another agenda than that of a "
            "plan whose agenda was\n"
            "proposed: it would be lost.");
}

}  // namespace

void bind_edited_plan(py::module_& module) {
    py::class_<EditedPlan> type(module, "EditedPlan",
                                "A plan with edits: Snapshot.plan_meeting() plans it again around them.");
    type.def_property_readonly(
            "plan", [](const EditedPlan& one) { return one.plan; }, "The plan that was edited.")
        .def_property_readonly(
            "edits", [](const EditedPlan& one) { return record_to_dict(one.options.edits); },
            "Everything that was decided by hand, as plain values.")
        .def("__repr__", [](const EditedPlan& one) {
            const PlanEdits& edits = one.options.edits;
            const std::size_t count = edits.topics.size() + edits.no_topics.size() + edits.speakers.size() +
                                      edits.no_speakers.size() + edits.seats.size() + edits.apart.size();
            return "<m150.EditedPlan: " + std::to_string(count) + " edits>";
        });
    add_edits(type);
}

void bind_plan_edits(py::class_<PlanView>& type) {
    add_edits(type);
}

}  // namespace m150::python
