#include "libm150/solve/seating_rounds.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>
#include <vector>

#include "libm150/solve/random.hpp"

namespace m150::inline v0::seating {

namespace {

constexpr std::size_t kFew = 8;
constexpr int kFewSubjects = 50;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

using Set = std::uint32_t;  // of people, one bit each

// What a round costs, by pairs at one table and by who talks about what.
struct Costs {
    std::vector<std::int64_t> pair;   // by two people, both ways round
    std::vector<std::int64_t> talks;  // by subject and person; mostly a gain, below 0
};

class Rounds {
  public:
    Rounds(const SeatingProblem& problem, const Start& start, std::uint64_t seed)
        : p_(problem), start_(start), people_(problem.people.size()), random_(seed, "rounds") {
        own_.pair.assign(people_ * people_, 0);
        for (const SeatingPair& pair : p_.pairs)
            own_.pair[cell(pair.one, pair.other)] = own_.pair[cell(pair.other, pair.one)] = pair.cost;
        own_.talks.assign(at(p_.subjects) * people_, 0);
        knowers_.assign(at(p_.subjects), 0);
        for (std::size_t person = 0; person < people_; ++person) {
            for (const SeatingWish& wish : p_.people[person].wishes)
                own_.talks[at(wish.subject) * people_ + person] = -std::int64_t{p_.wish_cost} * wish.points;
            for (const int subject : p_.people[person].knows)
                knowers_[at(subject)] |= Set{1} << person;
        }
    }

    Seats best_of(const Seats& first) {
        Seats best = descend(first);
        const int beginnings = p_.rounds == 1 ? 0 : people_ <= 6 ? 60 : 240;
        for (int b = 0; b < beginnings; ++b) {
            // Afresh, or with one round of the best at random.
            Seats seats = best;
            const int one = b % 2 == 0 ? -1 : (b / 2) % p_.rounds;
            for (int round = 0; round < p_.rounds; ++round) {
                if (one < 0 || round == one) seat(seats, round, at_random(), 0);
            }
            seats = descend(std::move(seats), one < 0 ? b / 2 : one);
            if (cost(seats) < cost(best)) best = std::move(seats);
        }
        return best;
    }

  private:
    std::size_t cell(int one, int other) const { return at(one) * people_ + at(other); }

    std::int64_t cost(const Seats& seats) const { return State(p_, seats, start_.home).cost(); }

    Costs at_random() {
        Costs costs = own_;
        for (std::int64_t& one : costs.pair)
            one = random_.between(0, 1000);
        for (std::int64_t& one : costs.talks)
            one = -random_.between(0, 1000);
        return costs;
    }

    // What a round costs beside the others.
    Costs beside(const Seats& seats, int round) const {
        Costs costs = own_;
        std::vector<bool> met(people_ * people_);
        for (int other = 0; other < p_.rounds; ++other) {
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

    Seats descend(Seats seats, int first = 0) {
        std::int64_t before = cost(seats);
        for (;;) {
            for (int k = 1; k <= p_.rounds; ++k) {
                const int round = (first + k) % p_.rounds;
                seat(seats, round, beside(seats, round), p_.knower_cost);
            }
            const std::int64_t after = cost(seats);
            if (after >= before) return seats;
            before = after;
        }
    }

    // Of each set of people at one table the least cost, with its subject; `lacks`: there may be none.
    struct Table {
        std::vector<std::int64_t> cost;
        std::vector<int> subject;
    };
    Table table_of(const Costs& costs, std::int64_t knower_cost, bool lacks) const {
        const std::size_t sets = std::size_t{1} << people_;
        Table table{std::vector<std::int64_t>(sets, lacks || p_.subjects == 0 ? 0 : kNever),
                    std::vector<int>(sets, -1)};
        std::vector<std::int64_t> talks(sets), meets(sets);
        for (int subject = 0; subject < p_.subjects; ++subject) {
            for (Set set = 1; set < sets; ++set) {
                talks[set] =
                    talks[set & (set - 1)] + costs.talks[at(subject) * people_ + at(std::countr_zero(set))];
                const std::int64_t all = talks[set] + ((set & knowers_[at(subject)]) == 0 ? knower_cost : 0);
                if (all >= table.cost[set]) continue;
                table.cost[set] = all;
                table.subject[set] = subject;
            }
        }
        for (Set set = 1; set < sets; ++set) {
            const int one = std::countr_zero(set);
            meets[set] = meets[set & (set - 1)];
            for (Set rest = set & (set - 1); rest != 0; rest &= rest - 1)
                meets[set] += costs.pair[cell(one, std::countr_zero(rest))];
            table.cost[set] += meets[set];
        }
        return table;
    }

    // Seats a round at the least cost, table after table, over all sets of people who sit at those before.
    void seat(Seats& seats, int round, const Costs& costs, std::int64_t knower_cost) const {
        const std::vector<int>& first = start_.subjects[at(round)];
        const std::vector<int>& pinned = start_.pinned[at(round)];
        const std::size_t tables = first.size();
        const bool any_lacks =
            std::any_of(first.begin(), first.end(), [](int subject) { return subject < 0; });
        const Table kinds[] = {table_of(costs, knower_cost, false),
                               any_lacks ? table_of(costs, knower_cost, true) : Table{}};
        const int least = static_cast<int>(people_ / tables), larger = static_cast<int>(people_ % tables);
        const Set all = (Set{1} << people_) - 1;
        Set pins = 0;
        for (std::size_t person = 0; person < people_; ++person)
            pins |= (pinned[person] >= 0 ? Set{1} : Set{0}) << person;
        std::vector<std::vector<std::int64_t>> cost(tables + 1, std::vector<std::int64_t>(all + 1, kNever));
        std::vector<std::vector<Set>> last(tables + 1, std::vector<Set>(all + 1, 0));
        cost[0][0] = 0;
        for (std::size_t t = 0; t < tables; ++t) {
            const Table& kind = kinds[first[t] < 0 ? 1 : 0];
            Set here = 0;
            for (std::size_t person = 0; person < people_; ++person)
                here |= (pinned[person] == static_cast<int>(t) ? Set{1} : Set{0}) << person;
            const int most = static_cast<int>(t + 1) * least + larger;
            for (Set seated = 0; seated <= all; ++seated) {
                if (cost[t][seated] >= kNever || (seated & here) != 0) continue;
                const Set free = all & ~seated & ~(pins & ~here);
                for (Set set = free; set != 0; set = (set - 1) & free) {
                    const int size = std::popcount(set);
                    if ((set & here) != here || size < least || size > least + 1 ||
                        std::popcount(seated | set) > most)
                        continue;
                    const std::int64_t sum = cost[t][seated] + kind.cost[set];
                    if (sum >= cost[t + 1][seated | set]) continue;
                    cost[t + 1][seated | set] = sum;
                    last[t + 1][seated | set] = set;
                }
            }
        }
        Set seated = all;
        for (std::size_t t = tables; t-- > 0;) {
            const Set set = last[t + 1][seated];
            seats.subjects[at(round)][t] = kinds[first[t] < 0 ? 1 : 0].subject[set];
            for (Set rest = set; rest != 0; rest &= rest - 1)
                seats.table_of[at(round)][at(std::countr_zero(rest))] = static_cast<int>(t);
            seated &= ~set;
        }
    }

    const SeatingProblem& p_;
    const Start& start_;
    std::size_t people_;
    Random random_;
    Costs own_;
    std::vector<Set> knowers_;  // by subject
};

}  // namespace

bool are_few(const SeatingProblem& problem) {
    return problem.people.size() <= kFew && problem.subjects <= kFewSubjects && problem.before.empty();
}

Seats better_rounds(const SeatingProblem& problem, const Start& start, const Seats& seats,
                    std::uint64_t seed) {
    return Rounds(problem, start, seed).best_of(seats);
}

}  // namespace m150::inline v0::seating
