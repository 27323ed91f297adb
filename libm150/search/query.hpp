// What a question looks for: its words as weighted terms, with what was made of each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"
#include "libm150/search/snippet.hpp"  // for those who show what a query found
#include "libm150/search/thesaurus.hpp"

namespace m150::inline v0 {

struct QueryTerm {
    enum class Kind {
        word,     // the stem of a word of the question
        part,     // part of a compound in the question
        joined,   // the compound that words of the question make together: "dumpen van afval", afvaldumping
        synonym,  // from another label of a concept that the question names
        concept_id,  // the concept itself
    };
    std::string term;
    Kind kind = Kind::word;
    double weight =
        1.0;  // multiplies the term's BM25 weight; a term with a weight that is not above 0 is left out
    std::string origin;  // the words of the question it comes from, as typed
    std::string via;     // for synonym and concept_id: the id of the concept
};

struct Query {
    std::vector<QueryTerm>
        terms;  // each term at most once per kind group (text terms, concepts); in order of the question
    bool empty() const noexcept { return terms.empty(); }
};

struct QueryOptions {
    double part_weight = 1.0;    // of a compound's part, relative to the word
    double joined_weight = 0.5;  // of a compound that words of the question make together
    std::size_t max_terms = 64;  // of a long text the first distinct terms by this number are kept; default
                                 // suits questions of a page

    friend bool operator==(const QueryOptions&, const QueryOptions&) = default;
};

// The terms of `text`. A text of only stop words gives an empty query. Requires valid UTF-8.
//
// What is said again counts more, but ever less: a term that comes up several times, as a word or as the part
// of a compound, gets its largest weight times 2r / (1 + r), where r is the sum of its weights over the
// largest. So a word that is repeated once counts 1.33, and never 2 (BM25's query side with k3 = 1). Synonyms
// and joined words only fill in what the question does not say itself. Of joined words those are given that
// the lexicon holds or could hold; the search passes over what no document says. Of a text longer than 1 KB
// for each of max_terms only the beginning is read.
M150_EXPORT Query make_query(std::string_view text, const Analyzer& analyzer, const Thesaurus& thesaurus,
                             const QueryOptions& options = {});

}  // namespace m150::inline v0
