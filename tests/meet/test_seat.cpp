// Tables for a meeting: what the plan says is what it is, and who stays where.
#include "libm150/meet/seat.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

World world_of(std::uint64_t seed) {
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = 20;
    return make_world(seed, options);
}

KnowledgeBase base_of(std::uint64_t seed) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    fill(base, world_of(seed));
    return base;
}

SeatOptions options_of(const Snapshot& now) {
    SeatOptions options;
    options.meeting.id = Id<Meeting>("m");
    options.meeting.date = now.today().plus_days(10);
    std::size_t i = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        Registration one{municipality->id, 1 + static_cast<int>(i % 3), {}, {}};
        for (std::size_t w = 0; w < i % 4; ++w)
            one.wishes.push_back(now.topic(static_cast<int>((i + 2 * w) % 5)).id);
        options.meeting.registrations.push_back(one);
        ++i;
    }
    options.table_size = 6;
    options.steps = 100'000;
    return options;
}

// Everything that the plan counts, counted again from who sits where.
void expect_true(const Snapshot& now, const SeatOptions& options, const SeatingPlan& plan) {
    std::map<std::pair<Attendee, Attendee>, int> meets;
    std::map<Attendee, std::set<std::string>> had;
    int same_municipality = 0, same_region = 0, without = 0;
    for (const auto& round : plan.rounds) {
        std::set<Attendee> seated;
        for (const MeetingTable& table : round) {
            EXPECT_LE(static_cast<int>(table.people.size()), options.table_size);
            bool known = false;
            for (const Attendee& one : table.people) {
                EXPECT_TRUE(seated.insert(one).second);
                if (table.topic) {
                    had[one].insert(table.topic->str());
                    known = known || now.graph().expertise(now.number_of(one.municipality),
                                                           now.number_of(*table.topic)) >= options.knows;
                }
                for (const Attendee& other : table.people) {
                    if (!(one < other)) continue;
                    ++meets[{one, other}];
                    const bool same = one.municipality == other.municipality;
                    same_municipality += same ? 1 : 0;
                    same_region += !same && now.find(one.municipality)->safety_region ==
                                                now.find(other.municipality)->safety_region
                                       ? 1
                                       : 0;
                }
            }
            EXPECT_EQ(table.knowers.empty(), !known);
            without += table.topic && !known ? 1 : 0;
        }
        EXPECT_EQ(static_cast<int>(seated.size()), plan.people);
    }
    int repeats = 0, met = 0;
    for (const auto& [pair, times] : meets)
        repeats += times - 1;
    for (const Registration& registration : options.meeting.registrations) {
        for (int number = 1; number <= registration.people; ++number) {
            for (const Id<Topic>& wish : registration.wishes)
                met += static_cast<int>(had[{registration.municipality, number}].count(wish.str()));
        }
    }
    EXPECT_EQ(plan.repeats, repeats);
    EXPECT_GE(plan.repeats, plan.repeats_bound);
    EXPECT_EQ(plan.wishes_met, met);
    EXPECT_LE(plan.wishes_met, plan.wishes_bound);
    EXPECT_LE(plan.wishes_bound, plan.wishes);
    EXPECT_EQ(plan.same_municipality, same_municipality);
    EXPECT_EQ(plan.same_region, same_region);
    EXPECT_EQ(plan.tables_without_knower, without);
}

TEST(Seat, ThePlanIsWhatItSays) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Snapshot now = base_of(seed).snapshot();
        const SeatOptions options = options_of(now);
        const SeatingPlan plan = seat(now, options);
        EXPECT_EQ(plan.people, 39);
        expect_true(now, options, plan);
        EXPECT_EQ(plan.repeats, 0);
        EXPECT_EQ(plan.same_municipality, 0);
        EXPECT_EQ(plan.moves, 0);
        // In this small world few know anything; when tables may do without, most wishes are met.
        SeatOptions wishes = options;
        wishes.weights.knower = 0;
        const SeatingPlan more = seat(now, wishes);
        EXPECT_GE(more.wishes_met * 10, more.wishes * 7);
        EXPECT_LE(more.no_wish_met.size(), 2U);
    }
}

TEST(Seat, TheSameSeedGivesTheSamePlan) {
    const Snapshot now = base_of(2).snapshot();
    SeatOptions options = options_of(now);
    const auto people = [](const SeatingPlan& plan) {
        std::vector<std::vector<Attendee>> tables;
        for (const auto& round : plan.rounds) {
            for (const MeetingTable& table : round)
                tables.push_back(table.people);
        }
        return tables;
    };
    EXPECT_EQ(people(seat(now, options)), people(seat(now, options)));
    const auto first = people(seat(now, options));
    options.seed = 2;
    EXPECT_NE(people(seat(now, options)), first);
}

TEST(Seat, WhoMetBeforeIsKeptApart) {
    const Snapshot now = base_of(3).snapshot();
    SeatOptions options = options_of(now);
    options.rounds = 1;
    options.weights.wish = 0;
    options.weights.knower = 0;
    const SeatingPlan first = seat(now, options);
    options.meeting.date = options.meeting.date.plus_days(100);
    options.earlier = {first};
    options.weights.met_before = 1000;
    const SeatingPlan second = seat(now, options);
    options.earlier.clear();
    const SeatingPlan careless = seat(now, options);
    const auto again = [&](const SeatingPlan& plan) {
        int pairs = 0;
        for (const MeetingTable& before : first.rounds[0]) {
            for (const MeetingTable& table : plan.rounds[0]) {
                int shared = 0;
                for (const Attendee& one : before.people)
                    shared += std::count(table.people.begin(), table.people.end(), one) > 0 ? 1 : 0;
                pairs += shared * (shared - 1) / 2;
            }
        }
        return pairs;
    };
    EXPECT_GT(again(careless), 10);  // the same search finds the same plan when it knows of none before
    EXPECT_LE(again(second), 2);
}

TEST(Seat, LateChangesMoveFewAndTheRestStays) {
    const Snapshot now = base_of(4).snapshot();
    SeatOptions options = options_of(now);
    const SeatingPlan first = seat(now, options);
    SeatOptions late = options;
    late.meeting.registrations.erase(late.meeting.registrations.begin() + 2);
    late.meeting.registrations.back().people += 1;
    late.stay_near = first;
    const SeatingPlan second = seat(now, late);
    expect_true(now, late, second);
    EXPECT_LE(second.moves, 8);
    EXPECT_EQ(second.repeats, 0);
    EXPECT_LE(second.topics_changed, 1);
    late = options;
    late.stay_near = first;
    late.move = 100'000;
    EXPECT_EQ(seat(now, late).moves, 0);
}

TEST(Seat, PeopleOfOneRegionAndOfOneSizeAreKeptApartForWhatThatWeighs) {
    const Snapshot now = base_of(1).snapshot();
    const auto size_of = [&](const Attendee& who) {
        const auto inhabitants = inhabitants_in(*now.find(who.municipality), now.today().year()).value_or(0);
        return inhabitants < 35'000 ? 0 : inhabitants < 50'000 ? 1 : 2;
    };
    const auto alike = [&](const SeatingPlan& plan) {
        int pairs = 0;
        for (const auto& round : plan.rounds)
            for (const MeetingTable& table : round)
                for (const Attendee& one : table.people)
                    for (const Attendee& other : table.people)
                        pairs += one.municipality < other.municipality && size_of(one) == size_of(other);
        return pairs;
    };
    SeatOptions options = options_of(now);
    options.weights = {0, 0, 0, 0, 0, 0, 0};
    const SeatingPlan careless = seat(now, options);
    options.weights.same_region = 50;
    const SeatingPlan by_region = seat(now, options);
    EXPECT_LT(by_region.same_region, careless.same_region);
    options.weights.same_region = 0;
    options.weights.alike = 50;
    EXPECT_LT(alike(seat(now, options)), std::min(alike(careless), alike(by_region)));
}

TEST(Seat, RoundsThatMustRepeatAreSaid) {
    const Snapshot now = base_of(1).snapshot();
    SeatOptions options = options_of(now);
    options.meeting.registrations.resize(3);  // six people
    options.table_size = 3;
    options.rounds = 4;
    const SeatingPlan plan = seat(now, options);
    EXPECT_GT(plan.repeats_bound, 0);
    EXPECT_GE(plan.repeats, plan.repeats_bound);
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(plan.notices[0].code, "must-repeat");
}

TEST(Seat, TheBoundOnWishesCountsTheTables) {
    const Snapshot now = base_of(1).snapshot();
    SeatOptions options = options_of(now);
    auto& registrations = options.meeting.registrations;
    registrations.resize(6);
    for (std::size_t i = 0; i < 6; ++i) {
        registrations[i].people = 1;
        registrations[i].wishes = {now.topic(i < 4 ? 0 : 1).id, now.topic(2).id};
    }
    const auto bound = [&](int rounds, int table_size) {
        options.rounds = rounds;
        options.table_size = table_size;
        const SeatingPlan plan = seat(now, options);
        EXPECT_LE(plan.wishes_met, plan.wishes_bound);
        return plan.wishes_bound;
    };
    EXPECT_EQ(bound(1, 6), 6);   // one table, on what all wish
    EXPECT_EQ(bound(2, 6), 10);  // and then on what four wish
    EXPECT_EQ(bound(3, 6), 12);
    EXPECT_EQ(bound(1, 2), 6);
    options.weights.wish = 0;  // they are counted even so
    EXPECT_EQ(bound(2, 6), 10);
}

TEST(Seat, WhoSitsAloneAndMoreRoundsThanPeopleAreSaid) {
    const Snapshot now = base_of(1).snapshot();
    SeatOptions options = options_of(now);
    options.meeting.registrations.resize(1);
    options.meeting.registrations[0].people = 1;
    std::vector<std::string> said;
    for (const Reason& notice : seat(now, options).notices)
        said.push_back(explain(now, notice));
    EXPECT_EQ(said, (std::vector<std::string>{"Tafels met maar één persoon, over alle rondes: 3",
                                              "Er zijn meer rondes (3) dan mensen (1)"}));
    options.rounds = 1;
    options.meeting.registrations[0].people = 2;
    EXPECT_TRUE(seat(now, options).notices.empty());
}

TEST(Seat, AMergedMunicipalityIsResolvedAndSaid) {
    KnowledgeBase base = base_of(4);
    const World world = world_of(4);
    const Id<Municipality> merged = add_merged(base, world);
    const Snapshot now = base.snapshot();
    SeatOptions options = options_of(now);
    std::erase_if(options.meeting.registrations,
                  [&](const Registration& one) { return one.municipality == merged; });
    EXPECT_TRUE(seat(now, options).notices.empty());
    options.meeting.registrations.front().municipality = merged;
    const SeatingPlan plan = seat(now, options);
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(explain(now, plan.notices[0]), "Oudeplaats is opgegaan in Plaats 0");
    for (const MeetingTable& table : plan.rounds.front()) {
        for (const Attendee& one : table.people)
            EXPECT_NE(one.municipality, merged);
    }
}

TEST(Seat, OptionsThatMakeNoSenseAreRefused) {
    const Snapshot now = base_of(1).snapshot();
    const auto wrong = [&](auto change) {
        SeatOptions options = options_of(now);
        change(options);
        EXPECT_THROW(seat(now, options), InvalidInput);
    };
    using O = SeatOptions;
    wrong([](O& o) { o.meeting.registrations.clear(); });
    wrong([](O& o) { o.table_size = 1; });
    wrong([](O& o) { o.rounds = 0; });
    wrong([](O& o) { o.weights.repeat = -1; });
    wrong([](O& o) { o.stay_near = SeatingPlan{}; });
    wrong([](O& o) { o.meeting.registrations[0].people = 3000; });
    wrong([](O& o) { o.meeting.registrations[0].municipality = Id<Municipality>("GM9999"); });
    wrong([](O& o) { o.progress = [](const Progress&) { return false; }; });
}

}  // namespace
}  // namespace m150::testing
