#include "libm150/meet/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace m150::inline v0 {

std::optional<double> kilometres(const Municipality& a, const Municipality& b) {
    if (!a.latitude || !a.longitude || !b.latitude || !b.longitude) return std::nullopt;
    constexpr double radius = 6371.0088;
    constexpr double degree = std::numbers::pi / 180.0;
    const double up = std::sin((*b.latitude - *a.latitude) * degree / 2.0);
    const double across = std::sin((*b.longitude - *a.longitude) * degree / 2.0);
    const double chord =
        up * up + std::cos(*a.latitude * degree) * std::cos(*b.latitude * degree) * across * across;
    return 2.0 * radius * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace m150::inline v0
