// Meetings planned as a whole: the chain is its steps, edits hold, and what was not edited stays.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/plan_world.hpp"

namespace m150::testing {
namespace {

TEST(PlanMeeting, IsItsStepsOneAfterTheOther) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        const PlanOptions options = options_of(now);
        const MeetingPlan plan = plan_meeting(now, options);
        GapMapOptions gaps;
        gaps.network = network;
        EXPECT_EQ(plan.gaps, gap_map(now, gaps));
        AgendaOptions agenda = options.agenda;
        agenda.meeting = options.meeting;
        const AgendaProposal proposal = propose_agenda(now, agenda);
        ASSERT_TRUE(plan.proposal);
        EXPECT_EQ(plan.proposal->best.value, proposal.best.value);
        ASSERT_EQ(plan.agenda.size(), proposal.best.items.size());
        ASSERT_FALSE(plan.agenda.empty());
        for (std::size_t i = 0; i < plan.agenda.size(); ++i) {
            EXPECT_EQ(plan.agenda[i].topics, proposal.best.items[i].item.topics);
            EXPECT_EQ(plan.agenda[i].minutes, proposal.best.items[i].item.minutes);
            EXPECT_EQ(plan.agenda[i].id, plan.agenda[i].topics[0].str());
        }
        MatchSpeakersOptions speakers = options.speakers;
        speakers.agenda = plan.agenda;
        speakers.date = options.meeting.date;
        speakers.network = network;
        EXPECT_EQ(*plan.programme, match_speakers(now, speakers));
        SeatOptions seating = options.seating;
        seating.meeting = options.meeting;
        EXPECT_EQ(*plan.seating, seat(now, seating));
        EXPECT_FALSE(plan.agenda_kept);
        EXPECT_EQ(plan_to_json(plan), plan_to_json(plan_meeting(now, options)));
    }
}

TEST(PlanMeeting, AMeetingWithAnAgendaKeepsItAndThatIsSaid) {
    const Snapshot now = base_of(1).snapshot();
    PlanOptions options = options_of(now);
    AgendaItem own;
    own.id = "1";
    own.title = "Eigen punt";
    own.topics = {Id<Topic>("t-2")};
    options.meeting.agenda = {own};
    const MeetingPlan plan = plan_meeting(now, options);
    EXPECT_TRUE(plan.agenda_kept);
    EXPECT_FALSE(plan.proposal);
    EXPECT_EQ(plan.agenda, options.meeting.agenda);
    EXPECT_EQ(plan.programme->items.size(), 1U);
    EXPECT_TRUE(said(plan, "plan-agenda-kept"));
    EXPECT_THROW(lock(plan, {}, Id<Topic>("t-1")), InvalidInput);
    options.edits.no_topics = {Id<Topic>("t-1")};
    EXPECT_THROW(plan_meeting(now, options), InvalidInput);
    options.replace_agenda = true;
    const MeetingPlan other = plan_meeting(now, options);
    EXPECT_TRUE(other.proposal);
    EXPECT_EQ(items_of(other).count("t-1"), 0U);
    EXPECT_EQ(meeting_of(other).agenda, other.agenda);
}

TEST(PlanMeeting, WhatCannotBeDoneIsSaidAndNothingElseIsLost) {
    const Snapshot now = base_of(2).snapshot();
    PlanOptions options = options_of(now);
    options.meeting.registrations.clear();
    options.meeting.date = now.today().plus_days(-3);
    const MeetingPlan plan = plan_meeting(now, options);
    EXPECT_FALSE(plan.seating);
    EXPECT_FALSE(plan.agenda.empty());
    EXPECT_TRUE(plan.programme);
    EXPECT_TRUE(said(plan, "plan-no-seating"));
    EXPECT_TRUE(said(plan, "no-registrations"));
    EXPECT_TRUE(said(plan, "meeting-past"));  // by three steps, and once
    for (const Reason& notice : plan.notices) {
        EXPECT_NE(explain(now, notice, TextLanguage::nl), notice.code);
        EXPECT_NE(explain(now, notice, TextLanguage::nl), explain(now, notice, TextLanguage::en));
    }
}

TEST(PlanMeeting, ADemandOfZeroEverywhereGivesAnEmptyAgendaAndSeatsAllTheSame) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    for (int i = 0; i < 6; ++i) {
        Municipality one;
        one.id = parse_municipality_id(std::to_string(100 + i));
        one.name = "Plaats " + std::to_string(i);
        one.inhabitants[2026] = 30'000;
        base.add(one);
    }
    base.add(Network{network, "M150", {{25000, 75000, {}, {}}}, {}, {AudienceKind::everyone, {}, {}}, {}});
    for (int t = 0; t < 5; ++t) {
        Topic topic;
        topic.id = Id<Topic>("t-" + std::to_string(t));
        topic.preferred_label = "Onderwerp " + std::to_string(t);
        base.add(topic);
    }
    NewsItem news;  // a base without any dated record has no today
    news.id = Id<NewsItem>("n");
    news.title = "Nieuws";
    news.date = Date(2026, 1, 1);
    base.add(news);
    base.commit();
    const Snapshot now = base.snapshot();
    PlanOptions options = options_of(now);
    for (Registration& one : options.meeting.registrations)
        one.wishes.clear();
    const MeetingPlan plan = plan_meeting(now, options);
    EXPECT_TRUE(plan.agenda.empty());
    EXPECT_FALSE(plan.programme);
    EXPECT_EQ(plan.seating->people, 9);
    for (const char* code : {"plan-no-demand", "no-demand", "plan-no-speakers"})
        EXPECT_TRUE(said(plan, code)) << code;
    EXPECT_EQ(plan_to_json(plan_from_json(plan_to_json(plan))), plan_to_json(plan));
}

TEST(PlanMeeting, ALimitOfTheSolverLeavesAnAgendaAndSaysSo) {
    const Snapshot now = base_of(1).snapshot();
    PlanOptions options = options_of(now);
    options.agenda.parallel_sessions = 3;
    options.agenda.most_topics = 8;
    options.agenda.solver.most_nodes = 1;
    const MeetingPlan plan = plan_meeting(now, options);
    ASSERT_FALSE(plan.proposal->best.proved);
    EXPECT_FALSE(plan.agenda.empty());
    EXPECT_FALSE(placements_of(plan).empty());
    EXPECT_LT(plan.proposal->best.gap(), 0.5);
    EXPECT_TRUE(said(plan, "agenda-limited"));
    EXPECT_FALSE(said(plan, "plan-no-speakers"));
    // Planned again within the same limit nothing of it is lost.
    EXPECT_EQ(items_of(plan_again(now, plan, plan.options)), items_of(plan));
}

// Who lives too far from the host is no speaker, unless nobody travels.
TEST(PlanMeeting, AnOnlineMeetingHasNoHostAndNobodyTravels) {
    KnowledgeBase base = base_of(1);
    const Snapshot before = base.snapshot();
    int i = 0;
    std::vector<Id<Municipality>> places;
    for (const Municipality* one : before.all<Municipality>()) {
        Municipality placed = *one;
        placed.latitude = 51.0 + 0.2 * i;  // 22 km from one to the next
        placed.longitude = 5.0;
        places.push_back(placed.id);
        base.replace(placed);
        ++i;
    }
    for (const Speaker* one : before.all<Speaker>()) {
        Speaker far = *one;
        far.organisation.reset();
        far.municipality = places.back();
        base.replace(far);
    }
    base.commit();
    const Snapshot now = base.snapshot();
    PlanOptions options = options_of(now);
    options.meeting.host = places.front();
    options.speakers.max_travel_km = 10.0;
    options.speakers.municipality_candidates = 0;
    const MeetingPlan physical = plan_meeting(now, options);
    EXPECT_TRUE(placements_of(physical).empty());
    options.meeting.online = true;
    const MeetingPlan online = plan_meeting(now, options);
    EXPECT_FALSE(placements_of(online).empty());
    options.meeting.host.reset();
    const MeetingPlan nowhere = plan_meeting(now, options);
    EXPECT_EQ(*online.programme, *nowhere.programme);
    // What is treated does not hang on where, nor who sits where.
    EXPECT_EQ(online.agenda, physical.agenda);
    EXPECT_EQ(online.seating, physical.seating);
}

TEST(PlanAgain, WithoutEditsNothingChanges) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        const MeetingPlan plan = plan_meeting(now, options_of(now));
        const MeetingPlan again = plan_again(now, plan, plan.options);
        EXPECT_EQ(diff(plan, again), PlanDiff{});
        EXPECT_EQ(again.agenda, plan.agenda);
        EXPECT_EQ(placements_of(again), placements_of(plan));
        EXPECT_EQ(again.seating, plan.seating);
        EXPECT_NEAR(again.programme->objective, plan.programme->objective, 1e-9);
    }
}

TEST(PlanAgain, EditsHoldAndAsFewAsCanBeChanges) {
    Random random(91);
    int swaps = 0, moved = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        MeetingPlan plan = plan_meeting(now, options_of(now));
        for (int i = 0; i < 6; ++i) {
            PlanOptions options = plan.options;
            const std::set<std::string> was = items_of(plan);
            std::optional<Id<Topic>> comes, leaves;
            for (int t = 0; t < now.graph().topics(); ++t) {
                const Id<Topic>& id = now.topic(t).id;
                (was.count(id.str()) > 0 ? leaves : comes) = id;
            }
            if (!leaves || !comes) continue;
            options.edits = swap(plan, options.edits, *leaves, *comes);
            const MeetingPlan again = plan_again(now, plan, options);
            std::set<std::string> expected = was;
            expected.erase(leaves->str());
            expected.insert(comes->str());
            // All others stay; one more may come when there is room for it.
            const std::set<std::string> is = items_of(again);
            EXPECT_TRUE(std::includes(is.begin(), is.end(), expected.begin(), expected.end()))
                << seed << ' ' << i;
            EXPECT_EQ(is.count(leaves->str()), 0U);
            // Whoever spoke on what stayed still does, unless somebody new needs her.
            int stayed = 0, all = 0;
            const auto now_speak = placements_of(again);
            for (const Placement& one : placements_of(plan)) {
                if (is.count(one.item) == 0) continue;
                ++all;
                stayed += static_cast<int>(std::count(now_speak.begin(), now_speak.end(), one));
            }
            EXPECT_GE(stayed, all - 1);
            EXPECT_EQ(diff(plan, again).seats_changed, 0);  // nothing was changed about the tables
            ++swaps;

            // Two people change tables.
            const auto& tables = again.seating->rounds[1];
            if (tables.size() < 2) continue;
            const Attendee one = tables[0].people[0], other = tables[1].people[0];
            PlanOptions seats = again.options;
            seats.edits = swap(again, seats.edits, one, other, 2);
            const MeetingPlan reseated = plan_again(now, again, seats);
            EXPECT_EQ(table_of(reseated, one, 2), 2);
            EXPECT_EQ(table_of(reseated, other, 2), 1);
            const PlanDiff changed = diff(again, reseated);
            EXPECT_GE(changed.seats_changed, 2);
            EXPECT_LE(changed.seats_changed, 8);
            EXPECT_EQ(changed.items_added + changed.items_removed + changed.speakers_changed, 0);
            moved += changed.seats_changed;
            plan = again;
            plan.options.edits = {};
        }
    }
    EXPECT_GT(swaps, 20);
    EXPECT_GT(moved, 40);
}

// The most topics of `was` that an agenda can keep which has `must` and not `never`: by trying all.
int most_kept(const PlanOptions& o, const std::set<std::string>& was, const std::set<std::string>& must,
              const std::set<std::string>& never, int topics) {
    int best = -1;
    for (unsigned set = 0; set < (1U << topics); ++set) {
        int size = 0, kept = 0;
        bool fits = true;
        for (int t = 0; t < topics; ++t) {
            const std::string id = "t-" + std::to_string(t);
            const bool in = (set >> t & 1U) != 0;
            size += in ? 1 : 0;
            kept += in && was.count(id) > 0 ? 1 : 0;
            fits = fits && (in ? never.count(id) == 0 : must.count(id) == 0);
        }
        const int plenary = std::max(0, size - o.agenda.parallel_sessions);
        fits = fits && size <= o.agenda.most_topics && plenary * 20 <= o.agenda.minutes;
        if (fits) best = std::max(best, kept);
    }
    return best;
}

TEST(PlanAgain, AsManyTopicsStayAsCan) {
    Random random(92);
    int fewer = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        for (int i = 0; i < 10; ++i) {
            PlanOptions options = options_of(now);
            options.agenda.rest_meetings = 0;
            options.agenda.parallel_sessions = static_cast<int>(random.below(2));
            const MeetingPlan plan = plan_meeting(now, options);
            std::set<std::string> must, never;
            for (int t = 0; t < 5; ++t) {
                const std::string id = "t-" + std::to_string(t);
                if (random.chance(0.35) && static_cast<int>(must.size()) < 2)
                    must.insert(id);
                else if (random.chance(0.3))
                    never.insert(id);
            }
            PlanOptions edited = plan.options;
            for (const std::string& id : must)
                edited.edits = lock(plan, edited.edits, Id<Topic>(id));
            for (const std::string& id : never)
                edited.edits = forbid(plan, edited.edits, Id<Topic>(id));
            const MeetingPlan again = plan_again(now, plan, edited);
            const std::set<std::string> was = items_of(plan), is = items_of(again);
            int kept = 0;
            for (const std::string& id : was)
                kept += static_cast<int>(is.count(id));
            ASSERT_EQ(kept, most_kept(options, was, must, never, 5)) << seed << ' ' << i;
            fewer += kept < static_cast<int>(was.size()) ? 1 : 0;
            for (const std::string& id : must)
                ASSERT_EQ(is.count(id), 1U);
            for (const std::string& id : never)
                ASSERT_EQ(is.count(id), 0U);
        }
    }
    EXPECT_GT(fewer, 10);
}

TEST(PlanAgain, SpeakersAreLockedForbiddenAndSwapped) {
    const Snapshot now = base_of(3).snapshot();
    PlanOptions options = options_of(now);
    options.speakers.max_items_per_speaker = 1;
    const MeetingPlan plan = plan_meeting(now, options);
    const auto placed = placements_of(plan);
    ASSERT_GE(placed.size(), 2U);
    PlanOptions edited = plan.options;
    edited.edits = swap(plan, edited.edits, placed[0], placed[1]);
    const MeetingPlan swapped = plan_again(now, plan, edited);
    const auto is = placements_of(swapped);
    EXPECT_EQ(std::count(is.begin(), is.end(), Placement{placed[0].item, placed[1].speaker}), 1);
    EXPECT_EQ(std::count(is.begin(), is.end(), Placement{placed[1].item, placed[0].speaker}), 1);
    const PlanDiff changed = diff(plan, swapped);
    EXPECT_EQ(changed.speakers_changed, 2);
    EXPECT_EQ(codes(changed.changes),
              (std::vector<std::string>{"plan-speaker-instead", "plan-speaker-instead"}));
    EXPECT_EQ(swapped.programme->locks.size(), 2U);

    edited = plan.options;
    edited.edits = forbid(plan, edited.edits, placed[0]);
    const MeetingPlan without = plan_again(now, plan, edited);
    for (const Placement& one : placements_of(without))
        EXPECT_NE(one, placed[0]);
    // A later edit takes the place of one that says the opposite.
    const PlanEdits edits = lock(plan, forbid(plan, {}, placed[0]), placed[0]);
    EXPECT_TRUE(edits.no_speakers.empty());
    EXPECT_EQ(edits.speakers, std::vector<Placement>{placed[0]});

    // A lock on what is no more on the agenda is said.
    edited = plan.options;
    edited.edits = forbid(plan, lock(plan, edited.edits, placed[0]), Id<Topic>(placed[0].item));
    EXPECT_TRUE(said(plan_again(now, plan, edited), "plan-lock-without-item"));
}

TEST(PlanAgain, LateRegistrationsMoveFewAndFixedSeatsStay) {
    const Snapshot now = base_of(4).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    PlanOptions options = plan.options;
    const Attendee held = plan.seating->rounds[0][1].people[0];
    options.edits = lock(plan, options.edits, Seat{held, 1, 1});
    const Id<Municipality> left = options.meeting.registrations.back().municipality;
    ASSERT_NE(left, held.municipality);
    options.meeting.registrations.pop_back();
    options.edits.seats.push_back({{left, 1}, 2, 1});
    const MeetingPlan again = plan_again(now, plan, options);
    EXPECT_EQ(table_of(again, held, 1), 1);
    EXPECT_TRUE(said(again, "seat-of-nobody"));
    const PlanDiff changed = diff(plan, again);
    EXPECT_GT(changed.people_removed, 0);
    EXPECT_LE(changed.seats_changed, 12);  // in each round a table's people, and who evens out the others
    EXPECT_EQ(codes(changed.changes)[0], "plan-people-removed");
    for (const Reason& change : changed.changes) {
        EXPECT_NE(explain(now, change, TextLanguage::nl), change.code);
        EXPECT_EQ(explain(now, change, TextLanguage::en).find('{'), std::string::npos);
    }
}

TEST(PlanAgain, WhoIsToSitApartDoesNotSitTogether) {
    const Snapshot now = base_of(5).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const auto& table = plan.seating->rounds[0][0].people;
    const Id<Municipality> one = table.front().municipality, other = table.back().municipality;
    ASSERT_NE(one, other);
    PlanOptions options = plan.options;
    options.edits = forbid(plan, options.edits, Apart{one, other});
    const MeetingPlan again = plan_again(now, plan, options);
    for (const auto& round : again.seating->rounds) {
        for (const MeetingTable& seats : round) {
            std::set<std::string> here;
            for (const Attendee& who : seats.people)
                here.insert(who.municipality.str());
            EXPECT_FALSE(here.count(one.str()) > 0 && here.count(other.str()) > 0);
        }
    }
    EXPECT_FALSE(said(again, "not-apart"));
    // With one table there is no way around it.
    options.seating.table_size = 50;
    options.seating.rounds = 1;
    EXPECT_TRUE(said(plan_again(now, plan, options), "not-apart"));
}

}  // namespace
}  // namespace m150::testing
