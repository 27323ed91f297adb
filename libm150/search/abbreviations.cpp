#include "libm150/search/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

#include "libm150/search/compound.hpp"
#include "libm150/search/normalise.hpp"
#include "libm150/search/stop_words.hpp"
#include "libm150/search/words.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t longest_short_form = 10;
constexpr std::size_t longest_long_form = 150;  // bytes
constexpr std::size_t longest_parenthesis = 300;

const StopWords& stop_words() {
    static const StopWords words(Language::dutch);
    return words;
}

struct Word {
    std::size_t begin = 0;  // in the text
    std::size_t end = 0;
    std::string word;  // normalised
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (WordSpan span = next_word(text, 0); span.begin != span.end; span = next_word(text, span.end)) {
        std::string word = normalise_word(text.substr(span.begin, span.end - span.begin));
        if (!word.empty()) words.push_back({span.begin, span.end, std::move(word)});
    }
    return words;
}

struct ShortForm {
    std::string letters;
    bool capital = false;  // is one of its letters?
};

// "boa's" and "LODs" are forms of boa and LOD.
std::string singular(std::string_view word, bool capitals) {
    std::string letters = bare_word(word);  // takes 's off as well
    const bool ends_small = capitals && letters.size() > 2 && word.ends_with('s');
    if (ends_small) letters.pop_back();
    return letters;
}

// Is the piece of text a short form?
std::optional<ShortForm> short_form(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    if (words.empty() || words.size() > 2) return std::nullopt;
    ShortForm form;
    for (const Word& word : words) {
        const std::string_view surface = text.substr(word.begin, word.end - word.begin);
        const auto capitals =
            std::count_if(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        form.capital = form.capital || capitals > 0;
        const bool plural = capitals >= 2 && surface.ends_with('s');
        form.letters += singular(word.word, plural);
    }
    const auto count = [&](auto&& is) { return std::count_if(form.letters.begin(), form.letters.end(), is); };
    const auto letters = count([](char c) { return c >= 'a' && c <= 'z'; });
    const auto digits = count([](char c) { return c >= '0' && c <= '9'; });
    const bool fits = form.letters.size() >= 2 && form.letters.size() <= longest_short_form && letters >= 2 &&
                      digits <= 1 && letters + digits == static_cast<std::ptrdiff_t>(form.letters.size());
    if (!fits || (words.size() == 2 && !form.capital)) return std::nullopt;
    const bool said_by_nobody =
        std::none_of(words.begin(), words.end(), [](const Word& w) { return stop_words().contains(w.word); });
    return said_by_nobody ? std::optional(form) : std::nullopt;
}

// How many letters of a short form need not stand where a word or a part begins.
enum class Spare { none, some };

std::size_t letters_of(Spare spare, const ShortForm& form) {
    return spare == Spare::some && form.capital ? form.letters.size() / 3 : 0;
}

// Matches the letters of a short form against words, from left to right.
class Alignment {
  public:
    // Is there a way in which every letter stands in the words, as find_abbreviations() wants it?
    static bool holds(const ShortForm& form, std::span<const Word> words, Spare spare) {
        if (words.empty() || words.front().word.front() != form.letters.front()) return false;
        if (stop_words().contains(words.front().word)) return false;
        std::size_t bytes = 0;
        for (const Word& word : words)
            bytes += word.word.size();
        return bytes <= longest_long_form && Alignment(form, words).place(1, 1, letters_of(spare, form), 0);
    }

  private:
    Alignment(const ShortForm& form, std::span<const Word> words) : form_(form) {
        for (const Word& word : words) {
            begins_.push_back(letters_.size());
            stop_.push_back(stop_words().contains(word.word));
            for (const std::string& piece : hyphen_pieces(word.word))
                add(piece);
        }
        begins_.push_back(letters_.size());
        hopeless_.resize(form.letters.size() * (letters_.size() + 1) * (form.letters.size() / 3 + 1));
    }

    void add(const std::string& piece) {
        const std::size_t at = letters_.size();
        letters_ += piece;
        starts_.resize(letters_.size(), false);
        if (!piece.empty()) starts_[at] = true;
        for (const CompoundPart& part : CompoundSplitter::dutch().split(piece))
            starts_[at + part.begin] = true;
    }

    // Letter `letter` of the short form onwards at `from` or later, with `spare` letters that need not stand
    // at a start. `word` holds the letter before.
    bool place(std::size_t letter, std::size_t from, std::size_t spare, std::size_t word) {
        if (letter == form_.letters.size()) return passes(word + 1, begins_.size() - 1);
        const std::size_t state = (spare * form_.letters.size() + letter) * (letters_.size() + 1) + from;
        if (hopeless_[state]) return false;
        for (std::size_t at = from; at < letters_.size(); ++at) {
            if (letters_[at] != form_.letters[letter]) continue;
            if (!starts_[at] && spare == 0) continue;
            std::size_t here = word;
            while (begins_[here + 1] <= at)
                ++here;
            if (here > word && !passes(word + 1, here)) break;
            if (place(letter + 1, at + 1, spare - (starts_[at] ? 0 : 1), here)) return true;
        }
        hopeless_[state] = true;
        return false;
    }
    // Nothing but stop words among words [from, to)?
    bool passes(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (!stop_[i]) return false;
        }
        return true;
    }

    const ShortForm& form_;
    std::string letters_;              // of all the words
    std::vector<bool> starts_;         // does a word or a part begin at this letter?
    std::vector<std::size_t> begins_;  // of each word in letters_, and the end
    std::vector<bool> stop_;           // is the word a stop word?
    std::vector<bool> hopeless_;       // by state: was it tried in vain?
};

std::optional<Abbreviation> pair_of(const ShortForm& form, std::span<const Word> words, Spare spare) {
    if (!Alignment::holds(form, words, spare)) return std::nullopt;
    Abbreviation found{form.letters, {}};
    for (const Word& word : words) {
        if (bare_word(word.word) == form.letters) return std::nullopt;
        found.long_form += (found.long_form.empty() ? "" : " ") + word.word;
    }
    const bool longer =
        found.long_form.size() > form.letters.size() && found.long_form.size() <= longest_long_form;
    return longer ? std::optional(std::move(found)) : std::nullopt;
}

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
std::optional<Abbreviation> long_before(std::string_view before, const ShortForm& form) {
    const std::vector<Word> words = words_of(last_sentence(before));
    for (const Spare spare : {Spare::none, Spare::some}) {
        for (std::size_t count = 1; count <= std::min(words.size(), most_words(form)); ++count) {
            if (auto found = pair_of(form, std::span(words).last(count), spare)) return found;
        }
    }
    return std::nullopt;
}

// "BOT (" and "het bedrijfsopvangteam": all words within, but for stop words at the beginning.
std::optional<Abbreviation> long_within(std::string_view before, std::string_view inner) {
    const std::vector<Word> words = words_of(last_sentence(before));
    if (words.empty()) return std::nullopt;
    const std::size_t at = before.size() - last_sentence(before).size() + words.back().begin;
    const auto form = short_form(before.substr(at));
    if (!form) return std::nullopt;
    const std::vector<Word> within = words_of(inner);
    std::size_t first = 0;
    while (first < within.size() && stop_words().contains(within[first].word))
        ++first;
    if (first == within.size() || within.size() - first > most_words(*form)) return std::nullopt;
    return pair_of(*form, std::span(within).subspan(first), Spare::some);
}

std::string_view without_introduction(std::string_view inner) {
    for (const std::string_view words :
         {"hierna te noemen", "hierna ook", "hierna", "verder te noemen", "verder", "afgekort tot",
          "afgekort als", "afgekort", "kortweg", "ook wel"}) {
        if (!inner.starts_with(words)) continue;
        inner.remove_prefix(words.size());
        while (!inner.empty() && (inner.front() == ' ' || inner.front() == ':'))
            inner.remove_prefix(1);
        break;
    }
    return inner.substr(0, inner.find_first_of(",;"));
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) {
    std::vector<Abbreviation> found;
    for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
        const std::string_view piece = text.substr(open + 1, longest_parenthesis);
        const std::size_t close = piece.find_first_of("()");
        if (close == std::string_view::npos || piece[close] == '(') continue;
        const std::string_view inner = without_introduction(piece.substr(0, close));
        const std::string_view before = text.substr(0, open);
        std::optional<Abbreviation> pair;
        if (const auto form = short_form(inner)) pair = long_before(before, *form);
        if (!pair) pair = long_within(before, inner);
        if (pair) found.push_back(std::move(*pair));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace m150::inline v0
