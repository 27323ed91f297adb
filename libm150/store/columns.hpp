// Records as rows: the SQL of every record type and the passage of field values, all made from
// Schema<Record>. Numbers and booleans are SQL numbers, lists and parts JSON, everything else its text form;
// absent is NULL.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "libm150/record/schema.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/store/json_record.hpp"
#include "libm150/store/sqlite.hpp"

namespace m150::inline v0::sql {

// Question and Answer keep their text in a table of its own: see migrations.cpp.
template <class Record>
inline constexpr bool has_text_table = std::is_same_v<Record, Question> || std::is_same_v<Record, Answer>;
template <class Record>
inline constexpr std::string_view text_table = "";
template <>
inline constexpr std::string_view text_table<Question> = "question_texts";
template <>
inline constexpr std::string_view text_table<Answer> = "answer_texts";

// The names of the columns of the record's own table.
template <class Record>
std::vector<std::string> columns_of() {
    std::vector<std::string> names;
    for_each_field<Record>([&](const auto& field) {
        if (!has_text_table<Record> || field.name != "text") names.emplace_back(field.name);
    });
    return names;
}

template <class Record>
std::string table_of() {
    return '"' + std::string(Schema<Record>::plural) + '"';
}

inline std::string joined(const std::vector<std::string>& names, std::string_view before,
                          std::string_view after) {
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(before).append(name).append(after);
    return text;
}

template <class Record>
const std::string& insert_sql() {
    static const std::string sql = [] {
        const auto names = columns_of<Record>();
        std::string marks = "?";
        for (std::size_t i = 1; i < names.size(); ++i)
            marks += ", ?";
        return "INSERT INTO " + table_of<Record>() + " (" + joined(names, "\"", "\"") + ") VALUES (" + marks +
               ")";
    }();
    return sql;
}

// Sets every column, the id too, which is parameter 1 as in insert_sql.
template <class Record>
const std::string& update_sql() {
    static const std::string sql = [] {
        std::string sets;
        int at = 0;
        for (const std::string& name : columns_of<Record>()) {
            sets += (at ? ", \"" : "\"") + name + "\" = ?" + std::to_string(at + 1);
            ++at;
        }
        return "UPDATE " + table_of<Record>() + " SET " + sets + " WHERE id = ?1";
    }();
    return sql;
}

// Every column of the record, in the order of its fields; to be followed by WHERE or ORDER BY on r.
template <class Record>
const std::string& select_sql() {
    static const std::string sql = [] {
        std::string columns;
        for_each_field<Record>([&](const auto& field) {
            const bool apart = has_text_table<Record> && field.name == "text";
            columns.append(columns.empty() ? "" : ", ")
                .append(apart ? "t.\"" : "r.\"")
                .append(field.name)
                .append("\"");
        });
        std::string text = "SELECT " + columns + " FROM " + table_of<Record>() + " r";
        if (has_text_table<Record>) text += " JOIN " + std::string(text_table<Record>) + " t ON t.id = r.id";
        return text;
    }();
    return sql;
}

// Texts and ids: taken as they were stored, without the tidying of from_text.
template <class T>
inline constexpr bool is_plain_text = std::is_same_v<T, std::string> || requires {
    typename T::record_type;
};

template <class T>
void bind_value(Query& query, int at, const T& value) {
    if constexpr (json::is_optional<T>) {
        value ? bind_value(query, at, *value) : void(query.bind_null(at));
    } else if constexpr (json::is_list<T> || std::is_same_v<T, json::Years>) {
        std::string text;
        json::write(text, value);
        query.bind(at, std::string_view(text));
    } else if constexpr (std::is_same_v<T, double>) {
        query.bind(at, value);
    } else if constexpr (std::is_integral_v<T>) {
        query.bind(at, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        query.bind(at, std::string_view(value));
    } else {
        query.bind(at, std::string_view(to_text(value)));
    }
}

// What this library did not write is damage: StoreError.
[[noreturn]] void unreadable(std::string_view type, std::string_view id, std::string_view field,
                             const std::string& what);

template <class T>
void read_json_value(std::string_view text, T& value) {
    if constexpr (json::is_list<T>) {
        using Item = typename T::value_type;
        if constexpr (is_plain_text<Item>) {
            static thread_local std::vector<std::string_view> items;
            if (json::parse_plain_list(text, items)) {
                value.clear();
                for (const std::string_view item : items)
                    value.emplace_back(std::string(item));
                return;
            }
        }
    }
    json::Value parsed;
    json::Fault fault;
    if (!json::parse(text, parsed, fault)) throw InvalidInput({"", fault.what, "", ""});
    json::Decoder decoder;
    decoder.read(parsed, value, "");
    if (!decoder.faults.empty()) throw InvalidInput({"", decoder.faults.front().what, "", ""});
}

template <class T>
void read_value(const Query& query, int column, T& value) {
    if constexpr (json::is_optional<T>) {
        value.reset();
        if (!query.is_null(column)) read_value(query, column, value.emplace());
    } else if constexpr (json::is_list<T> || std::is_same_v<T, json::Years>) {
        read_json_value(query.text(column), value);
    } else if constexpr (std::is_same_v<T, double>) {
        value = query.real(column);
    } else if constexpr (std::is_same_v<T, bool>) {
        value = query.integer(column) != 0;
    } else if constexpr (std::is_integral_v<T>) {
        value = static_cast<T>(query.integer(column));
    } else if constexpr (is_plain_text<T>) {
        value = T(std::string(query.text(column)));  // a text or an id, as it was stored
    } else {
        from_text(query.text(column), value);
    }
}

// The row under `query`, which selects with select_sql<Record>().
template <class Record>
Record read_row(const Query& query) {
    Record record;
    int column = 0;
    for_each_field<Record>([&](const auto& field) {
        try {
            read_value(query, column, record.*field.member);
        } catch (const InvalidInput& error) {
            unreadable(Schema<Record>::type, query.text(0), field.name, error.what());
        }
        ++column;
    });
    return record;
}

// Runs `sql`, which is insert_sql or update_sql, with the record's values; then the same for its text.
template <class Record>
void write_row(Database& database, const Record& record, bool replace) {
    Query query = database.query(replace ? update_sql<Record>() : insert_sql<Record>());
    int at = 1;
    for_each_field<Record>([&](const auto& field) {
        if (!has_text_table<Record> || field.name != "text") bind_value(query, at++, record.*field.member);
    });
    query.run();
    if constexpr (has_text_table<Record>) {
        static const std::string table(text_table<Record>);
        static const std::string insert = "INSERT INTO " + table + " (id, text) VALUES (?1, ?2)";
        static const std::string update = "UPDATE " + table + " SET text = ?2 WHERE id = ?1";
        database.query(replace ? update : insert).bind(1, record.id.str()).bind(2, record.text).run();
    }
}

}  // namespace m150::inline v0::sql
