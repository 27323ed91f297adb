// Products and sums of embeddings. Internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace m150::inline v0::semantic {

// The most components that an embedding has.
inline constexpr std::uint32_t max_dimension = 4096;

// Both of one length, at most max_dimension. Whole numbers: the same on every machine.
std::int32_t dot(std::span<const std::int8_t> a, std::span<const std::int8_t> b) noexcept;

// The product of one embedding with each of `count` others of its length that lie one after the other.
void dots(std::span<const std::int8_t> one, const std::int8_t* others, std::size_t count,
          std::int32_t* products) noexcept;

// Adds embeddings of sum.size() components to the sum; at most 2^24 / 127 of them at a time, so that no
// component overflows.
void add_all(std::span<const std::int8_t* const> vectors, std::span<std::int32_t> sum) noexcept;

}  // namespace m150::inline v0::semantic
