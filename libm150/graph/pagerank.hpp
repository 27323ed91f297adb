// Personalised PageRank over the typed edges, by one factorisation and one solve for each seed.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "libm150/graph/edges.hpp"

namespace m150::inline v0::graph {

// What an edge, by its number, brings of the time at a node.
struct Arrival {
    int edge = 0;
    double time = 0.0;
};

// Immutable once made; solve() may be called from any number of threads.
class PageRank {
  public:
    // `edges` are gone in both directions; demand ("asks") is no way to go, and is passed over. Parallel
    // edges add up. Requires 0 < restart <= 1 and edges between nodes 0 .. nodes - 1.
    PageRank(int nodes, std::span<const Edge> edges, double restart);
    PageRank(PageRank&&) noexcept;
    PageRank& operator=(PageRank&&) noexcept;
    ~PageRank();

    // Share of its time that the walk spends at each node; sums to 1. `seeds` has one weight for each node,
    // none negative, at least one positive. What was solved for a seed is kept (8 bytes a node).
    std::vector<double> solve(std::span<const double> seeds) const;

    // Of the time at `node` that solve() says, what each edge that leads there brings: the time at the other
    // end, times the chance to go on and to take that edge. By their numbers in `edges` (those it was made
    // of), ascending. But for the restarts at the node itself they add up to its time.
    std::vector<Arrival> arrivals(std::span<const double> time, std::span<const Edge> edges, int node) const;

  private:
    struct Factor;
    std::unique_ptr<const Factor> factor_;
};

}  // namespace m150::inline v0::graph
