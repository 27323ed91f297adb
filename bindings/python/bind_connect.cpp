// What a snapshot says of whom to connect.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using Release = py::call_guard<py::gil_scoped_release>;
using OptionalNetwork = std::optional<Id<Network>>;
using Networks = std::vector<Id<Network>>;
using Capacities = std::map<Id<Municipality>, int>;

constexpr const char* across_doc =
    "guide_networks: guides from these networks too, for what no member of network (which must be given) "
    "knows: for the\ntopics on which none that may be asked, other than the learner, has an expertise of "
    "knows_from, 0 to 1.\n"
    "unconnected_since: only pairs without a contact or a shared working group on or after this day; None: "
    "these are worth\nless (ConnectWeights.known).\n"
    "weights: None: the knowledge base's.\n\n";

void bind_connect_one(py::class_<Snapshot>& type) {
    const ConnectOptions defaults;
    type.def(
        "connect",
        [](const Snapshot& now, const Id<Municipality>& municipality, std::size_t limit,
           const OptionalNetwork& network, const std::vector<Id<Topic>>& topics,
           const std::optional<ConnectWeights>& weights, const Networks& guide_networks, double knows_from,
           const std::optional<Date>& unconnected_since) {
            return view_of(connect(now, {municipality, limit, network, topics, weights, guide_networks,
                                         knows_from, unconnected_since}),
                           now);
        },
        Release(), py::arg("municipality"), py::kw_only(), py::arg("limit") = defaults.limit,
        py::arg("network") = py::none(), py::arg("topics") = py::tuple(), py::arg("weights") = py::none(),
        py::arg("guide_networks") = py::tuple(), py::arg("knows_from") = defaults.knows_from,
        py::arg("unconnected_since") = py::none(),
        (std::string(
             "The best municipalities to connect this one with, best first: it learns, they guide. Of "
             "all sets of so many\nit is the one with the largest sum of scores; who asked not to be "
             "recommended is no guide.\n\n"
             "limit: connections wanted, 1 to 1000. network: only with its members. topics: only "
             "about these.\n") +
         across_doc +
         "InvalidInput: an unknown municipality, network or topic, guide_networks without network, a limit "
         "or "
         "threshold out\nof range, weights that are negative or not finite. The GIL is released.")
            .c_str());
}

void bind_connect_all(py::class_<Snapshot>& type) {
    const ConnectAllOptions defaults;
    type.def(
        "connect_all",
        [](const Snapshot& now, int per_municipality, int per_guide, const Capacities& per_municipality_of,
           const Capacities& per_guide_of, const OptionalNetwork& network,
           const std::optional<ConnectWeights>& weights, const Networks& guide_networks, double knows_from,
           const std::optional<Date>& unconnected_since) {
            return view_of(
                connect_all(now, {per_municipality, per_guide, per_municipality_of, per_guide_of, network,
                                  weights, guide_networks, knows_from, unconnected_since}),
                now);
        },
        Release(), py::kw_only(), py::arg("per_municipality") = defaults.per_municipality,
        py::arg("per_guide") = defaults.per_guide,
        py::arg("per_municipality_of") = defaults.per_municipality_of,
        py::arg("per_guide_of") = defaults.per_guide_of, py::arg("network") = py::none(),
        py::arg("weights") = py::none(), py::arg("guide_networks") = py::tuple(),
        py::arg("knows_from") = defaults.knows_from, py::arg("unconnected_since") = py::none(),
        (std::string(
             "One plan for the whole network with the largest sum of scores: exact, and proved.\n\n"
             "per_municipality: guides for each learner, at most, 0 to 100. per_guide: learners for each "
             "guide, at most.\n"
             "per_municipality_of, per_guide_of: the same by code, for some of them, instead; 0: none.\n"
             "network: learners and guides are its members; None: all municipalities.\n") +
         across_doc +
         "InvalidInput: an unknown network, guide_networks without network, capacities or a threshold out of "
         "range, a capacity\nof a municipality without that part in the plan, weights that are negative or "
         "not finite. The GIL is released.")
            .c_str());
}

void bind_brokers_method(py::class_<Snapshot>& type) {
    const BrokerOptions defaults;
    type.def(
        "brokers",
        [](const Snapshot& now, const OptionalNetwork& network, const std::optional<Date>& since,
           bool borders, double knows_from) {
            return view_of(brokers(now, {network, since, borders, knows_from}), now);
        },
        Release(), py::arg("network") = py::none(), py::kw_only(), py::arg("since") = py::none(),
        py::arg("borders") = defaults.borders, py::arg("knows_from") = defaults.knows_from,
        "Who holds the network together, who was never connected, and which topic rests on one "
        "municipality.\n\n"
        "network: only its members, and ties among them; None: all municipalities.\n"
        "since: only ties that were there on or after this day; None: whenever. A tie is a contact that was "
        "not declined, or\na working group that two are in.\n"
        "borders: a shared border is a tie, too.\n"
        "knows_from: a municipality of this expertise on a topic knows it, above 0 to 1.\n\n"
        "InvalidInput: an unknown network or one without members, a day after today, a threshold out of "
        "range. The GIL is\nreleased.");
}

}  // namespace

void bind_connect(py::module_& module) {
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_connect_one(type);
    bind_connect_all(type);
    bind_brokers_method(type);
}

}  // namespace m150::python
