#include "libm150/match/connect.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <vector>

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
    const Complement complement(now, {});
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

TEST(Connect, WhatTheGuideMayLearnCountsNoMoreThanWhatItTeaches) {
    const Snapshot now = world_snapshot(4);
    ConnectOptions options;
    std::size_t both = 0, cut = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        options.municipality = municipality->id;
        options.limit = 100;
        for (const Connection& connection : connect(now, options)) {
            if (connection.reasons[1].code != "mutual") continue;
            ++both;
            const double need = connection.reasons[0].share;
            EXPECT_LE(connection.reasons[1].share, 2.0 * need + 1e-12);  // the reverse counts double
            if (std::abs(connection.reasons[1].share - 2.0 * need) < 1e-12) ++cut;
        }
    }
    EXPECT_GT(both, 20U);
    EXPECT_GT(cut, 5U);
    EXPECT_LT(cut, both);
}

// What a set of guides is worth to a learner, topic by topic, said otherwise than connect() does it.
double worth_of(const Complement& complement, int learner, const std::vector<int>& guides) {
    double sum = 0.0;
    std::map<int, int> of_topic;
    for (const int guide : guides) {
        sum += complement.score(learner, guide);
        ++of_topic[complement.leading_topic(learner, guide)];
    }
    for (const auto& [topic, count] : of_topic)  // 1 + 2 + ... for all but the first
        sum -= complement.repeat_loss(learner, topic) * count * (count - 1) / 2;
    return sum;
}

TEST(Connect, IsTheBestSetOfGuidesThereIs) {
    ConnectWeights weights;
    std::size_t repeated = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Snapshot now = world_snapshot(seed, 9);
        weights.repeat = 0.2 * static_cast<double>(seed % 4);
        const Complement complement(now, {weights});
        for (int learner = 0; learner < 9; ++learner) {
            std::vector<int> possible;
            for (int guide = 0; guide < 9; ++guide) {
                if (complement.score(learner, guide) > 0) possible.push_back(guide);
            }
            double best = 0.0;
            for (unsigned subset = 0; subset < (1U << possible.size()); ++subset) {
                std::vector<int> guides;
                for (std::size_t i = 0; i < possible.size(); ++i) {
                    if ((subset >> i & 1U) != 0) guides.push_back(possible[i]);
                }
                if (guides.size() <= 4) best = std::max(best, worth_of(complement, learner, guides));
            }
            ConnectOptions options;
            options.municipality = now.municipality(learner).id;
            options.limit = 4;
            options.weights = weights;
            double sum = 0.0;
            for (const Connection& connection : connect(now, options)) {
                sum += connection.score;
                EXPECT_LE(reason_error(connection.score, connection.reasons), 1e-9);
                for (const Reason& reason : connection.reasons)
                    repeated += reason.code == "repeat" ? 1 : 0;
            }
            EXPECT_NEAR(sum, best, 1e-9) << seed << " " << learner;
        }
    }
    EXPECT_GT(repeated, 50U);
}

TEST(Connect, GuidesOnOtherTopicsComeForwardWhenRepeatsCount) {
    const Snapshot now = world_snapshot(7, 30);
    const auto topics_of_all = [&](double repeat) {
        std::size_t topics = 0;
        for (const Municipality* municipality : now.all<Municipality>()) {
            ConnectOptions options;
            options.municipality = municipality->id;
            options.weights = ConnectWeights();
            options.weights->repeat = repeat;
            std::set<Id<Topic>> leading;
            for (const Connection& connection : connect(now, options))
                leading.insert(connection.topics.front());
            topics += leading.size();
        }
        return topics;
    };
    EXPECT_LT(topics_of_all(0.0), topics_of_all(0.5));
}

TEST(Connect, HowTheTwoHangTogetherIsToldAndNotCounted) {
    const Snapshot now = world_snapshot(1);
    ConnectOptions options;
    std::size_t told = 0;
    for (const Municipality* municipality : now.all<Municipality>()) {
        options.municipality = municipality->id;
        const Connections connections = connect(now, options);
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
    const Connections expected = connect(base.snapshot(), options);
    options.municipality = add_merged(base, world);
    const Snapshot now = base.snapshot();
    const Connections found = connect(now, options);
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

TEST(Connect, WeightsAndPlacesThatMakeNoSenseAreRefused) {
    const Snapshot now = world_snapshot(6);
    ConnectOptions options;
    options.municipality = Id<Municipality>("GM0100");
    options.weights.emplace().need = -1;
    EXPECT_THROW(connect(now, options), InvalidInput);
    for (double ConnectWeights::*weight :
         {&ConnectWeights::need, &ConnectWeights::mutual, &ConnectWeights::alike, &ConnectWeights::near,
          &ConnectWeights::known, &ConnectWeights::repeat}) {
        for (const double bad :
             {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e9}) {
            options.weights = ConnectWeights();
            (*options.weights).*weight = bad;
            EXPECT_THROW(connect(now, options), InvalidInput) << bad;
            ConnectAllOptions all;
            all.weights = options.weights;
            EXPECT_THROW(connect_all(now, all), InvalidInput) << bad;
        }
    }
    options.weights.reset();
    options.network = Id<Network>("M250");
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.network.reset();
    options.guide_networks = {Id<Network>("G40")};  // for whom?
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.network = Id<Network>("M150");
    EXPECT_NO_THROW(connect(now, options));
    options.guide_networks = {Id<Network>("G41")};
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.guide_networks.clear();
    options.knows_from = 1.5;
    EXPECT_THROW(connect(now, options), InvalidInput);
    options.knows_from = 0.5;
    options.network.reset();
    options.municipality = Id<Municipality>("GM0999");
    EXPECT_THROW(connect(now, options), InvalidInput);
}

// Four guides that know half of what the first municipality needs, each related to it in another way.
TEST(Connect, WhatBeingAlikeAndNearIsWorthByHand) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const Date day(2026, 3, 1);
    const auto id_of = [](int i) { return Id<Municipality>("GM000" + std::to_string(i)); };
    struct Place {
        int inhabitants, urbanity;  // 0: not known
        const char* region;
    };
    const std::vector<Place> places{{40'000, 3, "Utrecht"},
                                    {80'000, 2, "Utrecht"},
                                    {40'000, 0, "Utrecht"},
                                    {20'000, 5, "Zeeland"},
                                    {0, 3, ""}};
    for (std::size_t i = places.size(); i-- > 0;) {
        Municipality one;
        one.id = id_of(static_cast<int>(i) + 1);
        one.name = one.id.str();
        if (places[i].inhabitants > 0) one.inhabitants[2026] = places[i].inhabitants;
        if (places[i].urbanity > 0) one.urbanity = places[i].urbanity;
        one.safety_region = places[i].region;
        if (i == 0) one.neighbours = {id_of(2)};
        base.add(one);
    }
    Topic topic;
    topic.id = Id<Topic>("bodycams");
    topic.preferred_label = "Bodycams";
    base.add(topic);
    for (int i = 1; i <= 5; ++i) {
        base.add(InventoryResponse{Id<InventoryResponse>("i-" + std::to_string(i)),
                                   id_of(i),
                                   topic.id,
                                   i == 1 ? 3 : 0,
                                   i == 1 ? 0 : 2,
                                   day,
                                   "",
                                   {},
                                   {}});
    }
    base.commit();
    ConnectOptions options;
    options.municipality = id_of(1);
    options.weights.emplace();
    options.weights->repeat = 0.0;  // all are about the one topic
    // Needs weigh 1.5 and are 1.5 / 2.5, offers weigh 1.5 * 2 / 3 and are 1 / 2.
    const double need = 0.6 * 0.5;
    const std::map<std::string, std::map<std::string, double>> expected{
        // Twice as large, a class of urbanity of four apart; neighbours, so the region says nothing more.
        {"GM0002", {{"alike", 0.15 * need * 0.5 * 0.75}, {"border", 0.10 * need}}},
        // Of one size, of urbanity not known, in one region.
        {"GM0003", {{"alike", 0.15 * need * 0.5}, {"same-region", 0.05 * need}}},
        {"GM0004", {{"alike", 0.15 * need * 0.5 * 0.5}}},
        {"GM0005", {}}};  // of size and region not known
    const Connections found = connect(base.snapshot(), options);
    ASSERT_EQ(found.size(), 4U);
    for (const Connection& connection : found) {
        std::map<std::string, double> shares;
        for (const Reason& reason : connection.reasons) {
            if (reason.code == "need") {
                EXPECT_NEAR(reason.share, need, 1e-12);
            }
            if (reason.code == "alike" || reason.code == "border" || reason.code == "same-region")
                shares[reason.code] = reason.share;
        }
        const auto& wanted = expected.at(connection.guide.str());
        ASSERT_EQ(shares.size(), wanted.size()) << connection.guide.str();
        for (const auto& [code, share] : wanted)
            EXPECT_NEAR(shares[code], share, 1e-12) << connection.guide.str() << " " << code;
    }
}

}  // namespace
}  // namespace m150::testing
