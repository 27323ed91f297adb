// Who comes to a meeting, read from its list the same way by every step. Internal to this floor.
#pragma once

#include <map>
#include <vector>

#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

struct Registered {
    int people = 0;
    std::vector<Id<Topic>> wishes;  // as they were given, each once; known topics
};

// By the municipality that each is today. `said` gets, each once: who has merged, who is on the list more
// than once, and wishes that are no topic that the viewer may see.
std::map<Id<Municipality>, Registered> registered(const Snapshot& now, const Meeting& meeting,
                                                  std::vector<Reason>& said);

}  // namespace m150::inline v0
