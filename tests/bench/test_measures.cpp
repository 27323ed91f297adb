#include "bench/evaluate/measures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "libm150/base/error.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

double value(const std::string& measure, const Judgements& judgements, const Run& run) {
    return evaluate::evaluate(judgements, run, {parse_measure(measure)}).mean(0);
}

// Six documents were judged; the run finds, in this order: near miss, unjudged, right, wrong, right.
const Judgements judged{{"q", {{"a", 2}, {"b", 2}, {"c", 1}, {"d", 0}, {"e", 2}, {"f", 1}}}};
const Run found{{"q", {{"c", 5}, {"x", 4}, {"a", 3}, {"d", 2}, {"b", 1}}}};

TEST(Measures, AreWhatAHandGets) {
    const double gain = 1 / std::log2(2.0) + 2 / std::log2(4.0) + 2 / std::log2(6.0);
    const double best = 2 / std::log2(2.0) + 2 / std::log2(3.0) + 2 / std::log2(4.0) + 1 / std::log2(5.0) +
                        1 / std::log2(6.0);
    EXPECT_NEAR(value("nDCG@10", judged, found), gain / best, 1e-12);
    EXPECT_NEAR(value("nDCG", judged, found), gain / best, 1e-12);
    const double best_of_two = 2 / std::log2(2.0) + 2 / std::log2(3.0);
    EXPECT_NEAR(value("nDCG@2", judged, found), 1 / best_of_two, 1e-12);

    EXPECT_NEAR(value("AP", judged, found), (1.0 / 1 + 2.0 / 3 + 3.0 / 5) / 5, 1e-12);
    EXPECT_NEAR(value("AP(rel=2)", judged, found), (1.0 / 3 + 2.0 / 5) / 3, 1e-12);
    EXPECT_NEAR(value("AP(rel=2)@3", judged, found), (1.0 / 3) / 3, 1e-12);

    EXPECT_EQ(value("RR", judged, found), 1.0);
    EXPECT_NEAR(value("RR(rel=2)", judged, found), 1.0 / 3, 1e-12);
    EXPECT_NEAR(value("RR(rel=2)@3", judged, found), 1.0 / 3, 1e-12);
    EXPECT_EQ(value("RR(rel=2)@2", judged, found), 0.0);

    EXPECT_NEAR(value("P@5", judged, found), 3.0 / 5, 1e-12);
    EXPECT_NEAR(value("P(rel=2)@5", judged, found), 2.0 / 5, 1e-12);
    EXPECT_NEAR(value("P@20", judged, found), 3.0 / 20, 1e-12);
    EXPECT_NEAR(value("R@3", judged, found), 2.0 / 5, 1e-12);
    EXPECT_NEAR(value("R(rel=2)@10", judged, found), 2.0 / 3, 1e-12);
    EXPECT_EQ(value("Success(rel=2)@2", judged, found), 0.0);
    EXPECT_EQ(value("Success(rel=2)@3", judged, found), 1.0);
    EXPECT_NEAR(value("Judged@2", judged, found), 1.0 / 2, 1e-12);
    EXPECT_NEAR(value("Judged@10", judged, found), 4.0 / 5, 1e-12);
}

TEST(Measures, TiesAreBrokenAsTrecEvalDoes) {
    const Judgements one{{"q", {{"b", 1}}}};
    const evaluate::Run tie{{"q", {{"a", 1.0}, {"b", 1.0}, {"c", 1.0}}}};
    EXPECT_EQ(value("RR", one, tie), 1.0 / 2);  // c, b, a
    EXPECT_EQ(value("P@1", one, tie), 0.0);
    // trec_eval keeps scores in 32 bits, in which these are the same.
    const evaluate::Run nearly{{"q", {{"a", 1.0 + 1e-9}, {"b", 1.0}}}};
    EXPECT_EQ(value("RR", one, nearly), 1.0);
    // ir_measures computes RR with a cutoff and Judged itself: full precision, ties by document id ascending.
    EXPECT_EQ(value("RR@10", one, nearly), 1.0 / 2);
    EXPECT_EQ(value("Judged@1", {{"q", {{"a", 0}}}}, tie), 1.0);
}

TEST(Measures, RanksInTheListMeanNothing) {
    evaluate::Run turned = found;
    std::reverse(turned["q"].begin(), turned["q"].end());
    for (const char* measure : {"nDCG@10", "AP", "RR(rel=2)@10", "Judged@2"})
        EXPECT_EQ(value(measure, judged, turned), value(measure, judged, found)) << measure;
}

TEST(Measures, QueriesThatCannotBeMeasuredAreCounted) {
    const Judgements judgements{
        {"found", {{"a", 1}}}, {"lost", {{"a", 1}}}, {"hopeless", {{"a", 0}}}, {"empty", {}}};
    const evaluate::Run run{
        {"found", {{"a", 1}}}, {"hopeless", {{"a", 1}}}, {"stray", {{"a", 1}}}, {"empty", {{"a", 1}}}};
    const Evaluation evaluation = evaluate::evaluate(judgements, run, parse_measures("RR@10 nDCG@10"));
    EXPECT_THAT(evaluation.queries, ElementsAre("found", "hopeless", "lost"));
    EXPECT_THAT(evaluation.missing, ElementsAre("lost"));
    EXPECT_THAT(evaluation.nothing_relevant, ElementsAre("hopeless"));
    EXPECT_THAT(evaluation.unjudged, ElementsAre("empty", "stray"));
    EXPECT_NEAR(evaluation.mean(0), 1.0 / 3, 1e-12);
    EXPECT_THAT(evaluation.values[1], ElementsAre(1.0, 0.0, 0.0));
}

TEST(Measures, AnEmptyRunScoresNothing) {
    for (const char* measure : {"nDCG", "AP@5", "RR", "P@3", "R@3", "Success@1", "Judged", "Judged@5"})
        EXPECT_EQ(value(measure, judged, {}), 0.0) << measure;
    EXPECT_EQ(value("nDCG", {}, found), 0.0);
}

TEST(MeasureNames, RoundTrip) {
    for (const std::string name : {"nDCG", "nDCG@10", "AP", "AP@100", "AP(rel=2)@5", "RR(rel=2)@10", "P@5",
                                   "P(rel=3)@5", "R(rel=2)@10", "Success(rel=2)@1", "Judged", "Judged@10"}) {
        EXPECT_EQ(parse_measure(name).name(), name);
    }
    EXPECT_EQ(parse_measure(" RR( rel = 2 ) @10 ").name(), "RR(rel=2)@10");
    EXPECT_EQ(parse_measure("P(rel=1)@5").name(), "P@5");
    EXPECT_EQ(parse_measure("MAP(rel=2)").name(), "AP(rel=2)");
    EXPECT_EQ(parse_measure("NDCG@5").name(), "nDCG@5");
}

TEST(MeasureNames, ListsAreSplitAtCommasAndSpaces) {
    std::vector<std::string> names;
    for (const Measure& measure : parse_measures("nDCG@10, RR(rel=2)@10  P( rel=2 )@5\nnDCG@10"))
        names.push_back(measure.name());
    EXPECT_THAT(names, ElementsAre("nDCG@10", "RR(rel=2)@10", "P(rel=2)@5"));
}

std::string complaint(const std::string& text) {
    try {
        parse_measures(text);
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "nothing";
}

TEST(MeasureNames, MistakesAreExplained) {
    EXPECT_THAT(complaint("ndcg@10"), HasSubstr("did you mean nDCG?"));
    EXPECT_THAT(complaint("Succes@10"), HasSubstr("did you mean Success?"));
    EXPECT_THAT(complaint("Jugded@10"), HasSubstr("did you mean Judged?"));
    EXPECT_THAT(complaint("BPM"), HasSubstr("there is no measure named 'BPM'"));
    EXPECT_THAT(complaint("P"), HasSubstr("P@10"));
    EXPECT_THAT(complaint("P@0"), HasSubstr("no cutoff"));
    EXPECT_THAT(complaint("P@5x"), HasSubstr("no cutoff"));
    EXPECT_THAT(complaint("nDCG(rel=2)@10"), HasSubstr("no parameters for nDCG"));
    EXPECT_THAT(complaint("RR(rel=zero)"), HasSubstr("no grade"));
    EXPECT_THAT(complaint("RR(rel=0)"), HasSubstr("no grade"));
    EXPECT_THAT(complaint("RR(rel=2"), HasSubstr("not closed"));
    EXPECT_THAT(complaint("RR@10!"), HasSubstr("no cutoff"));
    EXPECT_THAT(complaint(""), HasSubstr("none is named"));
    EXPECT_THAT(complaint("ndcg@10 P"), HasSubstr("2 problems"));
}

}  // namespace
}  // namespace m150::testing
