// Coverage within a budget against trying every choice.
#include "libm150/solve/coverage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "libm150/base/error.hpp"
#include "libm150/solve/coverage_start.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

CoverageProblem random_problem(Random& random) {
    CoverageProblem p;
    p.subjects = static_cast<int>(random.between(1, 5));
    const auto parties = random.between(1, 5);
    const bool ties = random.chance(0.5);
    for (std::int64_t i = 0; i < parties; ++i) {
        p.seats.push_back(static_cast<int>(random.between(1, 2)));
        for (int s = 0; s < p.subjects; ++s) {
            if (random.chance(0.6))
                p.needs.push_back({static_cast<int>(i), s,
                                   ties ? static_cast<double>(random.below(4)) / 3.0 : random.uniform()});
        }
    }
    p.lengths = {{20, 0.5}, {40, 0.8}};
    if (random.chance(0.2)) p.lengths.pop_back();
    p.budget = static_cast<int>(random.between(0, 6)) * 20;
    p.most_subjects = static_cast<int>(random.between(0, 4));
    p.most_apart = random.chance(0.6) ? static_cast<int>(random.between(1, 3)) : 0;
    p.apart_effect = 0.7;
    p.steps = {{0.6, 1.0}, {0.6, 0.5}};
    if (random.chance(0.5)) p.steps.push_back({9.0, 0.1});
    if (random.chance(0.4)) {
        for (int s = 0; s < p.subjects; ++s)
            p.wishes.push_back(static_cast<CoverageWish>(random.pick({6.0, 1.0, 1.0})));
    }
    if (random.chance(0.3)) p.unlike = {{0, p.subjects - 1}};
    if (random.chance(0.4)) {
        for (int s = 0; s < p.subjects; ++s) {
            if (random.chance(0.6))
                p.near.push_back(
                    {s, static_cast<int>(random.between(0, static_cast<int>(p.lengths.size()))) - 1});
        }
        p.near_subjects = static_cast<int>(random.below(p.near.size() + 1));
        p.near_ways = static_cast<int>(random.below(at(p.near_subjects) + 1));
    }
    return p;
}

// What a choice is worth by the definition: each party sits in the sessions apart that fill it most.
std::optional<double> judge(const CoverageProblem& p, const std::vector<CoveredSubject>& chosen) {
    int cost = 0, apart = 0;
    std::vector<bool> in(at(p.subjects));
    for (const CoveredSubject& one : chosen) {
        in[at(one.subject)] = true;
        if (one.length >= 0)
            cost += p.lengths[at(one.length)].cost;
        else
            ++apart;
    }
    if (cost > p.budget || apart > p.most_apart || static_cast<int>(chosen.size()) > p.most_subjects)
        return std::nullopt;
    for (int s = 0; s < static_cast<int>(p.wishes.size()); ++s) {
        if (p.wishes[at(s)] == CoverageWish::must && !in[at(s)]) return std::nullopt;
        if (p.wishes[at(s)] == CoverageWish::never && in[at(s)]) return std::nullopt;
    }
    for (std::vector<int> set : p.unlike) {
        std::sort(set.begin(), set.end());
        set.erase(std::unique(set.begin(), set.end()), set.end());
        int kept = 0;
        for (const int s : set)
            kept += in[at(s)] ? 1 : 0;
        if (kept > static_cast<int>(p.unlike[0].size()) - p.differ_by) return std::nullopt;
    }
    int near = 0, ways = 0;
    for (const CoveredSubject& one : p.near) {
        near += in[at(one.subject)] ? 1 : 0;
        ways += static_cast<int>(std::count(chosen.begin(), chosen.end(), one));
    }
    if (near < p.near_subjects || ways < p.near_ways) return std::nullopt;
    double total = 0.0;
    for (int party = 0; party < static_cast<int>(p.seats.size()); ++party) {
        double filled = 0.0;
        std::vector<double> sessions;
        for (const CoverageNeed& need : p.needs) {
            if (need.party != party) continue;
            for (const CoveredSubject& one : chosen) {
                if (one.subject != need.subject) continue;
                if (one.length >= 0)
                    filled += need.amount * p.lengths[at(one.length)].effect;
                else
                    sessions.push_back(need.amount * p.apart_effect);
            }
        }
        std::sort(sessions.rbegin(), sessions.rend());
        for (std::size_t k = 0; k < sessions.size() && k < at(p.seats[at(party)]); ++k)
            filled += sessions[k];
        for (const CoverageStep& step : p.steps) {
            total += step.worth * std::clamp(filled, 0.0, step.width);
            filled -= step.width;
        }
    }
    return total;
}

std::optional<double> best_by_trying(const CoverageProblem& p, int subject,
                                     std::vector<CoveredSubject>& chosen) {
    if (subject == p.subjects) return judge(p, chosen);
    std::optional<double> best = best_by_trying(p, subject + 1, chosen);
    for (int length = -1; length < static_cast<int>(p.lengths.size()); ++length) {
        chosen.push_back({subject, length});
        const auto found = best_by_trying(p, subject + 1, chosen);
        if (found && (!best || *found > *best)) best = found;
        chosen.pop_back();
    }
    return best;
}

TEST(Coverage, FindsWhatTryingEverythingFinds) {
    Random random(41);
    int infeasible = 0, apart = 0, near = 0;
    for (int i = 0; i < 3000; ++i) {
        const CoverageProblem problem = random_problem(random);
        std::vector<CoveredSubject> none;
        const std::optional<double> best = best_by_trying(problem, 0, none);
        const Coverage found = solve_coverage(problem);
        ASSERT_TRUE(found.proved) << i;
        ASSERT_EQ(found.feasible, best.has_value()) << i;
        if (!best) {
            ++infeasible;
            continue;
        }
        const std::optional<double> here = judge(problem, found.subjects);
        ASSERT_TRUE(here.has_value()) << i;
        ASSERT_NEAR(*here, found.objective, 1e-9) << i;
        ASSERT_NEAR(*best, found.objective, 1e-6) << i;
        ASSERT_GE(found.upper_bound, *best - 1e-6) << i;
        for (const CoveredSubject& one : found.subjects)
            apart += one.length < 0 ? 1 : 0;
        near += problem.near_ways > 0 ? 1 : 0;
    }
    EXPECT_GT(near, 100);
    EXPECT_GT(infeasible, 100);
    EXPECT_GT(apart, 300);
}

TEST(Coverage, MoreOfAnythingIsNeverWorse) {
    Random random(42);
    for (int i = 0; i < 300; ++i) {
        CoverageProblem problem = random_problem(random);
        const Coverage before = solve_coverage(problem);
        if (!before.feasible) continue;
        problem.budget += 20;
        problem.most_subjects += 1;
        const Coverage after = solve_coverage(problem);
        EXPECT_GE(after.objective, before.objective - 1e-6);
    }
}

TEST(Coverage, TheStartKeepsToTheRulesAndIsNearTheBest) {
    Random random(43);
    int feasible = 0, found = 0;
    double worth = 0.0, best_worth = 0.0;
    for (int i = 0; i < 3000; ++i) {
        const CoverageProblem problem = random_problem(random);
        std::vector<CoveredSubject> none;
        const std::optional<double> best = best_by_trying(problem, 0, none);
        const auto start = start_of(problem);
        if (!best) {
            ASSERT_FALSE(start.has_value()) << i;
            continue;
        }
        ASSERT_LE(*best, most_worth(problem) + 1e-9) << i;
        ++feasible;
        if (!start) continue;
        const std::optional<double> here = judge(problem, *start);
        ASSERT_TRUE(here.has_value()) << i;
        ++found;
        worth += *here;
        best_worth += *best;
    }
    EXPECT_GT(found, feasible * 97 / 100);
    EXPECT_GT(worth, 0.95 * best_worth);
}

// A search that may look at one node only gives the start at least, within a bound that holds.
TEST(Coverage, ALimitLosesNothingThatWasThereWithoutASearch) {
    Random random(44);
    int limited = 0;
    for (int i = 0; i < 60; ++i) {
        CoverageProblem problem;
        problem.subjects = 12;
        problem.seats.assign(15, 1);
        for (int party = 0; party < 15; ++party) {
            for (int s = 0; s < problem.subjects; ++s)
                problem.needs.push_back({party, s, random.uniform()});
        }
        problem.lengths = {{20, 0.5}, {30, 0.65}, {45, 0.8}};
        problem.budget = 100;
        problem.most_subjects = 6;
        problem.most_apart = 3;
        problem.apart_effect = 0.7;
        problem.steps = {{1.0, 1.0}, {1.0, 0.5}, {1e6, 0.25}};
        SolveLimits limits;
        limits.most_nodes = 1;
        const Coverage found = solve_coverage(problem, limits);
        const auto start = start_of(problem);
        ASSERT_TRUE(start && found.feasible && judge(problem, found.subjects)) << i;
        ASSERT_GE(found.objective, *judge(problem, *start) - 1e-9) << i;
        ASSERT_GT(found.objective, 0.0) << i;
        ASSERT_GE(found.upper_bound, found.objective) << i;
        limited += found.proved ? 0 : 1;
        if (i < 3) {
            const Coverage exact = solve_coverage(problem);
            ASSERT_TRUE(exact.proved);
            ASSERT_LE(exact.objective, found.upper_bound + 1e-6) << i;
            ASSERT_GT(found.objective, 0.9 * exact.objective) << i;
        }
    }
    EXPECT_GT(limited, 50);
}

TEST(Coverage, BadInputIsNamed) {
    CoverageProblem good;
    good.subjects = 1;
    good.seats = {1};
    good.needs = {{0, 0, 1.0}};
    good.lengths = {{10, 1.0}};
    good.budget = 10;
    good.most_subjects = 1;
    good.steps = {{1.0, 1.0}};
    EXPECT_DOUBLE_EQ(solve_coverage(good).objective, 1.0);
    const auto wrong = [&](auto change) {
        CoverageProblem problem = good;
        change(problem);
        EXPECT_THROW(solve_coverage(problem), InvalidInput);
    };
    using P = CoverageProblem;
    wrong([](P& p) { p.needs.push_back({0, 0, 1.0}); });
    wrong([](P& p) { p.needs[0].party = 1; });
    wrong([](P& p) { p.needs[0].amount = NAN; });
    wrong([](P& p) { p.seats[0] = 0; });
    wrong([](P& p) { p.lengths[0].cost = 0; });
    wrong([](P& p) { p.steps.clear(); });
    wrong([](P& p) { p.steps = {{1.0, 0.5}, {1.0, 0.6}}; });
    wrong([](P& p) { p.wishes.resize(2); });
    wrong([](P& p) { p.unlike = {{1}}; });
    wrong([](P& p) { p.budget = -1; });
}

}  // namespace
}  // namespace m150
