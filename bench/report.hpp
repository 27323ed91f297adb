// Results as tables for people and as JSON for machines. The same results give the same bytes.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "bench/evaluate/ablation.hpp"
#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/nobody_knows.hpp"
#include "bench/evaluate/synthetic.hpp"

namespace m150::bench {

struct QualityReport {
    const evaluate::TestSet& set;
    std::vector<evaluate::Measure> measures;
    evaluate::ResamplingOptions resampling;
    std::vector<evaluate::Quality> systems;
    std::vector<std::pair<std::string, evaluate::NobodyKnows>> nobody_knows;  // by system
    bool per_query = false;
};

void print_table(std::ostream& out, const QualityReport& report);
void print_json(std::ostream& out, const QualityReport& report);

struct ComparisonReport {
    const evaluate::TestSet& set;
    const evaluate::Comparison& comparison;
    evaluate::ResamplingOptions resampling;
    std::vector<evaluate::QueryChange> changes;
    bool per_query = false;
};

void print_table(std::ostream& out, const ComparisonReport& report);
void print_json(std::ostream& out, const ComparisonReport& report);

struct AblationTable {
    const evaluate::TestSet& set;
    std::string system;
    evaluate::AblationReport report;
    evaluate::ResamplingOptions resampling;
};

// A table in Markdown for each measure.
void print_table(std::ostream& out, const AblationTable& table);
void print_json(std::ostream& out, const AblationTable& table);

// Tables in Markdown, by level of noise.
void print_table(std::ostream& out, const evaluate::SyntheticReport& report,
                 const evaluate::ResamplingOptions& resampling);
void print_json(std::ostream& out, const evaluate::SyntheticReport& report,
                const evaluate::ResamplingOptions& resampling);

// Whether intervals and tests are over needs or over queries, in words.
std::string unit_of(bool by_need);

}  // namespace m150::bench
