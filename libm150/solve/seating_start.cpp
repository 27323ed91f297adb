#include "libm150/solve/seating_start.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::inline v0::seating {

namespace {

// As few tables as seat everybody, even.
std::vector<int> sizes_of_tables(int people, int table_size) {
    const int tables = (people + table_size - 1) / table_size;
    std::vector<int> sizes(at(tables), people / tables);
    for (int t = 0; t < people % tables; ++t)
        ++sizes[at(t)];
    return sizes;
}

// Tables for subjects in proportion to the points wished (Sainte-Lague), no more than those who wish one
// fill, spread over the rounds.
std::vector<std::vector<int>> first_subjects(const SeatingProblem& p, int tables) {
    std::vector<std::vector<int>> subjects(at(p.rounds), std::vector<int>(at(tables), -1));
    std::vector<std::int64_t> points(at(p.subjects)), wanting(at(p.subjects));
    for (const SeatingPerson& person : p.people) {
        for (const SeatingWish& wish : person.wishes) {
            points[at(wish.subject)] += wish.points;
            ++wanting[at(wish.subject)];
        }
    }
    std::vector<std::int64_t> given(at(p.subjects));
    for (int place = 0; place < p.rounds * tables; ++place) {
        int best = -1;
        for (int s = 0; s < p.subjects; ++s) {
            if (given[at(s)] * p.table_size >= wanting[at(s)]) continue;
            if (best < 0 ||
                points[at(s)] * (2 * given[at(best)] + 1) > points[at(best)] * (2 * given[at(s)] + 1))
                best = s;
        }
        if (best < 0) break;
        ++given[at(best)];
    }
    int place = 0;
    for (int s = 0; s < p.subjects; ++s) {
        for (std::int64_t k = 0; k < given[at(s)]; ++k, ++place)
            subjects[at(place % p.rounds)][at(place / p.rounds)] = s;
    }
    return subjects;
}

// People in random order to the tables that meet their wishes best, where there is room.
SeatingRound first_round(const SeatingProblem& p, const std::vector<int>& subjects,
                         const std::vector<int>& sizes, std::vector<std::set<int>>& had, Random& random) {
    SeatingRound round(sizes.size());
    std::vector<int> order(p.people.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    for (const int person : order) {
        std::size_t best = sizes.size();
        int best_points = -1;
        for (std::size_t t = 0; t < sizes.size(); ++t) {
            if (static_cast<int>(round[t].size()) == sizes[t]) continue;
            int points = 0;
            for (const SeatingWish& wish : p.people[at(person)].wishes) {
                if (wish.subject == subjects[t] && had[at(person)].count(wish.subject) == 0)
                    points = wish.points;
            }
            if (points > best_points) {
                best = t;
                best_points = points;
            }
        }
        round[best].push_back(person);
        if (subjects[best] >= 0) had[at(person)].insert(subjects[best]);
    }
    return round;
}

bool smaller(const std::vector<int>& a, const std::vector<int>& b) {
    return a.size() < b.size();
}

[[noreturn]] void pins_cannot_hold(int round, const std::string& what) {
    throw InvalidInput(Problem{"pins", "those of round " + std::to_string(round + 1) + " " + what,
                               "people who fit at their tables", "let go of some of them"});
}

// The last table that nobody is pinned to: so the others keep their places.
SeatingRound::iterator last_free(SeatingRound& round, const std::vector<int>& pinned, int number) {
    for (auto table = static_cast<int>(round.size()); table-- > 0;) {
        if (std::find(pinned.begin(), pinned.end(), table) == pinned.end()) return round.begin() + table;
    }
    pins_cannot_hold(number, "leave no table that can go");
}

// One round of the seating to stay near: the last tables go when there are too many, new ones come when
// there are too few, the new sit down where most room is, and sizes are evened out by as few moves as that
// takes.
void take_round(const SeatingProblem& p, std::size_t tables, SeatingRound& round, std::vector<int>& subjects,
                std::vector<int>& home, std::vector<int>& pinned, int number) {
    std::vector<int> seatless;
    home.assign(p.people.size(), State::nowhere);
    while (round.size() > tables) {
        const auto gone = last_free(round, pinned, number);
        for (int& table : pinned)
            table -= table > gone - round.begin() ? 1 : 0;
        for (const int person : *gone) {
            home[at(person)] = State::gone;
            seatless.push_back(person);
        }
        subjects.erase(subjects.begin() + (gone - round.begin()));
        round.erase(gone);
    }
    for (std::size_t t = 0; t < round.size(); ++t) {
        for (const int person : round[t])
            home[at(person)] = static_cast<int>(t);
    }
    for (std::size_t person = 0; person < home.size(); ++person) {
        if (home[person] == State::nowhere) seatless.push_back(static_cast<int>(person));
    }
    while (round.size() < tables) {
        round.emplace_back();
        subjects.push_back(-1);
    }
    for (const int person : seatless)
        std::min_element(round.begin(), round.end(), smaller)->push_back(person);
    for (;;) {
        const auto small = std::min_element(round.begin(), round.end(), smaller);
        const auto large = std::max_element(round.begin(), round.end(), smaller);
        if (large->size() <= small->size() + 1) return;
        small->push_back(large->back());
        large->pop_back();
    }
}

// Where whom is pinned, by round and person.
std::vector<std::vector<int>> pins_of(const SeatingProblem& p) {
    std::vector<std::vector<int>> pinned(at(p.rounds), std::vector<int>(p.people.size(), State::nowhere));
    for (const SeatingPin& pin : p.pins)
        pinned[at(pin.round)][at(pin.person)] = pin.table;
    return pinned;
}

bool any_pinned(const std::vector<int>& pinned) {
    return std::any_of(pinned.begin(), pinned.end(), [](int table) { return table != State::nowhere; });
}

// Brings everybody who is pinned to her table; of the others the last ones of a table make room. Tables stay
// as large as they are, unless more are pinned to one than it seats.
void seat_pinned(SeatingRound& round, const std::vector<int>& pinned, int number) {
    std::vector<std::size_t> held(round.size());
    for (const int table : pinned) {
        if (table == State::nowhere) continue;
        if (at(table) >= round.size())
            pins_cannot_hold(
                number, "name table " + std::to_string(table + 1) + " of " + std::to_string(round.size()));
        ++held[at(table)];
    }
    const std::size_t least = pinned.size() / round.size();
    std::size_t larger = pinned.size() % round.size();  // tables that seat one more
    std::vector<std::size_t> seats(round.size(), least);
    const auto enlarge = [&](std::size_t table) {
        if (seats[table] > least || larger == 0) return;
        ++seats[table];
        --larger;
    };
    for (std::size_t t = 0; t < round.size(); ++t) {
        if (held[t] > least) enlarge(t);
        if (held[t] > seats[t]) pins_cannot_hold(number, "are more than a table seats");
    }
    for (std::size_t t = 0; t < round.size(); ++t) {
        if (round[t].size() > least) enlarge(t);
    }
    std::vector<int> standing;
    for (std::size_t t = 0; t < round.size(); ++t) {
        std::erase_if(round[t], [&](int person) { return pinned[at(person)] != State::nowhere; });
        while (round[t].size() + held[t] > seats[t]) {
            standing.push_back(round[t].back());
            round[t].pop_back();
        }
    }
    for (std::size_t person = 0; person < pinned.size(); ++person) {
        if (pinned[person] != State::nowhere) round[at(pinned[person])].push_back(static_cast<int>(person));
    }
    for (std::size_t t = 0; t < round.size(); ++t) {
        while (round[t].size() < seats[t]) {
            round[t].push_back(standing.back());
            standing.pop_back();
        }
    }
}

Start start_near(const SeatingProblem& p, std::size_t tables) {
    Start start{p.before, p.subjects_before, {}, pins_of(p)};
    start.home.table_of.resize(start.rounds.size());
    for (std::size_t r = 0; r < start.rounds.size(); ++r) {
        take_round(p, tables, start.rounds[r], start.subjects[r], start.home.table_of[r], start.pinned[r],
                   static_cast<int>(r));
        if (any_pinned(start.pinned[r])) seat_pinned(start.rounds[r], start.pinned[r], static_cast<int>(r));
    }
    start.home.subjects = start.subjects;
    return start;
}

Start start_afresh(const SeatingProblem& p, const std::vector<int>& sizes, std::uint64_t seed) {
    Random random(seed, "first");
    Start start;
    start.subjects = first_subjects(p, static_cast<int>(sizes.size()));
    std::vector<std::set<int>> had(p.people.size());
    for (int r = 0; r < p.rounds; ++r)
        start.rounds.push_back(first_round(p, start.subjects[at(r)], sizes, had, random));
    start.home.table_of.assign(at(p.rounds), std::vector<int>(p.people.size(), State::nowhere));
    start.home.subjects.assign(at(p.rounds), std::vector<int>(sizes.size(), State::nowhere));
    start.pinned = pins_of(p);
    for (int r = 0; r < p.rounds; ++r) {
        if (any_pinned(start.pinned[at(r)])) seat_pinned(start.rounds[at(r)], start.pinned[at(r)], r);
    }
    return start;
}

}  // namespace

Start start_of(const SeatingProblem& problem, std::uint64_t seed) {
    const std::vector<int> sizes =
        sizes_of_tables(static_cast<int>(problem.people.size()), problem.table_size);
    return problem.before.empty() ? start_afresh(problem, sizes, seed) : start_near(problem, sizes.size());
}

Seats seats_of(const Start& start, std::size_t people) {
    Seats seats;
    seats.subjects = start.subjects;
    for (const SeatingRound& round : start.rounds) {
        std::vector<int>& table_of = seats.table_of.emplace_back(people);
        for (std::size_t t = 0; t < round.size(); ++t) {
            for (const int person : round[t])
                table_of[at(person)] = static_cast<int>(t);
        }
    }
    return seats;
}

}  // namespace m150::inline v0::seating
