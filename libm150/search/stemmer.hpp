// Dutch words of one family to one stem.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "libm150/search/compound.hpp"
#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// Stems bare Dutch words (bare_word()), in this order: the exceptions of stem_exceptions.tsv; words of the
// lexicon and their forms, led back to the verb or noun they come from (dutch_forms.hpp); compounds, of which
// the last part is stemmed; and only then Snowball's Kraaij-Pohlmann. docs/language.md says why. Any thread
// may use it; the Snowball stemmer inside has state and a lock.
class DutchStemmer {
  public:
    // Both must outlive the stemmer.
    DutchStemmer(const Lexicon& lexicon, const CompoundSplitter& splitter);
    ~DutchStemmer();
    DutchStemmer(const DutchStemmer&) = delete;
    DutchStemmer& operator=(const DutchStemmer&) = delete;

    std::string stem(std::string_view word) const;

  private:
    struct State;
    std::unique_ptr<const State> state_;
};

}  // namespace m150::inline v0
