#include "libm150/meet/agenda_demand.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/registered.hpp"
#include "libm150/meet/signals.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kNewsDays = 90.0;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

void add_participants(const Snapshot& now, const AgendaOptions& options, AgendaDemand& demand) {
    std::map<int, Participant> by_number;
    for (auto& [municipality, all] : registered(now, options.meeting, demand.notices)) {
        const int number = now.number_of(municipality);
        by_number[number] = {number, all.people, std::move(all.wishes)};
    }
    if (by_number.empty()) {
        for (const int member : members_of(now, std::optional(options.meeting.network)))
            by_number[member] = {member, 1, {}};
        demand.notices.push_back(
            {"no-registrations",
             0.0,
             {{"network", options.meeting.network.str()}, {"count", std::to_string(by_number.size())}},
             {}});
    }
    for (auto& [number, participant] : by_number)
        demand.participants.push_back(std::move(participant));
}

// A wish is a demand too, whatever was asked before.
std::vector<double> needs_of(const Snapshot& now, const AgendaOptions& options,
                             const Participant& participant) {
    std::vector<double> row(at(now.graph().topics()));
    for (std::size_t topic = 0; topic < row.size(); ++topic)
        row[topic] = now.graph().demand(participant.number, static_cast<int>(topic));
    const auto wishes = static_cast<double>(participant.wishes.size());
    for (std::size_t w = 0; w < participant.wishes.size(); ++w) {
        const int topic = now.number_of(participant.wishes[w]);
        const double way = wishes > 1 ? static_cast<double>(w) / (wishes - 1) : 0.0;
        const double wish = options.first_wish + way * (options.last_wish - options.first_wish);
        row[at(topic)] = std::max(row[at(topic)], wish);
    }
    return row;
}

}  // namespace

AgendaDemand demand_of(const Snapshot& now, const AgendaOptions& options) {
    AgendaDemand demand;
    add_participants(now, options, demand);
    std::vector<double> raised(at(now.graph().topics()));
    for (std::size_t topic = 0; topic < raised.size(); ++topic) {
        const double news = news_on(now, now.topic(static_cast<int>(topic)).id, kNewsDays);
        raised[topic] = 1.0 + options.news * news / (1.0 + news);
    }
    for (const Participant& participant : demand.participants) {
        std::vector<double> row = needs_of(now, options, participant);
        for (std::size_t topic = 0; topic < row.size(); ++topic)
            row[topic] = std::min(1.0, row[topic] * raised[topic]);
        demand.demands.push_back(std::move(row));
    }
    return demand;
}

}  // namespace m150::inline v0
