// Which speakers fit an agenda, and the best programme that can be made of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

// Rows are agenda items, columns are speakers. Each value is 0..1 and comparable across items: an item with
// common words does not make every speaker look good.
struct SpeakerFit {
    std::vector<std::string> items;            // ids, in the order of the agenda
    std::vector<Id<Speaker>> speakers;         // ascending
    std::vector<double> values;                // row by row: items.size() x speakers.size()
    std::vector<std::vector<Reason>> reasons;  // in the same order; each adds up to its value

    double value(std::size_t item, std::size_t speaker) const {
        return values[item * speakers.size() + speaker];
    }
};

// Without weights those of the knowledge base. Throws InvalidInput for an agenda without items, with an id
// twice, or with unknown topics.
M150_EXPORT SpeakerFit speaker_fit(const Snapshot& now, const std::vector<AgendaItem>& agenda,
                                   const std::optional<FitWeights>& weights = {});

struct MatchSpeakersOptions {
    std::vector<AgendaItem> agenda;
    std::optional<Date> date;           // of the meeting: speakers who are not available then are left out
    int max_items_per_speaker = 1;      // 1 to 100
    int min_items_per_speaker = 0;      // for speakers in `invited` only
    std::vector<Id<Speaker>> invited;   // promised at least min_items_per_speaker items
    double least_fit = 0.05;            // a speaker who fits an item less is no candidate for it
    std::size_t alternates = 2;         // for each item
    std::optional<FitWeights> weights;  // absent: the knowledge base's
};

struct Slot {
    Id<Speaker> speaker;
    double fit = 0.0;
    std::vector<Reason> reasons;
};

struct ProgrammeItem {
    std::string item;
    std::vector<Slot> speakers;    // best first
    std::vector<Slot> alternates;  // candidates who are not in this item, best first
    int missing = 0;               // speakers short of the item's minimum
};

// Why the programme cannot be what was asked.
struct Unfilled {
    std::string what;  // "item" or "speaker"
    std::string id;
    int missing = 0;
    std::string why;                 // "no-candidates", "too-few-speakers", "too-few-items"
    std::vector<std::string> items;  // the items and speakers that stand in each other's way
    std::vector<std::string> speakers;
};

struct Programme {
    bool complete = true;              // every minimum is met
    std::vector<ProgrammeItem> items;  // in the order of the agenda
    std::vector<Unfilled> unfilled;
    double objective = 0.0;    // sum of the fits
    double upper_bound = 0.0;  // proof of optimality
};

// The programme with the largest sum of fits within all limits (min-cost flow with lower and upper bounds;
// exact). When the minimums cannot all be met, as few places as possible are left empty, and `unfilled` says
// which and why. Throws InvalidInput as speaker_fit does, and for limits out of range and unknown speakers.
M150_EXPORT Programme match_speakers(const Snapshot& now, const MatchSpeakersOptions& options);

}  // namespace m150::inline v0
