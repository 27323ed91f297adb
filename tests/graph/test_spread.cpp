#include "libm150/graph/spread.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "libm150/base/reason.hpp"
#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using testing::graph_options;
using testing::graph_today;

GraphInput bodycams_and_boas() {
    // Topic 0 is bodycams, 1 is boas (broader than bodycams), 2 is privacy (related to bodycams), 3 is
    // parking.
    return {2,
            4,
            {{EvidenceKind::answered, 0, 0, graph_today, 1.0, "a-1"},
             {EvidenceKind::answered, 0, 1, graph_today, 1.0, "a-2"},
             {EvidenceKind::accepted, 0, 1, graph_today, 1.0, "a-2"},
             {EvidenceKind::offers, 0, 2, graph_today, 2.0 / 3.0, "i-1"},
             {EvidenceKind::answered, 0, 3, graph_today, 1.0, "a-3"},
             {EvidenceKind::needs, 1, 0, graph_today, 1.0, "i-2"},
             {EvidenceKind::asked, 1, 0, graph_today, 0.5, "q-1"}},
            {{0, 1, true}, {2, 0, false}},
            {}};
}

TEST(Spread, RelatedTopicsCountForTheirShareOfWhatIsMissing) {
    const ExpertiseGraph graph(bodycams_and_boas(), graph_options());
    const double bodycams = 0.5;
    const double boas = 0.75;
    const double privacy = 0.5;
    EXPECT_DOUBLE_EQ(graph.expertise(0, 0), bodycams);
    EXPECT_DOUBLE_EQ(graph.expertise(0, 1), boas);
    EXPECT_DOUBLE_EQ(graph.expertise(0, 2), privacy);
    EXPECT_DOUBLE_EQ(graph.spread_expertise(0, 0),
                     1 - (1 - bodycams) * (1 - 0.2 * boas) * (1 - 0.3 * privacy));
    EXPECT_DOUBLE_EQ(graph.spread_expertise(0, 1), 1 - (1 - boas) * (1 - 0.2 * bodycams));
    EXPECT_DOUBLE_EQ(graph.spread_expertise(0, 3), 0.5);  // parking stands alone
    EXPECT_EQ(graph.spread_expertise(1, 0), 0.0);         // asking shows no expertise
}

TEST(Spread, ReasonsNameTheTopicsAndTheEvidence) {
    const ExpertiseGraph graph(bodycams_and_boas(), graph_options());
    const std::vector<Reason> reasons = graph.expertise_reasons(0, 0);
    ASSERT_EQ(reasons.size(), 3U);
    EXPECT_EQ(reasons[0].code, "knows");
    EXPECT_EQ(reasons[0].value("topic"), "0");
    EXPECT_DOUBLE_EQ(reasons[0].share, graph.expertise(0, 0));
    // 0.2 of 0.75 and 0.3 of 0.5 are the same: then the smaller number goes first.
    EXPECT_EQ(reasons[1].code, "knows-broader");
    EXPECT_EQ(reasons[1].value("topic"), "1");
    EXPECT_EQ(reasons[2].code, "knows-related");
    EXPECT_EQ(reasons[2].value("topic"), "2");
    ASSERT_EQ(reasons[1].parts.size(), 2U);
    EXPECT_EQ(reasons[1].parts[0].code, "accepted");
    EXPECT_EQ(reasons[1].parts[0].value("record"), "a-2");
    EXPECT_EQ(reasons[1].parts[0].value("date"), "2026-03-02");
    EXPECT_DOUBLE_EQ(reasons[1].parts[0].share, 2.0 * reasons[1].parts[1].share);
    EXPECT_EQ(graph.expertise_reasons(0, 1)[1].code, "knows-narrower");
}

TEST(Spread, WhatIsNotListedIsCountedInOneOther) {
    GraphInput input{1, 1, {}, {}, {}};
    for (int i = 0; i < 8; ++i) {
        input.evidence.push_back(
            {EvidenceKind::answered, 0, 0, graph_today.plus_days(-10 * i), 1.0, "a-" + std::to_string(i)});
    }
    const ExpertiseGraph graph(input, graph_options());
    const std::vector<Reason> reasons = graph.expertise_reasons(0, 0, 3);
    ASSERT_EQ(reasons.size(), 1U);
    ASSERT_EQ(reasons[0].parts.size(), 4U);
    EXPECT_EQ(reasons[0].parts[0].value("record"), "a-0");
    EXPECT_EQ(reasons[0].parts[2].value("record"), "a-2");
    EXPECT_EQ(reasons[0].parts[3].code, "other");
    EXPECT_EQ(reasons[0].parts[3].value("count"), "5");
}

TEST(Spread, DemandHasItsReasonsToo) {
    const ExpertiseGraph graph(bodycams_and_boas(), graph_options());
    const std::vector<Reason> reasons = graph.demand_reasons(1, 0);
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].code, "asks");
    EXPECT_EQ(reasons[0].value("topic"), "0");
    ASSERT_EQ(reasons[0].parts.size(), 2U);
    EXPECT_EQ(reasons[0].parts[0].code, "needs");
    EXPECT_EQ(reasons[0].parts[1].code, "asked");
    EXPECT_DOUBLE_EQ(reasons[0].share, 2.0 / 3.0);  // 1.5 + 0.5 * 1
    EXPECT_TRUE(graph.demand_reasons(0, 0).empty());
    EXPECT_TRUE(graph.expertise_reasons(1, 3).empty());
}

// Evidence that adds nothing (an offer of 0 out of 3) is no reason.
TEST(Spread, NothingIsListedForNothing) {
    const GraphInput input{1,
                           1,
                           {{EvidenceKind::offers, 0, 0, graph_today, 0.0, "i-1"},
                            {EvidenceKind::answered, 0, 0, graph_today, 1.0, "a-1"}},
                           {},
                           {}};
    const ExpertiseGraph graph(input, graph_options());
    const std::vector<Reason> reasons = graph.expertise_reasons(0, 0);
    ASSERT_EQ(reasons.size(), 1U);
    ASSERT_EQ(reasons[0].parts.size(), 1U);
    EXPECT_EQ(reasons[0].parts[0].value("record"), "a-1");
}

// How many pieces of evidence a topic's reason speaks of, listed or counted.
std::size_t pieces_in(const Reason& reason) {
    std::size_t pieces = 0;
    for (const Reason& part : reason.parts) {
        pieces += part.code == "other" ? std::stoul(std::string(part.value("count"))) : 1;
    }
    return pieces;
}

std::size_t listed_in(const std::vector<Reason>& reasons) {
    std::size_t listed = 0;
    for (const Reason& reason : reasons) {
        for (const Reason& part : reason.parts)
            listed += part.code == "other" ? 0 : 1;
    }
    return listed;
}

TEST(Spread, ReasonsAddUpAndLeaveNothingOut) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const GraphInput input = testing::random_graph(seed);
        const ExpertiseGraph graph(input, graph_options());
        for (int m = 0; m < input.municipalities; ++m) {
            for (int t = 0; t < input.topics; ++t) {
                for (std::size_t most : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
                    const std::vector<Reason> knows = graph.expertise_reasons(m, t, most);
                    const std::vector<Reason> asks = graph.demand_reasons(m, t, most);
                    EXPECT_LT(reason_error(graph.spread_expertise(m, t), knows), 1e-14) << "seed " << seed;
                    EXPECT_LT(reason_error(graph.demand(m, t), asks), 1e-14) << "seed " << seed;
                    EXPECT_LE(listed_in(knows), most);
                    EXPECT_LE(listed_in(asks), most);
                    for (const Reason& reason : knows) {
                        const int about = std::stoi(std::string(reason.value("topic")));
                        const auto counts = [&](const Evidence& e) {
                            return e.municipality == m && e.topic == about && !shows_demand(e.kind) &&
                                   e.amount > 0.0;
                        };
                        const auto expected =
                            std::count_if(input.evidence.begin(), input.evidence.end(), counts);
                        EXPECT_EQ(pieces_in(reason), static_cast<std::size_t>(expected)) << "seed " << seed;
                        EXPECT_GT(reason.share, 0.0);
                    }
                }
            }
        }
    }
}

// The pieces that are listed are the largest, over all topics together.
TEST(Spread, TheStrongestEvidenceIsListed) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const ExpertiseGraph graph(testing::random_graph(seed), graph_options());
        const auto shares = [&](std::size_t most) {
            std::vector<double> result;
            for (const Reason& reason : graph.expertise_reasons(0, 0, most)) {
                for (const Reason& part : reason.parts) {
                    if (part.code != "other") result.push_back(part.share);
                }
            }
            const auto larger = [](double a, double b) {
                return std::abs(a) != std::abs(b) ? std::abs(a) > std::abs(b) : a > b;
            };
            std::sort(result.begin(), result.end(), larger);
            return result;
        };
        std::vector<double> all = shares(1000);
        all.resize(std::min<std::size_t>(all.size(), 4));
        EXPECT_EQ(shares(4), all) << "seed " << seed;
    }
}

}  // namespace
}  // namespace m150
