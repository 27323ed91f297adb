#include "libm150/record/network.hpp"

namespace m150::inline v0 {

namespace {

bool in_force(const std::optional<Date>& from, const std::optional<Date>& to, Date day) {
    return (!from || *from <= day) && (!to || day <= *to);
}

}  // namespace

bool is_member(const Network& network, const Municipality& municipality, Date day) {
    if (!municipality.exists_on(day)) return false;
    bool listed = false;
    for (const Membership& membership : network.members) {
        if (membership.municipality != municipality.id || !in_force(membership.from, membership.to, day))
            continue;
        if (membership.excluded) return false;
        listed = true;
    }
    if (listed) return true;
    const auto inhabitants = inhabitants_in(municipality, day.year());
    if (!inhabitants) return false;
    for (const Band& band : network.bands) {
        const bool inside = *inhabitants >= band.at_least && (!band.at_most || *inhabitants <= *band.at_most);
        if (inside && in_force(band.from, band.to, day)) return true;
    }
    return false;
}

}  // namespace m150::inline v0
