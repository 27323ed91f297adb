// When something is suddenly talked about.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"

namespace m150::inline v0 {

// Of `all` events in a period of time, `hits` are of the kind watched.
struct BurstPeriod {
    long long all = 0;
    long long hits = 0;
};

struct BurstOptions {
    double times = 2.0;  // how much more often hits come in a burst than on the whole; above 1
    double cost = 1.0;   // of entering a burst, times the logarithm of the number of periods; 0 or more
};

// Periods first .. last, both included. `weight` is by how much the burst explains the hits better than the
// rate on the whole does (natural logarithm of the ratio of their likelihoods); 0 and up.
struct Burst {
    std::size_t first = 0;
    std::size_t last = 0;
    double weight = 0.0;
    friend bool operator==(const Burst&, const Burst&) = default;
};

// The bursts in a sequence of periods: the cheapest way through a two-state automaton in which hits are
// binomial, at the rate on the whole or at `times` that (Kleinberg, "Bursty and hierarchical structure in
// streams", KDD 2002, section 4: enumerating bursts in batched arrivals). Equal ways: outside a burst.
// Throws InvalidInput for a period with hits below 0 or above all, and options out of range.
M150_EXPORT std::vector<Burst> find_bursts(const std::vector<BurstPeriod>& periods,
                                           const BurstOptions& options = {});

}  // namespace m150::inline v0
