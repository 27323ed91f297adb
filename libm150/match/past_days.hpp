// On which days to look back. Internal to this floor.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/date.hpp"

namespace m150::inline v0 {

// For each of `days` (ascending) the day by which to say what was known: the day before; and when there are
// more than `most` different days, at least 1, the day before the first of a stretch of them, the same for
// all of it, so that there are at most so many days to look back on.
std::vector<Date> days_to_look_back(const std::vector<Date>& days, std::size_t most);

}  // namespace m150::inline v0
