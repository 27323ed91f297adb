// What a division of the land says as a plan of regions. Internal to this floor.
#pragma once

#include <string>
#include <vector>

#include "libm150/meet/region_map.hpp"
#include "libm150/meet/regions.hpp"
#include "libm150/solve/districts.hpp"

namespace m150::inline v0 {

struct RegionFacts {
    const RegionMap& map;
    std::vector<bool> member;  // of each unit
    std::vector<bool> may_host;
    std::vector<int> before;  // its region in the plan to stay near, -1: none; empty without one
};

// The province or veiligheidsregio of a municipality; empty text when it is not known.
const std::string& area_of(const Municipality& municipality, RegionsAlong along);

// Adds the regions, their figures, reasons and notices.
void write_regions(const RegionFacts& facts, const DistrictProblem& problem, const Districting& found,
                   const RegionOptions& options, RegionPlan& plan);

}  // namespace m150::inline v0
