// A division whose parts hang together, brought within the sizes, and then made cheaper. Internal to solve/.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libm150/solve/district_centres.hpp"
#include "libm150/solve/district_parts.hpp"
#include "libm150/solve/district_sweep.hpp"
#include "libm150/solve/random.hpp"

namespace m150::inline v0::districts {

// Works on two parts that touch at a time, which are divided anew between their centres.
class Balance {
  public:
    Balance(const DistrictProblem& problem, const Neighbours& beside, const Centres& centres,
            std::uint64_t seed);

    // From a division whose parts hang together, one within the sizes: what is too much in a part is handed
    // on from part to part until there is room, along the fewest parts. When no such chain helps, two parts
    // are divided anew at random, as often as `tries`. Absent when that does not lead there.
    std::optional<Plan> even(Plan plan, int tries);

    // Two parts that touch, drawn, divided anew between a possible centre of each and towards two nodes, all
    // drawn; within the sizes when they can be.
    Plan shaken(Plan plan);

    // While it gains, two parts divided anew within the sizes.
    Plan cheaper(Plan plan) const;

  private:
    using Path = std::vector<int>;  // of parts, each beside the next
    struct Range {                  // of what counts in the first of two parts
        int low = 0;
        int high = 0;
    };

    std::vector<int> sizes(const Parts& part) const;
    int outside(int size) const;  // by how many nodes
    int outside(const Parts& part) const;
    std::vector<std::vector<bool>> touching(const Parts& part) const;  // parts with each other
    std::vector<Path> paths(const Parts& part) const;
    std::optional<Plan> pass_on(Plan plan, const Path& path, int count) const;
    std::optional<Plan> helped(const Plan& plan) const;
    Plan divided(const Plan& plan, int a, int b, const std::vector<std::int64_t>& more, Range range) const;
    Range within(int together) const;
    std::vector<std::int64_t> more(const Plan& plan, int a, int b) const;

    const DistrictProblem& p_;
    const Neighbours& beside_;
    const Centres& centres_;
    Random random_;
};

}  // namespace m150::inline v0::districts
