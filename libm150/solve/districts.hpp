// Dividing the nodes of a graph into connected parts of about equal size, each round one of its nodes.
#pragma once

#include <cstdint>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"

namespace m150::inline v0 {

struct DistrictNode {
    std::vector<int> beside;  // nodes that it touches; one of the two need say so
    bool counts = true;       // in the size of its part
    bool may_be_centre = true;
};

// Nodes that had better be in one part: the home of their group, which is the part where most of it is, by
// cost.
struct DistrictGrouping {
    std::vector<int> group;  // of each node, counted from 0; -1: of none
    std::vector<int> cost;   // of each node that is not in the home of its group; 0 to 1,000,000
    // No part is home to two groups. Then there are as many groups as parts, and part g is the home of group
    // g. At most one grouping is so.
    bool one_each = false;
};

struct DistrictProblem {
    std::vector<DistrictNode> nodes;  // connected with each other
    std::vector<std::vector<int>>
        cost;          // of a node in the part round a centre, [node][centre]; 0 to 1,000,000
    int parts = 1;     // at least 1, at most the nodes that count and may be centre
    int at_least = 1;  // nodes that count in a part, 1 or more
    int at_most = 1;
    std::vector<DistrictGrouping> groupings;
};

struct DistrictOptions {
    std::vector<int> centres;  // to start from, among others; empty: none
    std::uint64_t seed = 1;    // of the other starts
    int starts = 24;           // how many others, 1 to 1000
    // Of the integer programs, nodes of the search trees times columns, all together; each gets a few nodes
    // whatever is left. At least 1.
    std::int64_t most_work = 400'000;
    ProgressFn progress;  // returning false cancels
};

struct Districting {
    std::vector<int> part;    // of each node; parts go by ascending centre, but for groups that have one each
    std::vector<int> centre;  // of each part: the node in it that costs least
    // Of all nodes to their centres, and of the groupings.
    std::int64_t cost = 0;
    // No division with the sizes below costs less.
    std::int64_t lower_bound = 0;
    bool proved = false;  // cost == lower_bound: none with these sizes is cheaper
    // The sizes kept to: those of the problem, or, when no division with these was found, at_least lower (not
    // below 1) and at_most higher. Both by 1, 2, 3, 4, 6, 9, 13, ... (half as much again) until one is found;
    // then at_most, and after it at_least, by as little as one is found with.
    int at_least = 1;
    int at_most = 1;
    bool widening_proved = true;  // that none is found with one of the two nearer by 1
};

// A division of low cost, with a bound. The model is that of Hess and others (Oper. Res. 13, 1965): which
// nodes are centres, and which centre each node goes to. Parts are made to hang together by the cuts of
// Validi, Buchanan and Lykhovyd (Oper. Res. 70, 2022): a node that is cut off from its centre needs one of
// the nodes between. The bound comes from Lagrangian relaxation, in integers. Small problems are solved
// whole, and proved; in larger ones centres are found by location and allocation (Cooper 1964) with flows,
// and the nodes' parts for these centres, and the homes of the groups, by integer programs.
//
// Always finds a division. Throws InvalidInput for a graph that does not hang together, numbers out of range
// or rows of the wrong length, fewer possible centres than parts, and when progress cancels.
M150_EXPORT Districting solve_districts(const DistrictProblem& problem, const DistrictOptions& options = {});

}  // namespace m150::inline v0
