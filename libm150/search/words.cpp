#include "libm150/search/words.hpp"

#include <utf8proc.h>

#include <array>

namespace m150::inline v0 {
namespace {

enum class Kind : unsigned char {
    other,
    letter,
    digit,
    hyphen,
    apostrophe,
    dot,
    colon,
    ampersand,
    newline,
    hidden
};

struct Char {
    Kind kind = Kind::other;
    std::size_t size = 1;  // bytes; at least 1, so that a scan always moves on
    bool lower = false;
};

constexpr std::array<Kind, 128> make_ascii() {
    std::array<Kind, 128> kinds{};
    for (int c = 'a'; c <= 'z'; ++c)
        kinds[static_cast<std::size_t>(c)] = Kind::letter;
    for (int c = 'A'; c <= 'Z'; ++c)
        kinds[static_cast<std::size_t>(c)] = Kind::letter;
    for (int c = '0'; c <= '9'; ++c)
        kinds[static_cast<std::size_t>(c)] = Kind::digit;
    kinds['-'] = Kind::hyphen;
    kinds['\''] = Kind::apostrophe;
    kinds['.'] = Kind::dot;
    kinds[':'] = Kind::colon;
    kinds['&'] = Kind::ampersand;
    kinds['\n'] = Kind::newline;
    kinds['\r'] = Kind::newline;
    return kinds;
}
constexpr std::array<Kind, 128> ascii_kinds = make_ascii();

Kind kind_of(utf8proc_int32_t code) noexcept {
    switch (code) {
        case 0x2019:
        case 0x2018:
        case 0x02BC:
        case 0x00B4:
            return Kind::apostrophe;
        case 0x2010:
        case 0x2011:
            return Kind::hyphen;
        case 0x2028:
        case 0x2029:
            return Kind::newline;
        case 0x00AD:
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0x2060:
        case 0xFEFF:
            return Kind::hidden;
        default:
            break;
    }
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return Kind::letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return Kind::digit;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return Kind::hidden;
        default:
            return Kind::other;
    }
}

Char char_at(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {Kind::other, 0, false};
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {ascii_kinds[byte], 1, byte >= 'a' && byte <= 'z'};
    utf8proc_int32_t code = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (read <= 0) return {};
    return {kind_of(code), static_cast<std::size_t>(read), utf8proc_category(code) == UTF8PROC_CATEGORY_LL};
}

bool alphanumeric(Kind kind) noexcept {
    return kind == Kind::letter || kind == Kind::digit;
}

// Is the word at `at` "en" or "of"? "toezicht-\nen handhavingsteam" leaves out a word; it does not break one.
bool coordinates(std::string_view text, std::size_t at) noexcept {
    const std::string_view two = text.substr(at, 2);
    return (two == "en" || two == "of") && !alphanumeric(char_at(text, at + 2).kind);
}

// Byte at which a word goes on after a hyphen that ends its line, or 0: only a lower-case letter continues
// it.
std::size_t after_line_break(std::string_view text, std::size_t at) noexcept {
    bool broken = false;
    for (std::size_t steps = 0; steps < 16; ++steps) {
        const Char next = char_at(text, at);
        const bool blank = next.size == 1 && (text[at] == ' ' || text[at] == '\t');
        if (next.kind == Kind::newline) broken = true;
        if (next.kind != Kind::newline && !blank) {
            return broken && next.kind == Kind::letter && next.lower && !coordinates(text, at) ? at : 0;
        }
        at += next.size;
    }
    return 0;
}

// What is known of the word so far: enough to say whether a mark joins it to what follows.
struct Piece {
    Kind last = Kind::other;  // kind of the last letter or digit
    std::size_t letters = 0;  // characters since the last mark
};

// Byte at which the word goes on after the mark `mark` at `at`, or 0 when the word ends before the mark.
std::size_t joined_at(std::string_view text, std::size_t at, const Char& mark, const Piece& piece) noexcept {
    const std::size_t after = at + mark.size;
    const Char next = char_at(text, after);
    const bool digits = piece.last == Kind::digit && next.kind == Kind::digit;
    const auto single = [&] {  // "P" in "A.P.V." and in "B&W": one letter that stands alone
        return piece.letters == 1 && piece.last == Kind::letter && next.kind == Kind::letter &&
               !alphanumeric(char_at(text, after + next.size).kind);
    };
    switch (mark.kind) {
        case Kind::hyphen:
            if (alphanumeric(next.kind)) return digits ? 0 : after;
            return piece.last == Kind::letter ? after_line_break(text, after) : 0;
        case Kind::apostrophe:
            return next.kind == Kind::letter ? after : 0;
        case Kind::dot:
            return digits || single() ? after : 0;
        case Kind::colon:
            return digits ? after : 0;
        case Kind::ampersand:
            return single() ? after : 0;
        default:
            return 0;
    }
}

// "'s-Hertogenbosch": the apostrophe before a lone s and a hyphen begins the word.
bool begins_with_genitive(std::string_view text, std::size_t at, const Char& mark) noexcept {
    const std::string_view two = text.substr(at + mark.size, 2);
    return mark.kind == Kind::apostrophe && (two == "s-" || two == "S-") &&
           char_at(text, at + mark.size + 2).kind == Kind::letter;
}

}  // namespace

WordSpan next_word(std::string_view text, std::size_t from) noexcept {
    std::size_t at = from;
    Char now = char_at(text, at);
    while (now.size != 0 && !alphanumeric(now.kind) && !begins_with_genitive(text, at, now)) {
        at += now.size;
        now = char_at(text, at);
    }
    WordSpan word{at, at};
    Piece piece;
    while (now.size != 0) {
        std::size_t next = at + now.size;
        if (alphanumeric(now.kind)) {
            piece.last = now.kind;
            ++piece.letters;
            word.end = next;
        } else if (now.kind == Kind::hidden) {
            if (word.end == at) word.end = next;
        } else if (at != word.begin) {
            next = joined_at(text, at, now, piece);
            if (next == 0) break;
            piece.letters = 0;
        }
        at = next;
        now = char_at(text, at);
    }
    return word;
}

}  // namespace m150::inline v0
