// Regions: what a plan says is what it is, and nobody is lost, whatever the map.
#include "libm150/meet/regions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <set>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

const Id<Network> kNet("NET");

Id<Municipality> code(int number) {
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

double far(const Municipality& a, const Municipality& b) {
    constexpr double degree = std::numbers::pi / 180.0;
    const double cosine = std::sin(*a.latitude * degree) * std::sin(*b.latitude * degree) +
                          std::cos(*a.latitude * degree) * std::cos(*b.latitude * degree) *
                              std::cos((*a.longitude - *b.longitude) * degree);
    return 6371.0088 * std::acos(std::min(1.0, cosine));
}

// Everything that the plan says, said again from the records; every municipality with a place is in one
// region.
void expect_true(const Snapshot& now, const RegionOptions& options, const RegionPlan& plan) {
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

RegionOptions options_of(int count) {
    RegionOptions options;
    options.network = kNet;
    options.count = count;
    return options;
}

TEST(Regions, ThePlanIsWhatItSays) {
    const Snapshot now = Land(48).snapshot();
    for (const int count : {1, 2, 4, 7, 32}) {
        const RegionOptions options = options_of(count);
        const RegionPlan plan = regions(now, options);
        expect_true(now, options, plan);
        EXPECT_LE(plan.largest - plan.smallest, std::max(1.0, 0.15 * plan.smallest)) << count;
        EXPECT_TRUE(plan.notices.empty());
        EXPECT_TRUE(plan.moved.empty() && plan.unplaced.empty() && plan.assumed.empty());
    }
}

TEST(Regions, TheExampleNetworkInEight) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    const Snapshot now = base.snapshot();
    RegionOptions options = options_of(8);
    options.network = Id<Network>("M150");
    const RegionPlan plan = regions(now, options);
    expect_true(now, options, plan);
    EXPECT_EQ(plan.members, 176);
    EXPECT_LE(plan.largest, 1.15 * plan.smallest);
    EXPECT_LT(plan.gap(), 0.02);
    EXPECT_TRUE(plan.assumed.empty());
    std::size_t all = 0;
    for (const Region& region : plan.regions)
        all += region.members.size() + region.others.size();
    EXPECT_EQ(all, 342U);
    // The islands and Zeelandic Flanders lie with what they are reached from.
    const auto together = [&](const char* one, const char* other) {
        return std::any_of(plan.regions.begin(), plan.regions.end(), [&](const Region& region) {
            std::set<Id<Municipality>> in(region.members.begin(), region.members.end());
            in.insert(region.others.begin(), region.others.end());
            return in.count(Id<Municipality>(one)) + in.count(Id<Municipality>(other)) == 2;
        });
    };
    EXPECT_TRUE(together("GM0448", "GM0400"));  // Texel, Den Helder
    EXPECT_TRUE(together("GM0715", "GM0654"));  // Terneuzen, Borsele
}

TEST(Regions, ProvincesAndSafetyRegionsAreKeptTogetherWhenWished) {
    const Snapshot now = Land(48).snapshot();
    RegionOptions options = options_of(4);
    const auto cut_off = [&](RegionsAlong kind) {
        const RegionPlan plan = regions(now, options);
        expect_true(now, options, plan);
        std::size_t count = 0;
        for (const SplitArea& split : plan.splits) {
            EXPECT_GE(split.regions, 2);
            EXPECT_LT(split.cut_off.size(), static_cast<std::size_t>(split.members));
            if (split.kind == kind) count += split.cut_off.size();
        }
        for (const Reason& reason : plan.reasons) {
            if (reason.code == "region-apart-province" || reason.code == "region-apart-safety") {
                EXPECT_NEAR(reason.share, static_cast<double>(count) * options.along_km, 1e-9);
            }
        }
        return count;
    };
    options.count = 2;
    const std::size_t free = cut_off(RegionsAlong::safety_regions);
    options.along = RegionsAlong::safety_regions;
    options.along_km = 200;
    EXPECT_GT(free, 0U);
    EXPECT_EQ(cut_off(RegionsAlong::safety_regions), 0U);
}

TEST(Regions, ANewMemberMovesFew) {
    Land land(48);
    const RegionPlan before = regions(land.snapshot(), options_of(4));
    land.members.insert(code(2));
    land.members.insert(code(5));
    const Snapshot now = land.snapshot();
    RegionOptions options = options_of(4);
    options.stay_near = before;
    const RegionPlan after = regions(now, options);
    expect_true(now, options, after);
    EXPECT_EQ(after.joined, (std::vector<Id<Municipality>>{code(2), code(5)}));
    EXPECT_LE(after.moved.size(), 2U);
    for (const Id<Municipality>& id : after.moved) {
        for (std::size_t r = 0; r < 4; ++r) {
            const auto in = [&](const RegionPlan& plan) {
                const auto& list = plan.regions[r].members;
                return std::find(list.begin(), list.end(), id) != list.end();
            };
            EXPECT_FALSE(in(before) && in(after));
        }
    }
    // Whoever moved for nothing would have stayed.
    options.stay_near = after;
    EXPECT_TRUE(regions(now, options).moved.empty());
    options.count = 5;
    EXPECT_THROW(regions(now, options), InvalidInput);
}

TEST(Regions, IslandsAreJoinedOverWaterOrByName) {
    Land land(24);
    land.place(24).neighbours.clear();  // no border but to the north, which its neighbour does not name
    const RegionPlan assumed = regions(land.snapshot(), options_of(2));
    ASSERT_EQ(assumed.assumed.size(), 1U);
    EXPECT_EQ(assumed.assumed[0].from, code(24));
    EXPECT_EQ(assumed.assumed[0].places, std::vector<Id<Municipality>>{code(24)});
    ASSERT_EQ(assumed.notices.size(), 1U);
    EXPECT_EQ(assumed.notices[0].code, "region-assumed");
    expect_true(land.snapshot(), options_of(2), assumed);
    land.place(1).crossings = {code(24)};  // far away, but it is what there is
    const Snapshot now = land.snapshot();
    const RegionPlan crossed = regions(now, options_of(2));
    EXPECT_TRUE(crossed.assumed.empty() && crossed.notices.empty());
    expect_true(now, options_of(2), crossed);
}

TEST(Regions, SeveralPiecesOfLand) {
    Land land(36);
    for (int i = 19; i <= 24; ++i) {  // the fourth row
        std::vector<Id<Municipality>> left;
        for (const Id<Municipality>& id : land.place(i).neighbours) {
            if (id == code(i - 1)) left.push_back(id);
        }
        land.place(i).neighbours = left;
    }
    const Snapshot now = land.snapshot();
    for (const int count : {1, 2, 3}) {
        const RegionPlan plan = regions(now, options_of(count));
        EXPECT_EQ(plan.assumed.size(), 1U);
        EXPECT_EQ(plan.assumed[0].places.size(), 18U);
        expect_true(now, options_of(count), plan);
    }
}

TEST(Regions, WhosePlaceIsNotKnownLiesAmidItsNeighbours) {
    Land land(24);
    land.place(9).latitude.reset();
    land.place(9).longitude.reset();
    Municipality& lost = land.places.emplace_back();
    lost.id = code(99);
    lost.name = "Nergens";
    land.members.insert(lost.id);
    const Snapshot now = land.snapshot();
    const RegionPlan plan = regions(now, options_of(3));
    EXPECT_EQ(plan.unplaced, std::vector<Id<Municipality>>{code(99)});
    std::set<std::string> codes;
    for (const Reason& notice : plan.notices)
        codes.insert(notice.code);
    EXPECT_EQ(codes, (std::set<std::string>{"region-guessed", "region-unplaced"}));
    const auto has = [](const Region& region) {
        return std::count(region.members.begin(), region.members.end(), code(9)) == 1;
    };
    EXPECT_EQ(std::count_if(plan.regions.begin(), plan.regions.end(), has), 1);
    EXPECT_THROW(regions(now, options_of(17)), InvalidInput);
}

// A star: one in the middle, which all ways lead through.
TEST(Regions, UnequalWhenNothingElseHangsTogether) {
    Land land(13, 13);
    for (int i = 1; i <= 13; ++i) {
        land.place(i).neighbours.clear();
        if (i != 7) land.place(i).neighbours.push_back(code(7));
        land.members.insert(code(i));
    }
    const Snapshot now = land.snapshot();
    const RegionPlan plan = regions(now, options_of(3));
    expect_true(now, options_of(3), plan);
    EXPECT_EQ(plan.smallest, 1);
    EXPECT_EQ(plan.largest, 11);
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(plan.notices[0].code, "region-uneven");
}

TEST(Regions, OnlySomeCanBeHost) {
    const Snapshot now = Land(36).snapshot();
    RegionOptions options = options_of(3);
    options.hosts = {code(1), code(4), code(34), code(36)};
    const RegionPlan plan = regions(now, options);
    expect_true(now, options, plan);
    for (const Region& region : plan.regions)
        EXPECT_EQ(std::count(options.hosts.begin(), options.hosts.end(), region.host), 1);
    options.hosts.resize(2);
    EXPECT_THROW(regions(now, options), InvalidInput);
    options.hosts = {code(1), code(2), code(4)};  // 2 is no member
    EXPECT_THROW(regions(now, options), InvalidInput);
}

TEST(Regions, MergedMunicipalitiesAreTheirSuccessors) {
    Land land(24);
    const RegionPlan before = regions(land.snapshot(), options_of(3));
    land.place(4).valid_to = Date(2025, 12, 31);
    land.place(4).successor = code(3);
    land.members.erase(code(4));
    const Snapshot now = land.snapshot();
    RegionOptions options = options_of(3);
    options.stay_near = before;
    const RegionPlan after = regions(now, options);
    EXPECT_TRUE(after.assumed.empty());  // 5 borders on 3 now
    EXPECT_TRUE(after.joined.empty());
    for (const Region& region : after.regions)
        EXPECT_EQ(std::count(region.members.begin(), region.members.end(), code(4)), 0);
}

TEST(Regions, SaysWhatIsWrong) {
    const Snapshot now = Land(24).snapshot();
    const auto fails = [&](const char* with, const std::function<void(RegionOptions&)>& spoil) {
        RegionOptions options = options_of(3);
        spoil(options);
        try {
            regions(now, options);
            ADD_FAILURE() << with;
        } catch (const InvalidInput& error) {
            EXPECT_NE(std::string(error.what()).find(with), std::string::npos) << error.what();
        }
    };
    fails("count", [](RegionOptions& o) { o.count = 0; });
    fails("16 member", [](RegionOptions& o) { o.count = 17; });
    fails("NIETS", [](RegionOptions& o) { o.network = Id<Network>("NIETS"); });
    fails("spread", [](RegionOptions& o) { o.spread = -1; });
    fails("along_km", [](RegionOptions& o) { o.along_km = std::nan(""); });
    fails("others_weight", [](RegionOptions& o) { o.others_weight = 2; });
    fails("most_work", [](RegionOptions& o) { o.most_work = 0; });
    fails("hosts", [](RegionOptions& o) { o.hosts = {code(1)}; });
    fails("cancelled", [](RegionOptions& o) { o.progress = [](const Progress&) { return false; }; });
    Land empty(24);
    empty.members.clear();
    EXPECT_THROW(regions(empty.snapshot(), options_of(1)), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
