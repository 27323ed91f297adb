// The best choice under rules against trying every subset, and the laws of conflicts.
#include "libm150/solve/choice.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// How good a subset is, in whole quanta: less cost, then the larger worst share, then the larger sum.
using Worth = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

std::int64_t units(const ChoiceProblem& problem, int choice) {
    return std::llround(problem.weights[at(choice)] / problem.quantum);
}

int breach_of(const ChoiceRule& rule, std::size_t subset) {
    int sum = 0;
    for (const ChoiceTerm& term : rule.terms)
        sum += (subset >> at(term.choice) & 1U) != 0 ? term.factor : 0;
    int breach = 0;
    if (rule.at_least != -ChoiceRule::none) breach = std::max(breach, rule.at_least - sum);
    if (rule.at_most != ChoiceRule::none) breach = std::max(breach, sum - rule.at_most);
    return breach;
}

// Whether the subset is allowed at all, and what it is worth.
bool judge(const ChoiceProblem& problem, std::size_t subset, Worth& worth) {
    std::int64_t cost = 0, sum = 0, worst = problem.shares.empty() ? 0 : INT64_MAX;
    for (const ChoiceRule& rule : problem.rules) {
        const int breach = breach_of(rule, subset);
        if (breach > 0 && rule.price == 0) return false;
        cost += std::int64_t{rule.price} * breach;
    }
    for (int c = 0; c < static_cast<int>(problem.weights.size()); ++c)
        sum += (subset >> at(c) & 1U) != 0 ? units(problem, c) : 0;
    for (const ChoiceShare& share : problem.shares) {
        std::int64_t served = 0;
        for (const int c : share.choices)
            served += (subset >> at(c) & 1U) != 0 ? units(problem, c) : 0;
        worst = std::min(worst, served / share.needs);
    }
    worth = {-cost, worst, sum};
    return true;
}

struct Best {
    bool feasible = false;
    Worth worth;
};

Best best_by_trying(const ChoiceProblem& problem) {
    Best best;
    for (std::size_t subset = 0; subset < (std::size_t{1} << problem.weights.size()); ++subset) {
        Worth worth;
        if (!judge(problem, subset, worth)) continue;
        if (!best.feasible || worth > best.worth) best = {true, worth};
    }
    return best;
}

std::size_t subset_of(const std::vector<int>& chosen) {
    std::size_t subset = 0;
    for (const int c : chosen)
        subset |= std::size_t{1} << at(c);
    return subset;
}

ChoiceProblem random_problem(Random& random) {
    ChoiceProblem problem;
    const auto choices = random.between(0, 9);
    const bool ties = random.chance(0.5);
    for (std::int64_t c = 0; c < choices; ++c)
        problem.weights.push_back(ties ? static_cast<double>(random.below(4)) / 4.0 : random.uniform());
    const auto some = [&](double density) {
        std::vector<int> list;
        for (int c = 0; c < static_cast<int>(choices); ++c) {
            if (random.chance(density)) list.push_back(c);
        }
        return list;
    };
    const auto rules = random.between(0, 6);
    for (std::int64_t r = 0; r < rules; ++r) {
        ChoiceRule rule;
        for (const int c : some(0.5))
            rule.terms.push_back({c, random.chance(0.2) ? -1 : static_cast<int>(random.between(1, 2))});
        const auto bound = static_cast<int>(random.between(0, 3));
        if (random.chance(0.5)) rule.at_least = bound;
        if (random.chance(0.6)) rule.at_most = bound + static_cast<int>(random.between(0, 1));
        rule.price = random.chance(0.7) ? static_cast<int>(random.between(1, 3)) : 0;
        problem.rules.push_back(rule);
    }
    const auto shares = random.chance(0.6) ? random.between(1, 3) : 0;
    for (std::int64_t s = 0; s < shares; ++s) {
        ChoiceShare share;
        share.choices = some(0.5);
        share.needs = static_cast<int>(random.between(1, 2));
        share.most = std::max(1, static_cast<int>(share.choices.size()));
        problem.shares.push_back(share);
    }
    return problem;
}

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

bool can_hold(ChoiceProblem problem, const std::vector<std::size_t>& rules) {
    std::vector<ChoiceRule> kept;
    for (std::size_t r = 0; r < problem.rules.size(); ++r) {
        const bool in =
            problem.rules[r].price == 0 || std::find(rules.begin(), rules.end(), r) != rules.end();
        if (!in) continue;
        kept.push_back(problem.rules[r]);
        kept.back().price = 0;
    }
    problem.rules = kept;
    return best_by_trying(problem).feasible;
}

TEST(FindConflict, EveryRuleInItIsNeededAndTogetherTheyCannotHold) {
    Random random(22);
    int conflicts = 0;
    std::size_t largest = 0;
    for (int i = 0; i < 3000; ++i) {
        const ChoiceProblem problem = random_problem(random);
        std::vector<std::size_t> all;
        for (std::size_t r = 0; r < problem.rules.size(); ++r)
            all.push_back(r);
        if (!can_hold(problem, {})) {
            EXPECT_THROW(find_conflict(problem), InvalidInput);
            continue;
        }
        const std::vector<std::size_t> conflict = find_conflict(problem);
        if (can_hold(problem, all)) {
            ASSERT_TRUE(conflict.empty()) << i;
            continue;
        }
        ++conflicts;
        largest = std::max(largest, conflict.size());
        ASSERT_FALSE(conflict.empty()) << i;
        ASSERT_FALSE(can_hold(problem, conflict)) << i;
        for (const std::size_t left_out : conflict) {
            std::vector<std::size_t> others = conflict;
            others.erase(std::find(others.begin(), others.end(), left_out));
            ASSERT_TRUE(can_hold(problem, others)) << i;
        }
    }
    EXPECT_GT(conflicts, 300);
    EXPECT_GE(largest, 3U);
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
    EXPECT_EQ(find_conflict(problem), (std::vector<std::size_t>{1, 2}));
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
}  // namespace m150
