#include "libm150/search/analysis.hpp"

#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "libm150/search/compound.hpp"
#include "libm150/search/joined.hpp"
#include "libm150/search/known_words.hpp"
#include "libm150/search/lexicon.hpp"
#include "libm150/search/normalise.hpp"
#include "libm150/search/stemmer.hpp"
#include "libm150/search/stop_words.hpp"
#include "libm150/search/word_data.hpp"
#include "libm150/search/word_memory.hpp"
#include "libm150/search/words.hpp"

namespace m150::inline v0 {
namespace {

// To be raised whenever the same word lists give other terms than before.
constexpr const char* rules_version = "5";

std::string hexadecimal(std::uint64_t value) {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(value >> static_cast<unsigned>(shift)) & 15U];
    return text;
}

}  // namespace

struct Analyzer::State {
    explicit State(const AnalysisOptions& given);

    WordForm analyse(std::string_view surface) const;
    void find_parts(const std::string& bare, WordForm& result) const;
    std::string stem(std::string_view bare) const;
    bool known(const std::string& bare) const;

    AnalysisOptions options;
    StopWords stop_words;
    std::optional<CompoundSplitter> splitter;  // this and the next two: Dutch
    std::optional<DutchStemmer> dutch;
    std::optional<WordJoiner> joiner;
    mutable std::mutex english_mutex;
    Xapian::Stem english{"english"};
    std::string version;
    std::string rules;
    std::string word_lists;
    mutable WordMemory memory;
};

Analyzer::State::State(const AnalysisOptions& given) : options(given), stop_words(given.language) {
    if (options.language == Language::dutch) {
        splitter.emplace(Lexicon::dutch(), word_data::compound_rules());
        dutch.emplace(Lexicon::dutch(), *splitter);
        if (options.compounds) joiner.emplace(Lexicon::dutch(), *splitter);
    }
    word_lists = hexadecimal(word_data::hash(options.language));
    rules = std::string(dutch ? "nl" : "en") + "-" + rules_version;
    version = rules + (options.compounds ? "c" : "") + (options.stop_words ? "s" : "") + "-" + word_lists +
              "-xapian" + Xapian::version_string();
}

std::string Analyzer::State::stem(std::string_view bare) const {
    std::string stemmed;
    if (dutch) {
        stemmed = dutch->stem(bare);
    } else {
        const std::lock_guard<std::mutex> lock(english_mutex);
        stemmed = english(std::string(bare));
    }
    stemmed.resize(cut(stemmed, max_word_bytes).size());
    return stemmed;
}

// Adds the stems of the parts of one piece of a word; the stem of the piece itself when it has no parts.
void Analyzer::State::find_parts(const std::string& bare, WordForm& result) const {
    const auto add = [&](std::string part) {
        const bool known = part == result.stem ||
                           std::find(result.parts.begin(), result.parts.end(), part) != result.parts.end();
        if (part.size() >= 2 && !known) result.parts.push_back(std::move(part));
    };
    const auto parts = splitter && options.compounds ? splitter->split(bare) : std::vector<CompoundPart>{};
    if (parts.empty()) add(stem(bare));
    for (const CompoundPart& part : parts)
        add(stem(std::string_view(bare).substr(part.begin, part.end - part.begin)));
}

bool Analyzer::State::known(const std::string& bare) const {
    return KnownWords::of(options.language).word_or_form(bare);
}

WordForm Analyzer::State::analyse(std::string_view surface) const {
    WordForm result;
    result.word = normalise_word(surface);
    if (result.word.empty() || (options.stop_words && stop_words.contains(result.word))) return result;
    const std::string bare = bare_word(result.word);
    if (bare.empty()) return result;
    result.stem = stem(bare);
    const auto pieces = hyphen_pieces(result.word);
    if (pieces.size() > 1) {
        for (const std::string& piece : pieces)
            find_parts(piece, result);
    } else if (splitter && options.compounds) {
        find_parts(bare, result);
    }
    result.known = pieces.size() > 1 || !result.parts.empty() || known(bare);
    return result;
}

Analyzer::Analyzer(const AnalysisOptions& options) : state_(new State(options)) {}
Analyzer::~Analyzer() = default;

void Analyzer::for_each_word(std::string_view text, const Visit& visit) const {
    for (WordSpan span = next_word(text, 0); span.begin != span.end; span = next_word(text, span.end)) {
        const auto form = form_of(text.substr(span.begin, span.end - span.begin));
        if (!form->word.empty()) visit(span.begin, span.end, *form);
    }
}

std::shared_ptr<const WordForm> Analyzer::form_of(std::string_view surface) const {
    // A longer surface would only fill the memory: normalise_word() does not look further.
    return state_->memory.form_of(cut(surface, 1024),
                                  [&](std::string_view word) { return state_->analyse(word); });
}

std::vector<Token> Analyzer::tokens(std::string_view text) const {
    std::vector<Token> found;
    found.reserve(text.size() / 6);
    for_each_word(text, [&](std::size_t begin, std::size_t end, const WordForm& form) {
        found.push_back({begin, end, form.word, form.stem, form.parts, form.known});
    });
    return found;
}

const WordJoiner* Analyzer::joiner() const noexcept {
    return state_->joiner ? &*state_->joiner : nullptr;
}

const std::string& Analyzer::version() const noexcept {
    return state_->version;
}

const AnalysisOptions& Analyzer::options() const noexcept {
    return state_->options;
}
const std::string& Analyzer::rules() const noexcept {
    return state_->rules;
}
const std::string& Analyzer::word_lists() const noexcept {
    return state_->word_lists;
}

}  // namespace m150::inline v0
