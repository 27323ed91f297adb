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
        EXPECT_TRUE(one.told || one.confidence < now.options().verdict.perhaps);
        EXPECT_TRUE(one.told || one.best_confidence < now.options().verdict.knows);
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
        const Outcome* last = nullptr;
        for (const Outcome* outcome : now.all<Outcome>()) {
            if (outcome->question != id) continue;
            if (outcome->helpful.value_or(false)) {
                EXPECT_FALSE(listed.contains(id)) << id.str();
                return;
            }
            if (last == nullptr || last->date <= outcome->date) last = outcome;
        }
        const bool nobody = last != nullptr && last->kind == OutcomeKind::no_answer;
        ++open;
        AskOptions again;
        again.question = id;
        const Reply reply = ask(now, again);
        const bool known =
            std::any_of(reply.municipalities.begin(), reply.municipalities.end(),
                        [&](const Knower& one) { return one.confidence >= now.options().verdict.knows; });
        EXPECT_EQ(listed.contains(id), nobody || (reply.verdict == Verdict::nobody && !known)) << id.str();
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

TEST_F(GapsTest, WhatBecameOfAQuestionGoesBeforeWhatIsGuessed) {
    KnowledgeBase told = KnowledgeBase::in_memory();
    told.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    GapsOptions options;
    options.network = Id<Network>("M150");
    const Snapshot before = told.snapshot();
    const Gaps guessed = gaps(before, options);
    ASSERT_LT(guessed.questions.size(), guessed.open_questions);
    // An open question of which the base guesses that something helps.
    std::optional<Id<Question>> open;
    std::optional<Id<Municipality>> asker;
    before.for_each_question(
        [&](const auto& id, const auto& by, Date date, const auto&, const auto& answers) {
            if (open || !by || date < guessed.since || !answers.empty()) return;
            const auto outcomes = before.all<Outcome>();
            if (std::any_of(outcomes.begin(), outcomes.end(),
                            [&](const Outcome* one) { return one->question == id; }))
                return;
            const int number = before.number_of(*by);
            if (!before.is_member(before.municipality(number).id, *options.network)) return;
            AskOptions again;
            again.question = id;
            if (ask(before, again).verdict == Verdict::nobody) return;
            open = id;
            asker = before.municipality(number).id;
        });
    ASSERT_TRUE(open);
    const auto find = [&](const Gaps& found) {
        return std::find_if(found.questions.begin(), found.questions.end(),
                            [&](const QuestionWithoutAnswer& one) { return one.question == open; });
    };
    EXPECT_EQ(find(guessed), guessed.questions.end());
    const auto tell = [&](OutcomeKind kind, int days, std::optional<bool> helpful) {
        Outcome outcome;
        outcome.question = open;
        outcome.kind = kind;
        outcome.helpful = helpful;
        outcome.date = before.today().plus_days(days);
        if (kind == OutcomeKind::passed_on)
            outcome.municipality = before.municipality(before.municipality(0).id == asker ? 1 : 0).id;
        told.record_outcome(outcome);
        told.commit();
        return gaps(told.snapshot(), options);
    };
    const Gaps nobody = tell(OutcomeKind::no_answer, 0, {});
    ASSERT_NE(find(nobody), nobody.questions.end());
    EXPECT_TRUE(find(nobody)->told);
    EXPECT_EQ(nobody.questions.size(), guessed.questions.size() + 1);
    EXPECT_EQ(nobody.open_questions, guessed.open_questions);
    const Gaps taken_up = tell(OutcomeKind::passed_on, 1, {});
    EXPECT_EQ(find(taken_up), taken_up.questions.end())
        << "that nobody answers is not the last word any more";
    const Gaps helped = tell(OutcomeKind::passed_on, 2, true);
    EXPECT_EQ(find(helped), helped.questions.end());
    EXPECT_EQ(helped.open_questions + 1, taken_up.open_questions) << "it is open no more";
    SnapshotOptions strict;
    strict.options = told.options();
    strict.options->verdict.perhaps = strict.options->verdict.likely = 1.0;
    strict.options->verdict.knows = 1.0;  // to the base nobody ever knows
    const Gaps all = gaps(told.snapshot(strict), options);
    EXPECT_EQ(all.questions.size(), all.open_questions);
    EXPECT_EQ(find(all), all.questions.end());
    const auto open_of = [&](const Snapshot& now) {
        GapMapOptions map;
        map.network = options.network;
        map.since = guessed.since;
        int count = 0;
        for (const TopicGap& gap : gap_map(now, map).topics)
            count += gap.open_questions;
        return count;
    };
    EXPECT_LT(open_of(told.snapshot()), open_of(before)) << "the map counts alike";
}

TEST_F(GapsTest, WhoComesNearestIsTheSurestOfThoseNamed) {
    SnapshotOptions strict;
    strict.options = base->options();
    strict.options->verdict.perhaps = strict.options->verdict.likely = 1.0;
    strict.options->verdict.knows = 1.0;
    const Snapshot now = base->snapshot(strict);
    GapsOptions options;
    options.network = Id<Network>("M150");
    int not_first = 0;
    for (const QuestionWithoutAnswer& one : gaps(now, options).questions) {
        AskOptions again;
        again.question = one.question;
        const Reply reply = ask(now, again);
        bool named = false;
        for (const Knower& knower : reply.municipalities) {
            EXPECT_LE(knower.confidence, one.best_confidence);
            named = named || (knower.municipality == one.best && knower.confidence == one.best_confidence);
        }
        EXPECT_EQ(named, one.best.has_value());
        not_first += one.best && reply.municipalities.front().municipality != one.best ? 1 : 0;
    }
    EXPECT_GT(not_first, 0) << "else this shows nothing";
}

TEST_F(GapsTest, OneHelpsAsManyAsItIsAskedAtMost) {
    EXPECT_EQ(GapsOptions{}.helped_by_one, ShareOptions{}.capacity);
    GapsOptions options;
    options.network = Id<Network>("M150");
    options.most_questions = 0;
    EXPECT_FALSE(gaps(base->snapshot(), options).topics.empty());
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
