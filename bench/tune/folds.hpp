// Parts of the queries: some to choose by, others to measure on, so that nothing is measured on what chose
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace m150::tune {

using Part = std::vector<std::size_t>;  // numbers of queries, ascending

struct Fold {
    Part train;  // to choose by
    Part test;   // to measure on
};

// Divides queries 0..labels.size() over `parts` parts of about as many queries. Queries with the same label
// (a need, a municipality) hang together and come into one part; an empty label hangs with nothing. Which
// label goes where is drawn with `seed`. Throws InvalidInput when there are fewer labels than parts.
std::vector<Part> parts_by_group(const std::vector<std::string>& labels, std::size_t parts,
                                 std::uint64_t seed);

// Divides them into stretches of time, ascending by label (days written YYYY-MM-DD compare as text). Equal
// labels are not parted.
std::vector<Part> parts_by_time(const std::vector<std::string>& labels, std::size_t parts);

// Each part is measured by what all others chose.
std::vector<Fold> folds_of(const std::vector<Part>& parts);
// Each part but the first is measured by what all earlier ones chose: the future chooses nothing.
std::vector<Fold> folds_forward(const std::vector<Part>& parts);

}  // namespace m150::tune
