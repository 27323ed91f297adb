// How far municipalities lie apart. Internal to this floor.
#pragma once

#include <optional>

#include "libm150/record/municipality.hpp"

namespace m150::inline v0 {

// Kilometres between the land centroids along a great circle (haversine formula; a sphere of 6371.0088 km,
// the mean radius of GRS 80); absent when one of them has no coordinates. Roads are longer.
std::optional<double> kilometres(const Municipality& a, const Municipality& b);

}  // namespace m150::inline v0
