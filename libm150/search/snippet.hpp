// The piece of a text that shows why it was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

struct Query;

struct Snippet {
    struct Range {
        std::size_t begin = 0, end = 0;
        friend bool operator==(const Range&, const Range&) = default;
    };
    std::string text;  // a piece of the text, cut at word boundaries, with "..." where it was cut
    std::vector<Range>
        matches;     // bytes [begin, end) of `text` that match the query, ascending, not overlapping
    std::string of;  // id of the record whose text it is a piece of; empty where nobody said
};

// The piece of `text` of at most `bytes` bytes, "..." included, that shows most of the query's weight: every
// term counts once, the earliest of equal pieces is taken. `term_weights` as in SearchResult; where it is too
// short, the weight in the query is taken. A word matches by its stem or, when it is a compound, by a part. A
// text that matches nothing is shown from its beginning. Words are only cut when one is longer than the
// piece, and then between characters. Requires valid UTF-8.
M150_EXPORT Snippet make_snippet(std::string_view text, const Query& query,
                                 const std::vector<double>& term_weights, const Analyzer& analyzer,
                                 std::size_t bytes = 240);

}  // namespace m150::inline v0
