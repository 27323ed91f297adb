// How sure a reply says it is, fitted to whether it helped: each query asked with and without the documents
// of its own need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/evaluate/nobody_knows.hpp"
#include "bench/tune/linear_fit.hpp"

namespace m150::tune {

// The coefficients of the log-odds that an answer helps: every parameter confidence.* that is not
// about municipalities (confidence.knows_*), the constant (whose
// feature is 1) first.
const std::vector<std::string>& confidence_parameters();

// Replies to be judged by, and what the log-odds of each are linear in.
struct Replies {
    std::vector<evaluate::Claim> claims;  // two for each query, as ask_with_and_without gives them
    // A row for each claim, of the features of confidence_parameters() but the constant; a group for each
    // query; grade 1 when the reply helped.
    Examples examples;
    std::vector<bool> found;  // by claim: something was; if not, confidence is 0 whatever the coefficients
};

// `set` has needs, and judgements for every query. The features are read off the library's own confidence,
// asked for with one coefficient at a time.
Replies ask_for_replies(const evaluate::TestSet& set, const evaluate::LibraryOptions& library);

struct ConfidenceFitOptions {
    std::vector<std::string> labels;  // by query: what has the same label stays in one fold
    std::size_t folds = 5;            // 2 to 1000
    std::uint64_t seed = 1;           // of the folds
    double l2 = 1e-4;                 // ridge, with features in standard deviations; above 0
};

struct ConfidenceFit {
    std::vector<std::vector<double>> by_fold;  // coefficients fitted to all but the fold
    std::vector<double> coefficients;          // fitted to all replies
    KnowledgeBaseOptions options;              // those given, with them
    evaluate::NobodyKnows start;               // under the coefficients given
    evaluate::NobodyKnows unseen;  // each reply under coefficients that were fitted without its fold
    evaluate::NobodyKnows seen;    // under those fitted to all, which flatters
};

// Logistic regression (fit_logistic). Coefficients have four digits; what is measured has them, too. Throws
// InvalidInput for options that cannot be used, and when every reply helped, or none.
ConfidenceFit fit_confidence(const Replies& replies, const KnowledgeBaseOptions& start,
                             const ConfidenceFitOptions& options);

}  // namespace m150::tune
