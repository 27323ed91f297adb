// What a question looks for: its words as weighted terms, with what was made of each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

struct QueryTerm {
    enum class Kind {
        word,        // the stem of a word of the question
        part,        // part of a compound in the question
        synonym,     // from another label of a concept that the question names
        concept_id,  // the concept itself
    };
    std::string term;
    Kind kind = Kind::word;
    double weight = 1.0;  // multiplies the term's BM25 weight
    std::string origin;   // the words of the question it comes from, as typed
    std::string via;      // for synonym and concept_id: the id of the concept
};

struct Query {
    std::vector<QueryTerm> terms;  // each term at most once per kind group (text terms, concepts); in order of the question
    bool empty() const noexcept { return terms.empty(); }
};

// A concept with its labels: what makes "BOT" and "bedrijfsopvangteam" find each other.
struct Concept {
    std::string id;
    std::vector<std::string> labels;  // the preferred one first
};

struct ThesaurusOptions {
    double synonym_weight = 0.4;   // of another label's terms, relative to a word of the question
    double concept_weight = 1.0;   // of the concept itself
};

// Finds concepts by their labels in a text. Immutable; may be used from any number of threads.
class M150_EXPORT Thesaurus {
  public:
    Thesaurus() = default;
    Thesaurus(const Analyzer& analyzer, const std::vector<Concept>& concepts, const ThesaurusOptions& options = {});

    struct Mention {
        std::size_t first = 0;  // tokens [first, last) of the text
        std::size_t last = 0;
        std::size_t concept_index = 0;
        std::size_t label = 0;
    };
    // Longest matches, left to right; labels are compared by their stems, one-word labels that are abbreviations (in capitals) by the word itself.
    std::vector<Mention> mentions(const std::vector<Token>& tokens) const;
    const std::vector<Concept>& concepts() const noexcept { return concepts_; }
    // Terms of one label, analysed.
    const std::vector<std::string>& label_terms(std::size_t concept_index, std::size_t label) const;
    const ThesaurusOptions& options() const noexcept { return options_; }

  private:
    std::vector<Concept> concepts_;
    std::vector<std::vector<std::vector<std::string>>> label_stems_;  // concept, label, words
    ThesaurusOptions options_;
};

struct QueryOptions {
    double part_weight = 0.5;        // of a compound's part, relative to the word
    std::size_t max_terms = 64;      // of a long text the first distinct terms by this number are kept; default suits questions of a page
};

// The terms of `text`. A text of only stop words gives an empty query.
M150_EXPORT Query make_query(std::string_view text, const Analyzer& analyzer, const Thesaurus& thesaurus, const QueryOptions& options = {});

struct Snippet {
    struct Range { std::size_t begin = 0, end = 0; };
    std::string text;             // a piece of the text, cut at word boundaries, with "..." where it was cut
    std::vector<Range> matches;   // bytes of `text` that match the query, ascending, not overlapping
};

// The piece of `text` of at most `bytes` bytes that shows most of the query's weight. `term_weights` as in SearchResult.
M150_EXPORT Snippet make_snippet(std::string_view text, const Query& query, const std::vector<double>& term_weights,
                                 const Analyzer& analyzer, std::size_t bytes = 240);

}  // namespace m150::inline v0
