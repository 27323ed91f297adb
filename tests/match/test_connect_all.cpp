// The plan for a whole network: against every plan there is, its capacities, and whom it leaves out and why.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "libm150/m150.hpp"
#include "libm150/match/complement.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

Snapshot world_snapshot(std::uint64_t seed, int municipalities = 12) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    WorldOptions options;
    options.all_audiences = false;
    options.municipalities = municipalities;
    fill(base, make_world(seed, options));
    return base.snapshot();
}

// The best plan by trying every set of at most two guides for each learner in turn.
struct Trier {
    const Complement& complement;
    int municipalities;
    std::vector<int> room;  // of each guide

    double score(int learner, int guide) const { return complement.score(learner, guide); }

    double best_from(int learner) {
        if (learner == municipalities) return 0.0;
        double best = best_from(learner + 1);
        for (int a = 0; a < municipalities; ++a) {
            if (room[static_cast<std::size_t>(a)] == 0 || score(learner, a) <= 0) continue;
            --room[static_cast<std::size_t>(a)];
            best = std::max(best, score(learner, a) + best_from(learner + 1));
            for (int b = 0; b < a; ++b) {
                if (room[static_cast<std::size_t>(b)] == 0 || score(learner, b) <= 0) continue;
                --room[static_cast<std::size_t>(b)];
                const int topic = complement.leading_topic(learner, a);
                const double loss = topic == complement.leading_topic(learner, b)
                                        ? complement.repeat_loss(learner, topic)
                                        : 0.0;
                best = std::max(best, score(learner, a) + score(learner, b) - loss + best_from(learner + 1));
                ++room[static_cast<std::size_t>(b)];
            }
            ++room[static_cast<std::size_t>(a)];
        }
        return best;
    }
};

TEST(ConnectAll, IsTheBestPlanThereIs) {
    std::size_t repeats = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Snapshot now = world_snapshot(seed, 5);
        ConnectAllOptions options;
        options.weights = ConnectWeights();
        options.weights->repeat = 0.3 * static_cast<double>(seed % 3);
        options.per_municipality = 2;
        options.per_guide = 1 + static_cast<int>(seed % 2);
        const Complement complement(now, {*options.weights});
        Trier trier{complement, 5, std::vector<int>(5, options.per_guide)};
        const ConnectionPlan plan = connect_all(now, options);
        EXPECT_NEAR(plan.objective, trier.best_from(0), 1e-9) << seed;
        EXPECT_NEAR(plan.upper_bound, plan.objective, 1e-9);
        EXPECT_TRUE(plan.proved);
        EXPECT_LE(plan.gap, 1e-9);
        for (const Connection& connection : plan.connections) {
            EXPECT_LE(reason_error(connection.score, connection.reasons), 1e-9);
            for (const Reason& reason : connection.reasons)
                repeats += reason.code == "repeat" ? 1 : 0;
        }
    }
    EXPECT_GT(repeats, 3U);
}

TEST(ConnectAll, NobodyGetsMoreThanItsShareAndTheRestIsSaid) {
    const Snapshot now = world_snapshot(4);
    ConnectAllOptions options;
    options.per_municipality = 3;
    options.per_guide = 2;
    const ConnectionPlan plan = connect_all(now, options);
    std::map<Id<Municipality>, int> learns, guides;
    for (const Connection& connection : plan.connections) {
        EXPECT_LE(++learns[connection.learner], 3);
        EXPECT_LE(++guides[connection.guide], 2);
    }
    std::map<Id<Municipality>, int> missing;
    for (const Unconnected& one : plan.unconnected) {
        missing[one.municipality] = one.missing;
        EXPECT_FALSE(one.why.empty());
    }
    for (const Municipality* municipality : now.all<Municipality>()) {
        EXPECT_EQ(learns[municipality->id] + missing[municipality->id], 3);
    }
}

TEST(ConnectAll, CapacitiesOfTheirOwnAreKept) {
    const Snapshot now = world_snapshot(4);
    ConnectAllOptions options;
    options.per_municipality = 1;
    options.per_guide = 2;
    const ConnectionPlan usual = connect_all(now, options);
    std::map<Id<Municipality>, int> guided;
    for (const Connection& connection : usual.connections)
        ++guided[connection.guide];
    const Id<Municipality> busiest = std::max_element(guided.begin(), guided.end(), [](auto& a, auto& b) {
                                         return a.second < b.second;
                                     })->first;
    const Id<Municipality> keen = usual.connections.front().learner;
    options.per_guide_of[busiest] = 0;
    options.per_municipality_of[keen] = 4;
    const ConnectionPlan plan = connect_all(now, options);
    std::map<Id<Municipality>, int> learns, guides;
    for (const Connection& connection : plan.connections) {
        EXPECT_NE(connection.guide, busiest);
        EXPECT_LE(++learns[connection.learner], connection.learner == keen ? 4 : 1);
        EXPECT_LE(++guides[connection.guide], 2);
    }
    EXPECT_GT(learns[keen], 1);
    EXPECT_TRUE(plan.notices.empty());
    options.per_municipality_of[keen] = 0;
    for (const Connection& connection : connect_all(now, options).connections)
        EXPECT_NE(connection.learner, keen);
    for (const Unconnected& one : connect_all(now, options).unconnected)
        EXPECT_NE(one.municipality, keen);  // misses nothing: it wants none
}

TEST(ConnectAll, CapacitiesThatMakeNoSenseAreRefused) {
    const Snapshot now = world_snapshot(5);
    const auto refused = [&](auto&& spoil) {
        ConnectAllOptions options;
        spoil(options);
        EXPECT_THROW(connect_all(now, options), InvalidInput);
    };
    const Id<Municipality> small("GM0100"), large("GM0111");  // M150 begins at 25,000 and ends at 75,000
    refused([](ConnectAllOptions& o) { o.per_guide = -1; });
    refused([](ConnectAllOptions& o) { o.per_municipality = 101; });
    refused([](ConnectAllOptions& o) { o.per_guide_of[Id<Municipality>("GM0999")] = 1; });
    refused([&](ConnectAllOptions& o) { o.per_guide_of[small] = -1; });
    refused([&](ConnectAllOptions& o) { o.per_municipality_of[small] = 101; });
    refused([&](ConnectAllOptions& o) {
        o.network = Id<Network>("M150");
        o.per_municipality_of[large] = 1;
    });
    ConnectAllOptions across;
    across.network = Id<Network>("M150");
    across.guide_networks = {Id<Network>("G40")};
    across.per_guide_of[large] = 1;
    EXPECT_NO_THROW(connect_all(now, across));
}

TEST(ConnectAll, NoCapacityIsAPlanThatSaysSo) {
    const Snapshot now = world_snapshot(5);
    ConnectAllOptions options;
    options.per_guide = 0;
    const ConnectionPlan plan = connect_all(now, options);
    EXPECT_TRUE(plan.connections.empty());
    EXPECT_EQ(plan.unconnected.size(), now.all<Municipality>().size());
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(explain(now, plan.notices[0]), "Niemand mag gids zijn: alle plaatsen van gidsen zijn 0");
    EXPECT_TRUE(plan.proved);
    options.per_municipality = 0;
    options.per_guide = 3;
    const ConnectionPlan none = connect_all(now, options);
    EXPECT_TRUE(none.connections.empty() && none.unconnected.empty());
    ASSERT_EQ(none.notices.size(), 1U);
    EXPECT_EQ(none.notices[0].code, "no-learner-places");
}

TEST(ConnectAll, WhatMoreOfTheSameIsNotWorthIsSaid) {
    const Snapshot now = world_snapshot(6);
    ConnectAllOptions options;
    options.per_municipality = options.per_guide = 11;
    options.weights = ConnectWeights();
    options.weights->repeat = 1000;  // one guide on a topic
    std::map<Id<Municipality>, std::vector<Id<Topic>>> topics;
    const ConnectionPlan plan = connect_all(now, options);
    for (const Connection& connection : plan.connections) {
        auto& seen = topics[connection.learner];
        EXPECT_EQ(std::count(seen.begin(), seen.end(), connection.topics.front()), 0);
        seen.push_back(connection.topics.front());
    }
    EXPECT_TRUE(std::any_of(plan.unconnected.begin(), plan.unconnected.end(),
                            [](const Unconnected& one) { return one.why == "repeats"; }));
}

}  // namespace
}  // namespace m150::testing
