// Words that say nothing about what a text is about.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "libm150/search/language.hpp"

namespace m150::inline v0 {

// Immutable; any thread may use it.
class StopWords {
  public:
    explicit StopWords(Language language);

    // `normalised` as normalise_word() gives it, with its apostrophes: "zo'n" is a stop word, "zon" (sun) is
    // not.
    bool contains(const std::string& normalised) const { return words_.count(normalised) != 0; }

  private:
    std::unordered_set<std::string> words_;
};

}  // namespace m150::inline v0
