// A gemeente: the unit that asks, answers and is connected.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"

namespace m150::inline v0 {

struct Municipality {
    Id<Municipality> id;  // CBS code, canonical form GM0355
    std::string name;     // official name
    std::string province;
    std::string safety_region;                  // veiligheidsregio, by name
    std::map<int, std::int64_t> inhabitants;    // on 1 January of the year
    std::optional<double> latitude;             // of the land centroid, degrees north (WGS 84)
    std::optional<double> longitude;            // degrees east
    std::optional<int> urbanity;                // stedelijkheidsklasse of CBS: 1 (very urban) to 5 (rural)
    std::optional<double> area_km2;             // land only
    std::vector<Id<Municipality>> neighbours;   // that share a border, ascending
    std::vector<Id<Municipality>> crossings;    // that a ferry or a tunnel leads to, where there is no border
    std::optional<Date> valid_from;             // first day of existence; absent: before all records
    std::optional<Date> valid_to;               // last day of existence; absent: still exists
    std::optional<Id<Municipality>> successor;  // who took over when it merged
    Audience audience{AudienceKind::everyone, {}, {}};
    Provenance provenance;

    bool exists_on(Date day) const {
        return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
    }
    friend bool operator==(const Municipality&, const Municipality&) = default;
};

// The canonical id of a municipality written as GM0355, gm0355, 0355, 355 or the TOOI URI
// https://identifier.overheid.nl/tooi/id/gemeente/gm0355. Throws InvalidInput on anything else.
M150_EXPORT Id<Municipality> parse_municipality_id(std::string_view text);

// Inhabitants on 1 January of `year`, or of the nearest year that is known (the earlier of two equally near).
M150_EXPORT std::optional<std::int64_t> inhabitants_in(const Municipality& municipality, int year);

}  // namespace m150::inline v0
