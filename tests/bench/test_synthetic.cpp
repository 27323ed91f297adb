#include "bench/evaluate/synthetic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "bench/evaluate/synthetic_connections.hpp"
#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;

const std::filesystem::path place = std::filesystem::path(M150_SOURCE_DIR) / "examples/network";

class Synthetic : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        KnowledgeBase base = KnowledgeBase::in_memory();
        base.load(place);
        around_ = new Snapshot(base.snapshot());
        words_ = new SyntheticWords(*around_);
    }
    static void TearDownTestSuite() {
        delete words_;
        delete around_;
    }
    static SyntheticNetwork network(const NoiseLevel& noise, std::uint64_t seed = 1) {
        SyntheticOptions options;
        options.seed = seed;
        options.noise = noise;
        options.municipalities = 40;
        options.questions = 150;
        options.held_out = 25;
        options.contacts = 120;
        return make_synthetic_network(*around_, *words_, options);
    }
    static const Snapshot* around_;
    static const SyntheticWords* words_;
};
const Snapshot* Synthetic::around_ = nullptr;
const SyntheticWords* Synthetic::words_ = nullptr;

double gain(const SyntheticNetwork& network, int learner, int guide) {
    const auto& needs = network.needs[static_cast<std::size_t>(learner)];
    return std::inner_product(needs.begin(), needs.end(),
                              network.knows[static_cast<std::size_t>(guide)].begin(), 0.0);
}

// Part of the answers given by who knows the topics of the question at all.
double by_knowers(const SyntheticNetwork& network) {
    const Snapshot now = network.base.snapshot();
    double all = 0.0, knowing = 0.0;
    now.for_each_question([&](const auto&, const auto&, Date, const auto& topics, const auto& answers) {
        if (topics.empty()) return;
        for (const AnswerFact& answer : answers) {
            const auto who = static_cast<std::size_t>(now.number_of(*answer.by));
            all += 1.0;
            knowing += std::any_of(topics.begin(), topics.end(), [&](const Id<Topic>& topic) {
                return network.knows[who][static_cast<std::size_t>(now.number_of(topic))] > 0.0;
            });
        }
    });
    return knowing / all;
}

TEST_F(Synthetic, TheSeedMakesTheNetwork) {
    const SyntheticNetwork one = network(noise_levels()[1]);
    const SyntheticNetwork again = network(noise_levels()[1]);
    const SyntheticNetwork other = network(noise_levels()[1], 2);
    EXPECT_EQ(one.knows, again.knows);
    EXPECT_EQ(one.contacts, again.contacts);
    EXPECT_EQ(one.hidden, again.hidden);
    EXPECT_NE(one.knows, other.knows);
    ASSERT_EQ(one.known.size(), 150U);
    for (std::size_t q = 0; q < one.known.size(); ++q) {
        EXPECT_EQ(one.known[q].text, again.known[q].text);
        EXPECT_EQ(one.known[q].answerers, again.known[q].answerers);
        EXPECT_EQ(
            std::count(one.known[q].answerers.begin(), one.known[q].answerers.end(), one.known[q].asker), 0);
    }
    EXPECT_EQ(one.held_out.size(), 25U);
    EXPECT_EQ(one.contacts.size(), 84U);
    EXPECT_EQ(one.hidden.size(), 36U);
    // Nobody meets twice, and what is hidden cannot be seen.
    std::set<std::pair<int, int>> met;
    for (const auto* list : {&one.contacts, &one.hidden}) {
        for (const auto& [from, to] : *list)
            EXPECT_TRUE(met.insert(std::minmax(from, to)).second);
    }
    EXPECT_EQ(one.base.snapshot().all<Contact>().size(), 84U);
    for (const Contact* contact : one.base.snapshot().all<Contact>())
        EXPECT_TRUE(contact->provenance.synthetic);
}

TEST_F(Synthetic, NoiseHidesTheTruthAndLeavesItAlone) {
    const SyntheticNetwork low = network(noise_levels()[0]);
    const SyntheticNetwork high = network(noise_levels()[2]);
    EXPECT_EQ(low.knows, high.knows);
    EXPECT_EQ(low.needs, high.needs);
    EXPECT_GT(by_knowers(low), 0.85);
    EXPECT_LT(by_knowers(high), by_knowers(low) - 0.1);
    EXPECT_GT(low.base.snapshot().all<InventoryResponse>().size(), 0U);
    for (const auto& level : {low.needs, low.knows}) {
        for (const auto& values : level) {
            for (const double value : values)
                EXPECT_TRUE(value >= 0.0 && value <= 1.0);
        }
    }
    for (std::size_t m = 0; m < low.knows.size(); ++m) {
        for (std::size_t t = 0; t < low.knows[m].size(); ++t)
            EXPECT_TRUE(low.needs[m][t] == 0.0 || low.knows[m][t] < somewhat_from);
    }
}

TEST_F(Synthetic, WhatCannotBeMadeIsRefused) {
    SyntheticOptions options;
    options.municipalities = 5;
    EXPECT_THROW(make_synthetic_network(*around_, *words_, options), InvalidInput);
    options.municipalities = 20;
    options.contacts = 96;
    EXPECT_THROW(make_synthetic_network(*around_, *words_, options), InvalidInput);
    SyntheticTaskOptions task;
    task.networks = 0;
    EXPECT_THROW(run_synthetic(place, task), InvalidInput);
}

// Whoever knows the truth proposes what is best, and sees most of what is hidden; who knows nothing does not.
TEST_F(Synthetic, ConnectionsAreJudgedByTheTruth) {
    const SyntheticNetwork made = network(noise_levels()[0]);
    const std::size_t count = made.knows.size();
    PairScores truth(count, std::vector<double>(count)), blind(count, std::vector<double>(count, 1.0)),
        chance = truth;
    Random random(5);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            truth[a][b] = gain(made, static_cast<int>(a), static_cast<int>(b));
            chance[a][b] = random.uniform();
        }
    }
    const ConnectionFigures best = judge_connections(made, truth, true);
    EXPECT_NEAR(best.complementarity, 1.0, 1e-12);
    EXPECT_GT(best.auc, 0.75);
    EXPECT_LT(best.novel, 1.0);  // some of the best have met
    EXPECT_EQ(judge_connections(made, truth, false).novel, 1.0);
    EXPECT_LT(judge_connections(made, truth, false).complementarity, 1.0);
    EXPECT_EQ(judge_connections(made, blind, true).auc, 0.5);
    const ConnectionFigures luck = judge_connections(made, chance, false);
    EXPECT_NEAR(luck.auc, 0.5, 0.12);
    EXPECT_LT(luck.complementarity, 0.7);
    EXPECT_LT(luck.precision, best.precision);
    // Who has a common contact is not far.
    const Snapshot now = made.base.snapshot();
    for (const auto& [name, scores] : baseline_scores(made, now)) {
        const ConnectionFigures figures = judge_connections(made, scores, false);
        const bool by_neighbours = name == "common neighbours" || name == "Adamic-Adar";
        EXPECT_EQ(figures.far == 0.0, by_neighbours) << name;
        EXPECT_EQ(figures.novel, 1.0) << name;
    }
}

TEST_F(Synthetic, EverySystemIsMeasuredOnEveryNetwork) {
    SyntheticTaskOptions options;
    options.networks = 2;
    options.levels = {noise_levels()[0]};
    options.network.municipalities = 40;
    options.network.questions = 150;
    options.network.held_out = 25;
    options.network.contacts = 120;
    options.resampling.resamples = 200;
    std::size_t done = 0;
    options.progress = [&](std::size_t now, std::size_t total) {
        EXPECT_EQ(now, ++done);
        EXPECT_EQ(total, 2U);
    };
    const SyntheticReport report = run_synthetic(place, options);
    EXPECT_EQ(done, 2U);
    ASSERT_EQ(report.levels.size(), 1U);
    const SyntheticLevel& level = report.levels.front();
    EXPECT_EQ(level.systems.size(), 6U);
    EXPECT_EQ(level.systems.front().system, "m150");
    EXPECT_TRUE(level.systems.front().by_need);
    EXPECT_EQ(level.comparisons.size(), 5U);
    EXPECT_EQ(level.measures.size(), 6U);
    for (const MeasureByNetwork& measure : level.measures) {
        EXPECT_EQ(measure.systems.front().system, "m150");
        EXPECT_EQ(measure.systems.front().difference, 0.0);
        for (const SystemValues& system : measure.systems) {
            ASSERT_EQ(system.values.size(), 2U);
            EXPECT_NEAR(system.figure.mean, (system.values[0] + system.values[1]) / 2.0, 1e-12);
            EXPECT_NEAR(system.difference, measure.systems.front().figure.mean - system.figure.mean, 1e-12);
        }
    }
    ASSERT_EQ(level.fairness.size(), options.fairness.plans.size());
    EXPECT_EQ(level.fairness[0].score, 1.0);
    EXPECT_EQ(level.fairness[0].rr_difference.high, 0.0);
    for (std::size_t p = 1; p < 4; ++p) {
        EXPECT_LE(level.fairness[p].score, level.fairness[p - 1].score + 1e-12);
        EXPECT_LE(level.fairness[p].most, level.fairness[p - 1].most);
    }
    EXPECT_LT(level.fairness[3].gini, level.fairness[0].gini);
    EXPECT_LT(level.fairness[3].never, level.fairness[0].never);
    const SyntheticReport again = run_synthetic(place, [&] {
        SyntheticTaskOptions same = options;
        same.progress = nullptr;
        return same;
    }());
    EXPECT_EQ(again.levels.front().systems.front().evaluation.values,
              level.systems.front().evaluation.values);
    EXPECT_EQ(again.levels.front().measures.front().systems.front().values,
              level.measures.front().systems.front().values);
}

TEST(Spearman, IsTheCorrelationOfRanks) {
    EXPECT_DOUBLE_EQ(spearman({1, 2, 3, 4}, {10, 20, 30, 1000}), 1.0);
    EXPECT_DOUBLE_EQ(spearman({1, 2, 3, 4}, {4, 3, 2, 1}), -1.0);
    EXPECT_EQ(spearman({1, 1, 1}, {1, 2, 3}), 0.0);
    EXPECT_EQ(spearman({}, {}), 0.0);
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4.
    EXPECT_NEAR(spearman({0, 5, 5, 9}, {1, 3, 2, 7}), 4.5 / std::sqrt(4.5 * 5.0), 1e-12);
}

}  // namespace
}  // namespace m150::testing
