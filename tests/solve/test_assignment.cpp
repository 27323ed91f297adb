#include "libm150/solve/assignment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string error_of(const AssignmentProblem& problem, const AssignmentOptions& options = {}) {
    try {
        solve_assignment(problem, options);
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "no error";
}

// A may take one item and must; B may take one. Filling the minimum first gives A its best item p1 and leaves
// B with nothing, for B cannot take p2.
TEST(Assignment, MinimumFirstThenTheRestIsNotOptimal) {
    const AssignmentProblem problem{
        {{1, 1}, {0, 1}}, {{0, 1}, {0, 1}}, {{0, 0, 1.0}, {0, 1, 0.9}, {1, 0, 0.9}}};
    const Assignment best = solve_assignment(problem);
    EXPECT_TRUE(best.feasible);
    EXPECT_THAT(best.chosen, ElementsAre(1, 2));
    EXPECT_DOUBLE_EQ(best.objective, 1.8);
    EXPECT_NEAR(best.upper_bound, 1.8, 1e-12);
}

// The same, with both items wanted: the two phases call it impossible, and it is not.
TEST(Assignment, MinimumFirstWouldCallItImpossible) {
    const AssignmentProblem problem{
        {{1, 1}, {0, 1}}, {{1, 1}, {1, 1}}, {{0, 0, 1.0}, {0, 1, 0.9}, {1, 0, 0.9}}};
    const Assignment best = solve_assignment(problem);
    EXPECT_TRUE(best.feasible);
    EXPECT_THAT(best.chosen, ElementsAre(1, 2));
}

TEST(Assignment, NothingToAssignIsFeasible) {
    for (const AssignmentProblem& problem : {AssignmentProblem{}, AssignmentProblem{{{0, 1}}, {}, {}},
                                             AssignmentProblem{{{0, 0}}, {{0, 3}}, {}}}) {
        const Assignment best = solve_assignment(problem);
        EXPECT_TRUE(best.feasible);
        EXPECT_THAT(best.chosen, IsEmpty());
        EXPECT_EQ(best.objective, 0.0);
        EXPECT_EQ(best.upper_bound, 0.0);
        EXPECT_EQ(best.quantum, 0.0);
    }
}

TEST(Assignment, APairWithoutGainIsChosenOnlyWhenSomebodyNeedsIt) {
    AssignmentProblem problem{{{0, 2}}, {{0, 1}, {0, 1}, {0, 1}}, {{0, 0, -0.5}, {0, 1, 0.0}, {0, 2, -0.25}}};
    EXPECT_THAT(solve_assignment(problem).chosen, IsEmpty());
    problem.left[0].at_least = 1;
    EXPECT_THAT(solve_assignment(problem).chosen, ElementsAre(1));
    problem.left[0].at_least = 2;
    const Assignment best = solve_assignment(problem);
    EXPECT_THAT(best.chosen, ElementsAre(1, 2));
    EXPECT_EQ(best.objective, -0.25);
    EXPECT_EQ(best.upper_bound, -0.25);
}

TEST(Assignment, OfEqualWeightsTheFewestPairsThenTheFirst) {
    const AssignmentProblem one_or_two{
        {{0, 2}, {0, 1}}, {{0, 1}, {0, 1}}, {{0, 0, 1.0}, {0, 1, 1.0}, {1, 0, 2.0}, {1, 1, 1.0}}};
    EXPECT_THAT(solve_assignment(one_or_two).chosen, ElementsAre(1, 2)) << "3 in two pairs";
    const AssignmentProblem two_or_one{
        {{0, 1}, {0, 1}}, {{0, 1}, {0, 1}}, {{0, 0, 1.0}, {1, 1, 1.0}, {1, 0, 2.0}}};
    EXPECT_THAT(solve_assignment(two_or_one).chosen, ElementsAre(2)) << "2 in one pair, not in two";
    AssignmentProblem all_equal{{{0, 1}, {0, 1}, {0, 1}}, {{0, 1}, {0, 1}, {0, 1}}, {}};
    for (const int left : {2, 0, 1}) {
        for (const int right : {1, 2, 0})
            all_equal.candidates.push_back({left, right, 0.5});
    }
    // 0-0, 1-1 and 2-2, wherever they stand in the list.
    EXPECT_THAT(solve_assignment(all_equal).chosen, ElementsAre(1, 5, 6));
}

// Three items need a speaker each; two speakers can do them, one item each; a third speaker does other items.
TEST(Assignment, WhatCannotBeFilledSaysWhichConstraintStopsIt) {
    const AssignmentProblem problem{{{1, 1}, {1, 1}, {1, 1}, {1, 2}},
                                    {{0, 1}, {0, 1}, {0, 2}},
                                    {{0, 0, 0.9}, {1, 0, 0.8}, {1, 1, 0.1}, {2, 1, 0.7}, {3, 2, 0.4}}};
    const Assignment best = solve_assignment(problem);
    EXPECT_FALSE(best.feasible);
    EXPECT_THAT(best.chosen, ElementsAre(0, 3, 4)) << "the best of the assignments that miss one item";
    EXPECT_THAT(best.shortfalls, ElementsAre(Shortfall{Side::left, 1, 1}));
    ASSERT_EQ(best.bottlenecks.size(), 1U);
    EXPECT_EQ(best.bottlenecks[0].side, Side::left);
    EXPECT_THAT(best.bottlenecks[0].needing, ElementsAre(0, 1, 2));
    EXPECT_THAT(best.bottlenecks[0].serving, ElementsAre(0, 1));
    EXPECT_EQ(best.bottlenecks[0].required, 3);
    EXPECT_EQ(best.bottlenecks[0].available, 2);
    EXPECT_NEAR(best.upper_bound, best.objective, 1e-12);
}

TEST(Assignment, ANodeMayNeedMoreThanItHasCandidates) {
    const AssignmentProblem problem{{{0, 5}, {0, 5}}, {{5, 7}, {3, 3}}, {{0, 0, 1.0}, {1, 0, -1.0}}};
    const Assignment best = solve_assignment(problem);
    EXPECT_FALSE(best.feasible);
    EXPECT_THAT(best.chosen, ElementsAre(0, 1)) << "even a loss, to miss less";
    EXPECT_THAT(best.shortfalls, ElementsAre(Shortfall{Side::right, 0, 3}, Shortfall{Side::right, 1, 3}));
    ASSERT_EQ(best.bottlenecks.size(), 2U);
    EXPECT_THAT(best.bottlenecks[0].serving, ElementsAre(0, 1));
    EXPECT_THAT(best.bottlenecks[1].serving, IsEmpty());
    EXPECT_EQ(best.bottlenecks[1].available, 0);
}

TEST(Assignment, AQuantumMakesNoiseEqual) {
    AssignmentProblem problem{{{0, 1}}, {{0, 1}, {0, 1}}, {{0, 0, 0.3}, {0, 1, 0.1 + 0.2}}};
    ASSERT_LT(problem.candidates[0].weight, problem.candidates[1].weight);
    AssignmentOptions options;
    options.quantum = 1e-9;
    const Assignment best = solve_assignment(problem, options);
    EXPECT_THAT(best.chosen, ElementsAre(0));
    EXPECT_EQ(best.quantum, 1e-9);
    EXPECT_GE(best.upper_bound, 0.1 + 0.2) << "the bound holds for the weights as they were given";
    EXPECT_LE(best.upper_bound - best.objective, 1e-9);
    problem.candidates[1].weight = 0.3 + 1e-8;
    EXPECT_THAT(solve_assignment(problem, options).chosen, ElementsAre(1));
}

TEST(Assignment, WeightsMayBeHugeOrTiny) {
    for (const double scale : {1e-290, 1e-30, 1.0, 1e149}) {
        const AssignmentProblem problem{
            {{0, 1}, {0, 1}}, {{0, 1}, {0, 1}}, {{0, 0, 3 * scale}, {0, 1, 2 * scale}, {1, 0, 2 * scale}}};
        const Assignment best = solve_assignment(problem);
        EXPECT_THAT(best.chosen, ElementsAre(1, 2)) << scale;
        EXPECT_NEAR(best.upper_bound / scale, 4.0, 1e-12) << scale;
    }
    const AssignmentProblem below_everything{{{0, 1}}, {{0, 1}}, {{0, 0, 1e-320}}};
    EXPECT_GE(solve_assignment(below_everything).upper_bound, 1e-320);
}

TEST(Assignment, ABadProblemNamesAllThatIsWrong) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const AssignmentProblem problem{
        {{2, 1}, {0, 1}}, {{-1, 1}}, {{1, 0, nan}, {0, 1, 1.0}, {0, 0, 1.0}, {-1, 0, 1.0}, {0, 0, 2.0}}};
    const std::string error = error_of(problem);
    EXPECT_THAT(error, HasSubstr("6 problems"));
    EXPECT_THAT(error, HasSubstr("left node 0: its bounds are 2 to 1"));
    EXPECT_THAT(error, HasSubstr("right node 0: its bounds are -1 to 1"));
    EXPECT_THAT(error, HasSubstr("candidate 0: its weight is nan"));
    EXPECT_THAT(error, HasSubstr("candidate 1: there is no pair 0-1"));
    EXPECT_THAT(error, HasSubstr("candidate 3: there is no pair -1-0"));
    EXPECT_THAT(error, HasSubstr("candidate 4: the pair 0-0 is given twice"));
}

TEST(Assignment, WeightsAndQuantaThatDoNotFitAreRejected) {
    AssignmentProblem problem{{{0, 1}}, {{0, 1}}, {{0, 0, std::numeric_limits<double>::infinity()}}};
    EXPECT_THAT(error_of(problem), HasSubstr("its weight is inf"));
    problem.candidates[0].weight = -1e151;
    EXPECT_THAT(error_of(problem), HasSubstr("its weight is -1e+151;"));
    problem.candidates[0].weight = 1.0;
    for (const double quantum : {-1.0, std::numeric_limits<double>::quiet_NaN(),
                                 std::numeric_limits<double>::infinity(), 1e-20, 1e-320}) {
        EXPECT_THAT(error_of(problem, AssignmentOptions{quantum}), HasSubstr("quantum")) << quantum;
    }
    EXPECT_THAT(error_of(problem, AssignmentOptions{1e-20}), HasSubstr("a quantum of at least 5.68"))
        << "2^-44 for a weight of 1";
    EXPECT_THAT(error_of(problem, AssignmentOptions{std::ldexp(1.0, -44)}), "no error");
}

TEST(Assignment, AHundredProblemsAreListedAndAllAreCounted) {
    AssignmentProblem problem;
    for (int i = 0; i < 150; ++i)
        problem.left.push_back({1, 0});
    try {
        solve_assignment(problem);
        FAIL() << "bounds that cross were taken";
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.total(), 150U);
        EXPECT_EQ(error.problems().size(), 100U);
    }
}

// The whole network at once: 342 municipalities guide each other, up to three each way, some must be helped.
TEST(Assignment, TheWholeNetworkIsSolvedAndProved) {
    Random random(150);
    AssignmentProblem problem;
    for (int i = 0; i < 342; ++i) {
        problem.left.push_back({0, 3});
        problem.right.push_back({i % 5 == 0 ? 1 : 0, 3});
        for (int j = 0; j < 342; ++j) {
            if (i != j && random.chance(0.17)) problem.candidates.push_back({i, j, random.uniform()});
        }
    }
    const Assignment best = solve_assignment(problem);
    EXPECT_TRUE(best.feasible);
    EXPECT_EQ(best.chosen.size(), 342U * 3U);
    EXPECT_GE(best.upper_bound, best.objective);
    EXPECT_LE(best.upper_bound - best.objective, 342 * 3 * best.quantum);
    EXPECT_LE(best.quantum, 1e-13);
}

}  // namespace
}  // namespace m150
