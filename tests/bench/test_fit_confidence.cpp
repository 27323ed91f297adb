#include "bench/tune/fit_confidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "bench/tune/folds.hpp"
#include "bench/tune/ratios.hpp"
#include "libm150/base/error.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {
namespace {

using ::testing::HasSubstr;

double logistic(double value) {
    return 1 / (1 + std::exp(-value));
}

// Replies that help as often as planted coefficients say. The last feature tells nothing.
Replies planted(std::uint64_t seed, std::size_t queries) {
    Random random(seed);
    Replies replies;
    replies.examples.features = confidence_parameters().size() - 1;
    for (std::size_t claim = 0; claim < 2 * queries; ++claim) {
        double score = -2.0;
        for (std::size_t f = 0; f < replies.examples.features; ++f) {
            replies.examples.values.push_back(random.uniform());
            if (f + 1 < replies.examples.features)
                score += (f == 0 ? 4.0 : 0.5) * replies.examples.values.back();
        }
        const bool helped = random.chance(logistic(score));
        replies.claims.push_back({0.0, 0.0, helped, helped});
        replies.examples.grades.push_back(helped ? 1 : 0);
        replies.examples.groups.push_back(claim / 2);
        replies.found.push_back(true);
    }
    return replies;
}

ConfidenceFitOptions by_twos(std::size_t queries) {
    ConfidenceFitOptions options;
    for (std::size_t q = 0; q < queries; ++q)
        options.labels.push_back("need " + std::to_string(q / 2));
    return options;
}

TEST(FitConfidence, ParametersAreThoseOfTheTable) {
    EXPECT_EQ(confidence_parameters().front(), "confidence.constant");
    EXPECT_GE(confidence_parameters().size(), 2U);
    for (const std::string& name : confidence_parameters())
        EXPECT_FALSE(parameter(name).makes_index);
}

TEST(FitConfidence, FindsWhatWasPlanted) {
    const std::size_t queries = 4000;
    const ConfidenceFit fit = fit_confidence(planted(1, queries), {}, by_twos(queries));
    EXPECT_NEAR(fit.coefficients[0], -2.0, 0.35);
    EXPECT_NEAR(fit.coefficients[1], 4.0, 0.35);
    EXPECT_NEAR(fit.coefficients.back(), 0.0, 0.35);
    EXPECT_LT(fit.unseen.ece, 0.03);
    EXPECT_LT(fit.unseen.brier, fit.unseen.brier_constant);
    EXPECT_EQ(fit.by_fold.size(), 5U);
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        EXPECT_EQ(std::get<double>(get_parameter(fit.options, confidence_parameters()[i])),
                  fit.coefficients[i]);
        EXPECT_EQ(four_digits(fit.coefficients[i]), fit.coefficients[i]);
    }
}

// The slow twin: small steps downhill on the mean loss of the replies, nothing scaled, no ridge.
TEST(FitConfidence, AgreesWithPlainDescent) {
    const std::size_t queries = 300;
    const Replies replies = planted(2, queries);
    ConfidenceFitOptions options = by_twos(queries);
    options.l2 = 1e-12;
    const std::vector<double> fast = fit_confidence(replies, {}, options).coefficients;
    std::vector<double> slow(fast.size(), 0.0);
    for (int step = 0; step < 20000; ++step) {
        std::vector<double> slope(slow.size(), 0.0);
        for (std::size_t i = 0; i < replies.claims.size(); ++i) {
            double score = slow[0];
            for (std::size_t f = 1; f < slow.size(); ++f)
                score += slow[f] * replies.examples.row(i)[f - 1];
            const double off = logistic(score) - (replies.claims[i].helped ? 1.0 : 0.0);
            slope[0] += off;
            for (std::size_t f = 1; f < slow.size(); ++f)
                slope[f] += off * replies.examples.row(i)[f - 1];
        }
        for (std::size_t f = 0; f < slow.size(); ++f)
            slow[f] -= 2.0 * slope[f] / static_cast<double>(replies.claims.size());
    }
    for (std::size_t f = 0; f < slow.size(); ++f)
        EXPECT_NEAR(fast[f], slow[f], 2e-3 * std::max(1.0, std::abs(slow[f])));
}

TEST(FitConfidence, NothingLeaksFromTheRepliesThatAreMeasured) {
    const std::size_t queries = 120;
    const Replies replies = planted(3, queries);
    const ConfidenceFitOptions options = by_twos(queries);
    const ConfidenceFit fit = fit_confidence(replies, {}, options);
    const std::vector<Part> parts = parts_by_group(options.labels, options.folds, options.seed);
    for (std::size_t f = 0; f < parts.size(); ++f) {
        Replies other = replies;
        for (const std::size_t query : parts[f]) {
            for (const std::size_t claim : {2 * query, 2 * query + 1}) {
                other.examples.grades[claim] = 1 - other.examples.grades[claim];
                other.examples.values[claim * other.examples.features] = 7.0;
            }
        }
        const ConfidenceFit changed = fit_confidence(other, {}, options);
        for (std::size_t g = 0; g < parts.size(); ++g)
            EXPECT_EQ(changed.by_fold[g] == fit.by_fold[g], g == f);
    }
}

TEST(FitConfidence, RepliesInWhichNothingWasFoundTellNothing) {
    const std::size_t queries = 100;
    Replies replies = planted(4, queries);
    for (std::size_t query = 0; query < 20; ++query) {
        replies.found[2 * query] = false;
        replies.examples.values[2 * query * replies.examples.features] = 1e6;
        replies.examples.grades[2 * query] = 0;
        replies.claims[2 * query] = {0.0, 0.0, true, false};
    }
    const ConfidenceFit fit = fit_confidence(replies, {}, by_twos(queries));
    EXPECT_GT(fit.coefficients[1], 1.0);
    EXPECT_EQ(fit.unseen.claims, 2 * queries);
}

TEST(FitConfidence, RefusesWhatItCannotFit) {
    const Replies replies = planted(5, 20);
    EXPECT_THROW(fit_confidence(replies, {}, by_twos(19)), InvalidInput);
    ConfidenceFitOptions options = by_twos(20);
    options.folds = 11;
    EXPECT_THROW(fit_confidence(replies, {}, options), InvalidInput);
    options = by_twos(20);
    options.l2 = 0.0;
    EXPECT_THROW(fit_confidence(replies, {}, options), InvalidInput);
    Replies hopeless = replies;
    hopeless.examples.grades.assign(hopeless.examples.grades.size(), 0);
    EXPECT_THROW(fit_confidence(hopeless, {}, by_twos(20)), InvalidInput);
}

// The library's own confidence is what the fit takes it for: coefficients and features give it back.
TEST(FitConfidence, FeaturesGiveBackTheConfidenceOfTheLibrary) {
    evaluate::TestSet set =
        evaluate::read_corpus(std::filesystem::path(M150_SOURCE_DIR) / "examples" / "corpus");
    std::set<std::string> needs;
    std::erase_if(set.queries, [&](const evaluate::TestQuery& query) {
        if (needs.size() < 10) needs.insert(query.need);
        return needs.count(query.need) == 0;
    });
    evaluate::LibraryOptions library;
    set_parameter(library.knowledge_base, confidence_parameters().back(), 0.7);
    const std::vector<evaluate::Claim> claims = evaluate::ask_with_and_without(set, library);
    const Replies replies = ask_for_replies(set, library);
    ASSERT_EQ(replies.claims.size(), claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        double score = std::get<double>(get_parameter(library.knowledge_base, confidence_parameters()[0]));
        for (std::size_t f = 0; f < replies.examples.features; ++f) {
            score += std::get<double>(get_parameter(library.knowledge_base, confidence_parameters()[f + 1])) *
                     replies.examples.row(i)[f];
        }
        EXPECT_NEAR(replies.found[i] ? logistic(score) : 0.0, claims[i].confidence, 1e-9);
        EXPECT_EQ(replies.claims[i].helped, claims[i].helped);
        EXPECT_EQ(replies.claims[i].top_score, claims[i].top_score);
    }
}

}  // namespace
}  // namespace m150::tune
