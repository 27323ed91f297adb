// Locks, what is forbidden, and swaps.
#include <algorithm>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/meet/plan.hpp"

namespace m150::inline v0 {

namespace {

template <class Item>
void put_in(std::vector<Item>& list, const Item& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// The item of the plan's agenda.
void require_item(const MeetingPlan& plan, const std::string& id) {
    std::vector<std::string> ids;
    for (const AgendaItem& item : plan.agenda) {
        if (item.id == id) return;
        ids.push_back(item.id);
    }
    const std::string close = nearest(id, ids);
    throw InvalidInput({"item", "'" + excerpt(id, 60) + "' is not on the agenda of the plan",
                        "the id of an item", close.empty() ? "" : "did you mean '" + close + "'?"});
}

void require_topics(const MeetingPlan& plan) {
    if (!plan.agenda_kept) return;
    throw InvalidInput({"topic", "cannot be held: the agenda is the meeting's own", "a proposed agenda",
                        "change the agenda of the meeting, or plan it with replace_agenda"});
}

const SeatingPlan& seating_of(const MeetingPlan& plan) {
    if (plan.seating) return *plan.seating;
    throw InvalidInput(
        {"seat", "the plan seats nobody", "a plan with tables", "add registrations, and plan it again"});
}

std::string name_of(const Attendee& who) {
    return excerpt(who.municipality.str(), 60) + " " + std::to_string(who.number);
}

const std::vector<MeetingTable>& round_of(const MeetingPlan& plan, int round) {
    const SeatingPlan& seating = seating_of(plan);
    if (round >= 1 && round <= static_cast<int>(seating.rounds.size()))
        return seating.rounds[static_cast<std::size_t>(round - 1)];
    throw InvalidInput({"round", "there is no round " + std::to_string(round),
                        "1 to " + std::to_string(seating.rounds.size()), ""});
}

// At which table, counted from 1, somebody sits.
int table_of(const MeetingPlan& plan, const Attendee& who, int round) {
    const std::vector<MeetingTable>& tables = round_of(plan, round);
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const auto& people = tables[t].people;
        if (std::find(people.begin(), people.end(), who) != people.end()) return static_cast<int>(t) + 1;
    }
    throw InvalidInput({"seat", name_of(who) + " is not seated in round " + std::to_string(round),
                        "the code of a municipality and the number of one of the people it registered", ""});
}

bool speaks(const MeetingPlan& plan, const Placement& placement) {
    if (!plan.programme) return false;
    for (const ProgrammeItem& item : plan.programme->items) {
        if (item.item != placement.item) continue;
        return std::any_of(item.speakers.begin(), item.speakers.end(),
                           [&](const Slot& slot) { return slot.speaker == placement.speaker; });
    }
    return false;
}

void require_speaks(const MeetingPlan& plan, const Placement& placement) {
    require_item(plan, placement.item);
    if (speaks(plan, placement)) return;
    throw InvalidInput({"speaker",
                        "'" + excerpt(placement.speaker.str(), 60) + "' does not speak in '" +
                            excerpt(placement.item, 60) + "'",
                        "two placements of the plan", "lock the one that is wanted instead"});
}

// What is taken back must be there.
void require_released(std::size_t released, const char* field, const std::string& what) {
    if (released > 0) return;
    throw InvalidInput({field, "nothing was decided by hand about " + what, "one of the edits",
                        "see the edits of the plan"});
}

bool is_pair(const Apart& pair, const Apart& other) {
    return pair == other || (pair.one == other.other && pair.other == other.one);
}

}  // namespace

PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& topic) {
    require_topics(plan);
    std::erase(edits.no_topics, topic);
    put_in(edits.topics, topic);
    return edits;
}

PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Placement& placement) {
    require_item(plan, placement.item);
    std::erase(edits.no_speakers, placement);
    put_in(edits.speakers, placement);
    return edits;
}

PlanEdits lock(const MeetingPlan& plan, PlanEdits edits, const Seat& seat) {
    table_of(plan, seat.who, seat.round);
    const auto tables = static_cast<int>(round_of(plan, seat.round).size());
    if (seat.table < 1 || seat.table > tables)
        throw InvalidInput({"table", "there is no table " + std::to_string(seat.table),
                            "1 to " + std::to_string(tables), ""});
    std::erase_if(edits.seats,
                  [&](const Seat& one) { return one.who == seat.who && one.round == seat.round; });
    put_in(edits.seats, seat);
    return edits;
}

PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& topic) {
    require_topics(plan);
    std::erase(edits.topics, topic);
    put_in(edits.no_topics, topic);
    return edits;
}

PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Placement& placement) {
    require_item(plan, placement.item);
    std::erase(edits.speakers, placement);
    put_in(edits.no_speakers, placement);
    return edits;
}

PlanEdits forbid(const MeetingPlan& plan, PlanEdits edits, const Apart& pair) {
    seating_of(plan);
    if (pair.one == pair.other)
        throw InvalidInput({"apart", "'" + excerpt(pair.one.str(), 60) + "' cannot sit apart from itself",
                            "two municipalities", ""});
    const bool known = std::any_of(edits.apart.begin(), edits.apart.end(),
                                   [&](const Apart& one) { return is_pair(one, pair); });
    if (!known) edits.apart.push_back(pair);
    return edits;
}

PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Id<Topic>& leaves, const Id<Topic>& comes) {
    require_topics(plan);
    require_item(plan, leaves.str());
    if (leaves == comes)
        throw InvalidInput(
            {"topic", "'" + excerpt(leaves.str(), 60) + "' cannot come in its own place", "two topics", ""});
    for (const AgendaItem& item : plan.agenda) {
        if (item.id == comes.str())
            throw InvalidInput({"topic", "'" + excerpt(comes.str(), 60) + "' is on the agenda already",
                                "a topic that is not", "forbid the other alone"});
    }
    return lock(plan, forbid(plan, std::move(edits), leaves), comes);
}

PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Placement& one, const Placement& other) {
    require_speaks(plan, one);
    require_speaks(plan, other);
    const Placement first{one.item, other.speaker};
    const Placement second{other.item, one.speaker};
    if (one.item == other.item || one.speaker == other.speaker)
        throw InvalidInput({"swap", "changes nothing", "two speakers in two items", ""});
    if (!speaks(plan, first)) edits = lock(plan, forbid(plan, std::move(edits), one), first);
    if (!speaks(plan, second)) edits = lock(plan, forbid(plan, std::move(edits), other), second);
    return edits;
}

PlanEdits swap(const MeetingPlan& plan, PlanEdits edits, const Attendee& one, const Attendee& other,
               int round) {
    const int here = table_of(plan, one, round);
    const int there = table_of(plan, other, round);
    if (here == there)
        throw InvalidInput({"swap", name_of(one) + " and " + name_of(other) + " sit at one table",
                            "two people at two tables", ""});
    return lock(plan, lock(plan, std::move(edits), Seat{one, round, there}), Seat{other, round, here});
}

PlanEdits release(PlanEdits edits, const Id<Topic>& topic) {
    require_released(std::erase(edits.topics, topic) + std::erase(edits.no_topics, topic), "topic",
                     "'" + excerpt(topic.str(), 60) + "'");
    return edits;
}

PlanEdits release(PlanEdits edits, const Placement& placement) {
    require_released(
        std::erase(edits.speakers, placement) + std::erase(edits.no_speakers, placement), "speaker",
        "'" + excerpt(placement.speaker.str(), 60) + "' in '" + excerpt(placement.item, 60) + "'");
    return edits;
}

PlanEdits release(PlanEdits edits, const Seat& seat) {
    const auto of_seat = [&](const Seat& one) { return one.who == seat.who && one.round == seat.round; };
    require_released(std::erase_if(edits.seats, of_seat), "seat",
                     name_of(seat.who) + " in round " + std::to_string(seat.round));
    return edits;
}

PlanEdits release(PlanEdits edits, const Apart& pair) {
    const auto of_pair = [&](const Apart& one) { return is_pair(one, pair); };
    require_released(
        std::erase_if(edits.apart, of_pair), "apart",
        "'" + excerpt(pair.one.str(), 60) + "' and '" + excerpt(pair.other.str(), 60) + "' together");
    return edits;
}

}  // namespace m150::inline v0
