// The best programme of speakers for an agenda.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/match/speaker_fit.hpp"
#include "libm150/record/meeting.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

// A speaker in an item. A municipality that is asked to speak (municipality_candidates) has its own code as
// the speaker's id.
struct Placement {
    std::string item;
    Id<Speaker> speaker;
    friend bool operator==(const Placement&, const Placement&) = default;
};

// How many items one speaker gets, in place of max_items_per_speaker and min_items_per_speaker.
struct SpeakerLimit {
    Id<Speaker> speaker;
    int at_least = 0;
    int at_most = 1;
    friend bool operator==(const SpeakerLimit&, const SpeakerLimit&) = default;
};

// Two speakers who are not both in the programme.
struct SpeakerConflict {
    Id<Speaker> one;
    Id<Speaker> other;
    friend bool operator==(const SpeakerConflict&, const SpeakerConflict&) = default;
};

// What makes one programme better than another, after leaving as few places empty as can be.
enum class ProgrammeGoal {
    sum,         // the sum of the fits
    worst_first  // the fit of the item that is served worst, and only then the sum
};

// What it costs to give way on a rule by one, when rules cannot all hold and the cheapest way out is sought.
// Only their ratios matter. Each 1 to 1000.
struct RulePrices {
    int place = 10;         // one speaker fewer than an item asks for
    int promise = 10;       // one item fewer than a speaker was promised
    int lock = 20;          // letting go of a lock
    int municipality = 10;  // one speaker of a municipality fewer
    int newcomer = 5;       // one newcomer fewer
    int organisation = 5;   // one speaker more of an organisation
    int items = 5;          // one item more for a speaker
    int conflict = 20;      // two speakers together all the same
    int fit = 10;           // a speaker who fits an item less than least_fit
    int rest = 10;          // a speaker on a topic again too soon
    int travel = 10;        // a speaker from too far
    int available = 30;     // a speaker who has to make the day free
    int forbidden = 20;     // a placement that was forbidden

    friend bool operator==(const RulePrices&, const RulePrices&) = default;
};

struct MatchSpeakersOptions {
    std::vector<AgendaItem> agenda;
    std::optional<Date> date;           // of the meeting: speakers who are not available then are left out
    int max_items_per_speaker = 1;      // 1 to 100
    int min_items_per_speaker = 0;      // for speakers in `invited` only
    std::vector<Id<Speaker>> invited;   // promised at least min_items_per_speaker items
    double least_fit = 0.05;            // a speaker who fits an item less is no candidate for it
    std::size_t alternates = 2;         // for each item
    std::optional<FitWeights> weights;  // absent: the knowledge base's

    ProgrammeGoal goal = ProgrammeGoal::sum;
    std::vector<SpeakerLimit> limits;
    // Speakers of one organisation or one municipality, at most; 0: as many as fit. 0 to 100.
    int max_per_organisation = 0;
    // Speakers who are of a municipality, at least: 0 to 100.
    int min_municipalities = 0;
    // Speakers who have given no talk before the meeting's day, at least: 0 to 100.
    int min_newcomers = 0;
    // Who gave a talk on a topic of an item at one of so many last meetings of `network` before the day is no
    // candidate for it. Needs date and network. 0 to 100.
    int rest_meetings = 0;
    std::optional<Id<Network>> network;
    // Who comes from a municipality further from `host` is no candidate (kilometres between the centroids);
    // who is of no municipality is not held to it. Above 0.
    std::optional<double> max_travel_km;
    std::optional<Id<Municipality>> host;  // absent: online, or not known yet
    std::vector<SpeakerConflict> conflicts;
    std::vector<std::vector<std::string>> parallel;  // ids of items at the same time: nobody is in two
    std::vector<Placement> locks;                    // stay as they are, even below least_fit
    std::vector<Placement> forbidden;                // must not be
    // Of an earlier programme: as many of these stay as can be without leaving more places empty, whatever
    // the fits. Those of items that are no more on the agenda, and of who is no candidate, are passed over.
    std::vector<Placement> keep;
    // For each item so many municipalities that know most about its topics are candidates too: 0 to 100. When
    // some of them are forbidden there or come from too far, as many of the others.
    std::size_t municipality_candidates = 0;
    RulePrices prices;
    SolveLimits solver;
};

struct Slot {
    Id<Speaker> speaker;
    double fit = 0.0;
    std::vector<Reason> reasons;
    bool municipality = false;  // `speaker` is the code of a municipality that knows, and is to be asked
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct ProgrammeItem {
    std::string item;
    std::vector<Slot> speakers;  // best first
    // Candidates who can take over a place in this item while all others stay where they are; best first.
    std::vector<Slot> alternates;
    int missing = 0;      // speakers short of the item's minimum
    double served = 0.0;  // sum of the fits for each speaker that the item asks for
    friend bool operator==(const ProgrammeItem&, const ProgrammeItem&) = default;
};

// What the programme could not do.
struct Unfilled {
    std::string what;  // "item", "speaker", "lock", "municipalities" or "newcomers"
    std::string id;    // of the item or the speaker; of the item for a lock; else empty
    int missing = 0;
    // "no-candidates", "too-few-speakers", "too-few-items", "rules-contradict", or "limit": the search
    // stopped at a limit, so perhaps it can be done after all.
    std::string why;
    std::vector<std::string> items;  // the items and speakers that stand in each other's way
    std::vector<std::string> speakers;
    friend bool operator==(const Unfilled&, const Unfilled&) = default;
};

// A lock, and what it costs.
struct LockPrice {
    Placement lock;
    bool kept = true;
    // What the sum of the fits would gain if this lock alone were let go and its speaker stayed a candidate,
    // even below least_fit: not negative when the goal is the
    // sum and the programme complete.
    double price = 0.0;
    double worst_price = 0.0;  // the same of the item that is served worst
    friend bool operator==(const LockPrice&, const LockPrice&) = default;
};

struct Programme {
    bool complete = true;              // nothing is in `unfilled`
    std::vector<ProgrammeItem> items;  // in the order of the agenda
    std::vector<Unfilled> unfilled;
    double objective = 0.0;    // sum of the fits
    double upper_bound = 0.0;  // no programme as good in what comes before the sum has a larger one
    bool proved = true;        // nothing is better; false when a limit of `solver` was reached
    std::string worst_item;    // the item served worst among those that somebody fits; empty: none
    double worst = 0.0;        // how it is served
    double worst_bound = 0.0;  // with goal worst_first: no programme serves its worst item better
    std::vector<LockPrice> locks;
    // When not complete: as few rules as can be that cannot all hold (each with share 0), and the cheapest
    // rules to give way on so that the rest holds (share: minus the price paid). explain() says them. Empty
    // when a limit of `solver` was reached before they were known; when it was reached before it was known
    // that no fewer rules contradict each other, none can be left out. Notices say so.
    std::vector<Reason> contradiction;
    std::vector<Reason> relaxation;
    std::vector<Reason> notices;  // what the reader should know, with share 0
    friend bool operator==(const Programme&, const Programme&) = default;
};

// The best programme within all rules, exact. While nothing but numbers of items and speakers is asked it is
// a minimum cost flow; otherwise a mixed integer program, in which fits count in steps of 1e-5. When the
// rules cannot all hold, locks are kept before minimums are met, as few places as possible are left empty,
// and `unfilled`, `contradiction` and `relaxation` say what stands in the way. When a limit of `solver` is
// reached it is the best that was found, with its bounds and a notice. Throws InvalidInput as
// speaker_fit does, for options out of range, unknown speakers, items, municipalities and networks, and when
// the solver's progress cancels.
M150_EXPORT Programme match_speakers(const Snapshot& now, const MatchSpeakersOptions& options);

}  // namespace m150::inline v0
