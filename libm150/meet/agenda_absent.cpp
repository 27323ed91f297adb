#include "libm150/meet/agenda_absent.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "libm150/meet/agenda_demand.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kNeeds = 0.25;  // as who would come for a topic of the gap map

bool holds(const std::vector<Id<Topic>>& topics, const Id<Topic>& topic) {
    return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

class Teller {
  public:
    Teller(const Snapshot& now, const AgendaProposal& proposal, const AgendaOptions& options)
        : now_(now), proposal_(proposal), options_(options), demand_(demand_of(now, options)) {
        for (const ProposedItem& one : proposal.best.items) {
            const Id<Topic>& topic = one.item.topics.front();
            treated_.push_back(topic);
            least_ = std::min(least_, needed_by(topic));
        }
    }

    bool treats(const Id<Topic>& topic) const { return holds(treated_, topic); }

    // What keeps the topic off; a code that is empty when the search was cut short before that was known.
    Reason why_not(const Id<Topic>& topic, std::size_t rank) const {
        Reason reason{"", 0.0, {{"topic", topic.str()}, {"rank", std::to_string(rank)}}, {}};
        const auto resting = std::find_if(proposal_.resting.begin(), proposal_.resting.end(),
                                          [&](const RestingTopic& one) { return one.topic == topic; });
        const int count = needed_by(topic);
        if (holds(options_.never, topic)) {
            reason.code = "agenda-without-never";
        } else if (resting != proposal_.resting.end() && !resting->returns) {
            reason.code = "agenda-without-rested";
            reason.values.emplace_back("date", resting->date.str());
        } else if (count < least_) {
            reason.code = "agenda-without-few";
            reason.values.emplace_back("count", std::to_string(count));
            reason.values.emplace_back("least", std::to_string(least_));
        } else if (!proposal_.best.proved) {
            return reason;
        } else if (has_room()) {
            reason.code = "agenda-without-gain";
        } else {
            const bool free = options_.must.empty() && options_.stay_near.empty();
            reason.code = free ? "agenda-without-worth" : "agenda-without-room";
        }
        return reason;
    }

    // Half of those who come.
    bool many_need(const Id<Topic>& topic) const {
        return 2 * static_cast<std::size_t>(needed_by(topic)) >= demand_.demands.size();
    }

    // How many of those who come need it.
    int needed_by(const Id<Topic>& topic) const {
        const auto number = static_cast<std::size_t>(now_.number_of(topic));
        return static_cast<int>(
            std::count_if(demand_.demands.begin(), demand_.demands.end(),
                          [&](const std::vector<double>& row) { return row[number] >= kNeeds; }));
    }

  private:
    bool has_room() const {
        int minutes = options_.minutes;
        int sessions = options_.parallel_sessions;
        for (const ProposedItem& one : proposal_.best.items)
            (one.parallel ? sessions : minutes) -= one.parallel ? 1 : one.item.minutes;
        const int shortest = *std::min_element(options_.lengths.begin(), options_.lengths.end());
        return static_cast<int>(treated_.size()) < options_.most_topics &&
               (sessions > 0 || minutes >= shortest);
    }

    const Snapshot& now_;
    const AgendaProposal& proposal_;
    const AgendaOptions& options_;
    AgendaDemand demand_;
    std::vector<Id<Topic>> treated_;
    int least_ = std::numeric_limits<int>::max();
};

}  // namespace

std::vector<Reason> absent_from(const Snapshot& now, const GapMap& gaps, const AgendaProposal& proposal,
                                const AgendaOptions& options) {
    std::vector<Reason> reasons;
    if (proposal.best.items.empty()) return reasons;
    const Teller teller(now, proposal, options);
    for (std::size_t i = 0; i < std::min(gaps.topics.size(), proposal.best.items.size()); ++i) {
        const TopicGap& gap = gaps.topics[i];
        if (gap.score <= 0 || teller.treats(gap.topic)) continue;
        Reason reason = teller.why_not(gap.topic, i + 1);
        if (!reason.code.empty()) reasons.push_back(std::move(reason));
    }
    // What many who come need, and rests.
    for (const RestingTopic& one : proposal.resting) {
        const bool told = std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
            return reason.values.front().second == one.topic.str();
        });
        if (one.returns || told || teller.treats(one.topic) || holds(options.never, one.topic)) continue;
        if (!teller.many_need(one.topic)) continue;
        reasons.push_back({"agenda-rests-needed",
                           0.0,
                           {{"topic", one.topic.str()},
                            {"date", one.date.str()},
                            {"count", std::to_string(teller.needed_by(one.topic))}},
                           {}});
    }
    return reasons;
}

}  // namespace m150::inline v0
