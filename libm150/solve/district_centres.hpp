// Centres for a division into parts, found without asking whether the parts hang together. Internal to
// solve/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "libm150/solve/district_parts.hpp"
#include "libm150/solve/random.hpp"

namespace m150::inline v0::districts {

struct Plan {
    Parts part;
    Judged judged;
};

// Throws InternalError when a part has no node that may be its centre.
Plan plan_of(const DistrictProblem& problem, Parts part);

// Location and allocation (Cooper, SIAM Review 6, 1964): nodes to centres within the sizes, which is a flow,
// and centres to the middle of their parts, in turn.
class Centres {
  public:
    Centres(const DistrictProblem& problem, const Neighbours& beside, const DistrictOptions& options);

    // What the starts lead to, the cheapest first, no centres twice. `offer` gets every division that grows
    // from the centres of a start, whatever its sizes.
    std::vector<Plan> starts(const std::function<void(Parts)>& offer) const;

    // Another node near a centre in its place, while that gains (Teitz and Bart, Oper. Res. 16, 1968).
    void swap(Plan& plan) const;

    // What a node costs in a part, with the groups at home where they are said to be; -1, or no homes at all:
    // groups cost nothing.
    std::int64_t cost_in(std::size_t node, int centre, int part, const Homes& homes) const;

    // Whether all that may be centre are.
    bool are_given() const { return static_cast<int>(centres_.size()) == p_.parts; }

    // Progress. Throws InvalidInput when it cancels.
    void tell(std::uint64_t done, std::uint64_t total) const;

  private:
    Parts allocate(const std::vector<int>& centres, const Homes& homes) const;
    Plan alternate(const std::vector<int>& centres, const Homes& homes) const;
    std::vector<int> draw(Random& random) const;

    const DistrictProblem& p_;
    const Neighbours& beside_;
    const DistrictOptions& options_;
    std::vector<int> centres_;
};

}  // namespace m150::inline v0::districts
