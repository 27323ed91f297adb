// A meeting planned as a whole, and planned again.
#include <pybind11/stl/filesystem.h>

#include "arguments.hpp"
#include "libm150/meet/plan_schema.hpp"
#include "plan_class.hpp"

namespace m150::python {

// A meeting, the id of one, or a plan to make again.
class ToPlan : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(ToPlan, py::object, [](PyObject*) { return true; })
};

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct type_caster<m150::ProgrammeGoal> : m150::python::TextCaster<m150::ProgrammeGoal> {};
template <>
struct handle_type_name<m150::python::ToPlan> {
    static constexpr auto name = make_caster<m150::Meeting>::name + const_name(" | str | ") +
                                 make_caster<m150::python::View<m150::MeetingPlan>>::name +
                                 const_name(" | ") + make_caster<m150::python::EditedPlan>::name;
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

// Sets the options that a dict names; the others stay.
template <class Options>
void take_options(Options& options, py::dict given, const char* argument) {
    std::vector<Problem> problems;
    std::vector<std::string> names;
    for_each_field<Options>([&](const auto& field) {
        names.emplace_back(field.name);
        if (given.contains(names.back())) set_field(options, field, given[py::str(names.back())], problems);
    });
    for (const auto& [key, value] : given) {
        const std::string name = py::str(key);
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        const std::string guess = nearest(name, names);
        problems.push_back({"plan_meeting, " + std::string(argument),
                            "there is no option '" + excerpt(name, 60) + "'", "an option of that step",
                            guess.empty() ? "leave it out" : "did you mean " + guess + "?"});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

void take_seating(SeatOptions& options, const py::dict& given) {
    const py::dict rest = given.attr("copy")();
    if (rest.contains("earlier")) {
        options.earlier.clear();
        for (const py::handle one : rest["earlier"])
            options.earlier.push_back(*py::cast<const View<SeatingPlan>&>(one));
        rest.attr("pop")("earlier");
    }
    take_options(options, rest, "seating");
}

PlanView plan_for(const Snapshot& now, const PlanOptions& given, const std::optional<PlanView>& earlier,
                  const ProgressArgument& progress) {
    PlanOptions options = given;
    std::optional<MeetingPlan> plan;
    run_telling(progress_of(progress), [&](const ProgressFn& tell) {
        options.progress = tell;
        plan = earlier ? plan_again(now, **earlier, options) : plan_meeting(now, options);
    });
    return view_of(*std::move(plan), now);
}

PlanView plan_of(const Snapshot& now, const ToPlan& what, const PlainDict& gaps, const PlainDict& agenda,
                 const PlainDict& speakers, const PlainDict& seating,
                 const std::optional<bool>& replace_agenda, const ProgressArgument& progress) {
    PlanOptions options;
    std::optional<PlanView> earlier;
    if (py::isinstance<PlanView>(what)) {
        earlier = py::cast<const PlanView&>(what);
        options = (*earlier)->options;
    } else if (py::isinstance<EditedPlan>(what)) {
        const auto& one = py::cast<const EditedPlan&>(what);
        earlier = one.plan;
        options = one.options;
    } else {
        const std::optional<Meeting> meeting = meeting_of(now, py::reinterpret_borrow<Agenda>(what));
        if (!meeting)
            throw py::type_error(
                "meeting: expected a Meeting, the id of one, a MeetingPlan or an EditedPlan");
        options.meeting = *meeting;
    }
    take_options(options.gaps, gaps, "gaps");
    take_options(options.agenda, agenda, "agenda");
    take_options(options.speakers, speakers, "speakers");
    take_seating(options.seating, seating);
    if (replace_agenda) options.replace_agenda = *replace_agenda;
    return plan_for(now, options, earlier, progress);
}

PlainDict plan_to_dict(const PlanView& plan, const std::string& lang) {
    const auto part = [&](const auto& view) {
        return py::cast(view).attr("to_dict")(py::arg("lang") = lang);
    };
    py::dict dict;
    dict["meeting"] = record_to_dict(meeting_of(*plan));
    dict["today"] = plan->today.str();
    dict["gaps"] = part(plan.at(plan->gaps));
    dict["agenda_kept"] = plan->agenda_kept;
    dict["proposal"] = plan->proposal ? part(plan.at(*plan->proposal)) : py::none();
    dict["agenda"] = plain(plan->agenda);
    dict["parallel"] = plan->parallel;
    dict["programme"] = plan->programme ? part(plan.at(*plan->programme)) : py::none();
    dict["seating"] = plan->seating ? part(plan.at(*plan->seating)) : py::none();
    dict["edits"] = record_to_dict(plan->options.edits);
    dict["notices"] = reasons_to_list(plan.now, plan->notices, language_of(lang));
    return PlainDict(std::move(dict));
}

void add_parts(py::class_<PlanView>& type) {
    type.def_property_readonly(
            "meeting", [](const PlanView& one) { return m150::meeting_of(*one); },
            "The meeting with the agenda of the plan.")
        .def_property_readonly(
            "today", [](const PlanView& one) { return one->today; }, "The day it was planned as of.")
        .def_property_readonly(
            "gaps", [](const PlanView& one) { return one.at(one->gaps); }, "What plays.")
        .def_property_readonly(
            "agenda_kept", [](const PlanView& one) { return one->agenda_kept; },
            "Whether the meeting had an agenda, which was kept.")
        .def_property_readonly(
            "proposal",
            [](const PlanView& one) {
                return one->proposal ? std::optional(one.at(*one->proposal)) : std::nullopt;
            },
            "The agenda that was proposed; None: the meeting's was kept.")
        .def_property_readonly(
            "agenda", [](const PlanView& one) { return Tuple<AgendaItem>{one->agenda}; },
            "What is treated. A proposed item has the id of its topic.")
        .def_property_readonly(
            "parallel", [](const PlanView& one) { return Tuple<std::string>{one->parallel}; },
            "Ids of the proposed items that are at the same time.")
        .def_property_readonly(
            "programme",
            [](const PlanView& one) {
                return one->programme ? std::optional(one.at(*one->programme)) : std::nullopt;
            },
            "Who speaks; None: there is nothing to speak on.")
        .def_property_readonly(
            "seating",
            [](const PlanView& one) {
                return one->seating ? std::optional(one.at(*one->seating)) : std::nullopt;
            },
            "Who sits where; None: nobody is registered.")
        .def_property_readonly(
            "edits", [](const PlanView& one) { return record_to_dict(one->options.edits); },
            "What was decided by hand, as plain values.")
        .def_property_readonly(
            "notices", [](const PlanView& one) { return one.each(one->notices); },
            "What the reader should know, of all steps, each once.");
}

void bind_plan_type(py::class_<PlanView>& type) {
    add_parts(type);
    bind_plan_edits(type);
    type.def(
            "diff",
            [](const PlanView& one, const PlanView& earlier) {
                return view_of(m150::diff(*earlier, *one), one.now);
            },
            py::arg("earlier"), "What this plan changed of an earlier one.")
        .def(
            "to_json", [](const PlanView& one) { return plan_to_json(*one); },
            "Everything, as save() writes it.")
        .def(
            "save", [](const PlanView& one, const std::filesystem::path& path) { write_plan(path, *one); },
            py::arg("path"),
            "Writes the plan to a file that load() reads: the same bytes for the same plan. StoreError when "
            "it cannot be written.")
        .def_static(
            "load",
            [](const std::filesystem::path& path, const std::optional<Snapshot>& now) {
                MeetingPlan plan = read_plan(path);
                return view_of(std::move(plan), now ? *now : KnowledgeBase::in_memory().snapshot());
            },
            py::arg("path"), py::arg("now") = py::none(),
            "The plan that save() wrote. now: gives the names of topics, speakers and municipalities in "
            "words; without it their\n"
            "ids stand for them.\n"
            "\n"
            "InvalidInput, with the place, for a file that is no plan or of another version, and for an "
            "agenda "
            "that was changed by\n"
            "hand: lock(), forbid() and swap() change it.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons and notices in 'nl' or 'en'.")
        .def("__eq__", [](const PlanView& one,
                          const PlanView& other) { return plan_to_json(*one) == plan_to_json(*other); })
        .def("__repr__", [](const PlanView& one) {
            return "<m150.MeetingPlan " + one->options.meeting.id.str() + ": " +
                   std::to_string(one->agenda.size()) + " items, " +
                   std::to_string(one->seating ? one->seating->people : 0) + " people>";
        });
    type.attr("__hash__") = py::none();
    add_html(type, "meeting_plan");
    add_frame(type, "meeting_plan",
              "One row per item and speaker: item, title, minutes, parallel, speaker, role, fit. The other "
              "steps have frames of\n"
              "their own: .gaps, .proposal, .programme, .seating. Needs pandas (ImportError).");
}

}  // namespace

void bind_meeting_plan(py::module_& module) {
    py::class_<PlanView> type(
        module, "MeetingPlan",
        "A meeting planned as a whole: what plays, what to treat, who speaks, who sits where.");
    bind_plan_diff(module);
    bind_edited_plan(module);
    bind_plan_type(type);
    auto snapshot = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    snapshot.def(
        "plan_meeting", &plan_of, py::arg("meeting"), py::kw_only(), py::arg("gaps") = PlainDict(),
        py::arg("agenda") = PlainDict(), py::arg("speakers") = PlainDict(), py::arg("seating") = PlainDict(),
        py::arg("replace_agenda") = py::none(), py::arg("progress") = py::none(),
        "Plans a meeting as a whole: gap_map, propose_agenda (unless the meeting has an agenda, which is "
        "kept), match_speakers\n"
        "and seat, each on what the one before gave.\n"
        "\n"
        "meeting: a Meeting or its id; or a MeetingPlan, or an EditedPlan (from its lock, forbid, swap, "
        "with_meeting), to plan it\n"
        "again around what was changed: what was not changed stays as it was, as far as can be.\n"
        "gaps, agenda, speakers, seating: dicts with the options of the steps, named as the fields of "
        "GapMapOptions,\n"
        "AgendaOptions, MatchSpeakersOptions and SeatOptions: {'minutes': 180, 'solver': {'most_seconds': "
        "5}}; when planning\n"
        "again the others stay as they were.\n"
        "replace_agenda: True: propose an agenda though the meeting has one. progress: a function of (stage, "
        "done, total), True\n"
        "for a line of text; returning False cancels.\n"
        "\n"
        "What cannot be done is in .notices and in the steps, not an error: a meeting in the past, no "
        "demand, nobody registered\n"
        "(then nobody is seated). InvalidInput: as the steps, an unknown meeting or option, cancelled. The "
        "GIL is released.");
}

}  // namespace m150::python
