// A meeting planned as a whole: what plays, what to treat, who speaks, who sits where.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/meet/agenda.hpp"
#include "libm150/meet/gap_map.hpp"
#include "libm150/meet/seat.hpp"
#include "libm150/meet/speakers.hpp"

namespace m150::inline v0 {

// What was decided by hand. Holds before what the options of the steps say.
struct PlanEdits {
    std::vector<Id<Topic>> topics, no_topics;      // on the agenda, and not on it
    std::vector<Placement> speakers, no_speakers;  // in an item, and not in it
    std::vector<Seat> seats;                       // at a table
    std::vector<Apart> apart;                      // municipalities not at one table
    friend bool operator==(const PlanEdits&, const PlanEdits&) = default;
};

struct PlanOptions {
    Meeting meeting;
    // A meeting with an agenda keeps it; with this it gets a proposed one all the same.
    bool replace_agenda = false;
    GapMapOptions gaps;             // network: absent: the meeting's
    AgendaOptions agenda;           // its meeting and stay_near are not looked at
    MatchSpeakersOptions speakers;  // its agenda and keep are not looked at; date, network, host: absent: the
                                    // meeting's; proposed items at the same time are added to parallel
    SeatOptions seating;            // its meeting and stay_near are not looked at
    PlanEdits edits;
    ProgressFn progress;  // of all steps; those of the steps are not looked at. Returning false cancels
};

struct MeetingPlan {
    PlanOptions options;  // that it was made with, without functions
    Date today;           // of the snapshot
    std::optional<Id<Municipality>> viewer;
    GapMap gaps;
    bool agenda_kept = false;  // the meeting had one
    std::optional<AgendaProposal> proposal;
    // What is treated. The id of a proposed item is that of its topic, so that it stays the same item when
    // the plan is made again.
    std::vector<AgendaItem> agenda;
    std::vector<std::string> parallel;   // ids of the proposed items at the same time
    std::optional<Programme> programme;  // absent: there is nothing to speak on
    std::optional<SeatingPlan> seating;  // absent: nobody is registered
    std::vector<Reason> notices;         // of all steps, each once
};

// gap_map, propose_agenda (when the meeting has no agenda), match_speakers and seat, one after the other,
// each on what the one before gave. What could not be done is in the plan with the reason: a meeting that
// lies in the past of the snapshot, no demand anywhere (an empty agenda, and no speakers), nobody registered
// (the agenda counts on all members, but nobody is seated: who comes is not known), a hold on what is no more
// there. The same input gives the same plan, unless the seconds of a solver are limited. Throws InvalidInput
// as the steps do, for registrations of fewer than 1 or more than 1000 people, for topics that are held while
// the agenda is the meeting's own, and when progress cancels.
M150_EXPORT MeetingPlan plan_meeting(const Snapshot& now, const PlanOptions& options);

// The same around an earlier plan: what the edits and the meeting of `options` (mostly those of the plan)
// leave as it was stays, as far as can be: first the topics, then how long they are treated, then who speaks
// on what, then who sits where (the cost of a seat that changes is in the options). Throws as well when the
// agenda of `earlier` was changed by hand rather than by an edit: the change would be lost.
M150_EXPORT MeetingPlan plan_again(const Snapshot& now, const MeetingPlan& earlier,
                                   const PlanOptions& options);

// The meeting with the agenda of the plan.
M150_EXPORT Meeting meeting_of(const MeetingPlan& plan);

// --- editing ----------------------------------------------------------------------------------------------
// Each gives the edits with one more, and without those that say the opposite. `plan` is what they are about:
// InvalidInput for an item, a speaker or a seat that is not in it.

M150_EXPORT PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& topic);
M150_EXPORT PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Placement& placement);
M150_EXPORT PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Seat& seat);
M150_EXPORT PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& topic);
M150_EXPORT PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Placement& placement);
M150_EXPORT PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Apart& pair);
// `comes` on the agenda in the place of `leaves`, which is on it.
M150_EXPORT PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& leaves,
                           const Id<Topic>& comes);
// Two placements of the plan change places: each speaks where the other would have.
M150_EXPORT PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Placement& one,
                           const Placement& other);
// Two people change tables in a round, counted from 1.
M150_EXPORT PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Attendee& one,
                           const Attendee& other, int round);

// Takes back what was decided by hand about a topic, about a speaker in an item, about a person in a round
// (whatever the table), or that two municipalities sit apart: nothing is held of it any more. Also when it is
// no more in the plan; InvalidInput when nothing was decided about it.
M150_EXPORT PlanEdits release(PlanEdits edits, const Id<Topic>& topic);
M150_EXPORT PlanEdits release(PlanEdits edits, const Placement& placement);
M150_EXPORT PlanEdits release(PlanEdits edits, const Seat& seat);
M150_EXPORT PlanEdits release(PlanEdits edits, const Apart& pair);

// --- comparing --------------------------------------------------------------------------------------------

struct PlanDiff {
    std::vector<Reason> changes;  // in the order of the steps; explain() says them
    int items_added = 0;
    int items_removed = 0;
    int items_changed = 0;     // other minutes, or now at the same time as others, or no more
    int speakers_changed = 0;  // places: one who came instead of one who left counts once
    int people_added = 0;
    int people_removed = 0;
    // By people who are in both plans, over the rounds of both: seats at a table other than the one that most
    // of the table went to.
    int seats_changed = 0;
    friend bool operator==(const PlanDiff&, const PlanDiff&) = default;
};

// What `later` changed.
M150_EXPORT PlanDiff diff(const MeetingPlan& earlier, const MeetingPlan& later);

// --- keeping ----------------------------------------------------------------------------------------------

inline constexpr int plan_version = 1;

// Everything as JSON. Reading gives the plan back, and writing that the same bytes. Reading throws
// InvalidInput with all that is wrong, as where:line:column, for another version, and for what no plan has
// that was made: anything but options that was changed by hand, tables that do not seat those who are
// registered.
M150_EXPORT std::string plan_to_json(const MeetingPlan& plan);
M150_EXPORT MeetingPlan plan_from_json(std::string_view json, const std::string& where = "plan");
// To and from a file; what was there stays when writing fails (StoreError).
M150_EXPORT void write_plan(const std::filesystem::path& file, const MeetingPlan& plan);
M150_EXPORT MeetingPlan read_plan(const std::filesystem::path& file);

}  // namespace m150::inline v0
