// Two parts that touch, divided anew between their centres. Internal to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

// The nodes of two parts together, as one part takes them from the other: after each stop both hang
// together, and each holds its centre.
struct Sweep {
    struct Stop {
        std::size_t taken = 0;  // how many of `order` are in the first part
        int size = 0;           // those of them that count
        std::int64_t cost = 0;  // of both parts, but for what is the same at all stops
    };
    std::vector<int> order;   // those of the first part, in order; the rest is the other's
    std::vector<Stop> stops;  // by ascending size
};

// The first part starts as `from` alone, with what reaches `to` only past it, and grows by the node beside it
// that costs least more, with what that node cuts off from `to`; never beyond `most` nodes that count. `more`
// is what each node costs in the first part above what it costs in the other, by node of the problem.
//
// In a graph that no single node cuts in two there is always a node that cuts nothing off, so that the last
// stop has `most`: the argument of st-numberings (Lempel, Even and Cederbaum 1967), and the theorem of Gyori
// and Lovasz for two parts.
Sweep sweep(const DistrictProblem& problem, const Neighbours& beside, const std::vector<int>& nodes, int from,
            int to, const std::vector<std::int64_t>& more, int most);

}  // namespace m150::inline v0::districts
