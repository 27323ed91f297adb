#include "libm150/graph/evidence_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/graph/decay.hpp"
#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using graph::Cell;
using graph::EvidenceIndex;
using graph::Piece;
using ::testing::ElementsAre;
using testing::graph_options;
using testing::graph_today;
using ::testing::IsEmpty;

std::vector<std::string> records(const GraphInput& input, std::span<const Piece> pieces) {
    std::vector<std::string> result;
    for (const Piece& piece : pieces)
        result.push_back(input.evidence[piece.row].record);
    return result;
}

TEST(EvidenceIndex, IsEmptyWithoutEvidence) {
    const EvidenceIndex index({2, 3, {}, {}, {}}, graph_options());
    EXPECT_THAT(index.cells_of(1), IsEmpty());
    EXPECT_EQ(index.find(1, 2), nullptr);
    EXPECT_EQ(index.expertise(1, 2), 0.0);
}

TEST(EvidenceIndex, GroupsByMunicipalityAndTopicAndKeepsDemandApart) {
    const GraphInput input{3,
                           4,
                           {{EvidenceKind::asked, 2, 1, graph_today, 1.0, "q"},
                            {EvidenceKind::answered, 2, 3, graph_today, 0.5, "half"},
                            {EvidenceKind::answered, 0, 1, graph_today, 1.0, "elsewhere"},
                            {EvidenceKind::accepted, 2, 3, graph_today, 1.0, "accepted"}},
                           {},
                           {}};
    const EvidenceIndex index(input, graph_options());
    ASSERT_EQ(index.cells_of(2).size(), 2U);
    EXPECT_EQ(index.cells_of(2)[0].topic, 1);
    EXPECT_EQ(index.cells_of(2)[1].topic, 3);
    EXPECT_THAT(index.cells_of(1), IsEmpty());

    const Cell* both = index.find(2, 3);
    ASSERT_NE(both, nullptr);
    EXPECT_THAT(records(input, index.knows(*both)), ElementsAre("accepted", "half"));
    EXPECT_THAT(index.asks(*both), IsEmpty());
    EXPECT_DOUBLE_EQ(both->knows, 2.5);
    const Cell* asked = index.find(2, 1);
    ASSERT_NE(asked, nullptr);
    EXPECT_THAT(index.knows(*asked), IsEmpty());
    EXPECT_THAT(records(input, index.asks(*asked)), ElementsAre("q"));
}

TEST(EvidenceIndex, PutsEquallyStrongEvidenceNewestFirstThenByKindAndRecord) {
    ExpertiseOptions options = graph_options();
    options.weights = std::vector<double>(evidence_kinds, 1.0);
    const Date before = graph_today.plus_days(-730);  // counts for half
    const GraphInput input{1,
                           1,
                           {{EvidenceKind::presented, 0, 0, graph_today, 0.5, "0"},
                            {EvidenceKind::answered, 0, 0, before, 1.0, "old"},
                            {EvidenceKind::answered, 0, 0, graph_today, 0.5, "b"},
                            {EvidenceKind::answered, 0, 0, graph_today, 0.5, "a"},
                            {EvidenceKind::offers, 0, 0, before, 0.75, "least"}},
                           {},
                           {}};
    const EvidenceIndex index(input, options);
    EXPECT_THAT(records(input, index.knows(*index.find(0, 0))), ElementsAre("a", "b", "0", "old", "least"));
}

TEST(EvidenceIndex, HoldsEveryRowOnceWhateverTheInput) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const GraphInput input = testing::random_graph(seed);
        const EvidenceIndex index(input, graph_options());
        std::vector<int> seen(input.evidence.size(), 0);
        for (int m = 0; m < input.municipalities; ++m) {
            for (const Cell& cell : index.cells_of(m)) {
                EXPECT_EQ(index.find(m, cell.topic), &cell);
                for (bool demand : {false, true}) {
                    const auto pieces = demand ? index.asks(cell) : index.knows(cell);
                    double sum = 0.0;
                    for (const Piece& piece : pieces) {
                        const Evidence& row = input.evidence[piece.row];
                        EXPECT_EQ(std::tuple(row.municipality, row.topic, shows_demand(row.kind)),
                                  std::tuple(m, cell.topic, demand));
                        ++seen[piece.row];
                        sum += piece.weight;
                    }
                    EXPECT_EQ(std::max(0.0, sum), demand ? cell.asks : cell.knows);
                }
            }
        }
        EXPECT_EQ(seen, std::vector<int>(input.evidence.size(), 1)) << "seed " << seed;
    }
}

TEST(Decay, IsWholeTodayAndExactlyHalfAfterEachHalfLife) {
    ExpertiseOptions options = graph_options();
    for (double half_life : {1.0, 180.0, 730.0, 1500.0}) {
        options.half_life_days = half_life;
        const int days = static_cast<int>(half_life);
        EXPECT_EQ(graph::decay(graph_today, options), 1.0);
        EXPECT_EQ(graph::decay(graph_today.plus_days(-days), options), 0.5);
        EXPECT_EQ(graph::decay(graph_today.plus_days(-3 * days), options), 0.125);
    }
}

}  // namespace
}  // namespace m150
