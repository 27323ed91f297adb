// How sure a difference or a mean is: resampling, seeded. docs/evaluation.md has the sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace m150::evaluate {

struct ResamplingOptions {
    std::uint64_t seed = 1;  // same seed, same numbers
    std::size_t resamples =
        10000;            // of the bootstrap, and of the test when it is not exact; 100 to 1,000,000
    double level = 0.95;  // of intervals, 0.5 to 0.999
};

// Throws InvalidInput for options out of range.
void check(const ResamplingOptions& options);

// Which queries hang together: those with the same number are drawn, or turned, together. One number a query.
struct Clusters {
    std::vector<std::size_t> of;  // by query, 0 .. count - 1, each used
    std::size_t count = 0;

    // Every query by itself.
    static Clusters each(std::size_t queries);
    // Queries with the same name together; a query with an empty name by itself.
    static Clusters named(const std::vector<std::string>& names);
    bool single() const noexcept { return count == of.size(); }  // nothing hangs together
};

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

// Percentile intervals of the means of several measures over the same queries: whole clusters are drawn with
// replacement, the same draw for every measure. `values` is [measure][query]. Ends are interpolated linearly
// between neighbouring resamples. No queries: 0 to 0.
std::vector<Interval> bootstrap_means(const std::vector<std::vector<double>>& values,
                                      const Clusters& clusters, const ResamplingOptions& options);

struct TestResult {
    double p = 1.0;  // two-sided
    bool exact =
        false;  // every turning was tried; else a sample of them, and p counts the observed one as well
};

// Fisher's paired randomisation test of the hypothesis that both systems are the same: the sign of each
// cluster's difference is turned at random, and p is the part of the turnings whose mean difference is at
// least as far from 0. Exact for up to 16 clusters that differ. `differences` is by query.
TestResult randomisation_test(const std::vector<double>& differences, const Clusters& clusters,
                              const ResamplingOptions& options);

// Holm's step-down correction: p values such that rejecting those below a level keeps the chance of any wrong
// rejection below it.
std::vector<double> holm(const std::vector<double>& p);

}  // namespace m150::evaluate
