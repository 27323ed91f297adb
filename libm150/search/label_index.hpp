// Where a text mentions one of many labels.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

// In capitals: two ASCII letters or more, none of them small.
bool in_capitals(std::string_view word);

// Labels with numbers. Labels are compared by their stems; stop words in label and text are passed over. A
// label that is an abbreviation is compared by the word itself, its plural or genitive included ("BOA": boa,
// boas, boa's), because its stem may be that of a common word. Filled once, then read by any number of
// threads.
class LabelIndex {
  public:
    enum class Compare {
        as_it_looks,   // one word in capitals is an abbreviation
        abbreviation,  // one word is, in whatever letters
        word_itself    // as it looks; but what is one word is mentioned by that word alone, inflected or not
                       // (same_word.hpp), and not by others with its stem
    };
    // Returns the stems of the label. One of stop words alone is never found.
    std::vector<std::string> add(const Analyzer& analyzer, std::string_view label, std::size_t number,
                                 Compare compare = Compare::as_it_looks);

    struct Mention {
        std::size_t first = 0;  // tokens [first, last)
        std::size_t last = 0;
        std::size_t number = 0;
    };
    // Longest matches, left to right, in the order in which labels were added where several are the same.
    std::vector<Mention> mentions(const std::vector<Token>& tokens) const;
    // The numbers of the labels that are the abbreviation `word`, as normalised.
    std::vector<std::size_t> abbreviations(std::string_view word) const;

  private:
    using Numbers = std::unordered_map<std::string, std::vector<std::size_t>>;
    std::vector<std::size_t> mentioned(const std::string& key, const Token& last, std::size_t words) const;

    Numbers by_stems_;                                       // key: stems, each followed by a NUL
    std::unordered_map<std::size_t, std::string> one_word_;  // by number: of labels compared as word_itself
    Numbers by_abbreviation_;                                // key: normalised word
    Language language_ = Language::dutch;                    // of the labels
    std::size_t longest_ = 0;                                // words of the longest label
};

}  // namespace m150::inline v0
