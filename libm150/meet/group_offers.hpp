// The groups that could be started or joined, as teams. Internal to this floor.
#pragma once

#include <set>
#include <vector>

#include "libm150/meet/group_world.hpp"
#include "libm150/solve/teams.hpp"

namespace m150::inline v0 {

// What an offer of the problem is about.
struct GroupSubject {
    std::vector<int> topics;               // numbers, the one asked for in most periods first
    std::vector<int> asked;                // by period; of a group to be started
    std::set<int> earlier;                 // places of those who were in a group on these topics to stay near
    const RunningGroup* joined = nullptr;  // the group whose new members they are; nullptr: a new group
    int host = -1;  // number of the municipality where a physical group meets; -1: not known
};

struct GroupOffers {
    TeamProblem problem;                 // parties are places in GroupWorld::members, themes are topics
    std::vector<GroupSubject> subjects;  // by offer
};

GroupOffers group_offers(const Snapshot& now, const WorkingGroupOptions& options, const GroupWorld& world);

// A member's part in a group on these topics.
struct GroupLevel {
    double demand = 0.0;     // as it counts: summed over the topics, each for its share
    double expertise = 0.0;  // the same; 0 for who is no knower
    GroupMember member;
};
GroupLevel level_of(const Snapshot& now, const WorkingGroupOptions& options, const GroupWorld& world,
                    int place, const std::vector<int>& topics);

// How far a member travels to where the group meets.
struct GroupTravel {
    double km = 0.0;    // 0 when the group does not meet
    bool known = true;  // false: it is not known where one of them lies, and km is GroupWorld::unknown_km
};
GroupTravel travel_of(const Snapshot& now, const GroupWorld& world, int number, int host);

}  // namespace m150::inline v0
