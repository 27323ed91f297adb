#include "libm150/search/dot.hpp"

#include <algorithm>
#include <array>

namespace m150::inline v0::semantic {

namespace {

// One source, compiled for the processors of today and for all others; which one is taken shows at run time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define M150_VECTORISED __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define M150_VECTORISED
#endif

M150_VECTORISED void multiply(const std::int16_t* one, std::size_t size, const std::int8_t* others,
                              std::size_t count, std::int32_t* products) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        const std::int8_t* other = others + i * size;
        std::int32_t sum = 0;
        for (std::size_t d = 0; d < size; ++d)
            sum += one[d] * static_cast<std::int16_t>(other[d]);
        products[i] = sum;
    }
}

M150_VECTORISED void sum_up(const std::int8_t* const* vectors, std::size_t count, std::size_t size,
                            std::int32_t* sum) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        const std::int8_t* vector = vectors[i];
        for (std::size_t d = 0; d < size; ++d)
            sum[d] += vector[d];
    }
}

}  // namespace

void add_all(std::span<const std::int8_t* const> vectors, std::span<std::int32_t> sum) noexcept {
    sum_up(vectors.data(), vectors.size(), sum.size(), sum.data());
}

void dots(std::span<const std::int8_t> one, const std::int8_t* others, std::size_t count,
          std::int32_t* products) noexcept {
    std::array<std::int16_t, max_dimension> wide;
    std::copy(one.begin(), one.end(), wide.begin());
    multiply(wide.data(), one.size(), others, count, products);
}

std::int32_t dot(std::span<const std::int8_t> a, std::span<const std::int8_t> b) noexcept {
    std::int32_t product = 0;
    dots(a, b.data(), 1, &product);
    return product;
}

}  // namespace m150::inline v0::semantic
