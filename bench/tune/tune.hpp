// Searches over a configuration, measured on queries that had no say in the choice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/tune/folds.hpp"
#include "bench/tune/objective.hpp"
#include "bench/tune/search_space.hpp"
#include "bench/tune/trials.hpp"

namespace m150::tune {

enum class Strategy {
    grid,        // every combination
    random,      // so many draws
    coordinate,  // one parameter at a time, over and over; ranges are looked at ever more closely
    linear,      // the weights of a score's parts, by linear fits to what the parts were (ratio_space())
};

enum class Rule {
    best,           // the highest mean
    one_deviation,  // of those less than a standard error below it, the one nearest to the start
};

struct TuneProgress {
    std::size_t done = 0;   // configurations evaluated, those from the file included
    std::size_t most = 0;   // that will be evaluated; at most, when the search decides on the way
    std::size_t fresh = 0;  // of `done`, those that were not in the file
    std::size_t fold = 0;   // whose choosing queries were asked; 0: all queries
    double best = 0.0;      // highest mean over these so far
};

struct TuneOptions {
    SearchSpace space;
    KnowledgeBaseOptions start;  // what is not searched stays so; always one of the candidates
    Strategy strategy = Strategy::random;
    std::size_t trials = 50;  // of random, beside the start; of grid at most; 1 to 100,000
    std::size_t passes = 4;   // of coordinate over all parameters, and fits of linear; 1 to 100
    Rule rule = Rule::best;
    std::uint64_t seed = 1;  // of draws and folds

    // Queries with the same label hang together: they choose together, or are measured together. By query of
    // the objective.
    std::vector<std::string> labels;
    bool forward = false;   // labels are days: queries are measured by what earlier ones chose
    std::size_t outer = 5;  // folds to measure on; 0: choose only
    std::size_t inner = 4;  // parts of the choosing queries, which count the same whatever their size
    // Every configuration is asked all queries once, with all documents there, whichever fold wants it. So
    // many times quicker as there are folds; but documents of the measured queries stand in the way of those
    // that choose, which is to know a little of them.
    bool one_world = false;

    std::size_t threads = 2;                            // 1 to 64; make no difference to the result
    std::filesystem::path trials_file;                  // to go on from, and to write to; empty: none
    std::function<bool(const TuneProgress&)> progress;  // after each evaluation; false stops (InvalidInput)
};

struct FoldResult {
    Fold fold;
    Point chosen;
    double seen = 0.0;    // mean over the queries that chose it, in their world
    double unseen = 0.0;  // mean over those that did not
    double start = 0.0;   // the same of the start
};

struct TuneResult {
    std::vector<Trial> trials;  // in the order in which they were wanted
    std::vector<FoldResult> folds;
    Point winner;                  // chosen by all queries
    KnowledgeBaseOptions options;  // the start with it
    double seen = 0.0;             // its mean over all queries, which chose it: flatters
    Part measured;                 // queries that a fold measured, ascending
    std::vector<double> unseen;    // of these: under what was chosen without them
    std::vector<double> start;     // of these: under the start
};

// For each outer fold the whole search is made anew by the other queries alone, in a world without the
// documents that only the fold's queries ask for; what it chose is measured on the fold's queries, with all
// documents there. The mean of `unseen` is the honest figure; the winner is what the same search chooses with
// all queries. The choosing queries need no folds of their own to be chosen by, as nothing is fitted beside
// the choice; their parts say how much it varies, for Rule::one_deviation.
//
// Throws InvalidInput for options that cannot be used.
TuneResult tune(const Objective& objective, const TuneOptions& options);

double mean_of(const std::vector<double>& values);
// Over some of them.
double mean_of(const std::vector<double>& values, const Part& part);

}  // namespace m150::tune
