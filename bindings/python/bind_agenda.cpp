// The agenda that meets most demand.
#include "arguments.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using ItemView = View<ProposedItem>;
using AgendaView = View<ProposedAgenda>;
using ProposalView = View<AgendaProposal>;

PlainDict agenda_to_dict(const AgendaView& agenda, TextLanguage language) {
    py::list items;
    for (const ProposedItem& item : agenda->items) {
        py::dict dict;
        dict["item"] = record_to_dict(item.item);
        dict["parallel"] = item.parallel;
        dict["value"] = item.value;
        dict["municipalities"] = item.municipalities;
        dict["reasons"] = reasons_to_list(agenda.now, item.reasons, language);
        items.append(dict);
    }
    py::dict dict;
    dict["items"] = items;
    dict["value"] = agenda->value;
    dict["upper_bound"] = agenda->upper_bound;
    dict["proved"] = agenda->proved;
    return PlainDict(std::move(dict));
}

PlainDict proposal_to_dict(const ProposalView& proposal, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list others, resting;
    for (const ProposedAgenda& other : proposal->others)
        others.append(agenda_to_dict(proposal.at(other), language));
    for (const RestingTopic& one : proposal->resting) {
        py::dict dict;
        dict["topic"] = one.topic;
        dict["meeting"] = one.meeting;
        dict["date"] = one.date.str();
        dict["questions"] = one.questions;
        dict["before"] = one.before;
        dict["returns"] = one.returns;
        resting.append(dict);
    }
    py::dict dict;
    dict["best"] = agenda_to_dict(proposal.at(proposal->best), language);
    dict["others"] = others;
    dict["participants"] = proposal->participants;
    dict["resting"] = resting;
    dict["unserved"] = plain(proposal->unserved);
    dict["notices"] = reasons_to_list(proposal.now, proposal->notices, language);
    return PlainDict(std::move(dict));
}

void bind_proposal(py::module_& module) {
    py::class_<ItemView>(module, "ProposedItem", "A topic of a proposed agenda.")
        .def_property_readonly(
            "item", [](const ItemView& one) { return one->item; },
            "As an agenda item, titled by its topic, for one speaker.")
        .def_property_readonly(
            "parallel", [](const ItemView& one) { return one->parallel; },
            "Whether it is a session at the same time as others.")
        .def_property_readonly(
            "value", [](const ItemView& one) { return one->value; }, "The sum of its reasons.")
        .def_property_readonly(
            "reasons", [](const ItemView& one) { return one.each(one->reasons); }, "Whose needs it meets.")
        .def_property_readonly(
            "municipalities", [](const ItemView& one) { return one->municipalities; },
            "How many need it and are there for it.")
        .def("__repr__", [](const ItemView& one) {
            return "<m150.ProposedItem " + one->item.id + " " + one->item.topics.front().str() + ": " +
                   std::to_string(one->item.minutes) + " minutes>";
        });
    py::class_<AgendaView> agenda(module, "ProposedAgenda", "Which topics, how long, together or at once.");
    agenda
        .def_property_readonly(
            "items", [](const AgendaView& one) { return one.each(one->items); },
            "Plenary first, each by descending value.")
        .def_property_readonly(
            "value", [](const AgendaView& one) { return one->value; },
            "Sum of the items' values: how many municipalities' needs are met.")
        .def_property_readonly(
            "upper_bound", [](const AgendaView& one) { return one->upper_bound; },
            "No agenda (that differs as asked) is worth more.")
        .def_property_readonly(
            "proved", [](const AgendaView& one) { return one->proved; },
            "Whether nothing is better; False when a limit was reached.")
        .def_property_readonly(
            "gap", [](const AgendaView& one) { return one->gap(); },
            "By which part of its value the bound lies above it.")
        .def(
            "to_dict",
            [](const AgendaView& one, const std::string& lang) {
                return agenda_to_dict(one, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const AgendaView& one) {
            return "<m150.ProposedAgenda: " + std::to_string(one->items.size()) + " items, value " +
                   std::string(py::str("{:.2f}").format(one->value)) + ">";
        });
    using R = View<RestingTopic>;
    py::class_<R>(module, "RestingTopic", "A topic that was treated lately.")
        .def_property_readonly(
            "topic", [](const R& one) { return one->topic; }, "Id of the topic.")
        .def_property_readonly(
            "meeting", [](const R& one) { return one->meeting; }, "Where it was treated.")
        .def_property_readonly(
            "date", [](const R& one) { return one->date; }, "The day on which it was treated.")
        .def_property_readonly(
            "questions", [](const R& one) { return one->questions; }, "On it since then.")
        .def_property_readonly(
            "before", [](const R& one) { return one->before; }, "In as long a period before.")
        .def_property_readonly(
            "returns", [](const R& one) { return one->returns; }, "Whether it grew enough to come back.")
        .def("__repr__", [](const R& one) {
            return "<m150.RestingTopic " + one->topic.str() + (one->returns ? ": returns>" : ">");
        });
    py::class_<ProposalView> proposal(module, "AgendaProposal",
                                      "The agenda that meets most of the demand of those who come.");
    proposal
        .def_property_readonly(
            "best", [](const ProposalView& one) { return one.at(one->best); }, "The best agenda.")
        .def_property_readonly(
            "others", [](const ProposalView& one) { return one.each(one->others); },
            "Further agendas, each unlike those before it.")
        .def_property_readonly(
            "participants", [](const ProposalView& one) { return one->participants; }, "Municipalities.")
        .def_property_readonly(
            "resting", [](const ProposalView& one) { return one.each(one->resting); },
            "Topics of the last meetings.")
        .def_property_readonly(
            "unserved", [](const ProposalView& one) { return Tuple<Id<Municipality>>{one->unserved}; },
            "Participants who need something, and nothing of the best agenda.")
        .def_property_readonly(
            "notices", [](const ProposalView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def("to_dict", &proposal_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ProposalView& one) {
            return "<m150.AgendaProposal: " + std::to_string(one->best.items.size()) + " items, value " +
                   std::string(py::str("{:.2f}").format(one->best.value)) + ", " +
                   std::to_string(one->others.size()) + " others>";
        });
    add_html(proposal, "agenda_proposal");
    add_frame(proposal, "agenda_proposal",
              "One row per item: agenda (0: the best), item, topic, title, minutes, parallel, value, "
              "municipalities, why. Needs pandas (ImportError).");
}

void bind_propose_agenda(py::class_<Snapshot>& type) {
    const AgendaOptions defaults;
    type.def(
        "propose_agenda",
        [](const Snapshot& now, const Agenda& meeting, int minutes, const std::vector<int>& lengths,
           double half_minutes, int most_topics, int parallel_sessions, int parallel_minutes, double step,
           double second, double third, double first_wish, double last_wish, double news,
           const std::vector<Id<Topic>>& must, const std::vector<Id<Topic>>& never, int rest_meetings,
           double grown, std::size_t others, int differ_by, const std::optional<AgendaView>& stay_near,
           std::int64_t max_nodes, double max_seconds, const ProgressArgument& progress) {
            const std::optional<Meeting> which = meeting_of(now, meeting);
            if (!which) throw py::type_error("meeting: expected a Meeting or the id of one");
            AgendaOptions options{*which,
                                  minutes,
                                  lengths,
                                  half_minutes,
                                  most_topics,
                                  parallel_sessions,
                                  parallel_minutes,
                                  step,
                                  second,
                                  third,
                                  first_wish,
                                  last_wish,
                                  news,
                                  must,
                                  never,
                                  rest_meetings,
                                  grown,
                                  others,
                                  differ_by,
                                  {},
                                  {}};
            for (const ProposedItem& one : stay_near ? (*stay_near)->items : std::vector<ProposedItem>{})
                options.stay_near.push_back({one.item.topics.front(), one.item.minutes, one.parallel});
            options.solver.most_nodes = max_nodes;
            options.solver.most_seconds = max_seconds;
            std::optional<AgendaProposal> proposal;
            run_telling(progress_of(progress), [&](const ProgressFn& tell) {
                options.solver.progress = tell;
                proposal = propose_agenda(now, options);
            });
            return view_of(*std::move(proposal), now);
        },
        py::arg("meeting"), py::kw_only(), py::arg("minutes") = defaults.minutes,
        py::arg("lengths") = py::make_tuple(20, 30, 45), py::arg("half_minutes") = defaults.half_minutes,
        py::arg("most_topics") = defaults.most_topics,
        py::arg("parallel_sessions") = defaults.parallel_sessions,
        py::arg("parallel_minutes") = defaults.parallel_minutes, py::arg("step") = defaults.step,
        py::arg("second") = defaults.second, py::arg("third") = defaults.third,
        py::arg("first_wish") = defaults.first_wish, py::arg("last_wish") = defaults.last_wish,
        py::arg("news") = defaults.news, py::arg("must") = py::tuple(), py::arg("never") = py::tuple(),
        py::arg("rest_meetings") = defaults.rest_meetings, py::arg("grown") = defaults.grown,
        py::arg("others") = defaults.others, py::arg("differ_by") = defaults.differ_by,
        py::arg("stay_near") = py::none(), py::arg("max_nodes") = defaults.solver.most_nodes,
        py::arg("max_seconds") = defaults.solver.most_seconds, py::arg("progress") = py::none(),
        "The agenda that meets most of the demand of those who come: exact.\n\n"
        "meeting: a Meeting or its id; its network, date and registrations count. Without registrations all "
        "members of the\nnetwork are taken to come.\n"
        "minutes: of the plenary programme. lengths: minutes a plenary item may take. half_minutes: an item "
        "of "
        "d minutes meets\n1 - 2 ** (-d / half_minutes) of a need. most_topics: of all. parallel_sessions: at "
        "the "
        "same time, of parallel_minutes\neach, beside the plenary programme.\n"
        "step, second, third: what meets a municipality's needs counts in full up to step, the next step for "
        "second, all beyond\nfor third. first_wish, last_wish: what wishes of a registration count as "
        "demand. "
        "news: how much news raises demand.\n"
        "must, never: topics. rest_meetings: topics of so many last meetings rest, unless questions on them "
        "grew "
        "by grown.\nothers: further agendas, in which differ_by topics of each earlier one are missing.\n"
        "stay_near: an earlier agenda, of which as many topics as can be stay, and of them as many as can be "
        "for "
        "as long.\n"
        "max_nodes, max_seconds (0: none): when to stop with the best found; then .proved is False. "
        "progress: a "
        "function of\n(stage, done, total), True for a line of text; returning False cancels.\n\n"
        "InvalidInput: an unknown meeting, network or topic, options out of range, topics that must and must "
        "not be treated,\nmore that must than fit, cancelled. The GIL is released.");
}

}  // namespace

void bind_agenda(py::module_& module) {
    bind_proposal(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_propose_agenda(type);
}

}  // namespace m150::python
