// Choices under rules by trying every subset, and seeded problems to try them on.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <vector>

#include "libm150/solve/choice.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// How good a subset is, in whole quanta: less cost, then the larger worst share, then the larger sum.
using Worth = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

inline std::int64_t units(const ChoiceProblem& problem, int choice) {
    return std::llround(problem.weights[at(choice)] / problem.quantum);
}

inline int breach_of(const ChoiceRule& rule, std::size_t subset) {
    int sum = 0;
    for (const ChoiceTerm& term : rule.terms)
        sum += (subset >> at(term.choice) & 1U) != 0 ? term.factor : 0;
    int breach = 0;
    if (rule.at_least != -ChoiceRule::none) breach = std::max(breach, rule.at_least - sum);
    if (rule.at_most != ChoiceRule::none) breach = std::max(breach, sum - rule.at_most);
    return breach;
}

// Whether the subset is allowed at all, and what it is worth.
inline bool judge(const ChoiceProblem& problem, std::size_t subset, Worth& worth) {
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

inline Best best_by_trying(const ChoiceProblem& problem) {
    Best best;
    for (std::size_t subset = 0; subset < (std::size_t{1} << problem.weights.size()); ++subset) {
        Worth worth;
        if (!judge(problem, subset, worth)) continue;
        if (!best.feasible || worth > best.worth) best = {true, worth};
    }
    return best;
}

inline std::size_t subset_of(const std::vector<int>& chosen) {
    std::size_t subset = 0;
    for (const int c : chosen)
        subset |= std::size_t{1} << at(c);
    return subset;
}

inline ChoiceProblem random_problem(Random& random, std::int64_t most_rules = 6) {
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
    const auto rules = random.between(0, most_rules);
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

inline bool can_hold(ChoiceProblem problem, const std::vector<std::size_t>& rules) {
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

}  // namespace m150::testing
