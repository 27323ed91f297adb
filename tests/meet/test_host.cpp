// Where to meet: the ways are what they are, and turns are taken.
#include "libm150/meet/host.hpp"

#include <gtest/gtest.h>

#include <string>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

Id<Municipality> code(int number) {
    return Id<Municipality>("GM000" + std::to_string(number));
}

// Five in a row, some 11 km apart; the fifth has no place.
KnowledgeBase row() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    for (int i = 1; i <= 5; ++i) {
        Municipality one;
        one.id = code(i);
        one.name = "Plaats " + std::to_string(i);
        if (i < 5) {
            one.latitude = 52.0 + 0.1 * i;
            one.longitude = 5.0;
        }
        base.add(one);
    }
    base.add(Network{Id<Network>("NET"), "Netwerk", {}, {}, {AudienceKind::everyone, {}, {}}, {}});
    NewsItem today;
    today.id = Id<NewsItem>("n");
    today.date = Date(2026, 1, 1);
    today.title = "Nieuws";
    base.add(today);
    return base;
}

HostOptions all() {
    HostOptions options;
    for (int i = 1; i <= 4; ++i)
        options.members.push_back(code(i));
    return options;
}

TEST(Host, TheMiddleFirst) {
    KnowledgeBase base = row();
    base.commit();
    const Snapshot now = base.snapshot();
    const HostRanking ranking = host(now, all());
    ASSERT_EQ(ranking.hosts.size(), 4U);
    EXPECT_EQ(ranking.hosts[0].municipality, code(2));
    EXPECT_EQ(ranking.hosts[1].municipality, code(3));
    const double step = 6371.0088 * 0.1 * 3.14159265358979 / 180;
    EXPECT_NEAR(ranking.hosts[0].mean_km, step, 1e-6);
    EXPECT_NEAR(ranking.hosts[0].longest_km, 2 * step, 1e-6);
    EXPECT_EQ(ranking.hosts[0].furthest, code(4));
    EXPECT_NEAR(ranking.hosts[0].cost, 1.2 * step, 1e-6);
    for (const HostProposal& one : ranking.hosts)
        EXPECT_LE(reason_error(one.cost, one.reasons), 1e-9);
}

TEST(Host, WhoWasHostLatelyComesLater) {
    KnowledgeBase base = row();
    Meeting meeting;
    meeting.id = Id<Meeting>("m");
    meeting.title = "Bijeenkomst";
    meeting.network = Id<Network>("NET");
    meeting.date = Date(2025, 1, 1);
    meeting.host = code(2);
    base.add(meeting);
    meeting.id = Id<Meeting>("later");
    meeting.date = Date(2026, 6, 1);  // not yet
    meeting.host = code(3);
    base.add(meeting);
    base.commit();
    const Snapshot now = base.snapshot();
    const HostRanking ranking = host(now, all());
    EXPECT_EQ(ranking.hosts[0].municipality, code(3));
    EXPECT_EQ(ranking.hosts[1].was_host, Date(2025, 1, 1));
    EXPECT_EQ(ranking.hosts[1].reasons.back().code, "host-lately");
    EXPECT_NEAR(ranking.hosts[1].reasons.back().share, 5.0, 1e-9);  // a year ago
    HostOptions forgets = all();
    forgets.lately_km = 0;
    EXPECT_EQ(host(now, forgets).hosts[0].municipality, code(2));
}

TEST(Host, WhatIsWrongAndWhatIsNotKnown) {
    KnowledgeBase base = row();
    base.commit();
    const Snapshot now = base.snapshot();
    HostOptions options = all();
    options.members.push_back(code(5));
    options.most = 1;
    const HostRanking ranking = host(now, options);
    EXPECT_EQ(ranking.hosts.size(), 1U);
    ASSERT_EQ(ranking.notices.size(), 1U);
    EXPECT_EQ(ranking.notices[0].code, "host-no-place");
    options.hosts = {code(4)};
    EXPECT_EQ(host(now, options).hosts.at(0).municipality, code(4));
    options.hosts = {code(5)};
    EXPECT_THROW(host(now, options), InvalidInput);
    options.hosts.clear();
    options.members = {code(5)};
    EXPECT_THROW(host(now, options), InvalidInput);
    options.members = {code(9)};
    EXPECT_THROW(host(now, options), InvalidInput);
    options.members.clear();
    EXPECT_THROW(host(now, options), InvalidInput);
    options = all();
    options.furthest_weight = -1;
    EXPECT_THROW(host(now, options), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
