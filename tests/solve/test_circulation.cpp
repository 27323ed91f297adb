#include "libm150/solve/circulation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/solve/random.hpp"

namespace m150::circulation {
namespace {

using ::testing::ElementsAre;

// Two ways round from 0 and back: over 1, which earns 3 a unit for two units, or over 2, which earns 1.
const Network kTwoWays{3, {{0, 1, 2, 1}, {1, 0, 5, -4}, {0, 2, 5, 0}, {2, 0, 3, -1}}};

TEST(Circulation, FillsWhatEarns) {
    const Solution best = solve(kTwoWays);
    EXPECT_THAT(best.flow, ElementsAre(2, 2, 3, 3));
    EXPECT_EQ(static_cast<std::int64_t>(cost_of(kTwoWays, best.flow)), -9);
}

TEST(Circulation, AnyPotentialsGiveABoundAndTheBestMeetIt) {
    const Solution best = solve(kTwoWays);
    EXPECT_TRUE(lower_bound(kTwoWays, best.potential) == cost_of(kTwoWays, best.flow));
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        const std::vector<std::int64_t> potential{random.between(-9, 9), random.between(-9, 9),
                                                  random.between(-9, 9)};
        EXPECT_TRUE(lower_bound(kTwoWays, potential) <= -9);
    }
}

TEST(Circulation, NothingFlowsWhereNothingEarns) {
    EXPECT_THAT(solve({2, {{0, 1, 4, 2}, {1, 0, 4, -1}}}).flow, ElementsAre(0, 0));
    EXPECT_THAT(solve({1, {}}).flow, ElementsAre());
}

TEST(Circulation, SumsOfCostsGoBeyond64Bits) {
    const std::int64_t large = std::int64_t{1} << 58;
    const Network network{2, {{0, 1, 1 << 20, -large}, {1, 0, 1 << 20, 0}}};
    const Solution best = solve(network);
    EXPECT_TRUE(cost_of(network, best.flow) == -(Wide{large} << 20));
}

TEST(Circulation, PrefersTheFirstOfEqualCirculations) {
    // One unit can leave 0 through the last arc only, by way of 1, 2 or 3.
    const Network network{
        5,
        {{0, 2, 1, 0}, {0, 1, 1, 0}, {0, 3, 1, 0}, {1, 4, 1, 0}, {2, 4, 1, 0}, {3, 4, 1, 0}, {4, 0, 1, -1}}};
    Solution best = solve(network);
    prefer_first(network, 3, best);
    EXPECT_THAT(best.flow, ElementsAre(1, 0, 0, 0, 1, 0, 1));
    EXPECT_TRUE(lower_bound(network, best.potential) == cost_of(network, best.flow));
}

TEST(Circulation, DoesNotPreferWhatCosts) {
    const Network network{3, {{0, 1, 1, 1}, {0, 2, 1, 0}, {1, 0, 1, -2}, {2, 0, 1, -2}, {0, 0, 1, 0}}};
    Solution best = solve(network);
    prefer_first(network, 2, best);
    EXPECT_TRUE(cost_of(network, best.flow) == -3);
}

}  // namespace
}  // namespace m150::circulation
