// Where municipalities meet.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using RegionView = View<Region>;
using ProposalView = View<HostProposal>;
using RankingView = View<HostRanking>;

// A Region, or codes of municipalities.
class Members : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(Members, py::object, [](PyObject*) { return true; })
};

}  // namespace

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::Members> {
    static constexpr auto name =
        make_caster<m150::python::RegionView>::name + const_name(" | collections.abc.Sequence[str]");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

std::vector<Id<Municipality>> members_of(const Members& members) {
    if (py::isinstance<RegionView>(members)) return members.cast<RegionView>()->members;
    if (py::isinstance<py::str>(members))
        throw py::type_error("region: expected a Region or a sequence of codes, not one text");
    return members.cast<std::vector<Id<Municipality>>>();
}

PlainDict proposal_to_dict(const Snapshot& now, const HostProposal& proposal, TextLanguage language) {
    py::dict dict;
    dict["municipality"] = proposal.municipality;
    dict["cost"] = proposal.cost;
    dict["reasons"] = reasons_to_list(now, proposal.reasons, language);
    dict["mean_km"] = proposal.mean_km;
    dict["longest_km"] = proposal.longest_km;
    dict["furthest"] = proposal.furthest;
    dict["was_host"] = proposal.was_host ? py::object(py::str(proposal.was_host->str())) : py::none();
    return PlainDict(std::move(dict));
}

std::string name_of(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* one = now.find(id);
    return one != nullptr ? one->name : id.str();
}

void bind_ranking(py::module_& module) {
    py::class_<ProposalView>(module, "HostProposal", "Where municipalities could meet.")
        .def_property_readonly(
            "municipality", [](const ProposalView& one) { return one->municipality; }, "Code of the host.")
        .def_property_readonly(
            "name", [](const ProposalView& one) { return name_of(one.now, one->municipality); }, "Its name.")
        .def_property_readonly(
            "cost", [](const ProposalView& one) { return one->cost; },
            "In km, the less the better: the sum of reasons.")
        .def_property_readonly(
            "reasons", [](const ProposalView& one) { return one.each(one->reasons); },
            "What the cost is made of.")
        .def_property_readonly(
            "mean_km", [](const ProposalView& one) { return one->mean_km; }, "Of all members.")
        .def_property_readonly(
            "longest_km", [](const ProposalView& one) { return one->longest_km; },
            "Of the member that travels furthest.")
        .def_property_readonly(
            "furthest", [](const ProposalView& one) { return one->furthest; }, "Code of that member.")
        .def_property_readonly(
            "was_host", [](const ProposalView& one) { return one->was_host; },
            "Day of the last meeting that it was host of; None: none known.")
        .def(
            "to_dict",
            [](const ProposalView& one, const std::string& lang) {
                return proposal_to_dict(one.now, *one, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values.")
        .def("__repr__", [](const ProposalView& one) {
            return "<m150.HostProposal " + name_of(one.now, one->municipality) + ">";
        });
    py::class_<RankingView> ranking(module, "HostRanking", "Where municipalities could meet, best first.");
    ranking
        .def_property_readonly(
            "hosts", [](const RankingView& one) { return one.each(one->hosts); }, "The cheapest first.")
        .def_property_readonly(
            "notices", [](const RankingView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def(
            "to_dict",
            [](const RankingView& one, const std::string& lang) {
                py::list hosts;
                for (const HostProposal& proposal : one->hosts)
                    hosts.append(proposal_to_dict(one.now, proposal, language_of(lang)));
                py::dict dict;
                dict["hosts"] = hosts;
                dict["notices"] = reasons_to_list(one.now, one->notices, language_of(lang));
                return PlainDict(std::move(dict));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values.")
        .def("__repr__", [](const RankingView& one) {
            return "<m150.HostRanking: " + std::to_string(one->hosts.size()) + " hosts>";
        });
    add_html(ranking, "host_ranking");
    add_frame(ranking, "host_ranking", "One row per host, best first. Needs pandas (ImportError).");
}

void bind_host_method(py::class_<Snapshot>& type) {
    const HostOptions defaults;
    type.def(
        "host",
        [](const Snapshot& now, const Members& region, const std::vector<Id<Municipality>>& hosts,
           std::size_t most, double furthest_weight, double lately_km, double lately_days) {
            HostOptions options;
            options.members = members_of(region);
            options.hosts = hosts;
            options.most = most;
            options.furthest_weight = furthest_weight;
            options.lately_km = lately_km;
            options.lately_days = lately_days;
            const py::gil_scoped_release release;
            return view_of(host(now, options), now);
        },
        py::arg("region"), py::kw_only(), py::arg("hosts") = py::tuple(), py::arg("most") = defaults.most,
        py::arg("furthest_weight") = defaults.furthest_weight, py::arg("lately_km") = defaults.lately_km,
        py::arg("lately_days") = defaults.lately_days,
        "Where the members of a region could meet, best first.\n\n"
        "region: a Region, or codes of municipalities. hosts: of them, those that can receive the others; "
        "empty: all. most:\nhosts named.\n"
        "furthest_weight: what each km of the one who travels furthest counts as, in km. lately_km: what "
        "having been host\ntoday counts as, halved for every lately_days that it is ago.\n\n"
        "InvalidInput: no municipalities, unknown ones, hosts that are not among them, options out of range. "
        "The GIL is\nreleased.");
}

}  // namespace

void bind_hosts(py::module_& module) {
    bind_ranking(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_host_method(type);
}

}  // namespace m150::python
