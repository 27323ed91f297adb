// Regions have about as many members each, whatever the hosts, as far as the map allows.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/meet/regions.hpp"
#include "libm150/solve/random.hpp"
#include "tests/support/region_land.hpp"

namespace m150::testing {
namespace {

TEST(RegionSizes, UnequalWhenNothingElseHangsTogether) {
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

TEST(RegionSizes, OnlySomeCanBeHost) {
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

TEST(RegionSizes, GivenHostsThatLieBadlyAreGivenAsMany) {
    const Snapshot now = example_network();
    std::vector<Id<Municipality>> members;
    for (const Municipality* one : now.all<Municipality>()) {
        if (one->exists_on(now.today()) && now.is_member(one->id, Id<Network>("M150")))
            members.push_back(one->id);
    }
    const auto expect_even = [&](std::vector<Id<Municipality>> hosts, double gap) {
        RegionOptions options = options_of(static_cast<int>(hosts.size()));
        options.network = Id<Network>("M150");
        options.hosts = std::move(hosts);
        const RegionPlan plan = regions(now, options);
        expect_true(now, options, plan);
        EXPECT_LE(plan.largest, 1.15 * plan.smallest);
        EXPECT_LT(plan.gap(), gap);
        EXPECT_TRUE(plan.notices.empty());
    };
    expect_even({Id<Municipality>("GM0047"), Id<Municipality>("GM0086")}, 0.01);
    expect_even({Id<Municipality>("GM0047"), Id<Municipality>("GM1680")}, 0.01);
    Random random(63);
    for (const std::size_t count : {3U, 4U, 6U, 8U}) {
        std::vector<Id<Municipality>> drawn = members;
        random.shuffle(drawn);
        drawn.resize(count);
        expect_even(drawn, 0.08);
    }
}

TEST(RegionSizes, AHostBehindAnotherHasWhatLiesThere) {
    const Snapshot now = example_network();
    RegionOptions options = options_of(4);
    options.network = Id<Network>("M150");
    options.hosts = {Id<Municipality>("GM1711"), Id<Municipality>("GM1719"), Id<Municipality>("GM1884"),
                     Id<Municipality>("GM1903")};
    const RegionPlan plan = regions(now, options);
    expect_true(now, options, plan);
    EXPECT_EQ(plan.smallest, 5);  // all that lie there
    EXPECT_EQ(plan.largest, 57);  // a third of the others
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(plan.notices[0].code, "region-uneven");
}

TEST(RegionSizes, EvenWhenAllLieAtOnePoint) {
    Land land(60);
    for (Municipality& one : land.places) {
        one.latitude = 52.0;
        one.longitude = 5.0;
    }
    const Snapshot now = land.snapshot();
    for (const int count : {2, 5, 9}) {
        const RegionPlan plan = regions(now, options_of(count));
        EXPECT_EQ(plan.cost, 0.0);
        EXPECT_TRUE(plan.proved);
        EXPECT_LE(plan.largest, std::max<double>(plan.smallest + 1, 1.15 * plan.smallest)) << count;
    }
}

}  // namespace
}  // namespace m150::testing
