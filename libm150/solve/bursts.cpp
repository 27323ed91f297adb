#include "libm150/solve/bursts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

// Of the two rates; never 1, for then a single other event would be impossible.
constexpr double kMostRate = 0.9999;

void check(const std::vector<BurstPeriod>& periods, const BurstOptions& options) {
    for (std::size_t t = 0; t < periods.size(); ++t) {
        if (periods[t].hits >= 0 && periods[t].hits <= periods[t].all) continue;
        throw InvalidInput(Problem{"period " + std::to_string(t), "its hits are out of range",
                                   "0 <= hits <= all", "count again"});
    }
    if (!(options.times > 1.0) || !std::isfinite(options.times) || !(options.cost >= 0.0) ||
        !std::isfinite(options.cost))
        throw InvalidInput(Problem{"bursts", "times or cost is out of range", "times > 1, cost >= 0", ""});
}

// Minus the logarithm of the binomial likelihood, but for the coefficient, which both states share.
double misfit(const BurstPeriod& period, double rate) {
    return -(static_cast<double>(period.hits) * std::log(rate) +
             static_cast<double>(period.all - period.hits) * std::log1p(-rate));
}

}  // namespace

std::vector<Burst> find_bursts(const std::vector<BurstPeriod>& periods, const BurstOptions& options) {
    check(periods, options);
    long long all = 0, hits = 0;
    for (const BurstPeriod& period : periods) {
        all += period.all;
        hits += period.hits;
    }
    if (hits == 0 || hits == all) return {};  // nothing, or nothing else
    const double base = static_cast<double>(hits) / static_cast<double>(all);
    const double high = std::min(options.times * base, kMostRate);
    if (high <= base) return {};
    const double enter = options.cost * std::log(static_cast<double>(periods.size()));

    // Viterbi: the least cost of being in each state, and where it came from.
    std::array<double, 2> cost{0.0, enter};
    std::vector<std::array<int, 2>> from(periods.size());
    std::array<double, 2> before{0.0, 0.0};
    for (std::size_t t = 0; t < periods.size(); ++t) {
        if (t > 0) {
            before = cost;
            from[t][0] = before[0] <= before[1] ? 0 : 1;
            from[t][1] = before[0] + enter < before[1] ? 0 : 1;
            cost[0] = std::min(before[0], before[1]);
            cost[1] = std::min(before[0] + enter, before[1]);
        }
        cost[0] += misfit(periods[t], base);
        cost[1] += misfit(periods[t], high);
    }
    std::vector<Burst> bursts;
    int state = cost[0] <= cost[1] ? 0 : 1;
    for (std::size_t t = periods.size(); t-- > 0;) {
        if (state == 1) {
            const double gain = misfit(periods[t], base) - misfit(periods[t], high);
            if (!bursts.empty() && bursts.back().first == t + 1) {
                bursts.back().first = t;
                bursts.back().weight += gain;
            } else {
                bursts.push_back({t, t, gain});
            }
        }
        state = from[t][static_cast<std::size_t>(state)];
    }
    std::reverse(bursts.begin(), bursts.end());
    for (Burst& burst : bursts)
        burst.weight = std::max(0.0, burst.weight);
    return bursts;
}

}  // namespace m150::inline v0
