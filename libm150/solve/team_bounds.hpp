// What teams can be worth at most, weighed one offer at a time. Internal to solve/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/solve/team_model.hpp"

namespace m150::inline v0::team_model {

// Whether the first sum is below the second by more than solve_milp proves to.
bool less(double a, double b);

// A set of offers, and what no set is worth more than.
struct OfferSet {
    std::vector<int> offers;  // ascending
    double bound = 0.0;
};

// Bounds on single offers, as if their candidates were wanted nowhere else, and on sets of them that leave
// every theme to one and keep to most_teams. Of offers on the same themes no two are in a set, so only the
// one that can be worth most of them is in question.
class Bounds {
  public:
    Bounds(const TeamProblem& problem, const SolveLimits& limits);

    // The best set, of which each offer is weighed exactly.
    OfferSet best_set();
    // Whether a set that holds the offer can be worth as much as this.
    bool can_reach(int offer, double worth);

    const std::vector<double>& most() const { return most_; }  // of each offer
    std::int64_t nodes() const { return nodes_; }

  private:
    // Offers on the same themes; one on none is alone.
    struct Kind {
        std::vector<int> offers;
        std::vector<int> themes;
        bool counted = true;
    };
    OfferSet best_set(int most_teams, int with);
    int best_of(const Kind& kind) const;
    void weigh(int offer);
    double most_beside(int offer);

    const TeamProblem& problem_;
    const SolveLimits& limits_;
    std::vector<double> most_;
    std::vector<bool> exact_;  // by offer: weighed by a search of its own
    std::vector<Kind> kinds_;
    std::array<std::optional<double>, 2> most_beside_;  // an offer that is not counted, and one that is
    std::int64_t nodes_ = 0;
};

}  // namespace m150::inline v0::team_model
