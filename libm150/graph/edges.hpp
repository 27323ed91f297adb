// The typed edges between municipalities and topics that walks and paths go over.
#pragma once

#include <vector>

#include "libm150/graph/evidence_index.hpp"
#include "libm150/graph/expertise.hpp"
#include "libm150/graph/topic_links.hpp"

namespace m150::inline v0::graph {

// Nodes are numbered municipalities first: node m is municipality m, node municipalities + t is topic t.
struct Edge {
    int a = 0;
    int b = 0;  // a < b
    PathStep::Kind kind = PathStep::Kind::knows;
    double weight = 0.0;  // 0 < weight <= 1
};

// Ascending by a, b, kind; at most one of a kind between two nodes. Weights: knows and asks are expertise and
// demand; related and broader their share; a tie counts tie_weight * amount * decay, and ties of one kind
// between the same two add up as 1 - product of (1 - weight), so never past 1. Requires that check(input,
// options) passed.
std::vector<Edge> make_edges(const GraphInput& input, const ExpertiseOptions& options,
                             const EvidenceIndex& evidence, const TopicLinks& links);

}  // namespace m150::inline v0::graph
