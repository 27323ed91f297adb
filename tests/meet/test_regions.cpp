// Regions: what a plan says is what it is, and nobody is lost, whatever the map.
#include "libm150/meet/regions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/region_land.hpp"

namespace m150::testing {
namespace {

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
    const Snapshot now = example_network();
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
// Hosts side by side, at the edge, or anywhere: sizes come first.
// South of Echt-Susteren lies what is reached past it alone: a host there cannot have more, and this is
// proved.
// All at one point: every division costs nothing, and sizes still count.
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
    const auto fails = [&](const std::string& with, const std::function<void(RegionOptions&)>& spoil) {
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
    const RegionPlan before = regions(now, options_of(3));
    const auto fails_near = [&](const std::string& with, const std::function<void(RegionPlan&)>& spoil) {
        fails(with, [&](RegionOptions& o) {
            o.stay_near = before;
            spoil(*o.stay_near);
        });
    };
    fails_near("regions[0]: has no members", [](RegionPlan& plan) { plan.regions[0].members.clear(); });
    fails_near("regions[1]: names '" + before.regions[0].host.str() + "' a second time",
               [](RegionPlan& plan) { plan.regions[1].members.push_back(plan.regions[0].host); });
    fails_near("'GM9999', which is not known",
               [](RegionPlan& plan) { plan.regions[2].others = {code(9999)}; });
    fails_near("who is no member of it",
               [](RegionPlan& plan) { plan.regions[2].host = plan.regions[1].host; });
    fails("cancelled", [](RegionOptions& o) { o.progress = [](const Progress&) { return false; }; });
    Land empty(24);
    empty.members.clear();
    EXPECT_THROW(regions(empty.snapshot(), options_of(1)), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
