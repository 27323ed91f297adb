#include "libm150/record/network.hpp"

#include <gtest/gtest.h>

namespace m150::test {
namespace {

class NetworkTest : public testing::Test {
  protected:
    NetworkTest() {
        m150.bands = {Band{25000, 75000, std::nullopt, std::nullopt}};
        zeist.id = Id<Municipality>("GM0355");
        zeist.inhabitants = {{2023, 66000}};
    }
    bool member(Date day = Date(2023, 6, 1)) const { return is_member(m150, zeist, day); }
    void inhabitants(std::int64_t count) { zeist.inhabitants = {{2023, count}}; }
    Network m150;
    Municipality zeist;
};

TEST_F(NetworkTest, ABandIncludesItsEnds) {
    for (const auto& [count, inside] :
         {std::pair{24999, false}, {25000, true}, {75000, true}, {75001, false}}) {
        inhabitants(count);
        EXPECT_EQ(member(), inside) << count;
    }
    m150.bands[0].at_most.reset();
    EXPECT_TRUE(member()) << "no upper limit";
}

TEST_F(NetworkTest, ABandCountsTheInhabitantsOfTheDaysYear) {
    zeist.inhabitants = {{2020, 80000}, {2023, 66000}};
    EXPECT_FALSE(member(Date(2020, 12, 31)));
    EXPECT_TRUE(member(Date(2023, 1, 1)));
}

TEST_F(NetworkTest, ABandHoldsForItsPeriod) {
    m150.bands[0].from = Date(2023, 1, 1);
    m150.bands[0].to = Date(2023, 12, 31);
    EXPECT_FALSE(member(Date(2022, 12, 31)));
    EXPECT_TRUE(member(Date(2023, 1, 1)));
    EXPECT_TRUE(member(Date(2023, 12, 31)));
    EXPECT_FALSE(member(Date(2024, 1, 1)));
}

TEST_F(NetworkTest, AMemberByNameNeedsNoBandAndAnExclusionWins) {
    inhabitants(200000);
    m150.members = {Membership{zeist.id, false, Date(2023, 1, 1), std::nullopt}};
    EXPECT_TRUE(member());
    EXPECT_FALSE(member(Date(2022, 1, 1)));
    m150.members.push_back(Membership{zeist.id, true, Date(2023, 3, 1), Date(2023, 6, 1)});
    EXPECT_TRUE(member(Date(2023, 2, 28)));
    EXPECT_FALSE(member(Date(2023, 6, 1)));
    EXPECT_TRUE(member(Date(2023, 6, 2)));
    inhabitants(66000);
    EXPECT_FALSE(member(Date(2023, 6, 1))) << "also over a band";
}

TEST_F(NetworkTest, NobodyElsesMembershipCounts) {
    inhabitants(200000);
    m150.members = {Membership{Id<Municipality>("GM0307"), false, std::nullopt, std::nullopt}};
    EXPECT_FALSE(member());
}

TEST_F(NetworkTest, AMunicipalityThatDoesNotExistIsNoMember) {
    m150.members = {Membership{zeist.id, false, std::nullopt, std::nullopt}};
    zeist.valid_to = Date(2023, 5, 31);
    EXPECT_FALSE(member());
    EXPECT_TRUE(member(Date(2023, 5, 31)));
}

TEST_F(NetworkTest, WithoutKnownInhabitantsNoBandApplies) {
    zeist.inhabitants.clear();
    m150.bands = {Band{}};
    EXPECT_FALSE(member());
}

}  // namespace
}  // namespace m150::test
