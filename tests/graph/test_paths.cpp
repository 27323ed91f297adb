#include "libm150/graph/paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using graph::Edge;
using graph::PathFinder;
using graph::Route;
using testing::Dice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto knows = PathStep::Kind::knows;
constexpr auto asks = PathStep::Kind::asks;

// The slow twin: every way that visits nothing twice, sorted as strongest() promises.
class EveryRoute {
  public:
    EveryRoute(int nodes, const std::vector<Edge>& edges) : best_(square(nodes)), nodes_(nodes) {
        for (const Edge& edge : edges) {
            for (auto [from, to] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
                double& best = best_[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
                best = std::max(best, edge.weight);
            }
        }
    }

    std::vector<Route> strongest(int from, int to) {
        found_.clear();
        Route start;
        start.nodes = {from};
        if (from != to) go_on(start, to);
        std::sort(found_.begin(), found_.end(), [](const Route& a, const Route& b) {
            if (a.strength != b.strength) return a.strength > b.strength;
            if (a.nodes.size() != b.nodes.size()) return a.nodes.size() < b.nodes.size();
            return a.nodes < b.nodes;
        });
        return found_;
    }

  private:
    static std::vector<std::vector<double>> square(int n) {
        return std::vector<std::vector<double>>(static_cast<std::size_t>(n),
                                                std::vector<double>(static_cast<std::size_t>(n)));
    }

    void go_on(const Route& route, int to) {
        if (route.nodes.back() == to) return found_.push_back(route);
        for (int next = 0; next < nodes_; ++next) {
            const double weight =
                best_[static_cast<std::size_t>(route.nodes.back())][static_cast<std::size_t>(next)];
            const bool visited = std::find(route.nodes.begin(), route.nodes.end(), next) != route.nodes.end();
            if (weight <= 0.0 || visited) continue;
            Route longer = route;
            longer.nodes.push_back(next);
            longer.strength *= weight;
            go_on(longer, to);
        }
    }

    std::vector<std::vector<double>> best_;
    int nodes_;
    std::vector<Route> found_;
};

std::vector<std::vector<int>> nodes_of(const std::vector<Route>& routes) {
    std::vector<std::vector<int>> result;
    result.reserve(routes.size());
    for (const Route& route : routes)
        result.push_back(route.nodes);
    return result;
}

void expect_twins_agree(int nodes, const std::vector<Edge>& edges, Dice& dice, std::uint64_t seed) {
    const int from = dice.below(nodes);
    const int to = dice.below(nodes);
    const std::vector<Route> every = EveryRoute(nodes, edges).strongest(from, to);
    const PathFinder finder(nodes, edges);
    for (std::size_t most : {std::size_t{1}, std::size_t{4}, every.size() + 3}) {
        std::vector<Route> expected = every;
        if (expected.size() > most) expected.resize(most);
        const std::vector<Route> found = finder.strongest(from, to, most);
        ASSERT_EQ(nodes_of(found), nodes_of(expected)) << "seed " << seed << ", most " << most;
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_DOUBLE_EQ(found[i].strength, expected[i].strength) << "seed " << seed;
        }
    }
}

TEST(Paths, ADetourOverStrongEdgesBeatsAWeakShortcut) {
    const std::vector<Edge> edges{{0, 1, knows, 0.9}, {0, 2, knows, 0.7}, {1, 2, knows, 0.9}};
    const std::vector<Route> routes = PathFinder(3, edges).strongest(0, 2, 5);
    EXPECT_THAT(nodes_of(routes), ElementsAre(ElementsAre(0, 1, 2), ElementsAre(0, 2)));
    EXPECT_DOUBLE_EQ(routes[0].strength, 0.81);
    EXPECT_DOUBLE_EQ(routes[1].strength, 0.7);
}

TEST(Paths, OfParallelEdgesTheStrongestIsTakenAndSaysItsKind) {
    const std::vector<Edge> edges{
        {0, 1, knows, 0.25}, {0, 1, asks, 0.5}, {1, 2, knows, 0.5}, {1, 2, asks, 0.5}};
    const std::vector<Route> routes = PathFinder(3, edges).strongest(2, 0, 5);
    ASSERT_EQ(routes.size(), 1U);
    ASSERT_EQ(routes[0].edges.size(), 2U);
    EXPECT_EQ(routes[0].edges[0].kind, knows);  // equally strong: the first kind
    EXPECT_EQ(routes[0].edges[0].a, 2);
    EXPECT_EQ(routes[0].edges[0].b, 1);
    EXPECT_EQ(routes[0].edges[1].kind, asks);
    EXPECT_EQ(routes[0].edges[1].weight, 0.5);
    EXPECT_DOUBLE_EQ(routes[0].strength, 0.25);
}

TEST(Paths, OfEquallyStrongPathsTheShortestThenTheSmallestNumbersGoFirst) {
    // 0 to 5 at a quarter: straight, over 1, over 2, and over 1 and 2 by an edge of strength 1.
    const std::vector<Edge> edges{{0, 1, knows, 0.5}, {0, 2, knows, 0.5}, {0, 5, knows, 0.25},
                                  {1, 2, knows, 1.0}, {1, 5, knows, 0.5}, {2, 5, knows, 0.5}};
    EXPECT_THAT(nodes_of(PathFinder(6, edges).strongest(0, 5, 9)),
                ElementsAre(ElementsAre(0, 5), ElementsAre(0, 1, 5), ElementsAre(0, 2, 5),
                            ElementsAre(0, 1, 2, 5), ElementsAre(0, 2, 1, 5)));
}

TEST(Paths, ThereAreNoneToOneselfOrWhereNothingLeadsOrWhenNoneAreWanted) {
    const std::vector<Edge> edges{{0, 1, knows, 0.5}, {2, 3, knows, 0.5}};
    const PathFinder finder(5, edges);
    EXPECT_THAT(finder.strongest(0, 0, 3), IsEmpty());
    EXPECT_THAT(finder.strongest(0, 2, 3), IsEmpty());
    EXPECT_THAT(finder.strongest(0, 4, 3), IsEmpty());
    EXPECT_THAT(finder.strongest(4, 0, 3), IsEmpty());
    EXPECT_THAT(finder.strongest(0, 1, 0), IsEmpty());
    EXPECT_EQ(finder.strongest(0, 1, 3).size(), 1U);
}

TEST(Paths, TheWeakestEdgeThatCanBeWrittenStillLeadsSomewhere) {
    const std::vector<Edge> edges{{0, 1, knows, 5e-324}, {1, 2, knows, 5e-324}, {2, 3, knows, 1.0}};
    EXPECT_THAT(nodes_of(PathFinder(4, edges).strongest(0, 3, 2)), ElementsAre(ElementsAre(0, 1, 2, 3)));
}

TEST(Paths, AgreeWithTryingEveryPath) {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        Dice dice(seed);
        const int nodes = 2 + dice.below(6);
        const auto edges =
            testing::random_edges(dice, nodes, 0.5 * dice.unit(), [](Dice& d) { return 1.0 - d.unit(); });
        expect_twins_agree(nodes, edges, dice, seed);
        if (HasFatalFailure()) return;
    }
}

// Powers of a half: products are exact, so the twin sees the same ties.
TEST(Paths, AgreeWithTryingEveryPathWhenManyAreEquallyStrong) {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        Dice dice(seed);
        const int nodes = 2 + dice.below(6);
        const auto edges = testing::random_edges(dice, nodes, 0.6 * dice.unit(),
                                                 [](Dice& d) { return std::ldexp(1.0, -d.below(3)); });
        expect_twins_agree(nodes, edges, dice, seed);
        if (HasFatalFailure()) return;
    }
}

TEST(Paths, AskingForMoreDoesNotChangeTheFirst) {
    Dice dice(7);
    const auto edges = testing::random_edges(dice, 60, 0.1, [](Dice& d) { return 1.0 - d.unit(); });
    const PathFinder finder(60, edges);
    for (int to = 1; to < 60; to += 7) {
        std::vector<Route> many = finder.strongest(0, to, 25);
        ASSERT_EQ(many.size(), 25U);
        for (std::size_t i = 1; i < many.size(); ++i)
            EXPECT_GE(many[i - 1].strength, many[i].strength);
        many.resize(10);
        EXPECT_EQ(nodes_of(finder.strongest(0, to, 10)), nodes_of(many));
    }
}

}  // namespace
}  // namespace m150
