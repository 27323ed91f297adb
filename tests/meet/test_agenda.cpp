// Agendas against every agenda, and the laws of proposals.
#include "libm150/meet/agenda.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

const Id<Network> network("M150");

World world_of(std::uint64_t seed) {
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = 8;
    return make_world(seed, options);
}

KnowledgeBase base_of(std::uint64_t seed) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world_of(seed));
    NewsItem news;
    news.id = Id<NewsItem>("n");
    news.date = Date(2025, 12, 1);
    news.title = "Nieuws";
    news.topics = {Id<Topic>("t-3")};
    base.add(news);
    base.commit();
    return base;
}

AgendaOptions options_of(const Snapshot& now) {
    AgendaOptions options;
    options.meeting.id = Id<Meeting>("nieuw");
    options.meeting.network = network;
    options.meeting.date = now.today().plus_days(30);
    options.minutes = 60;
    options.lengths = {20, 30};
    options.most_topics = 3;
    options.others = 0;
    return options;
}

// What an agenda is worth by the definition in the header: minutes by topic, 0 for a session at the same
// time.
double worth(const Snapshot& now, const AgendaOptions& o, const std::vector<std::pair<int, int>>& agenda) {
    double total = 0.0;
    for (const Registration& registration : o.meeting.registrations) {
        double filled = 0.0;
        std::vector<double> sessions;
        for (const auto& [topic, minutes] : agenda) {
            double need = now.graph().demand(now.number_of(registration.municipality), topic);
            const auto& wishes = registration.wishes;
            for (std::size_t w = 0; w < wishes.size(); ++w) {
                const double way =
                    wishes.size() > 1 ? static_cast<double>(w) / static_cast<double>(wishes.size() - 1) : 0.0;
                if (wishes[w] == now.topic(topic).id)
                    need = std::max(need, o.first_wish * (1 - way) + o.last_wish * way);
            }
            double news = 0.0;
            for (const NewsItem* item : now.all<NewsItem>()) {
                if (item->topics[0] == now.topic(topic).id)
                    news += std::pow(0.5, days_between(item->date, now.today()) / 90.0);
            }
            need = std::min(1.0, need * (1 + o.news * news / (1 + news)));
            const double met =
                need * (1 - std::pow(2.0, -(minutes > 0 ? minutes : o.parallel_minutes) / o.half_minutes));
            if (minutes > 0)
                filled += met;
            else
                sessions.push_back(met);
        }
        std::sort(sessions.rbegin(), sessions.rend());
        for (int k = 0; k < std::min(registration.people, static_cast<int>(sessions.size())); ++k)
            filled += sessions[static_cast<std::size_t>(k)];
        total += std::min(filled, o.step) + o.second * std::clamp(filled - o.step, 0.0, o.step) +
                 o.third * std::max(0.0, filled - 2 * o.step);
    }
    return total;
}

TEST(ProposeAgenda, IsTheBestOfAllAgendas) {
    Random random(61);
    int parallel = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        for (int i = 0; i < 12; ++i) {
            AgendaOptions options = options_of(now);
            options.parallel_sessions = static_cast<int>(random.below(3));
            options.step = 0.3 + random.uniform();
            options.minutes = 20 * static_cast<int>(random.between(0, 4));
            for (const Municipality* municipality : now.all<Municipality>()) {
                if (!random.chance(0.7)) continue;
                Registration one{municipality->id, static_cast<int>(random.between(1, 2)), {}, {}};
                for (const std::size_t t : random.sample(5, random.below(3)))
                    one.wishes.push_back(now.topic(static_cast<int>(t)).id);
                options.meeting.registrations.push_back(one);
            }
            if (options.meeting.registrations.empty()) continue;
            double best = 0.0;
            std::vector<std::pair<int, int>> agenda;
            const std::function<void(int, int, int)> extend = [&](int topic, int left, int sessions) {
                if (topic == now.graph().topics() || static_cast<int>(agenda.size()) == options.most_topics) {
                    best = std::max(best, worth(now, options, agenda));
                    return;
                }
                extend(topic + 1, left, sessions);
                for (const int minutes : {0, 20, 30}) {
                    if (minutes > left || (minutes == 0 && sessions == 0)) continue;
                    agenda.emplace_back(topic, minutes);
                    extend(topic + 1, left - minutes, sessions - (minutes == 0 ? 1 : 0));
                    agenda.pop_back();
                }
            };
            extend(0, options.minutes, options.parallel_sessions);
            const ProposedAgenda found = propose_agenda(now, options).best;
            ASSERT_TRUE(found.proved);
            ASSERT_NEAR(found.value, best, 1e-6) << seed << ' ' << i;
            ASSERT_LE(found.gap(), 1e-6);
            std::vector<std::pair<int, int>> as_found;
            int used = 0;
            for (const ProposedItem& item : found.items) {
                parallel += item.parallel ? 1 : 0;
                used += item.parallel ? 0 : item.item.minutes;
                as_found.emplace_back(now.number_of(item.item.topics[0]),
                                      item.parallel ? 0 : item.item.minutes);
                ASSERT_LE(reason_error(item.value, item.reasons), 1e-9);
            }
            ASSERT_LE(used, options.minutes);
            ASSERT_NEAR(worth(now, options, as_found), found.value, 1e-9);
        }
    }
    EXPECT_GT(parallel, 20);
}

std::set<std::string> topics_of(const ProposedAgenda& agenda) {
    std::set<std::string> topics;
    for (const ProposedItem& item : agenda.items)
        topics.insert(item.item.topics[0].str());
    return topics;
}

TEST(ProposeAgenda, FurtherAgendasDifferAndAreNoBetter) {
    const Snapshot now = base_of(2).snapshot();
    AgendaOptions options = options_of(now);
    options.others = 3;
    options.differ_by = 2;
    const AgendaProposal proposal = propose_agenda(now, options);
    ASSERT_GE(proposal.others.size(), 2U);
    std::vector<ProposedAgenda> all{proposal.best};
    for (const ProposedAgenda& other : proposal.others) {
        EXPECT_LE(other.value, all.back().value + 1e-6);
        for (const ProposedAgenda& before : all) {
            int missing = 0;
            for (const std::string& topic : topics_of(before))
                missing += topics_of(other).count(topic) ? 0 : 1;
            EXPECT_GE(missing, 2);
        }
        all.push_back(other);
    }
}

TEST(ProposeAgenda, WhatMustIsInAndWhatMustNotIsOut) {
    const Snapshot now = base_of(3).snapshot();
    AgendaOptions options = options_of(now);
    const auto free = topics_of(propose_agenda(now, options).best);
    options.never = {Id<Topic>(*free.begin())};
    for (const Topic* topic : now.all<Topic>()) {
        if (free.count(topic->id.str()) == 0) options.must = {topic->id};
    }
    const auto bound = topics_of(propose_agenda(now, options).best);
    EXPECT_EQ(bound.count(options.never[0].str()), 0U);
    EXPECT_EQ(bound.count(options.must[0].str()), 1U);
}

TEST(ProposeAgenda, ATopicRestsUnlessQuestionsOnItGrew) {
    KnowledgeBase base = base_of(4);
    const auto first = topics_of(propose_agenda(base.snapshot(), options_of(base.snapshot())).best);
    Meeting before;
    before.id = Id<Meeting>("vorige");
    before.title = "Vorige";
    before.network = network;
    before.date = base.snapshot().today().plus_days(-100);
    AgendaItem item;
    item.id = "1";
    item.title = "Toen";
    item.topics = {Id<Topic>(*first.begin())};
    before.agenda = {item};
    base.add(before);
    base.commit();
    AgendaOptions options = options_of(base.snapshot());
    options.grown = 1000;
    const AgendaProposal rested = propose_agenda(base.snapshot(), options);
    ASSERT_EQ(rested.resting.size(), 1U);
    EXPECT_FALSE(rested.resting[0].returns);
    EXPECT_EQ(topics_of(rested.best).count(*first.begin()), 0U);
    for (int i = 0; i < 40; ++i) {
        Question question;
        question.id = Id<Question>("nieuw-" + std::to_string(i));
        question.asked_by = base.snapshot().all<Municipality>()[2]->id;
        question.date = before.date.plus_days(50);
        question.title = "opnieuw";
        question.topics = item.topics;
        base.add(question);
    }
    base.commit();
    options.grown = 1.5;
    const AgendaProposal grown = propose_agenda(base.snapshot(), options);
    EXPECT_TRUE(grown.resting[0].returns);
    EXPECT_GE(grown.resting[0].questions, 40);
    options.rest_meetings = 0;
    EXPECT_TRUE(propose_agenda(base.snapshot(), options).resting.empty());
}

TEST(ProposeAgenda, NobodyRegisteredMeansEverybodyAndNoDemandIsSaid) {
    const Snapshot now = base_of(5).snapshot();
    AgendaOptions options = options_of(now);
    const AgendaProposal all = propose_agenda(now, options);
    ASSERT_EQ(all.notices.size(), 1U);
    EXPECT_EQ(all.notices[0].code, "no-registrations");
    int members = 0;
    for (const Municipality* one : now.all<Municipality>())
        members += now.is_member(one->id, network) ? 1 : 0;
    EXPECT_EQ(all.participants, members);

    KnowledgeBase empty = KnowledgeBase::in_memory();
    Municipality one;
    one.id = parse_municipality_id("100");
    one.name = "Plaats";
    empty.add(one);
    empty.add(Network{network, "M150", {}, {{one.id, false, {}, {}}}, {AudienceKind::everyone, {}, {}}, {}});
    Topic topic;
    topic.id = Id<Topic>("t-0");
    topic.preferred_label = "onderwerp";
    empty.add(topic);
    empty.commit();
    options = options_of(empty.snapshot());
    const AgendaProposal nothing = propose_agenda(empty.snapshot(), options);
    EXPECT_TRUE(nothing.best.items.empty());
    EXPECT_EQ(nothing.notices.back().code, "no-demand");
    options.must = {topic.id};
    EXPECT_EQ(propose_agenda(empty.snapshot(), options).best.items.size(), 1U);
}

TEST(ProposeAgenda, AMergedMunicipalityIsResolvedAndSaidOnce) {
    KnowledgeBase base = base_of(5);
    const World world = world_of(5);
    AgendaOptions options = options_of(base.snapshot());
    options.meeting.registrations = {{world.municipalities.front().id, 2, {}, {}}};
    const AgendaProposal expected = propose_agenda(base.snapshot(), options);
    EXPECT_TRUE(expected.notices.empty());
    const Id<Municipality> merged = add_merged(base, world);
    options.meeting.registrations = {{merged, 1, {}, {}}, {merged, 1, {}, {}}};
    const Snapshot now = base.snapshot();
    const AgendaProposal found = propose_agenda(now, options);
    EXPECT_EQ(found.participants, 1);
    EXPECT_EQ(found.best.value, expected.best.value);
    ASSERT_EQ(found.notices.size(), 2U);
    EXPECT_EQ(explain(now, found.notices[0]), "Oudeplaats is opgegaan in Plaats 0");
    EXPECT_EQ(explain(now, found.notices[1]),
              "Plaats 0 staat meer dan eens op de lijst, en telt voor 2 mensen samen");
}

// What is no topic is said, and changes nothing.
TEST(ProposeAgenda, AWishThatIsNoTopicIsSaid) {
    const Snapshot now = base_of(5).snapshot();
    AgendaOptions options = options_of(now);
    const Id<Topic> wish = now.all<Topic>().front()->id;
    options.meeting.registrations = {{world_of(5).municipalities.front().id, 2, {wish}, {}}};
    const AgendaProposal expected = propose_agenda(now, options);
    options.meeting.registrations[0].wishes = {Id<Topic>("niets"), wish};
    const AgendaProposal found = propose_agenda(now, options);
    EXPECT_EQ(found.best, expected.best);
    ASSERT_EQ(found.notices.size(), expected.notices.size() + 1);
    EXPECT_EQ(explain(now, found.notices.back()),
              "De wens “niets” is geen bekend onderwerp en telt niet mee; gemeenten die haar hebben: 1");
}

TEST(ProposeAgenda, ALimitGivesTheBestThatWasFoundAndSaysSo) {
    int limited = 0, near = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        AgendaOptions options = options_of(now);
        options.parallel_sessions = 2;
        options.others = 1;
        const AgendaProposal exact = propose_agenda(now, options);
        EXPECT_TRUE(exact.best.proved);
        options.solver.most_nodes = 1;
        AgendaOptions again = options;
        for (const ProposedItem& one : exact.best.items)
            again.stay_near.push_back({one.item.topics[0], one.item.minutes, one.parallel});
        for (const AgendaOptions& one : {options, again}) {
            const AgendaProposal found = propose_agenda(now, one);
            ASSERT_FALSE(found.best.items.empty()) << seed;
            EXPECT_GE(found.best.value, 0.8 * exact.best.value) << seed;
            EXPECT_GE(found.best.upper_bound, exact.best.value - 1e-6) << seed;
            const auto told =
                std::count_if(found.notices.begin(), found.notices.end(),
                              [](const Reason& notice) { return notice.code == "agenda-limited"; });
            EXPECT_EQ(told, found.best.proved ? 0 : 1) << seed;
            if (found.best.proved) continue;
            ++limited;
            EXPECT_LT(found.best.gap(), 0.5) << seed;
            EXPECT_NE(explain(now, found.notices.back(), TextLanguage::nl).find("De rekentijd was op: "),
                      std::string::npos);
            if (one.stay_near.empty()) continue;
            ++near;  // the earlier agenda is the best, and was at hand
            EXPECT_NEAR(found.best.value, exact.best.value, 1e-9) << seed;
        }
    }
    EXPECT_GT(limited, 4);
    EXPECT_GT(near, 0);
}

TEST(ProposeAgenda, OptionsThatMakeNoSenseAreRefused) {
    const Snapshot now = base_of(1).snapshot();
    const auto wrong = [&](auto change) {
        AgendaOptions options = options_of(now);
        change(options);
        EXPECT_THROW(propose_agenda(now, options), InvalidInput);
    };
    using O = AgendaOptions;
    wrong([](O& o) { o.meeting.network = Id<Network>("geen"); });
    wrong([](O& o) { o.minutes = -1; });
    wrong([](O& o) { o.lengths.clear(); });
    wrong([](O& o) { o.lengths = {0}; });
    wrong([](O& o) { o.must = {Id<Topic>("geen")}; });
    wrong([](O& o) { o.must = o.never = {Id<Topic>("t-0")}; });
    wrong([](O& o) { o.must = {Id<Topic>("t-0"), Id<Topic>("t-1")}, o.minutes = 30; });
    wrong([](O& o) { o.second = 0.2, o.third = 0.3; });
    wrong([](O& o) { o.differ_by = 0; });
    wrong([](O& o) { o.solver.progress = [](const Progress&) { return false; }; });
}

}  // namespace
}  // namespace m150::testing
