#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bench/evaluate/nobody_knows.hpp"
#include "bench/evaluate/quality.hpp"
#include "bench/evaluate/systems.hpp"
#include "bench/evaluate/test_set.hpp"
#include "libm150/base/error.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string two_needs =
    R"({"id": "n1", "topic": "t", "need": "x", "questions": [{"title": "A", "text": "a"}, {"title": "B", "text": "b"}],)"
    R"( "answers": ["a0", "a1", "a2"], "queries": ["een zin", "kort"], "related": ["n2", "gone"]})"
    "\n"
    R"({"id": "n2", "topic": "t", "need": "y", "questions": [{"title": "C", "text": "c"}], "answers": [],)"
    R"( "queries": ["nog een zin"], "related": []})"
    "\n";

TEST(Corpus, IsReadAsItsReadmeSays) {
    const TemporaryFile file(two_needs, "needs.jsonl");
    for (const auto& place : {file.path(), file.directory()}) {
        const TestSet set = read_corpus(place);
        ASSERT_EQ(set.documents.size(), 3U);
        EXPECT_EQ(set.documents[0].id, "n1#0");
        EXPECT_THAT(set.documents[0].answers,
                    ElementsAre("a0", "a2"));  // a surplus answer goes to the first question
        EXPECT_THAT(set.documents[1].answers, ElementsAre("a1"));
        EXPECT_TRUE(set.documents[2].answers.empty());
        ASSERT_EQ(set.queries.size(), 3U);
        EXPECT_EQ(set.queries[0].id, "n1.sentence");
        EXPECT_EQ(set.queries[1].id, "n1.short");
        EXPECT_EQ(set.queries[1].part, "short");
        EXPECT_EQ(set.queries[1].need, "n1");
        EXPECT_EQ(set.judgements.at("n1.short"), (Grades{{"n1#0", 2}, {"n1#1", 2}, {"n2#0", 1}}));
        EXPECT_EQ(set.judgements.at("n2.sentence"), (Grades{{"n2#0", 2}}));
    }
}

std::string complaint(const std::string& text) {
    const TemporaryFile file(text, "needs.jsonl");
    try {
        read_corpus(file.path());
    } catch (const InvalidInput& error) {
        return error.what();
    }
    return "nothing";
}

TEST(Corpus, SaysWhereItIsWrong) {
    EXPECT_THAT(complaint("{\n"), HasSubstr("needs.jsonl:1: is no JSON"));
    EXPECT_THAT(complaint("[1]\n"), HasSubstr("needs.jsonl:1: is array; expected a JSON object"));
    EXPECT_THAT(
        complaint(
            R"({"id": "n", "topic": "t", "questions": [{"title": 1}], "answers": [], "queries": ["q"]})"),
        HasSubstr("question 0 has no text named title"));
    EXPECT_THAT(complaint(R"({"id": "n", "topic": "t", "questions": [], "answers": "a", "queries": ["q"]})"),
                HasSubstr("answers is string; expected a list of texts"));
    EXPECT_THAT(complaint(R"({"id": "n", "topic": "t", "questions": [], "answers": [], "queries": ["q"]})"),
                HasSubstr("has no questions"));
    EXPECT_THAT(complaint(two_needs + two_needs), HasSubstr("needs.jsonl:3: the need 'n1' comes twice"));
    const TemporaryFile other("", "needs.txt");
    EXPECT_THROW(read_corpus(other.directory()), InvalidInput);
    EXPECT_THROW(read_corpus("/no/such/place"), InvalidInput);
}

TEST(Corpus, XapianOutOfTheBoxFindsWhatItFound) {
    const TestSet set = read_corpus(M150_SOURCE_DIR "/examples/corpus");
    EXPECT_EQ(set.documents.size(), 395U);
    EXPECT_EQ(set.queries.size(), 336U);
    const Quality quality = quality_of(set, "xapian", run_xapian(set, 100).run,
                                       parse_measures("nDCG@10 RR(rel=2)@10 R(rel=2)@10"));
    EXPECT_NEAR(quality.parts.at(0).figures[0].mean, .284, .002);
    EXPECT_NEAR(quality.parts.at(0).figures[1].mean, .499, .003);
    EXPECT_NEAR(quality.parts.at(0).figures[2].mean, .438, .003);
    ASSERT_EQ(quality.parts.size(), 3U);
    EXPECT_EQ(quality.parts[1].part, "sentence");
    EXPECT_EQ(quality.parts[1].rows.size(), 168U);
}

// A little below what docs/quality.md says, so that a part that stops to count is seen.
// The same of what the confidence is worth: it tells with from without, and means what it says.
TEST(Corpus, TheConfidenceIsAsGoodAsItIsSaidToBe) {
    LibraryOptions options;
    options.topics = topics_of_network(M150_SOURCE_DIR "/examples/network");
    const TestSet set = read_corpus(M150_SOURCE_DIR "/examples/corpus");
    const NobodyKnows found = nobody_knows(ask_with_and_without(set, options));
    EXPECT_EQ(found.claims, 672U);
    EXPECT_GE(found.auroc, .69);
    EXPECT_GE(found.auroc, found.auroc_top_score);
    EXPECT_LE(found.ece, .05);
    EXPECT_LT(found.brier, .20);
    EXPECT_LT(found.brier, found.brier_constant);
    // Answering only what it is sure of pays: the lower half of the replies is where it goes wrong.
    EXPECT_LE(found.risk.at(1).risk, .32);
    EXPECT_LE(found.risk.at(4).risk, .46);
    EXPECT_NEAR(found.risk.at(9).risk, found.curve.back().risk, 1e-12);
}

TEST(Corpus, TheLibraryIsAsGoodAsItIsSaidToBe) {
    const TestSet set = read_corpus(M150_SOURCE_DIR "/examples/corpus");
    LibraryOptions options;
    options.topics = topics_of_network(M150_SOURCE_DIR "/examples/network");
    const auto measure = [&](const TestSet& queries) {
        const evaluate::Outcome outcome = run_library(queries, options);
        EXPECT_EQ(outcome.confidence.size(), queries.queries.size());
        return quality_of(queries, "m150", outcome.run, parse_measures("nDCG@10 R(rel=2)@10 RR@10"));
    };
    const Quality with_topics = measure(set);
    EXPECT_GE(with_topics.parts.at(0).figures[0].mean, .56);
    EXPECT_GE(with_topics.parts.at(0).figures[1].mean, .76);
    EXPECT_EQ(with_topics.parts.at(1).part, "sentence");
    EXPECT_GE(with_topics.parts.at(1).figures[0].mean, .52);
    EXPECT_GE(measure(with_slips(set, {})).parts.at(0).figures[0].mean, .48);
    EXPECT_GE(measure(read_vac(M150_SOURCE_DIR "/examples/vac", false)).parts.at(0).figures[2].mean, .80);
    options.topics_on_documents = false;
    EXPECT_GE(measure(set).parts.at(0).figures[0].mean, .44);

    TestSet english = read_corpus(M150_SOURCE_DIR "/examples/english");
    english.language = Language::english;
    options.topics = topics_of_network(M150_SOURCE_DIR "/examples/english");
    EXPECT_GE(measure(english).parts.at(0).figures[0].mean, .40);
    options.topics_on_documents = true;
    EXPECT_GE(measure(english).parts.at(0).figures[0].mean, .465);
    EXPECT_GE(measure(with_slips(english, {})).parts.at(0).figures[0].mean, .37);
}

}  // namespace
}  // namespace m150::testing
