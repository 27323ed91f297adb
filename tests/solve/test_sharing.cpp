#include "libm150/solve/sharing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double levels = std::numeric_limits<double>::infinity();

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

SharingProblem random_problem(Random& random) {
    SharingProblem problem;
    for (std::int64_t i = random.between(0, 4); i > 0; --i)
        problem.places.push_back(static_cast<int>(random.between(0, 3)));
    for (std::int64_t i = random.between(0, 4); i > 0; --i) {
        const int before = static_cast<int>(random.between(0, 3));
        problem.rooms.push_back({before, static_cast<int>(random.between(0, 5))});
    }
    const int requests = static_cast<int>(problem.places.size());
    const int bearers = static_cast<int>(problem.rooms.size());
    for (int left = 0; left < requests; ++left) {
        for (int right = 0; right < bearers; ++right) {
            if (random.chance(0.75))
                problem.candidates.push_back({left, right, static_cast<double>(random.between(-2, 9))});
        }
    }
    random.shuffle(problem.candidates);
    if (problem.candidates.size() > 11) problem.candidates.resize(11);
    const double prices[] = {0.0, 0.5, 1.0, 2.0, 3.0, 1000.0, levels};
    problem.price = prices[random.below(7)];
    return problem;
}

// A choice as the four rules see it; all numbers are whole multiples of a half, so they compare exactly.
struct Judged {
    std::size_t filled = 0;
    long long squares = 0;  // over the requests
    double weight = 0.0;
    long long crowding = 0;
    std::vector<std::pair<int, int>> pairs;
    std::vector<std::size_t> chosen;
    std::vector<int> load;
};

bool better(const Judged& a, const Judged& b, double price) {
    if (a.filled != b.filled) return a.filled > b.filled;
    if (a.squares != b.squares) return a.squares < b.squares;
    if (std::isinf(price)) {
        if (a.crowding != b.crowding) return a.crowding < b.crowding;
        if (a.weight != b.weight) return a.weight > b.weight;
    } else {
        const double value_a = a.weight - price * static_cast<double>(a.crowding);
        const double value_b = b.weight - price * static_cast<double>(b.crowding);
        if (value_a != value_b) return value_a > value_b;
    }
    return a.pairs < b.pairs;
}

std::optional<Judged> judge(const SharingProblem& problem, std::uint32_t subset) {
    Judged judged;
    std::vector<int> taken(problem.places.size());
    for (const Room& room : problem.rooms)
        judged.load.push_back(room.before);
    for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
        if ((subset >> c & 1U) == 0) continue;
        const Candidate& candidate = problem.candidates[c];
        if (++taken[at(candidate.left)] > problem.places[at(candidate.left)]) return std::nullopt;
        judged.crowding += judged.load[at(candidate.right)];
        if (++judged.load[at(candidate.right)] > problem.rooms[at(candidate.right)].at_most)
            return std::nullopt;
        judged.weight += candidate.weight;
        judged.pairs.emplace_back(candidate.left, candidate.right);
        judged.chosen.push_back(c);
    }
    std::sort(judged.pairs.begin(), judged.pairs.end());
    judged.filled = judged.chosen.size();
    for (const int got : taken)
        judged.squares += got * got;
    return judged;
}

TEST(Sharing, IsTheBestOfAllChoices) {
    Random random(20261126);
    int shared = 0;
    for (int round = 0; round < 6000; ++round) {
        const SharingProblem problem = random_problem(random);
        Judged best;
        double lowest_gini = 2.0;  // of the choices that serve as well
        for (std::uint32_t subset = 0; subset < 1U << problem.candidates.size(); ++subset) {
            const std::optional<Judged> judged = judge(problem, subset);
            if (!judged) continue;
            const bool serves =
                std::tuple(judged->filled, -judged->squares) >= std::tuple(best.filled, -best.squares);
            if (std::tuple(judged->filled, -judged->squares) > std::tuple(best.filled, -best.squares))
                lowest_gini = 2.0;
            if (serves) lowest_gini = std::min(lowest_gini, gini(judged->load));
            if (subset == 0 || better(*judged, best, problem.price)) best = *judged;
        }
        const Sharing found = solve_sharing(problem);
        ASSERT_EQ(found.chosen, best.chosen) << "round " << round;
        ASSERT_EQ(found.load, best.load);
        ASSERT_EQ(found.weight, best.weight);
        ASSERT_EQ(found.crowding, best.crowding);
        // Weights are whole: nothing is rounded, and the proof meets the choice.
        ASSERT_NEAR(found.upper_bound, found.objective, 1e-9 * (1.0 + std::abs(found.objective)));
        if (std::isinf(problem.price)) {
            ASSERT_DOUBLE_EQ(gini(found.load), lowest_gini) << "round " << round;
            ++shared;
        } else {
            ASSERT_LE(found.price, problem.price + found.quantum);
        }
    }
    EXPECT_GT(shared, 500);
}

TEST(Sharing, AHigherPriceNeverCrowdsMoreNorWeighsMore) {
    Random random(7);
    for (int round = 0; round < 300; ++round) {
        SharingProblem problem;
        for (int i = 0; i < 12; ++i)
            problem.places.push_back(static_cast<int>(random.between(1, 3)));
        for (int i = 0; i < 9; ++i)
            problem.rooms.push_back(
                {static_cast<int>(random.below(3)), static_cast<int>(random.between(1, 9))});
        for (int left = 0; left < 12; ++left) {
            for (int right = 0; right < 9; ++right) {
                if (random.chance(0.6)) problem.candidates.push_back({left, right, random.uniform()});
            }
        }
        std::optional<Sharing> before;
        for (const double price : {0.0, 0.01, 0.03, 0.1, 0.3, 1.0, levels}) {
            problem.price = price;
            const Sharing now = solve_sharing(problem);
            EXPECT_GE(now.upper_bound, now.objective);
            EXPECT_LE(now.upper_bound - now.objective,
                      now.quantum * (static_cast<double>(now.chosen.size()) + 1.0) +
                          1e-9 * now.price * static_cast<double>(now.crowding));
            if (before) {
                EXPECT_EQ(now.chosen.size(), before->chosen.size());
                EXPECT_LE(now.crowding, before->crowding);
                EXPECT_LE(now.weight, before->weight + 1e-9);
            }
            before = now;
        }
    }
}

TEST(Sharing, DoesNotDependOnTheOrderOfTheCandidatesNorOnWhatAllHaveBefore) {
    Random random(11);
    for (int round = 0; round < 500; ++round) {
        SharingProblem problem = random_problem(random);
        const auto pairs = [](const SharingProblem& of, const Sharing& found) {
            std::vector<std::pair<int, int>> list;
            for (const std::size_t c : found.chosen)
                list.emplace_back(of.candidates[c].left, of.candidates[c].right);
            std::sort(list.begin(), list.end());
            return list;
        };
        const Sharing found = solve_sharing(problem);
        SharingProblem other = problem;
        random.shuffle(other.candidates);
        for (Room& room : other.rooms) {
            room.before += 40;
            room.at_most += 40;
        }
        const Sharing again = solve_sharing(other);
        EXPECT_EQ(pairs(problem, found), pairs(other, again));
        EXPECT_EQ(again.crowding, found.crowding + 40 * static_cast<long long>(found.chosen.size()));
        EXPECT_NEAR(again.upper_bound, again.objective, 1e-9 * (1.0 + std::abs(again.objective)));
    }
}

// Two know everything, the first a little better: alone it would get all.
TEST(Sharing, SpreadsWhatOneWouldCarry) {
    SharingProblem problem{{1, 1, 1, 1}, {{0, 9}, {0, 9}}, {}, 0.0};
    for (int request = 0; request < 4; ++request) {
        problem.candidates.push_back({request, 0, 0.9});
        problem.candidates.push_back({request, 1, 0.8});
    }
    EXPECT_THAT(solve_sharing(problem).load, ElementsAre(4, 0));
    problem.price = 0.06;  // the third time costs .12 more than the first
    EXPECT_THAT(solve_sharing(problem).load, ElementsAre(3, 1));
    problem.price = levels;
    EXPECT_THAT(solve_sharing(problem).load, ElementsAre(2, 2));
    problem.rooms[1].before = 3;  // had its turn
    EXPECT_THAT(solve_sharing(problem).load, ElementsAre(4, 3));
}

// A place that stays empty is worse than any weight lost, and nobody gets two while another gets none.
TEST(Sharing, ServesEveryRequestFirst) {
    const SharingProblem one{{1, 1}, {{0, 1}, {0, 1}}, {{0, 0, 10.0}, {1, 0, 1.0}, {0, 1, 1.0}}, 0.0};
    EXPECT_THAT(solve_sharing(one).chosen, ElementsAre(1, 2));
    const SharingProblem two{
        {2, 2}, {{0, 1}, {0, 1}}, {{0, 0, 10.0}, {0, 1, 10.0}, {1, 0, 1.0}, {1, 1, 2.0}}, 0.0};
    EXPECT_THAT(solve_sharing(two).chosen, ElementsAre(0, 3));
}

TEST(Sharing, WithoutRoomNobodyGetsAnything) {
    const SharingProblem full{{2}, {{3, 3}, {5, 2}, {0, 0}}, {{0, 0, 1.0}, {0, 1, 1.0}, {0, 2, 1.0}}, 1.0};
    const Sharing found = solve_sharing(full);
    EXPECT_THAT(found.chosen, IsEmpty());
    EXPECT_THAT(found.load, ElementsAre(3, 5, 0));
    EXPECT_EQ(found.upper_bound, 0.0);
    EXPECT_THAT(solve_sharing({}).chosen, IsEmpty());
}

TEST(Sharing, LevelsAlsoWhenNothingWeighsAnything) {
    for (const double price : {1e-6, 1.0, levels}) {
        SharingProblem problem{{1, 1, 1}, {{0, 9}, {0, 9}, {0, 9}}, {}, price};
        for (int request = 0; request < 3; ++request) {
            for (int bearer = 0; bearer < 3; ++bearer)
                problem.candidates.push_back({request, bearer, 0.0});
        }
        EXPECT_THAT(solve_sharing(problem).load, ElementsAre(1, 1, 1));
    }
}

TEST(Sharing, SaysAllThatIsWrong) {
    const SharingProblem wrong{
        {-1, 1001}, {{-1, 2}, {0, 1000001}}, {{0, 0, 1.0}, {0, 0, NAN}, {2, 0, 1.0}}, -1.0};
    try {
        solve_sharing(wrong);
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.total(), 8U);
        EXPECT_THAT(error.what(), HasSubstr("request 1"));
        EXPECT_THAT(error.what(), HasSubstr("bearer 1"));
        EXPECT_THAT(error.what(), HasSubstr("given twice"));
        EXPECT_THAT(error.what(), HasSubstr("price"));
    }
}

TEST(Gini, IsTheMeanDifferenceOverTwiceTheMean) {
    EXPECT_EQ(gini({}), 0.0);
    EXPECT_EQ(gini({0, 0}), 0.0);
    EXPECT_EQ(gini({3, 3, 3}), 0.0);
    EXPECT_DOUBLE_EQ(gini({0, 0, 0, 8}), 0.75);
    Random random(3);
    for (int round = 0; round < 1000; ++round) {
        std::vector<int> loads;
        for (std::uint64_t i = random.below(8) + 1; i > 0; --i)
            loads.push_back(static_cast<int>(random.below(6)));
        double differences = 0.0, total = 0.0;
        for (const int a : loads) {
            total += a;
            for (const int b : loads)
                differences += std::abs(a - b);
        }
        if (total == 0.0) continue;
        EXPECT_NEAR(gini(loads), differences / (2.0 * static_cast<double>(loads.size()) * total), 1e-12);
    }
}

}  // namespace
}  // namespace m150
