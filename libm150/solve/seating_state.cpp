#include "libm150/solve/seating_state.hpp"

#include <algorithm>
#include <functional>

namespace m150::inline v0::seating {

namespace {

// What each person can be given at most: her best wishes, one a round.
std::int64_t most_points(const SeatingProblem& problem) {
    std::int64_t total = 0;
    for (const SeatingPerson& person : problem.people) {
        std::vector<int> points;
        for (const SeatingWish& wish : person.wishes)
            points.push_back(wish.points);
        std::sort(points.begin(), points.end(), std::greater<>());
        for (std::size_t i = 0; i < std::min(points.size(), at(problem.rounds)); ++i)
            total += points[i];
    }
    return total;
}

}  // namespace

State::State(const SeatingProblem& problem, const Seats& seats, const Home& home)
    : problem_(problem),
      people_(problem.people.size()),
      seats_(seats),
      home_(home),
      pairs_(people_ * people_),
      points_(people_ * at(problem.subjects)),
      had_(people_ * at(problem.subjects)),
      knows_(people_ * at(problem.subjects)),
      wished_(most_points(problem)) {
    for (const SeatingPair& one : problem.pairs)
        pairs_[pair(one.one, one.other)].cost = pairs_[pair(one.other, one.one)].cost = one.cost;
    for (std::size_t p = 0; p < people_; ++p) {
        for (const SeatingWish& wish : problem.people[p].wishes)
            points_[cell(static_cast<int>(p), wish.subject)] = wish.points;
        for (const int subject : problem.people[p].knows)
            knows_[cell(static_cast<int>(p), subject)] = 1;
    }
    cost_ = wished_ * problem.wish_cost;
    place_.assign(at(problem.rounds), std::vector<int>(people_));
    for (std::size_t r = 0; r < at(problem.rounds); ++r) {
        tables_.emplace_back(seats_.subjects[r].size());
        knowers_.emplace_back(seats_.subjects[r].size());
        for (const int subject : seats_.subjects[r])
            cost_ += subject >= 0 ? problem.knower_cost : 0;
        for (int table = 0; table < tables(static_cast<int>(r)); ++table)
            cost_ += is_changed(static_cast<int>(r), table) ? problem.subject_cost : 0;
        for (std::size_t p = 0; p < people_; ++p)
            join(static_cast<int>(r), static_cast<int>(p), seats.table_of[r][p]);
    }
}

bool State::can_move(int round, int person, int table) const {
    const auto& tables = tables_[at(round)];
    const std::size_t from = tables[at(table_of(round, person))].size();
    return table != table_of(round, person) && from == tables[at(table)].size() + 1;
}

void State::move(int round, int person, int table) {
    leave(round, person);
    join(round, person, table);
}

void State::swap(int round, int one, int other) {
    const int here = table_of(round, one);
    const int there = table_of(round, other);
    leave(round, one);
    leave(round, other);
    join(round, one, there);
    join(round, other, here);
}

// What swapping them would add to the cost.
std::int64_t State::cost_of_swap(int round, int one, int other) const {
    const int here = subject(round, table_of(round, one));
    const int there = subject(round, table_of(round, other));
    return cost_of_place(round, one, other) + cost_of_place(round, other, one) +
           cost_of_subject(one, here, there) + cost_of_subject(other, there, here);
}

// What changes at the table that one leaves when another comes in her place.
std::int64_t State::cost_of_place(int round, int leaves, int comes) const {
    const int table = table_of(round, leaves);
    std::int64_t cost = 0;
    for (const int person : people(round, table)) {
        if (person == leaves) continue;
        const Pair& before = pairs_[pair(leaves, person)];
        const Pair& after = pairs_[pair(comes, person)];
        cost += after.cost - before.cost;
        cost +=
            ((after.meets >= 1 ? 1 : 0) - (before.meets >= 2 ? 1 : 0)) * std::int64_t{problem_.repeat_cost};
    }
    if (const int subject = this->subject(round, table); subject >= 0) {
        const int knowers = knowers_[at(round)][at(table)];
        const int then = knowers - knows_[cell(leaves, subject)] + knows_[cell(comes, subject)];
        cost += ((then == 0 ? 1 : 0) - (knowers == 0 ? 1 : 0)) * std::int64_t{problem_.knower_cost};
    }
    cost += ((counts_as_move(round, comes, table) ? 1 : 0) - (counts_as_move(round, leaves, table) ? 1 : 0)) *
            std::int64_t{problem_.move_cost};
    return cost;
}

std::int64_t State::cost_of_subject(int person, int from, int to) const {
    if (from == to) return 0;
    std::int64_t points = 0;
    if (from >= 0 && had_[cell(person, from)] == 1) points += points_[cell(person, from)];
    if (to >= 0 && had_[cell(person, to)] == 0) points -= points_[cell(person, to)];
    return points * problem_.wish_cost;
}

void State::set_subject(int round, int table, int subject) {
    int& current = seats_.subjects[at(round)][at(table)];
    int& knowers = knowers_[at(round)][at(table)];
    if (current >= 0 && knowers == 0) cost_ -= problem_.knower_cost;
    if (is_changed(round, table)) cost_ -= problem_.subject_cost;
    knowers = 0;
    for (const int person : tables_[at(round)][at(table)]) {
        drop_subject(person, current);
        take_subject(person, subject);
        if (subject >= 0) knowers += knows_[cell(person, subject)];
    }
    current = subject;
    if (current >= 0 && knowers == 0) cost_ += problem_.knower_cost;
    if (is_changed(round, table)) cost_ += problem_.subject_cost;
}

void State::leave(int round, int person) {
    const int table = table_of(round, person);
    std::vector<int>& people = tables_[at(round)][at(table)];
    const std::size_t place = at(place_[at(round)][at(person)]);
    people[place] = people.back();
    place_[at(round)][at(people[place])] = static_cast<int>(place);
    people.pop_back();
    for (const int other : people) {
        const int meets = --pairs_[pair(person, other)].meets;
        pairs_[pair(other, person)].meets = meets;
        cost_ -= pairs_[pair(person, other)].cost + (meets >= 1 ? problem_.repeat_cost : 0);
    }
    const int subject = this->subject(round, table);
    drop_subject(person, subject);
    if (subject >= 0 && knows_[cell(person, subject)] != 0 && --knowers_[at(round)][at(table)] == 0)
        cost_ += problem_.knower_cost;
    if (counts_as_move(round, person, table)) cost_ -= problem_.move_cost;
}

void State::join(int round, int person, int table) {
    std::vector<int>& people = tables_[at(round)][at(table)];
    for (const int other : people) {
        const int meets = ++pairs_[pair(person, other)].meets;
        pairs_[pair(other, person)].meets = meets;
        cost_ += pairs_[pair(person, other)].cost + (meets >= 2 ? problem_.repeat_cost : 0);
    }
    seats_.table_of[at(round)][at(person)] = table;
    place_[at(round)][at(person)] = static_cast<int>(people.size());
    people.push_back(person);
    const int subject = this->subject(round, table);
    take_subject(person, subject);
    if (subject >= 0 && knows_[cell(person, subject)] != 0 && ++knowers_[at(round)][at(table)] == 1)
        cost_ -= problem_.knower_cost;
    if (counts_as_move(round, person, table)) cost_ += problem_.move_cost;
}

// A wish is met once, however often the subject comes back.
void State::take_subject(int person, int subject) {
    if (subject >= 0 && ++had_[cell(person, subject)] == 1)
        cost_ -= std::int64_t{problem_.wish_cost} * points_[cell(person, subject)];
}

void State::drop_subject(int person, int subject) {
    if (subject >= 0 && --had_[cell(person, subject)] == 0)
        cost_ += std::int64_t{problem_.wish_cost} * points_[cell(person, subject)];
}

Seating State::result() const {
    Seating seating;
    seating.cost = cost_;
    seating.subjects = seats_.subjects;
    std::vector<std::vector<int>> sizes;
    for (std::size_t r = 0; r < tables_.size(); ++r) {
        SeatingRound round = tables_[r];
        sizes.emplace_back();
        for (std::vector<int>& table : round) {
            std::sort(table.begin(), table.end());
            sizes.back().push_back(static_cast<int>(table.size()));
        }
        for (std::size_t t = 0; t < round.size(); ++t)
            seating.tables_without_knower += seats_.subjects[r][t] >= 0 && knowers_[r][t] == 0 ? 1 : 0;
        for (int table = 0; table < tables(static_cast<int>(r)); ++table)
            seating.subjects_changed += is_changed(static_cast<int>(r), table) ? 1 : 0;
        for (std::size_t p = 0; p < people_; ++p)
            seating.moves +=
                counts_as_move(static_cast<int>(r), static_cast<int>(p), seats_.table_of[r][p]) ? 1 : 0;
        seating.rounds.push_back(std::move(round));
    }
    for (std::size_t one = 0; one < people_; ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const Pair& pair = pairs_[one * people_ + other];
            seating.repeats += std::max(0, pair.meets - 1);
            seating.pair_cost += std::int64_t{pair.meets} * pair.cost;
        }
        for (std::size_t s = 0; s < at(problem_.subjects); ++s)
            seating.wish_points +=
                had_[one * at(problem_.subjects) + s] > 0 ? points_[one * at(problem_.subjects) + s] : 0;
    }
    seating.repeats_bound = repeats_bound(sizes, static_cast<int>(people_));
    seating.wish_points_bound = static_cast<int>(wish_points_bound(problem_.people, sizes));
    return seating;
}

}  // namespace m150::inline v0::seating
