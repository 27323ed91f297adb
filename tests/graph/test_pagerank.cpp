#include "libm150/graph/pagerank.hpp"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <numeric>

#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using graph::Edge;
using graph::PageRank;
using testing::Dice;

constexpr auto knows = PathStep::Kind::knows;
constexpr auto asks = PathStep::Kind::asks;

// The slow twin: the definition word by word. Row i of P says where the walk goes from i; from where nothing
// leads on it goes where it restarts. Then pi = restart v + (1 - restart) P^T pi, by a dense LU
// decomposition.
std::vector<double> dense_pagerank(int nodes, const std::vector<Edge>& edges, double restart,
                                   const std::vector<double>& seeds) {
    Eigen::VectorXd v = Eigen::Map<const Eigen::VectorXd>(seeds.data(), nodes);
    v /= v.sum();
    Eigen::MatrixXd p = Eigen::MatrixXd::Zero(nodes, nodes);
    for (const Edge& edge : edges) {
        if (edge.kind == asks) continue;
        p(edge.a, edge.b) += edge.weight;
        p(edge.b, edge.a) += edge.weight;
    }
    for (int i = 0; i < nodes; ++i) {
        const double sum = p.row(i).sum();
        p.row(i) = sum > 0.0 ? Eigen::RowVectorXd(p.row(i) / sum) : Eigen::RowVectorXd(v.transpose());
    }
    const Eigen::MatrixXd system = Eigen::MatrixXd::Identity(nodes, nodes) - (1.0 - restart) * p.transpose();
    const Eigen::VectorXd pi = system.partialPivLu().solve(restart * v);
    return {pi.data(), pi.data() + nodes};
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]);
    return sum;
}

void expect_twins_agree(int nodes, const std::vector<Edge>& edges, double restart,
                        const std::vector<double>& seeds, const std::string& which) {
    const std::vector<double> fast = PageRank(nodes, edges, restart).solve(seeds);
    ASSERT_EQ(fast.size(), static_cast<std::size_t>(nodes));
    EXPECT_LT(distance(fast, dense_pagerank(nodes, edges, restart, seeds)), 1e-12) << which;
    EXPECT_NEAR(std::accumulate(fast.begin(), fast.end(), 0.0), 1.0, 1e-14) << which;
    for (double value : fast)
        EXPECT_GE(value, 0.0) << which;
}

// What the edges bring to a node, with the row sums of the definition, and the rest of its time: restarts.
void expect_arrivals_add_up(int nodes, const std::vector<Edge>& edges, double restart,
                            const std::vector<double>& seeds, const std::string& which) {
    const PageRank walk(nodes, edges, restart);
    const std::vector<double> time = walk.solve(seeds);
    std::vector<double> degree(time.size());
    for (const Edge& edge : edges) {
        if (edge.kind == asks) continue;
        degree[static_cast<std::size_t>(edge.a)] += edge.weight;
        degree[static_cast<std::size_t>(edge.b)] += edge.weight;
    }
    for (int node = 0; node < nodes; ++node) {
        std::vector<double> brought(edges.size());
        for (const graph::Arrival& arrival : walk.arrivals(time, edges, node))
            brought[static_cast<std::size_t>(arrival.edge)] += arrival.time;
        double sum = 0.0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const bool leads = (edges[i].a == node || edges[i].b == node) && edges[i].kind != asks;
            const auto from = static_cast<std::size_t>(edges[i].a == node ? edges[i].b : edges[i].a);
            const double expected =
                leads ? (1.0 - restart) * edges[i].weight / degree[from] * time[from] : 0.0;
            EXPECT_NEAR(brought[i], expected, 1e-15) << which;
            sum += brought[i];
        }
        const auto at = static_cast<std::size_t>(node);
        if (seeds[at] == 0.0) {
            EXPECT_NEAR(sum, time[at], 1e-12) << which;
        } else {
            EXPECT_LE(sum, time[at] + 1e-12) << which;
        }
    }
}

TEST(PageRank, OfASingleNodeIsAllItsTime) {
    EXPECT_EQ(PageRank(1, {}, 0.15).solve(std::vector<double>{3.0}), std::vector<double>{1.0});
}

TEST(PageRank, OfTwoNodesIsKnownInClosedForm) {
    // x = restart + c y and y = c x, so x = 1 / (1 + c).
    const std::vector<Edge> edges{{0, 1, knows, 0.3}};
    const std::vector<double> time = PageRank(2, edges, 0.15).solve(std::vector<double>{1.0, 0.0});
    EXPECT_NEAR(time[0], 1.0 / 1.85, 1e-15);
    EXPECT_NEAR(time[1], 0.85 / 1.85, 1e-15);
}

TEST(PageRank, AWalkThatAlwaysRestartsStaysAtItsSeeds) {
    const std::vector<Edge> edges{{0, 1, knows, 0.3}, {1, 2, knows, 0.9}};
    EXPECT_EQ(PageRank(3, edges, 1.0).solve(std::vector<double>{1.0, 0.0, 3.0}),
              (std::vector<double>{0.25, 0.0, 0.75}));
}

TEST(PageRank, FromADanglingSeedTheWalkGoesNowhere) {
    const std::vector<Edge> edges{{0, 1, knows, 0.5}};
    EXPECT_EQ(PageRank(3, edges, 0.15).solve(std::vector<double>{0.0, 0.0, 1.0}),
              (std::vector<double>{0.0, 0.0, 1.0}));
}

TEST(PageRank, NothingIsSpentInAPartThatIsNotConnected) {
    const std::vector<Edge> edges{{0, 1, knows, 0.5}, {2, 3, knows, 0.5}};
    const std::vector<double> time =
        PageRank(5, edges, 0.15).solve(std::vector<double>{1.0, 0.0, 0.0, 0.0, 0.0});
    EXPECT_EQ(time[2], 0.0);
    EXPECT_EQ(time[3], 0.0);
    EXPECT_EQ(time[4], 0.0);
    expect_twins_agree(5, edges, 0.15, {1.0, 0.0, 2.0, 0.0, 3.0},
                       "two parts and a dangling node, all seeded");
}

TEST(PageRank, DemandIsNoWayToGo) {
    const std::vector<Edge> with{
        {0, 1, asks, 0.9}, {0, 2, knows, 0.5}, {1, 2, knows, 0.1}, {1, 2, asks, 0.9}};
    const std::vector<Edge> without{{0, 2, knows, 0.5}, {1, 2, knows, 0.1}};
    const std::vector<double> seeds{0.0, 0.0, 1.0};
    EXPECT_EQ(PageRank(3, with, 0.15).solve(seeds), PageRank(3, without, 0.15).solve(seeds));
}

TEST(PageRank, ParallelEdgesAddUp) {
    const std::vector<Edge> two{
        {0, 1, knows, 0.25}, {0, 1, PathStep::Kind::contact, 0.5}, {1, 2, knows, 0.5}};
    const std::vector<Edge> one{{0, 1, knows, 0.75}, {1, 2, knows, 0.5}};
    const std::vector<double> seeds{0.0, 1.0, 0.0};
    EXPECT_LT(distance(PageRank(3, two, 0.15).solve(seeds), PageRank(3, one, 0.15).solve(seeds)), 1e-15);
}

TEST(PageRank, AgreesWithADenseSolveOnThousandsOfGraphs) {
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Dice dice(seed);
        const int nodes = 1 + dice.below(14);
        const double density = dice.unit() * dice.unit();  // many are in pieces or have dangling nodes
        const auto edges =
            testing::random_edges(dice, nodes, density, [](Dice& d) { return 1.0 - d.unit(); });
        std::vector<double> seeds(static_cast<std::size_t>(nodes));
        for (double& weight : seeds)
            weight = dice.chance(0.5) ? dice.unit() : 0.0;  // zero weights too
        seeds[static_cast<std::size_t>(dice.below(nodes))] = 0.5;
        const double restart = dice.chance(0.2) ? 0.01 : 0.01 + 0.99 * dice.unit();
        expect_twins_agree(nodes, edges, restart, seeds, "seed " + std::to_string(seed));
        expect_arrivals_add_up(nodes, edges, restart, seeds, "seed " + std::to_string(seed));
        if (HasFailure()) return;
    }
}

// Old evidence leaves edges of 1e-30 beside fresh ones of 1.
TEST(PageRank, AgreesWithADenseSolveWhenWeightsDifferWildly) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        Dice dice(seed);
        const int nodes = 2 + dice.below(10);
        const auto edges =
            testing::random_edges(dice, nodes, 0.4, [](Dice& d) { return std::pow(10.0, -30.0 * d.unit()); });
        std::vector<double> seeds(static_cast<std::size_t>(nodes), 0.0);
        seeds[static_cast<std::size_t>(dice.below(nodes))] = std::pow(10.0, 200.0 * dice.unit() - 100.0);
        expect_twins_agree(nodes, edges, 0.15, seeds, "seed " + std::to_string(seed));
        if (HasFailure()) return;
    }
}

TEST(PageRank, AgreesWithADenseSolveAtTheSizeOfTheCountry) {
    Dice dice(1);
    const int nodes = 342 + 40;
    const auto edges = testing::random_edges(dice, nodes, 0.05, [](Dice& d) { return 1.0 - d.unit(); });
    std::vector<double> seeds(nodes, 0.0);
    seeds[342] = 1.0;
    seeds[350] = 0.25;
    expect_twins_agree(nodes, edges, 0.15, seeds, "342 municipalities and 40 topics");
}

}  // namespace
}  // namespace m150
