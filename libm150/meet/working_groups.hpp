// Working groups: which to start and who is in them, who could join those that run, and which have served.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

// What a group is worth, in the unit of one municipality's whole demand. Each 0 to 100.
struct WorkingGroupWeights {
    double demand = 1.0;     // each member's demand, 0..1
    double knowledge = 1.0;  // expertise that its knowers bring, up to `enough` together; a quarter beyond
    double enough = 2.0;     // 0.01 to 100
    double lasting = 1.0;    // times the part of the periods with demand
    double open = 0.5;       // times the part of the periods' questions without an answer that is up to date
    double region = 0.1;     // each different region
    double size = 0.1;       // each of three sizes: below 35,000, below 50,000, or more inhabitants
    double chair = 0.5;      // the chair's expertise over one more than the running groups that it is in
    double seat = 0.3;       // taken off for each member: its time
    double travel = 0.2;     // taken off for each 100 km that a member of a physical group is from the chair

    friend bool operator==(const WorkingGroupWeights&, const WorkingGroupWeights&) = default;
};

enum class GroupRegions { safety_region, province };

// A group of an earlier proposal, that a new one should stay near.
struct EarlierGroup {
    std::vector<Id<Topic>> topics;
    std::vector<Id<Municipality>> members;
    friend bool operator==(const EarlierGroup&, const EarlierGroup&) = default;
};

struct WorkingGroupOptions {
    std::optional<Id<Network>> network;  // whose members are placed; absent: all municipalities
    std::vector<Id<Topic>> topics;       // new groups only on these; empty: on any
    int groups = 4;                      // new ones at most: 0 to 50
    int at_least = 5, at_most = 12;      // members of a group: 2 to 50
    int knowers = 2, needers = 3;        // of them, at least: 0 to 50. Who knows is no needer
    double knows = 0.5;                  // a knower from this expertise on: 0..1
    double needs = 0.25;                 // a needer from this demand on: above 0, to 1
    // Demand and expertise count in whole steps of this (0: as they are), so that municipalities which differ
    // by next to nothing are alike, and a small change of the evidence does not make other groups. 0 to 0.5.
    double step = 0.05;
    int per_municipality = 2;  // groups it is in at most, running ones included: 1 to 20
    GroupRegions regions = GroupRegions::safety_region;
    int least_regions = 2;  // in a group: 0 to 50
    int joining = 3;        // new members of a running group at most: 0 to 50

    // Demand lasts when in `lasting` of the last `periods` periods of `period_days` days at least `askers`
    // different members asked a question on the topic, or called their need for it clear or urgent in an
    // inventory. What came before the last day of an earlier group on the topic does not count.
    int period_days = 91;  // 1 to 1000
    int periods = 6;       // 1 to 100
    int lasting = 3;       // 1 to periods. A burst can fill two periods, no more
    int askers = 1;        // 1 to 1000

    // A group may take up related topics together: so many, 1 to 3. Each of n then gets less of its time, and
    // counts for shared^(n-1), shared in 0..1.
    int bundle = 2;
    double shared = 0.7;

    bool physical = false;  // it meets at its chair's, so that travel counts

    // A running group is proposed for closing when in the last `quiet_periods` periods the members who asked
    // for its topics were at most `faded` (0..1) times those in as many periods before it started (needs in
    // an inventory count when there was one in those last periods too); or when it reached a milestone, and a
    // period passed without another and without anybody asking.
    int quiet_periods = 2;  // 1 to 100
    double faded = 0.25;

    // Groups that were proposed before (earlier_groups): each member of one who is in the group on the same
    // topics again adds `keep` (0 to 100) to what it is worth, so that little changes without need.
    std::vector<EarlierGroup> stay_near;
    double keep = 0.1;

    // Demand and expertise are multiplied by numbers from 1 - noise to 1 + noise, drawn from the seed: to see
    // how firm a proposal stands. 0 to 1.
    double noise = 0.0;
    std::uint64_t seed = 1;

    WorkingGroupWeights weights;
    SolveLimits solver{2'000, 0.0, {}};
};

struct GroupMember {
    Id<Municipality> municipality;
    double expertise = 0.0;  // the largest on one of the group's topics, 0..1
    double demand = 0.0;
    bool knows = false, needs = false;  // who knows is no needer
    friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

struct ProposedGroup {
    std::vector<Id<Topic>> topics;     // the one asked for in most periods first
    std::string name;                  // "Werkgroep ...", by the topics' labels
    std::vector<GroupMember> members;  // ascending by municipality
    Id<Municipality> chair;            // a knower among them who runs no other group
    double score = 0.0;
    std::vector<Reason> reasons;
    std::vector<int> asked;  // members who asked for it in each period, the newest first
    int regions = 0;
};

// Who could join a running group.
struct JoinProposal {
    Id<WorkingGroup> group;
    std::vector<GroupMember> members;  // new ones, ascending
    double score = 0.0;
    std::vector<Reason> reasons;
};

// A running group that has served its purpose ("afgerond").
struct ClosingProposal {
    Id<WorkingGroup> group;
    std::vector<Reason> reasons;  // told, not counted
};

// What became of a topic.
struct GroupTopic {
    Id<Topic> topic;
    int periods = 0;  // of the last ones, with demand
    int knowers = 0, needers = 0;
    // "proposed", "running", "closing", "not-asked", "served" (not since a group on it ended), "not-lasting",
    // "nobody-knows", "few-knowers", "few-needers", "few-members", "few-regions", "no-room" (those who could
    // be in it are in too many groups, or nobody can chair it), "outweighed" (other groups are worth more),
    // "limited" (the search was cut short)
    std::string why;
    std::optional<Id<WorkingGroup>> group;  // the one that runs
};

struct WorkingGroupProposals {
    std::vector<ProposedGroup> groups;      // by descending score
    std::vector<JoinProposal> joins;        // ascending by group
    std::vector<ClosingProposal> closings;  // ascending by group
    std::vector<GroupTopic> topics;         // ascending; those that were asked for
    int municipalities = 0;                 // that could be placed
    double value = 0.0;                     // sum of the scores of groups and joins
    double upper_bound = 0.0;               // no groups under these options are worth more
    bool proved = true;                     // nothing is; false when a limit of the solver was reached
    std::vector<Reason> notices;
    double gap() const { return value > 0.0 ? (upper_bound - value) / value : upper_bound; }
};

// The groups that are worth most together, exactly (form_teams). Municipalities that paused recommendations
// do not count as knowers. A group that is proposed for closing takes no more part in its members' room; its
// topic and that of a running group is not proposed again.
//
// Throws InvalidInput for an unknown network or one without members, unknown topics, options out of range or
// that contradict each other, and when the solver's progress cancels.
M150_EXPORT WorkingGroupProposals propose_working_groups(const Snapshot& now,
                                                         const WorkingGroupOptions& options = {});

// Proposals as records, for KnowledgeBase::add and replace. Throw InvalidInput when the record would not be
// valid: an id that is none, a group that is unknown, a last day before the first.
M150_EXPORT WorkingGroup group_record(const ProposedGroup& proposal, Id<WorkingGroup> id, Date from);
M150_EXPORT WorkingGroup joined_record(const Snapshot& now, const JoinProposal& proposal);
// `delivered`: what the group leaves behind, which counts as evidence for its members; may be empty.
M150_EXPORT WorkingGroup closed_record(const Snapshot& now, const ClosingProposal& proposal, Date to,
                                       std::string delivered);

// For WorkingGroupOptions::stay_near.
M150_EXPORT std::vector<EarlierGroup> earlier_groups(const WorkingGroupProposals& proposals);

// How alike two proposals are in who is in which new group.
struct GroupAgreement {
    double memberships = 1.0;  // of the (first topic, member) in either, the part in both: Jaccard
    // Adjusted Rand index (Hubert and Arabie 1985) of pairs of municipalities that share a group or do not,
    // so that groups may overlap and need no names: 1 for the same groups, about 0 for groups by chance.
    double rand = 1.0;
};
M150_EXPORT GroupAgreement agreement(const WorkingGroupProposals& a, const WorkingGroupProposals& b);

}  // namespace m150::inline v0
