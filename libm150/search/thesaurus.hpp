// Concepts with their labels: what makes "BOT" and "bedrijfsopvangteam" find each other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"
#include "libm150/search/label_index.hpp"

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
    // Longest matches, left to right; see LabelIndex for how labels are compared. When several concepts share
    // a label, each gives a mention.
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

    std::vector<Concept> concepts_;
    std::vector<std::vector<std::vector<std::string>>> label_stems_;  // concept, label, words
    std::vector<Label> labels_;                                       // by their number in the index
    LabelIndex index_;
    ThesaurusOptions options_;
};

}  // namespace m150::inline v0
