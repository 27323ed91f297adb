#include "libm150/graph/edges.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using graph::Edge;
using testing::graph_options;
using testing::graph_today;

std::vector<Edge> edges_of(const GraphInput& input, const ExpertiseOptions& options = graph_options()) {
    return graph::make_edges(input, options, graph::EvidenceIndex(input, options),
                             graph::TopicLinks(input, options));
}

TEST(Edges, ExpertiseAndDemandAreEdgesOfTheirOwn) {
    const GraphInput input{2,
                           1,
                           {{EvidenceKind::answered, 1, 0, graph_today, 1.0, "a"},
                            {EvidenceKind::asked, 1, 0, graph_today, 1.0, "q"},
                            {EvidenceKind::needs, 1, 0, graph_today, 1.0, "i"}},
                           {},
                           {}};
    const std::vector<Edge> edges = edges_of(input);
    ASSERT_EQ(edges.size(), 2U);
    EXPECT_EQ(std::tuple(edges[0].a, edges[0].b, edges[0].kind), std::tuple(1, 2, PathStep::Kind::knows));
    EXPECT_DOUBLE_EQ(edges[0].weight, 0.5);
    EXPECT_EQ(std::tuple(edges[1].a, edges[1].b, edges[1].kind), std::tuple(1, 2, PathStep::Kind::asks));
    EXPECT_DOUBLE_EQ(edges[1].weight, 2.5 / 3.5);
}

TEST(Edges, TiesOfOneKindAddUpButNeverPastOne) {
    GraphInput input{2, 0, {}, {}, {}};
    for (int i = 0; i < 3; ++i)
        input.ties.push_back({Tie::Kind::contact, i % 2, 1 - i % 2, graph_today, 1.0, "c"});
    const std::vector<Edge> edges = edges_of(input);
    ASSERT_EQ(edges.size(), 1U);
    EXPECT_EQ(edges[0].kind, PathStep::Kind::contact);
    EXPECT_DOUBLE_EQ(edges[0].weight, 1.0 - 0.8 * 0.8 * 0.8);
    ExpertiseOptions strong = graph_options();
    strong.tie_weight = 1.0;
    EXPECT_EQ(edges_of(input, strong)[0].weight, 1.0);
}

TEST(Edges, ABorderDoesNotFadeAndAContactDoes) {
    const Date long_ago = graph_today.plus_days(-730);
    const GraphInput input{2,
                           0,
                           {},
                           {},
                           {{Tie::Kind::border, 0, 1, Date(), 1.0, ""},
                            {Tie::Kind::working_group, 0, 1, long_ago, 0.5, "w"},
                            {Tie::Kind::contact, 0, 1, long_ago, 1.0, "c"}}};
    const std::vector<Edge> edges = edges_of(input);
    ASSERT_EQ(edges.size(), 3U);
    EXPECT_EQ(edges[0].kind, PathStep::Kind::contact);
    EXPECT_DOUBLE_EQ(edges[0].weight, 0.1);
    EXPECT_EQ(edges[1].kind, PathStep::Kind::working_group);
    EXPECT_DOUBLE_EQ(edges[1].weight, 0.05);
    EXPECT_EQ(edges[2].kind, PathStep::Kind::border);
    EXPECT_DOUBLE_EQ(edges[2].weight, 0.2);
}

// When two municipalities that were in contact merge, their contact becomes one of the new municipality with
// itself.
TEST(Edges, AMunicipalityHasNoTieWithItself) {
    const GraphInput input{2, 0, {}, {}, {{Tie::Kind::contact, 1, 1, graph_today, 1.0, "c"}}};
    EXPECT_TRUE(edges_of(input).empty());
}

TEST(Edges, AscendAndArePositiveWhateverTheInput) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        ExpertiseOptions options = graph_options();
        if (seed % 5 == 0) options.tie_weight = 0.0;
        if (seed % 7 == 0) options.weights[0] = 0.0;
        const GraphInput input = testing::random_graph(seed);
        const std::vector<Edge> edges = edges_of(input, options);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const Edge& edge = edges[i];
            EXPECT_GE(edge.a, 0);
            EXPECT_LT(edge.a, edge.b);
            EXPECT_LT(edge.b, input.municipalities + input.topics);
            EXPECT_GT(edge.weight, 0.0);
            EXPECT_LE(edge.weight, 1.0);
            if (i == 0) continue;
            const Edge& last = edges[i - 1];
            EXPECT_LT(std::tie(last.a, last.b, last.kind), std::tie(edge.a, edge.b, edge.kind))
                << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace m150
