// One part takes nodes from another: at each stop both hang together, and in a graph that no node cuts in two
// it takes as many as it may.
#include "libm150/solve/district_sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

using districts::at;

struct Case {
    DistrictProblem problem;
    districts::Neighbours beside;
    std::vector<int> nodes;
    std::vector<std::int64_t> more;
    int from = 0;
    int to = 0;

    // A tree, or a ring, with some edges more.
    Case(Random& random, bool ring) {
        const int count = static_cast<int>(random.between(3, 14));
        problem.nodes.resize(at(count));
        for (int i = 1; i < count; ++i)
            problem.nodes[at(i)].beside.push_back(
                ring ? i - 1 : static_cast<int>(random.below(static_cast<std::uint64_t>(i))));
        if (ring) problem.nodes[0].beside.push_back(count - 1);
        for (auto more_edges = random.between(0, count / 2); more_edges > 0; --more_edges)
            problem.nodes[random.below(at(count))].beside.push_back(
                static_cast<int>(random.below(at(count))));
        beside = districts::neighbours_of(problem);
        for (int i = 0; i < count; ++i) {
            nodes.push_back(i);
            more.push_back(random.between(-9, 9));
            problem.nodes[at(i)].counts = ring || random.chance(0.7);
        }
        from = static_cast<int>(random.below(at(count)));
        to = static_cast<int>((at(from) + 1 + random.below(at(count) - 1)) % at(count));
    }

    bool together(const std::vector<bool>& in, int centre) const {
        if (!in[at(centre)]) return false;
        return static_cast<std::ptrdiff_t>(districts::reached(beside, centre, in).size()) ==
               std::count(in.begin(), in.end(), true);
    }
};

TEST(DistrictSweep, BothPartsHangTogetherAtEveryStop) {
    Random random(61);
    int cut_off = 0;
    for (int i = 0; i < 2000; ++i) {
        const Case one(random, i % 2 == 0);
        const int most = static_cast<int>(random.between(0, 14));
        const auto found =
            districts::sweep(one.problem, one.beside, one.nodes, one.from, one.to, one.more, most);
        std::size_t before = 0;
        for (const districts::Sweep::Stop& stop : found.stops) {
            std::vector<bool> first(one.nodes.size()), other(one.nodes.size(), true);
            int size = 0;
            std::int64_t cost = 0;
            for (std::size_t n = 0; n < stop.taken; ++n) {
                const int node = found.order[n];
                ASSERT_FALSE(first[at(node)]);
                first[at(node)] = true;
                other[at(node)] = false;
                size += one.problem.nodes[at(node)].counts ? 1 : 0;
                cost += one.more[at(node)];
            }
            ASSERT_TRUE(one.together(first, one.from)) << i;
            ASSERT_TRUE(one.together(other, one.to)) << i;
            ASSERT_EQ(stop.size, size) << i;
            ASSERT_EQ(stop.cost, cost) << i;
            ASSERT_LE(size, most) << i;
            cut_off += before > 0 && stop.taken > before + 1 ? 1 : 0;
            before = stop.taken;
        }
    }
    EXPECT_GT(cut_off, 200);
}

TEST(DistrictSweep, ExactlyAsManyAsAskedWhereNoNodeCutsTheGraphInTwo) {
    Random random(62);
    for (int i = 0; i < 300; ++i) {
        const Case one(random, true);
        for (int most = 1; most < static_cast<int>(one.nodes.size()); ++most) {
            const auto found =
                districts::sweep(one.problem, one.beside, one.nodes, one.from, one.to, one.more, most);
            ASSERT_EQ(found.stops.back().size, most) << i;
        }
    }
}

}  // namespace
}  // namespace m150
