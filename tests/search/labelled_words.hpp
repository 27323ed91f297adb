// Reads the labelled word lists of tests/search/data.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace m150::testing {

// The rows of a list, each split at white space; comments left out.
inline std::vector<std::vector<std::string>> labelled_rows(const std::string& file) {
    std::ifstream in(std::string(M150_SOURCE_DIR) + "/tests/search/data/" + file);
    EXPECT_TRUE(in) << file;
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        rows.emplace_back();
        for (std::string word; words >> word;)
            rows.back().push_back(word);
    }
    return rows;
}

struct LabelledCompound {
    std::string word;
    std::set<std::size_t> starts;  // bytes at which the second and later parts begin; empty: stays whole
};

inline std::vector<LabelledCompound> labelled_compounds(const std::string& file) {
    std::vector<LabelledCompound> compounds;
    for (const auto& row : labelled_rows(file)) {
        LabelledCompound compound;
        for (const char c : row.front()) {
            if (c == '+') {
                compound.starts.insert(compound.word.size());
            } else if (c != '_') {
                compound.word += c;
            }
        }
        compounds.push_back(compound);
    }
    return compounds;
}

}  // namespace m150::testing
