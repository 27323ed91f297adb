// Where a seating begins: afresh, or near an earlier one; with everybody who is pinned at her table. Internal
// to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "libm150/solve/seating.hpp"
#include "libm150/solve/seating_state.hpp"

namespace m150::inline v0::seating {

// Where everybody begins, and where everybody is to stay.
struct Start {
    std::vector<SeatingRound> rounds;
    std::vector<std::vector<int>> subjects;
    Home home;
    std::vector<std::vector<int>> pinned;  // by round and person: the table; State::nowhere: not pinned
};

// Afresh, or near problem.before when there is one. Throws InvalidInput for pins that cannot all hold.
Start start_of(const SeatingProblem& problem, std::uint64_t seed);

Seats seats_of(const Start& start, std::size_t people);

}  // namespace m150::inline v0::seating
