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
using PlanView = View<ConnectionPlan>;
using ConnectionsView = View<std::vector<Connection>>;

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

PlainDict plan_to_dict(const PlanView& plan, const std::string& lang) {
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

}  // namespace

void bind_connections(py::module_& module) {
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
        .def(
            "__iter__",
            [](const ConnectionsView& all) { return ConnectionIterator(py::iter(py::cast(all.each(*all)))); })
        .def(
            "to_dict",
            [](const ConnectionsView& all, const std::string& lang) {
                py::list connections;
                for (const Connection& one : *all)
                    connections.append(connection_to_dict(all.at(one), language_of(lang)));
                py::dict dict;
                dict["connections"] = connections;
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
            "'no-demand', 'nobody-knows' or 'guides-full'.")
        .def(
            "to_dict", [](const View<Unconnected>& one) { return unconnected_to_dict(*one); },
            "The three by name.")
        .def("__repr__", [](const View<Unconnected>& one) {
            return "<m150.Unconnected " + one->municipality.str() + " " + one->why + ">";
        });

    py::class_<PlanView> plan(module, "ConnectionPlan",
                              "The best plan for the whole network in which nobody has more than its share.");
    plan.def_property_readonly(
            "connections", [](const PlanView& one) { return one.each(one->connections); },
            "Ascending by learner, then best first.")
        .def_property_readonly(
            "unconnected", [](const PlanView& one) { return one.each(one->unconnected); },
            "Who has fewer guides than wanted, and why; ascending by code.")
        .def_property_readonly(
            "objective", [](const PlanView& one) { return one->objective; }, "Sum of the scores.")
        .def_property_readonly(
            "upper_bound", [](const PlanView& one) { return one->upper_bound; },
            "No plan within the limits can exceed this: the proof of optimality.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const PlanView& one) {
            return "<m150.ConnectionPlan: " + std::to_string(one->connections.size()) +
                   " connections, objective " + std::string(py::str("{:.3f}").format(one->objective)) + ">";
        });
    add_html(plan, "plan");
    add_frame(plan, "connections",
              "One row per connection: learner, learner_name, guide, guide_name, topics, score, why. Needs "
              "pandas (ImportError).");
}

}  // namespace m150::python
