// What can be said against a record without looking at any other record.
#pragma once

#include <string_view>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/base/export.hpp"
#include "libm150/record/schema.hpp"

namespace m150::inline v0 {

// Longest id, line (title, name, label) and text that a record may hold, in bytes of UTF-8.
inline constexpr std::size_t max_id_bytes = 128;
inline constexpr std::size_t max_line_bytes = 1000;
inline constexpr std::size_t max_text_bytes = 1000000;

// Whether this can be the id of a record: 1 to max_id_bytes bytes of UTF-8 without spaces, '|' or '\\'.
M150_EXPORT bool is_id(std::string_view id);

// Everything that is wrong with the record, in order of its fields; empty when nothing is. Each problem's
// `where` names the record and the field ("question v-1, field date"). Whether what it refers to exists is
// checked by the store, which knows the other records.
M150_EXPORT std::vector<Problem> validate(const Municipality& record);
M150_EXPORT std::vector<Problem> validate(const Network& record);
M150_EXPORT std::vector<Problem> validate(const Organisation& record);
M150_EXPORT std::vector<Problem> validate(const Topic& record);
M150_EXPORT std::vector<Problem> validate(const Question& record);
M150_EXPORT std::vector<Problem> validate(const Answer& record);
M150_EXPORT std::vector<Problem> validate(const InventoryResponse& record);
M150_EXPORT std::vector<Problem> validate(const NewsItem& record);
M150_EXPORT std::vector<Problem> validate(const Meeting& record);
M150_EXPORT std::vector<Problem> validate(const Speaker& record);
M150_EXPORT std::vector<Problem> validate(const Contact& record);
M150_EXPORT std::vector<Problem> validate(const WorkingGroup& record);
M150_EXPORT std::vector<Problem> validate(const VocabularyEntry& record);
M150_EXPORT std::vector<Problem> validate(const Outcome& record);
M150_EXPORT std::vector<Problem> validate(const Pause& record);

}  // namespace m150::inline v0
