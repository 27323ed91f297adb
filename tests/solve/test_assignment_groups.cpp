// Pairs that are worth less the more like them are chosen, against trying every subset.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/assignment.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/assignment_twins.hpp"

namespace m150 {
namespace {

struct Shape {
    double requiring = 0.0;  // share of nodes with an at_least above 0
    int most_loss = 4;       // a group's losses grow by 0 to so much
};

// Whole numbers, few, so that ties abound; some candidates have no group, some groups no losses or no
// candidates.
AssignmentProblem random_problem(Random& random, const Shape& shape) {
    AssignmentProblem problem;
    for (auto* side : {&problem.left, &problem.right}) {
        for (auto nodes = random.between(1, 4); nodes > 0; --nodes) {
            Bounds bounds{0, static_cast<int>(random.between(0, 3))};
            if (random.chance(shape.requiring))
                bounds.at_least = static_cast<int>(random.between(0, bounds.at_most));
            side->push_back(bounds);
        }
    }
    std::vector<std::vector<int>> groups_of(problem.left.size());
    for (std::size_t left = 0; left < problem.left.size(); ++left) {
        for (auto count = random.between(0, 2); count > 0; --count) {
            groups_of[left].push_back(static_cast<int>(problem.groups.size()));
            RepeatGroup& group = problem.groups.emplace_back();
            group.left = static_cast<int>(left);
            double loss = 0.0;
            for (auto steps = random.between(0, 3); steps > 0; --steps)
                group.losses.push_back(loss += static_cast<double>(random.between(0, shape.most_loss)));
        }
        groups_of[left].push_back(-1);
    }
    std::vector<Candidate> all;
    for (int left = 0; left < static_cast<int>(problem.left.size()); ++left) {
        for (int right = 0; right < static_cast<int>(problem.right.size()); ++right) {
            if (!random.chance(0.8)) continue;
            const std::vector<int>& groups = groups_of[static_cast<std::size_t>(left)];
            all.push_back({left, right, static_cast<double>(random.between(-2, 8)),
                           groups[random.below(groups.size())]});
        }
    }
    random.shuffle(all);
    all.resize(std::min<std::size_t>(all.size(), 11));
    problem.candidates = all;
    return problem;
}

TEST(AssignmentGroups, AreSolvedAsByTryingEverySubset) {
    int ties = 0, infeasible = 0, losing = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Random random(seed, "groups");
        const AssignmentProblem problem = random_problem(random, {seed % 3 == 0 ? 0.3 : 0.0, 4});
        const testing::TwinAssignment twin = testing::brute_force_assignment(problem);
        const Assignment found = solve_assignment(problem);
        EXPECT_EQ(found.chosen, twin.chosen) << seed;
        EXPECT_DOUBLE_EQ(found.objective, twin.objective) << seed;
        EXPECT_EQ(found.upper_bound, found.objective) << seed;  // whole numbers lose nothing
        EXPECT_EQ(found.feasible, twin.missing == 0) << seed;
        ties += twin.tied > 1 ? 1 : 0;
        infeasible += twin.missing > 0 ? 1 : 0;
        AssignmentProblem plain = problem;
        plain.groups.clear();
        for (Candidate& candidate : plain.candidates)
            candidate.group = -1;
        losing += solve_assignment(plain).chosen != found.chosen ? 1 : 0;
    }
    EXPECT_GT(ties, 100);
    EXPECT_GT(infeasible, 50);
    EXPECT_GT(losing, 250);  // the losses matter
}

TEST(AssignmentGroups, WithoutLossesChangeNothing) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed, "free groups");
        AssignmentProblem problem = random_problem(random, {0.2, 0});
        const Assignment grouped = solve_assignment(problem);
        problem.groups.clear();
        for (Candidate& candidate : problem.candidates)
            candidate.group = -1;
        EXPECT_EQ(solve_assignment(problem).chosen, grouped.chosen) << seed;
    }
}

TEST(AssignmentGroups, TheOrderOfCandidatesAndGroupsMakesNoDifference) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed, "order");
        AssignmentProblem problem = random_problem(random, {0.2, 4});
        const auto pairs_of = [](const AssignmentProblem& one, const Assignment& found) {
            std::vector<std::pair<int, int>> pairs;
            for (const std::size_t c : found.chosen)
                pairs.emplace_back(one.candidates[c].left, one.candidates[c].right);
            std::sort(pairs.begin(), pairs.end());
            return pairs;
        };
        const auto before = pairs_of(problem, solve_assignment(problem));
        random.shuffle(problem.candidates);
        std::reverse(problem.groups.begin(), problem.groups.end());
        for (Candidate& candidate : problem.candidates) {
            if (candidate.group >= 0)
                candidate.group = static_cast<int>(problem.groups.size()) - 1 - candidate.group;
        }
        EXPECT_EQ(pairs_of(problem, solve_assignment(problem)), before) << seed;
    }
}

TEST(AssignmentGroups, FractionsAreBoundedToWithinTheirRounding) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed, "fractions");
        AssignmentProblem problem = random_problem(random, {});
        for (Candidate& candidate : problem.candidates)
            candidate.weight /= 7.0;
        for (RepeatGroup& group : problem.groups) {
            for (double& loss : group.losses)
                loss /= 3.0;
        }
        const Assignment found = solve_assignment(problem);
        const testing::TwinAssignment twin = testing::brute_force_assignment(problem);
        EXPECT_NEAR(found.objective, twin.objective, 1e-9) << seed;
        EXPECT_GE(found.upper_bound, twin.objective) << seed;
        EXPECT_LE(found.upper_bound - found.objective, 1e-9) << seed;
    }
}

TEST(AssignmentGroups, ThoseThatMakeNoSenseAreRefused) {
    const AssignmentProblem good{{{0, 2}, {0, 2}}, {{0, 1}, {0, 1}}, {{0, 0, 1.0, 0}}, {{0, {0.0, 1.0}}}};
    EXPECT_EQ(solve_assignment(good).chosen.size(), 1U);
    const auto refused = [&](auto&& spoil) {
        AssignmentProblem bad = good;
        spoil(bad);
        EXPECT_THROW(solve_assignment(bad), InvalidInput);
    };
    refused([](AssignmentProblem& p) { p.candidates[0].group = 1; });
    refused([](AssignmentProblem& p) { p.candidates[0].group = -2; });
    refused([](AssignmentProblem& p) { p.candidates[0].left = 1; });  // the group is of another
    refused([](AssignmentProblem& p) { p.groups[0].left = 2; });
    refused([](AssignmentProblem& p) { p.groups[0].losses = {1.0, 0.5}; });
    refused([](AssignmentProblem& p) { p.groups[0].losses = {-1.0}; });
    refused([](AssignmentProblem& p) { p.groups[0].losses = {std::numeric_limits<double>::quiet_NaN()}; });
    refused([](AssignmentProblem& p) { p.groups[0].losses = {std::numeric_limits<double>::infinity()}; });
}

}  // namespace
}  // namespace m150
