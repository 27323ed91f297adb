#include "libm150/meet/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

class GapsTest : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        base = new KnowledgeBase(KnowledgeBase::in_memory());
        base->load(std::string(M150_SOURCE_DIR) + "/examples/network");
    }
    static void TearDownTestSuite() { delete base; }
    static KnowledgeBase* base;
};
KnowledgeBase* GapsTest::base = nullptr;

// The slow twin: each question by itself.
TEST_F(GapsTest, AQuestionIsOneWhenNobodyKnowsWhenItIsPutAgain) {
    // The questions of this network have siblings that were answered, and many know: here only what is
    // surer than usual counts.
    SnapshotOptions strict;
    strict.options = base->options();
    strict.options->verdict.perhaps = 0.4;
    strict.options->verdict.knows = 0.9;
    const Snapshot now = base->snapshot(strict);
    GapsOptions options;
    options.network = Id<Network>("M150");
    const Gaps found = gaps(now, options);
    EXPECT_FALSE(found.questions.empty());
    EXPECT_LT(found.questions.size(), found.asked_again);
    EXPECT_LT(gaps(base->snapshot(), options).questions.size(), found.questions.size());
    EXPECT_EQ(found.asked_again, found.open_questions);
    std::set<Id<Question>> listed;
    Date before = now.today();
    for (const QuestionWithoutAnswer& one : found.questions) {
        listed.insert(one.question);
        EXPECT_LE(one.date, before);
        before = one.date;
        EXPECT_LT(one.confidence, now.options().verdict.perhaps);
        EXPECT_LT(one.best_confidence, now.options().verdict.knows);
        EXPECT_EQ(one.item.topics, now.pair(one.question)->question.topics);
        EXPECT_FALSE(one.item.title.empty());
    }
    std::size_t open = 0;
    now.for_each_question([&](const auto& id, const auto& by, Date date, const auto&, const auto& answers) {
        if (!by || date < found.since) return;
        const int asker = now.number_of(*by);
        if (asker < 0 || !now.is_member(now.municipality(asker).id, *options.network)) return;
        bool answered = false;
        for (const AnswerFact& answer : answers)
            answered = answered || answer.status == AnswerStatus::current;
        if (answered) {
            EXPECT_FALSE(listed.contains(id));
            return;
        }
        ++open;
        AskOptions again;
        again.question = id;
        const Reply reply = ask(now, again);
        EXPECT_EQ(listed.contains(id), reply.verdict == Verdict::nobody) << id.str();
        for (const FoundAnswer& answer : reply.answers)
            EXPECT_NE(answer.question.id, id) << "it does not answer itself";
    });
    EXPECT_EQ(open, found.open_questions);
}

TEST_F(GapsTest, ATopicIsOneWhenMoreNeedItThanCanBeHelped) {
    const Snapshot now = base->snapshot();
    GapsOptions options;
    options.network = Id<Network>("M150");
    options.most_questions = 0;
    options.helped_by_one = 1;
    const Gaps found = gaps(now, options);
    EXPECT_EQ(found.asked_again, 0u);
    ASSERT_FALSE(found.topics.empty());
    int before = 1'000'000;
    for (const TopicWithoutSupply& one : found.topics) {
        EXPECT_EQ(one.unserved, one.gap.would_come - one.available);
        EXPECT_GT(one.unserved, 0);
        EXPECT_LE(one.unserved, before);
        before = one.unserved;
        EXPECT_LE(one.available, one.gap.know);
        EXPECT_EQ(one.item.topics, std::vector{one.gap.topic});
    }
    options.helped_by_one = 1000;
    for (const TopicWithoutSupply& one : gaps(now, options).topics)
        EXPECT_EQ(one.available, 0) << "one who knows can help all of them";
}

TEST_F(GapsTest, RefusesWhatCannotBe) {
    const Snapshot now = base->snapshot();
    for (const int bad : {0, -1, 1001}) {
        GapsOptions options;
        options.helped_by_one = bad;
        EXPECT_THROW(gaps(now, options), InvalidInput);
    }
    GapsOptions options;
    options.network = Id<Network>("M151");
    EXPECT_THROW(gaps(now, options), InvalidInput);
    options = {};
    options.since = now.today().plus_days(1);
    EXPECT_THROW(gaps(now, options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
