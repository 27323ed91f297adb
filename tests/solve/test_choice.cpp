// The best choice under rules against trying every subset.
#include "libm150/solve/choice.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/choice_twin.hpp"

namespace m150::testing {
namespace {

TEST(SolveChoice, FindsWhatTryingEverySubsetFinds) {
    Random random(21);
    int infeasible = 0, broken = 0, fair = 0;
    for (int i = 0; i < 4000; ++i) {
        const ChoiceProblem problem = random_problem(random);
        const Best best = best_by_trying(problem);
        const Choice found = solve_choice(problem);
        ASSERT_TRUE(found.proved) << i;
        ASSERT_EQ(found.feasible, best.feasible) << i;
        if (!best.feasible) {
            ++infeasible;
            continue;
        }
        Worth worth;
        ASSERT_TRUE(judge(problem, subset_of(found.chosen), worth)) << i;
        ASSERT_EQ(worth, best.worth) << i;
        ASSERT_EQ(found.breach_cost, -std::get<0>(worth)) << i;
        ASSERT_GE(found.upper_bound, found.objective);
        ASSERT_LE(found.upper_bound, found.objective + 10 * problem.quantum);
        ASSERT_GE(found.worst_bound, found.worst);
        for (const Breach& breach : found.breaches)
            ASSERT_EQ(breach.by, breach_of(problem.rules[breach.rule], subset_of(found.chosen)));
        broken += found.breaches.empty() ? 0 : 1;
        fair += problem.shares.empty() ? 0 : 1;
    }
    EXPECT_GT(infeasible, 50);
    EXPECT_GT(broken, 300);
    EXPECT_GT(fair, 1000);
}

// One place and two speakers who must both have it: the cheaper promise is broken.
TEST(SolveChoice, TheCheapestRuleGivesWay) {
    ChoiceProblem problem;
    problem.weights = {0.1, 0.9};
    problem.rules = {{{{0, 1}, {1, 1}}, -ChoiceRule::none, 1, 0},
                     {{{0, 1}}, 1, ChoiceRule::none, 5},
                     {{{1, 1}}, 1, ChoiceRule::none, 2}};
    const Choice found = solve_choice(problem);
    EXPECT_EQ(found.chosen, std::vector<int>{0});
    EXPECT_EQ(found.breaches, (std::vector<Breach>{{2, 1}}));
    EXPECT_EQ(found.breach_cost, 2);
    EXPECT_EQ(find_conflict(problem).rules, (std::vector<std::size_t>{1, 2}));
}

// The sum alone would give one share all: fairness first gives each its part.
TEST(SolveChoice, TheWorstServedComesFirst) {
    ChoiceProblem problem;
    problem.weights = {1.0, 0.3, 0.4, 0.2};  // speakers a and b for items 0 and 1: a0 b0 a1 b1
    problem.rules = {{{{0, 1}, {2, 1}}, -ChoiceRule::none, 1, 0},
                     {{{1, 1}, {3, 1}}, -ChoiceRule::none, 1, 0},
                     {{{0, 1}, {1, 1}}, 1, 1, 0},
                     {{{2, 1}, {3, 1}}, 1, 1, 0}};
    EXPECT_EQ(solve_choice(problem).chosen, (std::vector<int>{0, 3}));
    problem.shares = {{{0, 1}, 1, 1}, {{2, 3}, 1, 1}};
    const Choice fair = solve_choice(problem);
    EXPECT_EQ(fair.chosen, (std::vector<int>{1, 2}));
    EXPECT_DOUBLE_EQ(fair.worst, 0.3);
    EXPECT_EQ(fair.worst_share, 0U);
}

TEST(SolveChoice, BadInputIsNamed) {
    const auto wrong = [](const ChoiceProblem& problem) {
        EXPECT_THROW(solve_choice(problem), InvalidInput);
        EXPECT_THROW(find_conflict(problem), InvalidInput);
    };
    wrong({{-1.0}, {}, {}});
    wrong({{NAN}, {}, {}});
    wrong({{1.0}, {}, {}, 0.0});
    wrong({{1000.0}, {}, {}, 1e-9});
    wrong({{1.0}, {{{{1, 1}}, 0, 1, 0}}, {}});
    wrong({{1.0}, {{{{0, 1}, {0, 1}}, 0, 1, 0}}, {}});
    wrong({{1.0}, {{{{0, 1}}, 2, 1, 0}}, {}});
    wrong({{1.0}, {{{{0, 1}}, 0, 1, -1}}, {}});
    wrong({{1.0}, {}, {{{0}, 0, 1}}});
    wrong({{1.0}, {}, {{{2}, 1, 1}}});
}

}  // namespace
}  // namespace m150::testing
