// More like this: which questions were asked before, put before a question is posted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/match/ask.hpp"

namespace m150::inline v0 {

struct SimilarOptions {
    // A stored question: its title, text and topics are compared, and it is not among what is found. Or
    std::optional<Id<Question>> question;
    std::string text;        // one that is still to be posted, title and text. One of the two.
    std::size_t limit = 10;  // pairs wanted: 1 to 1000; at most RankingOptions::candidates are found
    // As AskOptions::embedding; a stored question has the vector that it was given.
    std::vector<float> embedding;
};

// The pairs most like it, best first, ties by question id, with the scores and reasons of ask().
// Throws InvalidInput when neither or both are given, for a question that is unknown or hidden from the
// viewer, a text that is empty, no UTF-8 or longer than max_text_bytes, and a limit out of range.
M150_EXPORT std::vector<FoundAnswer> similar(const Snapshot& now, const SimilarOptions& options);

}  // namespace m150::inline v0
