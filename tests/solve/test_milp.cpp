// Mixed integer programs against trying everything, and what happens at limits and on bad input.
#include "libm150/solve/milp.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <thread>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool keeps(const MilpProblem& problem, const std::vector<double>& values) {
    for (const MilpRow& row : problem.rows) {
        double sum = 0.0;
        for (const MilpTerm& term : row.terms)
            sum += term.factor * values[at(term.column)];
        if (sum < row.at_least - 1e-9 || sum > row.at_most + 1e-9) return false;
    }
    return true;
}

double gain_of(const MilpProblem& problem, const std::vector<double>& values) {
    double gain = 0.0;
    for (std::size_t c = 0; c < values.size(); ++c)
        gain += problem.columns[c].gain * values[c];
    return gain;
}

// Every combination of whole values.
std::optional<double> best_by_trying(const MilpProblem& problem, std::vector<double>& values) {
    if (values.size() == problem.columns.size())
        return keeps(problem, values) ? std::optional(gain_of(problem, values)) : std::nullopt;
    const MilpColumn& column = problem.columns[values.size()];
    std::optional<double> best;
    for (double value = column.low; value <= column.high; value += 1.0) {
        values.push_back(value);
        const std::optional<double> found = best_by_trying(problem, values);
        if (found && (!best || *found > *best)) best = found;
        values.pop_back();
    }
    return best;
}

MilpProblem random_problem(Random& random) {
    MilpProblem problem;
    const auto columns = random.between(1, 7);
    for (std::int64_t c = 0; c < columns; ++c) {
        const auto low = static_cast<double>(random.between(-1, 1));
        problem.columns.push_back({static_cast<double>(random.between(-5, 9)), low,
                                   low + static_cast<double>(random.between(0, 2)), true});
    }
    const auto rows = random.between(0, 5);
    for (std::int64_t r = 0; r < rows; ++r) {
        MilpRow row;
        for (std::int64_t c = 0; c < columns; ++c) {
            if (random.chance(0.7))
                row.terms.push_back({static_cast<int>(c), static_cast<double>(random.between(-4, 4))});
        }
        const auto from = static_cast<double>(random.between(-6, 6));
        if (random.chance(0.7)) row.at_least = from;
        if (random.chance(0.6)) row.at_most = from + static_cast<double>(random.between(0, 5));
        problem.rows.push_back(row);
    }
    return problem;
}

TEST(Milp, FindsWhatTryingEverythingFinds) {
    Random random(5);
    int infeasible = 0;
    for (int i = 0; i < 4000; ++i) {
        const MilpProblem problem = random_problem(random);
        std::vector<double> values;
        const std::optional<double> best = best_by_trying(problem, values);
        const MilpResult found = solve_milp(problem);
        if (!best) {
            ++infeasible;
            ASSERT_EQ(found.status, MilpStatus::infeasible) << i;
            ASSERT_TRUE(found.values.empty());
            continue;
        }
        ASSERT_EQ(found.status, MilpStatus::optimal) << i;
        ASSERT_TRUE(keeps(problem, found.values)) << i;
        ASSERT_DOUBLE_EQ(found.objective, *best) << i;
        ASSERT_DOUBLE_EQ(found.upper_bound, *best) << i;
    }
    EXPECT_GT(infeasible, 400);
    EXPECT_LT(infeasible, 3600);
}

TEST(Milp, ColumnsThatNeedNotBeWholeAreNot) {
    // Half of the second fits beside the first.
    MilpProblem problem{{{3.0, 0.0, 1.0, true}, {2.0, 0.0, 1.0, false}},
                        {{{{0, 2.0}, {1, 2.0}}, -INFINITY, 3.0}}};
    const MilpResult found = solve_milp(problem);
    EXPECT_EQ(found.values, (std::vector<double>{1.0, 0.5}));
    EXPECT_DOUBLE_EQ(found.objective, 4.0);
}

TEST(Milp, ProblemsWithoutRowsOrColumns) {
    EXPECT_EQ(solve_milp({}).status, MilpStatus::optimal);
    EXPECT_EQ(solve_milp({{}, {{{}, 1.0, 2.0}}}).status, MilpStatus::infeasible);
    const MilpResult found = solve_milp({{{1.0, 0.0, 3.0, true}, {-1.0, -2.0, 3.0, true}}, {}});
    EXPECT_EQ(found.values, (std::vector<double>{3.0, -2.0}));
    EXPECT_EQ(solve_milp({{{1.0, 0.0, 1.0, true}}, {{{}, 1.0, 2.0}}}).status, MilpStatus::infeasible);
}

// Sets that cover a ground set: hard enough to need a tree.
MilpProblem hard_problem() {
    Random random(11);
    MilpProblem problem;
    for (int c = 0; c < 60; ++c)
        problem.columns.push_back({-1.0 - 0.01 * static_cast<double>(random.below(50)), 0.0, 1.0, true});
    for (int r = 0; r < 120; ++r) {
        MilpRow row;
        for (const std::size_t c : random.sample(60, 4))
            row.terms.push_back({static_cast<int>(c), 1.0});
        row.at_least = 1.0;
        problem.rows.push_back(row);
    }
    return problem;
}

TEST(Milp, ALimitGivesTheBestFoundWithABound) {
    const MilpProblem problem = hard_problem();
    const MilpResult best = solve_milp(problem);
    ASSERT_EQ(best.status, MilpStatus::optimal);
    ASSERT_GT(best.nodes, 20);
    bool limited = false;
    for (std::int64_t nodes = 1; nodes < best.nodes; nodes += 1 + nodes / 4) {
        SolveLimits limits;
        limits.most_nodes = nodes;
        const MilpResult found = solve_milp(problem, limits);
        ASSERT_NE(found.status, MilpStatus::infeasible);
        ASSERT_GE(found.upper_bound, best.objective - 1e-6);
        if (found.status != MilpStatus::limited) continue;
        limited = true;
        EXPECT_TRUE(keeps(problem, found.values));
        EXPECT_LE(found.objective, best.objective + 1e-9);
    }
    EXPECT_TRUE(limited);
}

TEST(Milp, ProgressIsToldAndCancels) {
    SolveLimits limits;
    int calls = 0;
    limits.progress = [&](const Progress& progress) {
        EXPECT_EQ(progress.stage, "search");
        return ++calls < 3;
    };
    EXPECT_THROW(solve_milp(hard_problem(), limits), InvalidInput);
    EXPECT_EQ(calls, 3);
    limits.progress = [](const Progress&) -> bool { throw std::runtime_error("of the caller"); };
    EXPECT_THROW(solve_milp(hard_problem(), limits), std::runtime_error);
    EXPECT_EQ(solve_milp(hard_problem()).status, MilpStatus::optimal);  // nothing is left behind
}

TEST(Milp, ThreadsDoNotDisturbEachOther) {
    const MilpResult alone = solve_milp(hard_problem());
    std::vector<MilpResult> results(4);
    std::vector<std::thread> threads;
    for (MilpResult& result : results)
        threads.emplace_back([&] { result = solve_milp(hard_problem()); });
    for (std::thread& thread : threads)
        thread.join();
    for (const MilpResult& result : results) {
        EXPECT_EQ(result.values, alone.values);
        EXPECT_EQ(result.nodes, alone.nodes);
    }
}

TEST(Milp, BadInputIsNamed) {
    const auto wrong = [](MilpProblem problem) { EXPECT_THROW(solve_milp(problem), InvalidInput); };
    wrong({{{NAN, 0.0, 1.0, true}}, {}});
    wrong({{{1.0, 2.0, 1.0, true}}, {}});
    wrong({{{1.0, 0.0, INFINITY, true}}, {}});
    wrong({{{1.0, 0.0, 1.0, true}}, {{{{1, 1.0}}, 0.0, 1.0}}});
    wrong({{{1.0, 0.0, 1.0, true}}, {{{{-1, 1.0}}, 0.0, 1.0}}});
    wrong({{{1.0, 0.0, 1.0, true}}, {{{{0, 1.0}, {0, 1.0}}, 0.0, 1.0}}});
    wrong({{{1.0, 0.0, 1.0, true}}, {{{{0, 1e12}}, 0.0, 1.0}}});
    wrong({{{1.0, 0.0, 1.0, true}}, {{{{0, 1.0}}, 2.0, 1.0}}});
    SolveLimits limits;
    limits.most_nodes = 0;
    EXPECT_THROW(solve_milp({}, limits), InvalidInput);
    limits = {};
    limits.most_seconds = -1.0;
    EXPECT_THROW(solve_milp({}, limits), InvalidInput);
}

}  // namespace
}  // namespace m150
