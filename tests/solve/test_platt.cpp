#include "libm150/solve/platt.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

double penalised(const std::vector<Said>& said, const PlattScaling& at, double trust) {
    const double off = at.slope - 1.0;
    return static_cast<double>(said.size()) * log_loss(said, at) +
           0.5 * trust * (off * off + at.constant * at.constant);
}

// Chances whose truth is known: said is off by a slope and a constant.
std::vector<Said> experience(std::uint64_t seed, std::size_t count, double slope, double constant) {
    Random random(seed);
    std::vector<Said> said;
    for (std::size_t i = 0; i < count; ++i) {
        const double log_odds = 6.0 * random.uniform() - 3.0;
        const double chance = 1.0 / (1.0 + std::exp(-(slope * log_odds + constant)));
        said.push_back({log_odds, random.uniform() < chance});
    }
    return said;
}

TEST(Platt, WithoutExperienceChangesNothing) {
    EXPECT_EQ(fit_platt({}), PlattScaling{});
    EXPECT_EQ(log_loss({}), 0.0);
}

TEST(Platt, NoScalingOnAGridIsBetter) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto said = experience(seed, 3 + seed % 40, 0.1 * static_cast<double>(seed % 20), -1.0);
        const double trust = seed % 2 == 0 ? 1.0 : 0.1;
        const PlattScaling fit = fit_platt(said, trust);
        ASSERT_GE(fit.slope, 0.0);
        const double best = penalised(said, fit, trust);
        for (int i = -20; i <= 20; ++i) {
            for (int j = -20; j <= 20; ++j) {
                for (const double step : {0.1, 0.001}) {
                    const PlattScaling other{std::max(0.0, fit.slope + i * step), fit.constant + j * step};
                    ASSERT_GE(penalised(said, other, trust), best - 1e-9) << seed << " " << i << " " << j;
                }
            }
        }
    }
}

TEST(Platt, FindsWhatWasOffGivenEnoughExperience) {
    const PlattScaling fit = fit_platt(experience(7, 20'000, 0.5, -0.7));
    EXPECT_NEAR(fit.slope, 0.5, 0.05);
    EXPECT_NEAR(fit.constant, -0.7, 0.05);
}

TEST(Platt, WhatIsTheWrongWayRoundIsLevelledAndNotTurned) {
    std::vector<Said> said;
    for (int i = 0; i < 100; ++i)
        said.push_back({i % 2 == 0 ? 2.0 : -2.0, i % 2 == 1});
    const PlattScaling fit = fit_platt(said);
    EXPECT_EQ(fit.slope, 0.0);
    EXPECT_NEAR(fit.constant, 0.0, 1e-12);
}

TEST(Platt, RefusesWhatIsNoNumber) {
    EXPECT_THROW(fit_platt({{INFINITY, true}}), InvalidInput);
    EXPECT_THROW(fit_platt({{NAN, true}}), InvalidInput);
    for (const double trust : {0.0, -1.0, double(NAN), double(INFINITY)})
        EXPECT_THROW(fit_platt({}, trust), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
