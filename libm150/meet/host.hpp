// Where municipalities could meet.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/municipality.hpp"

namespace m150::inline v0 {

struct HostOptions {
    std::vector<Id<Municipality>> members;  // who is to meet, of a region for instance: one or more
    std::vector<Id<Municipality>> hosts;    // of them, those that can receive the others; empty: all
    std::size_t most = 5;                   // hosts named; 0 to 10,000
    double furthest_weight = 0.1;  // what each km of the one who travels furthest counts as, in km; 0 to 10
    // What having been host today counts as, in km: 0 to 500; halved for every lately_days (1 to 100,000)
    // that it is ago.
    double lately_km = 10.0;
    double lately_days = 365.0;
};

struct HostProposal {
    Id<Municipality> municipality;
    double cost = 0.0;  // in km, the less the better: the sum of `reasons`
    std::vector<Reason> reasons;
    double mean_km = 0.0;  // of all members, the host included
    double longest_km = 0.0;
    Id<Municipality> furthest;     // who travels that far; the host itself when nobody travels
    std::optional<Date> was_host;  // of the last meeting up to today that it was host of
};

struct HostRanking {
    std::vector<HostProposal> hosts;  // by ascending cost, ties by id
    std::vector<Reason> notices;
};

// Throws InvalidInput without members, for unknown ones or ones that exist no more, hosts that are not among
// them, and options out of range. Members whose place is not known travel with no one's distance: they are
// named in the notices.
M150_EXPORT HostRanking host(const Snapshot& now, const HostOptions& options);

}  // namespace m150::inline v0
