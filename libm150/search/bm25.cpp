#include "libm150/search/bm25.hpp"

#include <cmath>

namespace m150::inline v0::indexing {

namespace {

// Adding 1.5 * 2^20 leaves a double 32 binary digits behind the point; the hardware rounds the rest away, to
// nearest.
double on_grid(double value) noexcept {
    constexpr double shift = 1.5 * 1048576.0;
    const double shifted = value + shift;
    return shifted - shift;
}

}  // namespace

Bm25::Bm25(double k1, double b, double average_length) noexcept
    : gain_(k1 + 1.0),
      constant_(k1 * (1.0 - b)),
      slope_(average_length > 0.0 ? k1 * b / average_length : 0.0) {}

double Bm25::idf(std::uint64_t documents, std::uint64_t frequency) noexcept {
    const auto all = static_cast<double>(documents);
    const auto holding = static_cast<double>(frequency);
    return std::log(1.0 + (all - holding + 0.5) / (holding + 0.5));
}

double Bm25::share(double factor, std::uint32_t count, std::uint32_t length) const noexcept {
    if (count == 0) return 0.0;
    const double tf = static_cast<double>(count) / quarters;
    return on_grid(factor * (tf * gain_ / (tf + constant_ + slope_ * static_cast<double>(length))));
}

double Bm25::limit(double factor) const noexcept {
    return on_grid(factor * gain_);
}

}  // namespace m150::inline v0::indexing
