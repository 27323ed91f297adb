// Scores that carry their reasons.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// One contribution to a score. `code` names the kind ("term", "answer", "offer", "path", ...:
// docs/reasons.md), `values` hold what a text about it needs (ids, dates, words; in the order they were
// added), and `parts` split the share further: when there are parts, their shares add up to this share.
//
// A reason holds only what the snapshot it came from may show.
struct Reason {
    std::string code;
    double share = 0.0;  // in the unit of the score it belongs to; may be negative
    std::vector<std::pair<std::string, std::string>> values;
    std::vector<Reason> parts;

    // The value named `name`, or empty text.
    M150_EXPORT std::string_view value(std::string_view name) const;
    friend bool operator==(const Reason&, const Reason&) = default;
};

// Sum of the shares, added in order: the one way in which a score is made from its reasons.
M150_EXPORT double total_of(const std::vector<Reason>& reasons);

// Sets each share that has parts to the sum of its parts, depth first.
M150_EXPORT void add_up(std::vector<Reason>& reasons);

// Largest difference, over the whole tree, between a share and the sum of its parts, and between `score` and
// the sum of `reasons`. 0 for a score without error; promised to be at most 1e-9.
M150_EXPORT double reason_error(double score, const std::vector<Reason>& reasons);

}  // namespace m150::inline v0
