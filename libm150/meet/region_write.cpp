#include "libm150/meet/region_write.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

namespace m150::inline v0 {

namespace {

constexpr double kMetres = 1000.0;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

std::string one_decimal(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", number);
    return text.data();
}

class Writer {
  public:
    Writer(const RegionFacts& facts, const DistrictProblem& problem, const Districting& found,
           const RegionOptions& options, RegionPlan& plan)
        : facts_(facts), map_(facts.map), problem_(problem), found_(found), options_(options), plan_(plan) {}

    void write() {
        for (std::size_t p = 0; p < found_.centre.size(); ++p)
            plan_.regions.push_back(region(static_cast<int>(p)));
        sizes();
        borders();
        for (const RegionsAlong kind : {RegionsAlong::provinces, RegionsAlong::safety_regions})
            splits(kind);
        for (std::size_t i = 0; i < facts_.before.size(); ++i) {
            const int before = facts_.before[i];
            const Id<Municipality>& id = map_.units[i]->id;
            const bool joined = std::binary_search(plan_.joined.begin(), plan_.joined.end(), id);
            if (facts_.member[i] && !joined && before >= 0 && before != found_.part[i])
                plan_.moved.push_back(id);
        }
        reasons();
        plan_.assumed = map_.assumed;
        notices();
    }

  private:
    Region region(int part) const {
        Region region;
        const int host = found_.centre[at(part)];
        region.host = map_.units[at(host)]->id;
        region.furthest = region.host;
        Coordinates middle;
        std::vector<Coordinates> places;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            if (found_.part[i] != part) continue;
            (facts_.member[i] ? region.members : region.others).push_back(map_.units[i]->id);
            if (!facts_.member[i]) continue;
            const double km = map_.km(static_cast<int>(i), host);
            region.mean_km += km;
            if (km > region.longest_km) {
                region.longest_km = km;
                region.furthest = map_.units[i]->id;
            }
            places.push_back(map_.places[i]);
            middle.latitude += places.back().latitude;
            middle.longitude += places.back().longitude;
        }
        const auto count = static_cast<double>(places.size());
        region.mean_km /= count;
        middle.latitude /= count;
        middle.longitude /= count;
        for (const Coordinates& place : places)
            region.spread_km += kilometres(place, middle) * kilometres(place, middle) / count;
        region.spread_km = std::sqrt(region.spread_km);
        return region;
    }

    void sizes() {
        plan_.smallest = plan_.members;
        for (const Region& region : plan_.regions) {
            const int size = static_cast<int>(region.members.size());
            plan_.smallest = std::min(plan_.smallest, size);
            plan_.largest = std::max(plan_.largest, size);
            plan_.mean_km += region.mean_km * size / plan_.members;
        }
        plan_.at_least = found_.at_least;
        plan_.at_most = found_.at_most;
    }

    void borders() {
        plan_.borders = static_cast<int>(map_.borders.size());
        for (const auto& [a, b] : map_.borders) {
            if (found_.part[at(a)] == found_.part[at(b)]) continue;
            ++plan_.cut_borders;
            ++plan_.regions[at(found_.part[at(a)])].cut_borders;
            ++plan_.regions[at(found_.part[at(b)])].cut_borders;
        }
    }

    void splits(RegionsAlong kind) {
        std::map<std::string, std::map<int, std::vector<Id<Municipality>>>> areas;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            const std::string& name = area_of(*map_.units[i], kind);
            if (facts_.member[i] && !name.empty()) areas[name][found_.part[i]].push_back(map_.units[i]->id);
        }
        for (const auto& [name, parts] : areas) {
            if (parts.size() < 2) continue;
            SplitArea split{kind, name, 0, static_cast<int>(parts.size()), {}};
            const auto most = std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
                return a.second.size() < b.second.size();
            });
            for (const auto& [part, members] : parts) {
                split.members += static_cast<int>(members.size());
                if (part != most->first)
                    split.cut_off.insert(split.cut_off.end(), members.begin(), members.end());
            }
            std::sort(split.cut_off.begin(), split.cut_off.end());
            plan_.splits.push_back(std::move(split));
        }
    }

    // From the whole metres that were minimised.
    void reasons() {
        std::int64_t travel = 0, land = 0;
        for (std::size_t i = 0; i < map_.units.size(); ++i) {
            const int metres = problem_.cost[i][at(found_.centre[at(found_.part[i])])];
            (facts_.member[i] ? travel : land) += metres;
        }
        const auto add = [&](const char* code, std::int64_t metres,
                             std::vector<std::pair<std::string, std::string>> values) {
            if (metres > 0)
                plan_.reasons.push_back({code, static_cast<double>(metres) / kMetres, std::move(values), {}});
        };
        add("region-travel", travel,
            {{"count", std::to_string(plan_.members)}, {"km", one_decimal(plan_.mean_km)}});
        add("region-land", land, {});
        std::int64_t left = found_.cost - travel - land;
        if (options_.along != RegionsAlong::nothing) {
            std::size_t cut_off = 0;
            for (const SplitArea& split : plan_.splits)
                cut_off += split.kind == options_.along ? split.cut_off.size() : 0;
            const auto apart = static_cast<std::int64_t>(cut_off) *
                               static_cast<std::int64_t>(std::round(options_.along_km * kMetres));
            add(options_.along == RegionsAlong::provinces ? "region-apart-province" : "region-apart-safety",
                apart, {{"count", std::to_string(cut_off)}});
            left -= apart;
        }
        add("region-moves", left,
            {{"count", std::to_string(changed(true))}, {"of", std::to_string(changed(false))}});
        plan_.cost = total_of(plan_.reasons);
        plan_.proved = found_.proved;
        plan_.lower_bound = found_.proved ? plan_.cost : static_cast<double>(found_.lower_bound) / kMetres;
    }

    // Members, or municipalities that are none, in another region than before, whatever they were then.
    int changed(bool members) const {
        int count = 0;
        for (std::size_t i = 0; i < facts_.before.size(); ++i) {
            const int before = facts_.before[i];
            count += facts_.member[i] == members && before >= 0 && before != found_.part[i] ? 1 : 0;
        }
        return count;
    }

    void notices() {
        const auto say = [&](const char* code, std::vector<std::pair<std::string, std::string>> values) {
            plan_.notices.push_back({code, 0.0, std::move(values), {}});
        };
        if (found_.at_least < problem_.at_least || found_.at_most > problem_.at_most)
            say(found_.widening_proved ? "region-uneven" : "region-uneven-found",
                {{"least", std::to_string(plan_.smallest)}, {"most", std::to_string(plan_.largest)}});
        for (const Municipality* one : map_.guessed) {
            if (facts_.member[at(map_.number_of(one->id))])
                say("region-guessed", {{"municipality", one->id.str()}});
        }
        for (const Id<Municipality>& one : plan_.unplaced)
            say("region-unplaced", {{"municipality", one.str()}});
        for (const AssumedCrossing& crossing : plan_.assumed) {
            say("region-assumed", {{"municipality", crossing.from.str()},
                                   {"other", crossing.to.str()},
                                   {"km", one_decimal(crossing.km)}});
        }
    }

    const RegionFacts& facts_;
    const RegionMap& map_;
    const DistrictProblem& problem_;
    const Districting& found_;
    const RegionOptions& options_;
    RegionPlan& plan_;
};

}  // namespace

const std::string& area_of(const Municipality& municipality, RegionsAlong along) {
    return along == RegionsAlong::provinces ? municipality.province : municipality.safety_region;
}

void write_regions(const RegionFacts& facts, const DistrictProblem& problem, const Districting& found,
                   const RegionOptions& options, RegionPlan& plan) {
    Writer(facts, problem, found, options, plan).write();
}

}  // namespace m150::inline v0
