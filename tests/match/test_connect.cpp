#include "libm150/match/connect.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
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

// The best plan by trying everything, for one guide each.
double best_by_trying(const std::vector<std::vector<double>>& score, std::size_t learner,
                      std::vector<int>& room) {
    if (learner == score.size()) return 0.0;
    double best = best_by_trying(score, learner + 1, room);
    for (std::size_t guide = 0; guide < score.size(); ++guide) {
        if (room[guide] == 0 || score[learner][guide] <= 0) continue;
        --room[guide];
        best = std::max(best, score[learner][guide] + best_by_trying(score, learner + 1, room));
        ++room[guide];
    }
    return best;
}

TEST(Connect, ScoresAddUpAndTheBestComeFirst) {
    const Snapshot now = world_snapshot(1);
    std::size_t seen = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        ConnectOptions options;
        options.municipality = municipality->id;
        double before = std::numeric_limits<double>::infinity();
        for (const Connection& connection : connect(now, options)) {
            ++seen;
            EXPECT_LE(reason_error(connection.score, connection.reasons), 1e-9);
            EXPECT_NE(connection.guide, municipality->id);
            EXPECT_GT(connection.score, 0);
            EXPECT_LE(connection.score, before + 1e-12);
            EXPECT_FALSE(connection.topics.empty());
            before = connection.score;
        }
    }
    EXPECT_GT(seen, 20U);
}

TEST(Connect, TheFastScoreIsTheExplainedScore) {
    const Snapshot now = world_snapshot(2);
    const Complement complement(now, {}, {});
    for (int a = 0; a < now.graph().municipalities(); ++a) {
        for (int b = 0; b < now.graph().municipalities(); ++b) {
            if (complement.score(a, b) > 0) {
                EXPECT_NEAR(complement.score(a, b), complement.connection(a, b).score, 1e-12);
            }
        }
    }
}

TEST(Connect, NobodyIsConnectedWithoutANeedThatIsMet) {
    const Snapshot now = world_snapshot(3);
    for (const Connection& connection : connect_all(now).connections) {
        double met = 0.0;
        for (int t = 0; t < now.graph().topics(); ++t) {
            met += now.graph().demand(now.number_of(connection.learner), t) *
                   now.graph().spread_expertise(now.number_of(connection.guide), t);
        }
        EXPECT_GT(met, 0.0);
    }
}

TEST(Connect, HowTheTwoHangTogetherIsToldAndNotCounted) {
    const Snapshot now = world_snapshot(1);
    ConnectOptions options;
    std::size_t told = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        options.municipality = municipality->id;
        const std::vector<Connection> connections = connect(now, options);
        if (connections.empty()) continue;
        const Connection& first = connections.front();
        const auto path = std::find_if(first.reasons.begin(), first.reasons.end(),
                                       [](const Reason& reason) { return reason.code == "path"; });
        ASSERT_NE(path, first.reasons.end()) << municipality->id;
        EXPECT_EQ(path->share, 0.0);
        EXPECT_EQ(path->values.front().second, first.learner.str());
        EXPECT_EQ(path->values.back().second, first.guide.str());
        const std::string said = explain(now, *path);
        EXPECT_TRUE(said.starts_with("Hangen nu zo samen: " + municipality->name + " → ")) << said;
        EXPECT_TRUE(said.ends_with(" → " + now.find(first.guide)->name)) << said;
        ++told;
    }
    EXPECT_GT(told, 5U);
}

TEST(Connect, AMergedMunicipalityIsResolvedAndSaid) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    WorldOptions open;
    open.all_audiences = false;
    const World world = make_world(1, open);
    fill(base, world);
    ConnectOptions options;
    options.municipality = world.municipalities.front().id;
    const std::vector<Connection> expected = connect(base.snapshot(), options);
    options.municipality = add_merged(base, world);
    const Snapshot now = base.snapshot();
    const std::vector<Connection> found = connect(now, options);
    ASSERT_FALSE(found.empty());
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].learner, expected[i].learner);
        EXPECT_EQ(found[i].guide, expected[i].guide);
        EXPECT_EQ(found[i].score, expected[i].score);
        ASSERT_EQ(found[i].reasons.size(), expected[i].reasons.size() + 1);
        const Reason& said = found[i].reasons.back();
        EXPECT_EQ(said.share, 0.0);
        EXPECT_EQ(explain(now, said), "Oudeplaats is opgegaan in Plaats 0");
        EXPECT_EQ(explain(now, said, TextLanguage::en), "Oudeplaats has merged into Plaats 0");
    }
}

TEST(ConnectAll, IsTheBestPlanThereIs) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Snapshot now = world_snapshot(seed, 6);
        const Complement complement(now, {}, {});
        std::vector<std::vector<double>> score(6, std::vector<double>(6, 0.0));
        for (int a = 0; a < 6; ++a) {
            for (int b = 0; b < 6; ++b)
                score[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = complement.score(a, b);
        }
        std::vector<int> room(6, 1);
        ConnectAllOptions options;
        options.per_municipality = 1;
        options.per_guide = 1;
        const ConnectionPlan plan = connect_all(now, options);
        EXPECT_NEAR(plan.objective, best_by_trying(score, 0, room), 1e-9) << seed;
        EXPECT_NEAR(plan.upper_bound, plan.objective, 1e-9);
    }
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

TEST(ConnectAll, NoCapacityIsAPlanThatSaysSo) {
    const Snapshot now = world_snapshot(5);
    ConnectAllOptions options;
    options.per_guide = 0;
    const ConnectionPlan plan = connect_all(now, options);
    EXPECT_TRUE(plan.connections.empty());
    EXPECT_EQ(plan.unconnected.size(), now.all<Municipality>().size());
}

TEST(Connect, WeightsAndPlacesThatMakeNoSenseAreRefused) {
    const Snapshot now = world_snapshot(6);
    ConnectOptions options;
    options.municipality = Id<Municipality>("GM0100");
    options.weights.emplace().need = -1;
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.weights->need = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.weights.reset();
    options.network = Id<Network>("M250");
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.network.reset();
    options.municipality = Id<Municipality>("GM0999");
    EXPECT_THROW(connect(now, options), InvalidInput);
    ConnectAllOptions all;
    all.per_guide = -1;
    EXPECT_THROW(connect_all(now, all), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
