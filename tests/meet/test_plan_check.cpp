// Plans edited by hand or damaged: what no plan has is refused with its place, and planning around it anew
// ends well.
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/plan_world.hpp"

namespace m150::testing {
namespace {

// What is said first against the plan as it is kept; nothing: it is taken.
std::string said_of(const MeetingPlan& plan) {
    try {
        plan_from_json(plan_to_json(plan), "plan.json");
    } catch (const InvalidInput& error) {
        return error.problems()[0].what;
    }
    return "";
}

// Whether every round seats exactly who is registered, each once, at no table too large.
bool seats_everybody(const MeetingPlan& plan) {
    std::set<Attendee> registered;
    for (const Registration& one : plan.options.meeting.registrations) {
        for (int number = 1; number <= one.people; ++number)
            registered.insert({one.municipality, number});
    }
    for (const auto& round : plan.seating->rounds) {
        std::set<Attendee> seated;
        std::size_t seats = 0;
        for (const MeetingTable& table : round) {
            if (static_cast<int>(table.people.size()) > plan.options.seating.table_size) return false;
            seats += table.people.size();
            seated.insert(table.people.begin(), table.people.end());
        }
        if (seated != registered || seats != registered.size()) return false;
    }
    return static_cast<int>(plan.seating->rounds.size()) == plan.options.seating.rounds;
}

struct Change {
    const char* field;  // that it is refused for
    std::function<void(MeetingPlan&)> apply;
    bool usable = true;  // can be planned around all the same; else that is refused, too
};

const std::vector<Change>& changes() {
    static const std::vector<Change> all{
        {"proposal.best.items[0].item.topics: ", [](auto& p) { p.proposal->best.items[0].item.topics = {}; },
         false},
        {"proposal.others[0].items[1].item.topics: ",
         [](auto& p) { p.proposal->others[0].items[1].item.topics = {}; }},
        {"agenda[1].topics: ", [](auto& p) { p.agenda[1].topics = {}; }, false},
        {"proposal.best.items[1].item.topics: ",
         [](auto& p) { p.proposal->best.items[1].item.topics = p.proposal->best.items[0].item.topics; },
         false},
        {"proposal.best.items[0].item.minutes: ", [](auto& p) { p.proposal->best.items[0].item.minutes = 0; },
         false},
        {"agenda[0].minutes: ", [](auto& p) { p.agenda[0].minutes = -20; }, false},
        {"agenda[0].minutes: ", [](auto& p) { p.agenda[0].minutes += 5; }, false},
        {"agenda[1].title: ", [](auto& p) { p.agenda[1].title = "Mooier"; }, false},
        {"agenda[0].text: ", [](auto& p) { p.agenda[0].text = "Met een film"; }, false},
        {"agenda[0].speakers_at_least: ", [](auto& p) { p.agenda[0].speakers_at_most = 2; }, false},
        {"agenda[0].id: ", [](auto& p) { std::swap(p.agenda[0], p.agenda[1]); }, false},
        {"agenda: ", [](auto& p) { p.agenda.pop_back(); }, false},
        {"agenda: ", [](auto& p) { p.agenda.push_back(p.agenda[0]); }, false},
        {"parallel: ",
         [](auto& p) {
             p.parallel = {p.agenda[0].id, p.agenda[1].id};
         },
         false},
        {"seating.rounds[1][0].people[1]: ",
         [](auto& p) { p.seating->rounds[1][0].people[1] = p.seating->rounds[1][0].people[0]; }},
        {"seating.rounds[0]: ", [](auto& p) { p.seating->rounds[0][1].people.pop_back(); }},
        {"seating.rounds: ", [](auto& p) { p.seating->rounds.pop_back(); }},
        {"seating.rounds: ", [](auto& p) { p.seating->rounds = {}; }},
        {"seating.rounds[0]: ", [](auto& p) { p.seating->rounds[0] = {}; }},
        {"seating.rounds[0][0].people: ",
         [](auto& p) {
             auto& tables = p.seating->rounds[0];
             tables[0].people.insert(tables[0].people.end(), tables[1].people.begin(),
                                     tables[1].people.end());
             tables[1].people.clear();
         }},
        {"seating.rounds[0][0].people[0].number: ",
         [](auto& p) { p.seating->rounds[0][0].people[0].number = -1; }},
        {"seating.people: ", [](auto& p) { p.seating->people = 3; }},
        {"options.edits.seats[0]: ",
         [](auto& p) {
             p.options.edits.seats = {{p.seating->rounds[0][0].people[0], 1, 0}};
         },
         false},
        {"options.seating.fixed[0]: ",
         [](auto& p) {
             p.options.seating.fixed = {{p.seating->rounds[0][0].people[0], -1, 1}};
         },
         false},
        {"options.edits.apart[0]: ",
         [](auto& p) {
             const Id<Municipality> one = p.options.meeting.registrations[0].municipality;
             p.options.edits.apart = {{one, one}};
         },
         false},
        {"options.meeting.registrations[0].people: ",
         [](auto& p) { p.options.meeting.registrations[0].people = 0; }, false},
        {"options.meeting.registrations[1].people: ",
         [](auto& p) { p.options.meeting.registrations[1].people = 2'000'000'000; }, false},
    };
    return all;
}

TEST(PlanCheck, WhatNoPlanHasIsRefusedWithItsField) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    ASSERT_EQ(said_of(plan), "");
    for (const Change& change : changes()) {
        MeetingPlan changed = plan;
        change.apply(changed);
        EXPECT_EQ(said_of(changed).rfind(change.field, 0), 0U) << change.field << " but " << said_of(changed);
    }
}

TEST(PlanCheck, ThePlaceIsThatOfTheFieldOrOfWhatHoldsIt) {
    const Snapshot now = base_of(1).snapshot();
    MeetingPlan plan = plan_meeting(now, options_of(now));
    plan.proposal->best.items[0].item.topics = {};
    std::string text = plan_to_json(plan);
    const std::size_t start = text.find("\"best\":{\"items\":[{\"item\":") + 25;
    const auto place = [&] {
        try {
            plan_from_json(text, "plan.json");
        } catch (const InvalidInput& error) {
            return error.problems()[0].where;
        }
        return std::string();
    };
    EXPECT_EQ(place(), "plan.json:1:" + std::to_string(start + 1));  // the item: its topics are left out
    text.insert(start + 1, "\"topics\":[],");
    EXPECT_EQ(place(), "plan.json:1:" + std::to_string(start + 11));
    text = plan_to_json(plan_meeting(now, options_of(now)));
    text.replace(text.find("\"today\":\"") + 9, 10, "2026-02-30");
    EXPECT_NE(place(), "");
}

TEST(PlanCheck, WhatCannotBeTrustedIsPlannedAroundAllTheSame) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    for (const Change& change : changes()) {
        MeetingPlan changed = plan;
        change.apply(changed);
        if (!change.usable) {
            EXPECT_THROW(plan_again(now, changed, changed.options), InvalidInput) << change.field;
            continue;
        }
        const MeetingPlan again = plan_again(now, changed, changed.options);
        EXPECT_FALSE(again.agenda.empty()) << change.field;
        EXPECT_TRUE(seats_everybody(again)) << change.field;
        EXPECT_EQ(said_of(again), "") << change.field;
    }
}

// What was changed by hand in a saved plan is never lost without a word: which item, how, and what to do
// instead.
TEST(PlanCheck, AnAgendaChangedByHandIsRefusedWithWhatToDoInstead) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const auto problem_of = [](auto act) {
        try {
            act();
        } catch (const InvalidInput& error) {
            EXPECT_EQ(error.problems().size(), 1U);
            return error.problems()[0];
        }
        return Problem{"", "taken", "", ""};
    };
    MeetingPlan changed = plan;
    changed.agenda[0].minutes = plan.agenda[0].minutes + 10;
    const Problem read = problem_of([&] { plan_from_json(plan_to_json(changed), "plan.json"); });
    const std::string minutes = std::to_string(plan.agenda[0].minutes);
    EXPECT_EQ(read.where.rfind("plan.json:1:", 0), 0U);
    EXPECT_EQ(read.what, "agenda[0].minutes: are " + std::to_string(changed.agenda[0].minutes) +
                             ", and were " + minutes + ": the agenda was changed by hand");
    EXPECT_EQ(read.expected, "the agenda that was proposed, as the plan has it");
    EXPECT_NE(read.advice.find("lock, forbid or swap topics"), std::string::npos);
    EXPECT_EQ(problem_of([&] { plan_again(now, changed, plan.options); }).where,
              "plan_meeting, agenda[0].minutes");

    // The meeting's own agenda is changed in the meeting, and holds.
    PlanOptions options = plan.options;
    options.meeting.agenda = plan.agenda;
    const MeetingPlan own = plan_meeting(now, options);
    ASSERT_TRUE(own.agenda_kept);
    changed = own;
    changed.agenda[1].title = "Mooier";
    EXPECT_NE(problem_of([&] { plan_again(now, changed, own.options); }).advice.find("of the meeting itself"),
              std::string::npos);
    options.meeting.agenda[1].title = "Mooier";
    EXPECT_EQ(plan_again(now, own, options).agenda[1].title, "Mooier");
}

// Tables that are none of the edits' are not kept because the edits are the same as they were.
TEST(PlanCheck, TablesInWhichTheEditsDoNotHoldAreMadeAnew) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    MeetingPlan changed = plan;
    const Attendee who = plan.seating->rounds[0][0].people[0];
    changed.options.edits.seats = {{who, 1, 2}};
    EXPECT_EQ(table_of(plan_again(now, changed, changed.options), who, 1), 2);
    changed = plan;
    const auto& table = plan.seating->rounds[0][0].people;
    ASSERT_NE(table.front().municipality, table.back().municipality);
    changed.options.edits.apart = {{table.front().municipality, table.back().municipality}};
    const MeetingPlan again = plan_again(now, changed, changed.options);
    EXPECT_NE(table_of(again, table.front(), 1), table_of(again, table.back(), 1));
    // Where there is no way around it, that was said, and nobody moves for it.
    PlanOptions one_table = plan.options;
    one_table.seating.table_size = 50;
    one_table.edits = changed.options.edits;
    const MeetingPlan together = plan_meeting(now, one_table);
    ASSERT_TRUE(said(together, "not-apart"));
    EXPECT_EQ(plan_again(now, together, together.options).seating, together.seating);
}

TEST(PlanRelease, TakesBackWhatWasDecidedAndNothingElse) {
    const Snapshot now = base_of(1).snapshot();
    const MeetingPlan plan = plan_meeting(now, options_of(now));
    const Id<Topic> on(plan.agenda[0].id), off("t-4");
    ASSERT_EQ(items_of(plan).count("t-4"), 0U);
    // Swapped and swapped back both topics are held; released they are free again.
    PlanEdits edits = swap(plan, {}, on, off);
    PlanOptions options = plan.options;
    options.edits = edits;
    edits = swap(plan_again(now, plan, options), edits, off, on);
    EXPECT_EQ(edits.topics, std::vector{on});
    EXPECT_EQ(edits.no_topics, std::vector{off});
    EXPECT_EQ(release(edits, on).no_topics, std::vector{off});
    EXPECT_EQ(release(release(edits, off), on), PlanEdits{});

    const Placement placed = placements_of(plan)[0];
    EXPECT_EQ(release(lock(plan, {}, placed), placed), PlanEdits{});
    EXPECT_EQ(release(forbid(plan, {}, placed), placed), PlanEdits{});
    const auto& tables = plan.seating->rounds[0];
    const Attendee one = tables[0].people[0], other = tables[1].people[0];
    edits = swap(plan, {}, one, other, 1);
    EXPECT_EQ(release(edits, Seat{one, 1, 1}).seats, (std::vector<Seat>{{other, 1, 1}}));
    EXPECT_EQ(release(release(edits, Seat{one, 1, 9}), Seat{other, 1, 1}), PlanEdits{});
    const Apart pair{one.municipality, other.municipality};
    EXPECT_EQ(release(forbid(plan, {}, pair), Apart{pair.other, pair.one}), PlanEdits{});
}

TEST(PlanRelease, OfWhatWasNotDecidedIsNamed) {
    const Attendee one{Id<Municipality>("GM0001"), 1};
    PlanEdits edits;
    edits.topics = {Id<Topic>("t-1")};
    edits.speakers = {{"t-1", Id<Speaker>("x1")}};
    edits.seats = {{one, 2, 1}};
    EXPECT_THROW(release(edits, Id<Topic>("t-2")), InvalidInput);
    EXPECT_THROW(release(edits, Placement{"t-2", Id<Speaker>("x1")}), InvalidInput);
    EXPECT_THROW(release(edits, Seat{one, 1, 1}), InvalidInput);
    EXPECT_THROW(release(edits, Apart{one.municipality, Id<Municipality>("GM0002")}), InvalidInput);
    try {
        release(edits, Id<Topic>("t-2"));
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.problems()[0].what, "nothing was decided by hand about 't-2'");
    }
}

}  // namespace
}  // namespace m150::testing
