// Who sits at which table in which round of a meeting, and on what topic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

// One of the people that a municipality registered: the first is number 1. No names are known here.
struct Attendee {
    Id<Municipality> municipality;
    int number = 1;
    friend auto operator<=>(const Attendee&, const Attendee&) = default;
};

struct MeetingTable {
    std::optional<Id<Topic>> topic;         // absent: there were not wishes enough
    std::vector<Attendee> people;           // ascending
    std::vector<Id<Municipality>> knowers;  // municipalities at the table that know the topic, ascending
    friend bool operator==(const MeetingTable&, const MeetingTable&) = default;
};

struct SeatingPlan {
    std::vector<std::vector<MeetingTable>> rounds;
    int people = 0;
    int repeats = 0;        // times after the first that two people meet
    int repeats_bound = 0;  // no plan at tables of these sizes has fewer: the proof when they are equal
    int wishes = 0;         // of everybody, those that the rounds have room for
    int wishes_met = 0;
    int wishes_bound = 0;               // no plan at tables of these sizes meets more, whatever their topics
    std::vector<Attendee> no_wish_met;  // who has wishes, and none was met; ascending
    int tables_without_knower = 0;      // of those with a topic
    int same_municipality = 0;          // pairs at one table, over all rounds
    int same_region = 0;                // the same of one veiligheidsregio and two municipalities
    int met_before = 0;      // the same who sat together in an earlier plan, or whose municipalities
                             // were in contact
    int moves = 0;           // seats changed from the plan to stay near, of people who were in it
    int topics_changed = 0;  // tables with another topic than in that plan
    std::vector<Reason> notices;
    friend bool operator==(const SeatingPlan&, const SeatingPlan&) = default;
};

// What counts, and for how much, against each other. Each 0 to 100,000.
struct SeatWeights {
    int repeat = 1'000;           // each time after the first that two people meet
    int knower = 100;             // a table that nobody at it knows the topic of
    int wish = 30;                // a first wish that is not met; a second counts for 2/3, others for 1/3
    int same_municipality = 300;  // a pair at one table
    int met_before = 20;
    int same_region = 5;
    int alike = 2;  // a pair of one size: below 35,000, below 50,000, or more inhabitants

    friend bool operator==(const SeatWeights&, const SeatWeights&) = default;
};

// Somebody at a table of a round; both count from 1.
struct Seat {
    Attendee who;
    int round = 1;
    int table = 1;
    friend auto operator<=>(const Seat&, const Seat&) = default;
};

// Two municipalities whose people do not sit at one table.
struct Apart {
    Id<Municipality> one;
    Id<Municipality> other;
    friend bool operator==(const Apart&, const Apart&) = default;
};

struct SeatOptions {
    Meeting meeting;     // its registrations are seated
    int rounds = 3;      // 1 to 20
    int table_size = 8;  // at most, 2 to 50; tables differ by one person at most
    // A municipality knows a topic from this expertise on: 0 to 1.
    double knows = 0.5;
    SeatWeights weights;
    std::vector<SeatingPlan> earlier;      // of earlier meetings: who met there
    std::optional<SeatingPlan> stay_near;  // for late registrations and cancellations
    int move = 200;                        // what a seat that changes from stay_near costs, as in weights
    int another_topic = 400;               // what a table costs that gets another topic than it had there
    std::uint64_t seed = 1;
    std::int64_t steps = 0;  // of the search; 0: by size, at most 12,000,000
    ProgressFn progress;     // returning false cancels
    // Seats that stand, nobody twice in a round: at a table of stay_near, if given. Those of who is not
    // registered are passed over, with a notice.
    std::vector<Seat> fixed;
    // The search lets them sit together only when it finds no way around it, with a notice.
    std::vector<Apart> apart;
};

// A plan of low cost by the weights: a seeded local search, the same on every machine; the repeats stand
// beside the bound that no plan can go below. Throws InvalidInput when nobody is registered, for options out
// of range, a plan to stay near with another number of rounds, fixed seats that cannot all hold, unknown
// municipalities in `apart`, and when progress cancels.
M150_EXPORT SeatingPlan seat(const Snapshot& now, const SeatOptions& options);

}  // namespace m150::inline v0
