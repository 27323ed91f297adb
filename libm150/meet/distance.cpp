#include "libm150/meet/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace m150::inline v0 {

std::optional<Coordinates> place_of(const Municipality& municipality) {
    if (!municipality.latitude || !municipality.longitude) return std::nullopt;
    return Coordinates{*municipality.latitude, *municipality.longitude};
}

double kilometres(const Coordinates& a, const Coordinates& b) {
    constexpr double radius = 6371.0088;
    constexpr double degree = std::numbers::pi / 180.0;
    const double up = std::sin((b.latitude - a.latitude) * degree / 2.0);
    const double across = std::sin((b.longitude - a.longitude) * degree / 2.0);
    const double chord =
        up * up + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * across * across;
    return 2.0 * radius * std::asin(std::min(1.0, std::sqrt(chord)));
}

std::optional<double> kilometres(const Municipality& a, const Municipality& b) {
    const std::optional<Coordinates> from = place_of(a), to = place_of(b);
    if (!from || !to) return std::nullopt;
    return kilometres(*from, *to);
}

}  // namespace m150::inline v0
