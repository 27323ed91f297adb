#include "libm150/base/date.hpp"

#include <chrono>
#include <cstdio>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

std::string written(int year, int month, int day) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
    return buffer;
}

std::chrono::year_month_day calendar(std::int32_t days) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

Problem no_such_date(std::string_view text) {
    return {"", "the date '" + std::string(text.substr(0, 40)) + "' does not exist",
            "a calendar date written YYYY-MM-DD", "correct the date"};
}

}  // namespace

Date::Date(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    const bool in_range = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!in_range || !ymd.ok()) throw InvalidInput(no_such_date(written(year, month, day)));
    days_ = static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

Date Date::parse(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const auto number = [&](std::size_t from, std::size_t to) {
        int value = 0;
        for (std::size_t i = from; i < to; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') throw InvalidInput(no_such_date(text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 4 && i != 7 && !digit(i)) throw InvalidInput(no_such_date(text));
    }
    return {number(0, 4), number(5, 7), number(8, 10)};
}

Date Date::from_days(std::int32_t days_since_1970) noexcept {
    Date date;
    date.days_ = days_since_1970;
    return date;
}

int Date::year() const noexcept {
    return static_cast<int>(calendar(days_).year());
}
int Date::month() const noexcept {
    return static_cast<int>(static_cast<unsigned>(calendar(days_).month()));
}
int Date::day() const noexcept {
    return static_cast<int>(static_cast<unsigned>(calendar(days_).day()));
}

std::string Date::str() const {
    return written(year(), month(), day());
}

}  // namespace m150::inline v0
