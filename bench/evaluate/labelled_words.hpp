// Lists of words labelled by hand, and how stemmers and splitters do on them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace m150::evaluate {

// The rows of a list, each split at white space; comments (#) and empty lines left out. Throws InvalidInput
// when the file cannot be read.
std::vector<std::vector<std::string>> labelled_rows(const std::filesystem::path& file);

struct StemCount {
    std::size_t words = 0;
    std::size_t pairs = 0;            // of words in one family
    std::size_t joined = 0;           // of these, with one stem
    std::size_t apart = 0;            // pairs that must differ
    std::size_t wrong = 0;            // of these, with one stem
    std::size_t across_families = 0;  // pairs of families that share a stem

    double share() const;  // of the pairs that are joined; 0 when there are none
    StemCount& operator+=(const StemCount& other);
};

using Stem = std::function<std::string(const std::string& word)>;
// `families`: words that must get one stem, a family a row; `apart`: pairs that must get two.
StemCount count_stems(const std::vector<std::vector<std::string>>& families,
                      const std::vector<std::vector<std::string>>& apart, const Stem& stem);

struct LabelledCompound {
    std::string word;
    std::set<std::size_t> starts;  // bytes at which the second and later parts begin; empty: stays whole
};

// From the first word of each row: + before a part, _ before a link that belongs to no part.
std::vector<LabelledCompound> labelled_compounds(const std::filesystem::path& file);

struct CompoundCount {
    std::size_t words = 0;
    std::size_t right_words = 0;  // split where they should be and nowhere else
    std::size_t whole = 0;        // words that must stay whole
    std::size_t whole_split = 0;  // of these, those that were split
    std::size_t wanted = 0;       // points at which a part begins
    std::size_t found = 0;
    std::size_t right = 0;  // found and wanted

    double precision() const;  // of the points found; 1 when there are none
    double recall() const;     // of the points wanted; 1 when there are none
    double f1() const;         // their harmonic mean
    CompoundCount& operator+=(const CompoundCount& other);
};

// `split` gives the bytes at which the second and later parts begin.
using Split = std::function<std::set<std::size_t>(const std::string& word)>;
CompoundCount count_compounds(const std::vector<LabelledCompound>& compounds, const Split& split);

}  // namespace m150::evaluate
