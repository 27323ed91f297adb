// Text in, terms out: what the index stores of a text and what a question looks for are made here, the same
// way.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/language.hpp"

namespace m150::inline v0 {

struct AnalysisOptions {
    // Language of the texts. One knowledge base has one language.
    Language language = Language::dutch;
    // Split Dutch compounds ("horecacontrole" -> horeca, controle) and give the parts as further terms.
    // Default: on.
    bool compounds = true;
    // Leave out stop words. Default: on; off only to measure what it costs.
    bool stop_words = true;

    friend bool operator==(const AnalysisOptions&, const AnalysisOptions&) = default;
};

class WordJoiner;

// What is made of one word. A stop word has an empty stem and no parts.
struct WordForm {
    std::string word;                // as Token::word
    std::string stem;                // as Token::stem
    std::vector<std::string> parts;  // as Token::parts
    // Is it, or is it made of, words that the language is known to have?
    bool known = true;
};

// One word of a text, with its place.
struct Token {
    std::size_t begin = 0;  // bytes [begin, end) of the word in the analysed text
    std::size_t end = 0;
    std::string word;  // normalised: NFC, lower case, no soft hyphens or accents that do not tell words apart
    std::string stem;  // the term that stands for the word; at most 64 bytes
    std::vector<std::string> parts;  // stems of the parts, when the word is a compound; never contains `stem`
    bool known = true;               // as WordForm::known
};

// Turns text into tokens. Immutable; may be used from any number of threads.
class M150_EXPORT Analyzer {
  public:
    explicit Analyzer(const AnalysisOptions& options = {});
    ~Analyzer();
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;

    // The words of `text` in order. Requires valid UTF-8. Words are runs of letters and digits; hyphens,
    // apostrophes and dots join what belongs together (see docs/language.md).
    std::vector<Token> tokens(std::string_view text) const;

    // The same words without copies, for whoever goes through many texts: calls visit(begin, end, form) for
    // each. The form may be kept no longer than the call.
    using Visit = std::function<void(std::size_t begin, std::size_t end, const WordForm& form)>;
    void for_each_word(std::string_view text, const Visit& visit) const;
    // What is made of one word, given as next_word() finds it (see libm150/search/words.hpp).
    std::shared_ptr<const WordForm> form_of(std::string_view surface) const;

    // What puts words together that belong together (joined.hpp); null when compounds are not split.
    const WordJoiner* joiner() const noexcept;

    const AnalysisOptions& options() const noexcept;
    // Says which rules, word lists and library versions made the terms; an index made by another version is
    // rebuilt.
    const std::string& version() const noexcept;
    // The language and the number of the rules alone: by other rules the same word gets another stem.
    const std::string& rules() const noexcept;
    // A hash of the word lists alone, 16 hexadecimal digits: by other lists some words get other stems.
    const std::string& word_lists() const noexcept;

  private:
    struct State;
    std::unique_ptr<const State> state_;
};

}  // namespace m150::inline v0
