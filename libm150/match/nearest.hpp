// Which candidates are like each other. Internal to this floor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace m150::inline v0 {

struct NearestOptions {
    std::size_t most = 6;       // neighbours of each item
    double shared_topic = 0.1;  // what having the same topics adds to a cosine
};

struct Likeness {
    std::span<const std::int8_t> vector;  // in the semantic space; empty: not known. All of one length
    std::span<const int> topics;          // ascending, distinct
};

struct Neighbour {
    std::size_t item = 0;
    double weight = 0.0;
};

// For each item its nearest others, nearest first, ties by number. Likeness is the cosine of the vectors plus
// `shared_topic` times the part of both items' topics that they share; who is not alike at all (0 or less) is
// no neighbour. Weights go with the square of the likeness and add up to 1, or there are none. Dot products
// are sums of integers: the same on every machine.
std::vector<std::vector<Neighbour>> nearest(const std::vector<Likeness>& items,
                                            const NearestOptions& options);

}  // namespace m150::inline v0
