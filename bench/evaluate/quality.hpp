// The figures of one system on one test set.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/evaluate/statistics.hpp"
#include "bench/evaluate/test_set.hpp"

namespace m150::evaluate {

struct Figure {
    double mean = 0.0;
    Interval interval;
};

// Figures over the queries of one part of the set.
struct PartFigures {
    std::string part;               // "all", "sentence", ...
    std::vector<std::size_t> rows;  // of the evaluation's queries
    std::vector<Figure> figures;    // by measure
};

struct Quality {
    std::string system;
    Evaluation evaluation;
    std::vector<PartFigures> parts;  // "all" first, then in the order of the set's queries
    bool by_need = false;            // intervals are of needs drawn, with all their queries; else of queries
};

Quality quality_of(const TestSet& set, const std::string& system, const Run& run,
                   const std::vector<Measure>& measures, const ResamplingOptions& resampling = {});

// The rows of `evaluation` that belong together: by need when the set has needs, else each by itself.
Clusters clusters_of(const TestSet& set, const std::vector<std::string>& queries);

// Sentences for whoever reads the figures: queries that were left out, or that count as 0.
std::vector<std::string> remarks_on(const Quality& quality);

}  // namespace m150::evaluate
