// What can be counted about topics: questions over time, treatments at meetings, news. Internal to this
// floor.
#pragma once

#include <optional>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

struct AskedQuestion {
    Date date;
    int asker = 0;            // its number
    bool open = false;        // has no answer that is up to date, and was not helped
    std::vector<int> topics;  // numbers
};

// The visible questions up to today asked by one of `members` (numbers, ascending), by date.
std::vector<AskedQuestion> questions_of(const Snapshot& now, const std::vector<int>& members);

// How many of them are on a topic in from .. to, both included.
int count_between(const std::vector<AskedQuestion>& questions, int topic, Date from, Date to);

struct Treatment {
    Date date;
    Id<Meeting> meeting;
};

// The last meeting of the network (of any, without one) before `before` with the topic on its agenda.
std::optional<Treatment> last_treatment(const Snapshot& now, const std::optional<Id<Network>>& network,
                                        const Id<Topic>& topic, Date before);

// News on a topic up to today, each item halved for every `half_life` days of age, added up.
double news_on(const Snapshot& now, const Id<Topic>& topic, double half_life);

}  // namespace m150::inline v0
