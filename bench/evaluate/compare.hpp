// Two systems on the same queries: is the one better, how sure is that, and where does it show?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/evaluate/quality.hpp"

namespace m150::evaluate {

struct MeasureComparison {
    Measure measure;
    double a = 0.0;  // means
    double b = 0.0;
    double difference = 0.0;  // b less a
    Interval interval;        // of the difference
    std::size_t better = 0;   // queries on which b is better,
    std::size_t worse = 0;    // and those on which it is worse
    TestResult test;          // that there is no difference
    double holm = 1.0;        // its p, corrected for the number of measures
};

struct Comparison {
    std::string a, b;
    std::vector<std::string> queries;  // that have judgements, ascending
    Evaluation of_a, of_b;
    std::vector<MeasureComparison> measures;
    bool by_need = false;  // needs were drawn and turned, with all their queries; else queries
};

// Over all queries with judgements; what a system did not find counts as 0.
Comparison compare(const TestSet& set, const std::string& name_a, const Run& a, const std::string& name_b,
                   const Run& b, const std::vector<Measure>& measures,
                   const ResamplingOptions& resampling = {});

struct QueryChange {
    std::string query;
    std::string text;  // empty when the set holds none
    double a = 0.0;
    double b = 0.0;
    // The first documents of each, "grade title"; a document without a grade was not judged.
    struct Shown {
        std::string document;
        std::string title;  // or the beginning of its text; empty when the set does not hold it
        std::optional<int> grade;
    };
    std::vector<Shown> top_a, top_b;
};

// The queries with the largest difference on measure number `measure`, at most `limit`, largest first (ties
// by id), each with the `depth` documents that came up first.
std::vector<QueryChange> largest_changes(const TestSet& set, const Comparison& comparison, const Run& a,
                                         const Run& b, std::size_t measure, std::size_t limit,
                                         std::size_t depth = 3);

}  // namespace m150::evaluate
