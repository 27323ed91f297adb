// Minimum cost circulation in integers, with its proof: what the assignment is made of. Internal to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace m150::inline v0::circulation {

// Sums of costs over all arcs do not fit 64 bits.
__extension__ using Wide = __int128;

// Carries 0 to `capacity` units at `cost` each.
struct Arc {
    int from = 0;
    int to = 0;
    int capacity = 0;
    std::int64_t cost = 0;
};

struct Network {
    int nodes = 0;
    std::vector<Arc> arcs;
};

// At every node as much comes in as goes out.
struct Solution {
    std::vector<int> flow;                // of each arc
    std::vector<std::int64_t> potential;  // of each node: the dual solution
};

Wide cost_of(const Network& network, const std::vector<int>& flow);

// What no circulation can cost less than, by weak duality, whatever the potentials are: the sum over the arcs
// of capacity * min(0, cost + potential(from) - potential(to)).
Wide lower_bound(const Network& network, const std::vector<std::int64_t>& potential);

// A circulation of least cost; since none (all flows 0) is one, it always exists. Requires that twice the
// cost of any simple path fits 62 bits. Throws InternalError when cost_of(flow) and lower_bound(potential)
// differ.
Solution solve(const Network& network);

// Among the circulations of the same cost, moves to the one with the largest flow on the first arc, among
// these the largest on the second, and so on over the first `ordered` arcs, each of which must have
// capacity 1.
void prefer_first(const Network& network, std::size_t ordered, Solution& solution);

}  // namespace m150::inline v0::circulation
