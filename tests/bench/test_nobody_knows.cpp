#include "bench/evaluate/nobody_knows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;

TEST(Auroc, IsTheShareOfPairsInTheRightOrder) {
    EXPECT_DOUBLE_EQ(auroc({3, 2}, {1, 0}), 1.0);
    EXPECT_DOUBLE_EQ(auroc({0, 1}, {2, 3}), 0.0);
    EXPECT_DOUBLE_EQ(auroc({1, 3}, {1, 2}), (0.5 + 0 + 1 + 1) / 4);
    EXPECT_DOUBLE_EQ(auroc({}, {1}), 0.5);
    // Slow twin: every pair looked at.
    Random random(1);
    std::vector<double> positives, negatives;
    for (int i = 0; i < 60; ++i) {
        positives.push_back(static_cast<double>(random.between(2, 9)));
        negatives.push_back(static_cast<double>(random.between(0, 7)));
    }
    double wins = 0;
    for (const double positive : positives) {
        for (const double negative : negatives)
            wins += positive > negative ? 1.0 : positive == negative ? 0.5 : 0.0;
    }
    EXPECT_DOUBLE_EQ(auroc(positives, negatives), wins / 3600);
}

TEST(NobodyKnows, IsWhatAHandGets) {
    // confidence, top score, answerable, helped
    const std::vector<Claim> claims{
        {.9, 5, true, true}, {.1, 4, false, false}, {.7, 3, true, false}, {.3, 9, false, false}};
    const NobodyKnows found = nobody_knows(claims, 2);
    EXPECT_EQ(found.claims, 4U);
    EXPECT_EQ(found.helped, 1U);
    EXPECT_DOUBLE_EQ(found.auroc, 1.0);
    EXPECT_DOUBLE_EQ(found.auroc_top_score, 1.0 / 4);
    ASSERT_EQ(found.bins.size(), 2U);
    EXPECT_DOUBLE_EQ(found.bins[0].confidence, .2);
    EXPECT_DOUBLE_EQ(found.bins[0].helped, 0);
    EXPECT_DOUBLE_EQ(found.bins[1].confidence, .8);
    EXPECT_DOUBLE_EQ(found.bins[1].helped, .5);
    EXPECT_DOUBLE_EQ(found.ece, .5 * .2 + .5 * .3);
    EXPECT_DOUBLE_EQ(found.brier, (.01 + .01 + .49 + .09) / 4);
    EXPECT_DOUBLE_EQ(found.brier_constant, (.75 * .75 + 3 * .25 * .25) / 4);
    EXPECT_DOUBLE_EQ(found.area_under_risk, (0 + 1.0 / 2 + 2.0 / 3 + 3.0 / 4) / 4);
    ASSERT_EQ(found.risk.size(), 4U);
    EXPECT_DOUBLE_EQ(found.risk[0].coverage, .25);
    EXPECT_DOUBLE_EQ(found.risk[0].risk, 0);
    EXPECT_DOUBLE_EQ(found.risk[3].risk, .75);
    EXPECT_DOUBLE_EQ(found.risk[3].threshold, .1);
    EXPECT_EQ(nobody_knows({}).bins.size(), 0U);
}

TEST(NobodyKnows, HasAPointOfTheCurveForEveryThreshold) {
    // Two are equally confident: no threshold tells them apart.
    const std::vector<Claim> claims{
        {.9, 5, true, true}, {.3, 4, false, false}, {.7, 3, true, false}, {.3, 9, false, true}};
    const NobodyKnows found = nobody_knows(claims);
    ASSERT_EQ(found.curve.size(), 3U);
    const double coverage[] = {1.0 / 4, 2.0 / 4, 1.0};
    const double risk[] = {0.0, 1.0 / 2, 2.0 / 4};
    const double threshold[] = {.9, .7, .3};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_DOUBLE_EQ(found.curve[i].coverage, coverage[i]);
        EXPECT_DOUBLE_EQ(found.curve[i].risk, risk[i]);
        EXPECT_DOUBLE_EQ(found.curve[i].threshold, threshold[i]);
    }
    ASSERT_EQ(found.curve_top_score.size(), 4U);
    const double risk_by_score[] = {0.0, 0.0, 1.0 / 3, 2.0 / 4};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_DOUBLE_EQ(found.curve_top_score[i].risk, risk_by_score[i]);
    EXPECT_TRUE(risk_curve({}, &Claim::confidence).empty());
}

TEST(NobodyKnows, HasAPointForEveryTenth) {
    std::vector<Claim> claims(200);
    for (std::size_t i = 0; i < claims.size(); ++i)
        claims[i] = {static_cast<double>(i) / 200, 0, i % 2 == 0, i >= 100};
    const NobodyKnows found = nobody_knows(claims);
    ASSERT_EQ(found.risk.size(), 10U);
    for (std::size_t i = 0; i < 10; ++i)
        EXPECT_NEAR(found.risk[i].coverage, 0.1 * static_cast<double>(i + 1), 1e-12);
    EXPECT_DOUBLE_EQ(found.risk[4].risk, 0.0);
    EXPECT_DOUBLE_EQ(found.risk[9].risk, 0.5);
    for (const CalibrationBin& bin : found.bins)
        EXPECT_EQ(bin.claims, 20U);
}

TestSet two_needs() {
    TestSet set;
    set.name = "two";
    set.documents = {{"n1#0", "Bodycams", "Mag een boa een bodycam dragen?", {"Ja."}, {}, "n1"},
                     {"n2#0", "Honden", "Waar mogen honden los lopen?", {"Op het veld."}, {}, "n2"}};
    set.queries = {{"n1.short", "bodycam", "short", "n1"}, {"n2.short", "loslopende honden", "short", "n2"}};
    set.judgements = {{"n1.short", {{"n1#0", 2}}}, {"n2.short", {{"n2#0", 2}}}};
    return set;
}

TEST(NobodyKnows, TakesTheNeedsDocumentsOutAndPutsThemBack) {
    const std::vector<Claim> claims = ask_with_and_without(two_needs(), {});
    ASSERT_EQ(claims.size(), 4U);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        EXPECT_EQ(claims[i].answerable, i % 2 == 0);
        EXPECT_EQ(claims[i].helped, i % 2 == 0);
    }
    EXPECT_GT(claims[0].confidence, claims[1].confidence);
    TestSet plain = two_needs();
    for (TestQuery& query : plain.queries)
        query.need.clear();
    EXPECT_THROW(ask_with_and_without(plain, {}), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
