#include "bench/tune/linear_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bench/evaluate/measures.hpp"
#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {
namespace {

void add(Examples& examples, std::size_t group, int grade, const std::vector<double>& values) {
    examples.features = values.size();
    examples.values.insert(examples.values.end(), values.begin(), values.end());
    examples.groups.push_back(group);
    examples.grades.push_back(grade);
}

// Grades that depend on a hidden linear score, with noise.
Examples random_examples(std::uint64_t seed, std::size_t features = 3, std::size_t queries = 12) {
    Random random(seed);
    std::vector<double> hidden;
    for (std::size_t f = 0; f < features; ++f)
        hidden.push_back(random.uniform(-1, 2));
    Examples examples;
    for (std::size_t q = 0; q < queries; ++q) {
        const std::size_t rows = 3 + static_cast<std::size_t>(random.below(9));
        for (std::size_t r = 0; r < rows; ++r) {
            std::vector<double> values;
            double score = random.bell();
            for (std::size_t f = 0; f < features; ++f) {
                values.push_back(random.uniform(-1, 1));
                score += hidden[f] * values.back();
            }
            add(examples, q, score > 1.5 ? 2 : score > 0.5 ? 1 : 0, values);
        }
    }
    return examples;
}

double logit(double p) {
    return std::log(p / (1 - p));
}
double loss_of(double margin) {
    return std::log(1 + std::exp(-margin));
}

// The losses as the header states them, by the definition.
double logistic_loss(const Examples& examples, const LinearModel& model, int relevant, double l2) {
    std::vector<double> rows(examples.rows() + 1, 0.0);
    std::vector<double> sums(examples.rows() + 1, 0.0);
    for (std::size_t i = 0; i < examples.rows(); ++i) {
        double score = model.constant;
        for (std::size_t f = 0; f < examples.features; ++f)
            score += model.weights[f] * examples.row(i)[f];
        rows[examples.groups[i]] += 1;
        sums[examples.groups[i]] += loss_of(examples.grades[i] >= relevant ? score : -score);
    }
    double total = 0.0;
    double queries = 0.0;
    for (std::size_t q = 0; q < rows.size(); ++q) {
        if (rows[q] == 0) continue;
        total += sums[q] / rows[q];
        queries += 1;
    }
    total /= queries;
    for (const double weight : model.weights)
        total += l2 / 2 * weight * weight;
    return total;
}

double pairwise_loss(const Examples& examples, const LinearModel& model, double l2) {
    const std::vector<double> scores = scores_of(examples, model);
    double total = 0.0;
    double queries = 0.0;
    for (std::size_t q = 0; q < examples.rows(); ++q) {
        double sum = 0.0;
        double weight = 0.0;
        for (std::size_t i = 0; i < examples.rows(); ++i) {
            for (std::size_t j = 0; j < examples.rows(); ++j) {
                const int gap = examples.grades[i] - examples.grades[j];
                if (examples.groups[i] != q || examples.groups[j] != q || gap <= 0) continue;
                sum += gap * loss_of(scores[i] - scores[j]);
                weight += gap;
            }
        }
        if (weight == 0) continue;
        total += sum / weight;
        queries += 1;
    }
    total /= queries;
    for (const double weight : model.weights)
        total += l2 / 2 * weight * weight;
    return total;
}

TEST(FitLogistic, OfOneFlagIsTheLogOddsOfBothSides) {
    Examples examples;  // with the flag 3 of 4 are relevant, without it 1 of 5
    for (const int grade : {1, 1, 1, 0})
        add(examples, 0, grade, {1.0});
    for (const int grade : {1, 0, 0, 0, 0})
        add(examples, 0, grade, {0.0});
    FitOptions options;
    options.l2 = 1e-12;
    const LinearModel model = fit_logistic(examples, 1, options);
    EXPECT_NEAR(model.constant, logit(0.2), 1e-8);
    EXPECT_NEAR(model.constant + model.weights[0], logit(0.75), 1e-8);
}

TEST(FitPairwise, OfOneFlagIsTheLogOddsOfThePairs) {
    Examples examples;  // the flag points the right way in 4 of 5 queries
    for (std::size_t q = 0; q < 5; ++q) {
        add(examples, q, 1, {q == 0 ? 0.0 : 1.0});
        add(examples, q, 0, {q == 0 ? 1.0 : 0.0});
    }
    FitOptions options;
    options.l2 = 1e-12;
    EXPECT_NEAR(fit_pairwise(examples, options).weights[0], logit(0.8), 1e-8);
}

// No small step in any direction goes down: with convexity, that is the minimum.
TEST(Fit, EndsWhereNoStepGoesDown) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Examples examples = random_examples(seed);
        for (const bool bounded : {false, true}) {
            FitOptions options;
            options.l2 = seed % 2 == 0 ? 0.01 : 1.0;
            options.not_negative = bounded;
            const LinearModel logistic = fit_logistic(examples, 1, options);
            const LinearModel pairwise = fit_pairwise(examples, options);
            const double loss = logistic_loss(examples, logistic, 1, options.l2);
            EXPECT_NEAR(logistic.objective, loss, 1e-12);
            EXPECT_NEAR(pairwise.objective, pairwise_loss(examples, pairwise, options.l2), 1e-12);
            for (std::size_t f = 0; f < examples.features; ++f) {
                for (const double step : {1e-4, -1e-4}) {
                    LinearModel moved = logistic;
                    moved.weights[f] += step;
                    if (!bounded || moved.weights[f] >= 0) {
                        EXPECT_GE(logistic_loss(examples, moved, 1, options.l2), loss - 1e-13);
                    }
                    moved = pairwise;
                    moved.weights[f] += step;
                    if (!bounded || moved.weights[f] >= 0) {
                        EXPECT_GE(pairwise_loss(examples, moved, options.l2), pairwise.objective - 1e-13);
                    }
                }
                EXPECT_TRUE(!bounded || std::min(logistic.weights[f], pairwise.weights[f]) >= 0.0);
            }
            for (const double step : {1e-4, -1e-4}) {
                LinearModel moved = logistic;
                moved.constant += step;
                EXPECT_GE(logistic_loss(examples, moved, 1, options.l2), loss - 1e-13);
            }
        }
    }
}

// The slow twin: thousands of small steps downhill by finite differences.
TEST(FitPairwise, AgreesWithPlainDescent) {
    const Examples examples = random_examples(3, 2, 6);
    FitOptions options;
    options.l2 = 0.1;
    LinearModel slow{{0.0, 0.0}, 0.0, 0.0, 0};
    for (int i = 0; i < 3000; ++i) {
        std::vector<double> slope;
        for (std::size_t f = 0; f < 2; ++f) {
            LinearModel up = slow;
            LinearModel down = slow;
            up.weights[f] += 1e-6;
            down.weights[f] -= 1e-6;
            slope.push_back((pairwise_loss(examples, up, 0.1) - pairwise_loss(examples, down, 0.1)) / 2e-6);
        }
        for (std::size_t f = 0; f < 2; ++f)
            slow.weights[f] -= 0.5 * slope[f];
    }
    const LinearModel fast = fit_pairwise(examples, options);
    for (std::size_t f = 0; f < 2; ++f)
        EXPECT_NEAR(fast.weights[f], slow.weights[f], 1e-5);
}

TEST(Fit, TheSameExamplesGiveTheSameBits) {
    const Examples examples = random_examples(5, 6, 30);
    EXPECT_EQ(fit_logistic(examples, 1).weights, fit_logistic(examples, 1).weights);
    EXPECT_EQ(fit_pairwise(examples).weights, fit_pairwise(examples).weights);
    EXPECT_EQ(ascend(examples).weights, ascend(examples).weights);
}

TEST(FitLogistic, AQueryWithManyRowsCountsAsOneWithFew) {
    const Examples once = random_examples(8);
    Examples twice = once;  // every row of query 0 once more
    for (std::size_t i = 0; i < once.rows(); ++i) {
        if (once.groups[i] == 0) add(twice, 0, once.grades[i], {once.row(i), once.row(i) + once.features});
    }
    const LinearModel a = fit_logistic(once, 1);
    const LinearModel b = fit_logistic(twice, 1);
    for (std::size_t f = 0; f < once.features; ++f)
        EXPECT_NEAR(a.weights[f], b.weights[f], 1e-7);
}

TEST(Fit, SeparableAndUselessFeaturesStayFinite) {
    Examples examples;
    for (std::size_t q = 0; q < 4; ++q) {
        add(examples, q, 1, {1.0, 5.0, 0.0});  // parts the grades perfectly; the same for all; always 0
        add(examples, q, 0, {-1.0, 5.0, 0.0});
    }
    for (const LinearModel& model : {fit_logistic(examples, 1), fit_pairwise(examples)}) {
        EXPECT_GT(model.weights[0], 1.0);
        EXPECT_LT(model.weights[0], 100.0);
        EXPECT_NEAR(model.weights[2], 0.0, 1e-12);
    }
    EXPECT_NEAR(fit_pairwise(examples).weights[1], 0.0, 1e-12);
}

TEST(Fit, RefusesWhatItCannotFit) {
    Examples examples = random_examples(1);
    examples.values[4] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(fit_pairwise(examples), InvalidInput);
    examples = random_examples(1);
    examples.groups.pop_back();
    EXPECT_THROW(fit_logistic(examples, 1), InvalidInput);
    examples = random_examples(1);
    FitOptions options;
    options.l2 = 0;
    EXPECT_THROW(fit_pairwise(examples, options), InvalidInput);
    examples.grades.assign(examples.rows(), 1);
    EXPECT_THROW(fit_logistic(examples, 1), InvalidInput);
    EXPECT_THROW(fit_pairwise(examples), InvalidInput);
    EXPECT_THROW(fit_pairwise({}), InvalidInput);
    AscentOptions few;
    few.start = {1.0};
    EXPECT_THROW(ascend(examples, few), InvalidInput);
}

// bench/evaluate measures the same, on runs in which no scores are equal.
TEST(MeanNdcg, IsWhatTheInstrumentMeasures) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Examples examples = random_examples(seed);
        Random random(seed, "scores");
        std::vector<double> scores;
        evaluate::Judgements judgements;
        evaluate::Run run;
        for (std::size_t i = 0; i < examples.rows(); ++i) {
            scores.push_back(static_cast<double>(static_cast<float>(random.uniform())));
            const std::string query = "q" + std::to_string(examples.groups[i]);
            judgements[query]["d" + std::to_string(i)] = examples.grades[i];
            run[query].push_back({"d" + std::to_string(i), scores.back()});
        }
        const auto measured = evaluate::evaluate(judgements, run, evaluate::parse_measures("nDCG@5"));
        EXPECT_NEAR(mean_ndcg(examples, scores, 5), measured.mean(0), 1e-9);
    }
}

TEST(Ascend, NeverEndsBelowWhereItBeganAndFindsWhatParts) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Examples examples = random_examples(seed);
        LinearModel start;
        start.weights.assign(examples.features, 1.0);
        AscentOptions options;
        options.not_negative = seed % 2 == 0;
        const LinearModel model = ascend(examples, options);
        EXPECT_GE(model.objective, mean_ndcg(examples, scores_of(examples, start), 10));
        EXPECT_EQ(model.objective, mean_ndcg(examples, scores_of(examples, model), 10));
        for (const double weight : model.weights)
            EXPECT_TRUE(!options.not_negative || weight >= 0);
    }
    // Only the second feature tells; the first misleads.
    Examples examples;
    Random random(9);
    for (std::size_t q = 0; q < 20; ++q) {
        for (int grade : {0, 1, 0, 2, 0})
            add(examples, q, grade,
                {random.uniform(0, 5) * (grade == 0 ? 1 : 0.5), grade + random.uniform(0, 0.5)});
    }
    EXPECT_NEAR(ascend(examples).objective, 1.0, 1e-12);
}

}  // namespace
}  // namespace m150::tune
