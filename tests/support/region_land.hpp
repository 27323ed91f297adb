// A land on a grid, and everything that a plan of regions says counted again from the records.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {

inline const Id<Network> kNet("NET");

inline Id<Municipality> code(int number) {
    const std::string digits = std::to_string(number);
    return Id<Municipality>("GM" + std::string(4 - digits.size(), '0') + digits);
}

// Municipalities on a grid of `width` columns, about 8 km apart, each with a border to its neighbours; every
// third is no member.
struct Land {
    explicit Land(int count, int width = 6) {
        for (int i = 0; i < count; ++i) {
            Municipality one;
            one.id = code(i + 1);
            one.name = "Plaats " + std::to_string(i + 1);
            one.province = i / width < 3 ? "Noord" : "Zuid";
            one.safety_region = i % width < width / 2 ? "West" : "Oost";
            one.latitude = 52.0 + 0.07 * (i / width);
            one.longitude = 5.0 + 0.11 * (i % width);
            if (i % width > 0) one.neighbours.push_back(code(i));
            if (i >= width) one.neighbours.push_back(code(i + 1 - width));
            places.push_back(one);
            if (i % 3 != 1) members.insert(one.id);
        }
    }

    Snapshot snapshot() const {
        KnowledgeBase base = KnowledgeBase::in_memory();
        Network network{kNet, "Netwerk", {}, {}, {AudienceKind::everyone, {}, {}}, {}};
        std::vector<Municipality> sorted = places;
        for (Municipality& one : sorted) {
            std::sort(one.neighbours.begin(), one.neighbours.end());
            std::sort(one.crossings.begin(), one.crossings.end());
        }
        for (Municipality one : sorted) {  // neighbours have to exist
            one.neighbours.clear();
            one.crossings.clear();
            one.successor.reset();
            one.valid_to.reset();
            base.add(one);
        }
        for (const Municipality& one : sorted)
            base.replace(one);
        for (const Id<Municipality>& id : members)
            network.members.push_back({id, false, {}, {}});
        base.add(network);
        NewsItem today;
        today.id = Id<NewsItem>("n");
        today.date = Date(2026, 1, 1);
        today.title = "Nieuws";
        base.add(today);
        base.commit();
        return base.snapshot();
    }

    Municipality& place(int number) { return places[static_cast<std::size_t>(number - 1)]; }

    std::vector<Municipality> places;
    std::set<Id<Municipality>> members;
};

inline Snapshot example_network() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    return base.snapshot();
}

inline double far(const Municipality& a, const Municipality& b) {
    constexpr double degree = std::numbers::pi / 180.0;
    const double cosine = std::sin(*a.latitude * degree) * std::sin(*b.latitude * degree) +
                          std::cos(*a.latitude * degree) * std::cos(*b.latitude * degree) *
                              std::cos((*a.longitude - *b.longitude) * degree);
    return 6371.0088 * std::acos(std::min(1.0, cosine));
}

// Everything that the plan says, said again from the records; every municipality with a place is in one
// region.
inline void expect_true(const Snapshot& now, const RegionOptions& options, const RegionPlan& plan) {
    std::map<Id<Municipality>, std::size_t> region_of;
    double travel = 0.0, land = 0.0;
    int members = 0, smallest = 1 << 20, largest = 0;
    for (std::size_t r = 0; r < plan.regions.size(); ++r) {
        const Region& region = plan.regions[r];
        const Municipality& host = *now.find(region.host);
        EXPECT_TRUE(std::is_sorted(region.members.begin(), region.members.end()));
        EXPECT_EQ(std::count(region.members.begin(), region.members.end(), region.host), 1);
        double sum = 0.0, longest = 0.0;
        for (const bool member : {true, false}) {
            for (const Id<Municipality>& id : member ? region.members : region.others) {
                EXPECT_TRUE(region_of.emplace(id, r).second);
                EXPECT_EQ(now.is_member(id, options.network), member);
                const Municipality& one = *now.find(id);
                if (!one.latitude) continue;
                const double km = far(one, host);
                (member ? sum : land) += km;
                if (member) longest = std::max(longest, km);
            }
        }
        const int size = static_cast<int>(region.members.size());
        EXPECT_NEAR(region.mean_km * size, sum, 1e-3);
        EXPECT_NEAR(region.longest_km, longest, 1e-3);
        travel += sum;
        members += size;
        smallest = std::min(smallest, size);
        largest = std::max(largest, size);
    }
    EXPECT_EQ(static_cast<int>(plan.regions.size()), options.count);
    EXPECT_EQ(plan.members, members);
    EXPECT_EQ(plan.smallest, smallest);
    EXPECT_EQ(plan.largest, largest);
    EXPECT_GE(smallest, plan.at_least);
    EXPECT_LE(largest, plan.at_most);
    EXPECT_LE(reason_error(plan.cost, plan.reasons), 1e-9);
    EXPECT_LE(plan.lower_bound, plan.cost);
    for (const Reason& reason : plan.reasons) {
        if (reason.code == "region-travel") {
            EXPECT_NEAR(reason.share, travel, 0.5);
        } else if (reason.code == "region-land") {
            EXPECT_NEAR(reason.share, options.others_weight * land, 0.5);
        }
    }
    // Connected, over what the records say and what the plan says it assumed.
    std::set<std::pair<Id<Municipality>, Id<Municipality>>> ways;
    int cut = 0;
    for (const Municipality* one : now.all<Municipality>()) {
        for (const auto* list : {&one->neighbours, &one->crossings}) {
            for (const Id<Municipality>& other : *list) {
                if (region_of.count(one->id) == 0 || region_of.count(other) == 0) continue;
                const bool fresh = ways.insert(std::minmax(one->id, other)).second;
                if (fresh && list == &one->neighbours) cut += region_of[one->id] != region_of[other] ? 1 : 0;
            }
        }
    }
    EXPECT_EQ(plan.cut_borders, cut);
    for (const AssumedCrossing& crossing : plan.assumed)
        ways.insert(std::minmax(crossing.from, crossing.to));
    for (std::size_t r = 0; r < plan.regions.size(); ++r) {
        std::set<Id<Municipality>> seen{plan.regions[r].host};
        for (bool grown = true; std::exchange(grown, false);) {
            for (const auto& [a, b] : ways) {
                if (region_of[a] != r || region_of[b] != r || seen.count(a) == seen.count(b)) continue;
                seen.insert({a, b});
                grown = true;
            }
        }
        EXPECT_EQ(seen.size(), plan.regions[r].members.size() + plan.regions[r].others.size());
    }
}

inline RegionOptions options_of(int count) {
    RegionOptions options;
    options.network = kNet;
    options.count = count;
    return options;
}

}  // namespace m150::testing
