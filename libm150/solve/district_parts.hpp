// What a division into parts is and costs: what the bound, the model and the search share. Internal to
// solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/solve/districts.hpp"

namespace m150::inline v0::districts {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

using Parts = std::vector<int>;                    // of each node
using Homes = std::vector<std::vector<int>>;       // of each group of each grouping: a part
using Neighbours = std::vector<std::vector<int>>;  // of each node, ascending, both ways

Neighbours neighbours_of(const DistrictProblem& problem);

// The nodes reached from `from` through nodes for which `within` holds, ascending; `from` itself included.
std::vector<int> reached(const Neighbours& beside, int from, const std::vector<bool>& within);

// The pieces of part `p` that do not hold its centre.
std::vector<std::vector<int>> loose_pieces(const Neighbours& beside, const Parts& part, int p, int centre);

struct Judged {
    std::int64_t cost = 0;
    std::vector<int> centre;  // of each part: the cheapest, the first of those equally cheap
    Homes home;
};

// What a division costs with the best centres and homes, whether or not its parts hang together. Absent when
// a part holds no node that may be centre.
std::optional<Judged> judge(const DistrictProblem& problem, const Parts& part);

// What the groupings cost at least: a group with more nodes that count than fit in a part is not all at home.
std::int64_t least_of_groupings(const DistrictProblem& problem);

// Whether every part has a size within the bounds and hangs together.
bool keeps_to(const DistrictProblem& problem, const Neighbours& beside, const Parts& part);

// Parts that grow from the centres: always the node that costs least joins a part that it touches. They hang
// together; sizes are as they come.
Parts grown_from(const DistrictProblem& problem, const Neighbours& beside, const std::vector<int>& centres);

}  // namespace m150::inline v0::districts
