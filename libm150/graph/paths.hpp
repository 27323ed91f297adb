// The strongest ways from one node of the graph to another.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "libm150/graph/edges.hpp"

namespace m150::inline v0::graph {

// A way from its first node to its last that visits nothing twice; edges[i] leads from nodes[i] to nodes[i +
// 1].
struct Route {
    double strength = 1.0;  // product of the weights, taken from the first to the last
    std::vector<int> nodes;
    std::vector<Edge> edges;
};

// Immutable once made; may be used from any number of threads.
class PathFinder {
  public:
    // Edges are gone in both directions. Of parallel edges the strongest counts; of equally strong ones the
    // first kind.
    PathFinder(int nodes, std::span<const Edge> edges);
    PathFinder(PathFinder&&) noexcept;
    PathFinder& operator=(PathFinder&&) noexcept;
    ~PathFinder();

    // At most `most`, best first: by strength (to about a part in 10^9), then steps, then node numbers.
    std::vector<Route> strongest(int from, int to, std::size_t most) const;

  private:
    struct Network;
    std::unique_ptr<const Network> network_;
};

}  // namespace m150::inline v0::graph
