// What outcomes have in common for whoever counts them. Internal to this floor.
#pragma once

#include <vector>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

// What the question was about: the outcome's topics or, when it names none, those of the question, or of the
// pair that answered it, as far as the viewer may see them.
std::vector<Id<Topic>> topics_of(const Snapshot& now, const Outcome& outcome);

}  // namespace m150::inline v0
