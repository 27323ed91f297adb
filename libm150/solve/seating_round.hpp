// One round of a few people, seated at the least cost beside others. Internal to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "libm150/solve/seating.hpp"
#include "libm150/solve/seating_start.hpp"
#include "libm150/solve/seating_state.hpp"

namespace m150::inline v0::seating {

using PeopleSet = std::uint32_t;  // one bit each

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

// What a round costs, by pairs at one table and by who talks about what.
struct RoundCosts {
    std::vector<std::int64_t> pair;   // by two people, both ways round
    std::vector<std::int64_t> talks;  // by subject and person; mostly a gain, below 0
    std::int64_t knower = 0;          // of a table whose subject nobody at it knows
};

// What a table costs, by who sits at it, and the subject that costs least there (-1: none).
struct TableCosts {
    std::vector<std::int64_t> cost;
    std::vector<int> subject;
};

// A round seated table after table. `cost[t][set]`: what the first t tables cost at least with these people
// at them; kNever: they cannot sit there.
struct RoundLayers {
    std::vector<std::vector<std::int64_t>> cost;
    std::vector<std::vector<PeopleSet>> last;  // who then sits at table t - 1
    TableCosts with_subject, maybe_without;    // the latter for tables that may have none
    std::int64_t least() const { return cost.back().back(); }
};

class RoundModel {
  public:
    RoundModel(const SeatingProblem& problem, const Start& start);

    std::size_t people() const { return people_; }
    PeopleSet everybody() const { return (PeopleSet{1} << people_) - 1; }
    std::size_t tables(int round) const { return start_.subjects[at(round)].size(); }
    bool may_lack(int round, std::size_t table) const { return start_.subjects[at(round)][table] < 0; }
    // Who is pinned to the table.
    PeopleSet pinned_to(int round, std::size_t table) const { return pinned_to_[at(round)][table]; }
    PeopleSet pinned(int round) const { return pinned_to_[at(round)].back(); }

    // Whether they are neither too many nor too few, and nobody is pinned elsewhere, nor somebody else here.
    bool can_sit(int round, std::size_t table, PeopleSet set) const {
        return can_sit_[at(round)][table][set];
    }

    // Of a round alone, and beside those of the first `count` rounds that are not it.
    const RoundCosts& alone() const { return alone_; }
    RoundCosts beside(const Seats& seats, int round, int count) const;

    // What talking about the subject adds to the cost of a table of these people.
    std::int64_t talk(const RoundCosts& costs, int subject, PeopleSet set) const;
    std::int64_t meeting(const RoundCosts& costs, PeopleSet set) const;

    // Over all sets of people at each table; tables differ by one person at most.
    RoundLayers layers(int round, const RoundCosts& costs) const;
    // The round that costs least of them.
    void seat(Seats& seats, int round, const RoundLayers& layers) const;

    // Puts these people at the table.
    void put(Seats& seats, int round, std::size_t table, PeopleSet set, int subject) const;

  private:
    void pin(int round);
    std::size_t cell(int one, int other) const { return at(one) * people_ + at(other); }
    TableCosts table_costs(const RoundCosts& costs, bool may_lack) const;

    const SeatingProblem& p_;
    const Start& start_;
    std::size_t people_;
    RoundCosts alone_;
    std::vector<PeopleSet> knowers_;                       // by subject
    std::vector<std::vector<PeopleSet>> pinned_to_;        // by round and table; last: anywhere
    std::vector<std::vector<std::vector<bool>>> can_sit_;  // by round, table and set
    std::vector<int> size_;                                // of each set
};

}  // namespace m150::inline v0::seating
