#include "bench/evaluate/statistics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(Clusters, ShareANumberWhenTheyShareAName) {
    EXPECT_THAT(Clusters::each(3).of, ElementsAre(0, 1, 2));
    const Clusters clusters = Clusters::named({"a", "", "b", "a", ""});
    EXPECT_THAT(clusters.of, ElementsAre(0, 1, 2, 0, 3));
    EXPECT_EQ(clusters.count, 4U);
    EXPECT_FALSE(clusters.single());
    EXPECT_TRUE(Clusters::named({"", ""}).single());
}

TEST(Bootstrap, OfTwoValuesIsWhatAHandGets) {
    // The mean of two draws from {0, 1} is 0, 1/2 or 1 with chances 1/4, 1/2, 1/4.
    ResamplingOptions options;
    options.level = 0.6;  // between the quantiles .2 and .8
    const auto interval = bootstrap_means({{0, 1}}, Clusters::each(2), options).front();
    EXPECT_EQ(interval.low, 0.0);
    EXPECT_EQ(interval.high, 1.0);
    options.level = 0.5 - 1e-9;
    EXPECT_THROW(bootstrap_means({{0, 1}}, Clusters::each(2), options), InvalidInput);
}

TEST(Bootstrap, AgreesWithTheNormalApproximationOfALargeSample) {
    Random random(3);
    std::vector<double> values;
    for (int i = 0; i < 400; ++i)
        values.push_back(random.bell());
    double mean = 0;
    for (const double value : values)
        mean += value / 400;
    double variance = 0;
    for (const double value : values)
        variance += (value - mean) * (value - mean) / 400;
    const double half = 1.96 * std::sqrt(variance / 400);
    const auto interval = bootstrap_means({values}, Clusters::each(400), {}).front();
    EXPECT_NEAR(interval.low, mean - half, 0.1 * half);
    EXPECT_NEAR(interval.high, mean + half, 0.1 * half);
}

TEST(Bootstrap, DrawsQueriesOfANeedTogether) {
    // Each need has the same value twice: 20 queries tell no more than 10 do.
    std::vector<double> single, twice;
    std::vector<std::string> needs;
    for (int i = 0; i < 10; ++i) {
        single.push_back(i);
        for (int j = 0; j < 2; ++j) {
            twice.push_back(i);
            needs.push_back("n" + std::to_string(i));
        }
    }
    const auto of_ten = bootstrap_means({single}, Clusters::each(10), {}).front();
    const auto clustered = bootstrap_means({twice}, Clusters::named(needs), {}).front();
    const auto naive = bootstrap_means({twice}, Clusters::each(20), {}).front();
    EXPECT_DOUBLE_EQ(clustered.low, of_ten.low);
    EXPECT_DOUBLE_EQ(clustered.high, of_ten.high);
    EXPECT_LT(naive.high - naive.low, 0.8 * (clustered.high - clustered.low));
}

TEST(Bootstrap, IsTheSameForTheSameSeedAndWhateverElseIsMeasured) {
    const std::vector<double> one{0.1, 0.9, 0.3, 0.4}, other{1, 0, 0, 1};
    const auto both = bootstrap_means({one, other}, Clusters::each(4), {});
    const auto alone = bootstrap_means({other}, Clusters::each(4), {});
    EXPECT_EQ(both[1].low, alone[0].low);
    EXPECT_EQ(both[1].high, alone[0].high);
    std::vector<double> many;
    for (int i = 0; i < 50; ++i)
        many.push_back(std::sqrt(i));
    ResamplingOptions seeded;
    seeded.seed = 2;
    EXPECT_NE(bootstrap_means({many}, Clusters::each(50), seeded)[0].low,
              bootstrap_means({many}, Clusters::each(50), {})[0].low);
    EXPECT_EQ(bootstrap_means({{}}, Clusters::each(0), {}).front().high, 0.0);
}

TEST(RandomisationTest, OfThreeDifferencesIsWhatAHandGets) {
    // |+-1 +-2 +-3| is 6 twice, 4 twice, 2 twice, 0 twice.
    const TestResult all = randomisation_test({1, 2, 3}, Clusters::each(3), {});
    EXPECT_TRUE(all.exact);
    EXPECT_DOUBLE_EQ(all.p, 2.0 / 8);
    EXPECT_DOUBLE_EQ(randomisation_test({-1, 2, 3}, Clusters::each(3), {}).p, 4.0 / 8);
    EXPECT_DOUBLE_EQ(randomisation_test({1, 2, -3}, Clusters::each(3), {}).p, 1.0);
    // Queries without a difference change nothing; those of one need are turned together.
    EXPECT_DOUBLE_EQ(randomisation_test({1, 0, 2, 0, 3}, Clusters::each(5), {}).p, 2.0 / 8);
    EXPECT_DOUBLE_EQ(randomisation_test({1, 2, 3}, Clusters::named({"a", "a", "b"}), {}).p, 2.0 / 4);
    EXPECT_DOUBLE_EQ(randomisation_test({0, 0}, Clusters::each(2), {}).p, 1.0);
    EXPECT_DOUBLE_EQ(randomisation_test({}, Clusters::each(0), {}).p, 1.0);
}

TEST(RandomisationTest, RoundingMakesNoDifference) {
    // .1 + .2 + .3 and .3 + .2 + .1 differ in the last bit; the turnings are as far all the same.
    EXPECT_DOUBLE_EQ(randomisation_test({.1, .2, .3}, Clusters::each(3), {}).p, 2.0 / 8);
    EXPECT_DOUBLE_EQ(randomisation_test({.3, .2, .1}, Clusters::each(3), {}).p, 2.0 / 8);
}

// Slow twin: the exact test of 17 differences, which the fast one samples.
TEST(RandomisationTest, ASampleIsCloseToAllTurnings) {
    Random random(5);
    for (int world = 0; world < 5; ++world) {
        std::vector<double> differences;
        double observed = 0;
        for (int i = 0; i < 17; ++i) {
            differences.push_back(random.uniform(-1, 1.5));
            observed += differences.back();
        }
        std::size_t far = 0;
        for (unsigned turning = 0; turning < (1U << 17U); ++turning) {
            double sum = 0;
            for (unsigned i = 0; i < 17; ++i)
                sum += (turning >> i & 1U) != 0 ? -differences[i] : differences[i];
            if (std::abs(sum) >= std::abs(observed) - 1e-9) ++far;
        }
        const TestResult sampled = randomisation_test(differences, Clusters::each(17), {});
        EXPECT_FALSE(sampled.exact);
        EXPECT_NEAR(sampled.p, far / double(1U << 17U), 0.02);
    }
}

// Law: when there is no difference, p is below .1 in about one case of ten.
TEST(RandomisationTest, IsRightAsOftenAsItSays) {
    Random random(11);
    int below = 0;
    for (int world = 0; world < 1000; ++world) {
        std::vector<double> differences;
        for (int i = 0; i < 10; ++i)
            differences.push_back(random.uniform(-1, 1));
        if (randomisation_test(differences, Clusters::each(10), {}).p <= 0.1) ++below;
    }
    EXPECT_NEAR(below, 100, 30);
}

TEST(Holm, StepsDown) {
    EXPECT_THAT(holm({0.01, 0.04, 0.03}),
                ElementsAre(DoubleNear(0.03, 1e-12), DoubleNear(0.06, 1e-12), DoubleNear(0.06, 1e-12)));
    EXPECT_THAT(holm({0.5, 0.9}), ElementsAre(1.0, 1.0));
    EXPECT_THAT(holm({0.2}), ElementsAre(0.2));
    EXPECT_TRUE(holm({}).empty());
}

}  // namespace
}  // namespace m150::testing
