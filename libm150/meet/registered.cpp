#include "libm150/meet/registered.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "libm150/match/inputs.hpp"

namespace m150::inline v0 {

std::map<Id<Municipality>, Registered> registered(const Snapshot& now, const Meeting& meeting,
                                                  std::vector<Reason>& said) {
    std::map<Id<Municipality>, Registered> all;
    std::set<Id<Municipality>> seen, twice;
    std::map<Id<Topic>, std::set<Id<Municipality>>> unknown;
    for (const Registration& registration : meeting.registrations) {
        const Id<Municipality> today = resolve_saying(now, registration.municipality, said);
        if (!seen.insert(registration.municipality).second) twice.insert(today);
        Registered& one = all[today];
        one.people += std::max(1, registration.people);
        for (const Id<Topic>& wish : registration.wishes) {
            if (now.number_of(wish) < 0)
                unknown[wish].insert(today);
            else if (std::find(one.wishes.begin(), one.wishes.end(), wish) == one.wishes.end())
                one.wishes.push_back(wish);
        }
    }
    for (const Id<Municipality>& one : twice)
        said.push_back({"registered-twice",
                        0.0,
                        {{"municipality", one.str()}, {"count", std::to_string(all[one].people)}},
                        {}});
    for (const auto& [wish, municipalities] : unknown)
        said.push_back({"wish-unknown",
                        0.0,
                        {{"topic", wish.str()}, {"count", std::to_string(municipalities.size())}},
                        {}});
    return all;
}

}  // namespace m150::inline v0
