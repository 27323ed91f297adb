// What brokers() gives back.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using BrokersView = View<Brokers>;
using BrokerView = View<Broker>;
using TieView = View<NetworkTie>;
using LoneView = View<LoneTopic>;

std::string name_in(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* municipality = now.find(id);
    return municipality != nullptr ? municipality->name : id.str();
}

std::string label_of(const Snapshot& now, const Id<Topic>& id) {
    const Topic* topic = now.find(id);
    return topic != nullptr ? topic->preferred_label : id.str();
}

py::object optional_date(const std::optional<Date>& date) {
    return date ? py::object(py::str(date->str())) : py::object(py::none());
}

std::optional<std::pair<double, double>> location_of(const BrokerView& one) {
    const Municipality* municipality = one.now.find(one->municipality);
    if (municipality == nullptr || !municipality->latitude || !municipality->longitude) return std::nullopt;
    return std::pair{*municipality->latitude, *municipality->longitude};
}

PlainDict broker_to_dict(const BrokerView& one) {
    py::dict dict;
    dict["municipality"] = one->municipality;
    dict["name"] = name_in(one.now, one->municipality);
    dict["betweenness"] = one->betweenness;
    dict["degree"] = one->degree;
    dict["component"] = one->degree > 0 ? py::object(py::int_(one->component)) : py::object(py::none());
    dict["pieces"] = one->pieces;
    return PlainDict(std::move(dict));
}

PlainDict tie_to_dict(const NetworkTie& tie) {
    py::dict dict;
    dict["a"] = tie.a;
    dict["b"] = tie.b;
    dict["contacts"] = tie.contacts;
    dict["working_groups"] = tie.working_groups;
    dict["border"] = tie.border;
    dict["last"] = optional_date(tie.last);
    return PlainDict(std::move(dict));
}

PlainDict lone_to_dict(const LoneView& lone, TextLanguage language) {
    py::dict dict;
    dict["topic"] = lone->topic;
    dict["label"] = label_of(lone.now, lone->topic);
    dict["municipality"] = lone->knower.municipality;
    dict["name"] = name_in(lone.now, lone->knower.municipality);
    dict["expertise"] = lone->knower.expertise;
    dict["next"] = lone->next ? py::object(py::cast(lone->next->municipality)) : py::object(py::none());
    dict["next_expertise"] = lone->next ? lone->next->expertise : 0.0;
    dict["lost"] = lone->lost;
    dict["share"] = lone->share;
    dict["would_miss"] = lone->would_miss;
    dict["reasons"] = reasons_to_list(lone.now, lone->reasons, language);
    return PlainDict(std::move(dict));
}

void bind_parts(py::module_& module) {
    py::class_<BrokerView>(module, "Broker", "A municipality's place in the network of ties.")
        .def_property_readonly(
            "municipality", [](const BrokerView& one) { return one->municipality; }, "Its code.")
        .def_property_readonly(
            "name", [](const BrokerView& one) { return name_in(one.now, one->municipality); }, "Its name.")
        .def_property_readonly("location", &location_of, "Degrees north and east; None: not known.")
        .def_property_readonly(
            "betweenness", [](const BrokerView& one) { return one->betweenness; },
            "The part of the pairs of other members whose shortest ways lead through it: 0..1 (Freeman "
            "1977).")
        .def_property_readonly(
            "degree", [](const BrokerView& one) { return one->degree; }, "Members that it has a tie with.")
        .def_property_readonly(
            "component",
            [](const BrokerView& one) {
                return one->degree > 0 ? std::optional(one->component) : std::nullopt;
            },
            "Index in Brokers.components; None: it has no tie.")
        .def_property_readonly(
            "pieces", [](const BrokerView& one) { return one->pieces; },
            "Into how many pieces its component falls without it: 1: the rest stays together; more: an "
            "articulation point; 0: it has no tie.")
        .def("to_dict", &broker_to_dict, "Everything as plain values.")
        .def("__repr__", [](const BrokerView& one) {
            return "<m150.Broker " + one->municipality.str() + " " +
                   std::string(py::str("{:.3f}").format(one->betweenness)) + ">";
        });
    py::class_<TieView>(module, "NetworkTie", "Two municipalities that know each other; a before b.")
        .def_property_readonly(
            "a", [](const TieView& one) { return one->a; }, "Code of the one.")
        .def_property_readonly(
            "b", [](const TieView& one) { return one->b; }, "Code of the other.")
        .def_property_readonly(
            "contacts", [](const TieView& one) { return one->contacts; },
            "Contacts between the two that were not declined.")
        .def_property_readonly(
            "working_groups", [](const TieView& one) { return one->working_groups; },
            "Working groups that both are in.")
        .def_property_readonly(
            "border", [](const TieView& one) { return one->border; },
            "They share a border; False when borders do not count.")
        .def_property_readonly(
            "last", [](const TieView& one) { return one->last; },
            "Day of the last contact, or of the group's end (today: it runs); None: a border alone.")
        .def(
            "to_dict", [](const TieView& one) { return tie_to_dict(*one); }, "Everything as plain values.")
        .def("__repr__", [](const TieView& one) {
            return "<m150.NetworkTie " + one->a.str() + " - " + one->b.str() + ">";
        });
    py::class_<LoneView>(module, "LoneTopic", "A topic that exactly one member knows.")
        .def_property_readonly(
            "topic", [](const LoneView& one) { return one->topic; }, "Id of the topic.")
        .def_property_readonly(
            "label", [](const LoneView& one) { return label_of(one.now, one->topic); }, "The topic's label.")
        .def_property_readonly(
            "municipality", [](const LoneView& one) { return one->knower.municipality; },
            "Code of the one that knows it.")
        .def_property_readonly(
            "name", [](const LoneView& one) { return name_in(one.now, one->knower.municipality); },
            "Name of the one that knows it.")
        .def_property_readonly(
            "expertise", [](const LoneView& one) { return one->knower.expertise; },
            "Its expertise, 0..1: the sum of the reasons.")
        .def_property_readonly(
            "next",
            [](const LoneView& one) {
                return one->next ? std::optional(one->next->municipality) : std::nullopt;
            },
            "Code of the member that knows most after it; None: no other knows anything.")
        .def_property_readonly(
            "next_expertise", [](const LoneView& one) { return one->next ? one->next->expertise : 0.0; },
            "The expertise of that one.")
        .def_property_readonly(
            "lost", [](const LoneView& one) { return one->lost; },
            "What the best expertise on the topic falls by without it.")
        .def_property_readonly(
            "share", [](const LoneView& one) { return one->share; },
            "Its part of all members' expertise on the topic, 0..1.")
        .def_property_readonly(
            "would_miss", [](const LoneView& one) { return one->would_miss; },
            "Other members whose demand for it is at least 1/4.")
        .def_property_readonly(
            "reasons", [](const LoneView& one) { return one.each(one->reasons); }, "Why it knows.")
        .def(
            "to_dict",
            [](const LoneView& one, const std::string& lang) { return lone_to_dict(one, language_of(lang)); },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const LoneView& one) {
            return "<m150.LoneTopic " + one->topic.str() + ": " + one->knower.municipality.str() + ">";
        });
}

PlainDict brokers_to_dict(const BrokersView& all, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list municipalities, components, topics, ties;
    for (const Broker& one : all->municipalities)
        municipalities.append(broker_to_dict(all.at(one)));
    for (const auto& component : all->components)
        components.append(plain(component));
    for (const LoneTopic& one : all->topics)
        topics.append(lone_to_dict(all.at(one), language));
    for (const NetworkTie& tie : all->ties)
        ties.append(tie_to_dict(tie));
    py::dict dict;
    dict["municipalities"] = municipalities;
    dict["components"] = components;
    dict["unconnected"] = plain(all->unconnected);
    dict["topics"] = topics;
    dict["ties"] = ties;
    dict["known_topics"] = all->known_topics;
    dict["since"] = plain(all->since);
    return PlainDict(std::move(dict));
}

}  // namespace

void bind_brokers(py::module_& module) {
    bind_parts(module);
    py::class_<BrokersView> type(module, "Brokers",
                                 "Who holds the network together, who was never connected, and which topic "
                                 "rests on one municipality.");
    type.def_property_readonly(
            "municipalities", [](const BrokersView& all) { return all.each(all->municipalities); },
            "All members: largest betweenness first, then degree, then code.")
        .def_property_readonly(
            "components",
            [](const BrokersView& all) {
                Tuple<Tuple<Id<Municipality>>> components;
                for (const auto& component : all->components)
                    components.items.push_back({component});
                return components;
            },
            "Codes of those that are connected with each other, over however many ties: two and more, the "
            "largest first.")
        .def_property_readonly(
            "unconnected", [](const BrokersView& all) { return Tuple<Id<Municipality>>{all->unconnected}; },
            "Codes of members without a tie (since `since`, when that was given), ascending.")
        .def_property_readonly(
            "topics", [](const BrokersView& all) { return all.each(all->topics); },
            "Topics that exactly one member knows, most missed first: by would_miss times lost.")
        .def_property_readonly(
            "ties", [](const BrokersView& all) { return all.each(all->ties); }, "Ascending by the two codes.")
        .def_property_readonly(
            "known_topics", [](const BrokersView& all) { return all->known_topics; },
            "How many topics at least one member knows.")
        .def_property_readonly(
            "since", [](const BrokersView& all) { return all->since; },
            "The day that was given: only ties that were there on or after it are counted. None: all.")
        .def(
            "to_svg",
            [](const py::object& self, int width) {
                return py::str(py::module_::import("m150.drawing").attr("brokers_svg")(self, width));
            },
            py::kw_only(), py::arg("width") = 720,
            "The network as a picture (SVG): municipalities where they lie, larger the more they lie between "
            "others, with their\nties. width: in pixels, 200 to 4000.\n\nInvalidInput: a width out of range.")
        .def(
            "to_graphml",
            [](const py::object& self) {
                return py::str(py::module_::import("m150.drawing").attr("brokers_graphml")(self));
            },
            "The network as GraphML, for Gephi, yEd, Cytoscape or networkx.")
        .def("to_dict", &brokers_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const BrokersView& all) {
            return "<m150.Brokers: " + std::to_string(all->municipalities.size()) + " municipalities, " +
                   std::to_string(all->ties.size()) + " ties, " + std::to_string(all->unconnected.size()) +
                   " unconnected>";
        });
    add_html(type, "brokers");
    add_frame(
        type, "brokers",
        "One row per municipality: municipality, name, betweenness, degree, component (missing: no tie), "
        "pieces. Needs pandas (ImportError).");
    type.def(
        "topics_frame",
        [](const py::object& self) {
            return py::reinterpret_borrow<DataFrame>(shown_by("m150.frames", "lone_topics", self));
        },
        "One row per topic that rests on one municipality: topic, label, municipality, name, expertise, "
        "next, "
        "next_expertise, lost, share, would_miss, why. Needs pandas (ImportError).");
    type.def(
        "ties_frame",
        [](const py::object& self) {
            return py::reinterpret_borrow<DataFrame>(shown_by("m150.frames", "network_ties", self));
        },
        "One row per tie: a, b, contacts, working_groups, border, last. Needs pandas (ImportError).");
}

}  // namespace m150::python
