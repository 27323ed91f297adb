// How a semantic space lies in a file or in the library itself: read in place, so that it costs nothing at
// start. Internal.
//
//   header        8 bytes "m150spac", then little-endian numbers: see `Header`
//   description   lines "name value": language, analysis, dimension, ..., how it was learned from what
//   slots         4 bytes each: an open-addressing table of word numbers plus 1, by FNV-1a of the stem; 0 is
//                 an empty slot
//   begins        4 bytes each: where each stem begins in the stems, and their end
//   scales        2 bytes each: see SpaceWord
//   vectors       `dimension` signed bytes for each word
//   stems         in ascending order, without anything between them
//
// Description, slots, begins, scales and vectors each begin at a multiple of 8 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/search/dot.hpp"

namespace m150::inline v0::semantic {

// Raised when files are laid out, or texts are embedded, in another way.
inline constexpr std::uint32_t format_version = 1;
inline constexpr std::string_view magic = "m150spac";

// What a weight of 1 is worth once it is multiplied by a vector of the norm 1: a scale is the whole number
// nearest to weight * unit / |vector|.
inline constexpr double unit = 524288.0;  // 2^19

struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t dimension;
    std::uint32_t words;
    std::uint32_t slots;        // a power of two, more than `words`
    std::uint64_t hash;         // FNV-1a of everything behind this field
    std::uint32_t description;  // bytes
    std::uint32_t stems;        // bytes
    std::uint32_t heaviest;     // thousandths: the largest weight of a word
    std::uint32_t reserved;     // 0
};
static_assert(sizeof(Header) == 48);

// One word to be written. The norm of the vector does not matter.
struct LearnedWord {
    std::string stem;
    double weight = 0.0;  // 0 to 15
    std::vector<double> vector;
};

// The bytes of a space. Each vector is rounded to signed bytes, the largest component to 127 or -127. The
// order of `words` does not matter. Requires different stems, vectors that are not 0, and a `description` of
// names without white space and values without line breaks.
std::string write_space(std::vector<LearnedWord> words, std::uint32_t dimension,
                        const std::map<std::string, std::string>& description);

// Where everything is in the bytes of a space.
struct Layout {
    Header header{};
    std::string_view description;
    const std::uint32_t* slots = nullptr;
    const std::uint32_t* begins = nullptr;
    const std::uint16_t* scales = nullptr;
    const std::int8_t* vectors = nullptr;
    std::string_view stems;
};

// `bytes` begins at a multiple of 8. Throws InvalidInput, which names `place`, unless its size and
// all numbers in it agree; the hash is compared with the bytes when `whole`.
Layout read_space(std::string_view bytes, const std::string& place, bool whole);

}  // namespace m150::inline v0::semantic
