// Calendar dates. The library never asks what day it is: "today" is always somebody's argument.
#pragma once

#include <compare>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// A day of the proleptic Gregorian calendar, years 1 to 9999. A default date is 1970-01-01.
class M150_EXPORT Date {
  public:
    Date() = default;
    // Throws InvalidInput when the day does not exist.
    Date(int year, int month, int day);

    // `text` is YYYY-MM-DD. Throws InvalidInput on another form or a day that does not exist.
    static Date parse(std::string_view text);
    static Date from_days(std::int32_t days_since_1970) noexcept;

    std::int32_t days_since_1970() const noexcept { return days_; }
    int year() const noexcept;
    int month() const noexcept;  // 1..12
    int day() const noexcept;    // 1..31
    Date plus_days(std::int32_t days) const noexcept { return from_days(days_ + days); }

    std::string str() const;  // YYYY-MM-DD

    friend auto operator<=>(const Date&, const Date&) = default;

  private:
    std::int32_t days_ = 0;
};

// Days from `from` to `to`; negative when `to` is earlier.
inline std::int32_t days_between(Date from, Date to) noexcept {
    return to.days_since_1970() - from.days_since_1970();
}

inline std::ostream& operator<<(std::ostream& out, const Date& date) {
    return out << date.str();
}

}  // namespace m150::inline v0
