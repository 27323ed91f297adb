// Test sets as whoever tunes names them: one, or several joined.
#pragma once

#include <string>
#include <vector>

#include "bench/tune/objective.hpp"

namespace m150::tune {

struct TestSets {
    std::vector<evaluate::TestSet> sets;  // of different names; every query has judgements
    std::vector<std::string> remarks;     // sentences: what was left out
};

// Throws InvalidInput for what read_test_set() refuses, and for two sets of one name.
TestSets read_test_sets(const std::vector<std::string>& names, const evaluate::TestSetOptions& options);

// The library on them; queries of several sets are named "set/query". `measures` under ir_measures' names;
// empty: those that suit the sets. Its versions say nothing of the program.
Objective objective_of(const TestSets& read, const evaluate::LibraryOptions& library,
                       const std::string& measures);

// The need of each query of that objective. A need is the same need in every set.
std::vector<std::string> needs_of(const TestSets& read, const std::vector<std::string>& queries);

}  // namespace m150::tune
