// Concepts with their labels: what makes "BOT" and "bedrijfsopvangteam" find each other.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

struct Concept {
    std::string id;
    std::vector<std::string> labels;  // the preferred one first
};

struct ThesaurusOptions {
    double synonym_weight = 0.4;  // of another label's terms, relative to a word of the question
    double concept_weight = 1.0;  // of the concept itself

    friend bool operator==(const ThesaurusOptions&, const ThesaurusOptions&) = default;
};

// Finds concepts by their labels in a text. Immutable; may be used from any number of threads.
class M150_EXPORT Thesaurus {
  public:
    Thesaurus() = default;
    Thesaurus(const Analyzer& analyzer, const std::vector<Concept>& concepts,
              const ThesaurusOptions& options = {});

    struct Mention {
        std::size_t first = 0;  // tokens [first, last) of the text
        std::size_t last = 0;
        std::size_t concept_index = 0;
        std::size_t label = 0;
        friend bool operator==(const Mention&, const Mention&) = default;
    };
    // Longest matches, left to right; stop words in label and text are passed over. Labels are compared by
    // their stems. A label that is an abbreviation (one word in capitals) is compared by the word itself, its
    // plural or genitive included
    // ("BOA": boa, boas, boa's), because its stem may be that of a common word. When several concepts share a
    // label, each gives a mention. A label of stop words alone is never found.
    std::vector<Mention> mentions(const std::vector<Token>& tokens) const;
    const std::vector<Concept>& concepts() const noexcept { return concepts_; }
    // Terms of one label, analysed: its stems without stop words. Requires that concept and label exist.
    const std::vector<std::string>& label_terms(std::size_t concept_index, std::size_t label) const;
    const ThesaurusOptions& options() const noexcept { return options_; }

  private:
    struct Label {
        std::size_t concept_index = 0;
        std::size_t label = 0;
    };
    using Labels = std::unordered_map<std::string, std::vector<Label>>;

    std::vector<Concept> concepts_;
    std::vector<std::vector<std::vector<std::string>>> label_stems_;  // concept, label, words
    Labels by_stems_;                                                 // key: stems, each followed by a NUL
    Labels by_abbreviation_;                                          // key: normalised word
    std::size_t longest_ = 0;                                         // words of the longest label
    ThesaurusOptions options_;
};

}  // namespace m150::inline v0
