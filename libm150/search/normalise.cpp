#include "libm150/search/normalise.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace m150::inline v0 {
namespace {

constexpr std::size_t looked_at = 1024;

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool blank(char c) noexcept {
    return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

// Compatibility decomposition, case folding, marks and ignorable characters dropped, then composed again.
std::string fold(std::string_view word) {
    utf8proc_uint8_t* folded = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                       UTF8PROC_IGNORE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                   static_cast<utf8proc_ssize_t>(word.size()), &folded, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
    return size <= 0 ? std::string()
                     : std::string(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string one_kind_of_marks(std::string text) {
    for (const char* hyphen : {"\u2010", "\u2011"})
        text = replaced(std::move(text), hyphen, "-");
    for (const char* quote : {"\u2018", "\u2019", "\u02BC", "\u00B4"})
        text = replaced(std::move(text), quote, "'");
    return replaced(replaced(std::move(text), "\u2028", "\n"), "\u2029", "\n");
}

// Every group after the first has three digits: "1.500", "12.500.000"; not "5.16".
bool thousands(std::string_view word) noexcept {
    std::size_t group = 0;
    std::size_t groups = 0;
    for (const char c : word) {
        if (digit(c)) {
            ++group;
        } else if (c == '.') {
            if (group == 0 || group > 3 || (groups > 0 && group != 3)) return false;
            group = 0;
            ++groups;
        } else {
            return false;
        }
    }
    return groups > 0 && group == 3;
}

std::string without_line_break(std::string_view word) {
    std::string joined;
    for (std::size_t at = 0; at < word.size(); ++at) {
        std::size_t next = at + 1;
        while (next < word.size() && blank(word[next]))
            ++next;
        if (word[at] == '-' && next > at + 1) {
            at = next - 1;
        } else if (!blank(word[at])) {
            joined += word[at];
        }
    }
    return joined;
}

std::string without_dots(std::string word) {
    const bool abbreviation = std::none_of(word.begin(), word.end(), digit);
    if (abbreviation || thousands(word)) word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
    return word;
}

}  // namespace

std::string_view cut(std::string_view text, std::size_t bytes) noexcept {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

std::string normalise_word(std::string_view word) {
    word = cut(word, looked_at);
    std::string normal;
    if (is_ascii(word)) {
        normal.assign(word);
        for (char& c : normal) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
    } else {
        // The marks first: compatibility decomposition would turn U+00B4 into a space and an accent.
        normal = fold(one_kind_of_marks(std::string(word)));
    }
    if (normal.find_first_of("\n\r") != std::string::npos) normal = without_line_break(normal);
    if (normal.find('.') != std::string::npos) normal = without_dots(std::move(normal));
    normal.resize(cut(normal, max_word_bytes).size());
    return normal;
}

std::string bare_word(std::string_view normalised) {
    if (normalised.find_first_of("'-") == std::string_view::npos) return std::string(normalised);
    if (const auto at = normalised.rfind('\''); at != std::string_view::npos && at > 0) {
        // "boa's", "boa'tje": what hangs on an apostrophe at the end is an ending, not a part of the word.
        const std::string_view ending = normalised.substr(at + 1);
        if (ending == "s" || ending == "tje" || ending == "tjes") normalised = normalised.substr(0, at);
    }
    std::string bare;
    for (const char c : normalised) {
        if (c != '\'' && c != '-') bare += c;
    }
    return bare;
}

std::vector<std::string> hyphen_pieces(std::string_view normalised) {
    std::vector<std::string> pieces;
    for (std::size_t from = 0; from <= normalised.size();) {
        const std::size_t to = std::min(normalised.find('-', from), normalised.size());
        std::string piece = bare_word(normalised.substr(from, to - from));
        if (!piece.empty()) pieces.push_back(std::move(piece));
        from = to + 1;
    }
    return pieces;
}

}  // namespace m150::inline v0
