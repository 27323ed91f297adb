#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t most_listed = 10;

struct Kind {
    std::optional<double> size;  // logarithm of the inhabitants
    std::optional<int> urbanity;
    const std::string* province = nullptr;
};

// How far apart, for whom to guess by when nothing is known (what a connection is worth for likeness is
// match/complement.hpp's): a fifth more inhabitants, a class of urbanity or another province are about as
// far.
double distance(const Kind& a, const Kind& b) {
    constexpr double unknown = 1.0;
    const double size = a.size && b.size ? std::abs(*a.size - *b.size) : unknown;
    const double urbanity = a.urbanity && b.urbanity ? 0.2 * std::abs(*a.urbanity - *b.urbanity) : unknown;
    return size + urbanity + (*a.province == *b.province ? 0.0 : 0.2);
}

}  // namespace

std::vector<std::vector<int>> find_most_alike(const Snapshot::State& state) {
    std::vector<Kind> kinds;
    for (const Municipality* municipality : state.nodes) {
        Kind& kind = kinds.emplace_back();
        const auto inhabitants = inhabitants_in(*municipality, state.today.year());
        if (inhabitants && *inhabitants > 0) kind.size = std::log(static_cast<double>(*inhabitants));
        kind.urbanity = municipality->urbanity;
        kind.province = &municipality->province;
    }
    std::vector<std::vector<int>> all(kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (!kinds[i].size && !kinds[i].urbanity) continue;  // nothing says what it is like
        std::vector<std::pair<double, int>> others;
        for (std::size_t j = 0; j < kinds.size(); ++j) {
            if (j != i) others.emplace_back(distance(kinds[i], kinds[j]), static_cast<int>(j));
        }
        const std::size_t count = std::min(most_listed, others.size());
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count), others.end());
        for (std::size_t k = 0; k < count; ++k)
            all[i].push_back(others[k].second);
    }
    return all;
}

}  // namespace m150::inline v0
