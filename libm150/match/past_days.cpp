#include "libm150/match/past_days.hpp"

namespace m150::inline v0 {

std::vector<Date> days_to_look_back(const std::vector<Date>& days, std::size_t most) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < days.size(); ++i)
        different += i == 0 || days[i] != days[i - 1] ? 1 : 0;
    const std::size_t stretch = different > most ? (different + most - 1) / most : 1;
    std::vector<Date> before;
    std::size_t seen = 0;  // different days so far
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool same = i > 0 && days[i] == days[i - 1];
        const bool begins = !same && seen++ % stretch == 0;
        before.push_back(begins ? days[i].plus_days(-1) : before.back());
    }
    return before;
}

}  // namespace m150::inline v0
