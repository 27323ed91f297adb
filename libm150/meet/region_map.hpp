// The land that regions are made of: where municipalities lie and what joins them. Internal to this floor.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"
#include "libm150/meet/distance.hpp"
#include "libm150/meet/regions.hpp"

namespace m150::inline v0 {

struct RegionMap {
    std::vector<const Municipality*> units;  // that exist today and have a place, ascending
    std::vector<Coordinates> places;
    std::set<std::pair<int, int>> borders;    // between neighbours: numbers of units, the lower first
    std::set<std::pair<int, int>> crossings;  // over water, the same
    std::vector<AssumedCrossing> assumed;     // that join what nothing else does
    std::set<std::pair<int, int>> assumed_pairs;
    std::vector<const Municipality*> nowhere;  // without place and neighbours, ascending
    std::vector<const Municipality*> guessed;  // whose place is the middle of their neighbours', ascending

    int number_of(const Id<Municipality>& id) const;  // -1: none
    double km(int a, int b) const;
};

// Of the municipalities that exist today; neighbours that have merged are their successors.
RegionMap region_map(const Snapshot& now);

}  // namespace m150::inline v0
