// Sizes that the graph does not allow, seen without a search. Internal to solve/.
#pragma once

#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

// Whether no division keeps to the sizes, because of nodes that all ways to others pass: one whose removal
// leaves pieces with room for too few or too small parts, or centres behind others. True is proved; false
// says nothing.
bool sizes_out_of_reach(const DistrictProblem& problem, const Neighbours& beside);

}  // namespace m150::inline v0::districts
