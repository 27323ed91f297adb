#include "libm150/solve/choice.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/choice_rules.hpp"

namespace m150::inline v0 {

namespace {

using choice_rules::at;

std::vector<std::int64_t> units_of(const ChoiceProblem& problem) {
    std::vector<std::int64_t> units;
    for (const double weight : problem.weights)
        units.push_back(std::llround(weight / problem.quantum));
    return units;
}

// One problem on its way through the stages: the model grows a row with each thing that is settled.
class Stages {
  public:
    Stages(const ChoiceProblem& problem, const SolveLimits& limits)
        : problem_(problem), limits_(limits), units_(units_of(problem)) {}

    Choice run() {
        if (!settle_breaches()) return result_;
        result_.feasible = true;
        if (!problem_.shares.empty()) settle_worst();
        settle_sum();
        describe();
        return result_;
    }

  private:
    // 1. All rules if they can all hold, else the cheapest way to break them.
    bool settle_breaches() {
        model_ = choice_rules::model_of(problem_, false);
        MilpResult found = solve();
        if (found.status == MilpStatus::optimal || found.status == MilpStatus::limited) {
            keep(found);
            return true;
        }
        result_.proved = result_.proved && found.status == MilpStatus::infeasible;
        model_ = choice_rules::model_of(problem_, true);
        MilpRow cost;
        for (std::size_t c = problem_.weights.size(); c < model_.columns.size(); ++c) {
            const int price = problem_.rules[choice_rules::rule_of_slack(problem_, c)].price;
            model_.columns[c].gain = -price;
            cost.terms.push_back({static_cast<int>(c), static_cast<double>(price)});
        }
        found = solve();
        if (found.values.empty()) return false;
        keep(found);
        cost.at_most = std::round(-found.objective);
        model_.rows.push_back(std::move(cost));
        for (MilpColumn& column : model_.columns)
            column.gain = 0.0;
        return true;
    }

    // 2. The largest t such that every share can be given t: by halving what lies between what was found and
    // what the relaxation allows.
    void settle_worst() {
        std::int64_t low = worst_units(chosen_);
        std::int64_t high = std::max(low, relaxed_worst());
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            MilpProblem trial = model_;
            demand(trial, middle);
            const MilpResult found = solve_milp(trial, limits_);
            result_.nodes += found.nodes;
            if (!found.values.empty()) {
                keep(found);
                low = std::max(middle, worst_units(chosen_));
            } else {
                if (found.status != MilpStatus::infeasible) break;
                high = middle - 1;
            }
        }
        result_.proved = result_.proved && low >= high;
        worst_high_ = high;
        demand(model_, low);
    }

    // 3. The largest sum.
    void settle_sum() {
        for (std::size_t c = 0; c < units_.size(); ++c)
            model_.columns[c].gain = static_cast<double>(units_[c]) * problem_.quantum;
        const MilpResult found = solve();
        if (!found.values.empty()) {
            keep(found);
            bound_ = found.upper_bound;
        } else if (std::isfinite(found.upper_bound)) {
            bound_ = found.upper_bound;
        }
        if (found.values.empty()) bound_ = std::max(bound_, everything());
    }

    MilpResult solve() {
        MilpResult found = solve_milp(model_, limits_);
        result_.nodes += found.nodes;
        result_.proved =
            result_.proved && found.status != MilpStatus::limited && found.status != MilpStatus::unknown;
        return found;
    }

    void keep(const MilpResult& found) {
        chosen_.assign(units_.size(), false);
        for (std::size_t c = 0; c < units_.size(); ++c)
            chosen_[c] = found.values[c] > 0.5;
    }

    std::int64_t served_units(const ChoiceShare& share, const std::vector<bool>& chosen) const {
        std::int64_t sum = 0;
        for (const int choice : share.choices)
            sum += chosen[at(choice)] ? units_[at(choice)] : 0;
        return sum;
    }

    std::int64_t worst_units(const std::vector<bool>& chosen) const {
        std::int64_t worst = std::numeric_limits<std::int64_t>::max();
        for (const ChoiceShare& share : problem_.shares)
            worst = std::min(worst, served_units(share, chosen) / share.needs);
        return worst;
    }

    // What no choice gives every share, whole or not.
    std::int64_t relaxed_worst() const {
        MilpProblem relaxed = model_;
        for (MilpColumn& column : relaxed.columns)
            column.whole = false;
        const int t = static_cast<int>(relaxed.columns.size());
        relaxed.columns.push_back({1.0, 0.0, kLargestServed, false});
        for (const ChoiceShare& share : problem_.shares) {
            MilpRow row;
            for (const int choice : share.choices)
                row.terms.push_back({choice, static_cast<double>(units_[at(choice)]) * problem_.quantum});
            row.terms.push_back({t, -static_cast<double>(share.needs)});
            row.at_least = 0.0;
            relaxed.rows.push_back(std::move(row));
        }
        const MilpResult found = solve_milp(relaxed, limits_);
        if (found.values.empty()) return static_cast<std::int64_t>(kLargestServed / problem_.quantum);
        return static_cast<std::int64_t>(std::floor(found.upper_bound / problem_.quantum + kSlack));
    }

    // Every share is to get `least` quanta for each that it needs. A choice too small for that even with the
    // best others beside it cannot be made: taking it out is what makes the relaxation tight.
    void demand(MilpProblem& model, std::int64_t least) const {
        for (const ChoiceShare& share : problem_.shares) {
            const std::int64_t needed = least * share.needs;
            if (needed <= 0) continue;
            std::int64_t largest = 0;
            for (const int choice : share.choices)
                largest = std::max(largest, units_[at(choice)]);
            MilpRow row;
            const auto scale = static_cast<double>(needed);
            for (const int choice : share.choices) {
                const std::int64_t units = units_[at(choice)];
                if (units + (share.most - 1) * largest < needed) model.columns[at(choice)].high = 0.0;
                row.terms.push_back({choice, static_cast<double>(std::min(units, needed)) / scale});
            }
            // Sums are whole quanta, so half a quantum less asks the same and leaves room for rounding.
            row.at_least = (scale - 0.5) / scale;
            model.rows.push_back(std::move(row));
        }
    }

    double everything() const {
        double sum = 0.0;
        for (const double weight : problem_.weights)
            sum += weight;
        return sum;
    }

    void describe() {
        for (std::size_t c = 0; c < chosen_.size(); ++c) {
            if (!chosen_[c]) continue;
            result_.chosen.push_back(static_cast<int>(c));
            result_.objective += problem_.weights[c];
        }
        result_.breaches = choice_rules::breaches_of(problem_, chosen_);
        for (const Breach& breach : result_.breaches)
            result_.breach_cost += std::int64_t{problem_.rules[breach.rule].price} * breach.by;
        const double rounding = 0.5 * problem_.quantum * static_cast<double>(result_.chosen.size());
        result_.upper_bound = std::max(result_.objective, bound_ + rounding);
        describe_worst();
    }

    void describe_worst() {
        for (std::size_t s = 0; s < problem_.shares.size(); ++s) {
            const ChoiceShare& share = problem_.shares[s];
            double served = 0.0;
            for (const int choice : share.choices)
                served += chosen_[at(choice)] ? problem_.weights[at(choice)] : 0.0;
            served /= share.needs;
            if (s > 0 && served >= result_.worst) continue;
            result_.worst = served;
            result_.worst_share = s;
        }
        if (!problem_.shares.empty())
            result_.worst_bound =
                std::max(result_.worst, static_cast<double>(worst_high_ + 1) * problem_.quantum);
    }

    static constexpr double kLargestServed = 1e6;
    static constexpr double kSlack = 0.01;  // of a quantum: rounding in the relaxation

    const ChoiceProblem& problem_;
    const SolveLimits& limits_;
    std::vector<std::int64_t> units_;
    MilpProblem model_;
    std::vector<bool> chosen_;
    std::int64_t worst_high_ = 0;
    double bound_ = 0.0;
    Choice result_{false, true, {}, {}, 0, 0.0, 0, 0.0, 0.0, 0.0, 0};
};

}  // namespace

Choice solve_choice(const ChoiceProblem& problem, const SolveLimits& limits) {
    choice_rules::check(problem);
    return Stages(problem, limits).run();
}

}  // namespace m150::inline v0
