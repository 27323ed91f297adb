// JSON in and out: a value that knows where it stood in its text, and the writing of one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace m150::inline v0::json {

enum class Kind { null, boolean, integer, real, text, list, object };

// A parsed value. `at` is the byte offset of its first character in the text, for messages.
struct Value {
    struct Member;
    Kind kind = Kind::null;
    std::size_t at = 0;
    bool boolean = false;
    std::int64_t integer = 0;
    double real = 0.0;            // also set for integers
    std::string text;             // of Kind::text; of a number that fits no int64_t, as written
    std::vector<Value> items;     // of Kind::list
    std::vector<Member> members;  // of Kind::object, in the order of the text

    const Value* find(std::string_view key) const;
};
struct Value::Member {
    std::string key;
    std::size_t at = 0;  // of the key
    Value value;
};

// Something wrong at byte offset `at`; `field` names the record's field when it is known.
struct Fault {
    std::size_t at = 0;
    std::string field;
    std::string what;
    std::string expected;
    std::string advice;
};

// Parses one JSON value that fills `text`. False, with the reason in `fault`, when it is malformed or ends
// too early or has a key twice; nothing else is wrong with `text` then than what `fault` says first.
bool parse(std::string_view text, Value& value, Fault& fault);

const char* name_of(Kind kind);  // "a number", "a text", ...

// Appends `text` as a JSON string: UTF-8 as it is; control characters, quotes and backslashes escaped.
void append_text(std::string& out, std::string_view text);

// Reads the simplest and most frequent list, of texts without escapes and without spaces between them. False
// when it is not so simple; `items` means nothing then.
bool parse_plain_list(std::string_view text, std::vector<std::string_view>& items);

}  // namespace m150::inline v0::json
