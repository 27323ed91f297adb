#include <algorithm>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/choice_rules.hpp"

namespace m150::inline v0 {

namespace {

using Rules = std::vector<std::size_t>;

Rules joined(const Rules& one, const Rules& other) {
    Rules both = one;
    both.insert(both.end(), other.begin(), other.end());
    return both;
}

// QuickXplain: which of `suspects` are needed, beside `given`, to make the rules contradict each other.
class Explainer {
  public:
    Explainer(const ChoiceProblem& problem, const SolveLimits& limits)
        : model_(choice_rules::model_of(problem, false)), limits_(limits) {
        for (std::size_t r = 0; r < problem.rules.size(); ++r)
            (problem.rules[r].price == 0 ? always_ : suspects_).push_back(r);
    }

    Rules explain() {
        if (holds(suspects_)) return {};
        if (!holds({})) {
            throw InvalidInput(Problem{"rules", "those of price 0 contradict each other",
                                       "rules that can hold together",
                                       "give those a price that may give way"});
        }
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
        MilpProblem trial;
        trial.columns = model_.columns;
        for (const std::size_t r : always_)
            trial.rows.push_back(model_.rows[r]);
        for (const std::size_t r : rules)
            trial.rows.push_back(model_.rows[r]);
        const MilpResult found = solve_milp(trial, limits_);
        if (found.status == MilpStatus::unknown) {
            throw InvalidInput(Problem{"limits", "were reached before it was known which rules contradict",
                                       "limits that suffice", "raise most_nodes or most_seconds"});
        }
        return found.status != MilpStatus::infeasible;
    }

    MilpProblem model_;
    const SolveLimits& limits_;
    Rules always_, suspects_;
};

}  // namespace

std::vector<std::size_t> find_conflict(const ChoiceProblem& problem, const SolveLimits& limits) {
    choice_rules::check(problem);
    return Explainer(problem, limits).explain();
}

}  // namespace m150::inline v0
