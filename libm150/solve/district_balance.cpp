#include "libm150/solve/district_balance.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace m150::inline v0::districts {

namespace {

constexpr std::size_t kPaths = 20;  // tried, the shortest first

}  // namespace

Balance::Balance(const DistrictProblem& problem, const Neighbours& beside, const Centres& centres,
                 std::uint64_t seed)
    : p_(problem), beside_(beside), centres_(centres), random_(seed, "balance") {}

std::vector<int> Balance::sizes(const Parts& part) const {
    std::vector<int> sizes(at(p_.parts));
    for (std::size_t i = 0; i < part.size(); ++i)
        sizes[at(part[i])] += p_.nodes[i].counts ? 1 : 0;
    return sizes;
}

int Balance::outside(int size) const {
    return std::max({0, p_.at_least - size, size - p_.at_most});
}

int Balance::outside(const Parts& part) const {
    int sum = 0;
    for (const int size : sizes(part))
        sum += outside(size);
    return sum;
}

std::vector<std::vector<bool>> Balance::touching(const Parts& part) const {
    std::vector<std::vector<bool>> touch(at(p_.parts), std::vector<bool>(at(p_.parts)));
    for (std::size_t i = 0; i < part.size(); ++i) {
        for (const int j : beside_[i])
            touch[at(part[i])][at(part[at(j)])] = part[i] != part[at(j)];
    }
    return touch;
}

// From parts that have too many, or when there are none from those that have more than they need, to those
// that have room, or need more.
std::vector<Balance::Path> Balance::paths(const Parts& part) const {
    const std::vector<int> size = sizes(part);
    const auto touch = touching(part);
    const bool over = std::any_of(size.begin(), size.end(), [&](int one) { return one > p_.at_most; });
    const auto gives = [&](int one) { return size[at(one)] > (over ? p_.at_most : p_.at_least); };
    const auto takes = [&](int one) { return size[at(one)] < (over ? p_.at_most : p_.at_least); };
    std::vector<Path> paths;
    for (int source = 0; source < p_.parts; ++source) {
        if (!gives(source)) continue;
        std::vector<int> from(at(p_.parts), -1), queue{source};
        from[at(source)] = source;
        for (std::size_t next = 0; next < queue.size(); ++next) {
            const int here = queue[next];
            for (int other = 0; other < p_.parts; ++other) {
                if (!touch[at(here)][at(other)] || from[at(other)] >= 0) continue;
                from[at(other)] = here;
                queue.push_back(other);
                if (!takes(other)) continue;
                Path path{other};
                while (path.back() != source)
                    path.push_back(from[at(path.back())]);
                std::reverse(path.begin(), path.end());
                paths.push_back(std::move(path));
            }
        }
    }
    std::stable_sort(paths.begin(), paths.end(),
                     [](const Path& a, const Path& b) { return a.size() < b.size(); });
    if (paths.size() > kPaths) paths.resize(kPaths);
    return paths;
}

// What each node costs in part `a` more than in `b`.
std::vector<std::int64_t> Balance::more(const Plan& plan, int a, int b) const {
    std::vector<std::int64_t> more(plan.part.size());
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (plan.part[i] != a && plan.part[i] != b) continue;
        more[i] = centres_.cost_in(i, plan.judged.centre[at(a)], a, plan.judged.home) -
                  centres_.cost_in(i, plan.judged.centre[at(b)], b, plan.judged.home);
    }
    return more;
}

// The sizes of the first of two parts that leave both within theirs, or nearly when that cannot be.
Balance::Range Balance::within(int together) const {
    const int low = std::max(p_.at_least, together - p_.at_most);
    const int high = std::min(p_.at_most, together - p_.at_least);
    return {std::min(low, high), std::max(low, high)};
}

// Parts `a` and `b` divided anew, swept from either side: as near to the range as can be, then as cheap.
Plan Balance::divided(const Plan& plan, int a, int b, const std::vector<std::int64_t>& more,
                      Range range) const {
    std::vector<int> nodes;
    int together = 0;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < plan.part.size(); ++i) {
        if (plan.part[i] != a && plan.part[i] != b) continue;
        nodes.push_back(static_cast<int>(i));
        together += p_.nodes[i].counts ? 1 : 0;
        all += more[i];
    }
    std::vector<std::int64_t> less(more.size());
    std::transform(more.begin(), more.end(), less.begin(), [](std::int64_t one) { return -one; });
    const int in_a = plan.judged.centre[at(a)], in_b = plan.judged.centre[at(b)];
    std::pair best{std::numeric_limits<int>::max(), std::numeric_limits<std::int64_t>::max()};
    Parts part = plan.part;
    for (const bool from_a : {true, false}) {
        const Sweep found = from_a ? sweep(p_, beside_, nodes, in_a, in_b, more, range.high)
                                   : sweep(p_, beside_, nodes, in_b, in_a, less, together - range.low);
        for (const Sweep::Stop& stop : found.stops) {
            const int size = from_a ? stop.size : together - stop.size;
            const std::pair here{std::max({0, range.low - size, size - range.high}),
                                 from_a ? stop.cost : all + stop.cost};
            if (here >= best) continue;
            best = here;
            for (const int node : nodes)
                part[at(node)] = from_a ? b : a;
            for (std::size_t n = 0; n < stop.taken; ++n)
                part[at(found.order[n])] = from_a ? a : b;
        }
    }
    return plan_of(p_, std::move(part));
}

// Absent when parts on the way no longer touch.
std::optional<Plan> Balance::pass_on(Plan plan, const Path& path, int count) const {
    for (std::size_t step = 0; step + 1 < path.size(); ++step) {
        const int a = path[step], b = path[step + 1];
        if (!touching(plan.part)[at(a)][at(b)]) return std::nullopt;
        const int left = sizes(plan.part)[at(a)] - count;
        plan = divided(plan, a, b, more(plan, a, b), {left, left});
    }
    return plan;
}

std::optional<Plan> Balance::helped(const Plan& plan) const {
    const int before = outside(plan.part);
    const std::vector<int> size = sizes(plan.part);
    for (const Path& path : paths(plan.part)) {
        const int give = size[at(path.front())], take = size[at(path.back())];
        const int all = give > p_.at_most ? std::min(give - p_.at_most, p_.at_most - take)
                                          : std::min(give - p_.at_least, p_.at_least - take);
        for (const int count : {all, 1}) {
            std::optional<Plan> next = pass_on(plan, path, count);
            if (next && outside(next->part) < before) return next;
            if (all == 1) break;
        }
    }
    return std::nullopt;
}

Plan Balance::shaken(Plan plan) {
    std::vector<std::pair<int, int>> pairs;
    const auto touch = touching(plan.part);
    for (int a = 0; a < p_.parts; ++a) {
        for (int b = a + 1; b < p_.parts; ++b) {
            if (touch[at(a)][at(b)]) pairs.emplace_back(a, b);
        }
    }
    const auto [a, b] = pairs[random_.below(pairs.size())];
    std::vector<int> nodes;
    for (std::size_t i = 0; i < plan.part.size(); ++i) {
        if (plan.part[i] == a || plan.part[i] == b) nodes.push_back(static_cast<int>(i));
    }
    for (const int part : {a, b}) {
        std::vector<int> others;
        for (const int node : nodes) {
            if (plan.part[at(node)] == part && p_.nodes[at(node)].may_be_centre) others.push_back(node);
        }
        plan.judged.centre[at(part)] = others[random_.below(others.size())];
    }
    const int to_a = nodes[random_.below(nodes.size())], to_b = nodes[random_.below(nodes.size())];
    std::vector<std::int64_t> more(plan.part.size());
    for (const int node : nodes)
        more[at(node)] = p_.cost[at(node)][at(to_a)] - p_.cost[at(node)][at(to_b)];
    const std::vector<int> size = sizes(plan.part);
    return divided(plan, a, b, more, within(size[at(a)] + size[at(b)]));
}

std::optional<Plan> Balance::even(Plan plan, int tries) {
    while (outside(plan.part) > 0) {
        if (std::optional<Plan> next = helped(plan)) {
            plan = *std::move(next);
        } else {
            if (p_.parts < 2 || tries-- <= 0) return std::nullopt;
            plan = shaken(plan);
        }
    }
    return plan;
}

Plan Balance::cheaper(Plan plan) const {
    for (bool gained = true; std::exchange(gained, false);) {
        for (int a = 0; a < p_.parts; ++a) {
            for (int b = a + 1; b < p_.parts; ++b) {
                if (!touching(plan.part)[at(a)][at(b)]) continue;
                const int together = sizes(plan.part)[at(a)] + sizes(plan.part)[at(b)];
                Plan next = divided(plan, a, b, more(plan, a, b), within(together));
                if (outside(next.part) > 0 || next.judged.cost >= plan.judged.cost) continue;
                plan = std::move(next);
                gained = true;
            }
        }
    }
    return plan;
}

}  // namespace m150::inline v0::districts
