#include "libm150/meet/group_world.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/distance.hpp"
#include "libm150/solve/random.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// What a later day told of a group is not known yet: a last day after today, and what it left behind then.
bool runs(const WorkingGroup& group, Date today) {
    return !group.to || *group.to >= today;
}

class Gatherer {
  public:
    Gatherer(const Snapshot& now, const WorkingGroupOptions& options) : now_(now), options_(options) {}

    GroupWorld gather() {
        world_.members = members_of(now_, options_.network);
        if (world_.members.empty()) {
            throw InvalidInput({"propose_working_groups, network", "has no members on " + now_.today().str(),
                                "a network with members", "leave it out for all municipalities"});
        }
        levels();
        marks();
        if (options_.physical) world_.unknown_km = mean_km();
        world_.signals = world_.fresh = signals_of(now_, world_.members);
        existing();
        return std::move(world_);
    }

  private:
    void levels() {
        Random random(options_.seed, "working groups");
        const auto counted = [&](double level) {
            if (options_.noise > 0.0) level *= 1.0 + options_.noise * random.uniform(-1.0, 1.0);
            if (options_.step > 0.0) level = std::round(level / options_.step) * options_.step;
            return std::min(1.0, level);
        };
        const ExpertiseGraph& graph = now_.graph();
        for (const int member : world_.members) {
            std::vector<double>& demand = world_.demand.emplace_back();
            std::vector<double>& expertise = world_.expertise.emplace_back();
            for (int topic = 0; topic < graph.topics(); ++topic) {
                demand.push_back(counted(graph.demand(member, topic)));
                const double knows = counted(graph.expertise(member, topic));
                expertise.push_back(now_.is_paused(member, {topic}) ? 0.0 : knows);
            }
        }
    }

    void marks() {
        std::map<std::string, int> first;
        for (int number = 0; number < now_.graph().municipalities(); ++number) {
            const Municipality& one = now_.municipality(number);
            const std::string& region =
                options_.regions == GroupRegions::province ? one.province : one.safety_region;
            world_.region.push_back(region.empty() ? -1 : first.try_emplace(region, number).first->second);
            const auto inhabitants = inhabitants_in(one, now_.today().year());
            world_.size.push_back(!inhabitants            ? -1
                                  : *inhabitants < 35'000 ? 0
                                  : *inhabitants < 50'000 ? 1
                                                          : 2);
        }
    }

    // Between two members of whom it is known where they lie; 0 without two of those.
    double mean_km() const {
        std::vector<Coordinates> places;
        for (const int member : world_.members) {
            if (const auto place = place_of(now_.municipality(member))) places.push_back(*place);
        }
        double sum = 0.0;
        for (std::size_t one = 0; one < places.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other)
                sum += kilometres(places[one], places[other]);
        }
        const auto count = static_cast<double>(places.size());
        return places.size() < 2 ? 0.0 : sum / (count * (count - 1.0) / 2.0);
    }

    void existing() {
        for (const WorkingGroup* record : now_.all<WorkingGroup>()) {
            if (runs(*record, now_.today())) {
                world_.running.push_back(running(*record));
                continue;
            }
            for (const int topic : topics_of(*record)) {
                std::erase_if(world_.fresh[at(topic)],
                              [&](const TopicSignal& signal) { return signal.date <= *record->to; });
            }
        }
        world_.served_by.assign(at(now_.graph().topics()), nullptr);
        world_.groups.assign(world_.members.size(), 0);
        world_.chairs.assign(world_.members.size(), false);
        for (const RunningGroup& group : world_.running) {
            // Of two groups on a topic the one that goes on is named.
            for (const int topic : group.topics) {
                if (world_.served_by[at(topic)] == nullptr || group.served.empty())
                    world_.served_by[at(topic)] = &group;
            }
            if (!group.served.empty()) continue;
            for (const int member : group.members) {
                const int place = world_.place_of(member);
                if (place < 0) continue;
                ++world_.groups[at(place)];
                if (member == group.chair) world_.chairs[at(place)] = true;
            }
        }
    }

    std::vector<int> topics_of(const WorkingGroup& record) const {
        std::vector<int> topics;
        for (const Id<Topic>& id : record.topics) {
            const int topic = now_.number_of(id);
            if (topic >= 0 && std::find(topics.begin(), topics.end(), topic) == topics.end())
                topics.push_back(topic);
        }
        return topics;
    }

    RunningGroup running(const WorkingGroup& record) const {
        RunningGroup group{
            &record, topics_of(record), {}, record.chair ? now_.number_of(*record.chair) : -1, {}};
        std::set<int> members;
        for (const Id<Municipality>& id : record.members)
            members.insert(now_.number_of(id));
        members.erase(-1);
        group.members.assign(members.begin(), members.end());
        // A group with a last day ends by itself.
        if (!record.to && !group.topics.empty()) group.served = why_served(record, group.topics);
        return group;
    }

    std::vector<Reason> why_served(const WorkingGroup& record, const std::vector<int>& topics) const {
        std::vector<Reason> reasons;
        const Date today = now_.today();
        std::optional<Milestone> last;
        for (const Milestone& milestone : record.milestones) {
            if (!last || last->date <= milestone.date) last = milestone;
        }
        const Date quiet_from = first_day_of(now_, options_, options_.quiet_periods);
        // What an inventory brought up before the group started has not faded while there was no other.
        const bool inventoried = is_inventoried(world_.signals, quiet_from, today);
        const auto asked = [&](Date from, Date to) {
            return inventoried ? askers_between(world_.signals, topics, from, to)
                               : questioners_between(world_.signals, topics, from, to);
        };
        if (record.from <= quiet_from && (!last || last->date < quiet_from)) {
            const int now = asked(quiet_from, today);
            const int before =
                asked(record.from.plus_days(-days_between(quiet_from, today) - 1), record.from.plus_days(-1));
            if (before > 0 && now <= options_.faded * before) {
                reasons.push_back({"closing-faded",
                                   0.0,
                                   {{"count", std::to_string(now)},
                                    {"date", quiet_from.str()},
                                    {"before", std::to_string(before)}},
                                   {}});
            }
        }
        const Date period_from = first_day_of(now_, options_, 1);
        if (last && last->date < period_from &&
            askers_between(world_.signals, topics, period_from, today) == 0) {
            reasons.push_back(
                {"closing-served", 0.0, {{"date", last->date.str()}, {"text", last->text}}, {}});
        }
        return reasons;
    }

    const Snapshot& now_;
    const WorkingGroupOptions& options_;
    GroupWorld world_;
};

}  // namespace

int GroupWorld::place_of(int number) const {
    const auto found = std::lower_bound(members.begin(), members.end(), number);
    return found != members.end() && *found == number ? static_cast<int>(found - members.begin()) : -1;
}

GroupWorld group_world(const Snapshot& now, const WorkingGroupOptions& options) {
    return Gatherer(now, options).gather();
}

Date first_day_of(const Snapshot& now, const WorkingGroupOptions& options, int count) {
    return now.today().plus_days(1 - count * options.period_days);
}

std::vector<int> asked_by_period(const Snapshot& now, const WorkingGroupOptions& options,
                                 const GroupWorld& world, const std::vector<int>& topics) {
    std::vector<int> asked;
    for (int period = 0; period < options.periods; ++period) {
        asked.push_back(askers_between(world.fresh, topics, first_day_of(now, options, period + 1),
                                       first_day_of(now, options, period).plus_days(-1)));
    }
    return asked;
}

int periods_with_demand(const WorkingGroupOptions& options, const std::vector<int>& asked) {
    return static_cast<int>(
        std::count_if(asked.begin(), asked.end(), [&](int count) { return count >= options.askers; }));
}

}  // namespace m150::inline v0
