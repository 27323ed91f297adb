// The seating of a few people that costs least, by branch and bound over rounds.
#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>
#include <vector>

#include "libm150/solve/seating_round.hpp"
#include "libm150/solve/seating_rounds.hpp"

namespace m150::inline v0::seating {

namespace {

// What is looked at before it gives up, about a second of it: whole rounds seated at the least cost count
// kLayers, and ways to seat a table or all of a round less.
constexpr std::int64_t kMostWork = 4'000'000;
constexpr int kLayers = 100, kTable = 1, kRound = 20;
constexpr int kParts = 4;  // of which a bound takes so many: see Bound

// Rounds are seated one after another, in every way that can still cost less than the best. A round costs no
// less beside more rounds than beside fewer (who met before meets again, who talked about her wish has had
// it), so the least that each later one costs beside those seated so far bounds what is to come.
class Proof {
  public:
    Proof(const SeatingProblem& problem, const Start& start, const Seats& seats)
        : p_(problem), model_(problem, start), best_(seats), trial_(seats) {
        for (int round = 0; round < p_.rounds; ++round)
            least_ += cost_of(seats, round, model_.beside(seats, round, round));
        for (int round = 1; round < p_.rounds; ++round)
            alike_ = alike_ && same_kind(0, round);
        alike_ = alike_ && model_.pinned(0) == 0;
    }

    bool run() {
        descend(0, 0, 0);
        return work_ <= kMostWork;
    }
    const Seats& best() const { return best_; }

  private:
    std::int64_t cost_of(const Seats& seats, int round, const RoundCosts& costs) const {
        std::vector<PeopleSet> sets(model_.tables(round));
        for (std::size_t person = 0; person < model_.people(); ++person)
            sets[at(seats.table_of[at(round)][person])] |= PeopleSet{1} << person;
        std::int64_t sum = 0;
        for (std::size_t t = 0; t < sets.size(); ++t)
            sum += cost_of(costs, sets[t], seats.subjects[at(round)][t]);
        return sum;
    }

    bool same_kind(int one, int other) const {
        if (model_.pinned(one) != 0 || model_.pinned(other) != 0) return false;
        for (std::size_t t = 0; t < model_.tables(one); ++t) {
            if (model_.may_lack(one, t) != model_.may_lack(other, t)) return false;
        }
        return true;
    }

    // A bound on what this round and those after it cost together beside the ones before, in 1/kParts. What
    // they do to each other is relaxed (Lagrange): who can meet in several of them pays `again` of a repeat
    // in each, less once; a wish that can be met in several gains `wish` of it in each, and everybody the
    // rest of as many of hers as there are rounds. From 0 to kParts, so that it is a bound.
    struct Bound {
        RoundCosts costs;
        RoundLayers layers;       // of this round
        std::int64_t rest = 0;    // of those after it, each for itself
        std::int64_t shared = 0;  // what all of them gain together
        std::int64_t least() const { return layers.least() + rest - shared; }
    };

    Bound bound_of(int round, const RoundCosts& beside, int again, int wish) {
        Bound bound{beside, {}, 0, 0};
        const std::size_t people = model_.people();
        for (std::size_t one = 0; one < people; ++one) {
            for (std::size_t other = 0; other < people; ++other) {
                std::int64_t& cost = bound.costs.pair[one * people + other];
                const bool met = cost != model_.alone().pair[one * people + other];
                const std::int64_t part = met ? 0 : std::int64_t{again} * p_.repeat_cost;
                cost = cost * kParts + part;
                if (one < other) bound.shared += part;
            }
            bound.shared += (kParts - wish) * left_to_gain(beside, one, p_.rounds - round);
        }
        for (std::int64_t& talk : bound.costs.talks)
            talk *= wish;
        bound.costs.knower *= kParts;
        bound.layers = layers_of(round, bound.costs);
        for (int later = round + 1; later < p_.rounds; ++later)
            bound.rest +=
                same_kind(round, later) ? bound.layers.least() : layers_of(later, bound.costs).least();
        return bound;
    }

    RoundLayers layers_of(int round, const RoundCosts& costs) {
        work_ += kLayers;
        return model_.layers(round, costs);
    }

    // Her wishes that cost most unmet, as many as there are rounds.
    std::int64_t left_to_gain(const RoundCosts& costs, std::size_t person, int rounds) const {
        std::vector<std::int64_t> gains;
        for (int subject = 0; subject < p_.subjects; ++subject)
            gains.push_back(-costs.talks[at(subject) * model_.people() + person]);
        std::sort(gains.rbegin(), gains.rend());
        gains.resize(std::min(gains.size(), at(rounds)));
        return std::accumulate(gains.begin(), gains.end(), std::int64_t{0});
    }

    // The round seated in one way.
    struct Way {
        std::int64_t least = 0;  // by the better bound
        std::int64_t alone = 0, beside = 0;
        std::vector<int> table_of, subjects;
    };
    struct Level {
        int round = 0;
        std::int64_t sofar = 0;   // what the rounds before cost
        std::int64_t before = 0;  // what the round before costs alone; alike ones come in that order
        RoundCosts costs;         // beside them
        std::vector<Bound> bounds;
        std::vector<PeopleSet> sets;  // at the tables seated so far
        std::vector<Way> ways;
    };
    // What the tables seated so far cost: alone, beside the rounds before, and by each bound.
    struct Sums {
        std::int64_t alone = 0, beside = 0;
        std::array<std::int64_t, 2> by_bound{};
        std::int64_t least = 0;  // with what is to come, by the better bound
    };

    void descend(int round, std::int64_t sofar, std::int64_t before) {
        if (work_ > kMostWork) return;
        const RoundCosts beside = model_.beside(trial_, round, round);
        if (round + 1 == p_.rounds) return last(round, beside, sofar);
        Level level{round, sofar, before, beside, {}, {}, {}};
        level.bounds.push_back(bound_of(round, beside, 0, kParts));
        if (level.bounds[0].layers.least() >= kNever || !may_better(sofar, level.bounds[0].least())) return;
        Bound best;
        for (const int again : {0, 1, 2}) {
            for (const int wish : {1, 2, 3, 4}) {
                Bound bound = bound_of(round, beside, again, wish);
                if (!may_better(sofar, bound.least())) return;
                if (best.costs.pair.empty() || bound.least() > best.least()) best = std::move(bound);
            }
        }
        level.bounds.push_back(std::move(best));
        level.sets.assign(model_.tables(round), 0);
        tables(level, model_.tables(round), model_.everybody(), {});
        std::stable_sort(level.ways.begin(), level.ways.end(),
                         [](const Way& a, const Way& b) { return a.least < b.least; });
        for (const Way& way : level.ways) {
            if (work_ > kMostWork || !may_better(sofar, way.least)) return;
            trial_.table_of[at(round)] = way.table_of;
            trial_.subjects[at(round)] = way.subjects;
            descend(round + 1, sofar + way.beside, way.alone);
        }
    }

    bool may_better(std::int64_t sofar, std::int64_t parts) const {
        return parts <= kParts * (least_ - sofar - 1);
    }

    void last(int round, const RoundCosts& beside, std::int64_t sofar) {
        const RoundLayers layers = layers_of(round, beside);
        if (layers.least() >= kNever || sofar + layers.least() >= least_) return;
        least_ = sofar + layers.least();
        model_.seat(trial_, round, layers);
        best_ = trial_;
    }

    // Every way to seat the people left at the tables before `t` that may better the best.
    void tables(Level& level, std::size_t t, PeopleSet left, const Sums& sums) {
        if ((work_ += kTable) > kMostWork) return;
        if (t == 0) {
            work_ += kRound;
            if (left == 0 && !(alike_ && sums.alone < level.before))
                level.ways.push_back({sums.least, sums.alone, sums.beside, trial_.table_of[at(level.round)],
                                      trial_.subjects[at(level.round)]});
            return;
        }
        const std::size_t table = t - 1;
        for (PeopleSet set = left; set != 0; set = (set - 1) & left) {
            if (!model_.can_sit(level.round, table, set) || !in_order(level, table, set) ||
                level.bounds[0].layers.cost[table][left & ~set] >= kNever)
                continue;
            level.sets[table] = set;
            for (const int subject : subjects_of(level, table, set)) {
                Sums with = sums;
                with.alone += cost_of(model_.alone(), set, subject);
                with.beside += cost_of(level.costs, set, subject);
                with.least = -kNever;
                for (std::size_t b = 0; b < level.bounds.size(); ++b) {
                    const Bound& bound = level.bounds[b];
                    with.by_bound[b] += cost_of(bound.costs, set, subject);
                    with.least = std::max(with.least, with.by_bound[b] + bound.rest - bound.shared +
                                                          bound.layers.cost[table][left & ~set]);
                }
                if (!may_better(level.sofar, with.least)) continue;
                model_.put(trial_, level.round, table, set, subject);
                tables(level, table, left & ~set, with);
            }
        }
    }

    std::int64_t cost_of(const RoundCosts& costs, PeopleSet set, int subject) const {
        return model_.meeting(costs, set) + (subject >= 0 ? model_.talk(costs, subject, set) : 0);
    }

    // Tables that are alike stand in the order of the first person at each, as in RoundModel::layers.
    bool in_order(const Level& level, std::size_t table, PeopleSet set) const {
        if (model_.pinned_to(level.round, table) != 0) return true;
        for (std::size_t after = table + 1; after < level.sets.size(); ++after) {
            if (model_.may_lack(level.round, after) == model_.may_lack(level.round, table) &&
                model_.pinned_to(level.round, after) == 0)
                return std::countr_zero(set) < std::countr_zero(level.sets[after]);
        }
        return true;
    }

    // Those that somebody at the table gains by, and of the others one that costs least.
    std::vector<int> subjects_of(const Level& level, std::size_t table, PeopleSet set) const {
        std::vector<int> subjects;
        int idle = -1;
        bool any = model_.may_lack(level.round, table) || p_.subjects == 0;  // -1: none
        for (int subject = 0; subject < p_.subjects; ++subject) {
            const std::int64_t cost = model_.talk(level.costs, subject, set);
            bool gains = false;
            for (std::size_t person = 0; person < model_.people(); ++person)
                gains = gains || ((set >> person & 1U) != 0 &&
                                  level.costs.talks[at(subject) * model_.people() + person] < 0);
            if (gains) {
                subjects.push_back(subject);
            } else if (!any || cost < (idle < 0 ? 0 : model_.talk(level.costs, idle, set))) {
                idle = subject;
                any = true;
            }
        }
        if (any) subjects.push_back(idle);
        return subjects;
    }

    const SeatingProblem& p_;
    RoundModel model_;
    Seats best_, trial_;
    std::int64_t least_ = 0;  // what the rounds of the best cost
    bool alike_ = true;       // any two rounds could be exchanged
    std::int64_t work_ = 0;
};

}  // namespace

bool prove_rounds(const SeatingProblem& problem, const Start& start, Seats& seats) {
    Proof proof(problem, start, seats);
    const bool proved = proof.run();
    seats = proof.best();
    return proved;
}

}  // namespace m150::inline v0::seating
