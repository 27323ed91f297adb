// What tune found, as tables for people and as JSON for machines. The same result gives the same bytes.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "bench/evaluate/statistics.hpp"
#include "bench/tune/fit_confidence.hpp"
#include "bench/tune/tune.hpp"

namespace m150::bench {

struct TuneReport {
    const tune::Objective& objective;
    const tune::TuneOptions& options;
    const tune::TuneResult& result;
    evaluate::ResamplingOptions resampling;
    std::vector<std::string> clusters;  // by query: what is drawn together for intervals; empty: itself
    bool per_query = false;
};

void print_table(std::ostream& out, const TuneReport& report);
void print_json(std::ostream& out, const TuneReport& report);

struct ConfidenceReport {
    const evaluate::TestSet& set;
    const tune::ConfidenceFit& fit;
    const KnowledgeBaseOptions& start;
    std::uint64_t seed = 1;
    std::string data;                             // a hash
    std::map<std::string, std::string> versions;  // of the program and its libraries
};

void print_table(std::ostream& out, const ConfidenceReport& report);
void print_json(std::ostream& out, const ConfidenceReport& report);

}  // namespace m150::bench
