// Who gets how many of whom when nobody should carry much more than others: weight against an uneven load.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

// The load that a bearer has already, and what it may rise to. Each 0 to 1,000,000; one that has as much as
// it may, or more, takes nothing.
struct Room {
    int before = 0;
    int at_most = 1;
};

// `places[i]` is how many bearers request i takes at most, 0 to 1000. In a candidate, `left` is a request and
// `right` a bearer; a pair that is no candidate is impossible, and none is a candidate twice. Weights are
// numbers of at most 1e150.
struct SharingProblem {
    std::vector<int> places;
    std::vector<Room> rooms;
    std::vector<Candidate> candidates;
    // What a unit of load costs, in the unit of the weights, for each unit that its bearer has already. 0:
    // weights alone count. Infinity: the load is levelled first, whatever that costs in weight.
    double price = 0.0;
};

struct Sharing {
    std::vector<std::size_t> chosen;  // indices into the candidates, ascending
    std::vector<int> load;            // of each bearer, with what it had before
    double weight = 0.0;              // sum of the chosen weights, added in the order of (left, right)
    // Sum over the units given of how many their bearer had already: L (L - 1) / 2 less the same of what it
    // had before. Of loads with one total, the most even ones have the least of it.
    long long crowding = 0;
    // The price that was used: that of the problem as a whole number of quanta, at least one when it is above
    // 0. No more than levels the load as far as it can be: a larger one changes nothing.
    double price = 0.0;
    double objective = 0.0;  // weight - price * crowding
    // No choice that serves requests as well exceeds this, by the prices of the dual problem; larger than the
    // objective by half a quantum a unit at most, for the rounding of the weights. Never below the objective.
    double upper_bound = 0.0;
    double quantum = 0.0;  // what weights and price were rounded to multiples of
};

// In this order the result
//   1. fills as many places as can be;
//   2. fills them evenly over the requests: the sum of the squares of what each gets is least;
//   3. has the largest weight less price times crowding, counted in quanta; at a price that levels as far as
//      can be, least crowding and then the largest weight;
//   4. has the list of pairs (left, right), sorted, that comes first in lexicographic order.
// Exactly one choice is left, so the order of the candidates makes no difference. The loads that 1 and 2
// leave open are an M-convex set (Murota, Discrete Convex Analysis, 2003), whose least crowded member is
// majorised by all others: at an infinite price gini() is as low as it can be, and so is any other measure of
// inequality that respects majorisation. A larger price never gives more crowding, nor more weight.
//
// Exact: one minimum cost flow in integers in which the k-th unit of a bearer costs price * (k - 1), proved
// by its dual prices. Throws InvalidInput, naming up to 100 places, for what is out of range, and for
// problems too large for 64-bit integers.
M150_EXPORT Sharing solve_sharing(const SharingProblem& problem);

// Gini's coefficient of loads that are not negative: the mean absolute difference between two of them over
// twice the mean. 0 when all are alike (or there are none), near 1 when one carries everything.
M150_EXPORT double gini(const std::vector<int>& loads);

}  // namespace m150::inline v0
