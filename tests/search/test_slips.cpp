#include "libm150/search/slips.hpp"

#include <gtest/gtest.h>

#include <string>

namespace m150 {
namespace {

TEST(SlipCost, IsNothingForTheSameAndMoreForEverySlip) {
    EXPECT_EQ(slip_cost("handhaving", "handhaving"), 0.0);
    EXPECT_EQ(slip_cost("", ""), 0.0);
    EXPECT_GT(slip_cost("handhavign", "handhaving"), 0.0);
    EXPECT_GT(slip_cost("hnadhavign", "handhaving"), slip_cost("handhavign", "handhaving"));
}

TEST(SlipCost, WhatIsOftenDoneCostsLess) {
    const double another_letter = slip_cost("handhavbng", "handhaving");
    EXPECT_LT(slip_cost("handhavign", "handhaving"), another_letter) << "neighbours changed places";
    EXPECT_LT(slip_cost("controlle", "controle"), another_letter) << "a letter twice";
    EXPECT_LT(slip_cost("vergaderen", "vergadderen"), another_letter) << "a letter once";
    EXPECT_LT(slip_cost("alkohol", "alcohol"), another_letter) << "c and k sound alike";
    EXPECT_LT(slip_cost("hij vind", "hij vindt"), another_letter);
    EXPECT_LT(slip_cost("vergunnint", "vergunning"), another_letter) << "t lies beside g";
    EXPECT_LT(slip_cost("plijn", "plein"), another_letter) << "ij and ei sound alike";
    EXPECT_GT(slip_cost("nandhaving", "handhaving"), slip_cost("hamdhaving", "handhaving"))
        << "the first letter";
}

TEST(SlipCost, TakesAnyText) {
    EXPECT_EQ(slip_cost(std::string(65, 'a'), "a"), 1000.0);
    EXPECT_GT(slip_cost(std::string(64, 'a'), "b"), 100.0);
    EXPECT_GT(slip_cost("\xff\xfe", "ab"), 0.0);
}

}  // namespace
}  // namespace m150
