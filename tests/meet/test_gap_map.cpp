// The gap map: sums, counts against counting by hand, and what raises a topic.
#include "libm150/meet/gap_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

const Id<Network> network("M150");

KnowledgeBase base_of(std::uint64_t seed) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    WorldOptions options;
    options.all_audiences = false;
    fill(base, make_world(seed, options));
    return base;
}

const TopicGap& gap_on(const GapMap& map, const char* topic) {
    return *std::find_if(map.topics.begin(), map.topics.end(),
                         [&](const TopicGap& gap) { return gap.topic.str() == topic; });
}

TEST(GapMap, EveryTopicHasAScoreThatIsTheSumOfItsReasons) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        const GapMap map = gap_map(now, {network, {}, {}, {}, 10});
        ASSERT_EQ(map.topics.size(), now.all<Topic>().size());
        EXPECT_EQ(map.since, now.today().plus_days(-365));
        double last = 1e9;
        for (const TopicGap& gap : map.topics) {
            EXPECT_LE(gap.score, last);
            last = gap.score;
            EXPECT_LE(reason_error(gap.score, gap.reasons), 1e-9);
            EXPECT_LE(gap.demand, 1.0);
            EXPECT_GT(gap.demand, 0.0);
        }
    }
}

TEST(GapMap, CountsAreThoseOfTheRecords) {
    KnowledgeBase base = base_of(3);
    const Snapshot now = base.snapshot();
    const Date since = now.today().plus_days(-200);
    const GapMap map = gap_map(now, {network, since, {}, {}, 10});
    for (const TopicGap& gap : map.topics) {
        int questions = 0, before = 0, open = 0;
        now.for_each_question([&](const auto&, const auto& asked_by, Date date, const auto& topics,
                                  const std::vector<AnswerFact>& answers) {
            if (!asked_by || !now.is_member(*asked_by, network) || topics[0] != gap.topic) return;
            const bool in = date >= since;
            questions += in ? 1 : 0;
            before += !in && days_between(date, since) <= 201 ? 1 : 0;
            open += in && answers.empty() ? 1 : 0;
        });
        EXPECT_EQ(gap.questions, questions);
        EXPECT_EQ(gap.questions_before, before);
        EXPECT_EQ(gap.open_questions, open);
        double demand = 0.0;
        int members = 0, come = 0;
        for (int m = 0; m < now.graph().municipalities(); ++m) {
            if (!now.is_member(now.municipality(m).id, network)) continue;
            ++members;
            const double one = now.graph().demand(m, now.number_of(gap.topic));
            demand += one;
            come += one >= 0.25 ? 1 : 0;
        }
        EXPECT_EQ(map.members, members);
        EXPECT_NEAR(gap.demand, demand / members, 1e-12);
        EXPECT_EQ(gap.would_come, come);
    }
}

TEST(GapMap, NewsAndASilenceRaiseATopicAndAMeetingLowersIt) {
    KnowledgeBase base = base_of(4);
    const GapMap before = gap_map(base.snapshot());
    NewsItem news;
    news.id = Id<NewsItem>("n");
    news.date = before.today;
    news.title = "Nieuws";
    news.topics = {Id<Topic>("t-1")};
    base.add(news);
    base.commit();
    const GapMap with_news = gap_map(base.snapshot());
    EXPECT_NEAR(gap_on(with_news, "t-1").score, gap_on(before, "t-1").score + 0.1 * 0.5, 1e-9);
    EXPECT_EQ(gap_on(with_news, "t-1").news, std::vector<Id<NewsItem>>{news.id});
    Meeting meeting;
    meeting.id = Id<Meeting>("m");
    meeting.title = "Bijeenkomst";
    meeting.network = network;
    meeting.date = before.today;
    AgendaItem item;
    item.id = "1";
    item.title = "Punt";
    item.topics = {Id<Topic>("t-2")};
    meeting.agenda = {item};
    base.add(meeting);
    base.commit();
    const GapMap treated = gap_map(base.snapshot());
    EXPECT_LT(gap_on(treated, "t-2").score, gap_on(before, "t-2").score);
    EXPECT_EQ(gap_on(treated, "t-2").last_treated, before.today);
    EXPECT_FALSE(gap_on(before, "t-2").last_treated.has_value());
}

TEST(GapMap, ABurstOfQuestionsIsFoundAndSaid) {
    KnowledgeBase base = base_of(5);
    const Date today = base.snapshot().today();
    for (int i = 0; i < 30; ++i) {
        Question question;
        question.id = Id<Question>("nieuw-" + std::to_string(i));
        question.asked_by = base.snapshot().all<Municipality>()[static_cast<std::size_t>(i) % 8]->id;
        question.date = today;
        question.title = "ineens";
        question.topics = {Id<Topic>("t-2")};
        base.add(question);
    }
    base.commit();
    const GapMap map = gap_map(base.snapshot());
    const TopicGap& gap = gap_on(map, "t-2");
    ASSERT_FALSE(gap.bursts.empty());
    EXPECT_EQ(gap.bursts.back().to, today);
    EXPECT_GE(gap.bursts.back().questions, 30);
    EXPECT_TRUE(std::any_of(gap.reasons.begin(), gap.reasons.end(),
                            [](const Reason& reason) { return reason.code == "gap-burst"; }));
    EXPECT_EQ(map.topics.front().topic.str(), "t-2");
}

TEST(GapMap, BadInputIsRefusedAndAnEmptyBaseIsNoError) {
    const Snapshot now = base_of(1).snapshot();
    GapMapOptions options;
    options.network = Id<Network>("geen");
    EXPECT_THROW(gap_map(now, options), InvalidInput);
    options = {};
    options.since = now.today().plus_days(1);
    EXPECT_THROW(gap_map(now, options), InvalidInput);
    options = {};
    options.weights.growth = -1;
    EXPECT_THROW(gap_map(now, options), InvalidInput);
    options = {};
    options.bursts.times = 1.0;
    EXPECT_THROW(gap_map(now, options), InvalidInput);
    KnowledgeBase empty = KnowledgeBase::in_memory();
    EXPECT_THROW(gap_map(empty.snapshot()), InvalidInput);  // no municipalities at all
}

}  // namespace
}  // namespace m150::testing
