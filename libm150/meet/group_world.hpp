// What working groups are made from: who needs and knows what, what was asked when, which groups run.
// Internal to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/meet/lasting.hpp"
#include "libm150/meet/working_groups.hpp"

namespace m150::inline v0 {

struct RunningGroup {
    const WorkingGroup* record = nullptr;
    std::vector<int> topics;     // numbers of those that exist
    std::vector<int> members;    // numbers of those that exist, ascending
    int chair = -1;              // number
    std::vector<Reason> served;  // why it is proposed for closing; empty: it goes on
};

struct GroupWorld {
    std::vector<int> members;  // numbers of who can be placed, ascending; below, they go by their place in it
    std::vector<std::vector<double>> demand;     // by member and topic, 0..1
    std::vector<std::vector<double>> expertise;  // the same; 0 for who paused recommendations on the topic
    TopicSignals signals;                        // all
    TopicSignals fresh;                          // those after the last earlier group on the topic
    std::vector<RunningGroup> running;           // ascending by id
    std::vector<const RunningGroup*> served_by;  // by topic; nullptr: no group runs on it
    std::vector<int> groups;   // by member: running groups it is in, closing ones not counted
    std::vector<bool> chairs;  // by member: runs one of those
    std::vector<int> region;   // of every municipality, by its number: the number of the first of its region
    std::vector<int> size;  // the same: 0, 1 or 2 for below 35,000, below 50,000, and more inhabitants; -1 in
                            // either: not known

    double unknown_km = 0.0;  // what a distance that is not known counts as: the mean between two members

    int place_of(int number) const;  // of a member; -1: it is none
};

// Throws InvalidInput for a network without members.
GroupWorld group_world(const Snapshot& now, const WorkingGroupOptions& options);

// Members who asked for the topics in each of the last periods, the newest first.
std::vector<int> asked_by_period(const Snapshot& now, const WorkingGroupOptions& options,
                                 const GroupWorld& world, const std::vector<int>& topics);
// In how many of those enough of them did.
int periods_with_demand(const WorkingGroupOptions& options, const std::vector<int>& asked);

// The first day of the `count` last periods.
Date first_day_of(const Snapshot& now, const WorkingGroupOptions& options, int count);

}  // namespace m150::inline v0
