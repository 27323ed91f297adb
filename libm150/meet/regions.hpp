// A network divided in regions that meet by themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/municipality.hpp"

namespace m150::inline v0 {

struct Region {
    Id<Municipality> host;                  // the member that the others travel least to
    std::vector<Id<Municipality>> members;  // of the network, ascending
    std::vector<Id<Municipality>> others;   // municipalities of the region that are no members, ascending
    double mean_km = 0.0;                   // of the members to the host
    double longest_km = 0.0;                // of the member that travels furthest
    Id<Municipality> furthest;              // that member
    double spread_km = 0.0;                 // root mean square distance of the members to their middle
    int cut_borders = 0;                    // borders between neighbours that leave the region
};

enum class RegionsAlong { nothing, provinces, safety_regions };

// Members of a province or veiligheidsregio that do not meet together.
struct SplitArea {
    RegionsAlong kind = RegionsAlong::provinces;
    std::string name;
    int members = 0;
    int regions = 0;                        // over how many they are divided, 2 or more
    std::vector<Id<Municipality>> cut_off;  // those outside the region where most are, ascending
};

// A place, with all that can be reached from it, that no border or crossing joins to the rest: taken to be
// reached over the shortest way there is.
struct AssumedCrossing {
    Id<Municipality> from;
    Id<Municipality> to;
    double km = 0.0;
    std::vector<Id<Municipality>> places;  // joined by it, ascending
};

struct RegionPlan {
    std::vector<Region> regions;
    int members = 0;   // placed
    int smallest = 0;  // members of a region
    int largest = 0;
    double mean_km = 0.0;      // over all members
    double cost = 0.0;         // in km: the sum of `reasons`
    double lower_bound = 0.0;  // no plan with regions between `at_least` and `at_most` costs less
    bool proved = false;       // that none of those is cheaper
    int at_least = 0;          // members of a region that this plan was held to
    int at_most = 0;
    std::vector<Reason> reasons;
    int borders = 0;                         // between neighbours
    int cut_borders = 0;                     // of those, between two regions
    std::vector<SplitArea> splits;           // of provinces first, then of veiligheidsregio's, by name
    std::vector<Id<Municipality>> moved;     // members of the plan to stay near that change region, ascending
    std::vector<Id<Municipality>> joined;    // members now that were no members there, ascending
    std::vector<Id<Municipality>> unplaced;  // without location and neighbours: in no region; ascending
    std::vector<AssumedCrossing> assumed;
    std::vector<Reason> notices;

    // The part of the cost by which it may exceed the best.
    double gap() const { return cost > 0.0 ? (cost - lower_bound) / cost : 0.0; }
};

struct RegionOptions {
    Id<Network> network;
    int count = 8;  // 1 up to the number of members
    // Sizes may differ by this part of the smallest, or by one member, whatever is more: 0 to 10. Wider only
    // when no plan within it was found.
    double spread = 0.15;
    RegionsAlong along = RegionsAlong::nothing;
    double along_km = 10.0;  // what a member cut off from most of its province counts as, in km; 0 to 500
    // What the travel of a municipality that is no member counts for, so that the land is divided sensibly: 0
    // to 1.
    double others_weight = 0.1;
    std::vector<Id<Municipality>> hosts;  // members that can receive the others; empty: all
    std::optional<RegionPlan> stay_near;
    double move_km = 10.0;             // what a member that changes region counts as, in km; 0 to 500
    std::uint64_t seed = 1;            // of where the search starts
    std::int64_t most_work = 400'000;  // what integer programs may search: see DistrictOptions; 1 to 1e12
    ProgressFn progress;               // returning false cancels
};

// Regions that hang together over borders between neighbours and crossings over water, of about equal size in
// members, in which the members travel little to a host. The whole land is divided: a municipality that is no
// member lies in a region too, joins what lies on both sides of it, and does not count in the sizes. The cost
// is that of all members to their hosts in km, with a tenth of that of the others, and what wishes count
// as; a bound on it stands beside it.
//
// Members whose place is not known are taken to lie amid their neighbours. Throws InvalidInput for an unknown
// network or one without members, options out of range, more regions than members or possible hosts, a plan
// to stay near with another number of regions or that no call gave (a region without members, one named twice
// or not known), and when progress cancels.
M150_EXPORT RegionPlan regions(const Snapshot& now, const RegionOptions& options);

}  // namespace m150::inline v0
