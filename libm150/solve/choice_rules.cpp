#include "libm150/solve/choice_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0::choice_rules {

namespace {

constexpr double kLargestWeight = 1000.0;
constexpr double kMostQuanta = 1e8;
constexpr int kLargestPrice = 1'000'000;
constexpr int kLargestFactor = 1'000'000;
constexpr std::size_t kMostProblems = 100;

class Check {
  public:
    explicit Check(const ChoiceProblem& problem) : problem_(problem), seen_in_(problem.weights.size()) {}

    void run() {
        weights();
        for (std::size_t r = 0; r < problem_.rules.size(); ++r)
            rule(r);
        for (std::size_t s = 0; s < problem_.shares.size(); ++s)
            share(s);
        if (wrong_.empty()) return;
        const std::size_t total = wrong_.size();
        wrong_.resize(std::min(total, kMostProblems));
        throw InvalidInput(std::move(wrong_), total);
    }

  private:
    void weights() {
        if (!(problem_.quantum > 0.0) || !std::isfinite(problem_.quantum))
            wrong_.push_back({"quantum", "is not positive", "a number above 0", "leave it as it is"});
        for (std::size_t c = 0; c < problem_.weights.size(); ++c) {
            const double weight = problem_.weights[c];
            if (weight >= 0.0 && weight <= kLargestWeight && weight <= kMostQuanta * problem_.quantum)
                continue;
            wrong_.push_back({"choice " + std::to_string(c), "its weight is out of range",
                              "a number from 0 to 1,000 and at most 1e8 quanta", "scale the weights"});
        }
    }

    void choice(const std::string& where, int choice) {
        if (choice < 0 || at(choice) >= problem_.weights.size()) {
            wrong_.push_back({where, "there is no choice " + std::to_string(choice),
                              "a number below " + std::to_string(problem_.weights.size()), "correct it"});
        } else if (std::exchange(seen_in_[at(choice)], list_) == list_) {
            wrong_.push_back(
                {where, "choice " + std::to_string(choice) + " occurs twice", "each once", "leave one out"});
        }
    }

    void rule(std::size_t index) {
        const ChoiceRule& rule = problem_.rules[index];
        const std::string where = "rule " + std::to_string(index);
        ++list_;
        for (const ChoiceTerm& term : rule.terms) {
            choice(where, term.choice);
            if (std::abs(term.factor) > kLargestFactor)
                wrong_.push_back({where, "a factor is too large", "at most 1,000,000", "scale it"});
        }
        if (rule.at_least > rule.at_most)
            wrong_.push_back({where, "its bounds cross", "at_least <= at_most", "correct them"});
        if (rule.price < 0 || rule.price > kLargestPrice)
            wrong_.push_back({where, "its price is out of range", "0 to 1,000,000", "correct it"});
    }

    void share(std::size_t index) {
        const ChoiceShare& share = problem_.shares[index];
        const std::string where = "share " + std::to_string(index);
        ++list_;
        for (const int one : share.choices)
            choice(where, one);
        if (share.needs < 1 || share.most < 1)
            wrong_.push_back({where, "needs or most is below 1", "at least 1", "correct it"});
    }

    const ChoiceProblem& problem_;
    std::vector<std::size_t> seen_in_;  // number of the rule or share in which a choice was seen last
    std::size_t list_ = 0;
    std::vector<Problem> wrong_;
};

long long sum_of(const ChoiceRule& rule, const std::vector<bool>& chosen) {
    long long sum = 0;
    for (const ChoiceTerm& term : rule.terms)
        sum += chosen[at(term.choice)] ? term.factor : 0;
    return sum;
}

// The most by which any choice breaks it.
double worst_breach(const ChoiceRule& rule) {
    long long low = 0, high = 0;
    for (const ChoiceTerm& term : rule.terms)
        (term.factor < 0 ? low : high) += term.factor;
    long long most = 0;
    if (rule.at_least != -ChoiceRule::none) most = std::max(most, rule.at_least - low);
    if (rule.at_most != ChoiceRule::none) most = std::max(most, high - rule.at_most);
    return static_cast<double>(most);
}

MilpRow row_of(const ChoiceRule& rule) {
    MilpRow row;
    for (const ChoiceTerm& term : rule.terms)
        row.terms.push_back({term.choice, static_cast<double>(term.factor)});
    if (rule.at_least != -ChoiceRule::none) row.at_least = rule.at_least;
    if (rule.at_most != ChoiceRule::none) row.at_most = rule.at_most;
    return row;
}

}  // namespace

void check(const ChoiceProblem& problem) {
    Check(problem).run();
}

MilpProblem model_of(const ChoiceProblem& problem, bool elastic) {
    MilpProblem model;
    model.columns.resize(problem.weights.size());
    for (const ChoiceRule& rule : problem.rules) {
        MilpRow row = row_of(rule);
        if (!elastic || rule.price == 0) {
            model.rows.push_back(std::move(row));
            continue;
        }
        const int slack = static_cast<int>(model.columns.size());
        model.columns.push_back({0.0, 0.0, worst_breach(rule), true});
        MilpRow upper = row;
        if (rule.at_least != -ChoiceRule::none) {
            row.at_most = std::numeric_limits<double>::infinity();
            row.terms.push_back({slack, 1.0});
            model.rows.push_back(std::move(row));
        }
        if (rule.at_most != ChoiceRule::none) {
            upper.at_least = -std::numeric_limits<double>::infinity();
            upper.terms.push_back({slack, -1.0});
            model.rows.push_back(std::move(upper));
        }
    }
    return model;
}

std::size_t rule_of_slack(const ChoiceProblem& problem, std::size_t column) {
    std::size_t left = column - problem.weights.size();
    for (std::size_t r = 0; r < problem.rules.size(); ++r) {
        if (problem.rules[r].price > 0 && left-- == 0) return r;
    }
    throw InternalError("a column of a choice belongs to no rule");
}

std::vector<Breach> breaches_of(const ChoiceProblem& problem, const std::vector<bool>& chosen) {
    std::vector<Breach> breaches;
    for (std::size_t r = 0; r < problem.rules.size(); ++r) {
        const ChoiceRule& rule = problem.rules[r];
        const long long sum = sum_of(rule, chosen);
        long long by = 0;
        if (rule.at_least != -ChoiceRule::none) by = std::max(by, rule.at_least - sum);
        if (rule.at_most != ChoiceRule::none) by = std::max(by, sum - rule.at_most);
        if (by == 0) continue;
        if (rule.price == 0) throw InternalError("a choice breaks a rule that must hold");
        breaches.push_back({r, static_cast<int>(by)});
    }
    return breaches;
}

}  // namespace m150::inline v0::choice_rules
