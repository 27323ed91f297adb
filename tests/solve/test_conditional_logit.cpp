#include "libm150/solve/conditional_logit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

constexpr double hardly_any = 1e-9;  // ridge

// Occasions of `alternatives` with random features, chosen as a conditional logit of `truth` would.
Choices world(std::uint64_t seed, const std::vector<double>& truth, std::size_t occasions,
              std::size_t alternatives) {
    Random random(seed);
    Choices choices(truth.size());
    for (std::size_t i = 0; i < occasions; ++i) {
        std::vector<double> values;
        std::vector<double> chances;
        for (std::size_t a = 0; a < alternatives; ++a) {
            double utility = 0.0;
            for (const double weight : truth) {
                values.push_back(random.uniform());
                utility += weight * values.back();
            }
            chances.push_back(std::exp(utility));
        }
        std::vector<double> chosen(alternatives);
        chosen[random.pick(chances)] = 1.0;
        choices.add(values, chosen);
    }
    return choices;
}

TEST(Choices, OneFeatureOfTwoAlternativesHasAKnownWeight) {
    Choices choices(1);
    for (int i = 0; i < 4; ++i)
        choices.add({1.0, 0.0}, i == 0 ? std::vector<double>{0.0, 1.0} : std::vector<double>{1.0, 0.0});
    ConditionalLogitOptions options;
    options.ridge = hardly_any;
    const ConditionalLogitFit fit = fit_conditional_logit(choices, options);
    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.weights[0], std::log(3.0), 1e-6);  // chosen three times in four
    EXPECT_NEAR(fit.loss, -0.75 * std::log(0.75) - 0.25 * std::log(0.25), 1e-9);
    EXPECT_NEAR(loss_of(choices, {0.0}), std::log(2.0), 1e-12);
}

TEST(Choices, WhatSpeaksAgainstGetsNoWeight) {
    Choices choices(2);
    for (int i = 0; i < 10; ++i)
        choices.add({1.0, 0.2, 0.0, 0.9}, {i < 2 ? 1.0 : 0.0, i < 2 ? 0.0 : 1.0});
    const ConditionalLogitFit fit = fit_conditional_logit(choices);
    EXPECT_EQ(fit.weights[0], 0.0);
    EXPECT_GT(fit.weights[1], 0.0);
    EXPECT_TRUE(fit.converged);
}

TEST(Choices, FindsTheWeightsThatChose) {
    const std::vector<double> truth{2.0, 0.0, 1.0, 4.0};
    ConditionalLogitOptions options;
    options.ridge = hardly_any;
    const ConditionalLogitFit fit = fit_conditional_logit(world(1, truth, 4000, 8), options);
    for (std::size_t f = 0; f < truth.size(); ++f)
        EXPECT_NEAR(fit.weights[f], truth[f], 0.2) << f;
}

// Slow twin: small steps down the slope, which is taken from differences of the loss, back to 0 where they
// leave it.
std::vector<double> twin(const Choices& choices, const std::vector<double>& penalty) {
    const auto value = [&](const std::vector<double>& weights) {
        double sum = loss_of(choices, weights);
        for (std::size_t f = 0; f < weights.size(); ++f)
            sum += 0.5 * penalty[f] * weights[f] * weights[f];
        return sum;
    };
    std::vector<double> weights(choices.features(), 0.0);
    for (int step = 0; step < 3000; ++step) {
        std::vector<double> slope(weights.size());
        for (std::size_t f = 0; f < weights.size(); ++f) {
            std::vector<double> up = weights, down = weights;
            up[f] += 1e-6;
            down[f] -= 1e-6;
            slope[f] = (value(up) - value(down)) / 2e-6;
        }
        for (std::size_t f = 0; f < weights.size(); ++f)
            weights[f] = std::max(0.0, weights[f] - 3.0 * slope[f]);
    }
    return weights;
}

TEST(Choices, AgreeWithSmallStepsDownTheSlope) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Choices choices = world(seed, {1.5, 0.0, 0.7}, 25, 5);
        std::vector<double> penalty;
        for (std::size_t f = 0; f < 3; ++f) {
            double sum = 0.0, squares = 0.0, rows = 0.0;
            for (std::size_t i = 0; i < choices.occasions(); ++i) {
                for (std::size_t a = 0; a < choices.alternatives(i); ++a, rows += 1.0) {
                    const double value = choices.values(i)[3 * a + f];
                    sum += value;
                    squares += value * value;
                }
            }
            penalty.push_back(0.05 * (squares / rows - sum / rows * sum / rows));
        }
        ConditionalLogitOptions options;
        options.ridge = 0.05;
        const ConditionalLogitFit fit = fit_conditional_logit(choices, options);
        const std::vector<double> slow = twin(choices, penalty);
        for (std::size_t f = 0; f < 3; ++f)
            EXPECT_NEAR(fit.weights[f], slow[f], 1e-4) << "seed " << seed << ", feature " << f;
        EXPECT_EQ(fit_conditional_logit(choices, options).weights, fit.weights);  // to the last bit
    }
}

TEST(Choices, AddingTheSameToEveryAlternativeChangesNothing) {
    Choices plain(2), raised(2);
    Random random(7);
    for (int i = 0; i < 30; ++i) {
        std::vector<double> values, higher;
        for (int a = 0; a < 4; ++a) {
            for (int f = 0; f < 2; ++f) {
                values.push_back(random.below(64) / 64.0);  // exact in 32 bits, with 1 added too
                higher.push_back(values.back() + 1.0);
            }
        }
        std::vector<double> chosen(4);
        chosen[random.below(4)] = 1.0;
        plain.add(values, chosen);
        raised.add(higher, chosen);
    }
    const ConditionalLogitFit a = fit_conditional_logit(plain), b = fit_conditional_logit(raised);
    for (std::size_t f = 0; f < 2; ++f)
        EXPECT_NEAR(a.weights[f], b.weights[f], 1e-6);
}

TEST(Choices, AFeatureThatNeverVariesGetsNoWeight) {
    Choices choices(2);
    choices.add({0.5, 1.0, 0.5, 0.0}, {1.0, 0.0});
    const ConditionalLogitFit fit = fit_conditional_logit(choices);
    EXPECT_NEAR(fit.weights[0], 0.0, 1e-12);
    EXPECT_GT(fit.weights[1], 0.0);
}

TEST(Choices, WhatCannotBeLearnedFromIsRefused) {
    Choices choices(2);
    EXPECT_THROW(fit_conditional_logit(choices), InvalidInput);
    EXPECT_THROW(choices.add({1.0, 2.0, 3.0}, {1.0, 0.0}), InvalidInput);
    EXPECT_THROW(choices.add({1.0, 2.0}, {0.0}), InvalidInput);
    EXPECT_THROW(choices.add({1.0, 2.0}, {-1.0}), InvalidInput);
    EXPECT_THROW(choices.add({1.0, std::nan("")}, {1.0}), InvalidInput);
    EXPECT_THROW(choices.add({1.0, 1e300}, {1.0}), InvalidInput);
    EXPECT_EQ(choices.occasions(), 0U);
    choices.add({1.0, 0.0, 0.0, 1.0}, {1.0, 1.0});
    EXPECT_THROW(loss_of(choices, {1.0}), InvalidInput);
    const auto refused = [&](auto change) {
        ConditionalLogitOptions options;
        change(options);
        EXPECT_THROW(fit_conditional_logit(choices, options), InvalidInput);
    };
    refused([](ConditionalLogitOptions& o) { o.ridge = 0.0; });
    refused([](ConditionalLogitOptions& o) { o.ridge = std::nan(""); });
    refused([](ConditionalLogitOptions& o) { o.most_steps = 0; });
    refused([](ConditionalLogitOptions& o) { o.tolerance = 0.0; });
    choices.add({1.0, 0.0, 0.0, 0.0}, {1.0, 0.0});
    refused([](ConditionalLogitOptions& o) { o.progress = [](const Progress&) { return false; }; });
}

}  // namespace
}  // namespace m150::testing
