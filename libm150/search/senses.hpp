// Which of its meanings an abbreviation has in a question. Internal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libm150/search/query.hpp"
#include "libm150/search/query_parts.hpp"

namespace m150::inline v0::querying {

// A meaning as topics, the vocabulary and the records give it, together.
struct Sense {
    std::vector<std::size_t> concepts;  // in the thesaurus
    std::vector<std::size_t> meanings;  // in the vocabulary
    double share = 1.0;                 // how likely it is
    std::vector<std::string> because;   // words of the question that speak for it, as typed
};

// Puts meanings together that share a label, by its stems.
std::vector<Sense> senses_of(const std::vector<std::size_t>& concepts,
                             const std::vector<std::size_t>& meanings, const QuerySources& sources);

// Likeliest first, their shares adding up to 1; a sense that is sure stands alone, and one that is too
// unlikely is left out (VocabularyOptions). `at` is the abbreviation's place among the words: the others are
// the context.
std::vector<Sense> weighed(std::vector<Sense> senses, const std::vector<ReadWord>& words, std::size_t at,
                           const QuerySources& sources);

// Is it the meaning that the abbreviation is an ordinary word?
bool is_plain(const Sense& sense, const QuerySources& sources);

}  // namespace m150::inline v0::querying
