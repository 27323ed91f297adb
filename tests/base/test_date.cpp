#include "libm150/base/date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/base/error.hpp"

namespace m150::test {
namespace {

using testing::HasSubstr;

TEST(DateTest, ReadsAndWritesOneForm) {
    const Date date = Date::parse("2026-03-02");
    EXPECT_EQ(date, Date(2026, 3, 2));
    EXPECT_EQ(date.year(), 2026);
    EXPECT_EQ(date.month(), 3);
    EXPECT_EQ(date.day(), 2);
    EXPECT_EQ(date.str(), "2026-03-02");
    EXPECT_EQ(Date(1, 1, 1).str(), "0001-01-01");
    EXPECT_EQ(Date().str(), "1970-01-01");
}

TEST(DateTest, RefusesDaysThatDoNotExist) {
    for (const char* text : {"2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
                             "2026-04-31", "2026-01-00", "0000-01-01"}) {
        EXPECT_THROW(Date::parse(text), InvalidInput) << text;
    }
    EXPECT_NO_THROW(Date::parse("2024-02-29"));
    EXPECT_NO_THROW(Date::parse("2000-02-29"));
    EXPECT_THROW(Date(10000, 1, 1), InvalidInput);
    EXPECT_THROW(Date(2026, 1, 257), InvalidInput) << "no day is taken modulo anything";
    EXPECT_THROW(Date(2026, -1, 1), InvalidInput);
}

TEST(DateTest, NamesAWrongDateAsItWasWritten) {
    const auto message = [](auto make) -> std::string {
        try {
            make();
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_THAT(message([] { Date::parse("2026-02-30"); }),
                HasSubstr("the date '2026-02-30' does not exist"));
    EXPECT_THAT(message([] { Date::parse("0026-00-01"); }),
                HasSubstr("the date '0026-00-01' does not exist"));
    EXPECT_THAT(message([] { Date(2026, 2, 30); }), HasSubstr("the date '2026-02-30' does not exist"));
    EXPECT_THAT(message([] { Date::parse("30-2-2026"); }), HasSubstr("the date '30-2-2026' does not exist"));
}

TEST(DateTest, RefusesOtherForms) {
    for (const char* text : {"", "2026", "2026-3-2", "02-03-2026", "2026/03/02", "2026-03-02 ",
                             "2026-03-02T00:00", "+026-03-02", "2026-0a-02"}) {
        EXPECT_THROW(Date::parse(text), InvalidInput) << text;
    }
}

// The slow twin: a calendar that is walked day by day.
TEST(DateTest, CountsDaysAsACalendarDoes) {
    const auto length = [](int year, int month) {
        constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : lengths[month - 1];
    };
    std::int32_t days = Date(1899, 1, 1).days_since_1970();
    for (int year = 1899; year <= 2101; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= length(year, month); ++day, ++days) {
                ASSERT_EQ(Date(year, month, day).days_since_1970(), days);
                ASSERT_EQ(Date::from_days(days), Date(year, month, day));
                ASSERT_EQ(Date::parse(Date::from_days(days).str()).days_since_1970(), days);
            }
            EXPECT_THROW(Date(year, month, length(year, month) + 1), InvalidInput);
        }
    }
    EXPECT_EQ(Date(1970, 1, 1).days_since_1970(), 0);
}

TEST(DateTest, OrdersAndMeasures) {
    EXPECT_LT(Date(2022, 12, 31), Date(2023, 1, 1));
    EXPECT_EQ(days_between(Date(2023, 1, 1), Date(2024, 1, 1)), 365);
    EXPECT_EQ(days_between(Date(2024, 3, 1), Date(2024, 2, 28)), -2);
    EXPECT_EQ(Date(2024, 2, 28).plus_days(2), Date(2024, 3, 1));
}

}  // namespace
}  // namespace m150::test
