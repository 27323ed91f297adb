// What a seating costs, counted anew, and the best seating there is by trying every one of a few people.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "libm150/solve/seating.hpp"
#include "libm150/solve/seating_start.hpp"

namespace m150::testing {

inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// The cost by the definition in the header, from who sits where.
inline std::int64_t cost_of(const SeatingProblem& p, const std::vector<SeatingRound>& rounds,
                            const std::vector<std::vector<int>>& subjects) {
    std::map<std::pair<int, int>, int> meets;
    std::int64_t cost = 0;
    std::vector<std::set<int>> had(p.people.size());
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        for (std::size_t t = 0; t < rounds[r].size(); ++t) {
            bool known = false;
            for (const int person : rounds[r][t]) {
                had[at(person)].insert(subjects[r][t]);
                const auto& knows = p.people[at(person)].knows;
                known = known || std::find(knows.begin(), knows.end(), subjects[r][t]) != knows.end();
                for (const int other : rounds[r][t]) {
                    if (other < person) ++meets[{other, person}];
                }
            }
            if (subjects[r][t] >= 0 && !known) cost += p.knower_cost;
        }
    }
    for (const auto& [pair, times] : meets)
        cost += std::int64_t{p.repeat_cost} * (times - 1);
    for (const SeatingPair& pair : p.pairs)
        cost += std::int64_t{pair.cost} * meets[std::minmax(pair.one, pair.other)];
    for (std::size_t person = 0; person < p.people.size(); ++person) {
        std::vector<int> points;
        for (const SeatingWish& wish : p.people[person].wishes) {
            points.push_back(wish.points);
            if (had[person].count(wish.subject)) cost -= std::int64_t{p.wish_cost} * wish.points;
        }
        std::sort(points.rbegin(), points.rend());
        for (std::size_t i = 0; i < std::min(points.size(), at(p.rounds)); ++i)
            cost += std::int64_t{p.wish_cost} * points[i];
    }
    return cost;
}

// Every seating of up to eight people with up to three subjects: of each round all ways to sit, of which
// those go that another betters, and then every combination of rounds that may still cost less than the best.
class SeatingTwin {
  public:
    explicit SeatingTwin(const SeatingProblem& problem)
        : p_(problem), people_(static_cast<int>(p_.people.size())) {
        for (const SeatingPair& pair : p_.pairs)
            pair_cost_[bit(pair.one, pair.other)] = pair.cost;
        std::vector<int> points(at(people_ * p_.subjects));
        for (int person = 0; person < people_; ++person) {
            std::vector<int> best;
            for (const SeatingWish& wish : p_.people[at(person)].wishes) {
                points[at(person * p_.subjects + wish.subject)] = wish.points * p_.wish_cost;
                best.push_back(wish.points * p_.wish_cost);
            }
            std::sort(best.rbegin(), best.rend());
            for (std::size_t i = 0; i < std::min(best.size(), at(p_.rounds)); ++i)
                wished_ += best[i];
        }
        for (int half = 0; half < 2; ++half) {
            worth_[half].resize(std::size_t{1} << kHalf);
            for (std::size_t met = 0; met < worth_[half].size(); ++met) {
                for (int b = 0; b < kHalf && b + half * kHalf < people_ * p_.subjects; ++b)
                    worth_[half][met] += (met >> b & 1U) != 0 ? points[at(b + half * kHalf)] : 0;
            }
        }
        // A table that begins without a subject may stay without; the others have one.
        start_ = seating::start_of(p_, 1);
        for (int round = 0; round < p_.rounds; ++round)
            rounds_.push_back(ways_of(round));
    }

    // How many combinations of rounds there are.
    double size() const {
        double size = 1.0;
        for (const auto& ways : rounds_)
            size *= static_cast<double>(ways.size());
        return size;
    }

    // What the wishes that are counted cost when none is met.
    std::int64_t wished() const { return wished_; }

    // The least cost of all seatings that cost less than `limit`; `limit` when there is none.
    std::int64_t best(std::int64_t limit) const {
        std::int64_t best = limit;
        std::vector<std::int64_t> rest(rounds_.size() + 1), gain(rounds_.size() + 1);
        for (std::size_t r = rounds_.size(); r-- > 0;) {
            rest[r] = rest[r + 1] + (rounds_[r].empty() ? 0 : rounds_[r].front().cost);
            gain[r] = gain[r + 1];
            std::int64_t most = 0;
            for (const Way& way : rounds_[r])
                most = std::max(most, worth(way.met));
            gain[r] += most;
        }
        const std::function<void(std::size_t, Way, std::size_t)> add = [&](std::size_t r, Way sofar,
                                                                           std::size_t from) {
            if (r == rounds_.size()) {
                best = std::min(best, sofar.cost + wished_ - worth(sofar.met));
                return;
            }
            const bool alike = same_as_before_[r];
            for (std::size_t w = alike ? from : 0; w < rounds_[r].size(); ++w) {
                const Way& way = rounds_[r][w];
                const std::int64_t cost =
                    sofar.cost + way.cost +
                    std::int64_t{p_.repeat_cost} * std::popcount(sofar.pairs & way.pairs);
                if (sofar.cost + way.cost + rest[r + 1] + wished_ - worth(sofar.met) - gain[r] >= best) break;
                const std::uint32_t met = sofar.met | way.met;
                if (cost + rest[r + 1] + wished_ - worth(met) - gain[r + 1] >= best) continue;
                add(r + 1, {sofar.pairs | way.pairs, met, cost}, w);
            }
        };
        add(0, {}, 0);
        return best;
    }

  private:
    static constexpr int kHalf = 12;

    // A round: who meets whom, which wishes are met, and what it costs by itself.
    struct Way {
        std::uint32_t pairs = 0, met = 0;
        std::int64_t cost = 0;
    };

    static std::size_t bit(int one, int other) {
        return at(std::max(one, other) * (std::max(one, other) - 1) / 2 + std::min(one, other));
    }
    std::int64_t worth(std::uint32_t met) const {
        return worth_[0][met & ((1U << kHalf) - 1)] + worth_[1][met >> kHalf];
    }

    std::vector<Way> ways_of(int round) {
        const std::vector<int>& first = start_.subjects[at(round)];
        const int tables = static_cast<int>(first.size()), least = people_ / tables;
        std::vector<int> pinned(at(people_), -1), kind(at(tables));
        for (const SeatingPin& pin : p_.pins) {
            if (pin.round == round) pinned[at(pin.person)] = pin.table;
        }
        // Empty tables of one kind are alike: those that nobody is pinned to.
        for (int t = 0; t < tables; ++t)
            kind[at(t)] = std::count(pinned.begin(), pinned.end(), t) > 0 ? t + 2 : first[at(t)] < 0 ? 1 : 0;
        const bool free = std::all_of(pinned.begin(), pinned.end(), [](int table) { return table < 0; });
        std::vector<int> kinds = kind;
        std::sort(kinds.begin(), kinds.end());
        same_as_before_.push_back(round > 0 && free && free_before_ && kinds == kinds_before_);
        free_before_ = free;
        kinds_before_ = kinds;
        std::vector<Way> ways;
        std::vector<std::vector<int>> seated(at(tables));
        const std::function<void(int)> seat = [&](int person) {
            if (person == people_) {
                for (const auto& table : seated) {
                    if (static_cast<int>(table.size()) < least) return;
                }
                return talk(seated, first, 0, {}, ways);
            }
            for (int t = 0; t < tables; ++t) {
                if (pinned[at(person)] >= 0 && pinned[at(person)] != t) continue;
                if (static_cast<int>(seated[at(t)].size()) == least + (people_ % tables > 0 ? 1 : 0))
                    continue;
                bool other_is_alike = false;
                for (int u = 0; u < t && seated[at(t)].empty(); ++u)
                    other_is_alike = other_is_alike || (seated[at(u)].empty() && kind[at(u)] == kind[at(t)]);
                if (other_is_alike) continue;
                seated[at(t)].push_back(person);
                seat(person + 1);
                seated[at(t)].pop_back();
            }
        };
        seat(0);
        return undominated(std::move(ways));
    }

    // Every choice of subjects for the tables from `t` on.
    void talk(const SeatingRound& round, const std::vector<int>& first, std::size_t t, Way way,
              std::vector<Way>& ways) const {
        if (t == round.size()) {
            if (p_.repeat_cost == 0) way.pairs = 0;
            ways.push_back(way);
            return;
        }
        for (std::size_t i = 0; i < round[t].size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::size_t pair = bit(round[t][i], round[t][j]);
                way.pairs |= std::uint32_t{1} << pair;
                const auto cost = pair_cost_.find(pair);
                way.cost += cost == pair_cost_.end() ? 0 : cost->second;
            }
        }
        for (int subject = first[t] < 0 ? -1 : 0; subject < p_.subjects; ++subject) {
            Way next = way;
            bool known = subject < 0;
            for (const int person : round[t]) {
                if (subject < 0) break;
                const auto& knows = p_.people[at(person)].knows;
                known = known || std::find(knows.begin(), knows.end(), subject) != knows.end();
                for (const SeatingWish& wish : p_.people[at(person)].wishes) {
                    if (wish.subject == subject)
                        next.met |= std::uint32_t{1} << (person * p_.subjects + subject);
                }
            }
            next.cost += known ? 0 : p_.knower_cost;
            talk(round, first, t + 1, next, ways);
        }
    }

    // Without those that cost no less than another in which the same people meet and no fewer wishes are met.
    static std::vector<Way> undominated(std::vector<Way> ways) {
        std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
            return std::tie(a.cost, a.pairs, b.met) < std::tie(b.cost, b.pairs, a.met);
        });
        std::map<std::uint32_t, std::vector<std::uint32_t>> met;
        std::vector<Way> kept;
        for (const Way& way : ways) {
            auto& better = met[way.pairs];
            if (std::any_of(better.begin(), better.end(),
                            [&](std::uint32_t one) { return (way.met & ~one) == 0; }))
                continue;
            better.push_back(way.met);
            kept.push_back(way);
        }
        return kept;
    }

    const SeatingProblem& p_;
    int people_;
    std::map<std::size_t, int> pair_cost_;
    std::vector<std::int64_t> worth_[2];  // of wishes met, by half of the bits
    std::int64_t wished_ = 0;
    seating::Start start_;
    std::vector<std::vector<Way>> rounds_;  // ascending by cost
    std::vector<bool> same_as_before_;
    bool free_before_ = false;
    std::vector<int> kinds_before_;
};

}  // namespace m150::testing
