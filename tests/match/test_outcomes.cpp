// What became of questions: told, counted, and learned from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

using ::testing::HasSubstr;

const Id<Municipality> zeist("GM0355"), bilt("GM0310"), soest("GM0342");
const Id<Topic> bodycams("bodycams"), honden("honden");

class Outcomes : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const auto& id : {zeist, bilt, soest}) {
            Municipality one;
            one.id = id;
            one.name = id.str();
            base.add(one);
        }
        for (const auto& id : {bodycams, honden}) {
            Topic one;
            one.id = id;
            one.preferred_label = id.str();
            base.add(one);
        }
        question("v-1", bodycams, Date(2026, 1, 5));
        question("v-2", honden, Date(2026, 2, 5));
    }
    void question(const std::string& id, const Id<Topic>& topic, Date date) {
        Question one;
        one.id = Id<Question>(id);
        one.asked_by = zeist;
        one.date = date;
        one.title = "Een vraag over " + topic.str();
        one.topics = {topic};
        one.audience = {AudienceKind::everyone, {}, {}};
        base.add(one);
    }
    Outcome told(const char* question, OutcomeKind kind, Date date, std::optional<bool> helpful) const {
        Outcome one;
        if (question != nullptr) one.question = Id<Question>(question);
        one.kind = kind;
        one.date = date;
        one.helpful = helpful;
        if (kind == OutcomeKind::answered_by_base) one.pair = Id<Question>("v-1");
        if (kind == OutcomeKind::passed_on || kind == OutcomeKind::contacted || kind == OutcomeKind::declined)
            one.municipality = bilt;
        if (question == nullptr) one.asked = date;
        return one;
    }
    std::string refused(const Outcome& outcome) {
        try {
            base.record_outcome(outcome);
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "";
    }
    Snapshot now() {
        base.commit();
        return base.snapshot();
    }
    KnowledgeBase base = KnowledgeBase::in_memory();
};

TEST_F(Outcomes, WhatIsLeftOutIsThatOfTheQuestion) {
    const Outcome written = base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 9), true));
    EXPECT_EQ(written.id.str(), "outcome-1");
    EXPECT_EQ(written.asked_by, zeist);
    EXPECT_EQ(written.asked, Date(2026, 1, 5));
    EXPECT_EQ(written.topics, std::vector{bodycams});
    EXPECT_EQ(base.record_outcome(told("v-2", OutcomeKind::no_answer, Date(2026, 3, 1), {})).id.str(),
              "outcome-2");
    base.remove(written.id);
    EXPECT_EQ(base.record_outcome(told(nullptr, OutcomeKind::passed_on, Date(2026, 3, 2), {})).id.str(),
              "outcome-3")
        << "an id that is taken is passed over";
    EXPECT_EQ(now().all<Outcome>().size(), 2u);
}

TEST_F(Outcomes, ThatContradictEachOtherAreRefusedAndNothingIsLost) {
    base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 9), true));
    EXPECT_THAT(refused(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 10), false)),
                HasSubstr("contradicts outcome outcome-1, which says that it did help"));
    EXPECT_THAT(refused(told("v-1", OutcomeKind::no_answer, Date(2026, 1, 10), {})),
                HasSubstr("says that it was helped by 2026-01-09"));
    EXPECT_EQ(refused(told("v-1", OutcomeKind::no_answer, Date(2026, 1, 8), {})), "")
        << "first nobody did, then somebody did";
    EXPECT_THAT(refused(told("v-1", OutcomeKind::answered_by_base, Date(2026, 1, 7), true)),
                HasSubstr("says that nobody had answered it by 2026-01-08"));
    EXPECT_EQ(refused(told("v-2", OutcomeKind::no_answer, Date(2026, 3, 10), {})), "");
    EXPECT_THAT(refused(told("v-9", OutcomeKind::no_answer, Date(2026, 3, 10), {})), HasSubstr("v-9"));
    EXPECT_THAT(refused(told("v-2", OutcomeKind::no_answer, Date(2026, 2, 4), {})), HasSubstr("lies before"));
    EXPECT_EQ(now().all<Outcome>().size(), 3u);
}

const OutcomeRow& row(const OutcomeFigures& figures, const std::optional<Id<Topic>>& topic,
                      const std::optional<Date>& from) {
    for (const OutcomeRow& one : figures.rows) {
        if (one.topic == topic && one.from == from) return one;
    }
    throw std::runtime_error("no such row");
}

TEST_F(Outcomes, AreCountedOncePerQuestionByTopicAndPeriod) {
    // v-1: the base did not help, de Bilt declined, Soest did help after ten days.
    base.record_outcome(told("v-1", OutcomeKind::answered_by_base, Date(2026, 1, 6), false));
    base.record_outcome(told("v-1", OutcomeKind::declined, Date(2026, 1, 8), {}));
    Outcome helped = told("v-1", OutcomeKind::passed_on, Date(2026, 1, 15), true);
    helped.municipality = soest;
    base.record_outcome(helped);
    // v-2: the base answered at once; nobody said whether it helped.
    base.record_outcome(told("v-2", OutcomeKind::answered_by_base, Date(2026, 2, 7), {}));
    // By telephone, on both topics: nobody knew.
    Outcome phoned = told(nullptr, OutcomeKind::no_answer, Date(2026, 4, 1), {});
    phoned.topics = {bodycams, honden};
    phoned.confidence = 0.1;
    base.record_outcome(phoned);

    const OutcomeFigures figures = outcome_figures(now());
    EXPECT_EQ(figures.rows.size(), 3u + 3u + 3u);
    EXPECT_FALSE(figures.rows.front().topic || figures.rows.front().from);
    const OutcomeCounts& all = row(figures, {}, {}).counts;
    EXPECT_EQ(all.cases, 3);
    EXPECT_EQ(all.by_base, 1);
    EXPECT_EQ(all.passed_on, 1);
    EXPECT_EQ(all.unanswered, 1);
    EXPECT_EQ(all.declined, 1);
    EXPECT_EQ(all.told, 1);
    EXPECT_EQ(all.told_helpful, 1);
    Outcome tried = told(nullptr, OutcomeKind::passed_on, Date(2026, 4, 2), false);
    tried.topics = {honden};
    const Id<Outcome> written = base.record_outcome(tried).id;
    const OutcomeCounts later = row(outcome_figures(now()), {}, {}).counts;
    EXPECT_EQ(later.unanswered, 2) << "it did not help";
    EXPECT_EQ(later.told, 2);
    EXPECT_EQ(later.told_helpful, 1);
    base.remove(written);
    EXPECT_DOUBLE_EQ(all.part_by_base(), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(all.median_days.value(), 6.0) << "10 and 2 days";
    EXPECT_DOUBLE_EQ(all.median_days_by_base.value(), 2.0);
    EXPECT_EQ(row(figures, {}, Date(2026, 1, 1)).counts.cases, 2);
    EXPECT_EQ(row(figures, {}, Date(2026, 4, 1)).counts.unanswered, 1);
    EXPECT_EQ(row(figures, bodycams, {}).counts.cases, 2);
    EXPECT_EQ(row(figures, honden, Date(2026, 1, 1)).counts.by_base, 1);
    EXPECT_EQ(figures.said, 1);
    EXPECT_DOUBLE_EQ(figures.said_mean, 0.1);
    EXPECT_EQ(figures.helped_part, 0.0);

    OutcomeFiguresOptions narrow;
    narrow.since = Date(2026, 2, 1);
    narrow.by = FiguresBy::year;
    EXPECT_EQ(row(outcome_figures(now(), narrow), {}, Date(2026, 1, 1)).counts.cases, 2);
    narrow.since = Date(2027, 1, 1);
    EXPECT_THROW(outcome_figures(now(), narrow), InvalidInput);
    narrow = {};
    narrow.network = Id<Network>("M150");
    EXPECT_THROW(outcome_figures(now(), narrow), InvalidInput);
    SnapshotOptions viewer;
    viewer.viewer = soest;
    EXPECT_EQ(row(outcome_figures(base.snapshot(viewer)), {}, {}).counts.cases, 1) << "its own";
}

TEST_F(Outcomes, WithoutAnyThereIsNothingToLearn) {
    base.commit();
    try {
        recalibrate(base);
        FAIL();
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.what(), HasSubstr("at least 20"));
    }
    RecalibrateOptions few;
    few.least = 1;
    EXPECT_THROW(recalibrate(base, few), InvalidInput);
}

// The example network, with outcomes drawn by a rule: the base helps far less often than it says.
TEST(Recalibrate, LearnsThatTheBaseIsTooSure) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
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
    for (const Outcome* one : now.all<Outcome>())
        base.remove(one->id);
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
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    const Recalibrated one = recalibrate(base);
    const Recalibrated other = recalibrate(base);
    EXPECT_EQ(one.options, other.options);
    ASSERT_TRUE(one.knowers);
    EXPECT_GE(one.knowers->outcomes, 20u);
}

}  // namespace
}  // namespace m150::testing
