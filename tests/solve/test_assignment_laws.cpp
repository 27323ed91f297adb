// The assignment against its slow twins, and the laws that hold for every problem.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "libm150/solve/assignment.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/assignment_twins.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

struct Shape {
    int most_nodes = 4;           // of a side
    std::size_t most_pairs = 11;  // candidates
    double density = 0.7;         // of candidates among all pairs
    int most_at_most = 3;
    double requiring = 0.3;                 // share of nodes with an at_least above 0
    int weights_from = -4, weights_to = 8;  // whole numbers, few, so that ties abound
};

AssignmentProblem random_problem(Random& random, const Shape& shape) {
    AssignmentProblem problem;
    for (auto* side : {&problem.left, &problem.right}) {
        const auto nodes = random.between(0, shape.most_nodes);
        for (std::int64_t i = 0; i < nodes; ++i) {
            Bounds bounds{0, static_cast<int>(random.between(0, shape.most_at_most))};
            if (random.chance(shape.requiring)) {
                bounds.at_least = static_cast<int>(random.between(0, bounds.at_most));
            }
            side->push_back(bounds);
        }
    }
    std::vector<Candidate> all;
    for (int left = 0; left < static_cast<int>(problem.left.size()); ++left) {
        for (int right = 0; right < static_cast<int>(problem.right.size()); ++right) {
            if (!random.chance(shape.density)) continue;
            const auto weight = random.between(shape.weights_from, shape.weights_to);
            all.push_back({left, right, static_cast<double>(weight)});
        }
    }
    random.shuffle(all);
    all.resize(std::min(all.size(), shape.most_pairs));
    problem.candidates = all;
    return problem;
}

int total_missing(const Assignment& assignment) {
    int total = 0;
    for (const Shortfall& shortfall : assignment.shortfalls)
        total += shortfall.missing;
    return total;
}

// The assignment keeps the upper bounds, and says of the lower bounds and of its weight what is true.
void expect_consistent(const AssignmentProblem& problem, const Assignment& answer) {
    EXPECT_TRUE(std::is_sorted(answer.chosen.begin(), answer.chosen.end()));
    double objective = 0.0;
    for (const std::size_t c : answer.chosen)
        objective += problem.candidates[c].weight;
    EXPECT_NEAR(answer.objective, objective, 1e-9);
    EXPECT_GE(answer.upper_bound, answer.objective);
    std::vector<Shortfall> expected;
    for (const Side side : {Side::left, Side::right}) {
        const auto& bounds = side == Side::left ? problem.left : problem.right;
        const std::vector<int> pairs = testing::degrees(problem, side, answer.chosen);
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            EXPECT_LE(pairs[i], bounds[i].at_most);
            if (pairs[i] < bounds[i].at_least) {
                expected.push_back({side, static_cast<int>(i), bounds[i].at_least - pairs[i]});
            }
        }
    }
    EXPECT_EQ(answer.shortfalls, expected);
    EXPECT_EQ(answer.feasible, expected.empty());
}

// Each bottleneck, checked from the problem alone, forbids what its nodes miss together; each shortfall has
// one.
void expect_proved(const AssignmentProblem& problem, const Assignment& answer) {
    std::set<std::pair<Side, int>> explained;
    for (const Bottleneck& neck : answer.bottlenecks) {
        const bool left = neck.side == Side::left;
        const std::set<int> needing(neck.needing.begin(), neck.needing.end());
        std::map<int, int> candidates;
        for (const Candidate& candidate : problem.candidates) {
            if (needing.count(left ? candidate.left : candidate.right) > 0) {
                ++candidates[left ? candidate.right : candidate.left];
            }
        }
        long long required = 0, available = 0;
        for (const int node : neck.needing)
            required += (left ? problem.left : problem.right)[at(node)].at_least;
        std::vector<int> serving;
        for (const auto& [node, count] : candidates) {
            serving.push_back(node);
            available += std::min(count, (left ? problem.right : problem.left)[at(node)].at_most);
        }
        int missing = 0;
        for (const Shortfall& shortfall : answer.shortfalls) {
            if (shortfall.side == neck.side && needing.count(shortfall.index) > 0)
                missing += shortfall.missing;
        }
        EXPECT_TRUE(std::is_sorted(neck.needing.begin(), neck.needing.end()));
        EXPECT_EQ(neck.serving, serving);
        EXPECT_EQ(neck.required, required);
        EXPECT_EQ(neck.available, available);
        EXPECT_EQ(required - available, missing);
        EXPECT_GT(missing, 0);
        for (const int node : neck.needing)
            explained.insert({neck.side, node});
    }
    for (const Shortfall& shortfall : answer.shortfalls) {
        EXPECT_EQ(explained.count({shortfall.side, shortfall.index}), 1U);
    }
    EXPECT_EQ(answer.bottlenecks.empty(), answer.feasible);
}

const std::vector<Shape> kSmall{
    {},                            // a bit of everything
    {3, 9, 1.0, 2, 0.9, -2, 2},    // hardly ever feasible
    {4, 11, 0.8, 2, 0.3, 1, 1},    // nothing but ties
    {4, 11, 0.9, 2, 0.0, -1, 1},   // no lower bounds, many weights of 0
    {5, 11, 0.4, 4, 0.6, -9, -1},  // losses only
};

TEST(AssignmentLaws, AgreesWithBruteForceToTheLastPair) {
    int infeasible = 0, negative = 0, tied = 0;
    for (std::size_t kind = 0; kind < kSmall.size(); ++kind) {
        Random random(1, "brute " + std::to_string(kind));
        for (int round = 0; round < 2000; ++round) {
            SCOPED_TRACE("kind " + std::to_string(kind) + ", round " + std::to_string(round));
            const AssignmentProblem problem = random_problem(random, kSmall[kind]);
            const Assignment fast = solve_assignment(problem);
            const testing::TwinAssignment slow = testing::brute_force_assignment(problem);
            ASSERT_EQ(fast.chosen, slow.chosen);
            ASSERT_EQ(fast.objective, slow.objective);
            ASSERT_EQ(fast.upper_bound, slow.objective) << "whole weights leave no gap at all";
            ASSERT_EQ(total_missing(fast), slow.missing);
            expect_consistent(problem, fast);
            expect_proved(problem, fast);
            infeasible += fast.feasible ? 0 : 1;
            negative += fast.objective < 0 ? 1 : 0;
            tied += slow.tied > 1 ? 1 : 0;
        }
    }
    EXPECT_GT(infeasible, 1000) << "the cases no longer cover what cannot be met";
    EXPECT_LT(infeasible, 9000);
    EXPECT_GT(negative, 500);
    EXPECT_GT(tied, 500);
}

TEST(AssignmentLaws, AgreesWithSuccessiveShortestPaths) {
    int infeasible = 0;
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        Random random(2, "oracle " + std::to_string(round));
        const int wide = round % 2 == 0 ? 1000 : 3;
        const Shape shape{30, 500, random.uniform(0.05, 0.9), 4, random.uniform(0.0, 0.5), -wide / 3, wide};
        const AssignmentProblem problem = random_problem(random, shape);
        const Assignment fast = solve_assignment(problem);
        const testing::OracleAssignment oracle = testing::boost_assignment(problem);
        ASSERT_EQ(total_missing(fast), oracle.missing);
        ASSERT_EQ(fast.objective, static_cast<double>(oracle.weight));
        ASSERT_EQ(fast.upper_bound, fast.objective);
        expect_consistent(problem, fast);
        expect_proved(problem, fast);
        infeasible += fast.feasible ? 0 : 1;
    }
    EXPECT_GT(infeasible, 50);
    EXPECT_LT(infeasible, 250);
}

TEST(AssignmentLaws, TheTwinsAgreeWithEachOther) {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        const AssignmentProblem problem = random_problem(random, {});
        const testing::TwinAssignment brute = testing::brute_force_assignment(problem);
        const testing::OracleAssignment oracle = testing::boost_assignment(problem);
        ASSERT_EQ(brute.missing, oracle.missing);
        ASSERT_EQ(brute.objective, static_cast<double>(oracle.weight));
    }
}

// Weights with all their digits: the bound closes to one quantum a pair, and brute force finds the same
// pairs.
TEST(AssignmentLaws, RealWeightsAreOptimalToTheQuantum) {
    Random random(4);
    for (int round = 0; round < 500; ++round) {
        SCOPED_TRACE(round);
        AssignmentProblem problem = random_problem(random, {});
        for (Candidate& candidate : problem.candidates)
            candidate.weight = random.uniform(-0.2, 1.0);
        const Assignment fast = solve_assignment(problem);
        const testing::TwinAssignment slow = testing::brute_force_assignment(problem);
        ASSERT_EQ(fast.chosen, slow.chosen);
        ASSERT_GE(fast.upper_bound, slow.objective);
        ASSERT_LE(fast.upper_bound - fast.objective,
                  static_cast<double>(problem.candidates.size()) * fast.quantum + 1e-15);
        expect_consistent(problem, fast);
    }
}

TEST(AssignmentLaws, ScalingByTwoChangesNothingButTheUnit) {
    Random random(5);
    for (int round = 0; round < 300; ++round) {
        AssignmentProblem problem = random_problem(random, {8, 40, 0.7, 3, 0.3, 0, 1});
        for (Candidate& candidate : problem.candidates)
            candidate.weight = random.uniform(-0.2, 1.0);
        const Assignment before = solve_assignment(problem);
        for (Candidate& candidate : problem.candidates)
            candidate.weight *= 2;
        const Assignment after = solve_assignment(problem);
        ASSERT_EQ(after.chosen, before.chosen);
        ASSERT_EQ(after.objective, 2 * before.objective);
        ASSERT_EQ(after.upper_bound, 2 * before.upper_bound);
        ASSERT_EQ(after.quantum, 2 * before.quantum);
    }
}

TEST(AssignmentLaws, TheOrderOfTheCandidatesDoesNotMatter) {
    Random random(6);
    for (int round = 0; round < 300; ++round) {
        const AssignmentProblem problem = random_problem(random, {8, 40, 0.7, 3, 0.3, 0, 2});
        AssignmentProblem shuffled = problem;
        random.shuffle(shuffled.candidates);
        const auto pairs = [](const AssignmentProblem& of, const Assignment& answer) {
            std::set<std::pair<int, int>> result;
            for (const std::size_t c : answer.chosen)
                result.insert({of.candidates[c].left, of.candidates[c].right});
            return result;
        };
        const Assignment one = solve_assignment(problem);
        const Assignment other = solve_assignment(shuffled);
        ASSERT_EQ(pairs(problem, one), pairs(shuffled, other));
        ASSERT_EQ(one.objective, other.objective);
        ASSERT_EQ(one.shortfalls, other.shortfalls);
    }
}

// Other numbers for the nodes give the same pairs under their new numbers: exactly when no two assignments
// tie (real weights), and the same totals always.
TEST(AssignmentLaws, RenumberingTheNodesRenumbersTheAnswer) {
    Random random(7);
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        AssignmentProblem problem = random_problem(random, {8, 40, 0.7, 3, 0.3, 0, 2});
        const bool ties = round % 2 == 0;
        if (!ties) {
            for (Candidate& candidate : problem.candidates)
                candidate.weight = random.uniform(0.0, 1.0);
        }
        std::vector<int> left(problem.left.size()), right(problem.right.size());
        std::iota(left.begin(), left.end(), 0);
        std::iota(right.begin(), right.end(), 0);
        random.shuffle(left);
        random.shuffle(right);
        AssignmentProblem renumbered = problem;
        for (std::size_t i = 0; i < left.size(); ++i)
            renumbered.left[at(left[i])] = problem.left[i];
        for (std::size_t i = 0; i < right.size(); ++i)
            renumbered.right[at(right[i])] = problem.right[i];
        for (Candidate& candidate : renumbered.candidates) {
            candidate.left = left[at(candidate.left)];
            candidate.right = right[at(candidate.right)];
        }
        const Assignment one = solve_assignment(problem);
        const Assignment other = solve_assignment(renumbered);
        if (!ties) {
            ASSERT_EQ(one.chosen, other.chosen);
        }
        ASSERT_EQ(one.chosen.size(), other.chosen.size());
        ASSERT_EQ(total_missing(one), total_missing(other));
        ASSERT_NEAR(one.objective, other.objective, 1e-12);
    }
}

TEST(AssignmentLaws, MirroringTheSidesMirrorsTheTotals) {
    Random random(8);
    for (int round = 0; round < 300; ++round) {
        const AssignmentProblem problem = random_problem(random, {8, 40, 0.7, 3, 0.4, -2, 5});
        AssignmentProblem mirrored{problem.right, problem.left, problem.candidates};
        for (Candidate& candidate : mirrored.candidates)
            std::swap(candidate.left, candidate.right);
        const Assignment one = solve_assignment(problem);
        const Assignment other = solve_assignment(mirrored);
        ASSERT_EQ(one.objective, other.objective);
        ASSERT_EQ(one.chosen.size(), other.chosen.size());
        ASSERT_EQ(total_missing(one), total_missing(other));
    }
}

TEST(AssignmentLaws, OneMoreCandidateNeverHurts) {
    Random random(9);
    int better = 0;
    for (int round = 0; round < 400; ++round) {
        const AssignmentProblem full = random_problem(random, {6, 30, 0.8, 3, 0.4, -3, 6});
        if (full.candidates.empty()) continue;
        AssignmentProblem fewer = full;
        fewer.candidates.pop_back();
        const Assignment more = solve_assignment(full);
        const Assignment less = solve_assignment(fewer);
        ASSERT_LE(total_missing(more), total_missing(less));
        if (total_missing(more) == total_missing(less)) {
            ASSERT_GE(more.objective, less.objective);
        }
        better += more.objective > less.objective ? 1 : 0;
    }
    EXPECT_GT(better, 50);
}

TEST(AssignmentLaws, TheSameTwiceIsTheSame) {
    Random random(10);
    const AssignmentProblem problem = random_problem(random, {40, 1500, 1.0, 4, 0.3, 0, 5});
    const Assignment one = solve_assignment(problem);
    const Assignment other = solve_assignment(problem);
    EXPECT_EQ(one.chosen, other.chosen);
    EXPECT_EQ(one.objective, other.objective);
    EXPECT_EQ(one.upper_bound, other.upper_bound);
}

}  // namespace
}  // namespace m150
