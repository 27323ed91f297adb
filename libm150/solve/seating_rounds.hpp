// Whole rounds of a few people, each the best there is beside the others. Internal to solve/.
#pragma once

#include <cstdint>

#include "libm150/solve/seating.hpp"
#include "libm150/solve/seating_start.hpp"
#include "libm150/solve/seating_state.hpp"

namespace m150::inline v0::seating {

// Whether there are so few people, and no plan to stay near, that rounds can be seated whole.
bool are_few(const SeatingProblem& problem);

// `seats`, or what costs less: from seeded beginnings one round after another is seated as well as it can be
// beside the others (over all sets of people at each table), until none can be seated better. One round: the
// best there is.
Seats better_rounds(const SeatingProblem& problem, const Start& start, const Seats& seats,
                    std::uint64_t seed);

// The same without chance: the seats that cost least of all, or the best that is found before it gives up
// after about a second; returns whether nothing costs less.
bool prove_rounds(const SeatingProblem& problem, const Start& start, Seats& seats);

}  // namespace m150::inline v0::seating
