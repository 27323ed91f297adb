// A working group from its start over who joins to its closing, and what keeps one from being proposed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

// Six municipalities in three regions; three know bodycams, three need them, in the quarters that are asked
// for.
class WorkingGroupStages : public ::testing::Test {
  protected:
    WorkingGroupStages() {
        WorldOptions small;
        small.all_audiences = false;
        small.municipalities = 6;
        small.topics = 2;
        small.questions = 0;
        World world = make_world(1, small);
        world.questions.clear();
        world.answers.clear();
        world.inventory.clear();
        world.contacts.clear();
        world.speakers.clear();
        world.working_groups.clear();
        fill(base_, world);
        for (int i = 0; i < 6; ++i)
            who_.push_back(base_.snapshot().all<Municipality>()[static_cast<std::size_t>(i)]->id);
        for (int i = 0; i < 3; ++i) {
            inventory(i, "t-0", 0, 3, today_.plus_days(-700));
            inventory(i + 3, "t-0", 3, 0, today_.plus_days(-700));
        }
        options_.at_least = 4;
        options_.at_most = 6;
        options_.knowers = 2;
        options_.needers = 2;
        options_.groups = 1;
        options_.bundle = 1;
        options_.needs = 0.1;
        options_.knows = 0.3;
    }
    void inventory(int who, const char* topic, int needs, int offers, Date date) {
        InventoryResponse one;
        one.id = Id<InventoryResponse>("inv-" + std::to_string(count_++));
        one.municipality = who_[static_cast<std::size_t>(who)];
        one.topic = Id<Topic>(topic);
        one.needs = needs;
        one.offers = offers;
        one.date = date;
        base_.add(one);
    }
    void ask(int who, Date date, const char* topic = "t-0") {
        Question question;
        question.id = Id<Question>("vraag-" + std::to_string(count_++));
        question.asked_by = who_[static_cast<std::size_t>(who)];
        question.date = date;
        question.title = "vraag";
        question.topics = {Id<Topic>(topic)};
        base_.add(question);
    }
    void ask_in(const std::vector<int>& periods) {
        for (const int period : periods)
            ask(3 + period % 3, today_.plus_days(-period * options_.period_days));
    }
    WorkingGroup running(Date from, std::vector<int> members, const char* topic = "t-0") {
        WorkingGroup group;
        group.id = Id<WorkingGroup>("wg");
        group.name = "Werkgroep";
        group.topics = {Id<Topic>(topic)};
        for (const int member : members)
            group.members.push_back(who_[static_cast<std::size_t>(member)]);
        if (!members.empty()) group.chair = group.members.front();
        group.from = from;
        base_.add(group);
        return group;
    }
    Snapshot now() {
        base_.commit();
        SnapshotOptions options;
        options.as_of = today_;
        return base_.snapshot(options);
    }
    WorkingGroupProposals propose() { return propose_working_groups(now(), options_); }
    static std::string why(const WorkingGroupProposals& found, const char* topic = "t-0") {
        for (const GroupTopic& one : found.topics)
            if (one.topic.str() == topic) return one.why;
        return "";
    }
    static bool noticed(const WorkingGroupProposals& found, const char* code) {
        return std::any_of(found.notices.begin(), found.notices.end(),
                           [&](const Reason& reason) { return reason.code == code; });
    }

    Date today_{2026, 6, 30};
    KnowledgeBase base_ = KnowledgeBase::in_memory();
    std::vector<Id<Municipality>> who_;
    WorkingGroupOptions options_;
    int count_ = 0;
};

TEST_F(WorkingGroupStages, AGroupStartsWhereDemandLastsAndNotWhereItCameInOneBurst) {
    for (int i = 0; i < 3; ++i) {  // a burst across the end of a period fills two
        ask(3 + i, today_.plus_days(-options_.period_days + 1));
        ask(3 + i, today_.plus_days(-options_.period_days));
    }
    EXPECT_EQ(why(propose()), "not-lasting");
    EXPECT_TRUE(noticed(propose(), "no-lasting-demand"));
    EXPECT_TRUE(noticed(propose(), "fewer-groups"));
    ask_in({4});
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.groups.size(), 1U);
    EXPECT_EQ(why(found), "proposed");
    EXPECT_EQ(found.groups[0].asked, (std::vector<int>{3, 3, 0, 0, 1, 0}));
    EXPECT_EQ(found.groups[0].name, "Werkgroep bodycams");
    EXPECT_EQ(why(found, "t-1"), "not-asked");
}

TEST_F(WorkingGroupStages, WhatCannotBeDoneIsNamed) {
    ask_in({0, 1, 2});
    options_.knowers = 4;
    options_.needers = 1;
    EXPECT_EQ(why(propose()), "few-knowers");
    options_.knowers = 1;
    options_.needers = 4;
    EXPECT_EQ(why(propose()), "few-needers");
    options_.needers = 1;
    options_.at_least = options_.at_most = 7;
    EXPECT_EQ(why(propose()), "few-members");
    options_.at_least = options_.at_most = 6;
    options_.least_regions = 4;
    EXPECT_EQ(why(propose()), "few-regions");
    options_.least_regions = 3;
    EXPECT_EQ(why(propose()), "proposed");
    options_.knows = 1.0;
    EXPECT_EQ(why(propose()), "nobody-knows");
    options_.knows = 0.3;
    options_.groups = 0;
    EXPECT_EQ(why(propose()), "outweighed");
    options_.groups = 1;
    options_.per_municipality = 1;
    running(today_.plus_days(-10), {0, 1, 2, 3, 4, 5}, "t-1");
    EXPECT_EQ(why(propose()), "no-room");
    EXPECT_TRUE(propose().groups.empty());
    options_.per_municipality = 2;
    const WorkingGroupProposals found = propose();
    EXPECT_EQ(why(found), "proposed");
    EXPECT_NE(found.groups[0].chair, who_[0]) << "runs another group";
}

TEST_F(WorkingGroupStages, AChairOfWhomItIsNotKnownWhereItLiesTravelsNoLess) {
    ask_in({0, 1, 2});
    options_.physical = true;
    // One lies amid the others, who lie around it; of the first knower it is not known.
    const std::vector<std::pair<double, double>> places{{0.0, 0.0},  {52.0, 5.0}, {52.4, 5.0},
                                                        {51.6, 5.0}, {52.0, 5.6}, {52.0, 4.4}};
    const auto place = [&](std::size_t i, bool known) {
        Municipality one = *now().find(who_[i]);
        one.latitude = known ? std::optional<double>(places[i].first) : std::nullopt;
        one.longitude = known ? std::optional<double>(places[i].second) : std::nullopt;
        base_.replace(one);
    };
    for (std::size_t i = 0; i < 6; ++i)
        place(i, i > 0);
    options_.at_least = options_.at_most = 6;
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.groups.size(), 1U);
    EXPECT_EQ(found.groups[0].chair, who_[1]);
    EXPECT_LE(reason_error(found.groups[0].score, found.groups[0].reasons), 1e-9);
    const std::string why = explain_all(now(), found.groups[0].reasons);
    EXPECT_NE(why.find("reist een afstand die niet bekend is, en telt als 58 km"), std::string::npos) << why;
    ASSERT_EQ(found.notices.size(), 1U);
    EXPECT_EQ(found.notices[0].code, "group-no-location");
    EXPECT_EQ(found.notices[0].value("municipality"), who_[0].str());
    options_.physical = false;
    EXPECT_TRUE(propose().notices.empty());
}

TEST_F(WorkingGroupStages, ARunningGroupIsNotProposedAgainButMayBeJoined) {
    ask_in({0, 1, 2, 3});
    const WorkingGroup group = running(today_.plus_days(-30), {0, 3});
    const WorkingGroupProposals found = propose();
    EXPECT_EQ(why(found), "running");
    EXPECT_TRUE(found.groups.empty());
    EXPECT_TRUE(found.closings.empty());
    ASSERT_EQ(found.joins.size(), 1U);
    EXPECT_EQ(found.joins[0].group, group.id);
    EXPECT_LE(reason_error(found.joins[0].score, found.joins[0].reasons), 1e-9);
    const WorkingGroup joined = joined_record(now(), found.joins[0]);
    EXPECT_EQ(joined.members.size(), 2 + found.joins[0].members.size());
    base_.replace(joined);
    EXPECT_LT(propose().joins.size(), 1U);
    options_.joining = 0;
    EXPECT_TRUE(propose().joins.empty());
}

TEST_F(WorkingGroupStages, AGroupWhoseDemandHasFadedIsProposedForClosing) {
    ask_in({3, 4, 5});
    running(today_.plus_days(-250), {0, 1, 3, 4});
    const WorkingGroupProposals found = propose();
    EXPECT_EQ(why(found), "closing");
    ASSERT_EQ(found.closings.size(), 1U);
    EXPECT_EQ(found.closings[0].reasons[0].code, "closing-faded");
    EXPECT_TRUE(found.joins.empty());
    ask(3, today_.plus_days(-20));
    ask(4, today_.plus_days(-20));
    EXPECT_TRUE(propose().closings.empty()) << "it is asked for again";
}

TEST_F(WorkingGroupStages, WhatAnInventoryBroughtUpFadesByAnotherInventoryAlone) {
    // Six clear needs before it started, and a question in each half.
    ask_in({0, 4});
    for (int member = 0; member < 6; ++member)
        inventory(member, "t-0", 3, 0, today_.plus_days(-300));
    running(today_.plus_days(-250), {0, 1, 3, 4});
    EXPECT_TRUE(propose().closings.empty());
    // Asked again, nobody has a need any more: of six one is left.
    inventory(2, "t-1", 3, 0, today_.plus_days(-30));
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.closings.size(), 1U);
    EXPECT_EQ(found.closings[0].reasons[0].value("before"), "6");
    EXPECT_EQ(found.closings[0].reasons[0].value("count"), "1");
}

TEST_F(WorkingGroupStages, ALimitIsSaidAndNotTakenForNothingWorthwhile) {
    ask_in({0, 1, 2});
    options_.solver.most_nodes = 1;
    const WorkingGroupProposals found = propose();
    EXPECT_EQ(noticed(found, "groups-limited"), !found.proved);
    EXPECT_FALSE(!found.proved && noticed(found, "fewer-groups"));
    options_.solver.most_nodes = 0;
    EXPECT_THROW(propose(), InvalidInput);
}

TEST_F(WorkingGroupStages, AYoungGroupAndOneWithALastDayGoOn) {
    ask_in({3, 4, 5});
    WorkingGroup group = running(today_.plus_days(-100), {0, 1, 3, 4});
    EXPECT_TRUE(propose().closings.empty());
    group.from = today_.plus_days(-250);
    group.to = today_.plus_days(10);
    base_.replace(group);
    EXPECT_TRUE(propose().closings.empty()) << "it ends by itself";
    EXPECT_EQ(why(propose()), "running");
}

TEST_F(WorkingGroupStages, AGroupThatCameToAMilestoneAndHearsNoMoreHasServed) {
    ask_in({1, 2, 3, 4, 5});
    WorkingGroup group = running(today_.plus_days(-250), {0, 1, 3, 4});
    EXPECT_TRUE(propose().closings.empty());
    group.milestones = {{today_.plus_days(-120), "modelprotocol"}};
    base_.replace(group);
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.closings.size(), 1U);
    EXPECT_EQ(found.closings[0].reasons[0].code, "closing-served");
    EXPECT_EQ(found.closings[0].reasons[0].value("text"), "modelprotocol");
    group.milestones.push_back({today_.plus_days(-5), "tweede versie"});
    base_.replace(group);
    EXPECT_TRUE(propose().closings.empty());
}

TEST_F(WorkingGroupStages, AProposalBecomesARecordAndWhatItDeliveredBecomesEvidence) {
    ask_in({0, 1, 2});
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.groups.size(), 1U);
    const WorkingGroup record = group_record(found.groups[0], Id<WorkingGroup>("wg-1"), today_);
    base_.add(record);
    EXPECT_EQ(why(propose()), "running");
    EXPECT_THROW(group_record(found.groups[0], Id<WorkingGroup>(""), today_), InvalidInput);

    ClosingProposal closing{Id<WorkingGroup>("wg-1"), {}};
    const int member = now().number_of(record.members.back()), topic = now().number_of(record.topics.front());
    ASSERT_NE(record.members.back(), *record.chair);
    base_.replace(closed_record(now(), closing, today_, ""));
    const double took_part = now().graph().expertise(member, topic);
    base_.replace(closed_record(now(), closing, today_, "modelprotocol"));
    EXPECT_GT(now().graph().expertise(member, topic), took_part);
    EXPECT_THROW(closed_record(now(), closing, today_.plus_days(-1), "te vroeg"), InvalidInput);
    EXPECT_THROW(closed_record(now(), {Id<WorkingGroup>("geen"), {}}, today_, ""), InvalidInput);

    // What was asked before it ended does not call for another group; what is asked after does.
    today_ = today_.plus_days(1);
    EXPECT_EQ(why(propose()), "served");
    today_ = today_.plus_days(300);
    ask_in({0, 1, 2});
    options_.needers = 0;  // they all know by now
    EXPECT_EQ(why(propose()), "proposed");
}

TEST_F(WorkingGroupStages, WhoPausedIsNoKnower) {
    ask_in({0, 1, 2});
    Pause pause;
    pause.id = Id<Pause>("p");
    pause.municipality = who_[0];
    pause.topics = {Id<Topic>("t-0")};
    pause.from = today_.plus_days(-5);
    base_.add(pause);
    const WorkingGroupProposals found = propose();
    ASSERT_EQ(found.groups.size(), 1U);
    for (const GroupMember& member : found.groups[0].members)
        EXPECT_NE(member.municipality, who_[0]) << "knows, needs nothing, and asked to be left alone";
    options_.knowers = 3;
    options_.needers = 1;
    EXPECT_EQ(why(propose()), "few-knowers");
}

TEST_F(WorkingGroupStages, NonsenseIsRefusedAndNothingToDoIsNoError) {
    EXPECT_EQ(why(propose()), "not-asked");  // nothing was asked lately
    EXPECT_TRUE(noticed(propose(), "no-lasting-demand"));
    const Snapshot now = this->now();
    const auto refused = [&](auto spoil) {
        WorkingGroupOptions bad;
        spoil(bad);
        EXPECT_THROW(propose_working_groups(now, bad), InvalidInput);
    };
    refused([](WorkingGroupOptions& o) { o.network = Id<Network>("geen"); });
    refused([](WorkingGroupOptions& o) { o.topics = {Id<Topic>("geen")}; });
    refused([](WorkingGroupOptions& o) { o.at_least = 13; });
    refused([](WorkingGroupOptions& o) { o.at_least = 1; });
    refused([](WorkingGroupOptions& o) { o.knowers = 7, o.needers = 6; });
    refused([](WorkingGroupOptions& o) { o.least_regions = 13; });
    refused([](WorkingGroupOptions& o) { o.lasting = 7; });
    refused([](WorkingGroupOptions& o) { o.lasting = 0; });
    refused([](WorkingGroupOptions& o) { o.period_days = 0; });
    refused([](WorkingGroupOptions& o) { o.per_municipality = 0; });
    refused([](WorkingGroupOptions& o) { o.bundle = 4; });
    refused([](WorkingGroupOptions& o) { o.groups = -1; });
    refused([](WorkingGroupOptions& o) { o.needs = 0; });
    refused([](WorkingGroupOptions& o) { o.noise = 2; });
    refused([](WorkingGroupOptions& o) { o.weights.seat = -1; });
    refused([](WorkingGroupOptions& o) { o.weights.demand = std::nan(""); });
    Network empty;
    empty.id = Id<Network>("leeg");
    empty.name = "Leeg";
    base_.add(empty);
    options_.network = empty.id;
    EXPECT_THROW(propose(), InvalidInput);
}

}  // namespace
}  // namespace m150::testing
