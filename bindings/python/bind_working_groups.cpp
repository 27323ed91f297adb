// Working groups: which to start, who could join, which have served.
#include "arguments.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using MemberView = View<GroupMember>;
using GroupView = View<ProposedGroup>;
using JoinView = View<JoinProposal>;
using ClosingView = View<ClosingProposal>;
using TopicView = View<GroupTopic>;
using ProposalsView = View<WorkingGroupProposals>;

std::string name_of(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* municipality = now.find(id);
    return municipality != nullptr ? municipality->name : id.str();
}

py::list members_to_list(const std::vector<GroupMember>& members) {
    py::list list;
    for (const GroupMember& member : members) {
        py::dict dict;
        dict["municipality"] = member.municipality;
        dict["expertise"] = member.expertise;
        dict["demand"] = member.demand;
        dict["knows"] = member.knows;
        dict["needs"] = member.needs;
        list.append(dict);
    }
    return list;
}

PlainDict group_to_dict(const GroupView& group, TextLanguage language) {
    py::dict dict;
    dict["topics"] = plain(group->topics);
    dict["name"] = group->name;
    dict["members"] = members_to_list(group->members);
    dict["chair"] = group->chair;
    dict["score"] = group->score;
    dict["asked"] = plain(group->asked);
    dict["regions"] = group->regions;
    dict["reasons"] = reasons_to_list(group.now, group->reasons, language);
    return PlainDict(std::move(dict));
}

PlainDict join_to_dict(const JoinView& join, TextLanguage language) {
    py::dict dict;
    dict["group"] = join->group;
    dict["members"] = members_to_list(join->members);
    dict["score"] = join->score;
    dict["reasons"] = reasons_to_list(join.now, join->reasons, language);
    return PlainDict(std::move(dict));
}

PlainDict closing_to_dict(const ClosingView& closing, TextLanguage language) {
    py::dict dict;
    dict["group"] = closing->group;
    dict["reasons"] = reasons_to_list(closing.now, closing->reasons, language);
    return PlainDict(std::move(dict));
}

PlainDict topic_to_dict(const GroupTopic& topic) {
    py::dict dict;
    dict["topic"] = topic.topic;
    dict["periods"] = topic.periods;
    dict["knowers"] = topic.knowers;
    dict["needers"] = topic.needers;
    dict["why"] = topic.why;
    dict["group"] = topic.group;
    return PlainDict(std::move(dict));
}

PlainDict proposals_to_dict(const ProposalsView& proposals, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list groups, joins, closings, topics;
    for (const ProposedGroup& group : proposals->groups)
        groups.append(group_to_dict(proposals.at(group), language));
    for (const JoinProposal& join : proposals->joins)
        joins.append(join_to_dict(proposals.at(join), language));
    for (const ClosingProposal& closing : proposals->closings)
        closings.append(closing_to_dict(proposals.at(closing), language));
    for (const GroupTopic& topic : proposals->topics)
        topics.append(topic_to_dict(topic));
    py::dict dict;
    dict["groups"] = groups;
    dict["joins"] = joins;
    dict["closings"] = closings;
    dict["topics"] = topics;
    dict["municipalities"] = proposals->municipalities;
    dict["value"] = proposals->value;
    dict["upper_bound"] = proposals->upper_bound;
    dict["proved"] = proposals->proved;
    dict["notices"] = reasons_to_list(proposals.now, proposals->notices, language);
    return PlainDict(std::move(dict));
}

void bind_member(py::module_& module) {
    py::class_<MemberView>(module, "GroupMember", "A municipality in a proposed working group.")
        .def_property_readonly(
            "municipality", [](const MemberView& one) { return one->municipality; }, "Its code.")
        .def_property_readonly(
            "name", [](const MemberView& one) { return name_of(one.now, one->municipality); }, "Its name.")
        .def_property_readonly(
            "expertise", [](const MemberView& one) { return one->expertise; },
            "The largest on one of the topics, 0..1, in steps.")
        .def_property_readonly(
            "demand", [](const MemberView& one) { return one->demand; }, "The same of its demand.")
        .def_property_readonly(
            "knows", [](const MemberView& one) { return one->knows; }, "Whether it counts as a knower.")
        .def_property_readonly(
            "needs", [](const MemberView& one) { return one->needs; },
            "Whether it counts as a needer; who knows does not.")
        .def("__repr__", [](const MemberView& one) {
            return "<m150.GroupMember " + one->municipality.str() + (one->knows ? ": knows>" : ": needs>");
        });
}

void bind_group(py::module_& module) {
    py::class_<GroupView>(module, "ProposedGroup", "A working group to start.")
        .def_property_readonly(
            "topics", [](const GroupView& one) { return Tuple<Id<Topic>>{one->topics}; },
            "What it takes up; the topic asked for in most periods first.")
        .def_property_readonly(
            "name", [](const GroupView& one) { return one->name; }, "By the topics' labels.")
        .def_property_readonly(
            "members", [](const GroupView& one) { return one.each(one->members); }, "Ascending by code.")
        .def_property_readonly(
            "chair", [](const GroupView& one) { return one->chair; },
            "Code of a knower among them who runs no other group.")
        .def_property_readonly(
            "score", [](const GroupView& one) { return one->score; }, "The sum of its reasons.")
        .def_property_readonly(
            "reasons", [](const GroupView& one) { return one.each(one->reasons); }, "What it is worth.")
        .def_property_readonly(
            "asked", [](const GroupView& one) { return Tuple<int>{one->asked}; },
            "Members of the network who asked for it in each period, the newest first.")
        .def_property_readonly(
            "regions", [](const GroupView& one) { return one->regions; }, "Different ones among the members.")
        .def(
            "record",
            [](const GroupView& one, Id<WorkingGroup> id, Date from, const std::optional<std::string>& name) {
                WorkingGroup record = group_record(*one, std::move(id), from);
                if (name) record.name = *name;
                return record;
            },
            py::arg("id"), py::kw_only(), py::arg("from_"), py::arg("name") = py::none(),
            "As a record for KnowledgeBase.add. InvalidInput: an id that is none.")
        .def("__repr__", [](const GroupView& one) {
            return "<m150.ProposedGroup " + one->topics.front().str() + ": " +
                   std::to_string(one->members.size()) + " members>";
        });
    py::class_<JoinView>(module, "JoinProposal", "Who could join a running working group.")
        .def_property_readonly(
            "group", [](const JoinView& one) { return one->group; }, "Id of the group.")
        .def_property_readonly(
            "members", [](const JoinView& one) { return one.each(one->members); }, "The new ones, ascending.")
        .def_property_readonly(
            "score", [](const JoinView& one) { return one->score; }, "The sum of its reasons.")
        .def_property_readonly(
            "reasons", [](const JoinView& one) { return one.each(one->reasons); }, "What they add.")
        .def(
            "record", [](const JoinView& one) { return joined_record(one.now, *one); },
            "The group's record with the new members, for KnowledgeBase.replace.")
        .def("__repr__", [](const JoinView& one) {
            return "<m150.JoinProposal " + one->group.str() + ": " + std::to_string(one->members.size()) +
                   " new members>";
        });
    py::class_<ClosingView>(module, "ClosingProposal", "A running working group that has served its purpose.")
        .def_property_readonly(
            "group", [](const ClosingView& one) { return one->group; }, "Id of the group.")
        .def_property_readonly(
            "reasons", [](const ClosingView& one) { return one.each(one->reasons); }, "Why it has served.")
        .def(
            "record",
            [](const ClosingView& one, std::string delivered, const std::optional<Date>& to) {
                return closed_record(one.now, *one, to.value_or(one.now.today()), std::move(delivered));
            },
            py::kw_only(), py::arg("delivered"), py::arg("to") = py::none(),
            "The group's record, closed, for KnowledgeBase.replace.\n\n"
            "delivered: what it leaves behind, which becomes evidence for its members; may be empty. to: its "
            "last "
            "day; None: today.\nInvalidInput: a last day before its first, or before a milestone.")
        .def("__repr__",
             [](const ClosingView& one) { return "<m150.ClosingProposal " + one->group.str() + ">"; });
    py::class_<TopicView>(module, "GroupTopic", "What became of a topic when working groups were proposed.")
        .def_property_readonly(
            "topic", [](const TopicView& one) { return one->topic; }, "Id of the topic.")
        .def_property_readonly(
            "periods", [](const TopicView& one) { return one->periods; }, "Of the last ones, with demand.")
        .def_property_readonly(
            "knowers", [](const TopicView& one) { return one->knowers; }, "Municipalities that know it.")
        .def_property_readonly(
            "needers", [](const TopicView& one) { return one->needers; }, "That need it and do not know it.")
        .def_property_readonly(
            "why", [](const TopicView& one) { return one->why; },
            "'proposed', 'running', 'closing', 'not-asked', 'not-lasting', 'nobody-knows', 'few-knowers', "
            "'few-needers',\n'few-members', 'few-regions', 'no-room' or 'outweighed'.")
        .def_property_readonly(
            "group", [](const TopicView& one) { return one->group; },
            "Id of the group that runs on it, or None.")
        .def(
            "to_dict", [](const TopicView& one) { return topic_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const TopicView& one) {
            return "<m150.GroupTopic " + one->topic.str() + ": " + one->why + ">";
        });
}

void bind_proposals(py::module_& module) {
    py::class_<ProposalsView> type(module, "WorkingGroupProposals",
                                   "Working groups to start, to join and to close.");
    type.def_property_readonly(
            "groups", [](const ProposalsView& one) { return one.each(one->groups); },
            "To start, by descending score.")
        .def_property_readonly(
            "joins", [](const ProposalsView& one) { return one.each(one->joins); },
            "New members of running groups.")
        .def_property_readonly(
            "closings", [](const ProposalsView& one) { return one.each(one->closings); },
            "Running groups that have served.")
        .def_property_readonly(
            "topics", [](const ProposalsView& one) { return one.each(one->topics); },
            "What became of each topic, ascending by id.")
        .def_property_readonly(
            "municipalities", [](const ProposalsView& one) { return one->municipalities; },
            "That could be placed.")
        .def_property_readonly(
            "value", [](const ProposalsView& one) { return one->value; },
            "Sum of the scores of groups and joins.")
        .def_property_readonly(
            "upper_bound", [](const ProposalsView& one) { return one->upper_bound; },
            "No groups under these options are worth more.")
        .def_property_readonly(
            "proved", [](const ProposalsView& one) { return one->proved; },
            "Whether nothing is worth more; False when a limit was reached.")
        .def_property_readonly(
            "gap", [](const ProposalsView& one) { return one->gap(); },
            "By which part of its value the bound lies above it.")
        .def_property_readonly(
            "notices", [](const ProposalsView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def(
            "agreement",
            [](const ProposalsView& one, const ProposalsView& other) {
                const GroupAgreement both = agreement(*one, *other);
                return std::pair{both.memberships, both.rand};
            },
            py::arg("other"),
            "How alike the new groups are: (part of the memberships in either that is in both, adjusted Rand "
            "index of the pairs\nthat share a group).")
        .def("to_dict", &proposals_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ProposalsView& one) {
            return "<m150.WorkingGroupProposals: " + std::to_string(one->groups.size()) + " to start, " +
                   std::to_string(one->joins.size()) + " to join, " + std::to_string(one->closings.size()) +
                   " to close>";
        });
    add_html(type, "working_group_proposals");
    add_frame(
        type, "working_group_proposals",
        "One row per member of a new group and per new member of a running one: group (its name or id), new, "
        "topic, municipality, name,\nchair, knows, needs, expertise, demand. Needs pandas (ImportError).");
}

GroupRegions regions_of(const std::string& name) {
    if (name == "safety_region") return GroupRegions::safety_region;
    if (name == "province") return GroupRegions::province;
    throw InvalidInput({"propose_working_groups, regions", "is '" + excerpt(name, 60) + "'",
                        "'safety_region' or 'province'", ""});
}

void bind_method(py::class_<Snapshot>& type) {
    const WorkingGroupOptions defaults;
    type.def(
        "propose_working_groups",
        [](const Snapshot& now, const std::optional<Id<Network>>& network,
           const std::vector<Id<Topic>>& topics, int groups, int at_least, int at_most, int knowers,
           int needers, double knows, double needs, double step, int per_municipality,
           const std::string& regions, int least_regions, int joining, int period_days, int periods,
           int lasting, int askers, int bundle, double shared, bool physical, int quiet_periods, double faded,
           const std::optional<ProposalsView>& stay_near, double keep, double noise, std::uint64_t seed,
           const WorkingGroupWeights& weights, std::int64_t max_nodes, double max_seconds,
           const ProgressArgument& progress) {
            WorkingGroupOptions options;
            options.network = network;
            options.topics = topics;
            options.groups = groups;
            options.at_least = at_least;
            options.at_most = at_most;
            options.knowers = knowers;
            options.needers = needers;
            options.knows = knows;
            options.needs = needs;
            options.step = step;
            options.per_municipality = per_municipality;
            options.regions = regions_of(regions);
            options.least_regions = least_regions;
            options.joining = joining;
            options.period_days = period_days;
            options.periods = periods;
            options.lasting = lasting;
            options.askers = askers;
            options.bundle = bundle;
            options.shared = shared;
            options.physical = physical;
            options.quiet_periods = quiet_periods;
            options.faded = faded;
            if (stay_near) options.stay_near = earlier_groups(**stay_near);
            options.keep = keep;
            options.noise = noise;
            options.seed = seed;
            options.weights = weights;
            options.solver.most_nodes = max_nodes;
            options.solver.most_seconds = max_seconds;
            std::optional<WorkingGroupProposals> proposals;
            run_telling(progress_of(progress), [&](const ProgressFn& tell) {
                options.solver.progress = tell;
                proposals = propose_working_groups(now, options);
            });
            return view_of(*std::move(proposals), now);
        },
        py::arg("network") = py::none(), py::kw_only(), py::arg("topics") = py::tuple(),
        py::arg("groups") = defaults.groups, py::arg("at_least") = defaults.at_least,
        py::arg("at_most") = defaults.at_most, py::arg("knowers") = defaults.knowers,
        py::arg("needers") = defaults.needers, py::arg("knows") = defaults.knows,
        py::arg("needs") = defaults.needs, py::arg("step") = defaults.step,
        py::arg("per_municipality") = defaults.per_municipality, py::arg("regions") = "safety_region",
        py::arg("least_regions") = defaults.least_regions, py::arg("joining") = defaults.joining,
        py::arg("period_days") = defaults.period_days, py::arg("periods") = defaults.periods,
        py::arg("lasting") = defaults.lasting, py::arg("askers") = defaults.askers,
        py::arg("bundle") = defaults.bundle, py::arg("shared") = defaults.shared,
        py::arg("physical") = defaults.physical, py::arg("quiet_periods") = defaults.quiet_periods,
        py::arg("faded") = defaults.faded, py::arg("stay_near") = py::none(), py::arg("keep") = defaults.keep,
        py::arg("noise") = defaults.noise, py::arg("seed") = defaults.seed,
        py::arg_v("weights", defaults.weights, "WorkingGroupWeights()"),
        py::arg("max_nodes") = defaults.solver.most_nodes,
        py::arg("max_seconds") = defaults.solver.most_seconds, py::arg("progress") = py::none(),
        "Working groups to start where demand lasts, new members of those that run, and those that have "
        "served: "
        "exact.\n\n"
        "(working_groups() lists the records.)\n"
        "network: None: all municipalities. topics: new groups only on these; empty: on any. groups: new "
        "ones "
        "at most.\n"
        "at_least, at_most: members of a group. knowers, needers: of them, at least. knows, needs: who knows "
        "or "
        "needs, from this\nexpertise or demand on, 0..1; step: both count in steps of this, 0: as they are.\n"
        "per_municipality: groups it is in at most, running ones included. regions: 'safety_region' or "
        "'province', of which\nleast_regions different ones are in a group. joining: new members of a "
        "running "
        "group at most.\n"
        "lasting: demand lasts when in so many of the last periods of period_days days at least askers "
        "members "
        "asked.\n"
        "bundle: related topics that a group may take up together; each of n counts for shared ** (n - 1).\n"
        "physical: it meets at its chair's, so that travel counts. quiet_periods, faded: when a running "
        "group is "
        "proposed for\nclosing (docs/meetings.md).\n"
        "stay_near: proposals of before; each of their members who is in the group on the same topics again "
        "adds keep.\n"
        "noise, seed: levels are multiplied by numbers from 1 - noise to 1 + noise, to see how firm a "
        "proposal "
        "stands.\n"
        "max_nodes, max_seconds (0: none): when to stop each search with the best found; then .proved is "
        "False. "
        "progress: a\nfunction of (stage, done, total), True for a line of text; returning False cancels.\n\n"
        "InvalidInput: an unknown network or one without members, unknown topics, options out of range or "
        "that "
        "contradict each\nother, cancelled. What cannot be done is in .topics and .notices. The GIL is "
        "released.");
}

}  // namespace

void bind_working_groups(py::module_& module) {
    bind_member(module);
    bind_group(module);
    bind_proposals(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_method(type);
}

}  // namespace m150::python
