#include "libm150/meet/seat.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/meet/registered.hpp"
#include "libm150/solve/seating.hpp"

namespace m150::inline v0 {

namespace {

constexpr int kMostPeople = 2000;
// What it costs that people sit together who are to sit apart: more than any weight, so that it happens only
// when there is no other way.
constexpr int kApart = 500'000;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

void check_options(const Snapshot& now, const SeatOptions& o) {
    Inputs inputs(now, "seat");
    inputs.in_range("rounds", o.rounds, 1, 20);
    inputs.in_range("table_size", o.table_size, 2, 50);
    inputs.in_range("knows", o.knows, 0, 1);
    const SeatWeights& w = o.weights;
    for (const int weight :
         {w.repeat, w.knower, w.wish, w.same_municipality, w.met_before, w.same_region, w.alike})
        inputs.in_range("weights", weight, 0, 100'000);
    inputs.in_range("move", o.move, 0, 100'000);
    inputs.in_range("another_topic", o.another_topic, 0, 100'000);
    inputs.in_range("steps", static_cast<double>(o.steps), 0, 1e9);
    long long people = 0;
    for (const Registration& registration : o.meeting.registrations)
        people += std::max(1, registration.people);
    inputs.require(people > 0, "meeting", "nobody is registered", "at least one registration",
                   "add the registrations first");
    inputs.require(people <= kMostPeople, "meeting", "has " + std::to_string(people) + " people",
                   "at most " + std::to_string(kMostPeople));
    inputs.require(!o.stay_near || static_cast<int>(o.stay_near->rounds.size()) == o.rounds, "stay_near",
                   "has another number of rounds", "as many as rounds");
    std::set<std::pair<Attendee, int>> seated;
    for (const Seat& seat : o.fixed)
        inputs.require(seat.round >= 1 && seat.round <= o.rounds && seat.table >= 1 &&
                           seated.insert({seat.who, seat.round}).second,
                       "fixed",
                       "seats " + excerpt(seat.who.municipality.str(), 60) + " " +
                           std::to_string(seat.who.number) + " in round " + std::to_string(seat.round) +
                           ", table " + std::to_string(seat.table) + ", which is none, or twice in it",
                       "rounds and tables from 1, everybody once a round");
    for (const Apart& pair : o.apart) {
        for (const Id<Municipality>& id : {pair.one, pair.other})
            inputs.require(now.find(id) != nullptr, "apart", "'" + excerpt(id.str(), 60) + "' is unknown",
                           "the code of a municipality");
        inputs.require(pair.one != pair.other, "apart",
                       "names '" + excerpt(pair.one.str(), 60) + "' twice in a pair", "two municipalities");
    }
    inputs.throw_if_any();
}

int size_class(const Municipality& municipality, int year) {
    const std::int64_t inhabitants = inhabitants_in(municipality, year).value_or(0);
    return inhabitants < 35'000 ? 0 : inhabitants < 50'000 ? 1 : 2;
}

class Seater {
  public:
    Seater(const Snapshot& now, const SeatOptions& options) : now_(now), options_(options) {
        attendees();
        problem_.rounds = options.rounds;
        problem_.table_size = options.table_size;
        problem_.repeat_cost = options.weights.repeat;
        problem_.knower_cost = options.weights.knower;
        // Points are thirds of a first wish.
        problem_.wish_cost = 1;
        people();
        known_pairs();
        pairs();
        if (options.stay_near) stay_near(*options.stay_near);
        fixed();
    }

    SeatingPlan seat() {
        const Seating found = solve_seating(problem_, {options_.seed, options_.steps, options_.progress});
        write(found);
        return std::move(plan_);
    }

  private:
    // Everybody who is registered, as of the municipality that theirs is today.
    void attendees() {
        std::set<int> topics;
        for (const auto& [municipality, all] : registered(now_, options_.meeting, plan_.notices)) {
            for (int number = 1; number <= all.people; ++number) {
                number_of_[{municipality, number}] = static_cast<int>(attendees_.size());
                attendees_.push_back({municipality, number});
                wishes_.push_back(all.wishes);
            }
            for (const Id<Topic>& wish : all.wishes)
                topics.insert(now_.number_of(wish));
        }
        topics_.assign(topics.begin(), topics.end());
        problem_.subjects = static_cast<int>(topics_.size());
    }

    int subject_of(const Id<Topic>& topic) const {
        const auto found = std::lower_bound(topics_.begin(), topics_.end(), now_.number_of(topic));
        const bool wished = found != topics_.end() && *found == now_.number_of(topic);
        return wished ? static_cast<int>(found - topics_.begin()) : -1;
    }

    void people() {
        for (std::size_t a = 0; a < attendees_.size(); ++a) {
            SeatingPerson person;
            for (std::size_t w = 0; w < wishes_[a].size(); ++w) {
                const int thirds = w == 0 ? 3 : w == 1 ? 2 : 1;
                const int points = std::min(1000, options_.weights.wish * thirds / 3);
                const int subject = subject_of(wishes_[a][w]);
                if (subject >= 0 && points > 0) person.wishes.push_back({subject, points});
            }
            const int number = now_.number_of(attendees_[a].municipality);
            for (std::size_t s = 0; s < topics_.size(); ++s) {
                if (now_.graph().expertise(number, topics_[s]) >= options_.knows)
                    person.knows.push_back(static_cast<int>(s));
            }
            problem_.people.push_back(std::move(person));
        }
    }

    // Who sat together at an earlier meeting, and which municipalities were in contact.
    void known_pairs() {
        for (const Apart& pair : options_.apart) {
            const Id<Municipality> one = resolve_saying(now_, pair.one, plan_.notices);
            const Id<Municipality> other = resolve_saying(now_, pair.other, plan_.notices);
            if (one != other) apart_.insert(std::minmax(one, other));
            const auto comes = [&](const Id<Municipality>& id) { return number_of_.count({id, 1}) > 0; };
            if (comes(one) && comes(other)) continue;
            plan_.notices.push_back(
                {"apart-of-nobody", 0.0, {{"municipality", one.str()}, {"successor", other.str()}}, {}});
        }
        for (const SeatingPlan& plan : options_.earlier) {
            for (const auto& round : plan.rounds) {
                for (const MeetingTable& table : round) {
                    for (const Attendee& one : table.people) {
                        for (const Attendee& other : table.people) {
                            if (one < other) met_.insert(std::minmax(one.municipality, other.municipality));
                        }
                    }
                }
            }
        }
        for (const Contact* contact : now_.all<Contact>()) {
            if (contact->date <= now_.today()) met_.insert(std::minmax(contact->from, contact->to));
        }
    }

    struct Likeness {
        bool same = false, region = false, met = false, size = false, apart = false;
    };
    Likeness likeness(std::size_t one, std::size_t other) const {
        const Municipality& a = *now_.find(attendees_[one].municipality);
        const Municipality& b = *now_.find(attendees_[other].municipality);
        if (a.id == b.id) return {true, false, false, false, false};
        const int year = now_.today().year();
        return {false, !a.safety_region.empty() && a.safety_region == b.safety_region,
                met_.count(std::minmax(a.id, b.id)) > 0, size_class(a, year) == size_class(b, year),
                apart_.count(std::minmax(a.id, b.id)) > 0};
    }

    void pairs() {
        const SeatWeights& w = options_.weights;
        for (std::size_t one = 0; one < attendees_.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                const Likeness like = likeness(one, other);
                const int cost = (like.same ? w.same_municipality : 0) + (like.region ? w.same_region : 0) +
                                 (like.met ? w.met_before : 0) + (like.size ? w.alike : 0) +
                                 (like.apart ? kApart : 0);
                if (cost > 0)
                    problem_.pairs.push_back({static_cast<int>(other), static_cast<int>(one), cost});
            }
        }
    }

    void stay_near(const SeatingPlan& plan) {
        problem_.move_cost = options_.move;
        problem_.subject_cost = options_.another_topic;
        for (const auto& round : plan.rounds) {
            SeatingRound& tables = problem_.before.emplace_back();
            std::vector<int>& subjects = problem_.subjects_before.emplace_back();
            std::set<int> seated;
            for (const MeetingTable& table : round) {
                std::vector<int>& people = tables.emplace_back();
                subjects.push_back(table.topic ? subject_of(*table.topic) : -1);
                for (const Attendee& attendee : table.people) {
                    const auto found = number_of_.find({attendee.municipality, attendee.number});
                    if (found != number_of_.end() && seated.insert(found->second).second)
                        people.push_back(found->second);
                }
            }
        }
    }

    void fixed() {
        std::set<std::pair<int, int>> seated;
        for (const Seat& seat : options_.fixed) {
            const Id<Municipality> today = resolve_saying(now_, seat.who.municipality, plan_.notices);
            const auto who = number_of_.find({today, seat.who.number});
            if (who == number_of_.end() || !seated.insert({who->second, seat.round}).second) {
                plan_.notices.push_back({"seat-of-nobody",
                                         0.0,
                                         {{"municipality", seat.who.municipality.str()},
                                          {"number", std::to_string(seat.who.number)},
                                          {"round", std::to_string(seat.round)}},
                                         {}});
                continue;
            }
            problem_.pins.push_back({seat.round - 1, who->second, seat.table - 1});
        }
    }

    void write(const Seating& found) {
        plan_.people = static_cast<int>(attendees_.size());
        plan_.repeats = found.repeats;
        plan_.repeats_bound = found.repeats_bound;
        plan_.tables_without_knower = found.tables_without_knower;
        plan_.moves = found.moves;
        plan_.topics_changed = found.subjects_changed;
        std::vector<std::set<int>> had(attendees_.size());
        for (std::size_t r = 0; r < found.rounds.size(); ++r) {
            auto& round = plan_.rounds.emplace_back();
            for (std::size_t t = 0; t < found.rounds[r].size(); ++t) {
                const int subject = found.subjects[r][t];
                for (const int person : found.rounds[r][t])
                    had[at(person)].insert(subject);
                round.push_back(table_of(found.rounds[r][t], subject));
            }
        }
        renumbered(found);
        count_wishes(had);
        plan_.wishes_bound = wishes_bound(found);
        if (options_.meeting.date < now_.today()) {
            plan_.notices.push_back({"meeting-past",
                                     0.0,
                                     {{"date", options_.meeting.date.str()}, {"today", now_.today().str()}},
                                     {}});
        }
        for (const auto& [one, other] : not_apart_)
            plan_.notices.push_back(
                {"not-apart", 0.0, {{"municipality", one.str()}, {"successor", other.str()}}, {}});
        const int alone = lonely_tables();
        if (alone > 0) plan_.notices.push_back({"seat-alone", 0.0, {{"count", std::to_string(alone)}}, {}});
        if (options_.rounds > plan_.people) {
            plan_.notices.push_back(
                {"seat-many-rounds",
                 0.0,
                 {{"count", std::to_string(plan_.people)}, {"of", std::to_string(options_.rounds)}},
                 {}});
        }
        if (plan_.repeats_bound > 0)
            plan_.notices.push_back(
                {"must-repeat", 0.0, {{"count", std::to_string(plan_.repeats_bound)}}, {}});
    }

    // Tables that seats stand at have another number when there are fewer than before and none other to go.
    void renumbered(const Seating& found) {
        for (const SeatingPin& pin : problem_.pins) {
            const SeatingRound& round = found.rounds[at(pin.round)];
            for (std::size_t t = 0; t < round.size(); ++t) {
                if (at(pin.table) == t || !std::binary_search(round[t].begin(), round[t].end(), pin.person))
                    continue;
                const Attendee& who = attendees_[at(pin.person)];
                plan_.notices.push_back({"seat-renumbered",
                                         0.0,
                                         {{"municipality", who.municipality.str()},
                                          {"number", std::to_string(who.number)},
                                          {"round", std::to_string(pin.round + 1)},
                                          {"from", std::to_string(pin.table + 1)},
                                          {"to", std::to_string(t + 1)}},
                                         {}});
            }
        }
    }

    int lonely_tables() const {
        int alone = 0;
        for (const auto& round : plan_.rounds)
            alone +=
                static_cast<int>(std::count_if(round.begin(), round.end(), [](const MeetingTable& table) {
                    return table.people.size() == 1;
                }));
        return alone;
    }

    MeetingTable table_of(const std::vector<int>& people, int subject) {
        MeetingTable table;
        if (subject >= 0) table.topic = now_.topic(topics_[at(subject)]).id;
        std::set<Id<Municipality>> knowers;
        for (std::size_t i = 0; i < people.size(); ++i) {
            const std::size_t person = at(people[i]);
            table.people.push_back(attendees_[person]);
            const auto& knows = problem_.people[person].knows;
            if (std::find(knows.begin(), knows.end(), subject) != knows.end())
                knowers.insert(attendees_[person].municipality);
            for (std::size_t j = 0; j < i; ++j) {
                const Likeness like = likeness(person, at(people[j]));
                plan_.same_municipality += like.same ? 1 : 0;
                plan_.same_region += like.region ? 1 : 0;
                plan_.met_before += like.met ? 1 : 0;
            }
            for (std::size_t j = 0; j < i; ++j) {
                const Id<Municipality>& one = attendees_[at(people[j])].municipality;
                const Id<Municipality>& other = attendees_[person].municipality;
                if (apart_.count(std::minmax(one, other)) > 0) not_apart_.insert(std::minmax(one, other));
            }
        }
        table.knowers.assign(knowers.begin(), knowers.end());
        return table;
    }

    void count_wishes(const std::vector<std::set<int>>& had) {
        for (std::size_t a = 0; a < attendees_.size(); ++a) {
            int met = 0, wishes = 0;
            for (const Id<Topic>& wish : wishes_[a]) {
                const int subject = subject_of(wish);
                wishes += subject >= 0 ? 1 : 0;
                met += subject >= 0 && had[a].count(subject) ? 1 : 0;
            }
            plan_.wishes += std::min(wishes, options_.rounds);
            plan_.wishes_met += met;
            if (wishes > 0 && met == 0) plan_.no_wish_met.push_back(attendees_[a]);
        }
    }

    int wishes_bound(const Seating& found) const {
        std::vector<SeatingPerson> people;
        for (const std::vector<Id<Topic>>& wishes : wishes_) {
            SeatingPerson& person = people.emplace_back();
            for (const Id<Topic>& wish : wishes) {
                if (const int subject = subject_of(wish); subject >= 0) person.wishes.push_back({subject, 1});
            }
        }
        std::vector<std::vector<int>> sizes;
        for (const SeatingRound& round : found.rounds) {
            std::vector<int>& tables = sizes.emplace_back();
            for (const auto& table : round)
                tables.push_back(static_cast<int>(table.size()));
        }
        return static_cast<int>(wish_points_bound(people, sizes));
    }

    const Snapshot& now_;
    const SeatOptions& options_;
    std::vector<Attendee> attendees_;             // ascending
    std::vector<std::vector<Id<Topic>>> wishes_;  // of each
    std::map<std::pair<Id<Municipality>, int>, int> number_of_;
    std::vector<int> topics_;  // that somebody wishes, numbers ascending
    std::set<std::pair<Id<Municipality>, Id<Municipality>>> met_, apart_, not_apart_;
    SeatingProblem problem_;
    SeatingPlan plan_;
};

}  // namespace

SeatingPlan seat(const Snapshot& now, const SeatOptions& options) {
    check_options(now, options);
    return Seater(now, options).seat();
}

}  // namespace m150::inline v0
