// Who asked for which topic when, period by period. Internal to this floor.
#pragma once

#include <optional>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

// A member asked a question on a topic, or called its need for it clear or urgent in an inventory.
struct TopicSignal {
    Date date;
    int member = 0;         // its number in the graph
    bool question = false;  // false: a need
    bool open = false;      // a question without an answer that is up to date
};

// By topic, each ascending by date; up to today, of `members` (numbers, ascending).
using TopicSignals = std::vector<std::vector<TopicSignal>>;
TopicSignals signals_of(const Snapshot& now, const std::vector<int>& members);

// Different members who asked for one of `topics` in from .. to, both included.
int askers_between(const TopicSignals& signals, const std::vector<int>& topics, Date from, Date to);

// The same, but for needs in an inventory.
int questioners_between(const TopicSignals& signals, const std::vector<int>& topics, Date from, Date to);
// Whether there was an inventory then: a need for any topic.
bool is_inventoried(const TopicSignals& signals, Date from, Date to);

// Questions on one of `topics` in from .. to, and those of them that are open. One on two of them counts
// twice.
struct QuestionCount {
    int all = 0, open = 0;
};
QuestionCount questions_between(const TopicSignals& signals, const std::vector<int>& topics, Date from,
                                Date to);

}  // namespace m150::inline v0
