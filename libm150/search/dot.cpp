#include "libm150/search/dot.hpp"

#include <array>

namespace m150::inline v0::semantic {

namespace {

// One source, compiled for the processors of today and for all others; which one is taken shows at run time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("avx2", "default"), optimize("O3")))
#endif
void
multiply(const std::int16_t* one, std::size_t size, const std::int8_t* others, std::size_t count,
         std::int32_t* products) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        const std::int8_t* other = others + i * size;
        std::int32_t sum = 0;
        for (std::size_t d = 0; d < size; ++d)
            sum += one[d] * static_cast<std::int16_t>(other[d]);
        products[i] = sum;
    }
}

}  // namespace

void dots(std::span<const std::int8_t> one, const std::int8_t* others, std::size_t count,
          std::int32_t* products) noexcept {
    std::array<std::int16_t, max_dimension> wide;
    for (std::size_t d = 0; d < one.size(); ++d)
        wide[d] = one[d];
    multiply(wide.data(), one.size(), others, count, products);
}

std::int32_t dot(std::span<const std::int8_t> a, std::span<const std::int8_t> b) noexcept {
    std::int32_t product = 0;
    dots(a, b.data(), 1, &product);
    return product;
}

}  // namespace m150::inline v0::semantic
