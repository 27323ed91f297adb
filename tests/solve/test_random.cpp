#include "libm150/solve/random.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "libm150/base/error.hpp"

namespace m150 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The published first numbers of SplitMix64 for the seed 1234567.
TEST(Random, GivesThePublishedNumbers) {
    Random random(1234567);
    EXPECT_EQ(random.next(), 6457827717110365317U);
    EXPECT_EQ(random.next(), 3203168211198807973U);
    EXPECT_EQ(random.next(), 9817491932198370423U);
    EXPECT_EQ(random.next(), 4593380528125082431U);
    EXPECT_EQ(random.next(), 16408922859458223821U);
}

TEST(Random, StreamsOfOneSeedAreTheirOwn) {
    Random contacts(7, "contacts"), again(7, "contacts"), answers(7, "answers"), other_seed(8, "contacts");
    const std::uint64_t first = contacts.next();
    EXPECT_EQ(first, again.next());
    EXPECT_NE(first, answers.next());
    EXPECT_NE(first, other_seed.next());
}

TEST(Random, EveryNumberBelowABoundIsAsLikely) {
    Random random(1);
    std::map<std::uint64_t, int> seen;
    for (int i = 0; i < 60000; ++i)
        ++seen[random.below(6)];
    ASSERT_EQ(seen.size(), 6U);
    for (const auto& [number, count] : seen)
        EXPECT_NEAR(count, 10000, 500) << number;
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(random.below(1), 0U);
    // Just above half of all numbers: without rejection the lower half would come twice as often.
    const std::uint64_t bound = 3U * (std::uint64_t{1} << 62U);
    int lower = 0;
    for (int i = 0; i < 9000; ++i)
        lower += random.below(bound) < (std::uint64_t{1} << 62U) ? 1 : 0;
    EXPECT_NEAR(lower, 3000, 250);
}

TEST(Random, BetweenIncludesBothEnds) {
    Random random(2);
    std::map<std::int64_t, int> seen;
    for (int i = 0; i < 1000; ++i)
        ++seen[random.between(-1, 1)];
    EXPECT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen.begin()->first, -1);
    EXPECT_EQ(seen.rbegin()->first, 1);
    const auto lowest = std::numeric_limits<std::int64_t>::min();
    const auto highest = std::numeric_limits<std::int64_t>::max();
    Random twin = random;
    EXPECT_EQ(static_cast<std::uint64_t>(random.between(lowest, highest)),
              twin.next() ^ (std::uint64_t{1} << 63U));
}

TEST(Random, UniformAndBellHaveTheirMeanAndSpread) {
    Random random(3);
    double sum = 0, bell_sum = 0, bell_squares = 0;
    const int count = 50000;
    for (int i = 0; i < count; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        sum += value;
        const double bell = random.bell();
        bell_sum += bell;
        bell_squares += bell * bell;
        const double range = random.uniform(-2.0, 3.0);
        ASSERT_GE(range, -2.0);
        ASSERT_LT(range, 3.0);
    }
    EXPECT_NEAR(sum / count, 0.5, 0.01);
    EXPECT_NEAR(bell_sum / count, 0.0, 0.02);
    EXPECT_NEAR(bell_squares / count, 1.0, 0.03);
    EXPECT_EQ(random.uniform(5.0, 5.0), 5.0);
}

TEST(Random, PicksByWeight) {
    Random random(4);
    std::vector<int> seen(4);
    for (int i = 0; i < 10000; ++i)
        ++seen[random.pick({1.0, 0.0, 3.0, 0.0})];
    EXPECT_EQ(seen[1], 0);
    EXPECT_EQ(seen[3], 0);
    EXPECT_NEAR(seen[2], 7500, 250);
    EXPECT_THROW(random.pick({}), InvalidInput);
    EXPECT_THROW(random.pick({0.0, 0.0}), InvalidInput);
    EXPECT_THROW(random.pick({2.0, -1.0}), InvalidInput);
    EXPECT_THROW(random.pick({1.0, std::nan("")}), InvalidInput);
}

TEST(Random, EveryOrderIsAsLikely) {
    Random random(5);
    std::map<std::vector<int>, int> seen;
    for (int i = 0; i < 12000; ++i) {
        std::vector<int> items{1, 2, 3};
        random.shuffle(items);
        ++seen[items];
    }
    ASSERT_EQ(seen.size(), 6U);
    for (const auto& [order, count] : seen)
        EXPECT_NEAR(count, 2000, 200);
}

TEST(Random, SamplesWithoutRepeating) {
    Random random(6);
    std::vector<int> seen(10);
    for (int i = 0; i < 5000; ++i) {
        const std::vector<std::size_t> sample = random.sample(10, 3);
        ASSERT_EQ(sample.size(), 3U);
        ASSERT_TRUE(sample[0] < sample[1] && sample[1] < sample[2] && sample[2] < 10);
        for (const std::size_t item : sample)
            ++seen[item];
    }
    for (const int count : seen)
        EXPECT_NEAR(count, 1500, 150);
    EXPECT_THAT(random.sample(3, 9), ElementsAre(0, 1, 2));
    EXPECT_THAT(random.sample(3, 0), IsEmpty());
    EXPECT_THAT(random.sample(0, 3), IsEmpty());
}

// A chain of everything, so that a change of any step is seen: generated data must stay what it was. The
// expected values were computed by a second implementation, in Python with whole numbers and fractions.
TEST(Random, StaysWhatItWas) {
    Random random(150, "network");
    std::vector<int> items(20);
    std::iota(items.begin(), items.end(), 0);
    random.shuffle(items);
    const double value = random.uniform(-1.0, 1.0) + random.bell();
    EXPECT_THAT(items, ElementsAre(8, 16, 7, 3, 10, 13, 18, 14, 11, 12, 5, 4, 6, 19, 1, 2, 0, 15, 17, 9));
    EXPECT_EQ(value, -0x1.26eeb994034a7p-1);
    EXPECT_EQ(random.next(), 1197576265476023459U);
}

}  // namespace
}  // namespace m150
