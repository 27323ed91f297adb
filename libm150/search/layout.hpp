// How a document lies in a Xapian database; docs/architecture.md, "The search index". Internal.
//
//   terms     see prepared.hpp; the count is Xapian's wdf, so that Xapian's document length is ours
//   value 0   key, a NUL, date (4 bytes), group: what every hit shows, in one piece
//   value 1   date: days since 1970 as 4 bytes that sort as the dates do, for ranges
//   value 2   where it lies in the semantic space: a signed byte for each dimension; absent when not known
//   value 3   where a model outside the library puts it, likewise
//   data      payload
//   metadata  "made by": fingerprint and Xapian's version; "revision": of the records, decimal
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libm150/base/date.hpp"

namespace m150::inline v0::indexing {

inline constexpr unsigned identity_slot = 0;
inline constexpr unsigned date_slot = 1;
inline constexpr unsigned embedding_slot = 2;
inline constexpr unsigned given_slot = 3;

inline constexpr const char* made_by_entry = "made by";
inline constexpr const char* revision_entry = "revision";

// Names and sizes of the files of a generation, a line each; written last.
inline constexpr const char* manifest_file = "manifest";
inline constexpr const char* lock_file = "lock";

inline std::string encode_date(Date date) {
    const auto shifted = static_cast<std::uint32_t>(date.days_since_1970()) ^ 0x80000000U;
    std::string bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>((shifted >> (24 - 8 * i)) & 0xFFU);
    return bytes;
}

inline Date decode_date(std::string_view bytes) {
    std::uint32_t shifted = 0;
    for (const char byte : bytes)
        shifted = (shifted << 8) | static_cast<unsigned char>(byte);
    return Date::from_days(static_cast<std::int32_t>(shifted ^ 0x80000000U));
}

struct Identity {
    std::string_view key;
    std::string_view group;
    Date date;
};

inline std::string encode_identity(std::string_view key, std::string_view group, Date date) {
    return std::string(key).append(1, '\0').append(encode_date(date)).append(group);
}
// Parts of `value`, which was made by encode_identity().
inline Identity decode_identity(std::string_view value) {
    const std::size_t end = value.find('\0');
    return {value.substr(0, end), value.substr(end + 5), decode_date(value.substr(end + 1, 4))};
}

}  // namespace m150::inline v0::indexing
