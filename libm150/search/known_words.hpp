// The words that a language is known to have, and what it takes to believe that one of them was meant.
// Internal to this floor.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/language.hpp"

namespace m150::inline v0 {

// What a misspelt word may have been meant as, and what it costs to believe so, in bits as in slips.hpp.
struct WordReading {
    std::string word;
    double cost = 0.0;
};

// The cheapest reading of each word.
class WordReadings {
  public:
    void add(std::string word, double cost);
    // Ascending by cost, then by word.
    std::vector<WordReading> best(std::size_t most) const;

  private:
    std::map<std::string, double> cheapest_;
};

// Immutable; any thread may use it. Words are bare, as bare_word() gives them.
class KnownWords {
  public:
    // Made at first use, from the embedded lists.
    static const KnownWords& of(Language language);

    KnownWords() = default;
    virtual ~KnownWords() = default;
    KnownWords(const KnownWords&) = delete;
    KnownWords& operator=(const KnownWords&) = delete;

    // Is it in the list, or a name that the language is known to have?
    virtual bool listed(std::string_view bare) const = 0;
    // Is it listed, or a form of a word that is? (The lists of English hold the forms.)
    virtual bool word_or_form(std::string_view bare) const = 0;
    // Is it made of several words that are known?
    virtual bool compound(std::string_view bare) const = 0;
    // What a word of spelling_tree() costs: bits, the rarer the more.
    virtual double cost(std::string_view word) const = 0;
    // Compounds that `bare` may have been meant as, with at most so many slips; English has none.
    virtual std::vector<WordReading> compounds(std::string_view bare, unsigned slips) const = 0;
};

}  // namespace m150::inline v0
