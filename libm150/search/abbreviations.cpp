#include "libm150/search/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "libm150/search/short_form.hpp"

namespace m150::inline v0 {

using namespace abbreviating;

namespace {

constexpr std::size_t longest_parenthesis = 300;

std::size_t most_words(const ShortForm& form) {
    return std::min(form.letters.size() + 5, 2 * form.letters.size());
}

// The sentence so far: what stands after the last mark that ends one.
std::string_view last_sentence(std::string_view before) {
    std::size_t begin = before.size() > 600 ? before.size() - 600 : 0;
    while (begin < before.size() && (static_cast<unsigned char>(before[begin]) & 0xC0) == 0x80)
        ++begin;
    for (std::size_t at = before.size(); at > begin; --at) {
        const char c = before[at - 1];
        const bool ends = c == '!' || c == '?' || c == ';' || c == ':' || c == '\n' || c == ')' || c == '(';
        const bool stop = c == '.' && at < before.size() && before[at] == ' ';
        if (ends || stop) return before.substr(at);
    }
    return before.substr(begin);
}

// "bedrijfsopvangteam (" and "BOT": the fewest words before that fit. All letters at beginnings come first,
// however many words that takes: "environmental enforcement officer (EEO)" is no "enforcement officer".
std::optional<Abbreviation> long_before(std::string_view before, const ShortForm& form, Language language) {
    const std::vector<Word> words = words_of(last_sentence(before));
    for (const Spare spare : {Spare::none, Spare::some}) {
        for (std::size_t count = 1; count <= std::min(words.size(), most_words(form)); ++count) {
            if (auto found = pair_of(form, std::span(words).last(count), spare, language)) return found;
        }
    }
    return std::nullopt;
}

// "BOT (" and "het bedrijfsopvangteam": all words within, but for stop words at the beginning.
std::optional<Abbreviation> long_within(std::string_view before, std::string_view inner, Language language) {
    const std::vector<Word> words = words_of(last_sentence(before));
    if (words.empty()) return std::nullopt;
    const std::size_t at = before.size() - last_sentence(before).size() + words.back().begin;
    const auto form = short_form(before.substr(at), language);
    if (!form) return std::nullopt;
    const std::vector<Word> within = words_of(inner);
    std::size_t first = 0;
    while (first < within.size() && stop_words(language).contains(within[first].word))
        ++first;
    if (first == within.size() || within.size() - first > most_words(*form)) return std::nullopt;
    return pair_of(*form, std::span(within).subspan(first), Spare::some, language);
}

// Longer ones before those that they begin with.
constexpr std::array<std::string_view, 10> introductions_nl{
    "hierna te noemen", "hierna ook",   "hierna",   "verder te noemen", "verder",
    "afgekort tot",     "afgekort als", "afgekort", "kortweg",          "ook wel"};
constexpr std::array<std::string_view, 13> introductions_en{"hereinafter referred to as",
                                                            "hereinafter",
                                                            "hereafter",
                                                            "henceforth",
                                                            "also known as",
                                                            "also called",
                                                            "abbreviated to",
                                                            "abbreviated",
                                                            "known as",
                                                            "referred to as",
                                                            "in short",
                                                            "or",
                                                            "aka"};

std::string_view without_introduction(std::string_view inner, Language language) {
    const std::span<const std::string_view> introductions =
        language == Language::dutch ? std::span<const std::string_view>(introductions_nl) : introductions_en;
    for (const std::string_view words : introductions) {
        if (!inner.starts_with(words)) continue;
        if (inner.size() > words.size() && inner[words.size()] != ' ' && inner[words.size()] != ':') continue;
        inner.remove_prefix(words.size());
        while (!inner.empty() && (inner.front() == ' ' || inner.front() == ':'))
            inner.remove_prefix(1);
        break;
    }
    return inner.substr(0, inner.find_first_of(",;"));
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text, Language language) {
    std::vector<Abbreviation> found;
    for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
        const std::string_view piece = text.substr(open + 1, longest_parenthesis);
        const std::size_t close = piece.find_first_of("()");
        if (close == std::string_view::npos || piece[close] == '(') continue;
        const std::string_view inner = without_introduction(piece.substr(0, close), language);
        const std::string_view before = text.substr(0, open);
        std::optional<Abbreviation> pair;
        if (const auto form = short_form(inner, language)) pair = long_before(before, *form, language);
        if (!pair) pair = long_within(before, inner, language);
        if (pair) found.push_back(std::move(*pair));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace m150::inline v0
