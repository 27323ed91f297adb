// What a misspelt word of a question was probably meant as.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/language.hpp"
#include "libm150/search/word_trie.hpp"

namespace m150::inline v0 {

struct SpellingOptions {
    // Whether misspelt words are read as what was probably meant.
    bool correct = true;
    // What the typed word counts for beside its readings, and what all its readings count for together,
    // relative to a word that is spelt well. 0 to 1.
    double typed_weight = 0.3;
    double correction_weight = 0.9;
    // Alternatives that are less likely than the best by more than this many bits are left out. 0 to 20.
    double margin_bits = 3.0;
    // A word of fewer letters is taken as it stands. 3 to 64.
    std::size_t shortest = 4;
    // What a reading is preferred by, in bits, for every doubling of the documents that hold it (up to 4).
    double document_bits = 2.0;
    // Short words have neighbours anyhow, and many that no list has are names in small letters: one of at
    // most five letters is only read as what a document holds and is at least this likely. 0 to 1.
    double short_sure = 0.9;
    friend bool operator==(const SpellingOptions&, const SpellingOptions&) = default;
};

// One reading of a misspelt word.
struct Respelling {
    std::string word;    // bare, as bare_word() gives it
    double share = 1.0;  // how likely it is among the readings given; they add up to 1
};

// The words that a speller knows beside the lexicon.
struct SpellerWords {
    std::vector<std::string> trusted;  // bare; known to be spelt well (labels, say)
    // Bare; from texts: readings only where `documents` says that documents_of_a_word hold them.
    std::vector<std::string> met;
    // As written; of places and organisations, never of people. Only ever suggested.
    std::vector<std::string> names;
    friend bool operator==(const SpellerWords&, const SpellerWords&) = default;
};

// Reads misspelt words as words of the language's lexicon, their forms, compounds of them (Dutch), and words
// given to it.
// Names of people are in none of these. Immutable; any thread may use it.
class M150_EXPORT Speller {
  public:
    explicit Speller(const SpellerWords& words = {}, Language language = Language::dutch);
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;
    static constexpr std::size_t documents_of_a_word = 3;

    // Is it a word of the lexicon, a form of one, a compound of them, a name or a trusted word? Then it is
    // never read as another.
    bool knows(std::string_view bare) const;

    // In how many documents that may be seen a word occurs, counting no further than `most`.
    using Documents = std::function<std::size_t(const std::string& bare, std::size_t most)>;

    // The readings of `bare`, likeliest first, at most three; none when it is known, too short, holds more
    // than ASCII letters, is longer than WordTrie::max_letters, when nothing is near or when a word that
    // nobody knows is likelier. A word that occurs in documents is only read as one that occurs in twenty
    // times as many. Costs some 2 ms at most.
    std::vector<Respelling> readings(std::string_view bare, const SpellingOptions& options,
                                     const Documents& documents) const;

    // The name that an unknown word is nearest to: within one slip, or two from eight letters on; empty when
    // none is, or when two are equally near. Of words of five letters or more.
    std::string name_near(std::string_view bare) const;

  private:
    Language language_;
    std::vector<std::string> words_;  // what the sets and trees below are made of
    std::unordered_set<std::string_view> trusted_;
    std::unordered_map<std::string, std::string> names_;  // bare -> as written
    WordTrie added_;
    WordTrie names_tree_;
};

}  // namespace m150::inline v0
