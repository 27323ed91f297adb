#include "libm150/meet/programme_greedy.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Greedy {
  public:
    Greedy(const ProgrammeModel& model, const Candidates& candidates)
        : model_(model), candidates_(candidates), chosen_(model.problem.weights.size()) {
        rules_of_.resize(chosen_.size());
        counts_.resize(model.problem.rules.size());
        changes_.resize(counts_.size());
        for (std::size_t r = 0; r < counts_.size(); ++r) {
            for (const ChoiceTerm& term : model.problem.rules[r].terms)
                rules_of_[at(term.choice)].emplace_back(r, term.factor);
        }
    }

    std::vector<bool> fill() {
        while (true) {
            std::size_t best = model_.pairs.size();
            std::int64_t best_gain = -1;
            for (std::size_t choice = 0; choice < model_.pairs.size(); ++choice) {
                if (chosen_[choice]) continue;
                const std::int64_t gain = gain_of(choice);
                const bool better =
                    gain > best_gain || (gain == best_gain && gain >= 0 && weight(choice) > weight(best));
                if (better) best = choice, best_gain = gain;
            }
            if (best == model_.pairs.size()) return chosen_;
            take(best);
        }
    }

  private:
    double weight(std::size_t choice) const { return model_.problem.weights[choice]; }

    // The choices that come with it: that her person speaks at all.
    template <typename Visit>
    void with(std::size_t choice, Visit visit) const {
        visit(choice);
        const int used = model_.used[at(candidates_.pairs[at(model_.pairs[choice])].person)];
        if (used >= 0 && !chosen_[at(used)]) visit(at(used));
    }

    // What it mends; -1: a rule forbids it, or it makes something worse.
    std::int64_t gain_of(std::size_t choice) {
        std::vector<std::size_t> touched;
        with(choice, [&](std::size_t one) {
            for (const auto& [rule, factor] : rules_of_[one]) {
                changes_[rule] += factor;
                touched.push_back(rule);
            }
        });
        std::int64_t gain = 0;
        bool allowed = true;
        for (const std::size_t r : touched) {
            const std::int64_t change = std::exchange(changes_[r], 0);
            if (change == 0) continue;
            const ChoiceRule& rule = model_.problem.rules[r];
            const std::int64_t by = missed(rule, counts_[r] + change);
            allowed = allowed && (rule.price > 0 || by == 0);
            gain += rule.price * (missed(rule, counts_[r]) - by);
        }
        return allowed ? gain : -1;
    }

    void take(std::size_t choice) {
        std::vector<std::size_t> taken;
        with(choice, [&](std::size_t one) { taken.push_back(one); });
        for (const std::size_t one : taken) {
            chosen_[one] = true;
            for (const auto& [rule, factor] : rules_of_[one])
                counts_[rule] += factor;
        }
    }

    const ProgrammeModel& model_;
    const Candidates& candidates_;
    std::vector<bool> chosen_;
    std::vector<std::vector<std::pair<std::size_t, int>>> rules_of_;  // of each choice, with its factor
    std::vector<std::int64_t> counts_, changes_;                      // by rule
};

}  // namespace

std::int64_t missed(const ChoiceRule& rule, std::int64_t count) {
    std::int64_t by = 0;
    if (rule.at_least != -ChoiceRule::none) by = std::max(by, rule.at_least - count);
    if (rule.at_most != ChoiceRule::none) by = std::max(by, count - rule.at_most);
    return by;
}

std::vector<bool> greedy_programme(const ProgrammeModel& model, const Candidates& candidates) {
    return Greedy(model, candidates).fill();
}

std::vector<Breach> breaches_of(const ProgrammeModel& model, const std::vector<bool>& chosen) {
    std::vector<Breach> breaches;
    for (std::size_t r = 0; r < model.problem.rules.size(); ++r) {
        const ChoiceRule& rule = model.problem.rules[r];
        std::int64_t count = 0;
        for (const ChoiceTerm& term : rule.terms)
            count += chosen[at(term.choice)] ? term.factor : 0;
        if (const std::int64_t by = missed(rule, count); by > 0)
            breaches.push_back({r, static_cast<int>(by)});
    }
    return breaches;
}

}  // namespace m150::inline v0
