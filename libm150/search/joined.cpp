#include "libm150/search/joined.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "libm150/search/dutch_spelling.hpp"
#include "libm150/search/normalise.hpp"

namespace m150::inline v0 {
namespace {

// With their bits in LexiconEntry::links.
constexpr std::array<std::pair<std::string_view, unsigned>, 4> links{
    {{"", 1}, {"s", 2}, {"e", 4}, {"en", 8}}};

constexpr std::array<std::string_view, 11> prepositions{"van",   "voor", "bij", "op",   "in", "door",
                                                        "tegen", "aan",  "met", "over", "uit"};
constexpr std::array<std::string_view, 3> articles{"de", "het", "een"};
// They begin compounds of the language (driewieler), but nobody makes new ones with them: "drie bonnen".
constexpr std::array<std::string_view, 30> numerals{
    "een",       "twee",     "drie",      "vier",    "vijf",    "zes",      "zeven",    "acht",
    "negen",     "tien",     "elf",       "twaalf",  "dertien", "veertien", "vijftien", "zestien",
    "zeventien", "achttien", "negentien", "twintig", "dertig",  "veertig",  "vijftig",  "zestig",
    "zeventig",  "tachtig",  "negentig",  "honderd", "duizend", "miljoen"};

bool all_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

struct WordJoiner::Modifier {
    std::string word;
    unsigned links = 0;
    bool begins_compounds = false;
};

bool WordJoiner::in_lexicon(std::string_view word) const {
    if (const auto entry = lexicon_.find(word)) return entry->kind != 'n';
    const std::string singular = splitter_.forms().singular(word);
    return !singular.empty() && lexicon_.base(singular);
}

bool WordJoiner::one_word(std::string_view first, std::string_view second) const {
    std::array<char, 2 * max_word_bytes> letters;
    if (first.size() + second.size() < 5 || first.size() + second.size() > letters.size()) return false;
    const auto half = std::copy(first.begin(), first.end(), letters.begin());
    const auto end = std::copy(second.begin(), second.end(), half);
    const std::string_view word(letters.data(), static_cast<std::size_t>(end - letters.begin()));
    const auto entry = lexicon_.find(word);
    return entry && entry->kind != 'n' && splitter_.split(word).empty();
}

WordJoiner::Modifier WordJoiner::as_typed(std::string_view word) const {
    Modifier modifier{std::string(word), 0, !splitter_.name(word) && !among(numerals, word)};
    auto entry = lexicon_.find(word);
    if (!entry) {
        // A compound links as its last part does; an unknown word, such as an abbreviation, without a link.
        const auto parts = splitter_.split(word);
        if (!parts.empty()) entry = lexicon_.find(word.substr(parts.back().begin));
        if (!entry) modifier.links = 1;
        // A finite verb that the lexicon does not list: pakt, huurt.
        if (!splitter_.forms().infinitive(word).empty()) modifier.begins_compounds = false;
    }
    if (!entry) return modifier;
    modifier.links = entry->links;
    for (const auto& [link, bit] : links) {
        const auto linked = lexicon_.find(modifier.word + std::string(link));
        // honden, bedrijfs; but weten is no form of wet
        if (linked && linked->kind == 'f' && linked->modifier > 0) modifier.links |= bit;
    }
    if (modifier.links == 0) modifier.links = 1;
    modifier.begins_compounds = modifier.begins_compounds && entry->kind != 'n' && entry->kind != 'v';
    return modifier;
}

std::vector<WordJoiner::Modifier> WordJoiner::modifiers(std::string_view word) const {
    std::vector<Modifier> found{as_typed(word)};
    const DutchForms& forms = splitter_.forms();
    const auto entry = lexicon_.find(word);
    if (entry && entry->kind == 'v') {
        if (!word.ends_with("en")) return found;
        const std::string_view stem = word.substr(0, word.size() - 2);
        std::vector<std::string> spellings = dutch_spelling::closed_spellings(stem);
        spellings.emplace_back(stem);
        for (const std::string& spelling : spellings) {  // parkeer
            const auto known = lexicon_.find(spelling);
            if (known && known->modifier > 0) found.push_back(as_typed(spelling));
        }
    } else if (const std::string singular = forms.singular(word); !singular.empty()) {
        found.push_back(as_typed(singular));
    } else if (entry && entry->modifier == 0 && !forms.base(word).empty()) {
        found.front().begins_compounds = false;  // an inflected adjective or verb: openbare orde
    }
    return found;
}

// A noun that ends compounds, a plural of one, an infinitive beside such a noun (dumpen, dumping), or a word
// that nobody knows and that is no name.
bool WordJoiner::ends_compounds(std::string_view word) const {
    if (splitter_.name(word)) return false;
    const auto entry = lexicon_.find(word);
    if (!entry) return splitter_.forms().infinitive(word).empty();
    if (entry->kind == 'v') {
        const auto noun = word.ends_with("en")
                              ? lexicon_.find(std::string(word.substr(0, word.size() - 2)) + "ing")
                              : std::nullopt;
        return noun && noun->head > 0;
    }
    if (entry->kind == 'f' && splitter_.forms().singular(word).empty()) return false;
    return entry->kind != 'n' && entry->head > 0;
}

std::vector<std::string> WordJoiner::compounds(std::string_view modifier, std::string_view head,
                                               Known known) const {
    std::vector<std::string> found;
    if (modifier.empty() || head.size() < 3 || !all_letters(modifier) || !all_letters(head)) return found;
    const bool plausible = known == Known::or_plausible && ends_compounds(head);
    for (const Modifier& one : modifiers(modifier)) {
        for (const auto& [link, bit] : links) {
            std::string word = one.word + std::string(link) + std::string(head);
            if ((one.links & bit) == 0 || word.size() > max_word_bytes) continue;
            if (!(plausible && one.begins_compounds) && !in_lexicon(word)) continue;
            if (std::find(found.begin(), found.end(), word) == found.end()) found.push_back(std::move(word));
        }
    }
    return found;
}

std::string WrittenApart::next(std::size_t begin, std::size_t end, const WordForm& form) {
    std::string stem;
    const WordJoiner* joiner = analyzer_.joiner();
    if (joiner == nullptr) return stem;
    if (!before_.empty() && !form.stem.empty() && blank(text_.substr(before_end_, begin - before_end_)) &&
        joiner->one_word(before_, form.word)) {
        stem = analyzer_.tokens(before_ + form.word).at(0).stem;
    }
    before_ = form.stem.empty() ? std::string_view() : std::string_view(form.word);
    before_end_ = end;
    return stem;
}

std::vector<JoinedWords> joined_words(std::string_view text, const std::vector<Token>& tokens,
                                      const Analyzer& analyzer) {
    using Known = WordJoiner::Known;
    std::vector<JoinedWords> found;
    const WordJoiner* joiner = analyzer.joiner();
    if (joiner == nullptr) return found;
    const auto add = [&](std::size_t first, std::size_t last, std::size_t modifier, std::size_t head,
                         Known known) {
        const std::string a = bare_word(tokens[modifier].word);
        const std::string b = bare_word(tokens[head].word);
        std::vector<std::string> words = joiner->compounds(a, b, known);
        if (modifier < head && joiner->one_word(a, b)) words.insert(words.begin(), a + b);
        for (const std::string& word : words) {
            JoinedWords joined{first, last, analyzer.tokens(word).at(0).stem};
            if (!joined.term.empty() && std::find(found.begin(), found.end(), joined) == found.end())
                found.push_back(std::move(joined));
        }
    };
    const auto together = [&](std::size_t left) {  // with the next word, nothing but white space between
        return left + 1 < tokens.size() &&
               blank(text.substr(tokens[left].end, tokens[left + 1].begin - tokens[left].end));
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].stem.empty() || !together(i)) continue;
        if (!tokens[i + 1].stem.empty()) {
            add(i, i + 2, i, i + 1, Known::or_plausible);
            add(i, i + 2, i + 1, i, Known::in_lexicon);
            continue;
        }
        if (!among(prepositions, tokens[i + 1].word)) continue;
        std::size_t last = i + 2;
        if (last < tokens.size() && together(last - 1) && among(articles, tokens[last].word)) ++last;
        if (last < tokens.size() && together(last - 1) && !tokens[last].stem.empty())
            add(i, last + 1, last, i, Known::or_plausible);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const JoinedWords& a, const JoinedWords& b) { return a.last < b.last; });
    return found;
}

}  // namespace m150::inline v0
