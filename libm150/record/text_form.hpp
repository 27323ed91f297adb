// The one text form of every kind of field value: cells of CSV files, columns of the database, arguments on
// the command line. Parts of records (agenda items, talks, ...) have no text form; where needed they are
// written as JSON.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/schema.hpp"

namespace m150::inline v0 {

// to_text gives the canonical form; from_text reads it, or throws InvalidInput that says what was expected.
// Absent optional values and empty lists are empty text. from_text(to_text(x)) == x for every value.
M150_EXPORT std::string to_text(const std::string& value);
M150_EXPORT std::string to_text(bool value);  // "true", "false"; also read: 1, 0, ja, nee, yes, no
M150_EXPORT std::string to_text(int value);
M150_EXPORT std::string to_text(std::int64_t value);
M150_EXPORT std::string to_text(double value);  // shortest form that reads back the same
M150_EXPORT std::string to_text(Date value);
M150_EXPORT std::string to_text(const Audience& value);
M150_EXPORT std::string to_text(const Provenance& value);  // see audience.hpp
M150_EXPORT std::string to_text(AnswerStatus value);
M150_EXPORT std::string to_text(MeetingKind value);
M150_EXPORT std::string to_text(ContactOutcome value);
M150_EXPORT std::string to_text(VocabularyKind value);
M150_EXPORT std::string to_text(OutcomeKind value);
M150_EXPORT std::string to_text(const std::map<int, std::int64_t>& value);  // "2022:63000|2023:63500"

M150_EXPORT void from_text(std::string_view text, std::string& value);
M150_EXPORT void from_text(std::string_view text, bool& value);
M150_EXPORT void from_text(std::string_view text, int& value);
M150_EXPORT void from_text(std::string_view text, std::int64_t& value);
M150_EXPORT void from_text(std::string_view text, double& value);
M150_EXPORT void from_text(std::string_view text, Date& value);
M150_EXPORT void from_text(std::string_view text, Audience& value);
M150_EXPORT void from_text(std::string_view text, Provenance& value);
M150_EXPORT void from_text(std::string_view text, AnswerStatus& value);
M150_EXPORT void from_text(std::string_view text, MeetingKind& value);
M150_EXPORT void from_text(std::string_view text, ContactOutcome& value);
M150_EXPORT void from_text(std::string_view text, VocabularyKind& value);
M150_EXPORT void from_text(std::string_view text, OutcomeKind& value);
M150_EXPORT void from_text(std::string_view text, std::map<int, std::int64_t>& value);

// Ids are trimmed; those of municipalities are brought to their canonical form.
template <class Record>
std::string to_text(const Id<Record>& value) {
    return value.str();
}
M150_EXPORT void from_text(std::string_view text, Id<Municipality>& value);
M150_EXPORT std::string parse_id_text(std::string_view text);
template <class Record>
void from_text(std::string_view text, Id<Record>& value) {
    value = Id<Record>(parse_id_text(text));
}

// What may be absent, or stand in a list: one value.
template <class Value>
concept HasItemForm = requires(std::string_view text, Value value) {
    { to_text(value) } -> std::same_as<std::string>;
    from_text(text, value);
};

template <HasItemForm Value>
std::string to_text(const std::optional<Value>& value) {
    return value ? to_text(*value) : std::string();
}
template <HasItemForm Value>
void from_text(std::string_view text, std::optional<Value>& value) {
    value.reset();
    if (!text.empty()) from_text(text, value.emplace());
}

// Lists: items joined by '|'; a '|' or '\' inside an item is written after a '\'.
M150_EXPORT std::string join_list(const std::vector<std::string>& items);
M150_EXPORT std::vector<std::string> split_list(std::string_view text);

template <HasItemForm Value>
std::string to_text(const std::vector<Value>& values) {
    std::vector<std::string> items;
    for (const Value& value : values)
        items.push_back(to_text(value));
    return join_list(items);
}
template <HasItemForm Value>
void from_text(std::string_view text, std::vector<Value>& values) {
    values.clear();
    for (const std::string& item : split_list(text))
        from_text(item, values.emplace_back());
}

// Declared after every overload above: for the standard library's types nothing else would find them.
template <class Value>
concept HasTextForm = requires(std::string_view text, Value value) {
    { to_text(value) } -> std::same_as<std::string>;
    from_text(text, value);
};

}  // namespace m150::inline v0
