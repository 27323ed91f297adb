// Does the library know when nobody knows? Each query is put twice: to all documents, and to all but those of
// its own need. A confidence should be high the first time, low the second, and mean what it says.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/evaluate/systems.hpp"

namespace m150::evaluate {

// One reply.
struct Claim {
    double confidence = 0.0;  // 0..1
    double top_score = 0.0;   // of the first document
    bool answerable = false;  // the need's documents were there
    bool helped = false;      // one of the first `helpful_within` documents has the set's highest grade
};

inline constexpr std::size_t helpful_within = 3;

struct CalibrationBin {
    std::size_t claims = 0;
    double confidence = 0.0;  // mean
    double helped = 0.0;      // part
};

struct RiskPoint {
    double coverage = 0.0;   // part of the claims that are answered, the most confident first
    double risk = 0.0;       // part of these that did not help
    double threshold = 0.0;  // the lowest confidence among them; or the lowest score
};

struct NobodyKnows {
    std::size_t claims = 0;
    std::size_t helped = 0;
    double auroc = 0.5;                // that an answerable reply has the higher confidence
    double auroc_top_score = 0.5;      // the same by the score of the first document
    double ece = 0.0;                  // expected calibration error over `bins`
    double brier = 0.0;                // mean square of confidence less outcome
    double brier_constant = 0.0;       // of always saying the part that helped overall
    std::vector<CalibrationBin> bins;  // of equal mass, least confident first
    std::vector<RiskPoint> risk;       // at coverages of 10, 20, ... 100 %
    double area_under_risk = 0.0;      // mean risk over all coverages
    // Every point that a threshold can give (claims that are equal are answered together), ascending by
    // coverage: by the confidence, and by the score of the first document.
    std::vector<RiskPoint> curve, curve_top_score;
};

// Both replies to each query that has a need, in the order of the set. Throws InvalidInput for a set without
// needs.
std::vector<Claim> ask_with_and_without(const TestSet& set, const LibraryOptions& options);
// The same for each of several configurations that make the same index as that of `options`.
std::vector<std::vector<Claim>> ask_with_and_without(const TestSet& set, const LibraryOptions& options,
                                                     const std::vector<KnowledgeBaseOptions>& configurations);

// Risk and coverage at each threshold that `value` of a claim can be held against (Geifman and El-Yaniv
// 2017).
std::vector<RiskPoint> risk_curve(const std::vector<Claim>& claims, double Claim::*value);

NobodyKnows nobody_knows(const std::vector<Claim>& claims, std::size_t bins = 10);

// Chance that a random positive has a larger value than a random negative, ties for half (Mann and Whitney
// 1947). 0.5 when there are none of either.
double auroc(const std::vector<double>& positives, const std::vector<double>& negatives);

}  // namespace m150::evaluate
