// Seeded random numbers that are the same on every platform and for every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// SplitMix64: a counter with a step of 0x9e3779b97f4a7c15, mixed (Steele, Lea and Flood, "Fast splittable
// pseudorandom number generators", 2014; the constants are those of their Java 8 SplittableRandom). Period
// 2^64. For generators, samples and tests; not for secrets. Only integer and correctly rounded floating-point
// operations are used, so a seed gives the same numbers everywhere. A copy continues on its own; one object
// is for one thread.
class M150_EXPORT Random {
  public:
    explicit Random(std::uint64_t seed) noexcept : state_(seed) {}
    // A generator of its own for the part of the work named `stream`, so that a change in one part leaves the
    // numbers of the others as they are.
    Random(std::uint64_t seed, std::string_view stream) noexcept;

    std::uint64_t next() noexcept;  // 0 .. 2^64 - 1, uniform

    // 0 .. bound - 1, each equally likely (by rejection, so it may use several numbers). Requires bound > 0.
    std::uint64_t below(std::uint64_t bound) noexcept;
    // low .. high, both included. Requires low <= high.
    std::int64_t between(std::int64_t low, std::int64_t high) noexcept;
    // [0, 1): a multiple of 2^-53.
    double uniform() noexcept;
    // [low, high). Requires low <= high.
    double uniform(double low, double high) noexcept;
    // True with this probability.
    bool chance(double probability) noexcept { return uniform() < probability; }
    // Mean 0, variance 1, within -6 .. 6: the sum of twelve uniforms less 6. Close to the normal distribution
    // but in the far tails, and without the logarithm or cosine that differ in their last digit between
    // platforms.
    double bell() noexcept;

    // An index, with probability proportional to its weight. Weights are not negative and at least one is
    // positive; throws InvalidInput otherwise.
    std::size_t pick(const std::vector<double>& weights);

    // Every order equally likely (Fisher and Yates, from the end).
    template <class Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t left = items.size(); left > 1; --left) {
            const auto chosen = static_cast<std::size_t>(below(left));
            if (chosen != left - 1) std::swap(items[left - 1], items[chosen]);
        }
    }

    // `count` different numbers of 0 .. population - 1, ascending; all of them when count is larger.
    std::vector<std::size_t> sample(std::size_t population, std::size_t count);

  private:
    std::uint64_t state_;
};

}  // namespace m150::inline v0
