// What connect() and connect_all() give back.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

class ConnectionIterator : public py::iterator {
  public:
    using py::iterator::iterator;
    ConnectionIterator(py::iterator&& other) : py::iterator(std::move(other)) {}
};

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::ConnectionIterator> {
    static constexpr auto name = const_name("collections.abc.Iterator[") +
                                 make_caster<m150::python::View<m150::Connection>>::name + const_name("]");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

using ConnectionView = View<Connection>;
using ConnectionPlanView = View<ConnectionPlan>;
using ConnectionsView = View<Connections>;
using IntroductionView = View<Introduction>;

std::string name_of_municipality(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* municipality = now.find(id);
    return municipality != nullptr ? municipality->name : id.str();
}

PlainDict connection_to_dict(const ConnectionView& connection, TextLanguage language) {
    py::dict dict;
    dict["learner"] = connection->learner;
    dict["learner_name"] = name_of_municipality(connection.now, connection->learner);
    dict["guide"] = connection->guide;
    dict["guide_name"] = name_of_municipality(connection.now, connection->guide);
    dict["topics"] = plain(connection->topics);
    dict["score"] = connection->score;
    dict["reasons"] = reasons_to_list(connection.now, connection->reasons, language);
    return PlainDict(std::move(dict));
}

PlainDict unconnected_to_dict(const Unconnected& unconnected) {
    py::dict dict;
    dict["municipality"] = unconnected.municipality;
    dict["missing"] = unconnected.missing;
    dict["why"] = unconnected.why;
    return PlainDict(std::move(dict));
}

PlainDict plan_to_dict(const ConnectionPlanView& plan, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list connections;
    for (const Connection& connection : plan->connections)
        connections.append(connection_to_dict(plan.at(connection), language));
    py::list unconnected;
    for (const Unconnected& one : plan->unconnected)
        unconnected.append(unconnected_to_dict(one));
    py::dict dict;
    dict["connections"] = connections;
    dict["unconnected"] = unconnected;
    dict["objective"] = plan->objective;
    dict["upper_bound"] = plan->upper_bound;
    dict["gap"] = plan->gap;
    dict["proved"] = plan->proved;
    dict["notices"] = reasons_to_list(plan.now, plan->notices, language);
    return PlainDict(std::move(dict));
}

void bind_connection(py::module_& module) {
    py::class_<ConnectionView> type(module, "Connection", "Two municipalities to bring into contact.");
    type.def_property_readonly(
            "learner", [](const ConnectionView& one) { return one->learner; },
            "Code of the municipality that needs something.")
        .def_property_readonly(
            "guide", [](const ConnectionView& one) { return one->guide; },
            "Code of the municipality that knows it.")
        .def_property_readonly(
            "learner_name",
            [](const ConnectionView& one) { return name_of_municipality(one.now, one->learner); },
            "Name of the learner.")
        .def_property_readonly(
            "guide_name", [](const ConnectionView& one) { return name_of_municipality(one.now, one->guide); },
            "Name of the guide.")
        .def_property_readonly(
            "topics", [](const ConnectionView& one) { return Tuple<Id<Topic>>{one->topics}; },
            "Ids of the topics to talk about, most useful first.")
        .def_property_readonly(
            "score", [](const ConnectionView& one) { return one->score; }, "The sum of the reasons' shares.")
        .def_property_readonly(
            "reasons", [](const ConnectionView& one) { return one.each(one->reasons); },
            "Why the score is what it is.")
        .def(
            "introduction",
            [](const ConnectionView& one, const std::string& lang, const std::string& sender) {
                const IntroductionOptions options{language_of(lang), sender};
                const py::gil_scoped_release release;
                return view_of(introduction(one.now, *one, options), one.now);
            },
            py::kw_only(), py::arg("lang") = "nl", py::arg("sender") = IntroductionOptions().sender,
            "A letter to both, ready to send, in 'nl' or 'en': why the two, on what, and a first question. "
            "It "
            "names only what\nboth may see.\n\n"
            "sender: under the letter, 1 to 200 bytes.\n\n"
            "InvalidInput: a sender that is empty or too long. The GIL is released.")
        .def(
            "to_dict",
            [](const ConnectionView& one, const std::string& lang) {
                return connection_to_dict(one, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ConnectionView& one) {
            return "<m150.Connection " + one->learner.str() + " learns from " + one->guide.str() + " " +
                   std::string(py::str("{:.3f}").format(one->score)) + ">";
        });
    add_html(type, "connection");
}

PlainDict introduction_to_dict(const Introduction& letter) {
    py::dict dict;
    dict["subject"] = letter.subject;
    dict["text"] = letter.text;
    dict["topics"] = plain(letter.topics);
    dict["given_back"] = plain(letter.given_back);
    dict["withheld"] = plain(letter.withheld);
    dict["question"] = letter.question;
    return PlainDict(std::move(dict));
}

void bind_introduction(py::module_& module) {
    const auto topics = [](std::vector<Id<Topic>> Introduction::*member) {
        return [member](const IntroductionView& letter) { return Tuple<Id<Topic>>{(*letter).*member}; };
    };
    py::class_<IntroductionView> type(module, "Introduction",
                                      "A letter that brings two municipalities into contact.");
    type.def_property_readonly(
            "subject", [](const IntroductionView& letter) { return letter->subject; }, "One line.")
        .def_property_readonly(
            "text", [](const IntroductionView& letter) { return letter->text; }, "To send as it is.")
        .def_property_readonly("topics", topics(&Introduction::topics),
                               "Ids of the topics that it names for the learner, most useful first.")
        .def_property_readonly("given_back", topics(&Introduction::given_back),
                               "Ids of those that it names the other way round.")
        .def_property_readonly(
            "withheld", topics(&Introduction::withheld),
            "Ids of the connection's topics that it does not name: the two may not both see why.")
        .def_property_readonly(
            "question", [](const IntroductionView& letter) { return letter->question; },
            "Id of the question that it proposes to start with; None: one from a template.")
        .def(
            "to_dict", [](const IntroductionView& letter) { return introduction_to_dict(*letter); },
            "Everything as plain values.")
        .def("__str__", [](const IntroductionView& letter) { return letter->text; })
        .def("__repr__",
             [](const IntroductionView& letter) { return "<m150.Introduction " + letter->subject + ">"; });
    add_html(type, "introduction");
}

}  // namespace

void bind_connections(py::module_& module) {
    bind_introduction(module);
    bind_connection(module);

    py::class_<ConnectionsView> list(module, "Connections",
                                     "The best connections for one municipality, best first; a sequence.");
    list.def("__len__", [](const ConnectionsView& all) { return all->size(); })
        .def(
            "__getitem__",
            [](const ConnectionsView& all, std::ptrdiff_t index) {
                const auto size = static_cast<std::ptrdiff_t>(all->size());
                if (index < 0) index += size;
                if (index < 0 || index >= size)
                    throw py::index_error("there are " + std::to_string(size) + " connections");
                return all.at((*all)[static_cast<std::size_t>(index)]);
            },
            py::arg("index"))
        .def("__iter__",
             [](const ConnectionsView& all) {
                 return ConnectionIterator(py::iter(py::cast(all.each(all->connections))));
             })
        .def_property_readonly(
            "notices", [](const ConnectionsView& all) { return all.each(all->notices); },
            "What the reader should know: why there are none, why nobody of guide_networks guides.")
        .def(
            "to_dict",
            [](const ConnectionsView& all, const std::string& lang) {
                py::list connections;
                for (const Connection& one : *all)
                    connections.append(connection_to_dict(all.at(one), language_of(lang)));
                py::dict dict;
                dict["connections"] = connections;
                dict["notices"] = reasons_to_list(all.now, all->notices, language_of(lang));
                return PlainDict(std::move(dict));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ConnectionsView& all) {
            return "<m150.Connections: " + std::to_string(all->size()) + ">";
        });
    add_html(list, "connections");
    add_frame(list, "connections",
              "One row per connection: learner, learner_name, guide, guide_name, topics, score, why. Needs "
              "pandas (ImportError).");

    py::class_<View<Unconnected>>(module, "Unconnected",
                                  "A municipality that the plan gives fewer guides than wanted.")
        .def_property_readonly(
            "municipality", [](const View<Unconnected>& one) { return one->municipality; }, "Its code.")
        .def_property_readonly(
            "missing", [](const View<Unconnected>& one) { return one->missing; },
            "Guides short of what was wanted.")
        .def_property_readonly(
            "why", [](const View<Unconnected>& one) { return one->why; },
            "'no-demand', 'nobody-knows', 'paused' (who knows asked not to be recommended), "
            "'already-connected', "
            "'guides-full', 'repeats' (another guide on the same topics is worth nothing) or 'no-weight'.")
        .def(
            "to_dict", [](const View<Unconnected>& one) { return unconnected_to_dict(*one); },
            "The three by name.")
        .def("__repr__", [](const View<Unconnected>& one) {
            return "<m150.Unconnected " + one->municipality.str() + " " + one->why + ">";
        });

    py::class_<ConnectionPlanView> plan(
        module, "ConnectionPlan",
        "The best plan for the whole network in which nobody has more than its share.");
    plan.def_property_readonly(
            "connections", [](const ConnectionPlanView& one) { return one.each(one->connections); },
            "Ascending by learner, then best first.")
        .def_property_readonly(
            "unconnected", [](const ConnectionPlanView& one) { return one.each(one->unconnected); },
            "Who has fewer guides than wanted, and why; ascending by code.")
        .def_property_readonly(
            "objective", [](const ConnectionPlanView& one) { return one->objective; }, "Sum of the scores.")
        .def_property_readonly(
            "upper_bound", [](const ConnectionPlanView& one) { return one->upper_bound; },
            "No plan within the limits can exceed this: the proof of optimality.")
        .def_property_readonly(
            "gap", [](const ConnectionPlanView& one) { return one->gap; },
            "By which part of the objective it could be better at most.")
        .def_property_readonly(
            "proved", [](const ConnectionPlanView& one) { return one->proved; },
            "Whether no plan is better, but for the rounding of a score: gap at most 1e-9.")
        .def_property_readonly(
            "notices", [](const ConnectionPlanView& one) { return one.each(one->notices); },
            "What the reader should know: nobody may guide, nobody has a place.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ConnectionPlanView& one) {
            return "<m150.ConnectionPlan: " + std::to_string(one->connections.size()) +
                   " connections, objective " + std::string(py::str("{:.3f}").format(one->objective)) + ">";
        });
    add_html(plan, "plan");
    add_frame(plan, "connections",
              "One row per connection: learner, learner_name, guide, guide_name, topics, score, why. Needs "
              "pandas (ImportError).");
}

}  // namespace m150::python
