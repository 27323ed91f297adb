// What no division into parts can cost less than. Internal to solve/.
#pragma once

#include <cstdint>
#include <vector>

#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

// Lagrangian relaxation of "every node is in one part": each possible centre then takes the nodes that pay it
// best, within the sizes, and the best centres are taken. Left out is what only adds to the cost: that parts
// hang together, and the groupings but for groups that fit in no part. So it bounds the model of Hess as
// tightly as its linear relaxation does. The prices that nodes pay are improved by subgradient steps (Held,
// Wolfe and Crowder 1974), in whole numbers: the same on every machine, and a bound whatever they are.
class Bound {
  public:
    // `upper` is what a division is known to cost at most: the steps aim at it.
    Bound(const DistrictProblem& problem, std::int64_t upper);

    std::int64_t value() const { return rounded(best_) + grouped_; }

    // Whether a division that costs at most `upper` may have `node` in the part round `centre`.
    std::vector<std::vector<bool>> possible(std::int64_t upper) const;

    // Prices are whole numbers of 1/256 of the cost.
    static constexpr std::int64_t scale = 256;

  private:
    struct Taken {
        std::int64_t value = 0;
        std::vector<int> nodes;  // besides the centre
    };
    std::int64_t reduced(int node, int centre) const;
    std::int64_t worth(int centre, std::vector<std::int64_t>& room) const;
    Taken take(int centre) const;
    std::int64_t relax(std::vector<int>& chosen) const;
    void improve(std::int64_t upper);
    static std::int64_t rounded(std::int64_t scaled);

    const DistrictProblem& problem_;
    std::vector<int> centres_, counted_, others_;
    std::vector<std::int64_t> price_;
    std::int64_t best_ = 0;
    std::int64_t grouped_ = 0;  // what groups that fit in no part cost on top
};

}  // namespace m150::inline v0::districts
