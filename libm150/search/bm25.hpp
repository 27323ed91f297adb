// The ranking formula, once: the same code weighs documents on disk, in memory and in explanations. Internal.
#pragma once

#include <cstdint>

namespace m150::inline v0::indexing {

// Words are counted in quarters, so that a field's weight (see IndexOptions) is a whole number of them.
inline constexpr std::uint32_t quarters = 4;

// Okapi BM25 (Robertson and others 1994), with the idf that stays positive (as Lucene has it):
//
//   share = factor * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average_length))
//   factor = the query's weight for the term * ln(1 + (N - n + 1/2) / (n + 1/2))
//
// where N documents are searched, n of them hold the term, and tf is the term's weighted count in the
// document.
//
// Shares and limits are multiples of 2^-32. Sums of them below 2^20 are therefore exact in whatever order
// they are added: equal documents get equal scores, bit for bit, wherever they are kept, and the shares of a
// hit add up.
class Bm25 {
  public:
    // `average_length` in quarters, as all lengths and counts here.
    Bm25(double k1, double b, double average_length) noexcept;

    static double idf(std::uint64_t documents, std::uint64_t frequency) noexcept;

    double share(double factor, std::uint32_t count, std::uint32_t length) const noexcept {
        if (count == 0) return 0.0;
        const double tf = static_cast<double>(count) / quarters;
        return on_grid(factor * (tf * gain_ / (tf + constant_ + slope_ * static_cast<double>(length))));
    }
    // What share() approaches when the term occurs endlessly often.
    double limit(double factor) const noexcept;

  private:
    // Adding 1.5 * 2^20 leaves a double 32 binary digits behind the point; the hardware rounds the rest away,
    // to nearest.
    static double on_grid(double value) noexcept {
        constexpr double shift = 1.5 * 1048576.0;
        const double shifted = value + shift;
        return shifted - shift;
    }

    double gain_;      // k1 + 1
    double constant_;  // k1 * (1 - b)
    double slope_;     // k1 * b / average length
};

}  // namespace m150::inline v0::indexing
