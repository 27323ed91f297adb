// The library on made-up networks with planted expertise (synthetic_network.hpp), against baselines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/fairness.hpp"
#include "bench/evaluate/synthetic_network.hpp"

namespace m150::evaluate {

struct SyntheticTaskOptions {
    std::size_t networks = 20;  // of each level of noise: seeds 1, 2, ...; 1 to 1000
    std::vector<NoiseLevel> levels = noise_levels();
    SyntheticOptions network;  // sizes; seed and noise are set
    KnowledgeBaseOptions knowledge_base;
    FairnessOptions fairness;
    ResamplingOptions resampling;
    std::function<void(std::size_t done, std::size_t total)> progress;  // in networks
};

// A measure with one value a network.
struct SystemValues {
    std::string system;
    std::vector<double> values;  // by network
    Figure figure;               // their mean
    double difference = 0.0;     // the library's mean less this one's; 0 for the library
    Interval interval;           // of that difference, networks drawn in pairs
    TestResult test;             // that there is none
};

struct MeasureByNetwork {
    std::string name;
    std::vector<SystemValues> systems;  // the library first
};

struct FairnessRow {
    FairnessOptions::Plan plan;
    std::string rr_name, precision_name;
    Figure rr, precision;        // RR(rel=2) of those asked; part of them who know the question's topics well
    Interval rr_difference;      // of rr less that of the first plan
    double never = 0.0;          // part of the municipalities that are never asked
    double never_experts = 0.0;  // part of those who know a topic of these questions well
    double gini = 0.0;           // over all municipalities
    double most = 0.0;           // largest load
    double score = 0.0;          // sum of the scores over that of the first plan
};

struct SyntheticLevel {
    NoiseLevel noise;
    TestSet routing;                      // questions of all networks; needs are networks
    std::vector<Quality> systems;         // the library first
    std::vector<Comparison> comparisons;  // of each baseline with the library
    std::vector<MeasureByNetwork> measures;
    std::vector<FairnessRow> fairness;
};

struct SyntheticReport {
    std::size_t networks = 0;
    SyntheticOptions network;
    std::vector<SyntheticLevel> levels;
};

// `place` is a directory with topics and questions: its topics are planted, and texts are made of its words.
// Measures: routing of held-out questions to who truly knows (grade 2 well, 1 something); Spearman's
// correlation of what is believed of each municipality and topic with the truth; AUC and P@10 on the hidden
// contacts; of the five best partners proposed to each municipality how much of the need they could meet
// (over what the truly best five could), and how many are new and far (no contact yet, and none in common).
SyntheticReport run_synthetic(const std::filesystem::path& place, const SyntheticTaskOptions& options);

// Spearman's rank correlation, ties at their mean rank. 0 when either has one value only.
double spearman(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace m150::evaluate
