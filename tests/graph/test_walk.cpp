// Where the walk over the graph came from.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "libm150/graph/expertise.hpp"
#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using testing::graph_options;
using testing::graph_today;
using testing::random_graph;

// 0 knows topic 0 and is tied to 1, who knows it too: the walk comes to 0 from the topic and over 1.
TEST(Walk, TheWalkSaysWhereItCameFrom) {
    const Evidence answer{EvidenceKind::answered, 0, 0, graph_today, 1.0, "r"};
    Evidence of_another = answer;
    of_another.municipality = 1;
    const Evidence question{EvidenceKind::asked, 0, 1, graph_today, 1.0, "q"};  // no way to go
    const GraphInput input{
        2, 2, {answer, of_another, question}, {}, {{Tie::Kind::contact, 1, 0, graph_today, 1.0, "c"}}};
    const ExpertiseGraph graph(input, graph_options());
    const std::vector<Reason> reasons = graph.pagerank_reasons({{0, 1.0}}, 0);
    ASSERT_EQ(reasons.size(), 2U);
    EXPECT_EQ(reasons[0].code, "walk-knows");
    EXPECT_EQ(reasons[0].value("topic"), "0");
    EXPECT_EQ(reasons[1].code, "walk-contact");
    EXPECT_EQ(reasons[1].value("municipality"), "1");
    // Of x at each municipality and 1 - 2x at the topic: the edges weigh 1/2, 1/2 and 1/5.
    const double c = 0.85;
    const double x = graph.pagerank({{0, 1.0}})[0];
    EXPECT_NEAR(x, c * (0.5 * (1 - 2 * x) + 0.2 / 0.7 * x), 1e-13);
    EXPECT_NEAR(reasons[0].share, c * 0.5 * (1 - 2 * x), 1e-13);
    EXPECT_NEAR(reasons[1].share, c * 0.2 / 0.7 * x, 1e-13);
}

TEST(Walk, WhereTheWalkCameFromAddsUpToItsTime) {
    std::size_t told = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const ExpertiseGraph graph(random_graph(seed), graph_options());
        const std::vector<TopicWeight> seeds{{0, 1.0}, {static_cast<int>(seed % 5), 0.3}};
        const std::vector<double> time = graph.pagerank(seeds);
        for (int m = 0; m < graph.municipalities(); ++m) {
            const std::vector<Reason> reasons = graph.pagerank_reasons(seeds, m);
            EXPECT_NEAR(total_of(reasons), time[static_cast<std::size_t>(m)], 1e-13) << "seed " << seed;
            EXPECT_TRUE(std::is_sorted(reasons.begin(), reasons.end(),
                                       [](const Reason& a, const Reason& b) { return a.share > b.share; }));
            told += reasons.size();
            // Small ones told together: the same large ones, and the same sum.
            std::vector<Reason> fewer = graph.pagerank_reasons(seeds, m, 0.2);
            EXPECT_NEAR(total_of(fewer), time[static_cast<std::size_t>(m)], 1e-13) << "seed " << seed;
            const auto large = static_cast<std::size_t>(std::count_if(
                reasons.begin(), reasons.end(),
                [&](const Reason& one) { return one.share >= 0.2 * time[static_cast<std::size_t>(m)]; }));
            if (large < reasons.size()) {
                EXPECT_EQ(fewer.back().code, "other") << "seed " << seed;
                EXPECT_EQ(fewer.back().value("count"), std::to_string(reasons.size() - large));
                fewer.pop_back();
            }
            EXPECT_EQ(fewer, std::vector<Reason>(reasons.begin(),
                                                 reasons.begin() + static_cast<std::ptrdiff_t>(large)));
        }
    }
    EXPECT_GT(told, 1000U);
}

}  // namespace
}  // namespace m150
