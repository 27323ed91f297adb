#include "libm150/search/word_trie.hpp"

#include <algorithm>
#include <array>

namespace m150::inline v0 {

WordTrie::WordTrie(const std::vector<std::string_view>& words) {
    // Level by level, so that the children of a node stand together. A range of words shares the letters
    // before `depth`.
    struct Range {
        std::size_t from;
        std::size_t to;
    };
    std::vector<Range> level{{0, words.size()}};
    nodes_.emplace_back();
    std::size_t node = 0;
    for (std::size_t depth = 0; !level.empty(); ++depth) {
        std::vector<Range> next;
        for (const Range range : level) {
            Node& here = nodes_[node];
            std::size_t at = range.from;
            while (at < range.to && words[at].size() == depth) {
                here.word = true;
                ++at;
            }
            const auto children = static_cast<std::uint32_t>(nodes_.size());
            std::uint8_t count = 0;
            while (at < range.to) {
                const char letter = words[at][depth];
                std::size_t end = at + 1;
                while (end < range.to && words[end][depth] == letter)
                    ++end;
                Node child;
                child.letter = letter;
                nodes_.push_back(child);
                next.push_back({at, end});
                ++count;
                at = end;
            }
            nodes_[node].children = children;
            nodes_[node].count = count;
            ++node;
        }
        level = std::move(next);
    }
    nodes_.shrink_to_fit();
}

// Rows of the table of optimal string alignment (Damerau-Levenshtein in which no piece is edited twice), one
// for each letter of the path from the root: row[d][j] is how many slips lie between the first d letters of
// the path and the first j of the text. Rows are as wide as the text; only the band around the diagonal is
// filled in.
struct WordTrie::Search {
    static constexpr std::uint8_t far = 100;
    static constexpr std::size_t most_depth = max_letters + 3;

    const std::vector<Node>& nodes;
    std::string_view text;
    unsigned most;
    bool whole;
    const Found& found;
    std::array<std::array<std::uint8_t, max_letters + 1>, most_depth + 1> rows{};
    std::array<char, most_depth + 1> path{};

    void visit(std::uint32_t node, std::size_t depth) {
        const Node& here = nodes[node];
        const auto& row = rows[depth];
        const std::size_t first = depth > most ? depth - most : 0;
        const std::size_t last = std::min<std::size_t>(text.size(), depth + most);
        if (here.word) {
            for (std::size_t j = whole ? std::max(first, text.size()) : first; j <= last; ++j) {
                if (row[j] <= most) found(std::string_view(path.data(), depth), j, row[j]);
            }
        }
        if (depth == most_depth) return;
        for (std::uint32_t child = here.children; child < here.children + here.count; ++child) {
            if (extend(nodes[child].letter, depth + 1)) visit(child, depth + 1);
        }
    }

    // Fills in the row of `depth` for a path that ends in `letter`; says whether a word below may be near.
    bool extend(char letter, std::size_t depth) {
        path[depth - 1] = letter;
        const auto& above = rows[depth - 1];
        auto& row = rows[depth];
        const std::size_t first = depth > most ? depth - most : 0;
        const std::size_t last = std::min<std::size_t>(text.size(), depth + most);
        if (first > text.size()) return false;
        std::uint8_t best = far;
        for (std::size_t j = first; j <= last; ++j) {
            std::uint8_t value = far;
            // The cell above lies outside its band at the right end, the one to the left at the left end.
            if (j < depth + most) value = static_cast<std::uint8_t>(above[j] + 1);
            if (j > first) value = std::min<std::uint8_t>(value, static_cast<std::uint8_t>(row[j - 1] + 1));
            if (j > 0) {
                const std::uint8_t step = text[j - 1] == letter ? 0 : 1;
                value = std::min<std::uint8_t>(value, static_cast<std::uint8_t>(above[j - 1] + step));
                if (depth > 1 && j > 1 && text[j - 1] == path[depth - 2] && text[j - 2] == letter)
                    value =
                        std::min<std::uint8_t>(value, static_cast<std::uint8_t>(rows[depth - 2][j - 2] + 1));
            }
            row[j] = value;
            best = std::min(best, value);
        }
        return best <= most;
    }
};

void WordTrie::near(std::string_view text, unsigned most, bool whole, const Found& found) const {
    if (empty()) return;
    Search search{nodes_, text.substr(0, max_letters), std::min(most, 2U), whole, found, {}, {}};
    for (std::size_t j = 0; j <= search.text.size(); ++j)
        search.rows[0][j] = static_cast<std::uint8_t>(j);
    search.visit(0, 0);
}

}  // namespace m150::inline v0
