// Who holds the network together, who is alone, and what rests on one municipality.
#include "libm150/match/brokers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

const Audience open{AudienceKind::everyone, {}, {}};

Id<Municipality> gm(int number) {
    return parse_municipality_id(std::to_string(number));
}

// 1 - 2 - 3 - 4 in a row over contacts; 5 and 6 share a group; 7 is alone, but borders on 1; 8 is large and
// of no network.
class Row : public ::testing::Test {
  protected:
    Row() {
        for (int i = 1; i <= 8; ++i) {
            Municipality one;
            one.id = gm(i);
            one.name = "Plaats " + std::to_string(i);
            one.inhabitants[2026] = i == 8 ? 300000 : 40000;
            if (i == 7) one.neighbours = {gm(1)};
            one.audience = open;
            base_.add(one);
        }
        base_.add(Network{Id<Network>("M150"), "M150", {{25000, 75000, {}, {}}}, {}, open, {}});
        base_.add(Topic{Id<Topic>("bodycams"), "Bodycams", {}, {}, {}, "", open, {}});
        base_.add(Topic{Id<Topic>("vuurwerk"), "Vuurwerk", {}, {}, {}, "", open, {}});
        contact("c-1", 1, 2, Date(2026, 1, 1));
        contact("c-2", 3, 2, Date(2024, 1, 1));
        contact("c-3", 3, 4, Date(2026, 2, 1));
        contact("c-4", 4, 3, Date(2026, 3, 1));
        WorkingGroup group;
        group.id = Id<WorkingGroup>("w");
        group.name = "Werkgroep";
        group.topics = {Id<Topic>("vuurwerk")};
        group.members = {gm(5), gm(6)};
        group.from = Date(2025, 1, 1);
        group.to = Date(2025, 6, 1);
        group.audience = open;
        base_.add(group);
    }

    void contact(const char* id, int from, int to, Date date,
                 ContactOutcome outcome = ContactOutcome::helpful) {
        base_.add(Contact{Id<Contact>(id), gm(from), gm(to), date, {}, outcome, open, {}});
    }
    void says(int who, const char* topic, int needs, int offers) {
        base_.add(InventoryResponse{Id<InventoryResponse>("i-" + std::to_string(who) + topic),
                                    gm(who),
                                    Id<Topic>(topic),
                                    needs,
                                    offers,
                                    Date(2026, 3, 1),
                                    "",
                                    open,
                                    {}});
    }
    Brokers found() {
        base_.commit();
        now_.emplace(base_.snapshot());
        return brokers(*now_, options_);
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
    BrokerOptions options_;
    std::optional<Snapshot> now_;
};

TEST_F(Row, ThoseInTheMiddleHoldItTogether) {
    const Brokers all = found();
    ASSERT_EQ(all.municipalities.size(), 8U);
    EXPECT_EQ(all.municipalities[0].municipality, gm(2));  // between 1 and 3, 1 and 4
    EXPECT_EQ(all.municipalities[1].municipality, gm(3));
    EXPECT_DOUBLE_EQ(all.municipalities[0].betweenness, 2.0 / 21.0);
    EXPECT_EQ(all.municipalities[0].degree, 2);
    EXPECT_EQ(all.municipalities[0].pieces, 2);
    EXPECT_EQ(all.municipalities[2].betweenness, 0.0);
    EXPECT_EQ(all.municipalities[2].pieces, 1);
    EXPECT_EQ(all.components,
              (std::vector<std::vector<Id<Municipality>>>{{gm(1), gm(2), gm(3), gm(4)}, {gm(5), gm(6)}}));
    EXPECT_EQ(all.unconnected, (std::vector{gm(7), gm(8)}));
    ASSERT_EQ(all.ties.size(), 4U);
    EXPECT_EQ(all.ties[2].a, gm(3));
    EXPECT_EQ(all.ties[2].contacts, 2);  // whoever asked whom
    EXPECT_EQ(all.ties[2].last, Date(2026, 3, 1));
    EXPECT_EQ(all.ties[3].working_groups, 1);
    EXPECT_EQ(all.ties[3].last, Date(2025, 6, 1));
}

TEST_F(Row, WhatCountsAsATieIsAChoice) {
    contact("c-9", 7, 8, Date(2026, 1, 1), ContactOutcome::declined);
    EXPECT_EQ(found().unconnected, (std::vector{gm(7), gm(8)}));  // asking and being turned down is no tie
    options_.borders = true;
    EXPECT_EQ(found().unconnected, (std::vector{gm(8)}));
    const std::vector<NetworkTie> ties = found().ties;
    EXPECT_TRUE(
        std::any_of(ties.begin(), ties.end(), [](const NetworkTie& tie) { return tie.border && !tie.last; }));
    options_.borders = false;
    options_.since = Date(2025, 6, 2);
    EXPECT_EQ(found().unconnected, (std::vector{gm(5), gm(6), gm(7), gm(8)}));
    EXPECT_EQ(found().components.size(), 2U);  // 2 - 3 was in 2024
    options_.since.reset();
    options_.network = Id<Network>("M150");
    EXPECT_EQ(found().unconnected, (std::vector{gm(7)}));
    EXPECT_DOUBLE_EQ(found().municipalities[0].betweenness, 2.0 / 15.0);
}

TEST_F(Row, ATopicThatOneMunicipalityKnowsRestsOnIt) {
    says(1, "bodycams", 0, 3);
    says(2, "bodycams", 3, 1);
    says(3, "bodycams", 3, 0);
    says(1, "vuurwerk", 0, 3);
    says(4, "vuurwerk", 0, 3);
    const Brokers all = found();
    EXPECT_EQ(all.known_topics, 2);
    ASSERT_EQ(all.topics.size(), 1U);
    const LoneTopic& lone = all.topics[0];
    EXPECT_EQ(lone.topic, Id<Topic>("bodycams"));
    EXPECT_EQ(lone.knower.municipality, gm(1));
    ASSERT_TRUE(lone.next);
    EXPECT_EQ(lone.next->municipality, gm(2));
    EXPECT_NEAR(lone.lost, lone.knower.expertise - lone.next->expertise, 1e-15);
    EXPECT_NEAR(lone.share, lone.knower.expertise / (lone.knower.expertise + lone.next->expertise), 1e-15);
    EXPECT_EQ(lone.would_miss, 2);
    EXPECT_LE(reason_error(lone.knower.expertise, lone.reasons), 1e-9);
    EXPECT_EQ(explain(*now_, lone.reasons.at(0)), "weet van Bodycams");
    options_.knows_from = lone.next->expertise;
    EXPECT_TRUE(found().topics.empty());  // now two know it
    options_.knows_from = 0.99;
    EXPECT_EQ(found().known_topics, 0);
}

TEST_F(Row, WhatMakesNoSenseIsRefused) {
    found();
    const auto refused = [&](auto&& spoil) {
        BrokerOptions options;
        spoil(options);
        EXPECT_THROW(brokers(*now_, options), InvalidInput);
    };
    refused([](BrokerOptions& o) { o.network = Id<Network>("M151"); });
    refused([&](BrokerOptions& o) { o.since = now_->today().plus_days(1); });
    for (const double bad : {0.0, -1.0, 1.1, std::numeric_limits<double>::quiet_NaN()})
        refused([&](BrokerOptions& o) { o.knows_from = bad; });
}

TEST(Brokers, OfAnEmptyBaseCannotBeSaid) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    EXPECT_THROW(brokers(base.snapshot()), InvalidInput);
}

TEST(Brokers, EveryMemberIsInOnePartOrAlone) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        WorldOptions options;
        options.municipalities = 40;
        fill(base, make_world(seed, options));
        const Brokers all = brokers(base.snapshot());
        std::multiset<Id<Municipality>> listed(all.unconnected.begin(), all.unconnected.end());
        for (const auto& component : all.components) {
            EXPECT_GE(component.size(), 2U);
            listed.insert(component.begin(), component.end());
        }
        EXPECT_EQ(listed.size(), 40U);
        EXPECT_EQ(std::set<Id<Municipality>>(listed.begin(), listed.end()).size(), 40U);
        for (const Broker& one : all.municipalities) {
            if (one.degree == 0) continue;
            const auto& component = all.components.at(one.component);
            EXPECT_TRUE(std::binary_search(component.begin(), component.end(), one.municipality)) << seed;
        }
        // A viewer sees the ties of contacts that it is a party to, and no others that are for AVH only.
        const Id<Municipality> viewer = all.municipalities[0].municipality;
        EXPECT_LE(brokers(base.snapshot({viewer, {}, {}})).ties.size(), all.ties.size());
    }
}

}  // namespace
}  // namespace m150::testing
