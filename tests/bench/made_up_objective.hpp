// Objectives with a known best configuration, for the tests of searches.
#pragma once

#include <cmath>
#include <functional>
#include <string>

#include "bench/tune/tune.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune::testing {

inline constexpr std::size_t query_count = 60;

// A number from 0 to 1 that means nothing but is the same every time.
inline double noise(std::size_t query, double value) {
    return Random(static_cast<std::uint64_t>(value * 1e6) * 1000 + query).uniform();
}

// b has its best value at 0.7, k1 at 1.6; each query as well off.
inline double bowl(const KnowledgeBaseOptions& options) {
    return 1.0 - std::abs(options.index.b - 0.7) / 2 - std::abs(options.index.k1 - 1.6) / 8;
}

// Every query has a value, whoever else is asked.
inline Objective made_of(const std::function<double(const KnowledgeBaseOptions&, std::size_t)>& value) {
    Objective objective;
    for (std::size_t q = 0; q < query_count; ++q)
        objective.queries.push_back("q" + std::to_string(100 + q));
    objective.measures = {"made up"};
    objective.data = "0";
    objective.versions = {{"test", "1"}};
    objective.evaluate = [value](const KnowledgeBaseOptions& options, const Part& asked) {
        Score score;
        for (const std::size_t query : asked)
            score.values.push_back(value(options, query));
        score.means = {mean_of(score.values)};
        return score;
    };
    return objective;
}

// Queries two by two of one need.
inline TuneOptions options_for(const std::string& space, Strategy strategy) {
    TuneOptions options;
    options.space = search_space_from_json(space);
    options.strategy = strategy;
    for (std::size_t q = 0; q < query_count; ++q)
        options.labels.push_back("need " + std::to_string(q / 2));
    return options;
}

inline const char* const two_ranges =
    R"({"index.b": {"low": 0, "high": 1, "points": 11}, "index.k1": {"low": 0, "high": 4, "points": 11}})";

}  // namespace m150::tune::testing
