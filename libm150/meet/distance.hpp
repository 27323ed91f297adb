// How far municipalities lie apart. Internal to this floor.
#pragma once

#include <optional>

#include "libm150/record/municipality.hpp"

namespace m150::inline v0 {

struct Coordinates {
    double latitude = 0.0;   // degrees north
    double longitude = 0.0;  // degrees east
};

// The land centroid; absent when it is not known.
std::optional<Coordinates> place_of(const Municipality& municipality);

// Kilometres along a great circle (haversine formula; a sphere of 6371.0088 km, the mean radius of GRS 80).
// Roads are longer.
double kilometres(const Coordinates& a, const Coordinates& b);

// The same between land centroids; absent when one of them is not known.
std::optional<double> kilometres(const Municipality& a, const Municipality& b);

}  // namespace m150::inline v0
