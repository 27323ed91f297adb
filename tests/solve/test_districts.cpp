// Connected parts of about equal size against trying every division.
#include "libm150/solve/districts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// A random tree with some edges more; costs are distances in the plane, or anything.
DistrictProblem random_problem(Random& random, int most_nodes) {
    DistrictProblem p;
    const int nodes = static_cast<int>(random.between(1, most_nodes));
    p.nodes.resize(at(nodes));
    const bool star = random.chance(0.1);
    for (int i = 1; i < nodes; ++i)
        p.nodes[at(i)].beside.push_back(star ? 0
                                             : static_cast<int>(random.below(static_cast<std::uint64_t>(i))));
    for (int more = static_cast<int>(random.between(0, nodes)); more > 0 && !star; --more)
        p.nodes[at(static_cast<int>(random.below(at(nodes))))].beside.push_back(
            static_cast<int>(random.below(at(nodes))));
    int counted = 0, centres = 0;
    for (DistrictNode& node : p.nodes) {
        node.counts = random.chance(0.75);
        node.may_be_centre = random.chance(node.counts ? 0.8 : 0.1);
        counted += node.counts ? 1 : 0;
        centres += node.counts && node.may_be_centre ? 1 : 0;
    }
    if (centres == 0) {
        p.nodes[0].counts = p.nodes[0].may_be_centre = true;
        centres = 1;
        counted = static_cast<int>(std::count_if(p.nodes.begin(), p.nodes.end(),
                                                 [](const DistrictNode& node) { return node.counts; }));
    }
    p.parts = static_cast<int>(random.between(1, std::min(centres, 4)));
    p.at_least = std::max(1, counted / p.parts);
    p.at_most = (counted + p.parts - 1) / p.parts + static_cast<int>(random.below(2));
    std::vector<std::pair<double, double>> places;
    for (int i = 0; i < nodes; ++i)
        places.emplace_back(random.uniform(0, 50), random.uniform(0, 50));
    const bool plane = random.chance(0.6);
    const int largest = static_cast<int>(random.between(1, 60));
    p.cost.assign(at(nodes), std::vector<int>(at(nodes)));
    for (int i = 0; i < nodes; ++i) {
        for (int j = 0; j < nodes; ++j) {
            const double far = std::hypot(places[at(i)].first - places[at(j)].first,
                                          places[at(i)].second - places[at(j)].second);
            p.cost[at(i)][at(j)] =
                plane ? static_cast<int>(far) : static_cast<int>(random.between(0, largest));
        }
    }
    const auto grouping = [&](int groups, bool one_each) {
        DistrictGrouping made;
        made.one_each = one_each;
        for (int i = 0; i < nodes; ++i) {
            made.group.push_back(static_cast<int>(random.between(-1, groups - 1)));
            made.cost.push_back(static_cast<int>(random.between(0, 20)));
        }
        return made;
    };
    if (random.chance(0.4))
        p.groupings.push_back(grouping(static_cast<int>(random.between(1, std::min(nodes, 3))), false));
    if (random.chance(0.3)) p.groupings.push_back(grouping(p.parts, true));
    return p;
}

std::set<std::pair<int, int>> edges_of(const DistrictProblem& p) {
    std::set<std::pair<int, int>> edges;
    for (int i = 0; i < static_cast<int>(p.nodes.size()); ++i) {
        for (const int j : p.nodes[at(i)].beside)
            edges.insert(std::minmax(i, j));
    }
    return edges;
}

bool hangs_together(const DistrictProblem& p, const std::vector<int>& part, int which) {
    std::vector<int> label(part.size());
    std::iota(label.begin(), label.end(), 0);
    for (bool changed = true; std::exchange(changed, false);) {
        for (const auto& [i, j] : edges_of(p)) {
            if (part[at(i)] != which || part[at(j)] != which || label[at(i)] == label[at(j)]) continue;
            label[at(i)] = label[at(j)] = std::min(label[at(i)], label[at(j)]);
            changed = true;
        }
    }
    std::set<int> labels;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == which) labels.insert(label[i]);
    }
    return labels.size() == 1;
}

// The cost by the definition, with the parts as groups have them when `numbered`; absent when it is no
// division within the sizes.
std::optional<std::int64_t> cost_of(const DistrictProblem& p, const std::vector<int>& part, int at_least,
                                    int at_most, bool numbered) {
    std::int64_t cost = 0;
    for (int which = 0; which < p.parts; ++which) {
        int size = 0;
        std::optional<std::int64_t> least;
        for (std::size_t j = 0; j < part.size(); ++j) {
            if (part[j] != which) continue;
            size += p.nodes[j].counts ? 1 : 0;
            if (!p.nodes[j].may_be_centre) continue;
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < part.size(); ++i)
                sum += part[i] == which ? p.cost[i][j] : 0;
            least = std::min(least.value_or(sum), sum);
        }
        if (!least || size < at_least || size > at_most || !hangs_together(p, part, which))
            return std::nullopt;
        cost += *least;
    }
    for (const DistrictGrouping& grouping : p.groupings) {
        std::vector<std::vector<std::int64_t>> there(part.size() + 1, std::vector<std::int64_t>(at(p.parts)));
        std::int64_t all = 0, home = 0;
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (grouping.group[i] < 0) continue;
            there[at(grouping.group[i])][at(part[i])] += grouping.cost[i];
            all += grouping.cost[i];
        }
        if (grouping.one_each) {
            std::vector<int> order(at(p.parts));
            std::iota(order.begin(), order.end(), 0);
            do {
                std::int64_t sum = 0;
                for (int g = 0; g < p.parts; ++g)
                    sum += there[at(g)][at(order[at(g)])];
                home = std::max(home, sum);
            } while (!numbered && std::next_permutation(order.begin(), order.end()));
        } else {
            for (const auto& row : there)
                home += *std::max_element(row.begin(), row.end());
        }
        cost += all - home;
    }
    return cost;
}

std::optional<std::int64_t> best_by_trying(const DistrictProblem& p, int at_least, int at_most) {
    std::optional<std::int64_t> best;
    std::vector<int> part(p.nodes.size());
    const std::function<void(std::size_t, int)> extend = [&](std::size_t node, int used) {
        if (node == part.size()) {
            if (used != p.parts) return;
            const auto cost = cost_of(p, part, at_least, at_most, false);
            if (cost && (!best || *cost < *best)) best = cost;
            return;
        }
        for (int which = 0; which <= std::min(used, p.parts - 1); ++which) {
            part[node] = which;
            extend(node + 1, std::max(used, which + 1));
        }
    };
    extend(0, 0);
    return best;
}

TEST(Districts, FindsWhatTryingEverythingFinds) {
    Random random(51);
    int widened = 0, grouped = 0, apart = 0;
    for (int i = 0; i < 3000; ++i) {
        const DistrictProblem p = random_problem(random, 8);
        const Districting found = solve_districts(p);
        const int counted = static_cast<int>(std::count_if(
            p.nodes.begin(), p.nodes.end(), [](const DistrictNode& node) { return node.counts; }));
        const auto best = [&](int under, int over) {
            return best_by_trying(p, std::max(1, p.at_least - under), std::min(counted, p.at_most + over));
        };
        int wide = 0, under = 0, over = 0;
        while (!best(wide, wide))
            wide = wide < 4 ? wide + 1 : wide + wide / 2;
        while (!best(wide, over))
            ++over;
        while (!best(under, over))
            ++under;
        ASSERT_EQ(found.cost, *best(under, over)) << i;
        ASSERT_EQ(found.at_least, std::max(1, p.at_least - under)) << i;
        ASSERT_EQ(std::min(counted, found.at_most), std::min(counted, p.at_most + over)) << i;
        widened += under + over > 0 ? 1 : 0;
        ASSERT_TRUE(found.proved) << i;
        ASSERT_TRUE(found.widening_proved) << i;
        const auto here = cost_of(p, found.part, found.at_least, found.at_most, true);
        ASSERT_TRUE(here.has_value()) << i;
        ASSERT_EQ(*here, found.cost) << i;
        grouped += p.groupings.empty() ? 0 : 1;
        DistrictProblem alone = p;
        alone.groupings.clear();
        apart += cost_of(alone, found.part, found.at_least, found.at_most, true) < found.cost ? 1 : 0;
    }
    EXPECT_GT(widened, 100);
    EXPECT_GT(grouped, 1000);
    EXPECT_GT(apart, 300);
}

// With hardly any work allowed little is proved; what is said is true all the same, and mostly the best.
TEST(Districts, WhatIsCutShortIsTrue) {
    Random random(53);
    DistrictOptions options;
    options.most_work = 1;
    options.starts = 2;
    int best_found = 0, unproved = 0;
    for (int i = 0; i < 1000; ++i) {
        const DistrictProblem p = random_problem(random, 8);
        const Districting found = solve_districts(p, options);
        EXPECT_EQ(cost_of(p, found.part, found.at_least, found.at_most, true), found.cost) << i;
        EXPECT_LE(found.lower_bound, found.cost);
        EXPECT_EQ(found.proved, found.lower_bound == found.cost);
        const auto best = best_by_trying(p, found.at_least, found.at_most);
        ASSERT_TRUE(best.has_value());
        EXPECT_LE(found.lower_bound, *best) << i;
        unproved += found.proved ? 0 : 1;
        best_found += found.cost == *best ? 1 : 0;
        if (found.widening_proved && found.at_least < p.at_least) {
            EXPECT_FALSE(best_by_trying(p, p.at_least, p.at_most).has_value()) << i;
        }
    }
    EXPECT_GT(unproved, 50);
    EXPECT_GT(best_found, 900);
}

// A grid of `width` x `height` nodes, a unit apart, every third of which does not count.
DistrictProblem grid(int width, int height, int parts) {
    DistrictProblem p;
    const int nodes = width * height;
    p.nodes.resize(at(nodes));
    p.cost.assign(at(nodes), std::vector<int>(at(nodes)));
    int counted = 0;
    for (int i = 0; i < nodes; ++i) {
        if (i % width > 0) p.nodes[at(i)].beside.push_back(i - 1);
        if (i >= width) p.nodes[at(i)].beside.push_back(i - width);
        p.nodes[at(i)].counts = p.nodes[at(i)].may_be_centre = i % 3 != 1;
        counted += p.nodes[at(i)].counts ? 1 : 0;
        for (int j = 0; j < nodes; ++j) {
            const int far = std::abs(i % width - j % width) + std::abs(i / width - j / width);
            p.cost[at(i)][at(j)] = 1000 * far / (p.nodes[at(i)].counts ? 1 : 10);
        }
    }
    p.parts = parts;
    p.at_least = counted / parts;
    p.at_most = p.at_least + 2;
    return p;
}

TEST(Districts, LargerOnesKeepToTheSizesAndTheBound) {
    for (const int parts : {1, 3, 5, 8}) {
        const DistrictProblem p = grid(12, 11, parts);
        const Districting found = solve_districts(p);
        EXPECT_EQ(found.at_least, p.at_least);
        EXPECT_EQ(found.at_most, p.at_most);
        EXPECT_EQ(cost_of(p, found.part, p.at_least, p.at_most, true), found.cost) << parts;
        EXPECT_LE(found.lower_bound, found.cost);
        EXPECT_GE(found.lower_bound * 20, found.cost * 19) << parts;
        const Districting again = solve_districts(p);
        EXPECT_EQ(found.part, again.part);
    }
}

// Room for one more in a part, or one edge more, cannot make the best dearer.
TEST(Districts, MoreRoomIsNeverWorse) {
    Random random(52);
    for (int i = 0; i < 300; ++i) {
        DistrictProblem p = random_problem(random, 9);
        const Districting before = solve_districts(p);
        p.at_least = before.at_least;
        p.at_most = before.at_most + 1;
        const Districting after = solve_districts(p);
        EXPECT_LE(after.cost, before.cost) << i;
        p.nodes[0].beside.push_back(static_cast<int>(p.nodes.size()) - 1);
        EXPECT_LE(solve_districts(p).cost, after.cost) << i;
    }
}

// Those who stay where they were cost nothing: a division to stay near is kept when moving does not gain.
TEST(Districts, StaysNear) {
    DistrictProblem p = grid(9, 8, 4);
    const Districting first = solve_districts(p);
    DistrictGrouping before;
    before.one_each = true;
    for (const int part : first.part)
        before.group.push_back((part + 1) % p.parts);
    before.cost.assign(p.nodes.size(), 500);
    p.groupings.push_back(before);
    const Districting same = solve_districts(p);
    EXPECT_EQ(same.part, before.group);
    EXPECT_EQ(same.cost, first.cost);
    // One node more: few move, fewer than when it is divided afresh at no price.
    for (std::size_t i = 0; i < p.nodes.size(); ++i) {
        if (p.nodes[i].counts) continue;
        p.nodes[i].counts = true;
        p.groupings[0].group[i] = -1;
        break;
    }
    const Districting after = solve_districts(p);
    int moved = 0;
    for (std::size_t i = 0; i < p.nodes.size(); ++i)
        moved += before.group[i] != after.part[i] ? 1 : 0;
    EXPECT_LE(moved, 4);
}

TEST(Districts, SaysWhatIsWrong) {
    const auto fails = [](const std::function<void(DistrictProblem&, DistrictOptions&)>& spoil) {
        DistrictProblem p = grid(3, 3, 2);
        DistrictOptions options;
        spoil(p, options);
        EXPECT_THROW(solve_districts(p, options), InvalidInput);
    };
    fails([](DistrictProblem& p, DistrictOptions&) { p.parts = 0; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.parts = 7; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.nodes.clear(); });
    fails([](DistrictProblem& p, DistrictOptions&) { p.nodes[0].beside = {9}; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.nodes[1].beside = p.nodes[3].beside = {}; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.at_least = 0; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.at_most = p.at_least - 1; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.cost[2].pop_back(); });
    fails([](DistrictProblem& p, DistrictOptions&) { p.cost[2][2] = -1; });
    fails([](DistrictProblem& p, DistrictOptions&) { p.groupings.push_back({{0}, {0}, false}); });
    fails([](DistrictProblem&, DistrictOptions& options) { options.starts = 0; });
    fails([](DistrictProblem&, DistrictOptions& options) { options.centres = {0, 0}; });
    fails([](DistrictProblem&, DistrictOptions& options) {
        options.progress = [](const Progress&) { return false; };
    });
}

}  // namespace
}  // namespace m150
