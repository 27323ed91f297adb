// Words as a tree of letters, for finding those that a misspelt word may have been meant as.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace m150::inline v0 {

// Immutable; any thread may use it. Eight bytes a node: some 6 MB for the Dutch lexicon.
class WordTrie {
  public:
    WordTrie() = default;
    // `words` ascending; what is said twice counts once.
    explicit WordTrie(const std::vector<std::string_view>& words);

    bool empty() const noexcept { return nodes_.size() <= 1; }
    std::size_t nodes() const noexcept { return nodes_.size(); }

    // Words within `most` slips (0 to 2) of a beginning of `text`: calls found(word, length, slips) for every
    // word and every length of `text` for which that holds. A slip is a letter too many, too few or wrong, or
    // two neighbours that changed places. Looks at the first max_letters bytes of `text`. With `whole`, only
    // words for the whole text. Time grows with the words that begin like the text, not with the size of the
    // tree.
    static constexpr std::size_t max_letters = 48;
    using Found = std::function<void(std::string_view word, std::size_t length, unsigned slips)>;
    void near(std::string_view text, unsigned most, bool whole, const Found& found) const;

  private:
    struct Node {
        std::uint32_t children = 0;  // the first of them; they stand together, ascending by letter
        std::uint8_t count = 0;      // of children
        char letter = '\0';
        bool word = false;  // does a word end here?
    };
    struct Search;
    std::vector<Node> nodes_;  // the root first
};

}  // namespace m150::inline v0
