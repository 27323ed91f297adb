// Who sits at which table in which round.
#include "arguments.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using TableView = View<MeetingTable>;
using SeatingPlanView = View<SeatingPlan>;
using People = Tuple<std::pair<Id<Municipality>, int>>;

std::string label_of(const TableView& table) {
    if (!table->topic) return "";
    const Topic* topic = table.now.find(*table->topic);
    return topic != nullptr ? topic->preferred_label : table->topic->str();
}

Mapping<std::string, std::string> names_of(const SeatingPlanView& plan) {
    Mapping<std::string, std::string> names;
    for (const auto& round : plan->rounds) {
        for (const MeetingTable& table : round) {
            for (const Attendee& who : table.people) {
                const Municipality* one = plan.now.find(who.municipality);
                names.items[who.municipality.str()] = one != nullptr ? one->name : who.municipality.str();
            }
        }
    }
    return names;
}

People people_of(const std::vector<Attendee>& attendees) {
    People people;
    for (const Attendee& one : attendees)
        people.items.emplace_back(one.municipality, one.number);
    return people;
}

py::list people_to_list(const std::vector<Attendee>& attendees) {
    py::list list;
    for (const Attendee& one : attendees) {
        py::list pair;
        pair.append(one.municipality);
        pair.append(one.number);
        list.append(pair);
    }
    return list;
}

PlainDict table_to_dict(const MeetingTable& table) {
    py::dict dict;
    dict["topic"] = table.topic;
    dict["people"] = people_to_list(table.people);
    dict["knowers"] = plain(table.knowers);
    return PlainDict(std::move(dict));
}

PlainDict plan_to_dict(const SeatingPlanView& plan, const std::string& lang) {
    py::list rounds;
    for (const auto& round : plan->rounds) {
        py::list tables;
        for (const MeetingTable& table : round)
            tables.append(table_to_dict(table));
        rounds.append(tables);
    }
    py::dict dict;
    dict["rounds"] = rounds;
    dict["people"] = plan->people;
    dict["repeats"] = plan->repeats;
    dict["repeats_bound"] = plan->repeats_bound;
    dict["wishes"] = plan->wishes;
    dict["wishes_met"] = plan->wishes_met;
    dict["wishes_bound"] = plan->wishes_bound;
    dict["no_wish_met"] = people_to_list(plan->no_wish_met);
    dict["tables_without_knower"] = plan->tables_without_knower;
    dict["same_municipality"] = plan->same_municipality;
    dict["same_region"] = plan->same_region;
    dict["met_before"] = plan->met_before;
    dict["moves"] = plan->moves;
    dict["topics_changed"] = plan->topics_changed;
    dict["notices"] = reasons_to_list(plan.now, plan->notices, language_of(lang));
    return PlainDict(std::move(dict));
}

void bind_plan(py::module_& module) {
    py::class_<TableView>(module, "MeetingTable", "A table in a round.")
        .def_property_readonly(
            "topic", [](const TableView& table) { return table->topic; },
            "Id of its topic; None: there were not wishes enough.")
        .def_property_readonly(
            "label", [](const TableView& table) { return label_of(table); },
            "The preferred label of its topic; empty: none.")
        .def_property_readonly(
            "people", [](const TableView& table) { return people_of(table->people); },
            "(code of the municipality, number of the person among those it registered), ascending.")
        .def_property_readonly(
            "knowers", [](const TableView& table) { return Tuple<Id<Municipality>>{table->knowers}; },
            "Municipalities at the table that know the topic.")
        .def(
            "to_dict", [](const TableView& table) { return table_to_dict(*table); },
            "Everything as plain values.")
        .def("__repr__", [](const TableView& table) {
            return "<m150.MeetingTable " + (table->topic ? table->topic->str() : std::string("-")) + ": " +
                   std::to_string(table->people.size()) + " people>";
        });
    const auto number = [](int SeatingPlan::*member) {
        return [member](const SeatingPlanView& plan) { return (*plan).*member; };
    };
    py::class_<SeatingPlanView> plan(module, "SeatingPlan",
                                     "Who sits at which table in which round of a meeting.");
    plan.def_property_readonly(
            "rounds",
            [](const SeatingPlanView& one) {
                Tuple<Tuple<TableView>> rounds;
                for (const auto& round : one->rounds)
                    rounds.items.push_back(one.each(round));
                return rounds;
            },
            "Of each round the tables.")
        .def_property_readonly("people", number(&SeatingPlan::people), "How many are seated.")
        .def_property_readonly("names", &names_of, "Of the municipalities that are seated, by code.")
        .def_property_readonly("repeats", number(&SeatingPlan::repeats),
                               "Times after the first that two people meet.")
        .def_property_readonly("repeats_bound", number(&SeatingPlan::repeats_bound),
                               "No plan at tables of these sizes has fewer repeats.")
        .def_property_readonly("wishes", number(&SeatingPlan::wishes),
                               "Of everybody, those that the rounds have room for.")
        .def_property_readonly("wishes_met", number(&SeatingPlan::wishes_met), "How many of them are met.")
        .def_property_readonly("wishes_bound", number(&SeatingPlan::wishes_bound),
                               "No plan at tables of these sizes meets more, whatever their topics.")
        .def_property_readonly(
            "no_wish_met", [](const SeatingPlanView& one) { return people_of(one->no_wish_met); },
            "Who has wishes, and none was met.")
        .def_property_readonly("tables_without_knower", number(&SeatingPlan::tables_without_knower),
                               "Of those with a topic.")
        .def_property_readonly("same_municipality", number(&SeatingPlan::same_municipality),
                               "Pairs of one municipality at one table.")
        .def_property_readonly("same_region", number(&SeatingPlan::same_region),
                               "Pairs of one veiligheidsregio and two municipalities at one table.")
        .def_property_readonly(
            "met_before", number(&SeatingPlan::met_before),
            "Pairs at one table whose municipalities sat together before or were in contact.")
        .def_property_readonly("moves", number(&SeatingPlan::moves),
                               "Seats changed from the plan to stay near.")
        .def_property_readonly("topics_changed", number(&SeatingPlan::topics_changed),
                               "Tables with another topic than in that plan.")
        .def_property_readonly(
            "notices", [](const SeatingPlanView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; notices in 'nl' or 'en'.")
        .def("__repr__", [](const SeatingPlanView& one) {
            return "<m150.SeatingPlan: " + std::to_string(one->people) + " people, " +
                   std::to_string(one->rounds.size()) + " rounds, " + std::to_string(one->repeats) +
                   " repeats>";
        });
    add_html(plan, "seating_plan");
    add_frame(plan, "seating_plan",
              "One row per seat: round, table, topic, municipality, number. Needs pandas (ImportError).");
}

void bind_method(py::class_<Snapshot>& type) {
    const SeatOptions defaults;
    type.def(
        "seat",
        [](const Snapshot& now, const Agenda& meeting, int rounds, int table_size, double knows,
           const SeatWeights& weights, const std::vector<SeatingPlanView>& earlier,
           const std::optional<SeatingPlanView>& stay_near, int move, int another_topic,
           const std::vector<std::tuple<Id<Municipality>, int, int, int>>& fixed,
           const std::vector<std::pair<Id<Municipality>, Id<Municipality>>>& apart, std::uint64_t seed,
           std::int64_t steps, const ProgressArgument& progress) {
            const std::optional<Meeting> which = meeting_of(now, meeting);
            if (!which) throw py::type_error("meeting: expected a Meeting or the id of one");
            SeatOptions options;
            options.meeting = *which;
            options.rounds = rounds;
            options.table_size = table_size;
            options.knows = knows;
            options.weights = weights;
            for (const SeatingPlanView& plan : earlier)
                options.earlier.push_back(*plan);
            if (stay_near) options.stay_near = **stay_near;
            options.move = move;
            options.another_topic = another_topic;
            for (const auto& [municipality, number, round, table] : fixed)
                options.fixed.push_back({{municipality, number}, round, table});
            for (const auto& [one, other] : apart)
                options.apart.push_back({one, other});
            options.seed = seed;
            options.steps = steps;
            std::optional<SeatingPlan> plan;
            run_telling(progress_of(progress), [&](const ProgressFn& tell) {
                options.progress = tell;
                plan = seat(now, options);
            });
            return view_of(*std::move(plan), now);
        },
        py::arg("meeting"), py::arg("rounds") = defaults.rounds, py::arg("table_size") = defaults.table_size,
        py::kw_only(), py::arg("knows") = defaults.knows,
        py::arg_v("weights", defaults.weights, "SeatWeights()"), py::arg("earlier") = py::tuple(),
        py::arg("stay_near") = py::none(), py::arg("move") = defaults.move,
        py::arg("another_topic") = defaults.another_topic, py::arg("fixed") = py::tuple(),
        py::arg("apart") = py::tuple(), py::arg("seed") = defaults.seed, py::arg("steps") = defaults.steps,
        py::arg("progress") = py::none(),
        "Who sits at which table in which round, and on what topic: a seeded local search, with a bound "
        "beside it.\n\n"
        "meeting: a Meeting or its id; its registrations are seated. rounds: 1 to 20. table_size: at most, 2 "
        "to "
        "50; tables\ndiffer by one person at most.\n"
        "knows: a municipality knows a topic from this expertise on, 0..1. weights: what counts against "
        "what. "
        "earlier: plans of\nearlier meetings, so that others meet now.\n"
        "stay_near: a plan to change as little as can be, for late registrations and cancellations; move: "
        "what a changed seat\ncosts, another_topic: a table that gets another topic than it had, as in "
        "weights.\n"
        "fixed: (municipality, number, round, table), both counted from 1: seats that stand. apart: pairs of "
        "municipalities whose\npeople do not sit together.\n"
        "seed, steps: of the search; steps 0: by size. progress: a function of (stage, done, total), True "
        "for a "
        "line of text;\nreturning False cancels.\n\n"
        "InvalidInput: nobody is registered, an unknown meeting, options out of range, a plan to stay near "
        "with another number\nof rounds, fixed seats that cannot all hold, cancelled. The GIL is released.");
}

}  // namespace

void bind_seat(py::module_& module) {
    bind_plan(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_method(type);
}

}  // namespace m150::python
