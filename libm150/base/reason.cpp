#include "libm150/base/reason.hpp"

#include <algorithm>
#include <cmath>

namespace m150::inline v0 {

std::string_view Reason::value(std::string_view name) const {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    return found == values.end() ? std::string_view{} : std::string_view{found->second};
}

double total_of(const std::vector<Reason>& reasons) {
    double total = 0.0;
    for (const Reason& reason : reasons)
        total += reason.share;
    return total;
}

void add_up(std::vector<Reason>& reasons) {
    for (Reason& reason : reasons) {
        if (reason.parts.empty()) continue;
        add_up(reason.parts);
        reason.share = total_of(reason.parts);
    }
}

double reason_error(double score, const std::vector<Reason>& reasons) {
    double error = std::abs(score - total_of(reasons));
    for (const Reason& reason : reasons) {
        if (!reason.parts.empty()) error = std::max(error, reason_error(reason.share, reason.parts));
    }
    return error;
}

}  // namespace m150::inline v0
