#include "bench/evaluate/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::ElementsAre;

TestSet three_queries() {
    TestSet set;
    set.documents = {
        {"d1", "Een", "", {}, {}, ""}, {"d2", "", "Twee", {}, {}, ""}, {"d3", "", "", {"Drie"}, {}, ""}};
    set.queries = {{"q1", "vraag een", "", ""}, {"q2", "vraag twee", "", ""}, {"q3", "vraag drie", "", ""}};
    set.judgements = {{"q1", {{"d1", 1}}}, {"q2", {{"d2", 1}}}, {"q3", {{"d3", 1}}}};
    return set;
}

const evaluate::Run before{{"q1", {{"d1", 2}, {"d2", 1}}}, {"q2", {{"d1", 2}, {"d2", 1}}}};
const evaluate::Run after{{"q1", {{"d1", 2}}}, {"q2", {{"d2", 2}, {"x", 1}}}, {"q3", {{"d3", 1}}}};

TEST(Compare, CountsAndTestsDifferences) {
    const Comparison comparison =
        compare(three_queries(), "before", before, "after", after, parse_measures("RR@10 P@1"));
    EXPECT_THAT(comparison.queries, ElementsAre("q1", "q2", "q3"));
    EXPECT_THAT(comparison.of_a.missing, ElementsAre("q3"));
    const MeasureComparison& rr = comparison.measures.at(0);
    EXPECT_DOUBLE_EQ(rr.a, (1 + .5 + 0) / 3);
    EXPECT_DOUBLE_EQ(rr.b, 1.0);
    EXPECT_DOUBLE_EQ(rr.difference, .5);
    EXPECT_EQ(rr.better, 2U);
    EXPECT_EQ(rr.worse, 0U);
    EXPECT_TRUE(rr.test.exact);
    EXPECT_DOUBLE_EQ(rr.test.p, 2.0 / 4);
    EXPECT_DOUBLE_EQ(rr.holm, 1.0);
    EXPECT_LE(rr.interval.low, rr.difference);
    EXPECT_GE(rr.interval.high, rr.difference);
    EXPECT_FALSE(comparison.by_need);
}

TEST(Compare, ShowsWhatChangedMost) {
    const TestSet set = three_queries();
    const Comparison comparison = compare(set, "before", before, "after", after, parse_measures("RR@10"));
    const auto changes = largest_changes(set, comparison, before, after, 0, 5, 1);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].query, "q3");
    EXPECT_EQ(changes[0].text, "vraag drie");
    EXPECT_TRUE(changes[0].top_a.empty());
    ASSERT_EQ(changes[0].top_b.size(), 1U);
    EXPECT_EQ(changes[0].top_b[0].title, "Drie");
    EXPECT_EQ(changes[0].top_b[0].grade, 1);
    EXPECT_EQ(changes[1].query, "q2");
    EXPECT_EQ(changes[1].top_a[0].title, "Een");
    EXPECT_EQ(changes[1].top_a[0].grade, std::nullopt);
    EXPECT_EQ(largest_changes(set, comparison, before, after, 0, 1).size(), 1U);
}

// Law: turned round, differences change their sign and nothing else.
TEST(Compare, IsTheSameTurnedRound) {
    const TestSet set = three_queries();
    const auto there = compare(set, "a", before, "b", after, parse_measures("nDCG@10")).measures.front();
    const auto back = compare(set, "b", after, "a", before, parse_measures("nDCG@10")).measures.front();
    EXPECT_DOUBLE_EQ(there.difference, -back.difference);
    EXPECT_DOUBLE_EQ(there.test.p, back.test.p);
    EXPECT_EQ(there.better, back.worse);
}

}  // namespace
}  // namespace m150::testing
