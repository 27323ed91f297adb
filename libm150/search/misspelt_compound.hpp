// Dutch compounds that a misspelt one may have been meant as. Internal to this floor.
#pragma once

#include <string_view>
#include <vector>

#include "libm150/search/known_words.hpp"
#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// The entry of a word of spelling_tree(), and what is added for an inflected form.
struct CitedWord {
    LexiconEntry entry;
    double more = 0.0;
};
CitedWord cited_word(std::string_view word);

// The cheapest compounds of words of the lexicon within one slip a part, and `slips` (1 or 2) in all, of
// `text`: its letters are read from the left as parts and links, and each ending is read once.
std::vector<WordReading> misspelt_compounds(std::string_view text, unsigned slips);

}  // namespace m150::inline v0
