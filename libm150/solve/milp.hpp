// Mixed integer linear problems: the best values of some columns within linear rows, some of them whole
// numbers.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"

namespace m150::inline v0 {

struct MilpColumn {
    double gain = 0.0;  // of each unit
    double low = 0.0;   // both finite
    double high = 1.0;
    bool whole = true;
};

struct MilpTerm {
    int column = 0;
    double factor = 1.0;
};

// at_least <= sum of factor * column <= at_most; either bound may be infinite. No column twice.
struct MilpRow {
    std::vector<MilpTerm> terms;
    double at_least = -std::numeric_limits<double>::infinity();
    double at_most = std::numeric_limits<double>::infinity();
};

struct MilpProblem {
    std::vector<MilpColumn> columns;
    std::vector<MilpRow> rows;
    // Whether to cut off fractions by mixed integer rounding (Marchand and Wolsey, Oper. Res. 49, 2001): pays
    // where wholes share what is divided, and slows others down. The best values are the same.
    bool rounding_cuts = false;
};

// When to stop with the best that was found. Without a limit on seconds the same problem gives the same
// result on every machine; with one, a result that was cut short depends on how fast the machine was.
struct SolveLimits {
    std::int64_t most_nodes = 200'000;  // of the search tree; at least 1
    double most_seconds = 0.0;          // of each search; 0: no limit
    ProgressFn progress;                // `done` is the number of nodes; returning false cancels
};

enum class MilpStatus {
    optimal,     // proved
    limited,     // the best found before a limit was reached
    infeasible,  // proved: nothing keeps to the rows
    unknown,     // a limit was reached before anything was found
};

struct MilpResult {
    MilpStatus status = MilpStatus::unknown;
    std::vector<double> values;  // of the columns, the whole ones exactly whole; empty when there are none
    double objective = 0.0;      // sum of gain * value, added in the order of the columns
    double upper_bound = 0.0;    // no other values gain more than this; equal to the objective when optimal
    std::int64_t nodes = 0;      // of the search tree
};

// The values with the largest gain, by branch and bound over linear relaxations (GLPK; Land and Doig 1960).
// Proved to a relative 1e-7 of the objective: gains that lie closer together are not told apart. The same
// problem gives the same values, but which of equally good values depends on the order of columns and rows.
//
// Throws InvalidInput for numbers that are not finite (bounds of rows excepted) or above 1e9 in size, bounds
// that cross, a column that does not exist or occurs twice in a row, and when `progress` cancels. Safe to
// call from any number of threads.
M150_EXPORT MilpResult solve_milp(const MilpProblem& problem, const SolveLimits& limits = {});

}  // namespace m150::inline v0
