// The search for a cheap division within given sizes. Internal to solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/solve/district_balance.hpp"
#include "libm150/solve/district_bound.hpp"
#include "libm150/solve/district_centres.hpp"
#include "libm150/solve/district_model.hpp"
#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

class Search {
  public:
    Search(const DistrictProblem& problem, const Neighbours& beside, const DistrictOptions& options);

    void run();

    // Within the sizes and hanging together; absent when none was found.
    const std::optional<Plan>& best() const { return best_; }
    std::int64_t lower_bound() const { return lower_bound_; }
    bool nothing_proved() const { return nothing_proved_; }  // there is no such division

  private:
    bool offer(Parts part, bool settled = false);
    std::vector<std::vector<bool>> pairs(const Plan& plan, std::size_t near) const;
    void even(const Plan& plan);
    Plan refined(Plan plan) const;
    void shake();
    void settle(Plan plan);
    Plan settle(Plan plan, bool at_home);
    void whole(const Bound& bound);

    const DistrictProblem& p_;
    const Neighbours& beside_;
    Centres centres_;
    Balance balance_;
    Model model_;
    std::optional<Plan> best_;
    bool best_settled_ = false;
    std::int64_t lower_bound_ = 0;
    bool nothing_proved_ = false;
};

}  // namespace m150::inline v0::districts
