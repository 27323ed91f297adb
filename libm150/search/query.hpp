// What a question looks for: its words as weighted terms, with what was made of each.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"
#include "libm150/search/snippet.hpp"  // for those who show what a query found
#include "libm150/search/spelling.hpp"
#include "libm150/search/thesaurus.hpp"
#include "libm150/search/vocabulary.hpp"

namespace m150::inline v0 {

struct QueryTerm {
    enum class Kind {
        word,        // the stem of a word of the question
        correction,  // the stem of what a misspelt word was read as
        part,        // part of a compound in the question
        joined,   // the compound that words of the question make together: "dumpen van afval", afvaldumping
        synonym,  // from another label of a concept that the question names, or another word for one of its
                  // words
        concept_id,  // the concept itself
    };
    std::string term;
    Kind kind = Kind::word;
    double weight =
        1.0;  // multiplies the term's BM25 weight; a term with a weight that is not above 0 is left out
    std::string origin;  // the words of the question it comes from, as typed
    std::string via;     // for synonym and concept_id: the id of the concept, when there is one
    // Place in Query::notes of what says how the term came about; no_note: the question says it itself, or
    // `via` says it.
    static constexpr std::size_t no_note = static_cast<std::size_t>(-1);
    std::size_t note = no_note;
};

// What was made of a word of the question, other than what it says: for people to read and to object to.
struct QueryNote {
    enum class Kind {
        correction,    // a misspelt word is read as `meaning`
        suggestion,    // nothing was done: perhaps the name `meaning` was meant
        abbreviation,  // an abbreviation is read as `meaning`, or the abbreviation `meaning` is looked for as
                       // well
        synonym,       // `meaning` is looked for as well
        topic,         // the word names the topic `meaning`: that and its other labels are looked for as well
    };
    Kind kind = Kind::correction;
    std::string word;                  // as typed
    std::string meaning;               // several are separated by ", "
    double share = 1.0;                // how likely this reading is; less than 1 when others stand beside it
    std::vector<std::string> because;  // words of the question that speak for it, as typed
    std::string source;  // abbreviation, synonym: "table", "records", "topic", "word" (the ordinary word), or
                         // the id of a vocabulary entry
    friend bool operator==(const QueryNote&, const QueryNote&) = default;
};

struct Query {
    std::vector<QueryTerm> terms;  // each term at most once per kind group (text terms, concepts): first what
                                   // the question says, in its order, then what was filled in
    std::vector<QueryNote> notes;  // corrections and suggestions, then topics, abbreviations and other words;
                                   // each in the order of the question
    std::vector<std::string>
        ignored;  // words of the question that say nothing of its subject, as typed, each once
    bool empty() const noexcept { return terms.empty(); }
};

struct QueryOptions {
    double part_weight = 1.0;    // of a compound's part, relative to the word
    double joined_weight = 0.5;  // of a compound that words of the question make together
    std::size_t max_terms = 64;  // of a long text the first distinct terms by this number are kept; default
                                 // suits questions of a page

    friend bool operator==(const QueryOptions&, const QueryOptions&) = default;
};

// What the documents that may be seen say; asked while a query is made.
class VisibleTexts {
  public:
    virtual ~VisibleTexts() = default;
    // How many documents hold the stem, counting no further than `most`.
    virtual std::size_t holding(const std::string& stem, std::size_t most) const = 0;
    // 0..1: how well the terms fit the documents that explain the abbreviation so (Meaning::source
    // "records").
    virtual double fit(const Meaning& learned, const std::vector<QueryTerm>& terms) const = 0;
};

// What the words of a question are compared with. What is null is left out.
struct QuerySources {
    const Analyzer& analyzer;
    const Thesaurus& thesaurus;
    const Vocabulary* vocabulary = nullptr;
    std::function<const Speller&()> speller =
        {};  // called when a word is met that the language does not know
    const VisibleTexts* texts = nullptr;
};

// The terms of `text`. A text of only stop words gives an empty query. Requires valid UTF-8.
//
// What is said again counts more, but ever less: a term that comes up several times, as a word or as the part
// of a compound, gets its largest weight times 2r / (1 + r), where r is the sum of its weights over the
// largest. So a word that is repeated once counts 1.33, and never 2 (BM25's query side with k3 = 1). Synonyms
// and joined words only fill in what the question does not say itself. Of joined words those are given that
// the lexicon holds or could hold; the search passes over what no document says. Of a text longer than 1 KB
// for each of max_terms only the beginning is read, and of its unknown words the first ten are looked up.
M150_EXPORT Query make_query(std::string_view text, const QuerySources& sources,
                             const QueryOptions& options = {}, const SpellingOptions& spelling = {});
M150_EXPORT Query make_query(std::string_view text, const Analyzer& analyzer, const Thesaurus& thesaurus,
                             const QueryOptions& options = {});

}  // namespace m150::inline v0
