// Programmes under every kind of rule against trying all programmes, and what is said when rules contradict.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/programme_twin.hpp"

namespace m150::testing {
namespace {

TEST(SpeakerRules, TheProgrammeIsTheBestOfAllProgrammes) {
    Random random(31);
    int incomplete = 0, complete = 0, locked = 0, dear = 0;
    for (std::uint64_t world = 1; world <= 10; ++world) {
        const Snapshot now = small_base(world).snapshot();
        for (int i = 0; i < 120; ++i) {
            const MatchSpeakersOptions options = random_options(random);
            const Programme found = match_speakers(now, options);
            const Twin twin(now, options);
            const auto programme = twin.of(found);
            ASSERT_TRUE(twin.allowed(programme)) << world << ' ' << i;
            ASSERT_EQ(twin.worth(programme), twin.best()) << world << ' ' << i;
            ASSERT_TRUE(found.proved);
            const bool all_met = std::get<0>(twin.best()) == 0 && std::get<1>(twin.best()) == 0;
            ASSERT_EQ(found.complete, all_met);
            ASSERT_EQ(found.contradiction.empty(), all_met);
            ASSERT_EQ(found.relaxation.empty(), all_met);
            int missing = 0;
            for (const Unfilled& unfilled : found.unfilled)
                missing += unfilled.missing;
            ASSERT_EQ(missing, -std::get<0>(twin.best()) - std::get<1>(twin.best()));
            ASSERT_EQ(found.locks.size(), options.locks.size());
            for (std::size_t l = 0; l < found.locks.size(); ++l) {
                const LockPrice& lock = found.locks[l];
                ++locked;
                const bool comparable =
                    options.goal == ProgrammeGoal::sum && found.complete && options.keep.empty();
                ASSERT_TRUE(!comparable || lock.price >= -6 * quantum);
                MatchSpeakersOptions without = options;
                without.locks.erase(without.locks.begin() + static_cast<std::ptrdiff_t>(l));
                const Twin free(now, without);
                const auto item = static_cast<std::size_t>(lock.lock.item.back() - '0');
                const auto speaker = static_cast<std::size_t>(lock.lock.speaker.str().back() - '0');
                if (!free.may(item, speaker)) continue;  // it was a candidate by its lock alone
                const long gain = std::get<4>(free.best()) - std::get<4>(twin.best());
                ASSERT_NEAR(lock.price, lock.kept ? static_cast<double>(gain) * quantum : 0.0, 12 * quantum);
                dear += lock.price > 0.05 ? 1 : 0;
            }
            (all_met ? complete : incomplete) += 1;
        }
    }
    EXPECT_GT(incomplete, 200);
    EXPECT_GT(complete, 200);
    EXPECT_GT(locked, 200);
    EXPECT_GT(dear, 50);
}

TEST(SpeakerRules, AlternatesCanTakeOverWhileTheOthersStay) {
    Random random(32);
    int alternates = 0;
    const Snapshot now = small_base(4).snapshot();
    for (int i = 0; i < 200; ++i) {
        MatchSpeakersOptions options = random_options(random);
        options.alternates = 6;
        options.locks.clear();
        options.invited.clear();
        options.min_items_per_speaker = 0;
        const Programme found = match_speakers(now, options);
        const Twin twin(now, options);
        const auto programme = twin.of(found);
        for (std::size_t p = 0; p < found.items.size(); ++p) {
            std::set<std::string> listed;
            for (const Slot& slot : found.items[p].alternates)
                listed.insert(slot.speaker.str());
            for (std::size_t s = 0; s < 6; ++s) {
                if (programme[p].count(s) || !twin.may(p, s)) continue;
                bool can = false;
                auto changed = programme;
                changed[p].insert(s);
                const auto good = [&] {
                    return twin.allowed(changed) &&
                           std::get<1>(twin.worth(changed)) >= std::get<1>(twin.worth(programme));
                };
                can = good();
                for (const std::size_t leaves : programme[p]) {
                    changed = programme;
                    changed[p].erase(leaves);
                    changed[p].insert(s);
                    can = can || good();
                }
                ASSERT_EQ(listed.count(number("s", s)), can ? 1U : 0U) << i << ' ' << p << ' ' << s;
                alternates += can ? 1 : 0;
            }
        }
    }
    EXPECT_GT(alternates, 200);
}

// A base with two speakers on one topic, one of whom cannot come.
KnowledgeBase two_speakers() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    Topic topic;
    topic.id = Id<Topic>("t0");
    topic.preferred_label = "onderwerp 0";
    base.add(topic);
    base.add(Network{network, "M150", {}, {}, {AudienceKind::everyone, {}, {}}, {}});
    for (const char* id : {"a", "b"}) {
        Speaker speaker;
        speaker.id = Id<Speaker>(id);
        speaker.role = std::string("rol ") + id;
        speaker.topics = {topic.id};
        if (id[0] == 'b') speaker.availability = {{day.plus_days(1), day.plus_days(2)}};
        base.add(speaker);
    }
    base.commit();
    return base;
}

TEST(SpeakerRules, ContradictionsAreSaidInWordsWithTheCheapestWayOut) {
    const Snapshot now = two_speakers().snapshot();
    MatchSpeakersOptions options = one_item("t0");
    options.agenda[0].speakers_at_least = options.agenda[0].speakers_at_most = 2;
    const Programme found = match_speakers(now, options);
    EXPECT_FALSE(found.complete);
    EXPECT_EQ(texts(now, found.contradiction),
              (std::vector<std::string>{"“Punt 0” vraagt ten minste 2 sprekers",
                                        "rol b (b) is op 2026-10-08 niet beschikbaar"}));
    EXPECT_EQ(texts(now, found.relaxation), std::vector<std::string>{"laat 1 plaats bij “Punt 0” open"});
    EXPECT_EQ(found.relaxation[0].share, -10.0);
    options.prices.available = 3;
    EXPECT_EQ(texts(now, match_speakers(now, options).relaxation),
              std::vector<std::string>{"vraag rol b (b) om toch te komen op 2026-10-08"});
}

TEST(SpeakerRules, LocksThatContradictAreNamedAndTheRestIsPlanned) {
    const Snapshot now = two_speakers().snapshot();
    MatchSpeakersOptions options = one_item("t0");
    options.locks = {{"p0", Id<Speaker>("a")}};
    options.forbidden = options.locks;
    const Programme found = match_speakers(now, options);
    EXPECT_FALSE(found.complete);
    ASSERT_EQ(found.locks.size(), 1U);
    EXPECT_FALSE(found.locks[0].kept);
    const auto lock = std::find_if(found.unfilled.begin(), found.unfilled.end(),
                                   [](const Unfilled& one) { return one.what == "lock"; });
    ASSERT_NE(lock, found.unfilled.end());
    EXPECT_EQ(lock->why, "rules-contradict");
    EXPECT_EQ(texts(now, found.contradiction), (std::vector<std::string>{"rol a (a) staat vast bij “Punt 0”",
                                                                         "rol a (a) mag niet bij “Punt 0”"}));
}

TEST(SpeakerRules, AMunicipalityThatKnowsCanBeAsked) {
    const Snapshot now = small_base(1).snapshot();
    MatchSpeakersOptions options = one_item("t0");
    options.agenda[0].speakers_at_most = 100;
    options.municipality_candidates = 2;
    const Programme found = match_speakers(now, options);
    const auto& slots = found.items[0].speakers;
    const auto asked =
        std::find_if(slots.begin(), slots.end(), [](const Slot& slot) { return slot.municipality; });
    ASSERT_NE(asked, slots.end());
    EXPECT_EQ(asked->speaker.str(), code(0).str());
    EXPECT_GT(asked->fit, 0.0);
    EXPECT_LE(reason_error(asked->fit, asked->reasons), 1e-9);
    const std::string why = explain_all(now, asked->reasons);
    EXPECT_NE(why.find("biedt ervaring aan in de inventarisatie (2026-01-01)"), std::string::npos) << why;
    options.locks = {{"p0", Id<Speaker>(code(2).str())}};  // knows nothing of it, and is wanted all the same
    const Programme locked = match_speakers(now, options);
    EXPECT_TRUE(locked.locks[0].kept);
}

// After a meeting a municipality that spoke is a speaker on record: it rests as others do, and what it knows
// still counts for what it did not speak on.
TEST(SpeakerRules, AMunicipalityThatSpokeRestsAndIsStillAskedForWhatItKnows) {
    KnowledgeBase base = small_base(1);
    const Id<Speaker> id(code(0).str());
    MatchSpeakersOptions options = one_item("t0");
    options.agenda[0].speakers_at_most = 100;
    options.municipality_candidates = 2;
    const auto slot_of = [&](const Programme& programme) {
        for (const Slot& slot : programme.items[0].speakers) {
            if (slot.speaker == id) return std::optional(slot);
        }
        return std::optional<Slot>();
    };
    const auto before = slot_of(match_speakers(base.snapshot(), options));
    ASSERT_TRUE(before);
    Meeting last;
    last.id = Id<Meeting>("vorige");
    last.title = "Vorige";
    last.network = network;
    last.date = day.plus_days(-100);
    base.add(last);
    const auto spoke_on = [&](const char* topic) {
        Speaker speaker;
        speaker.id = id;
        speaker.role = "gemeente Plaats 0";
        speaker.municipality = code(0);
        speaker.talks = {{last.date, "Toen", {Id<Topic>(topic)}, last.id, 4.0}};
        if (base.snapshot().find(id) != nullptr)
            base.replace(speaker);
        else
            base.add(speaker);
        base.commit();
        return match_speakers(base.snapshot(), options);
    };
    options.rest_meetings = 1;
    EXPECT_FALSE(slot_of(spoke_on("t0")));
    const auto elsewhere = slot_of(spoke_on("t1"));
    ASSERT_TRUE(elsewhere);
    EXPECT_TRUE(elsewhere->municipality);
    EXPECT_GE(elsewhere->fit, before->fit - 1e-9);
    EXPECT_LE(reason_error(elsewhere->fit, elsewhere->reasons), 1e-9);
    options.rest_meetings = 0;
    EXPECT_TRUE(slot_of(spoke_on("t0")));
}

TEST(SpeakerRules, AMeetingInThePastIsPlannedAndSaid) {
    KnowledgeBase base = two_speakers();
    NewsItem news;
    news.id = Id<NewsItem>("n");
    news.date = day.plus_days(100);
    news.title = "later";
    base.add(news);
    base.commit();
    const Snapshot now = base.snapshot();
    const Programme found = match_speakers(now, one_item("t0"));
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(texts(now, found.notices),
              std::vector<std::string>{"De bijeenkomst van 2026-10-08 ligt vóór de peildatum 2027-01-16"});
}

TEST(SpeakerRules, OptionsThatMakeNoSenseAreRefused) {
    const Snapshot now = small_base(1).snapshot();
    const auto wrong = [&](auto change) {
        MatchSpeakersOptions options = one_item("t0");
        change(options);
        EXPECT_THROW(match_speakers(now, options), InvalidInput);
    };
    using O = MatchSpeakersOptions;
    const Id<Speaker> s0("s0"), nobody("nobody");
    wrong([&](O& o) { o.rest_meetings = 1, o.network.reset(); });
    wrong([&](O& o) { o.network = Id<Network>("geen"); });
    wrong([&](O& o) { o.host = Id<Municipality>("GM9999"); });
    wrong([&](O& o) { o.max_travel_km = 0.0; });
    wrong([&](O& o) { o.max_per_organisation = -1; });
    wrong([&](O& o) { o.min_municipalities = 101; });
    wrong([&](O& o) { o.locks = {{"p9", s0}}; });
    wrong([&](O& o) { o.locks = {{"p0", nobody}}; });
    wrong([&](O& o) { o.locks = {{"p0", s0}, {"p0", s0}}; });
    wrong([&](O& o) { o.forbidden = {{"p0", nobody}}; });
    wrong([&](O& o) { o.conflicts = {{s0, s0}}; });
    wrong([&](O& o) { o.conflicts = {{s0, nobody}}; });
    wrong([&](O& o) { o.parallel = {{"p0", "p9"}}; });
    wrong([&](O& o) { o.parallel = {{"p0", "p0"}}; });
    wrong([&](O& o) { o.limits = {{s0, 2, 1}}; });
    wrong([&](O& o) { o.limits = {{s0, 0, 1}, {s0, 0, 2}}; });
    wrong([&](O& o) { o.prices.lock = 0; });
    wrong([&](O& o) { o.solver.most_nodes = 0, o.min_newcomers = 1; });
}

}  // namespace
}  // namespace m150::testing
