#include "libm150/solve/seating_round.hpp"

#include <algorithm>
#include <bit>

namespace m150::inline v0::seating {

RoundModel::RoundModel(const SeatingProblem& problem, const Start& start)
    : p_(problem), start_(start), people_(problem.people.size()), knowers_(at(problem.subjects)) {
    alone_.knower = p_.knower_cost;
    alone_.pair.assign(people_ * people_, 0);
    for (const SeatingPair& pair : p_.pairs)
        alone_.pair[cell(pair.one, pair.other)] = alone_.pair[cell(pair.other, pair.one)] = pair.cost;
    alone_.talks.assign(at(p_.subjects) * people_, 0);
    for (std::size_t person = 0; person < people_; ++person) {
        for (const SeatingWish& wish : p_.people[person].wishes)
            alone_.talks[at(wish.subject) * people_ + person] = -std::int64_t{p_.wish_cost} * wish.points;
        for (const int subject : p_.people[person].knows)
            knowers_[at(subject)] |= PeopleSet{1} << person;
    }
    for (PeopleSet set = 0; set <= everybody(); ++set)
        size_.push_back(std::popcount(set));
    for (int round = 0; round < p_.rounds; ++round)
        pin(round);
}

void RoundModel::pin(int round) {
    std::vector<PeopleSet>& pinned = pinned_to_.emplace_back(tables(round) + 1);
    for (std::size_t person = 0; person < people_; ++person) {
        const int table = start_.pinned[at(round)][person];
        if (table < 0) continue;
        pinned[at(table)] |= PeopleSet{1} << person;
        pinned.back() |= PeopleSet{1} << person;
    }
    const int least = static_cast<int>(people_ / tables(round));
    auto& can_sit = can_sit_.emplace_back();
    for (std::size_t table = 0; table < tables(round); ++table) {
        std::vector<bool>& sets = can_sit.emplace_back();
        for (PeopleSet set = 0; set <= everybody(); ++set)
            sets.push_back(size_[set] >= least && size_[set] <= least + 1 &&
                           (set & pinned.back()) == pinned[table]);
    }
}

RoundCosts RoundModel::beside(const Seats& seats, int round, int count) const {
    RoundCosts costs = alone_;
    std::vector<bool> met(people_ * people_);
    for (int other = 0; other < count; ++other) {
        if (other == round) continue;
        const std::vector<int>& table_of = seats.table_of[at(other)];
        for (std::size_t a = 0; a < people_; ++a) {
            for (std::size_t b = 0; b < people_; ++b) {
                if (a == b || table_of[a] != table_of[b] || met[a * people_ + b]) continue;
                met[a * people_ + b] = true;
                costs.pair[a * people_ + b] += p_.repeat_cost;
            }
            const int subject = seats.subjects[at(other)][at(table_of[a])];
            if (subject >= 0) costs.talks[at(subject) * people_ + a] = 0;
        }
    }
    return costs;
}

std::int64_t RoundModel::talk(const RoundCosts& costs, int subject, PeopleSet set) const {
    std::int64_t sum = (set & knowers_[at(subject)]) == 0 ? costs.knower : 0;
    for (PeopleSet rest = set; rest != 0; rest &= rest - 1)
        sum += costs.talks[at(subject) * people_ + at(std::countr_zero(rest))];
    return sum;
}

std::int64_t RoundModel::meeting(const RoundCosts& costs, PeopleSet set) const {
    std::int64_t sum = 0;
    for (PeopleSet left = set; left != 0; left &= left - 1) {
        for (PeopleSet rest = left & (left - 1); rest != 0; rest &= rest - 1)
            sum += costs.pair[cell(std::countr_zero(left), std::countr_zero(rest))];
    }
    return sum;
}

TableCosts RoundModel::table_costs(const RoundCosts& costs, bool may_lack) const {
    const std::size_t sets = std::size_t{1} << people_;
    TableCosts table{std::vector<std::int64_t>(sets, may_lack || p_.subjects == 0 ? 0 : kNever),
                     std::vector<int>(sets, -1)};
    std::vector<std::int64_t> talks(sets), meets(sets);
    for (int subject = 0; subject < p_.subjects; ++subject) {
        for (PeopleSet set = 1; set < sets; ++set) {
            talks[set] =
                talks[set & (set - 1)] + costs.talks[at(subject) * people_ + at(std::countr_zero(set))];
            const std::int64_t all = talks[set] + ((set & knowers_[at(subject)]) == 0 ? costs.knower : 0);
            if (all >= table.cost[set]) continue;
            table.cost[set] = all;
            table.subject[set] = subject;
        }
    }
    for (PeopleSet set = 1; set < sets; ++set) {
        const int one = std::countr_zero(set);
        meets[set] = meets[set & (set - 1)];
        for (PeopleSet rest = set & (set - 1); rest != 0; rest &= rest - 1)
            meets[set] += costs.pair[cell(one, std::countr_zero(rest))];
        table.cost[set] += meets[set];
    }
    return table;
}

RoundLayers RoundModel::layers(int round, const RoundCosts& costs) const {
    const std::size_t tables = this->tables(round);
    const int least = static_cast<int>(people_ / tables), larger = static_cast<int>(people_ % tables);
    const PeopleSet all = everybody(), pins = pinned(round);
    RoundLayers layers{std::vector(tables + 1, std::vector<std::int64_t>(all + 1, kNever)),
                       std::vector(tables + 1, std::vector<PeopleSet>(all + 1, 0)),
                       {},
                       {}};
    layers.with_subject = table_costs(costs, false);
    for (std::size_t t = 0; t < tables && layers.maybe_without.cost.empty(); ++t) {
        if (may_lack(round, t)) layers.maybe_without = table_costs(costs, true);
    }
    bool alike = pins == 0;
    for (std::size_t t = 1; t < tables; ++t)
        alike = alike && may_lack(round, t) == may_lack(round, 0);
    layers.cost[0][0] = 0;
    for (std::size_t t = 0; t < tables; ++t) {
        const TableCosts& table = may_lack(round, t) ? layers.maybe_without : layers.with_subject;
        const PeopleSet here = pinned_to(round, t);
        const int most = static_cast<int>(t + 1) * least + larger;
        for (PeopleSet seated = 0; seated <= all; ++seated) {
            const std::int64_t before = layers.cost[t][seated];
            if (before >= kNever || (seated & here) != 0) continue;
            const PeopleSet free = all & ~seated & ~(pins & ~here);
            // Of tables that are alike the first seats whoever is first of those left.
            const PeopleSet first = alike ? free & (~free + 1) : 0;
            for (PeopleSet set = free; set != 0; set = (set - 1) & free) {
                if ((set & first) != first || !can_sit(round, t, set) || size_[seated | set] > most) continue;
                const std::int64_t sum = before + table.cost[set];
                if (sum >= layers.cost[t + 1][seated | set]) continue;
                layers.cost[t + 1][seated | set] = sum;
                layers.last[t + 1][seated | set] = set;
            }
        }
    }
    return layers;
}

void RoundModel::seat(Seats& seats, int round, const RoundLayers& layers) const {
    PeopleSet seated = everybody();
    for (std::size_t t = tables(round); t-- > 0;) {
        const PeopleSet set = layers.last[t + 1][seated];
        put(seats, round, t, set,
            (may_lack(round, t) ? layers.maybe_without : layers.with_subject).subject[set]);
        seated &= ~set;
    }
}

void RoundModel::put(Seats& seats, int round, std::size_t table, PeopleSet set, int subject) const {
    seats.subjects[at(round)][table] = subject;
    for (PeopleSet rest = set; rest != 0; rest &= rest - 1)
        seats.table_of[at(round)][at(std::countr_zero(rest))] = static_cast<int>(table);
}

}  // namespace m150::inline v0::seating
