#include "libm150/store/json.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "libm150/base/text.hpp"

namespace m150::inline v0::json {

namespace {

// Deeper values are refused: records need four levels, and a hostile file could exhaust the stack.
constexpr std::size_t max_depth = 32;

// Reads the text for nlohmann's parser and remembers how far it came: its events carry no positions.
class Reader {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Reader(const char* at, const char** reached) : at_(at), reached_(reached) {}
    reference operator*() const { return *at_; }
    Reader& operator++() {
        ++at_;
        *reached_ = at_;
        return *this;
    }
    Reader operator++(int) {
        Reader before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Reader& a, const Reader& b) { return a.at_ == b.at_; }

  private:
    const char* at_;
    const char** reached_;
};

// Builds a Value from the parser's events.
class Builder {
  public:
    using number_integer_t = std::int64_t;
    using number_unsigned_t = std::uint64_t;
    using number_float_t = double;
    using string_t = std::string;
    using binary_t = nlohmann::json::binary_t;

    Builder(std::string_view text, const char* const& reached, Value& root, Fault& fault)
        : text_(text), reached_(reached), root_(root), fault_(fault) {}

    bool null() { return place(Kind::null) != nullptr; }
    bool boolean(bool value) {
        Value* to = place(Kind::boolean);
        if (to) to->boolean = value;
        return to != nullptr;
    }
    bool number_integer(std::int64_t value) {
        Value* to = place(Kind::integer);
        if (!to) return false;
        to->integer = value;
        to->real = static_cast<double>(value);
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        if (value <= static_cast<std::uint64_t>(INT64_MAX))
            return number_integer(static_cast<std::int64_t>(value));
        return number_float(static_cast<double>(value), std::to_string(value));
    }
    bool number_float(double value, const std::string& written) {
        Value* to = place(Kind::real);
        if (!to) return false;
        to->real = value;
        to->text = written;
        return true;
    }
    bool string(std::string& value) {
        Value* to = place(Kind::text);
        if (to) to->text = std::move(value);
        return to != nullptr;
    }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Kind::object); }
    bool start_array(std::size_t) { return open(Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& value) {
        const std::size_t at = token_start();
        Value& object = *open_.back();
        if (object.find(value)) {
            fault_ = {at, value, "the key '" + excerpt(value, 60) + "' is given twice", "each key once",
                      "remove one"};
            return false;
        }
        object.members.push_back({std::move(value), at, {}});
        after_ = offset();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
        const bool cut_off = offset() >= text_.size() && !complete();
        fault_.at = cut_off ? text_.size() : std::max<std::size_t>(offset(), 1) - 1;
        fault_.what = cut_off ? "the JSON ends too early" : "this is not JSON";
        fault_.expected = cut_off ? "the rest of the value" : "a JSON value";
        fault_.advice = cut_off ? "the line was half written: restore or remove it" : "";
        return false;
    }

  private:
    std::size_t offset() const { return static_cast<std::size_t>(reached_ - text_.data()); }
    bool complete() const { return done_ && open_.empty(); }

    // Where the token begins that the parser has just read: after the last one and what separates tokens.
    std::size_t token_start() const {
        return std::min(text_.find_first_not_of(" \t\r\n,:", after_), text_.size());
    }

    Value* place(Kind kind) {
        Value* to = &root_;
        if (!open_.empty()) {
            Value& parent = *open_.back();
            to = parent.kind == Kind::list ? &parent.items.emplace_back() : &parent.members.back().value;
        }
        to->kind = kind;
        to->at = token_start();
        // A number is known to have ended by the character after it, which belongs to what follows.
        const bool number = kind == Kind::integer || kind == Kind::real;
        after_ =
            number ? std::min(text_.find_first_not_of("+-.0123456789eE", to->at), text_.size()) : offset();
        done_ = true;
        return to;
    }
    bool open(Kind kind) {
        Value* to = place(kind);
        if (open_.size() >= max_depth) {
            fault_ = {to->at, "", "lists and objects are nested too deep", "at most 32 levels", ""};
            return false;
        }
        open_.push_back(to);
        return true;
    }
    bool close() {
        open_.pop_back();
        after_ = offset();
        return true;
    }

    std::string_view text_;
    const char* const& reached_;
    Value& root_;
    Fault& fault_;
    std::vector<Value*> open_;  // the lists and objects around what is read; only the last of them grows
    std::size_t after_ = 0;
    bool done_ = false;
};

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.key == key; });
    return found == members.end() ? nullptr : &found->value;
}

bool parse(std::string_view text, Value& value, Fault& fault) {
    value = {};
    fault = {};
    const char* reached = text.data();
    Builder builder(text, reached, value, fault);
    return nlohmann::json::sax_parse(Reader(text.data(), &reached),
                                     Reader(text.data() + text.size(), &reached), &builder);
}

const char* name_of(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "true or false";
        case Kind::integer:
            return "a whole number";
        case Kind::real:
            return "a number";
        case Kind::text:
            return "a text";
        case Kind::list:
            return "a list";
        case Kind::object:
            return "an object";
    }
    return "";
}

void append_text(std::string& out, std::string_view text) {
    constexpr std::array hex{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

bool parse_plain_list(std::string_view text, std::vector<std::string_view>& items) {
    items.clear();
    if (text == "[]") return true;
    if (text.size() < 4 || text.front() != '[' || text.back() != ']') return false;
    if (text.find('\\') != std::string_view::npos) return false;
    std::size_t at = 1;
    while (true) {
        if (text[at] != '"') return false;
        const std::size_t end = text.find('"', at + 1);
        if (end == std::string_view::npos || end + 1 >= text.size()) return false;
        items.push_back(text.substr(at + 1, end - at - 1));
        if (end + 2 == text.size()) return text[end + 1] == ']';
        if (text[end + 1] != ',') return false;
        at = end + 2;
    }
}

}  // namespace m150::inline v0::json
