#include "bench/evaluate/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t most_exact = 16;  // 65,536 turnings

// The value below which `part` of the sorted values lie, interpolated (type 7 of Hyndman and Fan 1996).
double quantile(const std::vector<double>& sorted, double part) {
    const double at = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// Sums of each measure over each cluster, [measure][cluster].
std::vector<std::vector<double>> sums_by_cluster(const std::vector<std::vector<double>>& values,
                                                 const Clusters& clusters) {
    std::vector<std::vector<double>> sums(values.size(), std::vector<double>(clusters.count, 0.0));
    for (std::size_t m = 0; m < values.size(); ++m) {
        for (std::size_t q = 0; q < clusters.of.size(); ++q)
            sums[m][clusters.of[q]] += values[m].at(q);
    }
    return sums;
}

}  // namespace

void check(const ResamplingOptions& options) {
    std::vector<Problem> problems;
    if (options.resamples < 100 || options.resamples > 1000000) {
        problems.push_back({"resamples", "is " + std::to_string(options.resamples), "100 to 1000000", ""});
    }
    if (!(options.level >= 0.5 && options.level <= 0.999)) {
        problems.push_back({"level", "is " + std::to_string(options.level), "0.5 to 0.999", ""});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

Clusters Clusters::each(std::size_t queries) {
    Clusters clusters;
    clusters.of.resize(queries);
    std::iota(clusters.of.begin(), clusters.of.end(), std::size_t{0});
    clusters.count = queries;
    return clusters;
}

Clusters Clusters::named(const std::vector<std::string>& names) {
    Clusters clusters;
    std::map<std::string, std::size_t> numbers;
    for (const std::string& name : names) {
        std::size_t number = clusters.count;
        if (!name.empty()) number = numbers.emplace(name, clusters.count).first->second;
        if (number == clusters.count) ++clusters.count;
        clusters.of.push_back(number);
    }
    return clusters;
}

std::vector<Interval> bootstrap_means(const std::vector<std::vector<double>>& values,
                                      const Clusters& clusters, const ResamplingOptions& options) {
    check(options);
    std::vector<Interval> intervals(values.size());
    if (clusters.count == 0) return intervals;
    const auto sums = sums_by_cluster(values, clusters);
    std::vector<double> sizes(clusters.count, 0.0);
    for (const std::size_t cluster : clusters.of)
        sizes[cluster] += 1.0;

    Random random(options.seed, "bootstrap");
    std::vector<std::vector<double>> means(values.size());
    std::vector<std::size_t> drawn(clusters.count);
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        double size = 0.0;
        for (std::size_t& cluster : drawn) {
            cluster = static_cast<std::size_t>(random.below(clusters.count));
            size += sizes[cluster];
        }
        for (std::size_t m = 0; m < values.size(); ++m) {
            double sum = 0.0;
            for (const std::size_t cluster : drawn)
                sum += sums[m][cluster];
            means[m].push_back(sum / size);
        }
    }
    const double tail = (1.0 - options.level) / 2.0;
    for (std::size_t m = 0; m < values.size(); ++m) {
        std::sort(means[m].begin(), means[m].end());
        intervals[m] = {quantile(means[m], tail), quantile(means[m], 1.0 - tail)};
    }
    return intervals;
}

TestResult randomisation_test(const std::vector<double>& differences, const Clusters& clusters,
                              const ResamplingOptions& options) {
    check(options);
    std::vector<double> units = sums_by_cluster({differences}, clusters).front();
    std::erase(units, 0.0);  // turning these changes nothing
    double observed = 0.0;
    double size = 0.0;
    for (const double unit : units) {
        observed += unit;
        size += std::abs(unit);
    }
    // Sums that differ by rounding alone are the same.
    const double at_least = std::abs(observed) - 1e-12 * size;
    if (units.size() <= most_exact) {
        std::size_t far = 0;
        const std::size_t turnings = std::size_t{1} << units.size();
        for (std::size_t turning = 0; turning < turnings; ++turning) {
            double sum = 0.0;
            for (std::size_t i = 0; i < units.size(); ++i)
                sum += (turning >> i & 1U) != 0 ? -units[i] : units[i];
            if (std::abs(sum) >= at_least) ++far;
        }
        return {static_cast<double>(far) / static_cast<double>(turnings), true};
    }
    Random random(options.seed, "randomisation");
    std::size_t far = 1;  // what was observed is one of the turnings (Phipson and Smyth 2010)
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        double sum = 0.0;
        std::uint64_t signs = 0;
        for (std::size_t i = 0; i < units.size(); ++i, signs >>= 1U) {
            if (i % 64 == 0) signs = random.next();
            sum += (signs & 1U) != 0 ? -units[i] : units[i];
        }
        if (std::abs(sum) >= at_least) ++far;
    }
    return {static_cast<double>(far) / static_cast<double>(options.resamples + 1), false};
}

std::vector<double> holm(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> corrected(p.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, p[order[i]] * static_cast<double>(p.size() - i));
        corrected[order[i]] = std::min(1.0, largest);
    }
    return corrected;
}

}  // namespace m150::evaluate
