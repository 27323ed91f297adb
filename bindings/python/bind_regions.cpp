// In which regions a network meets.
#include "arguments.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using RegionView = View<Region>;
using SplitView = View<SplitArea>;
using CrossingView = View<AssumedCrossing>;
using RegionPlanView = View<RegionPlan>;
using Ids = Tuple<Id<Municipality>>;

// A RegionPlan, or what its to_dict() gave.
class EarlierPlan : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(EarlierPlan, py::object, [](PyObject*) { return true; })
};

}  // namespace

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::EarlierPlan> {
    static constexpr auto name =
        make_caster<m150::python::RegionPlanView>::name + const_name(" | dict[str, typing.Any] | None");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

const char* name_of(RegionsAlong along) {
    return along == RegionsAlong::provinces        ? "province"
           : along == RegionsAlong::safety_regions ? "safety_region"
                                                   : "";
}

RegionsAlong along_of(const std::optional<std::string>& name) {
    if (!name) return RegionsAlong::nothing;
    for (const RegionsAlong along : {RegionsAlong::provinces, RegionsAlong::safety_regions}) {
        if (*name == name_of(along)) return along;
    }
    throw InvalidInput(
        {"regions, along", "is '" + excerpt(*name, 60) + "'", "None, 'province' or 'safety_region'", ""});
}

std::optional<RegionPlan> earlier_plan_of(const EarlierPlan& earlier) {
    if (earlier.is_none()) return std::nullopt;
    if (py::isinstance<RegionPlanView>(earlier)) return *earlier.cast<RegionPlanView>();
    const auto ids = [](const py::dict& region, const char* key) {
        std::vector<Id<Municipality>> list;
        for (const py::handle id : region[key])
            list.push_back(id.cast<Id<Municipality>>());
        return list;
    };
    const auto dict_of = [](const py::handle& one) {
        if (!py::isinstance<py::dict>(one)) throw py::cast_error();
        return py::reinterpret_borrow<py::dict>(one);
    };
    RegionPlan plan;
    try {
        for (const py::handle one : dict_of(earlier)["regions"]) {
            const py::dict dict = dict_of(one);
            Region& region = plan.regions.emplace_back();
            region.host = dict["host"].cast<Id<Municipality>>();
            region.members = ids(dict, "members");
            region.others = ids(dict, "others");
        }
    } catch (const py::cast_error&) {
        throw py::type_error("stay_near: expected a RegionPlan or what its to_dict() gave");
    } catch (const py::error_already_set& error) {
        if (!error.matches(PyExc_KeyError) && !error.matches(PyExc_TypeError)) throw;
        throw py::type_error("stay_near: expected a RegionPlan or what its to_dict() gave");
    }
    return plan;
}

PlainDict region_to_dict(const Region& region) {
    py::dict dict;
    dict["host"] = region.host;
    dict["members"] = plain(region.members);
    dict["others"] = plain(region.others);
    dict["mean_km"] = region.mean_km;
    dict["longest_km"] = region.longest_km;
    dict["furthest"] = region.furthest;
    dict["spread_km"] = region.spread_km;
    dict["cut_borders"] = region.cut_borders;
    return PlainDict(std::move(dict));
}

PlainDict split_to_dict(const SplitArea& split) {
    py::dict dict;
    dict["kind"] = name_of(split.kind);
    dict["name"] = split.name;
    dict["members"] = split.members;
    dict["regions"] = split.regions;
    dict["cut_off"] = plain(split.cut_off);
    return PlainDict(std::move(dict));
}

PlainDict crossing_to_dict(const AssumedCrossing& crossing) {
    py::dict dict;
    dict["from"] = crossing.from;
    dict["to"] = crossing.to;
    dict["km"] = crossing.km;
    dict["places"] = plain(crossing.places);
    return PlainDict(std::move(dict));
}

template <class Value>
py::list list_of(const std::vector<Value>& values, PlainDict (*to_dict)(const Value&)) {
    py::list list;
    for (const Value& value : values)
        list.append(to_dict(value));
    return list;
}

PlainDict plan_to_dict(const RegionPlanView& plan, const std::string& lang) {
    py::dict dict;
    dict["regions"] = list_of(plan->regions, &region_to_dict);
    dict["members"] = plan->members;
    dict["smallest"] = plan->smallest;
    dict["largest"] = plan->largest;
    dict["at_least"] = plan->at_least;
    dict["at_most"] = plan->at_most;
    dict["mean_km"] = plan->mean_km;
    dict["cost"] = plan->cost;
    dict["lower_bound"] = plan->lower_bound;
    dict["gap"] = plan->gap();
    dict["proved"] = plan->proved;
    dict["reasons"] = reasons_to_list(plan.now, plan->reasons, language_of(lang));
    dict["borders"] = plan->borders;
    dict["cut_borders"] = plan->cut_borders;
    dict["splits"] = list_of(plan->splits, &split_to_dict);
    dict["moved"] = plain(plan->moved);
    dict["joined"] = plain(plan->joined);
    dict["unplaced"] = plain(plan->unplaced);
    dict["assumed"] = list_of(plan->assumed, &crossing_to_dict);
    dict["notices"] = reasons_to_list(plan.now, plan->notices, language_of(lang));
    return PlainDict(std::move(dict));
}

std::string name_of(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* one = now.find(id);
    return one != nullptr ? one->name : id.str();
}

void bind_region(py::module_& module) {
    py::class_<RegionView>(module, "Region", "Municipalities that meet together.")
        .def_property_readonly(
            "host", [](const RegionView& one) { return one->host; },
            "Code of the member that the others travel least to.")
        .def_property_readonly(
            "name", [](const RegionView& one) { return name_of(one.now, one->host); }, "The host's name.")
        .def_property_readonly(
            "members", [](const RegionView& one) { return Ids{one->members}; },
            "Codes of the members of the network, ascending.")
        .def_property_readonly(
            "others", [](const RegionView& one) { return Ids{one->others}; },
            "Codes of its municipalities that are no members, ascending.")
        .def_property_readonly(
            "mean_km", [](const RegionView& one) { return one->mean_km; }, "Of the members to the host.")
        .def_property_readonly(
            "longest_km", [](const RegionView& one) { return one->longest_km; },
            "Of the member that travels furthest.")
        .def_property_readonly(
            "furthest", [](const RegionView& one) { return one->furthest; }, "Code of that member.")
        .def_property_readonly(
            "spread_km", [](const RegionView& one) { return one->spread_km; },
            "Root mean square distance of the members to their middle.")
        .def_property_readonly(
            "cut_borders", [](const RegionView& one) { return one->cut_borders; },
            "Borders between neighbours that leave the region.")
        .def(
            "to_dict", [](const RegionView& one) { return region_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const RegionView& one) {
            return "<m150.Region " + name_of(one.now, one->host) + ": " +
                   std::to_string(one->members.size()) + " members>";
        });
    py::class_<SplitView>(module, "SplitArea",
                          "A province or veiligheidsregio whose members do not all meet together.")
        .def_property_readonly(
            "kind", [](const SplitView& one) { return name_of(one->kind); }, "'province' or 'safety_region'.")
        .def_property_readonly(
            "name", [](const SplitView& one) { return one->name; }, "Its name.")
        .def_property_readonly(
            "members", [](const SplitView& one) { return one->members; }, "Members of the network in it.")
        .def_property_readonly(
            "regions", [](const SplitView& one) { return one->regions; }, "Over how many they are divided.")
        .def_property_readonly(
            "cut_off", [](const SplitView& one) { return Ids{one->cut_off}; },
            "Codes of those outside the region where most are.")
        .def(
            "to_dict", [](const SplitView& one) { return split_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const SplitView& one) {
            return "<m150.SplitArea " + one->name + " over " + std::to_string(one->regions) + " regions>";
        });
    py::class_<CrossingView>(module, "AssumedCrossing",
                             "A way over water that is in no record, assumed so that nobody is left out.")
        .def_property_readonly(
            "from_", [](const CrossingView& one) { return one->from; }, "Code of the one end.")
        .def_property_readonly(
            "to", [](const CrossingView& one) { return one->to; }, "Code of the other.")
        .def_property_readonly(
            "km", [](const CrossingView& one) { return one->km; }, "Between the two, as the crow flies.")
        .def_property_readonly(
            "places", [](const CrossingView& one) { return Ids{one->places}; }, "Codes of all that it joins.")
        .def(
            "to_dict", [](const CrossingView& one) { return crossing_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const CrossingView& one) {
            return "<m150.AssumedCrossing " + one->from.str() + " to " + one->to.str() + ">";
        });
}

Mapping<std::string, std::string> names_of(const RegionPlanView& plan) {
    Mapping<std::string, std::string> names;
    for (const Region& region : plan->regions) {
        for (const auto* list : {&region.members, &region.others}) {
            for (const Id<Municipality>& id : *list)
                names.items[id.str()] = name_of(plan.now, id);
        }
    }
    return names;
}

void bind_plan(py::module_& module) {
    const auto number = [](int RegionPlan::*member) {
        return [member](const RegionPlanView& plan) { return (*plan).*member; };
    };
    const auto ids = [](std::vector<Id<Municipality>> RegionPlan::*member) {
        return [member](const RegionPlanView& plan) { return Ids{(*plan).*member}; };
    };
    py::class_<RegionPlanView> plan(module, "RegionPlan",
                                    "A network divided in regions that meet by themselves.");
    plan.def_property_readonly(
            "regions", [](const RegionPlanView& one) { return one.each(one->regions); }, "The regions.")
        .def_property_readonly("names", &names_of, "Of the municipalities in the regions, by code.")
        .def_property_readonly("members", number(&RegionPlan::members), "How many are placed.")
        .def_property_readonly("smallest", number(&RegionPlan::smallest), "Members of the smallest region.")
        .def_property_readonly("largest", number(&RegionPlan::largest), "Members of the largest region.")
        .def_property_readonly("at_least", number(&RegionPlan::at_least),
                               "Members that a region was to have at least.")
        .def_property_readonly("at_most", number(&RegionPlan::at_most), "And at most.")
        .def_property_readonly(
            "mean_km", [](const RegionPlanView& one) { return one->mean_km; },
            "Of all members to the hosts of their regions.")
        .def_property_readonly(
            "cost", [](const RegionPlanView& one) { return one->cost; }, "In km: the sum of reasons.")
        .def_property_readonly(
            "lower_bound", [](const RegionPlanView& one) { return one->lower_bound; },
            "No plan with regions of at_least to at_most members costs less.")
        .def_property_readonly(
            "gap", [](const RegionPlanView& one) { return one->gap(); },
            "The part of the cost by which it may exceed the best.")
        .def_property_readonly(
            "proved", [](const RegionPlanView& one) { return one->proved; },
            "Whether none of those is cheaper.")
        .def_property_readonly(
            "reasons", [](const RegionPlanView& one) { return one.each(one->reasons); },
            "What the cost is made of.")
        .def_property_readonly("borders", number(&RegionPlan::borders), "Between neighbours.")
        .def_property_readonly("cut_borders", number(&RegionPlan::cut_borders),
                               "Of those, between two regions.")
        .def_property_readonly(
            "splits", [](const RegionPlanView& one) { return one.each(one->splits); },
            "Provinces, then veiligheidsregio's, whose members do not all meet together.")
        .def_property_readonly("moved", ids(&RegionPlan::moved),
                               "Codes of members of the plan to stay near that change region.")
        .def_property_readonly("joined", ids(&RegionPlan::joined),
                               "Codes of members that were no members in the plan to stay near.")
        .def_property_readonly("unplaced", ids(&RegionPlan::unplaced),
                               "Codes of members in no region: without location and neighbours.")
        .def_property_readonly(
            "assumed", [](const RegionPlanView& one) { return one.each(one->assumed); },
            "Ways over water that are in no record.")
        .def_property_readonly(
            "notices", [](const RegionPlanView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values, which stay_near takes as well; sentences in 'nl' or 'en'.")
        .def("__repr__", [](const RegionPlanView& one) {
            return "<m150.RegionPlan: " + std::to_string(one->members) + " members in " +
                   std::to_string(one->regions.size()) + " regions>";
        });
    add_html(plan, "region_plan");
    add_frame(plan, "region_plan",
              "One row per municipality: region (counted from 1), host, municipality, member. Needs pandas "
              "(ImportError).");
}

void bind_regions_method(py::class_<Snapshot>& type) {
    const RegionOptions defaults;
    type.def(
        "regions",
        [](const Snapshot& now, const Id<Network>& network, int count, double spread,
           const std::optional<std::string>& along, double along_km, double others_weight,
           const std::vector<Id<Municipality>>& hosts, const EarlierPlan& stay_near, double move_km,
           std::uint64_t seed, std::int64_t most_work, const ProgressArgument& progress) {
            RegionOptions options;
            options.network = network;
            options.count = count;
            options.spread = spread;
            options.along = along_of(along);
            options.along_km = along_km;
            options.others_weight = others_weight;
            options.hosts = hosts;
            options.stay_near = earlier_plan_of(stay_near);
            options.move_km = move_km;
            options.seed = seed;
            options.most_work = most_work;
            std::optional<RegionPlan> plan;
            run_telling(progress_of(progress), [&](const ProgressFn& tell) {
                options.progress = tell;
                plan = regions(now, options);
            });
            return view_of(*std::move(plan), now);
        },
        py::arg("network"), py::arg("count") = defaults.count, py::kw_only(),
        py::arg("spread") = defaults.spread, py::arg("along") = py::none(),
        py::arg("along_km") = defaults.along_km, py::arg("others_weight") = defaults.others_weight,
        py::arg("hosts") = py::tuple(), py::arg("stay_near") = py::none(),
        py::arg("move_km") = defaults.move_km, py::arg("seed") = defaults.seed,
        py::arg("most_work") = defaults.most_work, py::arg("progress") = py::none(),
        "The network divided in regions that hang together over borders and crossings, of about equal size, "
        "with short ways to\na host.\n\n"
        "count: regions, 1 up to the number of members. spread: by how much of the smallest sizes may "
        "differ, "
        "0 to 10; wider only\nwhen nothing within it was found.\n"
        "along: 'province' or 'safety_region': keep these together; along_km: what each member cut off from "
        "most of its\narea counts as, in km, 0 to 500.\n"
        "others_weight: what the travel of municipalities that are no members counts for, 0 to 1. hosts: "
        "members that can\nreceive the others; empty: all.\n"
        "stay_near: an earlier plan, or what its to_dict() gave, to change as little as can be; move_km: "
        "what "
        "each member that\nchanges region counts as.\n"
        "seed: of where the search starts. most_work: what integer programs may search, in columns times "
        "nodes. progress: a\nfunction of (stage, done, total), True for a line of text; returning False "
        "cancels.\n\n"
        "InvalidInput: an unknown network or one without members, options out of range, more regions than "
        "members or hosts, a\nplan to stay near with another number of regions, cancelled. The GIL is "
        "released.");
}

}  // namespace

void bind_regions(py::module_& module) {
    bind_region(module);
    bind_plan(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_regions_method(type);
}

}  // namespace m150::python
