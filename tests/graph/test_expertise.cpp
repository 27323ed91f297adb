#include "libm150/graph/expertise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <thread>

#include "libm150/base/error.hpp"
#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using testing::Dice;
using ::testing::ElementsAre;
using testing::graph_options;
using testing::graph_today;
using testing::GraphSize;
using ::testing::IsEmpty;
using testing::random_graph;

GraphInput one_piece(EvidenceKind kind, Date date = graph_today, double amount = 1.0) {
    return {1, 1, {{kind, 0, 0, date, amount, "r"}}, {}, {}};
}

// All that a graph says, for comparing two graphs to the last bit.
struct Said {
    std::vector<double> numbers;
    std::vector<std::vector<Reason>> reasons;
    friend bool operator==(const Said&, const Said&) = default;
};

Said expertise_of(const ExpertiseGraph& graph) {
    Said said;
    for (int t = 0; t < graph.topics(); ++t) {
        for (int m = 0; m < graph.municipalities(); ++m) {
            said.numbers.push_back(graph.expertise(m, t));
            said.numbers.push_back(graph.spread_expertise(m, t));
            said.reasons.push_back(graph.expertise_reasons(m, t));
        }
        for (double time : graph.pagerank({{t, 1.0}, {0, 0.5}}))
            said.numbers.push_back(time);
    }
    return said;
}

Said everything_of(const ExpertiseGraph& graph) {
    Said said = expertise_of(graph);
    for (int m = 0; m < graph.municipalities(); ++m) {
        for (int t = 0; t < graph.topics(); ++t) {
            said.numbers.push_back(graph.demand(m, t));
            said.reasons.push_back(graph.demand_reasons(m, t));
        }
        for (const Path& path : graph.strongest_paths(0, m, 4)) {
            said.numbers.push_back(path.strength);
            for (const PathStep& step : path.steps) {
                said.numbers.insert(said.numbers.end(),
                                    {static_cast<double>(step.node), static_cast<double>(step.kind),
                                     step.is_topic ? 1.0 : 0.0, step.weight});
            }
        }
    }
    return said;
}

TEST(Expertise, SaturatesWithTheEvidence) {
    GraphInput input{1, 1, {}, {}, {}};
    for (int n = 1; n <= 20; ++n) {
        input.evidence.push_back({EvidenceKind::answered, 0, 0, graph_today, 1.0, "a-" + std::to_string(n)});
        EXPECT_DOUBLE_EQ(ExpertiseGraph(input, graph_options()).expertise(0, 0), n / (1.0 + n));
    }
}

TEST(Expertise, EachKindHasItsWeight) {
    const std::vector<double> weights = graph_options().weights;
    for (int k = 0; k < evidence_kinds; ++k) {
        const auto kind = static_cast<EvidenceKind>(k);
        const ExpertiseGraph graph(one_piece(kind), graph_options());
        const double weight = speaks_against(kind) ? 0.0 : weights[static_cast<std::size_t>(k)];
        const double expected = weight / (1.0 + weight);
        EXPECT_DOUBLE_EQ(shows_demand(kind) ? graph.demand(0, 0) : graph.expertise(0, 0), expected)
            << name_of(kind);
        EXPECT_EQ(shows_demand(kind) ? graph.expertise(0, 0) : graph.demand(0, 0), 0.0) << name_of(kind);
    }
}

TEST(Expertise, KindsHaveNamesOfTheirOwn) {
    std::set<std::string_view> names;
    for (int k = 0; k < evidence_kinds; ++k)
        names.insert(name_of(static_cast<EvidenceKind>(k)));
    EXPECT_THAT(names, ElementsAre("accepted", "answered", "asked", "declined", "helped", "needs", "offers",
                                   "presented", "thanked", "working_group"));
}

TEST(Expertise, AnAnswerOfAHalfLifeAgoCountsForHalf) {
    const Date then = graph_today.plus_days(-730);
    const double old_answer =
        ExpertiseGraph(one_piece(EvidenceKind::answered, then), graph_options()).expertise(0, 0);
    const double half_an_answer =
        ExpertiseGraph(one_piece(EvidenceKind::answered, graph_today, 0.5), graph_options()).expertise(0, 0);
    EXPECT_EQ(old_answer, half_an_answer);
    EXPECT_EQ(old_answer, 0.5 / 1.5);
}

TEST(Expertise, VeryOldEvidenceFadesToNothingWithoutHarm) {
    ExpertiseOptions options = graph_options();
    options.half_life_days = 1.0;
    const ExpertiseGraph graph(one_piece(EvidenceKind::answered, Date(1900, 1, 1)), options);
    EXPECT_EQ(graph.expertise(0, 0), 0.0);
    EXPECT_THAT(graph.expertise_reasons(0, 0), IsEmpty());
    EXPECT_THAT(graph.pagerank({{0, 1.0}}), ElementsAre(0.0));
}

// The slow twin: the formulas of docs/expertise.md over all evidence, for each pair anew.
TEST(Expertise, AgreesWithTheFormulas) {
    const auto sum_of = [](const GraphInput& input, const ExpertiseOptions& options, int m, int t,
                           bool demand) {
        double sum = 0.0;
        for (const Evidence& e : input.evidence) {
            if (e.municipality != m || e.topic != t || shows_demand(e.kind) != demand) continue;
            sum += (e.kind == EvidenceKind::declined ? -1.0 : 1.0) *
                   options.weights[static_cast<std::size_t>(e.kind)] * e.amount *
                   (e.predecessor.empty() ? 1.0 : options.inherited) *
                   std::pow(0.5, days_between(e.date, options.today) / options.half_life_days);
        }
        sum = std::max(0.0, sum);
        return sum / (1.0 + sum);
    };
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        GraphInput input = random_graph(seed);
        for (std::size_t i = 0; i < input.evidence.size(); i += 3)
            input.evidence[i].predecessor = "GM9999";
        const ExpertiseOptions options = graph_options();
        const ExpertiseGraph graph(input, options);
        for (int m = 0; m < input.municipalities; ++m) {
            for (int t = 0; t < input.topics; ++t) {
                const double direct = sum_of(input, options, m, t, false);
                EXPECT_NEAR(graph.expertise(m, t), direct, 1e-14);
                EXPECT_NEAR(graph.demand(m, t), sum_of(input, options, m, t, true), 1e-14);
                double missing = 1.0 - direct;
                for (int other = 0; other < input.topics; ++other) {
                    double share = 0.0;
                    for (const TopicRelation& r : input.relations) {
                        const bool between = (r.a == t && r.b == other) || (r.b == t && r.a == other);
                        if (between && t != other) {
                            share =
                                std::max(share, r.broader ? options.broader_share : options.related_share);
                        }
                    }
                    missing *= 1.0 - share * sum_of(input, options, m, other, false);
                }
                EXPECT_NEAR(graph.spread_expertise(m, t), 1.0 - missing, 1e-14) << "seed " << seed;
            }
        }
    }
}

TEST(Expertise, WhatAPredecessorDidCountsForAPartAndIsSaid) {
    GraphInput input = one_piece(EvidenceKind::answered);
    input.evidence[0].predecessor = "GM0501";
    ExpertiseOptions options = graph_options();
    options.inherited = 0.25;
    const ExpertiseGraph graph(input, options);
    EXPECT_EQ(graph.expertise(0, 0), 0.25 / 1.25);
    const std::vector<Reason> reasons = graph.expertise_reasons(0, 0);
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].parts.at(0).value("predecessor"), "GM0501");
    EXPECT_EQ(reasons[0].parts[0].share, graph.expertise(0, 0));
    options.inherited = 0.0;
    const ExpertiseGraph nothing(input, options);
    EXPECT_EQ(nothing.expertise(0, 0), 0.0);
    EXPECT_THAT(nothing.expertise_reasons(0, 0), IsEmpty());
}

TEST(Expertise, AskingAndNeedingNeverShowExpertise) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        GraphInput input = random_graph(seed);
        const Said before = expertise_of(ExpertiseGraph(input, graph_options()));
        Dice dice(seed + 1000);
        for (int i = 0; i < 30; ++i) {
            Evidence evidence = testing::random_evidence(dice, GraphSize{}, "q-" + std::to_string(i));
            evidence.kind = i % 2 == 0 ? EvidenceKind::asked : EvidenceKind::needs;
            input.evidence.push_back(evidence);
        }
        EXPECT_EQ(expertise_of(ExpertiseGraph(input, graph_options())), before) << "seed " << seed;
    }
}

TEST(Expertise, MoreEvidenceNeverLowersIt) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        GraphInput input = random_graph(seed);
        const ExpertiseGraph before(input, graph_options());
        Dice dice(seed + 1000);
        Evidence extra = testing::random_evidence(dice, GraphSize{}, "extra");
        if (speaks_against(extra.kind)) extra.kind = EvidenceKind::helped;
        input.evidence.push_back(extra);
        const ExpertiseGraph after(input, graph_options());
        for (int m = 0; m < input.municipalities; ++m) {
            for (int t = 0; t < input.topics; ++t) {
                EXPECT_GE(after.expertise(m, t), before.expertise(m, t) - 1e-15) << "seed " << seed;
                EXPECT_GE(after.spread_expertise(m, t), before.spread_expertise(m, t) - 1e-15)
                    << "seed " << seed;
                EXPECT_GE(after.demand(m, t), before.demand(m, t) - 1e-15) << "seed " << seed;
                EXPECT_GE(after.spread_expertise(m, t), after.expertise(m, t));
                EXPECT_LT(after.spread_expertise(m, t), 1.0);
            }
        }
        // What was declined may still outweigh it.
        if (extra.amount > 0.0 && !shows_demand(extra.kind) &&
            before.expertise(extra.municipality, extra.topic) > 0.0) {
            EXPECT_GT(after.expertise(extra.municipality, extra.topic),
                      before.expertise(extra.municipality, extra.topic));
        }
    }
}

TEST(Expertise, WhatWasDeclinedIsTakenOffAndNeverBelowNothing) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        GraphInput input = random_graph(seed);
        const ExpertiseGraph before(input, graph_options());
        Dice dice(seed + 1000);
        Evidence extra = testing::random_evidence(dice, GraphSize{}, "extra");
        extra.kind = EvidenceKind::declined;
        input.evidence.push_back(extra);
        const ExpertiseGraph after(input, graph_options());
        for (int m = 0; m < input.municipalities; ++m) {
            for (int t = 0; t < input.topics; ++t) {
                EXPECT_GE(after.expertise(m, t), 0.0);
                EXPECT_LE(after.expertise(m, t), before.expertise(m, t));
                EXPECT_LE(after.spread_expertise(m, t), before.spread_expertise(m, t) + 1e-15);
                EXPECT_NEAR(total_of(after.expertise_reasons(m, t)), after.spread_expertise(m, t), 1e-12);
            }
        }
    }
}

TEST(Expertise, FresherEvidenceCountsForMore) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        GraphInput input = random_graph(seed);
        Dice dice(seed + 1000);
        Evidence& chosen =
            input.evidence[static_cast<std::size_t>(dice.below(static_cast<int>(input.evidence.size())))];
        chosen.date = chosen.date.plus_days(-1 - dice.below(500));
        const int m = chosen.municipality;
        const int t = chosen.topic;
        if (speaks_against(chosen.kind)) chosen.kind = EvidenceKind::thanked;
        const bool counts = chosen.amount > 0.0 && !shows_demand(chosen.kind);
        const ExpertiseGraph older(input, graph_options());
        chosen.date = chosen.date.plus_days(1);
        const ExpertiseGraph fresher(input, graph_options());
        if (counts && older.expertise(m, t) > 0.0) {
            EXPECT_GT(fresher.expertise(m, t), older.expertise(m, t)) << "seed " << seed;
            EXPECT_GT(fresher.spread_expertise(m, t), older.spread_expertise(m, t)) << "seed " << seed;
        } else if (counts) {
            EXPECT_GE(fresher.expertise(m, t), older.expertise(m, t)) << "what was declined outweighs it";
        } else {
            EXPECT_EQ(fresher.expertise(m, t), older.expertise(m, t)) << "seed " << seed;
        }
    }
}

TEST(Expertise, TheOrderOfTheInputMakesNoDifferenceToTheLastBit) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        GraphInput input = random_graph(seed);
        const Said before = everything_of(ExpertiseGraph(input, graph_options()));
        Dice dice(seed + 1000);
        dice.shuffle(input.evidence);
        dice.shuffle(input.relations);
        dice.shuffle(input.ties);
        EXPECT_EQ(everything_of(ExpertiseGraph(input, graph_options())), before) << "seed " << seed;
    }
}

TEST(Expertise, ManyThreadsReadTheSame) {
    const ExpertiseGraph graph(random_graph(5, {30, 10, 800, 15, 40}), graph_options());
    std::vector<Said> said(4);
    std::vector<std::thread> threads;
    threads.reserve(said.size());
    for (Said& answer : said)
        threads.emplace_back([&graph, &answer] { answer = everything_of(graph); });
    for (std::thread& thread : threads)
        thread.join();
    for (const Said& answer : said)
        EXPECT_EQ(answer, said[0]);
}

TEST(Expertise, AnEmptyGraphIsAGraph) {
    const ExpertiseGraph graph;
    EXPECT_EQ(graph.municipalities(), 0);
    EXPECT_EQ(graph.topics(), 0);
    EXPECT_THROW(graph.expertise(0, 0), InvalidInput);
    EXPECT_THROW(graph.pagerank({{0, 1.0}}), InvalidInput);
}

TEST(Expertise, NumbersOutOfRangeAreRefusedEverywhere) {
    const ExpertiseGraph graph(random_graph(1), graph_options());
    for (const auto& [m, t] : {std::pair(-1, 0), std::pair(6, 0), std::pair(0, -1), std::pair(0, 5)}) {
        EXPECT_THROW(graph.expertise(m, t), InvalidInput);
        EXPECT_THROW(graph.demand(m, t), InvalidInput);
        EXPECT_THROW(graph.spread_expertise(m, t), InvalidInput);
        EXPECT_THROW(graph.expertise_reasons(m, t), InvalidInput);
        EXPECT_THROW(graph.demand_reasons(m, t), InvalidInput);
    }
    EXPECT_THROW(graph.strongest_paths(0, 6), InvalidInput);
    EXPECT_THROW(graph.strongest_paths(-1, 0), InvalidInput);
    EXPECT_THROW(graph.pagerank({{5, 1.0}}), InvalidInput);
    EXPECT_THROW(graph.pagerank({}), InvalidInput);
}

// Municipality 0 asked about bodycams (topic 0). Municipality 1 answered on bodycams, 2 on the related
// privacy (topic 1), and 3 only shares a border with 0.
GraphInput who_can_help() {
    return {4,
            2,
            {{EvidenceKind::asked, 0, 0, graph_today, 1.0, "q-1"},
             {EvidenceKind::accepted, 1, 0, graph_today, 1.0, "a-1"},
             {EvidenceKind::accepted, 2, 1, graph_today, 1.0, "a-2"}},
            {{0, 1, false}},
            {{Tie::Kind::border, 0, 3, Date(), 1.0, ""}}};
}

TEST(Expertise, PathsSayWhyTwoMunicipalitiesBelongTogether) {
    const ExpertiseGraph graph(who_can_help(), graph_options());
    const std::vector<Path> direct = graph.strongest_paths(0, 1);
    ASSERT_EQ(direct.size(), 1U);
    ASSERT_EQ(direct[0].steps.size(), 2U);
    EXPECT_EQ(direct[0].steps[0].kind, PathStep::Kind::asks);
    EXPECT_TRUE(direct[0].steps[0].is_topic);
    EXPECT_EQ(direct[0].steps[0].node, 0);
    EXPECT_EQ(direct[0].steps[1].kind, PathStep::Kind::knows);
    EXPECT_FALSE(direct[0].steps[1].is_topic);
    EXPECT_EQ(direct[0].steps[1].node, 1);
    EXPECT_DOUBLE_EQ(direct[0].strength, graph.demand(0, 0) * graph.expertise(1, 0));

    const std::vector<Path> around = graph.strongest_paths(0, 2);
    ASSERT_EQ(around.size(), 1U);
    ASSERT_EQ(around[0].steps.size(), 3U);
    EXPECT_EQ(around[0].steps[1].kind, PathStep::Kind::related);
    EXPECT_EQ(around[0].steps[1].node, 1);
    EXPECT_DOUBLE_EQ(around[0].strength, graph.demand(0, 0) * 0.3 * graph.expertise(2, 1));

    const std::vector<Path> neighbours = graph.strongest_paths(3, 0);
    ASSERT_EQ(neighbours.size(), 1U);
    EXPECT_EQ(neighbours[0].steps[0].kind, PathStep::Kind::border);
}

TEST(Expertise, TheWalkFindsKnowersBeforeThoseOfARelatedTopic) {
    const ExpertiseGraph graph(who_can_help(), graph_options());
    const std::vector<double> time = graph.pagerank({{0, 2.0}});
    EXPECT_EQ(time[0], 0.0);  // asked only
    EXPECT_GT(time[1], time[2]);
    EXPECT_GT(time[2], 0.0);
    EXPECT_EQ(time[3], 0.0);
    EXPECT_EQ(graph.pagerank({{0, 7.0}}), time);  // only proportions count
    // A topic that is named twice counts twice.
    EXPECT_EQ(graph.pagerank({{0, 1.0}, {1, 1.0}, {0, 1.0}}), graph.pagerank({{1, 1.0}, {0, 2.0}}));
}

}  // namespace
}  // namespace m150
