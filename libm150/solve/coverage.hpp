// Covering the needs of many parties best within a budget: which subjects, at what length, together or apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

struct CoverageNeed {
    int party = 0;
    int subject = 0;
    double amount = 0.0;  // 0 to 1
};

// A way to treat a subject when all parties are together.
struct CoverageLength {
    int cost = 0;         // of the budget; above 0
    double effect = 1.0;  // part of a need that it covers, 0 to 1
};

// How much the next `width` of what covers a party is worth, each unit: later steps are worth less.
struct CoverageStep {
    double width = 1.0;  // above 0
    double worth = 1.0;  // 0 to 1, and no more than the step before
};

enum class CoverageWish { may, must, never };

struct CoveredSubject {
    int subject = 0;
    int length = -1;  // index in lengths; -1: apart
    friend bool operator==(const CoveredSubject&, const CoveredSubject&) = default;
};

struct CoverageProblem {
    int subjects = 0;
    std::vector<int> seats;           // of each party: sessions apart that it can be in at once, at least 1
    std::vector<CoverageNeed> needs;  // no pair of party and subject twice
    std::vector<CoverageLength> lengths;
    int budget = 0;         // of all subjects treated together, 0 or more
    int most_subjects = 0;  // treated in any way
    int most_apart = 0;  // subjects treated apart, at the same time: each party sees those it has seats for
    double apart_effect = 1.0;             // of a subject treated apart, 0 to 1
    std::vector<CoverageStep> steps;       // at least one; beyond the last nothing is worth anything
    std::vector<CoverageWish> wishes;      // by subject; empty: all may
    std::vector<std::vector<int>> unlike;  // sets of subjects that the answer must not come near
    int differ_by = 1;                     // subjects of such a set that must be missing, at least
    // An earlier answer (no subject twice), of which at least so many subjects stay, and at least so many as
    // they were.
    std::vector<CoveredSubject> near;
    int near_subjects = 0;
    int near_ways = 0;
};

struct Coverage {
    bool feasible = false;
    bool proved = false;
    std::vector<CoveredSubject> subjects;  // ascending by subject
    double objective = 0.0;                // worth of what is covered, over all parties
    double upper_bound = 0.0;              // nothing covers more
    std::int64_t nodes = 0;
};

// The choice that covers most: maximum coverage with a budget and diminishing returns, as a mixed integer
// program. Exact to a relative 1e-7 (solve_milp). When a limit is reached it is no worse than what is found
// by taking, time and again, what gains most; then it is infeasible only when that finds nothing either.
// Throws InvalidInput for numbers outside the ranges above, and when progress cancels.
M150_EXPORT Coverage solve_coverage(const CoverageProblem& problem, const SolveLimits& limits = {});

// Worth of what `subjects` cover, by party.
M150_EXPORT std::vector<double> worth_of(const CoverageProblem& problem,
                                         const std::vector<CoveredSubject>& subjects);

// How much of the need of each party each subject covers, for the subjects in order: a row a subject. A party
// with fewer seats than sessions apart is in those that cover most of its needs (ties: the lower subject).
M150_EXPORT std::vector<std::vector<double>> covered_by(const CoverageProblem& problem,
                                                        const std::vector<CoveredSubject>& subjects);

}  // namespace m150::inline v0
