#include "libm150/search/short_form.hpp"

#include <algorithm>

#include "libm150/search/compound.hpp"
#include "libm150/search/normalise.hpp"
#include "libm150/search/words.hpp"

namespace m150::inline v0::abbreviating {

namespace {

constexpr std::size_t longest_short_form = 10;
constexpr std::size_t longest_long_form = 150;  // bytes

// "boa's", "BOA's" and "LODs" are forms of boa, BOA and LOD.
std::string singular(std::string_view word, bool capitals) {
    std::string letters = bare_word(word);  // takes 's off as well
    const bool ends_small = capitals && letters.size() > 2 && letters.ends_with('s');
    if (ends_small) letters.pop_back();
    return letters;
}

std::size_t letters_of(Spare spare, const ShortForm& form) {
    return spare == Spare::some && form.capital ? form.letters.size() / 3 : 0;
}

// Matches the letters of a short form against words, from left to right.
class Alignment {
  public:
    // Is there a way in which every letter stands in the words, as find_abbreviations() wants it?
    static bool holds(const ShortForm& form, std::span<const Word> words, Spare spare, Language language) {
        if (words.empty() || words.front().word.front() != form.letters.front()) return false;
        if (stop_words(language).contains(words.front().word)) return false;
        std::size_t bytes = 0;
        for (const Word& word : words)
            bytes += word.word.size();
        return bytes <= longest_long_form &&
               Alignment(form, words, language).place(1, 1, letters_of(spare, form), 0);
    }

  private:
    Alignment(const ShortForm& form, std::span<const Word> words, Language language) : form_(form) {
        for (const Word& word : words) {
            begins_.push_back(letters_.size());
            stop_.push_back(stop_words(language).contains(word.word));
            for (const std::string& piece : hyphen_pieces(word.word))
                add(piece, language);
        }
        begins_.push_back(letters_.size());
        hopeless_.resize(form.letters.size() * (letters_.size() + 1) * (form.letters.size() / 3 + 1));
    }

    void add(const std::string& piece, Language language) {
        const std::size_t at = letters_.size();
        letters_ += piece;
        starts_.resize(letters_.size(), false);
        if (!piece.empty()) starts_[at] = true;
        if (language != Language::dutch) return;
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

}  // namespace

const StopWords& stop_words(Language language) {
    static const StopWords dutch(Language::dutch);
    static const StopWords english(Language::english);
    return language == Language::dutch ? dutch : english;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (WordSpan span = next_word(text, 0); span.begin != span.end; span = next_word(text, span.end)) {
        std::string word = normalise_word(text.substr(span.begin, span.end - span.begin));
        if (!word.empty()) words.push_back({span.begin, span.end, std::move(word)});
    }
    return words;
}

std::optional<ShortForm> short_form(std::string_view text, Language language) {
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
    const bool said_by_nobody = std::none_of(words.begin(), words.end(), [&](const Word& word) {
        return stop_words(language).contains(word.word);
    });
    return said_by_nobody ? std::optional(form) : std::nullopt;
}

std::optional<Abbreviation> pair_of(const ShortForm& form, std::span<const Word> words, Spare spare,
                                    Language language) {
    if (!Alignment::holds(form, words, spare, language)) return std::nullopt;
    Abbreviation found{form.letters, {}};
    for (const Word& word : words) {
        if (bare_word(word.word) == form.letters) return std::nullopt;
        found.long_form += (found.long_form.empty() ? "" : " ") + word.word;
    }
    const bool longer =
        found.long_form.size() > form.letters.size() && found.long_form.size() <= longest_long_form;
    return longer ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace m150::inline v0::abbreviating
