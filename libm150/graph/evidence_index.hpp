// Evidence weighed, and grouped by municipality and topic: what expertise, demand and their reasons are read
// from.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "libm150/graph/expertise.hpp"

namespace m150::inline v0::graph {

// One piece of evidence as it counts today.
struct Piece {
    // Weight of its kind * amount * decay, * inherited of a predecessor's; below 0 for what speaks against
    // expertise.
    double weight = 0.0;
    std::size_t row = 0;  // in GraphInput::evidence
};

// All evidence about one municipality and one topic: pieces [first, middle) show expertise, [middle, last)
// demand.
struct Cell {
    int topic = 0;
    std::size_t first = 0;
    std::size_t middle = 0;
    std::size_t last = 0;
    double knows = 0.0;  // sum of the weights of the first range, 0 at least
    double asks = 0.0;   // and of the second
};

class EvidenceIndex {
  public:
    // Requires that check(input, options) passed. Does not keep a reference to either.
    EvidenceIndex(const GraphInput& input, const ExpertiseOptions& options);

    // nullptr when there is no evidence about the two. Requires municipality to be in range.
    const Cell* find(int municipality, int topic) const;
    std::span<const Cell> cells_of(int municipality) const;  // ascending by topic

    // Largest weight first, with or against; equal ones newest first, then by kind, record and
    // predecessor.
    std::span<const Piece> knows(const Cell& cell) const;
    std::span<const Piece> asks(const Cell& cell) const;

    double expertise(int municipality, int topic) const;

  private:
    std::vector<Piece> pieces_;            // by municipality, topic, demand, then as knows() says
    std::vector<Cell> cells_;              // by municipality, topic
    std::vector<std::size_t> first_cell_;  // of each municipality; one more at the end
};

}  // namespace m150::inline v0::graph
