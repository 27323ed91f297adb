// Compounds that somebody wrote as separate words: "dumpen van afval", "boa bevoegdheden", "body cam".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/analysis.hpp"
#include "libm150/search/compound.hpp"
#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// Puts bare Dutch words together. Immutable; any thread may use it.
class WordJoiner {
  public:
    // Both must outlive the joiner.
    WordJoiner(const Lexicon& lexicon, const CompoundSplitter& splitter)
        : lexicon_(lexicon), splitter_(splitter) {}

    // Do the two make a word of the lexicon, a name apart, in which the splitter sees no parts ("body" +
    // "cam")? Then nothing else lets the two ways of writing it meet.
    bool one_word(std::string_view first, std::string_view second) const;

    enum class Known {
        in_lexicon,    // only compounds that the lexicon holds
        or_plausible,  // also those of a word that begins compounds and a word that ends them
    };
    // The compounds of the two, with the links that the lexicon's own compounds of `modifier` have; no word
    // twice. The modifier may also be taken in the singular, or as the stem of its verb: "vergunning" and
    // "parkeren" give parkeervergunning.
    std::vector<std::string> compounds(std::string_view modifier, std::string_view head, Known known) const;

  private:
    struct Modifier;
    std::vector<Modifier> modifiers(std::string_view word) const;
    Modifier as_typed(std::string_view word) const;
    bool ends_compounds(std::string_view word) const;
    bool in_lexicon(std::string_view word) const;

    const Lexicon& lexicon_;
    const CompoundSplitter& splitter_;
};

// Reads the words of a text in order, and says where a word and the one before it are one word, written
// apart.
class WrittenApart {
  public:
    // Both must outlive the reader.
    WrittenApart(std::string_view text, const Analyzer& analyzer) : text_(text), analyzer_(analyzer) {}

    // The stem of the one word that the word at bytes [begin, end) makes with the one before it, when nothing
    // but white space stands between them; otherwise empty.
    std::string next(std::size_t begin, std::size_t end, const WordForm& form);

  private:
    std::string_view text_;
    const Analyzer& analyzer_;
    std::string before_;  // the last word, when it was no stop word
    std::size_t before_end_ = 0;
};

// Words [first, last) of a text and the one word that they would make.
struct JoinedWords {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string term;  // its stem
    friend bool operator==(const JoinedWords&, const JoinedWords&) = default;
};

// What the words of `text` make together, ascending by `last`: words side by side, in this order and, when
// the lexicon knows the compound, in the other; and a word, a preposition and perhaps an article, and another
// word, as "dumpen van afval" is afvaldumpen. Only white space may stand between them. `tokens` are those of
// `text`, by `analyzer`.
std::vector<JoinedWords> joined_words(std::string_view text, const std::vector<Token>& tokens,
                                      const Analyzer& analyzer);

}  // namespace m150::inline v0
