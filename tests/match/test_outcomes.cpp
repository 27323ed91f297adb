// What became of questions: told, counted, and learned from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "libm150/m150.hpp"

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
        question("v-0", bodycams, Date(2025, 12, 1));
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
        if (kind == OutcomeKind::answered_by_base) one.pair = Id<Question>("v-0");
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
    const Outcome written =
        base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 9), true)).outcome;
    EXPECT_EQ(written.id.str(), "outcome-1");
    EXPECT_EQ(written.asked_by, zeist);
    EXPECT_EQ(written.asked, Date(2026, 1, 5));
    EXPECT_EQ(written.topics, std::vector{bodycams});
    EXPECT_EQ(base.record_outcome(told("v-2", OutcomeKind::no_answer, Date(2026, 3, 1), {})).outcome.id.str(),
              "outcome-2");
    base.remove(written.id);
    EXPECT_EQ(
        base.record_outcome(told(nullptr, OutcomeKind::passed_on, Date(2026, 3, 2), {})).outcome.id.str(),
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
    const Id<Outcome> written = base.record_outcome(tried).outcome.id;
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

TEST_F(Outcomes, APassOnWaitsForItsAnswer) {
    const auto all = [&] { return row(outcome_figures(now()), {}, {}).counts; };
    base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 8), {}));
    EXPECT_EQ(all().cases, 1);
    EXPECT_EQ(all().waiting, 1);
    EXPECT_EQ(all().unanswered, 0);
    EXPECT_EQ(all().passed_on, 0);
    EXPECT_FALSE(all().median_days);
    // Another one declines, which settles nothing.
    Outcome declined = told("v-1", OutcomeKind::declined, Date(2026, 1, 9), {});
    declined.municipality = soest;
    base.record_outcome(declined);
    EXPECT_EQ(all().waiting, 1);
    const Id<Outcome> nobody =
        base.record_outcome(told("v-1", OutcomeKind::no_answer, Date(2026, 1, 12), {})).outcome.id;
    EXPECT_EQ(all().waiting, 0);
    EXPECT_EQ(all().unanswered, 1) << "nobody did";
    base.remove(nobody);
    base.record_outcome(told("v-1", OutcomeKind::no_answer, Date(2026, 1, 7), {}));
    EXPECT_EQ(all().waiting, 1) << "passed on after that";
    base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 15), true));
    base.record_outcome(told("v-1", OutcomeKind::contacted, Date(2026, 1, 18), true));
    EXPECT_EQ(all().waiting, 0);
    EXPECT_EQ(all().passed_on, 1);
    EXPECT_DOUBLE_EQ(all().median_days.value(), 10.0) << "not the three to the bare pass-on";
    EXPECT_EQ(all().told, 1);

    base.record_outcome(told("v-2", OutcomeKind::answered_by_base, Date(2026, 2, 6), {}));
    EXPECT_EQ(all().by_base, 1) << "what was there is an answer, until somebody says otherwise";
    base.record_outcome(told("v-2", OutcomeKind::answered_by_base, Date(2026, 2, 9), false));
    EXPECT_EQ(all().by_base, 0);
    EXPECT_EQ(all().unanswered, 1);
    EXPECT_EQ(all().cases,
              all().by_base + all().passed_on + all().contacted + all().waiting + all().unanswered);
}

TEST_F(Outcomes, WhatWasSaidIsOfTheSameCasesAsTheRows) {
    Network network;
    network.id = Id<Network>("M150");
    network.name = "M150";
    network.members = {{zeist, {}, {}, {}}};
    base.add(network);
    const auto say = [&](const char* question, OutcomeKind kind, Date date, std::optional<bool> helpful,
                         double confidence, const std::optional<Id<Municipality>>& by = {}) {
        Outcome one = told(question, kind, date, helpful);
        one.confidence = confidence;
        one.asked_by = by;
        base.record_outcome(one);
    };
    say("v-1", OutcomeKind::answered_by_base, Date(2026, 1, 6), {}, 0.8);
    say("v-1", OutcomeKind::answered_by_base, Date(2026, 1, 9), true, 0.8);  // the same once more
    say("v-2", OutcomeKind::no_answer, Date(2026, 2, 9), {}, 0.2);
    say(nullptr, OutcomeKind::no_answer, Date(2026, 2, 20), {}, 0.5, soest);
    OutcomeFigures figures = outcome_figures(now());
    EXPECT_EQ(figures.said, 3);
    EXPECT_DOUBLE_EQ(figures.said_mean, 0.5);
    EXPECT_DOUBLE_EQ(figures.helped_part, 1.0 / 3.0);
    OutcomeFiguresOptions options;
    options.network = network.id;
    figures = outcome_figures(now(), options);
    EXPECT_EQ(figures.said, 2) << "Soest is no member";
    EXPECT_DOUBLE_EQ(figures.helped_part, 0.5);
    options.since = Date(2026, 2, 1);
    figures = outcome_figures(now(), options);
    EXPECT_EQ(figures.said, 1);
    EXPECT_DOUBLE_EQ(figures.said_mean, 0.2);
    EXPECT_EQ(figures.helped_part, 0.0);
}

TEST_F(Outcomes, WhoMergedIsToldAsAddTellsIt) {
    Municipality heir;
    heir.id = Id<Municipality>("GM1992");
    heir.name = "Voorne aan Zee";
    base.add(heir);
    Municipality gone = heir;
    gone.id = Id<Municipality>("GM0501");
    gone.name = "Brielle";
    gone.valid_to = Date(2022, 12, 31);
    gone.successor = heir.id;
    base.add(gone);
    Outcome outcome = told("v-1", OutcomeKind::passed_on, Date(2026, 1, 9), true);
    EXPECT_TRUE(base.record_outcome(outcome).notices.empty());
    outcome.municipality = gone.id;
    const RecordedOutcome written = base.record_outcome(outcome);
    EXPECT_EQ(written.outcome.municipality, heir.id);
    ASSERT_EQ(written.notices.size(), 1u);
    EXPECT_THAT(written.notices.front(), HasSubstr("GM0501 Brielle merged into GM1992 Voorne aan Zee"));
    outcome.kind = OutcomeKind::contacted;
    outcome.helpful = false;
    EXPECT_THAT(refused(outcome), HasSubstr("contradicts outcome outcome-2"));
}

TEST_F(Outcomes, AChangedVerdictIsToldByReplacing) {
    Outcome verdict =
        base.record_outcome(told("v-1", OutcomeKind::passed_on, Date(2026, 1, 9), true)).outcome;
    EXPECT_THAT(refused(told("v-1", OutcomeKind::contacted, Date(2026, 1, 9), false)),
                HasSubstr("replace outcome-1 when the verdict changed"));
    Outcome added = told("v-1", OutcomeKind::declined, Date(2026, 1, 9), {});
    added.id = Id<Outcome>("u-1");
    added.asked = Date(2026, 1, 5);
    EXPECT_THROW(base.add(added), InvalidInput);
    verdict.helpful = false;
    base.replace(verdict);
    EXPECT_EQ(row(outcome_figures(now()), {}, {}).counts.told_helpful, 0);
    EXPECT_TRUE(base.check().empty());
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

}  // namespace
}  // namespace m150::testing
