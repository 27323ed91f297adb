// The words that a misspelt one may have been meant as.
#pragma once

#include "libm150/search/language.hpp"
#include "libm150/search/word_trie.hpp"

namespace m150::inline v0 {

// The words of the embedded lexicon without its names and those of people, and of the Dutch ones that are met
// in running text the inflected forms too (vergunningen, gehandhaafd): every word of it is in the lexicon, or
// has a base word there by DutchForms::base(). Made at first use, in some tenths of a second.
const WordTrie& spelling_tree(Language language);

}  // namespace m150::inline v0
