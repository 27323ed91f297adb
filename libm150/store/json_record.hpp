// Field values, parts and records as JSON: lists are arrays, parts are objects, years are keys; whatever has
// a text form of its own (dates, ids, audiences, ...) is a text. Absent optional values are left out.
#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/store/json.hpp"

namespace m150::inline v0::json {

template <class Part>
concept HasSchema = requires {
    Schema<Part>::type;
};

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;
template <class Value>
inline constexpr bool is_list = false;
template <class Value>
inline constexpr bool is_list<std::vector<Value>> = true;

template <class Value>
inline constexpr bool is_pair = false;
template <class First, class Second>
inline constexpr bool is_pair<std::pair<First, Second>> = true;

using Years = std::map<int, std::int64_t>;

template <HasSchema Record>
void write_object(std::string& out, const Record& record);

template <class T>
void write(std::string& out, const T& value) {
    if constexpr (is_optional<T>) {
        value ? write(out, *value) : void(out += "null");
    } else if constexpr (is_list<T>) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += ',';
            write(out, value[i]);
        }
        out += ']';
    } else if constexpr (std::is_same_v<T, Years>) {
        out += '{';
        for (const auto& [year, number] : value) {
            if (year != value.begin()->first) out += ',';
            out += '"' + std::to_string(year) + "\":" + std::to_string(number);
        }
        out += '}';
    } else if constexpr (is_pair<T>) {
        out += '[';
        write(out, value.first);
        out += ',';
        write(out, value.second);
        out += ']';
    } else if constexpr (HasSchema<T>) {
        write_object(out, value);
    } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
        out += std::to_string(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        out += to_text(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        append_text(out, value);
    } else {
        append_text(out, to_text(value));
    }
}

// Whether all values are written, whatever they are without: of what later defaults are not to change.
template <class Record>
inline constexpr bool writes_all = requires {
    Schema<Record>::writes_all;
};

// Whether a field may be left out: it is optional and holds what a record has without it.
template <class Record, class F>
bool left_out(const Record& record, const F& field) {
    using Member = std::decay_t<decltype(record.*field.member)>;
    constexpr bool may = !writes_all<Record> || is_optional<Member>;
    if constexpr (writes_all<Record> && is_list<Member>) {
        static const Record plain{};
        return (record.*field.member).empty() && (plain.*field.member).empty();
    } else if constexpr (may && std::equality_comparable<Member>) {
        static const Record plain{};
        return field.need == Need::optional && record.*field.member == plain.*field.member;
    } else {
        return false;
    }
}

template <HasSchema Record>
void write_object(std::string& out, const Record& record) {
    out += '{';
    bool first = true;
    for_each_field<Record>([&](const auto& field) {
        if (left_out(record, field)) return;
        if (!first) out += ',';
        first = false;
        append_text(out, field.name);
        out += ':';
        write(out, record.*field.member);
    });
    out += '}';
}

// Reads values, collecting what is wrong instead of throwing. `field` is the record's field in messages.
class Decoder {
  public:
    std::vector<Fault> faults;

    template <HasSchema Record>
    void read_object(const Value& value, Record& record, std::string_view inside = {}) {
        if (!is(value, Kind::object, inside)) return;
        std::vector<std::string> names;
        for_each_field<Record>([&](const auto& field) {
            names.emplace_back(field.name);
            const std::string_view name = inside.empty() ? field.name : inside;
            const Value* found = value.find(field.name);
            if (found && found->kind != Kind::null) {
                read(*found, record.*field.member, name);
            } else if (field.need == Need::required) {
                faults.push_back(
                    {found ? found->at : value.at, std::string(name),
                     "the key '" + std::string(field.name) + "' is " + (found ? "null" : "missing"),
                     "every " + std::string(Schema<Record>::type) + " to have it", ""});
            }
        });
        for (const Value::Member& member : value.members) {
            if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
            const std::string close = nearest(member.key, names);
            faults.push_back({member.at, std::string(inside),
                              "the key '" + excerpt(member.key, 60) + "' is not known",
                              "a key of the type " + std::string(Schema<Record>::type),
                              close.empty() ? "remove it" : "did you mean '" + close + "'?"});
        }
    }

    template <class T>
    void read(const Value& value, T& out, std::string_view field) {
        if constexpr (is_optional<T>) {
            out.reset();
            if (value.kind != Kind::null && !(value.kind == Kind::text && value.text.empty())) {
                read(value, out.emplace(), field);
            }
        } else if constexpr (is_list<T>) {
            if (!is(value, Kind::list, field)) return;
            out.clear();
            for (const Value& item : value.items) {
                typename T::value_type read_item{};
                read(item, read_item, field);
                out.push_back(std::move(read_item));
            }
        } else if constexpr (is_pair<T>) {
            if (!is(value, Kind::list, field)) return;
            if (value.items.size() != 2) {
                faults.push_back({value.at, std::string(field), "is not a pair", "a list of two", ""});
                return;
            }
            read(value.items[0], out.first, field);
            read(value.items[1], out.second, field);
        } else if constexpr (std::is_same_v<T, Years>) {
            if (is(value, Kind::object, field)) read_years(value, out, field);
        } else if constexpr (HasSchema<T>) {
            read_object(value, out, field);
        } else if constexpr (std::is_same_v<T, bool>) {
            if (is(value, Kind::boolean, field)) out = value.boolean;
        } else if constexpr (std::is_same_v<T, double>) {
            if (value.kind == Kind::integer || is(value, Kind::real, field)) out = value.real;
        } else if constexpr (std::is_integral_v<T>) {
            if constexpr (std::is_same_v<T, std::uint64_t>) {  // what fits no int64_t is kept as written
                const char* end = value.text.data() + value.text.size();
                if (value.kind == Kind::real && std::from_chars(value.text.data(), end, out).ptr == end)
                    return;
            }
            if (!is(value, Kind::integer, field)) return;
            if (std::cmp_less(value.integer, std::numeric_limits<T>::min()) ||
                std::cmp_greater(value.integer, std::numeric_limits<T>::max())) {
                const bool below = std::is_unsigned_v<T> && value.integer < 0;
                faults.push_back({value.at, std::string(field),
                                  below ? "the number is below 0" : "the number is too large",
                                  below ? "0 or more" : "a smaller number", ""});
                return;
            }
            out = static_cast<T>(value.integer);
        } else if (is(value, Kind::text, field)) {
            read_text(value, out, field);
        }
    }

  private:
    bool is(const Value& value, Kind wanted, std::string_view field) {
        if (value.kind == wanted) return true;
        faults.push_back(
            {value.at, std::string(field), std::string("is ") + name_of(value.kind), name_of(wanted), ""});
        return false;
    }

    void read_years(const Value& value, Years& out, std::string_view field) {
        out.clear();
        for (const Value::Member& member : value.members) {
            int year = 0;
            Value key;
            key.at = member.at;
            key.text = member.key;
            read_text(key, year, field);
            read(member.value, out[year], field);
        }
    }

    template <class T>
    void read_text(const Value& value, T& out, std::string_view field) {
        try {
            from_text(value.text, out);
        } catch (const InvalidInput& error) {
            const Problem& problem = error.problems().front();
            faults.push_back({value.at, std::string(field), problem.what, problem.expected, problem.advice});
        }
    }
};

}  // namespace m150::inline v0::json
