#include "libm150/solve/coverage_start.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace m150::inline v0 {

namespace {

constexpr double least_gain = 1e-12;
constexpr int not_in = -2;  // a way: an index in lengths, -1 apart

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

double worth_of_amount(const CoverageProblem& p, double amount) {
    double worth = 0.0;
    for (const CoverageStep& step : p.steps) {
        worth += step.worth * std::clamp(amount, 0.0, step.width);
        amount -= step.width;
    }
    return worth;
}

class Greedy {
  public:
    explicit Greedy(const CoverageProblem& problem) : p_(problem), needs_of_(at(p_.subjects)) {
        for (const CoverageNeed& need : p_.needs) {
            if (need.amount > 0.0) needs_of_[at(need.subject)].push_back(need);
        }
        for (std::size_t l = 0; l < p_.lengths.size(); ++l) {
            if (cheapest_ < 0 || p_.lengths[l].cost < p_.lengths[at(cheapest_)].cost)
                cheapest_ = static_cast<int>(l);
        }
        for (const std::vector<int>& set : p_.unlike)
            unlike_.emplace_back(set.begin(), set.end());
    }

    // `own_ways`: what stays of the earlier answer does so as it was, where that fits.
    std::optional<std::vector<CoveredSubject>> build(bool own_ways, bool by_cost) {
        clear();
        for (int subject = 0; subject < static_cast<int>(p_.wishes.size()); ++subject) {
            if (p_.wishes[at(subject)] == CoverageWish::must) put(subject, own_ways);
        }
        for (const CoveredSubject& one : p_.near) {
            if (near_in() >= p_.near_subjects && near_as_was() >= p_.near_ways) break;
            if (may(one.subject)) put(one.subject, own_ways);
        }
        grow(by_cost);
        if (!keeps()) return std::nullopt;
        std::vector<CoveredSubject> chosen;
        for (int subject = 0; subject < p_.subjects; ++subject) {
            if (way_[at(subject)] != not_in) chosen.push_back({subject, way_[at(subject)]});
        }
        return chosen;
    }

  private:
    void clear() {
        way_.assign(at(p_.subjects), not_in);
        together_.assign(p_.seats.size(), 0.0);
        apart_.assign(p_.seats.size(), {});
        worth_.assign(p_.seats.size(), 0.0);
        cost_ = chosen_ = sessions_ = 0;
    }

    bool in(int subject) const { return way_[at(subject)] != not_in; }
    bool may(int subject) const { return p_.wishes.empty() || p_.wishes[at(subject)] != CoverageWish::never; }
    int own_way(int subject) const {
        for (const CoveredSubject& one : p_.near) {
            if (one.subject == subject) return one.length;
        }
        return not_in;
    }
    int near_in() const {
        return static_cast<int>(std::count_if(p_.near.begin(), p_.near.end(),
                                              [&](const CoveredSubject& one) { return in(one.subject); }));
    }
    int near_as_was() const {
        return static_cast<int>(std::count_if(p_.near.begin(), p_.near.end(), [&](const CoveredSubject& one) {
            return way_[at(one.subject)] == one.length;
        }));
    }

    // A set that must not be come near: whether another of it may come in.
    bool differs(const std::set<int>& set, int more) const {
        const auto kept = std::count_if(set.begin(), set.end(), [&](int subject) { return in(subject); });
        return kept + more <= static_cast<std::ptrdiff_t>(set.size()) - p_.differ_by;
    }

    // Whether a subject can come in, or (when it is in, together) go to another length.
    bool fits(int subject, int way) const {
        if (way < 0) return !in(subject) && sessions_ < p_.most_apart && can_come(subject);
        const int paid = in(subject) ? p_.lengths[at(way_[at(subject)])].cost : 0;
        return cost_ - paid + p_.lengths[at(way)].cost <= p_.budget && (in(subject) || can_come(subject));
    }
    bool can_come(int subject) const {
        return chosen_ < p_.most_subjects &&
               std::all_of(unlike_.begin(), unlike_.end(), [&](const std::set<int>& set) {
                   return set.count(subject) == 0 || differs(set, 1);
               });
    }

    void put(int subject, bool own_ways) {
        if (in(subject)) return;
        const int own = own_ways ? own_way(subject) : not_in;
        for (const int way : {own, cheapest_, -1}) {
            const bool exists = way != not_in && (way >= 0 || p_.most_apart > 0);
            if (exists && fits(subject, way)) return take(subject, way);
        }
    }

    // What a party has when `subject` goes to `way` for it: of the sessions apart those that cover most.
    double worth_with(const CoverageNeed& need, int way) const {
        const std::size_t party = at(need.party);
        double together = together_[party];
        const int was = way_[at(need.subject)];
        if (was >= 0) together -= need.amount * p_.lengths[at(was)].effect;
        std::vector<double> sessions = apart_[party];
        if (way >= 0)
            together += need.amount * p_.lengths[at(way)].effect;
        else
            sessions.push_back(need.amount * p_.apart_effect);
        return worth_of_amount(p_, together + seen(sessions, p_.seats[party]));
    }
    static double seen(std::vector<double>& sessions, int seats) {
        std::sort(sessions.begin(), sessions.end(), std::greater<>());
        const auto last = std::min(sessions.size(), at(seats));
        return std::accumulate(sessions.begin(), sessions.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
    }

    double gain(int subject, int way) const {
        double gained = 0.0;
        for (const CoverageNeed& need : needs_of_[at(subject)])
            gained += worth_with(need, way) - worth_[at(need.party)];
        return gained;
    }

    void take(int subject, int way) {
        for (const CoverageNeed& need : needs_of_[at(subject)])
            worth_[at(need.party)] = worth_with(need, way);
        const int was = way_[at(subject)];
        for (const CoverageNeed& need : needs_of_[at(subject)]) {
            double& together = together_[at(need.party)];
            if (was >= 0) together -= need.amount * p_.lengths[at(was)].effect;
            if (way >= 0) together += need.amount * p_.lengths[at(way)].effect;
            if (way < 0) apart_[at(need.party)].push_back(need.amount * p_.apart_effect);
        }
        if (was >= 0) cost_ -= p_.lengths[at(was)].cost;
        if (way >= 0) cost_ += p_.lengths[at(way)].cost;
        sessions_ += way < 0 ? 1 : 0;
        chosen_ += was == not_in ? 1 : 0;
        way_[at(subject)] = way;
    }

    // A subject that comes, or one that is treated for longer, until nothing gains any more.
    void grow(bool by_cost) {
        while (true) {
            int best = -1, best_way = not_in;
            double best_score = 0.0;
            for (int subject = 0; subject < p_.subjects; ++subject) {
                if (!may(subject) || way_[at(subject)] == -1 || needs_of_[at(subject)].empty()) continue;
                if (in(subject) && p_.near_ways > 0 && own_way(subject) == way_[at(subject)]) continue;
                for (int way = -1; way < static_cast<int>(p_.lengths.size()); ++way) {
                    if (way == way_[at(subject)] || !fits(subject, way)) continue;
                    const double gained = gain(subject, way);
                    const double score = by_cost ? gained / price(subject, way) : gained;
                    if (gained > least_gain && score > best_score) {
                        best = subject;
                        best_way = way;
                        best_score = score;
                    }
                }
            }
            if (best < 0) return;
            take(best, best_way);
        }
    }

    // A session apart takes nothing of the budget: it counts as the cheapest length.
    double price(int subject, int way) const {
        const auto cost_of = [&](int one) {
            return one >= 0 ? p_.lengths[at(one)].cost : cheapest_ >= 0 ? p_.lengths[at(cheapest_)].cost : 1;
        };
        return std::max(1, cost_of(way) - (in(subject) ? cost_of(way_[at(subject)]) : 0));
    }

    bool keeps() const {
        for (int subject = 0; subject < static_cast<int>(p_.wishes.size()); ++subject) {
            if (p_.wishes[at(subject)] == CoverageWish::must && !in(subject)) return false;
        }
        return near_in() >= p_.near_subjects && near_as_was() >= p_.near_ways &&
               std::all_of(unlike_.begin(), unlike_.end(),
                           [&](const std::set<int>& set) { return differs(set, 0); });
    }

    const CoverageProblem& p_;
    std::vector<std::vector<CoverageNeed>> needs_of_;  // by subject
    std::vector<std::set<int>> unlike_;
    int cheapest_ = not_in;  // length
    std::vector<int> way_;   // of each subject
    std::vector<double> together_, worth_;
    std::vector<std::vector<double>> apart_;  // by party, what each session covers of its needs
    int cost_ = 0, chosen_ = 0, sessions_ = 0;
};

double total(const CoverageProblem& problem, const std::vector<CoveredSubject>& subjects) {
    const std::vector<double> worth = worth_of(problem, subjects);
    return std::accumulate(worth.begin(), worth.end(), 0.0);
}

}  // namespace

std::optional<std::vector<CoveredSubject>> start_of(const CoverageProblem& problem) {
    Greedy greedy(problem);
    std::optional<std::vector<CoveredSubject>> best;
    for (const bool own_ways : {true, false}) {
        if (!own_ways && problem.near.empty()) continue;
        for (const bool by_cost : {false, true}) {
            auto found = greedy.build(own_ways, by_cost);
            if (found && (!best || total(problem, *found) > total(problem, *best))) best = std::move(found);
        }
    }
    return best;
}

double most_worth(const CoverageProblem& problem) {
    double effect = problem.most_apart > 0 ? problem.apart_effect : 0.0;
    for (const CoverageLength& length : problem.lengths)
        effect = std::max(effect, length.effect);
    std::vector<double> amounts(problem.seats.size(), 0.0);
    for (const CoverageNeed& need : problem.needs)
        amounts[at(need.party)] += need.amount * effect;
    return std::accumulate(amounts.begin(), amounts.end(), 0.0,
                           [&](double sum, double amount) { return sum + worth_of_amount(problem, amount); });
}

}  // namespace m150::inline v0
