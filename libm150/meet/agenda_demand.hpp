// Who comes to a meeting, and what each of them needs. Internal to this floor.
#pragma once

#include <vector>

#include "libm150/meet/agenda.hpp"

namespace m150::inline v0 {

struct Participant {
    int number = 0;
    int people = 1;
    std::vector<Id<Topic>> wishes;
};

struct AgendaDemand {
    std::vector<Participant> participants;     // ascending by number
    std::vector<std::vector<double>> demands;  // participant by topic, 0..1
    std::vector<Reason> notices;
};

// Of those who are registered, as the municipalities that they are today; else of the members of the network.
AgendaDemand demand_of(const Snapshot& now, const AgendaOptions& options);

// Throws InvalidInput for what propose_agenda refuses.
void check_agenda(const Snapshot& now, const AgendaOptions& options);

}  // namespace m150::inline v0
