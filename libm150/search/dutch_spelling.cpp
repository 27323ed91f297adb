#include "libm150/search/dutch_spelling.hpp"

#include <algorithm>

namespace m150::inline v0::dutch_spelling {

bool vowel(char c) noexcept {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

std::string_view without(std::string_view word, std::string_view ending) noexcept {
    return word.ends_with(ending) ? word.substr(0, word.size() - ending.size()) : std::string_view();
}

std::string joined(std::string_view a, std::string_view b) {
    return std::string(a) + std::string(b);
}

namespace {

char voiced(char c) noexcept {
    return c == 'f' ? 'v' : c == 's' ? 'z' : c;
}
char voiceless(char c) noexcept {
    return c == 'v' ? 'f' : c == 'z' ? 's' : c;
}

bool ends_single(std::string_view stem) noexcept {  // one vowel letter, then one consonant
    const std::size_t n = stem.size();
    return n >= 2 && !vowel(stem[n - 1]) && vowel(stem[n - 2]) && (n < 3 || !vowel(stem[n - 3]));
}

// The last syllable is an unstressed one that spelling leaves alone: vergader-en, handel-en, wijzig-en.
bool ends_weakly(std::string_view stem) noexcept {
    const std::size_t n = stem.size();
    if (n < 4 || std::none_of(stem.begin(), stem.end() - 2, vowel)) return false;
    const std::string_view last = stem.substr(n - 2);
    return last == "el" || last == "er" || last == "en" || last == "em" || last == "ig" || last == "ik";
}

}  // namespace

std::vector<std::string> open_spellings(std::string_view stem) {
    std::vector<std::string> spellings;
    const std::size_t n = stem.size();
    if (n < 2) return spellings;
    const char last = stem[n - 1];
    const std::string body(stem.substr(0, n - 1));
    if (n >= 3 && !vowel(last) && vowel(stem[n - 2]) && stem[n - 2] == stem[n - 3]) {
        const std::string open = body.substr(0, n - 2);
        spellings.push_back(open + voiced(last));
        spellings.push_back(open + last);
    } else if (ends_single(stem)) {
        spellings.push_back(std::string(stem) + last);
        if (ends_weakly(stem) || stem.ends_with("kom") || last == 'w' || last == 'x' || stem[n - 2] == 'y')
            spellings.emplace_back(stem);
    } else {
        spellings.push_back(body + voiced(last));
        spellings.emplace_back(stem);
    }
    return spellings;
}

std::vector<std::string> closed_spellings(std::string_view stem) {
    const std::size_t n = stem.size();
    if (n < 2) return {};
    if (stem[n - 1] == stem[n - 2] && !vowel(stem[n - 1]))
        return {std::string(stem.substr(0, n - 1)), std::string(stem)};
    std::string plain(stem);
    plain.back() = voiceless(plain.back());
    std::vector<std::string> spellings;
    if (ends_single(plain) && plain[n - 2] != 'i' && plain[n - 2] != 'y' && plain[n - 1] != 'w') {
        spellings.push_back(plain.substr(0, n - 1) + plain[n - 2] + plain[n - 1]);
    }
    spellings.push_back(plain);
    if (plain != stem) spellings.emplace_back(stem);
    // Two vowel letters may be two syllables: materi-alen, oce-anen, contractu-ele, actuari-ele.
    if (n >= 4 && !vowel(plain[n - 1]) &&
        std::string_view("aeo").find(plain[n - 2]) != std::string_view::npos &&
        std::string_view("ieu").find(plain[n - 3]) != std::string_view::npos)
        spellings.push_back(plain.substr(0, n - 1) + plain[n - 2] + plain[n - 1]);
    return spellings;
}

bool past_in_t(std::string_view infinitive) noexcept {
    const std::string_view stem = infinitive.substr(0, infinitive.size() - 2);
    return stem.ends_with("ch") || stem.ends_with("sh") ||
           std::string_view("tkfspx").find(stem.back()) != std::string_view::npos;
}

std::string closed_spelling(std::string_view stem) {
    if (ends_weakly(stem)) return std::string(stem);
    const auto spellings = closed_spellings(stem);
    return spellings.empty() ? std::string(stem) : spellings.front();
}

}  // namespace m150::inline v0::dutch_spelling
