#include "libm150/record/text_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::inline v0 {

namespace {

[[noreturn]] void reject(std::string_view text, const std::string& expected, const std::string& advice = {}) {
    throw InvalidInput({"", "'" + excerpt(text, 60) + "' cannot be read", expected, advice});
}

template <class Number>
Number parse_number(std::string_view text, const char* expected) {
    const std::string_view trimmed = trim(text);
    Number number{};
    const auto [end, code] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
    if (code != std::errc{} || end != trimmed.data() + trimmed.size() || trimmed.empty())
        reject(text, expected);
    return number;
}

// The names of an enumeration's values, in one place for both directions.
template <class Value>
struct Names;
template <>
struct Names<AnswerStatus> {
    static constexpr std::array list{std::pair{AnswerStatus::current, "current"},
                                     std::pair{AnswerStatus::outdated, "outdated"}};
};
template <>
struct Names<MeetingKind> {
    static constexpr std::array list{std::pair{MeetingKind::national, "national"},
                                     std::pair{MeetingKind::regional, "regional"}};
};
template <>
struct Names<ContactOutcome> {
    static constexpr std::array list{std::pair{ContactOutcome::unknown, "unknown"},
                                     std::pair{ContactOutcome::helpful, "helpful"},
                                     std::pair{ContactOutcome::not_helpful, "not-helpful"},
                                     std::pair{ContactOutcome::declined, "declined"}};
};
template <>
struct Names<OutcomeKind> {
    static constexpr std::array list{
        std::pair{OutcomeKind::answered_by_base, "answered-by-base"},
        std::pair{OutcomeKind::passed_on, "passed-on"}, std::pair{OutcomeKind::contacted, "contacted"},
        std::pair{OutcomeKind::declined, "declined"}, std::pair{OutcomeKind::no_answer, "no-answer"}};
};
template <>
struct Names<VocabularyKind> {
    static constexpr std::array list{std::pair{VocabularyKind::abbreviation, "abbreviation"},
                                     std::pair{VocabularyKind::synonym, "synonym"}};
};

template <class Value>
std::string name_of(Value value) {
    for (const auto& [candidate, name] : Names<Value>::list) {
        if (candidate == value) return name;
    }
    throw InternalError("an enumeration value without a name");
}

template <class Value>
Value value_of(std::string_view text) {
    const std::string wanted = ascii_lower(trim(text));
    std::string expected;
    for (const auto& [value, name] : Names<Value>::list) {
        if (wanted == name) return value;
        expected += (expected.empty() ? "" : ", ") + std::string(name);
    }
    reject(text, "one of " + expected);
}

constexpr std::string_view synthetic_mark = "synthetic: ";

// Whether the mark stands after nothing but '\': to be read as it is written, one more is put before it.
bool looks_synthetic(std::string_view source) {
    const std::size_t at = source.find_first_not_of('\\');
    return at != std::string_view::npos && source.substr(at).starts_with(synthetic_mark);
}

}  // namespace

std::string to_text(const std::string& value) {
    return value;
}
std::string to_text(bool value) {
    return value ? "true" : "false";
}
std::string to_text(int value) {
    return std::to_string(value);
}
std::string to_text(std::int64_t value) {
    return std::to_string(value);
}

std::string to_text(double value) {
    std::array<char, 32> buffer{};
    const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (code != std::errc{}) throw InternalError("a number that cannot be written");
    return {buffer.data(), end};
}

std::string to_text(Date value) {
    return value.str();
}
std::string to_text(AnswerStatus value) {
    return name_of(value);
}
std::string to_text(MeetingKind value) {
    return name_of(value);
}
std::string to_text(VocabularyKind value) {
    return name_of(value);
}
std::string to_text(ContactOutcome value) {
    return name_of(value);
}
std::string to_text(OutcomeKind value) {
    return name_of(value);
}

std::string to_text(const Audience& value) {
    switch (value.kind) {
        case AudienceKind::everyone:
            return "public";
        case AudienceKind::all_networks:
            return "all-networks";
        case AudienceKind::network:
            return "network:" + value.network.str();
        case AudienceKind::avh:
            return "avh";
        case AudienceKind::members:
            break;
    }
    std::string text = "members:";
    for (const auto& member : value.members)
        text += (text.back() == ':' ? "" : "+") + member.str();
    return text;
}

std::string to_text(const Provenance& value) {
    if (value.synthetic) return std::string(synthetic_mark) + value.source;
    return looks_synthetic(value.source) ? "\\" + value.source : value.source;
}

std::string to_text(const std::map<int, std::int64_t>& value) {
    std::string text;
    for (const auto& [year, number] : value) {
        text += (text.empty() ? "" : "|") + std::to_string(year) + ":" + std::to_string(number);
    }
    return text;
}

void from_text(std::string_view text, std::string& value) {
    value = text;
}

void from_text(std::string_view text, bool& value) {
    const std::string word = ascii_lower(trim(text));
    if (word == "true" || word == "1" || word == "ja" || word == "yes") {
        value = true;
    } else if (word == "false" || word == "0" || word == "nee" || word == "no") {
        value = false;
    } else {
        reject(text, "true or false");
    }
}

void from_text(std::string_view text, int& value) {
    value = parse_number<int>(text, "a whole number");
}
void from_text(std::string_view text, std::int64_t& value) {
    value = parse_number<std::int64_t>(text, "a whole number");
}

void from_text(std::string_view text, double& value) {
    const auto number = parse_number<double>(text, "a number with a decimal point");
    if (!std::isfinite(number)) reject(text, "a finite number");
    value = number;
}

void from_text(std::string_view text, Date& value) {
    value = Date::parse(trim(text));
}
void from_text(std::string_view text, AnswerStatus& value) {
    value = value_of<AnswerStatus>(text);
}
void from_text(std::string_view text, MeetingKind& value) {
    value = value_of<MeetingKind>(text);
}
void from_text(std::string_view text, VocabularyKind& value) {
    value = value_of<VocabularyKind>(text);
}
void from_text(std::string_view text, ContactOutcome& value) {
    value = value_of<ContactOutcome>(text);
}
void from_text(std::string_view text, OutcomeKind& value) {
    value = value_of<OutcomeKind>(text);
}

void from_text(std::string_view text, Audience& value) {
    const std::string_view trimmed = trim(text);
    const auto after = [&](std::string_view prefix) { return trimmed.substr(prefix.size()); };
    if (trimmed == "public") {
        value = {AudienceKind::everyone, {}, {}};
    } else if (trimmed == "all-networks") {
        value = {AudienceKind::all_networks, {}, {}};
    } else if (trimmed == "avh") {
        value = {AudienceKind::avh, {}, {}};
    } else if (trimmed.starts_with("network:") && !after("network:").empty()) {
        value = {AudienceKind::network, Id<Network>(parse_id_text(after("network:"))), {}};
    } else if (trimmed.starts_with("members:")) {
        value = {AudienceKind::members, {}, {}};
        for (const std::string& code : split(after("members:"), '+')) {
            value.members.push_back(parse_municipality_id(code));
        }
        std::sort(value.members.begin(), value.members.end());
        value.members.erase(std::unique(value.members.begin(), value.members.end()), value.members.end());
    } else {
        reject(text, "public, all-networks, network:<id>, members:<code>+<code>... or avh");
    }
}

void from_text(std::string_view text, Provenance& value) {
    value.synthetic = text.starts_with(synthetic_mark);
    const std::size_t escape = looks_synthetic(text) ? 1 : 0;
    value.source = text.substr(value.synthetic ? synthetic_mark.size() : escape);
}

void from_text(std::string_view text, std::map<int, std::int64_t>& value) {
    value.clear();
    for (const std::string& item : split(text, '|')) {
        const std::size_t colon = item.find(':');
        if (colon == std::string::npos) reject(text, "year:number pairs joined by '|'");
        const int year = parse_number<int>(std::string_view(item).substr(0, colon), "a year before the ':'");
        value[year] = parse_number<std::int64_t>(std::string_view(item).substr(colon + 1),
                                                 "a whole number after the ':'");
    }
}

void from_text(std::string_view text, Id<Municipality>& value) {
    value = parse_municipality_id(text);
}

std::string parse_id_text(std::string_view text) {
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) reject(text, "an id", "give the record's id");
    return std::string(trimmed);
}

std::string join_list(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += '|';
        for (const char c : items[i]) {
            if (c == '|' || c == '\\') text += '\\';
            text += c;
        }
    }
    return text;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> items;
    if (text.empty()) return items;
    items.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            items.back() += text[++i];
        } else if (text[i] == '|') {
            items.emplace_back();
        } else {
            items.back() += text[i];
        }
    }
    return items;
}

}  // namespace m150::inline v0
