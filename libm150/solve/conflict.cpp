#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/choice_rules.hpp"

namespace m150::inline v0 {

namespace {

using Rules = std::vector<std::size_t>;

[[noreturn]] void given_contradict() {
    throw InvalidInput(Problem{"rules", "those of price 0 contradict each other",
                               "rules that can hold together", "give those a price that may give way"});
}

std::int64_t sum_of(const ChoiceRule& rule, const std::vector<bool>& chosen) {
    std::int64_t sum = 0;
    for (const ChoiceTerm& term : rule.terms)
        sum += chosen[choice_rules::at(term.choice)] ? term.factor : 0;
    return sum;
}

bool breaks(const ChoiceRule& rule, std::int64_t sum) {
    return (rule.at_least != -ChoiceRule::none && sum < rule.at_least) ||
           (rule.at_most != ChoiceRule::none && sum > rule.at_most);
}

Rules joined(const Rules& one, const Rules& other) {
    Rules both = one;
    both.insert(both.end(), other.begin(), other.end());
    return both;
}

// What all programs together may take: their rows and columns times their nodes.
class Work {
  public:
    Work(const SolveLimits& limits, std::int64_t for_each_node)
        : limits_(limits), left_(for_each_node * limits.most_nodes) {}

    bool done() const { return left_ <= 0; }

    MilpResult solve(const MilpProblem& program,
                     std::int64_t most_nodes = std::numeric_limits<std::int64_t>::max()) {
        if (done()) return {};
        const auto size = static_cast<std::int64_t>(program.rows.size() + program.columns.size());
        SolveLimits limits = limits_;
        limits.most_nodes =
            std::min({limits.most_nodes, most_nodes, left_ / std::max<std::int64_t>(1, size) + 1});
        MilpResult found = solve_milp(program, limits);
        left_ -= size * std::max<std::int64_t>(1, found.nodes);
        return found;
    }

  private:
    const SolveLimits& limits_;
    std::int64_t left_;
};

// The choices that were tried, and what each of them breaks: of every conflict at least one rule.
struct Tried {
    std::vector<std::vector<bool>> chosen;
    std::vector<Rules> broken;  // ascending

    const Rules& add(const ChoiceProblem& problem, const MilpResult& found) {
        std::vector<bool>& choice = chosen.emplace_back(problem.weights.size());
        for (std::size_t c = 0; c < choice.size(); ++c)
            choice[c] = found.values[c] > 0.5;
        Rules& rules = broken.emplace_back();
        for (std::size_t r = 0; r < problem.rules.size(); ++r) {
            const ChoiceRule& rule = problem.rules[r];
            if (rule.price > 0 && breaks(rule, sum_of(rule, choice))) rules.push_back(r);
        }
        return rules;
    }

    static std::size_t shared(const Rules& one, const Rules& other) {
        return static_cast<std::size_t>(std::count_if(one.begin(), one.end(), [&](std::size_t rule) {
            return std::find(other.begin(), other.end(), rule) != other.end();
        }));
    }
};

// The choice that keeps to these rules, by as few and harmless changes as can be of the one that was
// tried and is nearest to them: a change costs 1, and 100 for each other rule that it alone would break.
MilpProblem keeping(const ChoiceProblem& problem, const Rules& rules, const Tried& tried) {
    const MilpProblem model = choice_rules::model_of(problem, false);
    std::size_t nearest = 0;
    const auto distance = [&](std::size_t t) {
        return std::pair(Tried::shared(rules, tried.broken[t]), tried.broken[t].size());
    };
    for (std::size_t t = 1; t < tried.chosen.size(); ++t)
        nearest = distance(t) < distance(nearest) ? t : nearest;
    const std::vector<bool> chosen =
        tried.chosen.empty() ? std::vector<bool>(problem.weights.size()) : tried.chosen[nearest];
    MilpProblem program;
    program.columns = model.columns;
    for (std::size_t c = 0; c < chosen.size(); ++c)
        program.columns[c].gain = chosen[c] ? 1.0 : -1.0;
    for (std::size_t r = 0; r < problem.rules.size(); ++r) {
        const ChoiceRule& rule = problem.rules[r];
        if (rule.price == 0 || std::find(rules.begin(), rules.end(), r) != rules.end()) {
            program.rows.push_back(model.rows[r]);
            continue;
        }
        const std::int64_t sum = sum_of(rule, chosen);
        if (breaks(rule, sum)) continue;
        for (const ChoiceTerm& term : rule.terms) {
            const std::size_t c = choice_rules::at(term.choice);
            if (breaks(rule, chosen[c] ? sum - term.factor : sum + term.factor))
                program.columns[c].gain += chosen[c] ? 100.0 : -100.0;
        }
    }
    return program;
}

// The implicit hitting set method. A smallest set of rules with one of what each choice tried so far breaks
// is no larger than any conflict, and is one itself when no choice keeps to all of it; else a choice that
// does, and breaks little else, is tried next.
class HittingSets {
  public:
    HittingSets(const ChoiceProblem& problem, const SolveLimits& limits, Tried& tried)
        : problem_(problem), work_(limits, 5), tried_(tried) {}

    // Absent when a limit was reached.
    std::optional<Rules> run() {
        const MilpResult first = work_.solve(breaking_least());
        if (first.status == MilpStatus::infeasible) given_contradict();
        if (first.values.empty()) return std::nullopt;
        if (tried_.add(problem_, first).empty()) return Rules{};
        while (!work_.done()) {
            const std::optional<Rules> hitting = hit();
            if (!hitting) break;
            least_ = hitting->size();
            const MilpResult found = work_.solve(keeping(problem_, *hitting, tried_));
            if (found.status == MilpStatus::infeasible) return hitting;
            if (found.values.empty()) break;
            tried_.add(problem_, found);
        }
        return std::nullopt;
    }

    // No conflict has fewer rules.
    std::size_t least() const { return least_; }

  private:
    MilpProblem breaking_least() const {
        MilpProblem program = choice_rules::model_of(problem_, true);
        for (std::size_t c = problem_.weights.size(); c < program.columns.size(); ++c)
            program.columns[c].gain = -1.0;
        return program;
    }

    // Of the smallest sets that hit every set of broken rules the one whose numbers add up to least.
    std::optional<Rules> hit() {
        std::map<std::size_t, int> column_of;
        for (const Rules& broken : tried_.broken) {
            for (const std::size_t rule : broken)
                column_of.emplace(rule, 0);
        }
        MilpProblem program;
        MilpRow size;
        for (auto& [rule, column] : column_of) {
            column = static_cast<int>(program.columns.size());
            program.columns.push_back({-1.0, 0.0, 1.0, true});
            size.terms.push_back({column, 1.0});
        }
        for (const Rules& broken : tried_.broken) {
            MilpRow& row = program.rows.emplace_back();
            for (const std::size_t rule : broken)
                row.terms.push_back({column_of[rule], 1.0});
            row.at_least = 1.0;
        }
        const MilpResult smallest = work_.solve(program);
        if (smallest.status != MilpStatus::optimal) return std::nullopt;
        size.at_most = std::round(-smallest.objective);
        program.rows.push_back(std::move(size));
        for (const auto& [rule, column] : column_of)
            program.columns[choice_rules::at(column)].gain = -static_cast<double>(rule);
        const MilpResult first = work_.solve(program);
        if (first.status != MilpStatus::optimal) return std::nullopt;
        Rules hitting;
        for (const auto& [rule, column] : column_of) {
            if (first.values[choice_rules::at(column)] > 0.5) hitting.push_back(rule);
        }
        return hitting;
    }

    const ChoiceProblem& problem_;
    Work work_;
    Tried& tried_;
    std::size_t least_ = 0;
};

// QuickXplain: which of `suspects` are needed, beside `given`, to make the rules contradict each other.
class Explainer {
  public:
    Explainer(const ChoiceProblem& problem, const SolveLimits& limits, Tried& tried)
        : problem_(problem), work_(limits, 25), tried_(tried) {
        for (std::size_t r = 0; r < problem.rules.size(); ++r)
            if (problem.rules[r].price > 0) suspects_.push_back(r);
    }

    Rules explain() {
        if (holds(suspects_)) return {};
        if (!holds({})) given_contradict();
        Rules conflict = explain({}, false, suspects_);
        std::sort(conflict.begin(), conflict.end());
        return conflict;
    }

  private:
    Rules explain(const Rules& given, bool grew, const Rules& suspects) {
        if (grew && !holds(given)) return {};
        if (suspects.size() == 1) return suspects;
        const auto half = suspects.begin() + static_cast<std::ptrdiff_t>(suspects.size() / 2);
        const Rules first(suspects.begin(), half), second(half, suspects.end());
        const Rules from_second = explain(joined(given, first), !first.empty(), second);
        const Rules from_first = explain(joined(given, from_second), !from_second.empty(), first);
        return joined(from_first, from_second);
    }

    bool holds(const Rules& rules) {
        for (const Rules& broken : tried_.broken) {
            if (Tried::shared(broken, rules) == 0) return true;
        }
        // Near a choice that is known one is often found at once; any other will do as well.
        MilpProblem program = keeping(problem_, rules, tried_);
        MilpResult found = work_.solve(program, 20);
        if (found.status == MilpStatus::unknown) {
            for (MilpColumn& column : program.columns)
                column.gain = 0.0;
            found = work_.solve(program);
        }
        if (found.status == MilpStatus::unknown) {
            throw InvalidInput(Problem{"limits", "were reached before it was known which rules contradict",
                                       "limits that suffice", "raise most_nodes or most_seconds"});
        }
        if (found.status == MilpStatus::infeasible) return false;
        if (!found.values.empty()) tried_.add(problem_, found);
        return true;
    }

    const ChoiceProblem& problem_;
    Work work_;
    Tried& tried_;
    Rules suspects_;
};

}  // namespace

Conflict find_conflict(const ChoiceProblem& problem, const SolveLimits& limits) {
    choice_rules::check(problem);
    Tried tried;
    HittingSets search(problem, limits, tried);
    if (std::optional<Rules> smallest = search.run()) {
        return {std::move(*smallest), true};
    }
    Rules irreducible = Explainer(problem, limits, tried).explain();
    const bool smallest = irreducible.size() <= search.least();
    return {std::move(irreducible), smallest};
}

}  // namespace m150::inline v0
