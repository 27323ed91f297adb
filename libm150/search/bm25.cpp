#include "libm150/search/bm25.hpp"

#include <cmath>

namespace m150::inline v0::indexing {

Bm25::Bm25(double k1, double b, double average_length) noexcept
    : gain_(k1 + 1.0),
      constant_(k1 * (1.0 - b)),
      slope_(average_length > 0.0 ? k1 * b / average_length : 0.0) {}

double Bm25::idf(std::uint64_t documents, std::uint64_t frequency) noexcept {
    const auto all = static_cast<double>(documents);
    const auto holding = static_cast<double>(frequency);
    return std::log(1.0 + (all - holding + 0.5) / (holding + 0.5));
}

double Bm25::limit(double factor) const noexcept {
    return on_grid(factor * gain_);
}

}  // namespace m150::inline v0::indexing
