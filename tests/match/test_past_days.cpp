#include "libm150/match/past_days.hpp"

#include <gtest/gtest.h>

#include <set>

namespace m150::testing {
namespace {

TEST(PastDays, AreTheDaysBeforeWhenThereAreFew) {
    const Date day(2026, 3, 1);
    const std::vector<Date> days{day, day, day.plus_days(1), day.plus_days(9)};
    const std::vector<Date> before{Date(2026, 2, 28), Date(2026, 2, 28), day, day.plus_days(8)};
    EXPECT_EQ(days_to_look_back(days, 3), before);
    EXPECT_TRUE(days_to_look_back({}, 3).empty());
}

TEST(PastDays, AreNoMoreThanSoManyAndNeverTooLate) {
    std::vector<Date> days;
    for (int i = 0; i < 1000; ++i)
        days.push_back(Date(2024, 1, 1).plus_days(i * 7 / 5));
    for (const std::size_t most : {1u, 3u, 40u, 700u, 999u}) {
        const std::vector<Date> before = days_to_look_back(days, most);
        ASSERT_EQ(before.size(), days.size());
        EXPECT_LE(std::set<Date>(before.begin(), before.end()).size(), most);
        for (std::size_t i = 0; i < days.size(); ++i) {
            EXPECT_LT(before[i], days[i]);
            if (i == 0) continue;
            EXPECT_LE(before[i - 1], before[i]);
            EXPECT_TRUE(days[i] != days[i - 1] || before[i] == before[i - 1]);
        }
    }
}

}  // namespace
}  // namespace m150::testing
