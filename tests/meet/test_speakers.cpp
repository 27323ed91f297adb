#include "libm150/meet/speakers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

KnowledgeBase world_base(std::uint64_t seed) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = 5;
    fill(base, make_world(seed, options));
    return base;
}

std::vector<AgendaItem> agenda_of(const Snapshot& now, std::size_t items) {
    std::vector<AgendaItem> agenda;
    for (std::size_t i = 0; i < items; ++i) {
        AgendaItem& item = agenda.emplace_back();
        const Topic& topic = *now.all<Topic>()[i % now.all<Topic>().size()];
        item.id = "item-" + std::to_string(i);
        item.title = "Over " + topic.preferred_label;
        item.topics = {topic.id};
    }
    return agenda;
}

// Every way of giving each item one speaker at most.
double best_by_trying(const SpeakerFit& fit, const MatchSpeakersOptions& options, std::size_t item,
                      std::vector<int>& used) {
    if (item == fit.items.size()) return 0.0;
    double best = -1e9;  // an item without a speaker is not allowed while there are candidates
    for (std::size_t s = 0; s < fit.speakers.size(); ++s) {
        if (used[s] == options.max_items_per_speaker || fit.value(item, s) < options.least_fit) continue;
        ++used[s];
        best = std::max(best, fit.value(item, s) + best_by_trying(fit, options, item + 1, used));
        --used[s];
    }
    return best;
}

TEST(SpeakerFit, ValuesAreSumsOfReasonsBetweenZeroAndOne) {
    const Snapshot now = world_base(1).snapshot();
    const SpeakerFit fit = speaker_fit(now, agenda_of(now, 4));
    ASSERT_EQ(fit.values.size(), fit.items.size() * fit.speakers.size());
    for (std::size_t i = 0; i < fit.values.size(); ++i) {
        EXPECT_GE(fit.values[i], 0.0);
        EXPECT_LE(fit.values[i], 1.0);
        EXPECT_LE(reason_error(fit.values[i], fit.reasons[i]), 1e-9);
    }
    EXPECT_GT(*std::max_element(fit.values.begin(), fit.values.end()), 0.3);
}

TEST(MatchSpeakers, IsTheBestProgrammeThereIs) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Snapshot now = world_base(seed).snapshot();
        MatchSpeakersOptions options;
        options.agenda = agenda_of(now, 4);
        options.least_fit = 0.0001;
        for (const int most : {1, 2}) {
            options.max_items_per_speaker = most;
            const Programme programme = match_speakers(now, options);
            ASSERT_TRUE(programme.complete);
            const SpeakerFit fit = speaker_fit(now, options.agenda);
            std::vector<int> used(fit.speakers.size(), 0);
            EXPECT_NEAR(programme.objective, best_by_trying(fit, options, 0, used), 1e-9);
            EXPECT_NEAR(programme.upper_bound, programme.objective, 1e-9);
            std::map<Id<Speaker>, int> items;
            for (const ProgrammeItem& item : programme.items) {
                ASSERT_EQ(item.speakers.size(), 1U);
                EXPECT_LE(++items[item.speakers.front().speaker], most);
                for (const Slot& alternate : item.alternates)
                    EXPECT_NE(alternate.speaker, item.speakers.front().speaker);
            }
        }
    }
}

TEST(MatchSpeakers, WhoIsNotAvailableIsLeftOut) {
    KnowledgeBase base = world_base(2);
    const Date day(2026, 4, 9);
    const auto speakers = base.snapshot().all<Speaker>();
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        Speaker changed = *speakers[i];
        changed.availability = {i % 2 == 0 ? Period{day, day} : Period{day.plus_days(1), day.plus_days(30)}};
        base.replace(changed);
    }
    base.commit();
    const Snapshot now = base.snapshot();
    MatchSpeakersOptions options;
    options.agenda = agenda_of(now, 3);
    options.date = day;
    for (const ProgrammeItem& item : match_speakers(now, options).items) {
        for (const Slot& slot : item.speakers)
            EXPECT_EQ(now.find(slot.speaker)->availability.front().from, day);
        for (const Slot& slot : item.alternates)
            EXPECT_EQ(now.find(slot.speaker)->availability.front().from, day);
    }
}

TEST(MatchSpeakers, AnAgendaThatCannotBeFilledSaysWhichConstraintStopsIt) {
    const Snapshot now = world_base(3).snapshot();
    MatchSpeakersOptions options;
    options.agenda = agenda_of(now, 2);
    options.agenda[1].speakers_at_least = options.agenda[1].speakers_at_most = 900;
    const Programme programme = match_speakers(now, options);
    EXPECT_FALSE(programme.complete);
    ASSERT_EQ(programme.unfilled.size(), 1U);
    EXPECT_EQ(programme.unfilled[0].id, "item-1");
    EXPECT_EQ(programme.unfilled[0].why, "too-few-speakers");
    EXPECT_GT(programme.unfilled[0].missing, 0);
    EXPECT_EQ(programme.unfilled[0].missing, programme.items[1].missing);

    options.agenda = agenda_of(now, 1);
    options.least_fit = 1.0;
    const Programme nobody = match_speakers(now, options);
    ASSERT_EQ(nobody.unfilled.size(), 1U);
    EXPECT_EQ(nobody.unfilled[0].why, "no-candidates");
    EXPECT_FALSE(nobody.complete);
}

// matching.md's case: giving the invited speaker her minimum first, and filling the rest afterwards, would
// fail.
TEST(MatchSpeakers, MinimumsAreMetTogetherWithTheRest) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const auto topic = [&](const char* id, const char* label) {
        Topic one;
        one.id = Id<Topic>(id);
        one.preferred_label = label;
        base.add(one);
    };
    topic("p1", "zwerfafval");
    topic("p2", "drugsoverlast");
    const auto speaker = [&](const char* id, std::vector<Id<Topic>> topics) {
        Speaker one;
        one.id = Id<Speaker>(id);
        one.role = "adviseur";
        one.topics = std::move(topics);
        base.add(one);
    };
    speaker("a", {Id<Topic>("p1"), Id<Topic>("p2")});
    speaker("b", {Id<Topic>("p1")});
    base.commit();
    const Snapshot now = base.snapshot();
    MatchSpeakersOptions options;
    options.agenda.resize(2);
    options.agenda[0].id = "p1", options.agenda[0].title = "zwerfafval",
    options.agenda[0].topics = {Id<Topic>("p1")};
    options.agenda[1].id = "p2", options.agenda[1].title = "drugsoverlast",
    options.agenda[1].topics = {Id<Topic>("p2")};
    options.invited = {Id<Speaker>("a")};
    options.min_items_per_speaker = 1;
    const Programme programme = match_speakers(now, options);
    ASSERT_TRUE(programme.complete);
    EXPECT_EQ(programme.items[0].speakers.at(0).speaker.str(), "b");
    EXPECT_EQ(programme.items[1].speakers.at(0).speaker.str(), "a");
}

TEST(MatchSpeakers, OptionsThatMakeNoSenseAreRefused) {
    const Snapshot now = world_base(4).snapshot();
    MatchSpeakersOptions options;
    EXPECT_THROW(match_speakers(now, options), InvalidInput);  // no items
    options.agenda = agenda_of(now, 2);
    options.agenda[1].id = options.agenda[0].id;
    EXPECT_THROW(match_speakers(now, options), InvalidInput);
    options.agenda = agenda_of(now, 2);
    options.max_items_per_speaker = 0;
    EXPECT_THROW(match_speakers(now, options), InvalidInput);
    options.max_items_per_speaker = 1;
    options.invited = {Id<Speaker>("nobody")};
    EXPECT_THROW(match_speakers(now, options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
