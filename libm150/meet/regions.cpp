#include "libm150/meet/regions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/meet/region_map.hpp"
#include "libm150/meet/region_write.hpp"
#include "libm150/solve/districts.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kMetres = 1000.0;
constexpr int kFurthest = 1'000'000;  // metres: more counts as so much

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// What no plan has that was made.
void check_earlier(const Snapshot& now, const RegionPlan& plan, Inputs& inputs) {
    std::set<Id<Municipality>> seen;
    for (std::size_t r = 0; r < plan.regions.size(); ++r) {
        const Region& region = plan.regions[r];
        const std::string field = "stay_near.regions[" + std::to_string(r) + "]";
        inputs.require(!region.members.empty(), field, "has no members", "at least one");
        for (const auto* list : {&region.members, &region.others}) {
            for (const Id<Municipality>& id : *list) {
                inputs.require(now.find(id) != nullptr, field,
                               "names '" + excerpt(id.str(), 60) + "', which is not known", "municipalities",
                               "take it out of the plan to stay near");
                inputs.require(seen.insert(id).second, field,
                               "names '" + excerpt(id.str(), 60) + "' a second time",
                               "each municipality once");
            }
        }
        const auto& members = region.members;
        inputs.require(std::find(members.begin(), members.end(), region.host) != members.end(), field,
                       "has host '" + excerpt(region.host.str(), 60) + "', who is no member of it",
                       "one of its members");
    }
}

void check_options(const Snapshot& now, const RegionOptions& o) {
    Inputs inputs(now, "regions");
    inputs.known(std::optional(o.network));
    inputs.require(o.count >= 1, "count", "is " + std::to_string(o.count), "at least 1",
                   "say in how many regions the network meets");
    inputs.in_range("spread", o.spread, 0, 10);
    inputs.in_range("along_km", o.along_km, 0, 500);
    inputs.in_range("others_weight", o.others_weight, 0, 1);
    inputs.in_range("move_km", o.move_km, 0, 500);
    inputs.in_range("most_work", static_cast<double>(o.most_work), 1, 1e12);
    inputs.require(!o.stay_near || static_cast<int>(o.stay_near->regions.size()) == o.count, "stay_near",
                   "has another number of regions", "as many as count",
                   "divide afresh to change the number of regions");
    if (o.stay_near) check_earlier(now, *o.stay_near, inputs);
    inputs.throw_if_any();
}

int most_for(int least, int members, int count, double spread) {
    return std::max((members + count - 1) / count,
                    static_cast<int>(std::floor(least * (1.0 + spread) + 1e-9)));
}

// The sizes that differ by at most `spread` of the smaller, about the mean.
std::pair<int, int> sizes_of(int members, int count, double spread) {
    const double mean = static_cast<double>(members) / count;
    const int least =
        std::max(1, std::min(members / count, static_cast<int>(std::ceil(mean / (1.0 + spread / 2.0)))));
    return {least, most_for(least, members, count, spread)};
}

class Divider {
  public:
    Divider(const Snapshot& now, const RegionOptions& options)
        : now_(now), options_(options), map_(region_map(now)), facts_{map_, {}, {}, {}} {
        members();
        hosts();
        problem_.parts = options.count;
        std::tie(problem_.at_least, problem_.at_most) = sizes_of(placed_, options.count, options.spread);
        land();
        if (options.along != RegionsAlong::nothing) along();
        if (options.stay_near) stay_near(*options.stay_near);
    }

    RegionPlan divide() {
        const Districting found =
            solve_districts(problem_, {start_, options_.seed, 24, options_.most_work, options_.progress});
        RegionPlan plan;
        plan.unplaced = std::move(unplaced_);
        plan.joined = std::move(joined_);
        plan.notices = std::move(notices_);
        plan.members = placed_;
        write_regions(facts_, problem_, found, options_, plan);
        return plan;
    }

  private:
    void members() {
        facts_.member.assign(map_.units.size(), false);
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            facts_.member[i] = now_.is_member(map_.units[i]->id, options_.network);
            placed_ += facts_.member[i] ? 1 : 0;
        }
        for (const Municipality* municipality : map_.nowhere) {
            if (now_.is_member(municipality->id, options_.network)) unplaced_.push_back(municipality->id);
        }
        Inputs inputs(now_, "regions");
        inputs.require(placed_ > 0 || !unplaced_.empty(), "network",
                       "has no members on " + now_.today().str(), "a network with members");
        inputs.throw_if_any();
        inputs.require(
            options_.count <= placed_, "count",
            "is " + std::to_string(options_.count) + ", and " + std::to_string(placed_) +
                " member(s) have a place",
            "at most the number of members",
            placed_ > 0 ? "ask for fewer regions" : "give the members their locations or neighbours");
        inputs.throw_if_any();
    }

    void hosts() {
        facts_.may_host = facts_.member;
        if (options_.hosts.empty()) return;
        facts_.may_host.assign(map_.units.size(), false);
        Inputs inputs(now_, "regions");
        for (const Id<Municipality>& id : options_.hosts) {
            const int unit = map_.number_of(resolve_saying(now_, id, notices_));
            const bool member = unit >= 0 && facts_.member[at(unit)];
            inputs.require(member, "hosts", id.str() + " is no member with a place",
                           "members of the network");
            if (member) facts_.may_host[at(unit)] = true;
        }
        const auto hosts = std::count(facts_.may_host.begin(), facts_.may_host.end(), true);
        inputs.require(hosts >= options_.count, "hosts", "are " + std::to_string(hosts),
                       "one a region at least", "name more hosts or ask for fewer regions");
        inputs.throw_if_any();
    }

    void land() {
        problem_.nodes.resize(map_.units.size());
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            problem_.nodes[i].counts = facts_.member[i];
            problem_.nodes[i].may_be_centre = facts_.may_host[i];
            const double weight = facts_.member[i] ? 1.0 : options_.others_weight;
            std::vector<int>& costs = problem_.cost.emplace_back();
            for (std::size_t j = 0; j < map_.units.size(); ++j) {
                const double km = map_.km(static_cast<int>(i), static_cast<int>(j));
                costs.push_back(
                    static_cast<int>(std::min<double>(kFurthest, std::round(weight * km * kMetres))));
            }
        }
        for (const auto* pairs : {&map_.borders, &map_.crossings, &map_.assumed_pairs}) {
            for (const auto& [a, b] : *pairs)
                problem_.nodes[at(a)].beside.push_back(b);
        }
    }

    void along() {
        DistrictGrouping grouping;
        std::map<std::string, int> numbers;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            const std::string& name = area_of(*map_.units[i], options_.along);
            const bool counts = facts_.member[i] && !name.empty();
            grouping.group.push_back(
                counts ? numbers.emplace(name, static_cast<int>(numbers.size())).first->second : -1);
            grouping.cost.push_back(counts ? static_cast<int>(std::round(options_.along_km * kMetres)) : 0);
        }
        problem_.groupings.push_back(std::move(grouping));
    }

    // Everybody who was in a region of the earlier plan; those who merged are where most of them were said
    // first.
    void stay_near(const RegionPlan& plan) {
        facts_.before.assign(map_.units.size(), -1);
        std::vector<bool> was_member(map_.units.size());
        const auto take = [&](const std::vector<Id<Municipality>>& ids, int region, bool member) {
            for (const Id<Municipality>& id : ids) {
                const int unit = unit_today(id);
                if (unit < 0) continue;
                if (facts_.before[at(unit)] < 0) facts_.before[at(unit)] = region;
                was_member[at(unit)] = was_member[at(unit)] || member;
            }
        };
        for (const bool member : {true, false}) {
            for (std::size_t r = 0; r < plan.regions.size(); ++r)
                take(member ? plan.regions[r].members : plan.regions[r].others, static_cast<int>(r), member);
        }
        DistrictGrouping grouping;
        grouping.one_each = true;
        grouping.group = facts_.before;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            const double weight = facts_.member[i] ? 1.0 : options_.others_weight;
            grouping.cost.push_back(static_cast<int>(std::round(weight * options_.move_km * kMetres)));
            if (facts_.member[i] && !was_member[i]) joined_.push_back(map_.units[i]->id);
        }
        problem_.groupings.push_back(std::move(grouping));
        sizes_near();
        std::set<int> hosts;
        for (const Region& region : plan.regions) {
            const int unit = unit_today(region.host);
            if (unit >= 0 && facts_.may_host[at(unit)] && hosts.insert(unit).second) start_.push_back(unit);
        }
        if (start_.size() != plan.regions.size()) start_.clear();
    }

    // Of the sizes that differ by at most `spread`, those that make the fewest move at least.
    void sizes_near() {
        std::vector<int> sizes(at(options_.count));
        int newcomers = 0;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            if (!facts_.member[i]) continue;
            if (facts_.before[i] >= 0)
                ++sizes[at(facts_.before[i])];
            else
                ++newcomers;
        }
        const auto moves = [&](int least) {
            const int most = most_for(least, placed_, options_.count, options_.spread);
            int few = -newcomers, many = 0;
            for (const int size : sizes) {
                few += std::max(0, least - size);
                many += std::max(0, size - most);
            }
            return std::max({0, few, many});
        };
        int best = problem_.at_least;
        for (int least = placed_ / options_.count; least >= 1; --least) {
            const int most = most_for(least, placed_, options_.count, options_.spread);
            if (most >
                std::max(least + 1, static_cast<int>(std::floor(least * (1.0 + options_.spread) + 1e-9))))
                break;
            if (static_cast<long long>(most) * options_.count >= placed_ && moves(least) < moves(best))
                best = least;
        }
        problem_.at_least = best;
        problem_.at_most = most_for(best, placed_, options_.count, options_.spread);
    }

    int unit_today(const Id<Municipality>& id) const {
        const Municipality* one = now_.find(id);
        while (one != nullptr && !one->exists_on(now_.today()))
            one = one->successor ? now_.find(*one->successor) : nullptr;
        return one != nullptr ? map_.number_of(one->id) : -1;
    }

    const Snapshot& now_;
    const RegionOptions& options_;
    RegionMap map_;
    RegionFacts facts_;
    DistrictProblem problem_;
    std::vector<int> start_;
    int placed_ = 0;
    std::vector<Id<Municipality>> unplaced_, joined_;
    std::vector<Reason> notices_;
};

}  // namespace

RegionPlan regions(const Snapshot& now, const RegionOptions& options) {
    check_options(now, options);
    return Divider(now, options).divide();
}

}  // namespace m150::inline v0
