// How a network of ties hangs together: who lies between others, its parts, and where it would fall apart.
#pragma once

#include <span>
#include <utility>
#include <vector>

namespace m150::inline v0::graph {

// Two nodes that know each other, in either order. Given twice it is one tie; of a node with itself, none.
using NodePair = std::pair<int, int>;

// Of each node, the part of the pairs of other nodes that it lies between: the mean, over these pairs, of the
// part of their shortest paths that go through it (betweenness: Freeman 1977; by the algorithm of Brandes,
// Journal of Mathematical Sociology 25, 2001). Every tie is one step; pairs without a path count as 0. Each
// 0..1; all 0 when there are fewer than three nodes. The order of the ties makes no difference.
std::vector<double> betweenness(int nodes, std::span<const NodePair> ties);

// Of each node the number of its part: parts are numbered by descending size, then by their smallest node.
std::vector<int> connected_parts(int nodes, std::span<const NodePair> ties);

// Of each node, into how many pieces its part falls without it: 0 when it is alone, 1 when the rest stays
// together, more for an articulation point.
std::vector<int> pieces_without(int nodes, std::span<const NodePair> ties);

}  // namespace m150::inline v0::graph
