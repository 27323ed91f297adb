// Dutch words of one family to one stem.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// Stems bare Dutch words (bare_word()). Not for two threads at once: the Snowball stemmer inside has state.
class DutchStemmer {
  public:
    // `lexicon` must outlive the stemmer.
    explicit DutchStemmer(const Lexicon& lexicon);
    ~DutchStemmer();
    DutchStemmer(DutchStemmer&&) noexcept;
    DutchStemmer& operator=(DutchStemmer&&) = delete;

    std::string stem(std::string_view word) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace m150::inline v0
