#include "bench/tune/tune.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>

#include "bench/tune/search.hpp"
#include "libm150/base/error.hpp"
#include "made_up_objective.hpp"

namespace m150::tune {
namespace {

using namespace m150::tune::testing;

TEST(Tune, EveryStrategyFindsTheTopOfABowl) {
    const Objective objective = made_of([](const auto& options, std::size_t) { return bowl(options); });
    for (const Strategy strategy : {Strategy::grid, Strategy::random, Strategy::coordinate}) {
        TuneOptions options = options_for(two_ranges, strategy);
        options.trials = 200;
        const TuneResult result = tune(objective, options);
        EXPECT_GT(result.seen, strategy == Strategy::random ? 0.93 : 0.9999);
        EXPECT_NEAR(bowl(result.options), result.seen, 1e-12);
        EXPECT_EQ(result.measured.size(), query_count);
        EXPECT_NEAR(mean_of(result.unseen), result.seen, 1e-12);
        EXPECT_NEAR(mean_of(result.start), bowl({}), 1e-12);
        EXPECT_EQ(result.folds.size(), 5U);
    }
}

TEST(Tune, CoordinateNeedsFewerEvaluationsThanTheGrid) {
    std::atomic<int> evaluations = 0;
    const Objective objective = made_of([&](const auto& options, std::size_t q) {
        if (q == 0) ++evaluations;
        return bowl(options);
    });
    TuneOptions options = options_for(two_ranges, Strategy::coordinate);
    options.passes = 2;
    options.outer = 0;
    tune(objective, options);
    EXPECT_LT(evaluations, 121 / 2);
}

// A parameter that only fits noise looks good to those who chose it, and is worth nothing to the others.
TEST(Tune, AParameterThatOverfitsIsFoundOut) {
    const Objective objective =
        made_of([](const auto& options, std::size_t q) { return noise(q, options.index.b); });
    TuneOptions options = options_for(R"({"index.b": {"low": 0, "high": 1}})", Strategy::random);
    options.trials = 400;
    const TuneResult result = tune(objective, options);
    EXPECT_GT(result.seen, 0.58);
    EXPECT_NEAR(mean_of(result.unseen), 0.5, 0.08);
    for (const FoldResult& fold : result.folds)
        EXPECT_GT(fold.seen, fold.unseen);
}

// Whatever the measured queries say, the choice stays the same.
TEST(Tune, NothingLeaksFromTheQueriesThatAreMeasured) {
    for (const Strategy strategy : {Strategy::grid, Strategy::random, Strategy::coordinate}) {
        for (const Rule rule : {Rule::best, Rule::one_deviation}) {
            TuneOptions options = options_for(two_ranges, strategy);
            options.rule = rule;
            options.one_world = true;  // where all queries are asked, and only some may be looked at
            options.trials = 130;
            options.passes = 2;
            const auto plain = [](const KnowledgeBaseOptions& at, std::size_t q) {
                return bowl(at) / 2 + noise(q, at.index.b + at.index.k1) / 2;
            };
            const TuneResult result = tune(made_of(plain), options);
            for (std::size_t f = 0; f < result.folds.size(); f += 2) {
                const Part& hidden = result.folds[f].fold.test;
                const TuneResult other = tune(made_of([&](const auto& at, std::size_t q) {
                                                  const bool is_hidden =
                                                      std::binary_search(hidden.begin(), hidden.end(), q);
                                                  return is_hidden ? 1 - plain(at, q) : plain(at, q);
                                              }),
                                              options);
                EXPECT_EQ(other.folds[f].chosen, result.folds[f].chosen);
                EXPECT_EQ(other.folds[f].seen, result.folds[f].seen);
            }
        }
    }
}

TEST(Tune, QueriesThatAreMeasuredAreNotEvenAsked) {
    const Objective objective = made_of([](const auto& options, std::size_t) { return bowl(options); });
    for (const Strategy strategy : {Strategy::grid, Strategy::random, Strategy::coordinate}) {
        TuneOptions options = options_for(two_ranges, strategy);
        options.trials = 130;
        options.passes = 1;
        const TuneResult result = tune(objective, options);
        std::set<std::size_t> folds;
        for (const Trial& trial : result.trials) {
            folds.insert(trial.fold);
            EXPECT_EQ(trial.asked.size(),
                      trial.fold == 0 ? query_count : result.folds[trial.fold - 1].fold.train.size());
            if (trial.fold > 0) {
                EXPECT_EQ(trial.asked, result.folds[trial.fold - 1].fold.train);
            }
        }
        EXPECT_EQ(folds.size(), 6U);
        options.one_world = true;
        const TuneResult quick = tune(objective, options);
        EXPECT_LT(3 * quick.trials.size(), result.trials.size());
        EXPECT_EQ(quick.winner, result.winner);  // here nobody stands in the way of others
        EXPECT_EQ(quick.unseen, result.unseen);
    }
}

TEST(Tune, WhatSharesAnIndexIsLookedAtTogether) {
    TuneOptions options = options_for(
        R"({"index.k1": {"low": 0, "high": 4}, "index.title_weight": [1, 2, 3]})", Strategy::random);
    options.trials = 40;
    const std::vector<Point> points = listed_points(options);
    ASSERT_EQ(points.size(), 41U);
    EXPECT_EQ(points.front(), options.space.point_of({}));
    std::set<ParameterValue> left;
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_EQ(left.count(points[i][1]), 0U) << "an index is made twice";
        if (points[i][1] != points[i - 1][1]) left.insert(points[i - 1][1]);
    }
    EXPECT_GE(left.size(), 2U);
}

TEST(Tune, QueriesOfOneNeedAreNeverOnBothSides) {
    const TuneOptions options = options_for(R"({"index.b": [0.1]})", Strategy::grid);
    const TuneResult result = tune(made_of([](const auto&, std::size_t) { return 0.0; }), options);
    for (const FoldResult& fold : result.folds) {
        for (const std::size_t query : fold.fold.test) {
            for (const std::size_t other : fold.fold.train)
                EXPECT_NE(options.labels[query], options.labels[other]);
        }
    }
}

TEST(Tune, ByTimeTheFutureChoosesNothing) {
    TuneOptions options = options_for(R"({"index.b": [0.1]})", Strategy::grid);
    for (std::size_t q = 0; q < query_count; ++q)
        options.labels[q] = "2026-01-" + std::to_string(10 + q % 20);
    options.forward = true;
    const TuneResult result = tune(made_of([](const auto&, std::size_t) { return 0.0; }), options);
    EXPECT_EQ(result.folds.size(), 4U);
    for (const FoldResult& fold : result.folds) {
        for (const std::size_t query : fold.fold.test) {
            for (const std::size_t other : fold.fold.train)
                EXPECT_LT(options.labels[other], options.labels[query]);
        }
    }
}

TEST(Tune, OneDeviationStaysAtTheStartUnlessItIsClearlyWorse) {
    TuneOptions options = options_for(R"({"index.b": [0.1, 0.9]})", Strategy::grid);
    options.rule = Rule::one_deviation;
    const auto noisy = [](double gain) {
        return made_of([gain](const auto& at, std::size_t q) {
            return noise(q, at.index.b) + (at.index.b == 0.9 ? gain : 0.0);
        });
    };
    EXPECT_EQ(tune(noisy(0.001), options).options, KnowledgeBaseOptions());
    EXPECT_EQ(tune(noisy(1.0), options).options.index.b, 0.9);
}

TEST(Tune, ThreadsAndTheFileMakeNoDifference) {
    const Objective objective = made_of(
        [](const auto& at, std::size_t q) { return bowl(at) / 2 + noise(q, at.index.b + at.index.k1) / 2; });
    const auto same = [](const TuneResult& a, const TuneResult& b) {
        return a.winner == b.winner && a.unseen == b.unseen && a.seen == b.seen &&
               a.trials.size() == b.trials.size();
    };
    for (const Strategy strategy : {Strategy::random, Strategy::coordinate}) {
        TuneOptions options = options_for(two_ranges, strategy);
        options.threads = 1;
        const TuneResult one = tune(objective, options);
        options.threads = 7;
        EXPECT_TRUE(same(tune(objective, options), one));
    }
}

TEST(Tune, RefusesWhatItCannotUse) {
    const Objective objective = made_of([](const auto& options, std::size_t) { return bowl(options); });
    TuneOptions options = options_for(two_ranges, Strategy::grid);
    options.trials = 100;
    EXPECT_THROW(tune(objective, options), InvalidInput);  // 121 combinations
    options.trials = 0;
    options.threads = 0;
    options.labels.pop_back();
    options.outer = 1;
    try {
        tune(objective, options);
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.problems().size(), 4U);
    }
    options = options_for(two_ranges, Strategy::random);
    options.outer = 31;
    EXPECT_THROW(tune(objective, options), InvalidInput);  // there are 30 needs
    options.outer = 0;
    EXPECT_TRUE(tune(objective, options).folds.empty());
    const Objective broken = made_of([](const auto&, std::size_t) { return std::nan(""); });
    EXPECT_THROW(tune(broken, options), InvalidInput);
    options.progress = [](const TuneProgress& now) { return now.done < 3; };
    EXPECT_THROW(tune(objective, options), InvalidInput);
}

}  // namespace
}  // namespace m150::tune
