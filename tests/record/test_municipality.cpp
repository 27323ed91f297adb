#include "libm150/record/municipality.hpp"

#include <gtest/gtest.h>

#include "libm150/base/error.hpp"

namespace m150::test {
namespace {

TEST(MunicipalityTest, EveryWritingOfACodeGivesOneId) {
    for (const char* text : {"GM0355", "gm0355", "Gm355", "0355", "355", " 355 ",
                             "https://identifier.overheid.nl/tooi/id/gemeente/gm0355",
                             "HTTPS://IDENTIFIER.OVERHEID.NL/tooi/id/gemeente/GM0355"}) {
        EXPECT_EQ(parse_municipality_id(text).str(), "GM0355") << text;
    }
    EXPECT_EQ(parse_municipality_id("1992").str(), "GM1992");
    EXPECT_EQ(parse_municipality_id("3").str(), "GM0003");
}

TEST(MunicipalityTest, AnythingElseIsNoCode) {
    for (const char* text : {"", " ", "Zeist", "GM", "GM03555", "12345", "0", "GM0000", "-355", "3 55",
                             "PV26", "GM035a", "355.0", "https://identifier.overheid.nl/tooi/id/gemeente/"}) {
        EXPECT_THROW(parse_municipality_id(text), InvalidInput) << text;
    }
}

TEST(MunicipalityTest, InhabitantsAreThoseOfTheNearestYear) {
    Municipality zeist;
    EXPECT_EQ(inhabitants_in(zeist, 2023), std::nullopt);
    zeist.inhabitants = {{2018, 18}, {2020, 20}, {2024, 24}};
    EXPECT_EQ(inhabitants_in(zeist, 2020), 20);
    EXPECT_EQ(inhabitants_in(zeist, 2023), 24);
    EXPECT_EQ(inhabitants_in(zeist, 2022), 20) << "the earlier of two equally near";
    EXPECT_EQ(inhabitants_in(zeist, 1990), 18);
    EXPECT_EQ(inhabitants_in(zeist, 2100), 24);
}

TEST(MunicipalityTest, ExistsFromItsFirstDayToItsLast) {
    Municipality one;
    EXPECT_TRUE(one.exists_on(Date(1, 1, 1)));
    one.valid_from = Date(2023, 1, 1);
    one.valid_to = Date(2024, 12, 31);
    EXPECT_FALSE(one.exists_on(Date(2022, 12, 31)));
    EXPECT_TRUE(one.exists_on(Date(2023, 1, 1)));
    EXPECT_TRUE(one.exists_on(Date(2024, 12, 31)));
    EXPECT_FALSE(one.exists_on(Date(2025, 1, 1)));
}

}  // namespace
}  // namespace m150::test
