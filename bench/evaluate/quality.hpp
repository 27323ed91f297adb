// The figures of one system on one test set.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/evaluate/test_set.hpp"

namespace m150::evaluate {

// Figures over the queries of one part of the set.
struct PartFigures {
    std::string part;               // "all", "sentence", ...
    std::vector<std::size_t> rows;  // of the evaluation's queries
    std::vector<double> means;      // by measure
};

struct Quality {
    std::string system;
    Evaluation evaluation;
    std::vector<PartFigures> parts;  // "all" first, then in the order of the set's queries
};

Quality quality_of(const TestSet& set, const std::string& system, const Run& run,
                   const std::vector<Measure>& measures);

// Sentences for whoever reads the figures: queries that were left out, or that count as 0.
std::vector<std::string> remarks_on(const Quality& quality);

}  // namespace m150::evaluate
