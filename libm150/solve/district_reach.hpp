// Which centres nodes can go to at all. Internal to solve/.
#pragma once

#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

// Whether no division keeps to the sizes, because of where the centres lie: when all that may be centre are,
// a node can go only to those that it reaches without passing another, and a flow says whether parts of these
// sizes are left. True is proved; false says nothing.
bool sizes_out_of_reach(const DistrictProblem& problem, const Neighbours& beside);

}  // namespace m150::inline v0::districts
