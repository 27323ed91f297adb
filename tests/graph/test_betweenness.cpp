// Who lies between others, against listing every shortest path and taking every node away.
#include "libm150/graph/betweenness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/graph_world.hpp"

namespace m150::testing {
namespace {

using graph::NodePair;

std::vector<std::set<int>> neighbours_of(int nodes, const std::vector<NodePair>& ties) {
    std::vector<std::set<int>> neighbours(static_cast<std::size_t>(nodes));
    for (const auto& [a, b] : ties) {
        if (a == b) continue;
        neighbours[static_cast<std::size_t>(a)].insert(b);
        neighbours[static_cast<std::size_t>(b)].insert(a);
    }
    return neighbours;
}

// Every path that visits nothing twice.
void walk(const std::vector<std::set<int>>& neighbours, std::vector<int>& path, int to,
          std::vector<std::vector<int>>& found) {
    if (path.back() == to) {
        found.push_back(path);
        return;
    }
    for (const int next : neighbours[static_cast<std::size_t>(path.back())]) {
        if (std::find(path.begin(), path.end(), next) != path.end()) continue;
        path.push_back(next);
        walk(neighbours, path, to, found);
        path.pop_back();
    }
}

std::vector<double> slow_betweenness(int nodes, const std::vector<NodePair>& ties) {
    const auto neighbours = neighbours_of(nodes, ties);
    std::vector<double> sum(static_cast<std::size_t>(nodes), 0.0);
    const double pairs_of_others = (nodes - 1) * (nodes - 2) / 2.0;
    for (int from = 0; from < nodes; ++from) {
        for (int to = from + 1; to < nodes; ++to) {
            std::vector<std::vector<int>> paths;
            std::vector<int> path{from};
            walk(neighbours, path, to, paths);
            if (paths.empty()) continue;
            const std::size_t least =
                std::min_element(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
                    return a.size() < b.size();
                })->size();
            std::erase_if(paths, [&](const auto& one) { return one.size() > least; });
            for (const auto& one : paths) {
                for (std::size_t i = 1; i + 1 < one.size(); ++i)
                    sum[static_cast<std::size_t>(one[i])] += 1.0 / static_cast<double>(paths.size());
            }
        }
    }
    for (double& value : sum)
        value = nodes < 3 ? 0.0 : value / pairs_of_others;
    return sum;
}

// The nodes that can be reached from `from` without `without`.
std::set<int> reached(int from, int without, const std::vector<std::set<int>>& neighbours) {
    std::set<int> seen{from};
    std::vector<int> open{from};
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const int next : neighbours[static_cast<std::size_t>(node)]) {
            if (next != without && seen.insert(next).second) open.push_back(next);
        }
    }
    return seen;
}

struct Network {
    int nodes;
    std::vector<NodePair> ties;
};

// Of 0 to 7 nodes, sparse to dense, with ties given twice, the other way round, and of nodes with themselves.
Network random_network(std::uint64_t seed) {
    Dice dice(seed);
    Network network{dice.below(8), {}};
    const double density = dice.unit();
    for (int a = 0; a < network.nodes; ++a) {
        for (int b = 0; b <= a; ++b) {
            if (dice.chance(density)) network.ties.emplace_back(a, b);
            if (dice.chance(density / 4)) network.ties.emplace_back(b, a);
        }
    }
    dice.shuffle(network.ties);
    return network;
}

TEST(Betweenness, IsThatOfListingEveryShortestPath) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Network network = random_network(seed);
        const std::vector<double> fast = graph::betweenness(network.nodes, network.ties);
        const std::vector<double> slow = slow_betweenness(network.nodes, network.ties);
        ASSERT_EQ(fast.size(), slow.size());
        for (std::size_t i = 0; i < fast.size(); ++i)
            EXPECT_NEAR(fast[i], slow[i], 1e-12) << "seed " << seed << ", node " << i;
    }
}

TEST(Betweenness, TheMiddleOfAStarLiesBetweenAllAndACircleIsEven) {
    std::vector<NodePair> star, circle;
    for (int i = 1; i <= 9; ++i)
        star.emplace_back(0, i);
    const std::vector<double> of_star = graph::betweenness(10, star);
    EXPECT_DOUBLE_EQ(of_star[0], 1.0);
    EXPECT_DOUBLE_EQ(of_star[5], 0.0);
    for (int i = 0; i < 9; ++i)
        circle.emplace_back(i, (i + 1) % 9);
    for (const double value : graph::betweenness(9, circle))
        EXPECT_DOUBLE_EQ(value, graph::betweenness(9, circle)[0]);
}

TEST(Betweenness, TheOrderOfTheTiesMakesNoDifferenceToTheLastBit) {
    Dice dice(7);
    std::vector<NodePair> ties;
    for (int i = 0; i < 600; ++i)
        ties.emplace_back(dice.below(200), dice.below(200));
    const std::vector<double> before = graph::betweenness(200, ties);
    dice.shuffle(ties);
    for (auto& [a, b] : ties) {
        if (dice.chance(0.5)) std::swap(a, b);
    }
    EXPECT_EQ(graph::betweenness(200, ties), before);
    EXPECT_GT(*std::max_element(before.begin(), before.end()), 0.0);
}

TEST(ConnectedParts, AreWhatCanBeReachedLargestFirst) {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Network network = random_network(seed);
        const auto neighbours = neighbours_of(network.nodes, network.ties);
        const std::vector<int> parts = graph::connected_parts(network.nodes, network.ties);
        std::vector<std::set<int>> members;
        for (int a = 0; a < network.nodes; ++a) {
            const auto part = static_cast<std::size_t>(parts[static_cast<std::size_t>(a)]);
            members.resize(std::max(members.size(), part + 1));
            members[part].insert(a);
            for (int b = 0; b < network.nodes; ++b) {
                EXPECT_EQ(parts[static_cast<std::size_t>(a)] == parts[static_cast<std::size_t>(b)],
                          reached(a, -1, neighbours).contains(b))
                    << seed;
            }
        }
        for (std::size_t i = 1; i < members.size(); ++i) {
            EXPECT_GE(members[i - 1].size(), members[i].size()) << seed;
            if (members[i - 1].size() == members[i].size()) {
                EXPECT_LT(*members[i - 1].begin(), *members[i].begin()) << seed;
            }
        }
    }
}

TEST(PiecesWithout, AreThoseThatAreLeftWhenANodeIsTakenAway) {
    int articulation_points = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Network network = random_network(seed);
        const auto neighbours = neighbours_of(network.nodes, network.ties);
        const std::vector<int> pieces = graph::pieces_without(network.nodes, network.ties);
        for (int node = 0; node < network.nodes; ++node) {
            std::set<std::set<int>> left;
            for (const int neighbour : neighbours[static_cast<std::size_t>(node)])
                left.insert(reached(neighbour, node, neighbours));
            EXPECT_EQ(pieces[static_cast<std::size_t>(node)], static_cast<int>(left.size())) << seed;
            articulation_points += left.size() > 1 ? 1 : 0;
        }
    }
    EXPECT_GT(articulation_points, 200);
}

}  // namespace
}  // namespace m150::testing
