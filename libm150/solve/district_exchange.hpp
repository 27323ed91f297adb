// Single nodes of a division in another part, and in each other's. Internal to solve/.
#pragma once

#include "libm150/solve/district_centres.hpp"
#include "libm150/solve/district_parts.hpp"

namespace m150::inline v0::districts {

// From a division within the sizes whose parts hang together, one that costs no more: while it gains, a node,
// with what hangs on it, goes to a part beside it, or two such nodes of two parts go to each other's.
Plan exchanged(const DistrictProblem& problem, const Neighbours& beside, const Centres& centres, Plan plan);

}  // namespace m150::inline v0::districts
