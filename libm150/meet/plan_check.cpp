#include "libm150/meet/plan_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/meet/registered.hpp"

namespace m150::inline v0 {

namespace {

// As records have them.
constexpr int most_minutes = 1440;
constexpr int most_people = 1000;

std::string nth(const std::string& list, std::size_t index) {
    return list + "[" + std::to_string(index) + "]";
}

std::string name_of(const Attendee& who) {
    return excerpt(who.municipality.str(), 60) + " " + std::to_string(who.number);
}

class Checker {
  public:
    explicit Checker(const MeetingPlan& plan) : plan_(plan) {}

    std::vector<PlanFault> check() {
        registrations();
        fixed("options.seating.fixed", plan_.options.seating.fixed);
        fixed("options.edits.seats", plan_.options.edits.seats);
        apart("options.seating.apart", plan_.options.seating.apart);
        apart("options.edits.apart", plan_.options.edits.apart);
        if (plan_.proposal) proposal(*plan_.proposal);
        if (!plan_.agenda_kept) {
            for (std::size_t i = 0; i < plan_.agenda.size(); ++i)
                item(nth("agenda", i), plan_.agenda[i]);
        }
        if (faults_.empty()) {
            if (std::optional<PlanFault> changed = agenda_changed(plan_))
                faults_.push_back(*std::move(changed));
        }
        if (plan_.seating) seating(*plan_.seating);
        return std::move(faults_);
    }

  private:
    void require(bool holds, const std::string& field, const std::string& what, const std::string& expected) {
        if (!holds) faults_.push_back({field, what, expected, "correct it, or plan the meeting anew"});
    }
    void within(const std::string& field, int value, int low, int high) {
        require(value >= low && value <= high, field, "is " + std::to_string(value),
                std::to_string(low) + " to " + std::to_string(high));
    }

    void registrations() {
        const auto& list = plan_.options.meeting.registrations;
        for (std::size_t i = 0; i < list.size(); ++i) {
            within(nth("options.meeting.registrations", i) + ".people", list[i].people, 1, most_people);
            registered_ += list[i].people;
        }
    }

    void fixed(const std::string& field, const std::vector<Seat>& seats) {
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const Seat& seat = seats[i];
            require(seat.round >= 1 && seat.table >= 1 && seat.who.number >= 1, nth(field, i),
                    "seats " + name_of(seat.who) + " in round " + std::to_string(seat.round) + " at table " +
                        std::to_string(seat.table),
                    "people, rounds and tables counted from 1");
        }
    }

    void apart(const std::string& field, const std::vector<Apart>& pairs) {
        for (std::size_t i = 0; i < pairs.size(); ++i)
            require(pairs[i].one != pairs[i].other, nth(field, i),
                    "names '" + excerpt(pairs[i].one.str(), 60) + "' twice", "two municipalities");
    }

    void proposal(const AgendaProposal& proposal) {
        agenda("proposal.best", proposal.best);
        for (std::size_t i = 0; i < proposal.others.size(); ++i)
            agenda(nth("proposal.others", i), proposal.others[i]);
    }

    void agenda(const std::string& field, const ProposedAgenda& agenda) {
        std::set<Id<Topic>> seen;
        for (std::size_t i = 0; i < agenda.items.size(); ++i) {
            const std::string place = nth(field + ".items", i) + ".item";
            const AgendaItem& one = agenda.items[i].item;
            item(place, one);
            require(one.topics.empty() || seen.insert(one.topics.front()).second, place + ".topics",
                    "comes a second time on the agenda", "each topic once");
        }
    }

    void item(const std::string& field, const AgendaItem& item) {
        require(!item.topics.empty(), field + ".topics", "a proposed item has no topic", "its topic");
        within(field + ".minutes", item.minutes, 1, most_minutes);
    }

    void seating(const SeatingPlan& seating) {
        const SeatOptions& asked = plan_.options.seating;
        require(static_cast<int>(seating.rounds.size()) == asked.rounds, "seating.rounds",
                "are " + std::to_string(seating.rounds.size()),
                std::to_string(asked.rounds) + ", as asked for");
        require(seating.people == registered_, "seating.people", "are " + std::to_string(seating.people),
                std::to_string(registered_) + ", who are registered");
        for (std::size_t r = 0; r < seating.rounds.size(); ++r)
            round(nth("seating.rounds", r), seating.rounds[r], asked.table_size);
    }

    void round(const std::string& field, const std::vector<MeetingTable>& tables, int size) {
        std::set<Attendee> seated;
        for (std::size_t t = 0; t < tables.size(); ++t) {
            const auto& people = tables[t].people;
            const std::string place = nth(field, t) + ".people";
            require(static_cast<int>(people.size()) <= size, place,
                    std::to_string(people.size()) + " people sit at one table",
                    "at most " + std::to_string(size));
            for (std::size_t p = 0; p < people.size(); ++p) {
                within(nth(place, p) + ".number", people[p].number, 1, most_people * 1000);
                require(seated.insert(people[p]).second, nth(place, p),
                        name_of(people[p]) + " sits twice in a round", "everybody once");
            }
        }
        require(static_cast<std::int64_t>(seated.size()) == registered_, field,
                "seats " + std::to_string(seated.size()) + " people",
                std::to_string(registered_) + ", who are registered");
    }

    const MeetingPlan& plan_;
    std::int64_t registered_ = 0;
    std::vector<PlanFault> faults_;
};

// In which field two items differ, and how.
std::pair<std::string, std::string> difference(const AgendaItem& is, const AgendaItem& was) {
    const auto quoted = [](const std::string& text) { return "'" + excerpt(text, 60) + "'"; };
    if (is.id != was.id) return {"id", "is " + quoted(is.id) + ", and was " + quoted(was.id)};
    if (is.title != was.title) return {"title", "is " + quoted(is.title) + ", and was " + quoted(was.title)};
    if (is.minutes != was.minutes)
        return {"minutes", "are " + std::to_string(is.minutes) + ", and were " + std::to_string(was.minutes)};
    if (is.topics != was.topics) return {"topics", "are others than they were"};
    if (is.text != was.text) return {"text", "is another than it was"};
    return {"speakers_at_least", "or speakers_at_most is another than it was"};
}

using Tables = std::map<Attendee, std::size_t>;  // counted from 1

// Whether the round seats exactly `people`; at which table is put in `at`.
bool seats_exactly(const std::vector<MeetingTable>& round,
                   const std::map<Id<Municipality>, Registered>& people, int all, int table_size,
                   Tables& at) {
    for (std::size_t t = 0; t < round.size(); ++t) {
        if (static_cast<int>(round[t].people.size()) > table_size) return false;
        for (const Attendee& who : round[t].people) {
            const auto found = people.find(who.municipality);
            const bool comes = found != people.end() && who.number >= 1 && who.number <= found->second.people;
            if (!comes || !at.emplace(who, t + 1).second) return false;
        }
    }
    return static_cast<int>(at.size()) == all;
}

bool is_said(const SeatingPlan& seating, const std::string& one, const std::string& other) {
    return std::any_of(seating.notices.begin(), seating.notices.end(), [&](const Reason& notice) {
        if (notice.code != "not-apart" || notice.values.size() != 2) return false;
        const std::string& first = notice.values[0].second;
        const std::string& second = notice.values[1].second;
        return (first == one && second == other) || (first == other && second == one);
    });
}

bool sit_together(const std::vector<std::vector<MeetingTable>>& rounds, const Id<Municipality>& one,
                  const Id<Municipality>& other) {
    const auto sits = [](const MeetingTable& table, const Id<Municipality>& id) {
        return std::any_of(table.people.begin(), table.people.end(),
                           [&](const Attendee& who) { return who.municipality == id; });
    };
    return std::any_of(rounds.begin(), rounds.end(), [&](const std::vector<MeetingTable>& round) {
        return std::any_of(round.begin(), round.end(),
                           [&](const MeetingTable& table) { return sits(table, one) && sits(table, other); });
    });
}

}  // namespace

std::vector<PlanFault> faults_of(const MeetingPlan& plan) {
    return Checker(plan).check();
}

std::optional<PlanFault> agenda_changed(const MeetingPlan& plan) {
    std::vector<AgendaItem> was;
    std::vector<std::string> parallel;
    if (plan.agenda_kept) {
        was = plan.options.meeting.agenda;
    } else if (plan.proposal) {
        for (const ProposedItem& one : plan.proposal->best.items) {
            was.push_back(one.item);
            if (one.parallel) parallel.push_back(one.item.id);
        }
    }
    const std::string advice =
        plan.agenda_kept
            ? "put it back, change the agenda of the meeting itself, and plan that"
            : "put it back, and lock, forbid or swap topics; for an agenda of your own plan the meeting anew "
              "with that agenda";
    const std::string expected = plan.agenda_kept ? "the agenda of the meeting, as the plan has it"
                                                  : "the agenda that was proposed, as the plan has it";
    const auto fault = [&](std::string field, const std::string& what) {
        return PlanFault{std::move(field), what + ": the agenda was changed by hand", expected, advice};
    };
    for (std::size_t i = 0; i < std::min(was.size(), plan.agenda.size()); ++i) {
        if (plan.agenda[i] == was[i]) continue;
        const auto [field, what] = difference(plan.agenda[i], was[i]);
        return fault(nth("agenda", i) + "." + field, what);
    }
    if (plan.agenda.size() != was.size())
        return fault("agenda", "has " + std::to_string(plan.agenda.size()) + " items, and had " +
                                   std::to_string(was.size()));
    if (plan.parallel != parallel) return fault("parallel", "names other items than it did");
    return std::nullopt;
}

bool seats_as_asked(const Snapshot& now, const SeatingPlan& seating, const SeatOptions& asked) {
    if (static_cast<int>(seating.rounds.size()) != asked.rounds) return false;
    std::vector<Reason> said;
    const std::map<Id<Municipality>, Registered> people = registered(now, asked.meeting, said);
    int all = 0;
    for (const auto& [municipality, one] : people)
        all += one.people;
    if (seating.people != all) return false;
    std::vector<Tables> tables(seating.rounds.size());
    for (std::size_t r = 0; r < seating.rounds.size(); ++r) {
        if (!seats_exactly(seating.rounds[r], people, all, asked.table_size, tables[r])) return false;
    }
    std::set<std::pair<Attendee, int>> held;
    for (const Seat& seat : asked.fixed) {
        if (seat.round < 1 || seat.round > asked.rounds || seat.table < 1) return false;
        const Attendee who{resolve_saying(now, seat.who.municipality, said), seat.who.number};
        const Tables& round = tables[static_cast<std::size_t>(seat.round - 1)];
        const auto found = round.find(who);
        if (found == round.end() || !held.insert({who, seat.round}).second) continue;  // lapses
        if (found->second != static_cast<std::size_t>(seat.table)) return false;
    }
    return std::all_of(asked.apart.begin(), asked.apart.end(), [&](const Apart& pair) {
        if (pair.one == pair.other) return false;
        const Id<Municipality> one = resolve_saying(now, pair.one, said);
        const Id<Municipality> other = resolve_saying(now, pair.other, said);
        return one == other || is_said(seating, one.str(), other.str()) ||
               !sit_together(seating.rounds, one, other);
    });
}

}  // namespace m150::inline v0
