// How sure to be, learned from what became of questions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

KnowledgeBase example() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    return base;
}

void remove_outcomes(KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    for (const Outcome* one : now.all<Outcome>())
        base.remove(one->id);
}

// The example network, with outcomes drawn by a rule: the base helps far less often than it says.
TEST(Recalibrate, LearnsThatTheBaseIsTooSure) {
    KnowledgeBase base = example();
    const Snapshot now = base.snapshot();
    Random random(5);
    std::vector<Outcome> told;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto& topics, const auto&) {
            if (date < Date(2025, 1, 1) || told.size() >= 120) return;
            Outcome one;
            one.id = Id<Outcome>("t-" + std::to_string(told.size()));
            one.question = id;
            one.asked_by = asked_by;
            one.asked = one.date = date;
            one.topics = topics;
            one.kind = OutcomeKind::answered_by_base;
            one.helpful = random.chance(0.1);
            told.push_back(one);
        });
    remove_outcomes(base);
    for (const Outcome& one : told)
        base.add(one);
    base.commit();
    const Recalibrated learned = recalibrate(base);
    ASSERT_TRUE(learned.answers);
    EXPECT_FALSE(learned.knowers) << "nobody was asked";
    EXPECT_GT(learned.answers->said, learned.answers->happened + 0.05);
    EXPECT_LT(learned.answers->loss_after, learned.answers->loss_before) << "out of fold";
    EXPECT_EQ(learned.options.confidence.knows_constant, base.options().confidence.knows_constant);
    base.configure(learned.options);
    const Recalibrated again = recalibrate(base);
    EXPECT_NEAR(again.answers->said, again.answers->happened, 0.03);

    RecalibrateOptions cancelled;
    cancelled.progress = [](const Progress&) { return false; };
    EXPECT_THROW(recalibrate(base, cancelled), InvalidInput);
}

TEST(Recalibrate, TheSameRecordsGiveTheSameBits) {
    KnowledgeBase base = example();
    const Recalibrated one = recalibrate(base);
    const Recalibrated other = recalibrate(base);
    EXPECT_EQ(one.options, other.options);
    ASSERT_TRUE(one.knowers);
    EXPECT_GE(one.knowers->outcomes, 20u);
}

// Those who are named first help far less often than it is said, but the surer the oftener.
TEST(Recalibrate, LearnsThatTheKnowersAreNotSoSure) {
    KnowledgeBase base = example();
    remove_outcomes(base);
    base.commit();
    const Snapshot now = base.snapshot();
    Random random(11);
    std::vector<Outcome> told;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto& topics, const auto&) {
            if (date < Date(2025, 1, 1) || told.size() >= 100) return;
            SnapshotOptions before;
            before.as_of = date.plus_days(-1);
            AskOptions ask;
            const Question question = now.pair(id)->question;
            ask.text = question.title + "\n" + question.text;
            ask.asked_by = asked_by;
            ask.limit = 1;
            const std::vector<Knower> knowers = m150::ask(base.snapshot(before), ask).municipalities;
            if (knowers.empty()) return;
            Outcome one;
            one.id = Id<Outcome>("t-" + std::to_string(told.size()));
            one.question = id;
            one.asked_by = asked_by;
            one.asked = one.date = date;
            one.topics = topics;
            one.kind = OutcomeKind::passed_on;
            one.municipality = knowers.front().municipality;
            one.helpful = random.chance(0.4 * knowers.front().confidence);
            told.push_back(one);
        });
    for (const Outcome& one : told)
        base.add(one);
    base.commit();
    const Recalibrated learned = recalibrate(base);
    EXPECT_FALSE(learned.answers) << "the base never helped";
    ASSERT_TRUE(learned.knowers);
    const Recalibration& knowers = *learned.knowers;
    EXPECT_TRUE(knowers.better);
    EXPECT_GT(knowers.said, knowers.happened + 0.1);
    EXPECT_LT(knowers.loss_after, knowers.loss_before) << "out of fold";
    EXPECT_NE(learned.options.confidence.knows_constant, base.options().confidence.knows_constant);
    EXPECT_EQ(learned.options.confidence.constant, base.options().confidence.constant);
    base.configure(learned.options);
    const Recalibrated again = recalibrate(base);
    EXPECT_NEAR(again.knowers->said, again.knowers->happened, 0.03);
}

TEST(Recalibrate, WhatIsToldTwiceTeachesOnce) {
    KnowledgeBase base = example();
    const Recalibrated once = recalibrate(base);
    const Snapshot now = base.snapshot();
    for (const Outcome* one : now.all<Outcome>()) {
        Outcome again = *one;
        again.id = Id<Outcome>("nogmaals-" + one->id.str());
        base.add(again);
    }
    base.commit();
    const Recalibrated twice = recalibrate(base);
    ASSERT_TRUE(once.answers && twice.answers && once.knowers && twice.knowers);
    EXPECT_EQ(once.options, twice.options);
    for (const auto& [one, other] :
         {std::pair{*once.answers, *twice.answers}, {*once.knowers, *twice.knowers}}) {
        EXPECT_EQ(one.outcomes, other.outcomes);
        EXPECT_EQ(one.loss_before, other.loss_before);
        EXPECT_EQ(one.loss_after, other.loss_after);
        EXPECT_EQ(one.loss_constant, other.loss_constant);
    }
}

// Of the outcomes of this network, drawn without a look at the confidence, the few that tell of
// municipalities teach less than tossing a coin knows.
TEST(Recalibrate, WhatBecomesNoBetterStaysAsItIs) {
    KnowledgeBase base = example();
    const Recalibrated learned = recalibrate(base);
    ASSERT_TRUE(learned.knowers);
    const Recalibration& knowers = *learned.knowers;
    EXPECT_GT(knowers.loss_after, std::log(2.0));
    EXPECT_LT(knowers.loss_constant, knowers.loss_after);
    EXPECT_FALSE(knowers.better);
    EXPECT_EQ(knowers.slope, 1.0);
    EXPECT_EQ(knowers.constant, 0.0);
    const ConfidenceOptions before = base.options().confidence, after = learned.options.confidence;
    EXPECT_EQ(after.knows_evidence, before.knows_evidence);
    EXPECT_EQ(after.knows_score, before.knows_score);
    EXPECT_EQ(after.knows_constant, before.knows_constant);
}

// Nor does the confidence of an answer tell one of these from another: scaled to what happened it would say
// the same of every question, which is less to be had than a confidence that is too sure.
TEST(Recalibrate, WhatWouldSayTheSameOfEverythingStaysAsItIs) {
    KnowledgeBase base = example();
    const Recalibrated learned = recalibrate(base);
    ASSERT_TRUE(learned.answers);
    EXPECT_LT(learned.answers->loss_after, std::min(learned.answers->loss_before, std::log(2.0)));
    EXPECT_FALSE(learned.answers->better);
    EXPECT_EQ(learned.options.confidence.similarity, base.options().confidence.similarity);
    EXPECT_EQ(learned.options.confidence.constant, base.options().confidence.constant);
}

// However many were asked for one question, it is in one fifth: what they have in common is not known before.
TEST(Recalibrate, ThoseOfOneQuestionAreInOneFold) {
    KnowledgeBase base = example();
    remove_outcomes(base);
    base.commit();
    const Snapshot now = base.snapshot();
    std::vector<Id<Municipality>> known;
    for (int i = 0; i < 60; ++i)
        known.push_back(now.municipality(i).id);
    Random random(3);
    int questions = 0, serial = 0;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto& topics, const auto&) {
            if (date < Date(2025, 6, 1) || questions >= 6) return;
            ++questions;
            const bool helped = questions % 2 == 0;  // all of a question alike
            for (const auto& who : known) {
                if (who == asked_by) continue;
                Outcome one;
                one.id = Id<Outcome>("t-" + std::to_string(serial++));
                one.question = id;
                one.asked_by = asked_by;
                one.asked = one.date = date;
                one.topics = topics;
                one.kind = OutcomeKind::passed_on;
                one.municipality = who;
                one.helpful = helped;
                base.add(one);
            }
        });
    base.commit();
    const Recalibrated learned = recalibrate(base);
    ASSERT_TRUE(learned.knowers);
    EXPECT_GT(learned.knowers->outcomes, 60u);
    // Of a question left out the others say the opposite oftener than not; of a piece of a question its rest
    // would say what it is.
    EXPECT_GT(learned.knowers->loss_constant, 0.75);
    EXPECT_FALSE(learned.knowers->better);
}

}  // namespace
}  // namespace m150::testing
