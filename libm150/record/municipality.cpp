#include "libm150/record/municipality.hpp"

#include <cstdlib>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::inline v0 {

Id<Municipality> parse_municipality_id(std::string_view text) {
    constexpr std::string_view tooi = "https://identifier.overheid.nl/tooi/id/gemeente/";
    std::string code = ascii_lower(trim(text));
    if (code.starts_with(tooi)) code.erase(0, tooi.size());
    if (code.starts_with("gm")) code.erase(0, 2);
    const bool digits =
        !code.empty() && code.size() <= 4 && code.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || std::stoi(code) == 0) {
        throw InvalidInput({"", "'" + excerpt(text, 60) + "' is no municipality code",
                            "a CBS code such as GM0355, 0355 or 355, or its TOOI URI",
                            "look the code up in the list of municipalities"});
    }
    return Id<Municipality>("GM" + std::string(4 - code.size(), '0') + code);
}

std::optional<std::int64_t> inhabitants_in(const Municipality& municipality, int year) {
    std::optional<std::int64_t> nearest;
    int distance = 0;
    for (const auto& [known, count] : municipality.inhabitants) {
        if (!nearest || std::abs(known - year) < distance) {
            nearest = count;
            distance = std::abs(known - year);
        }
    }
    return nearest;
}

}  // namespace m150::inline v0
