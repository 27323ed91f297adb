// Seating people at tables over several rounds, so that they meet new people and talk about what they wish.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"

namespace m150::inline v0 {

struct SeatingWish {
    int subject = 0;
    int points = 1;  // what talking about it once is worth, 1 to 1000
};

struct SeatingPerson {
    std::vector<SeatingWish> wishes;  // no subject twice
    std::vector<int> knows;           // subjects
};

// What it costs that these two sit at one table, each time; 1 to 1,000,000.
struct SeatingPair {
    int one = 0;
    int other = 0;
    int cost = 1;
};

// Somebody who sits at a table of a round whatever it costs.
struct SeatingPin {
    int round = 0;
    int person = 0;
    int table = 0;  // of `before` when there is a plan to stay near, else of the seating
};

// Of each round: the tables, each the people at it; ascending.
using SeatingRound = std::vector<std::vector<int>>;

struct SeatingProblem {
    std::vector<SeatingPerson> people;
    int rounds = 1;                  // 1 to 20
    int table_size = 8;              // at most, 2 to 50; tables differ by one person at most
    int subjects = 0;                // 0: tables have none
    int repeat_cost = 1'000;         // each time after the first that two meet; 0 to 1,000,000
    int wish_cost = 10;              // each point of a wish that is not met; 0 to 10,000
    int knower_cost = 100;           // a table whose subject nobody at it knows; 0 to 1,000,000
    std::vector<SeatingPair> pairs;  // no two twice, either way round
    // A plan to stay near (people with numbers of this problem; those who left are not in it, and the new are
    // nowhere), with the subjects of its tables, and what each seat that changes costs. 0 to 1,000,000.
    std::vector<SeatingRound> before;
    std::vector<std::vector<int>> subjects_before;  // by round and table; -1: none
    int move_cost = 0;
    int subject_cost = 0;  // each table whose subject changes, of those that had one; 0 to 1,000,000
    // Nobody twice in a round, and no more at a table than it seats.
    std::vector<SeatingPin> pins;
};

struct SeatingOptions {
    std::uint64_t seed = 1;
    std::int64_t steps = 0;  // tried changes; 0: 30,000 times people times rounds (1,000 to stay
                             // near a plan), at most 12,000,000
    ProgressFn progress;     // `done` of `total` steps; returning false cancels
};

struct Seating {
    std::vector<SeatingRound> rounds;
    std::vector<std::vector<int>> subjects;  // by round and table; -1: none
    std::int64_t cost = 0;
    int repeats = 0;            // times after the first that two people meet
    int repeats_bound = 0;      // no seating at tables of these sizes has fewer
    int wish_points = 0;        // met
    int wish_points_bound = 0;  // no seating at tables of these sizes meets more
    int tables_without_knower = 0;
    std::int64_t pair_cost = 0;  // of `pairs` that sit together
    int moves = 0;               // seats that are not as before, of people who were there
    int subjects_changed = 0;    // tables that have another subject than before, of those that had one
    bool proved = false;         // nothing costs less
};

// A seating of low cost: threshold accepting (Dueck and Scheuer, J. Comput. Phys. 90, 1990) over swaps of two
// people, moves of one, and changes of a table's subject. In integers and with a seed, so the same on every
// machine. Not proved to be best: bounds stand beside what they bound. Of at most eight people afresh also by
// branch and bound over whole rounds, which proves most of them. Throws InvalidInput for numbers out of
// range, a plan to stay near that does not fit the problem, pins that cannot all hold, and when progress
// cancels.
M150_EXPORT Seating solve_seating(const SeatingProblem& problem, const SeatingOptions& options = {});

// How often pairs must meet again at tables of these sizes, by round: the larger of two counts. Who sits at a
// table of s meets s - 1 others, of whom there are people - 1; and of s people at a table, who come from t
// tables of the round before, some come from one table when s > t.
M150_EXPORT int repeats_bound(const std::vector<std::vector<int>>& table_sizes, int people);

// The points of wishes that people can be given at most at tables of these sizes, by round, whatever the
// subjects of the tables and whoever meets whom: nobody talks about more of her wishes than there are rounds,
// nor more people about a subject than its tables seat. A mixed integer program over all rounds together, or
// its relaxation when the tables cannot be divided over the subjects within 200 nodes. Exact in one round.
M150_EXPORT std::int64_t wish_points_bound(const std::vector<SeatingPerson>& people,
                                           const std::vector<std::vector<int>>& table_sizes);

}  // namespace m150::inline v0
