// Bursts against every way through the automaton.
#include "libm150/solve/bursts.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

// Cost of one way through, by the definition; `states` has a bit for each period.
double cost_of(const std::vector<BurstPeriod>& periods, const BurstOptions& options, std::size_t states) {
    double all = 0.0, hits = 0.0;
    for (const BurstPeriod& period : periods)
        all += static_cast<double>(period.all), hits += static_cast<double>(period.hits);
    const double rates[2] = {hits / all, std::min(options.times * hits / all, 0.9999)};
    double cost = 0.0;
    bool inside = false;
    for (std::size_t t = 0; t < periods.size(); ++t) {
        const bool now = (states >> t & 1U) != 0;
        if (now && !inside) cost += options.cost * std::log(static_cast<double>(periods.size()));
        inside = now;
        const double rate = rates[now ? 1 : 0];
        cost -= static_cast<double>(periods[t].hits) * std::log(rate) +
                static_cast<double>(periods[t].all - periods[t].hits) * std::log(1.0 - rate);
    }
    return cost;
}

TEST(Bursts, AreTheCheapestWayThrough) {
    Random random(51);
    int bursts = 0;
    for (int i = 0; i < 2000; ++i) {
        std::vector<BurstPeriod> periods;
        const auto length = random.between(1, 9);
        for (std::int64_t t = 0; t < length; ++t) {
            const auto all = random.between(0, 12);
            periods.push_back({all, random.chance(0.3) ? all / 2 : random.between(0, all / 4)});
        }
        const BurstOptions options{1.5 + random.uniform(), random.uniform()};
        const std::vector<Burst> found = find_bursts(periods, options);
        long long all = 0, hits = 0;
        for (const BurstPeriod& period : periods)
            all += period.all, hits += period.hits;
        if (hits == 0 || hits == all) {
            EXPECT_TRUE(found.empty());
            continue;
        }
        std::size_t states = 0;
        for (const Burst& burst : found) {
            ++bursts;
            ASSERT_GT(burst.weight, -1e-12);
            for (std::size_t t = burst.first; t <= burst.last; ++t)
                states |= std::size_t{1} << t;
        }
        double best = cost_of(periods, options, 0);
        for (std::size_t other = 1; other < (std::size_t{1} << periods.size()); ++other)
            best = std::min(best, cost_of(periods, options, other));
        ASSERT_NEAR(cost_of(periods, options, states), best, 1e-9) << i;
    }
    EXPECT_GT(bursts, 500);
}

TEST(Bursts, AMonthOfTalkStandsOut) {
    std::vector<BurstPeriod> periods(24, {40, 2});
    periods[10].hits = periods[11].hits = 12;
    const std::vector<Burst> found = find_bursts(periods);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, 10U);
    EXPECT_EQ(found[0].last, 11U);
    EXPECT_GT(found[0].weight, 3.0);
}

TEST(Bursts, NothingToTellAndBadInput) {
    EXPECT_TRUE(find_bursts({}).empty());
    EXPECT_TRUE(find_bursts({{5, 0}, {5, 0}}).empty());
    EXPECT_TRUE(find_bursts({{5, 5}}).empty());
    EXPECT_THROW(find_bursts({{1, 2}}), InvalidInput);
    EXPECT_THROW(find_bursts({{1, -1}}), InvalidInput);
    EXPECT_THROW(find_bursts({{2, 1}}, {1.0, 1.0}), InvalidInput);
    EXPECT_THROW(find_bursts({{2, 1}}, {2.0, -1.0}), InvalidInput);
}

}  // namespace
}  // namespace m150
