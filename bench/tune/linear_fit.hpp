// Weights of a linear ranker, score = sum of weight x feature, fitted to graded examples.
//
// All three fits are deterministic: the same examples give the same weights, bit for bit. The first two
// minimise strictly convex functions by Newton's method, so that there is one answer and it is found to
// `tolerance`; the third climbs a function of steps, and says where it ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace m150::tune {

// Examples in rows: one for each query and document that was judged or found.
struct Examples {
    std::size_t features = 0;
    std::vector<double> values;       // row by row: rows() x features, finite
    std::vector<std::size_t> groups;  // of each row its query; rows of one query need not stand together
    std::vector<int> grades;          // of each row; 0 is not relevant

    std::size_t rows() const noexcept { return grades.size(); }
    const double* row(std::size_t number) const noexcept { return values.data() + number * features; }
};

// Throws InvalidInput when the sizes do not agree or a value is not finite.
void check_examples(const Examples& examples);

struct LinearModel {
    std::vector<double> weights;  // by feature
    double constant = 0.0;        // of the logistic model; 0 for the pairwise ones, which it does not touch
    double objective = 0.0;       // what was minimised, or for ascend() maximised, at these weights
    std::size_t steps = 0;        // Newton steps, or passes over the features
};

struct FitOptions {
    // Ridge: l2 / 2 times the sum of the squared weights is added to the loss (a mean, see below), the
    // constant left out. Above 0, so that there is one best model even where a feature parts the grades
    // perfectly.
    double l2 = 1e-3;
    // Weights below 0 make no sense for features of which more is better: then they are kept at 0.
    bool not_negative = false;
    double tolerance = 1e-10;  // of the largest slope of the loss at the end
    std::size_t most_steps = 200;
};

// Logistic regression of grade >= relevant: the mean over queries of the mean over a query's rows of
// log(1 + exp(-y score)), so that a query with many rows counts as one with few.
LinearModel fit_logistic(const Examples& examples, int relevant, const FitOptions& options = {});

// Pairwise logistic (RankNet's loss with a linear model; Burges et al. 2005): the mean over queries that have
// rows of different grades of the mean over their pairs, better and worse, of log(1 + exp(-(difference of
// scores))). Pairs are weighted by their difference in grade.
LinearModel fit_pairwise(const Examples& examples, const FitOptions& options = {});

struct AscentOptions {
    std::size_t cutoff = 10;    // of nDCG
    std::vector<double> start;  // weights to begin with; empty: all 1
    std::size_t restarts = 4;   // further beginnings, drawn around `start` with `seed`
    std::uint64_t seed = 1;
    double least_gain = 1e-6;  // a step that brings less is not made: guards against fitting to noise
    std::size_t most_passes = 50;
    bool not_negative = true;
    // Grades of all judged documents of a query, found or not, by group: for the ideal that nDCG divides by.
    // Empty: those of the rows.
    std::vector<std::vector<int>> judged;
};

// Coordinate ascent on mean nDCG itself (Metzler and Croft 2007): one weight at a time is moved by steps that
// double, the best kept. Ties in score are broken by row, earlier first. Queries without a relevant row count
// as 0.
LinearModel ascend(const Examples& examples, const AscentOptions& options = {});

// Scores of all rows under a model.
std::vector<double> scores_of(const Examples& examples, const LinearModel& model);

// Mean nDCG at `cutoff` with linear gain over the queries, ranked by `scores`; ties by row, earlier first.
double mean_ndcg(const Examples& examples, const std::vector<double>& scores, std::size_t cutoff,
                 const std::vector<std::vector<int>>& judged = {});

}  // namespace m150::tune
