// Who may be connected with whom: who met already, guides from other networks, and who asked to be left
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "libm150/m150.hpp"
#include "libm150/match/complement.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

const Audience open{AudienceKind::everyone, {}, {}};

// Asks needs bodycams and vuurwerk; Knows (of the same network) knows vuurwerk; City (of the other) knows
// both; Little knows a little of bodycams.
class Rules : public ::testing::Test {
  protected:
    Rules() {
        place("GM0001", "Asks", 30000);
        place("GM0002", "Knows", 40000);
        place("GM0003", "Little", 50000);
        place("GM0004", "City", 200000);
        base_.add(Network{Id<Network>("M150"), "M150", {{25000, 75000, {}, {}}}, {}, open, {}});
        base_.add(Network{Id<Network>("G40"), "G40", {{75001, {}, {}, {}}}, {}, open, {}});
        for (const char* topic : {"bodycams", "vuurwerk"})
            base_.add(Topic{Id<Topic>(topic), topic, {}, {}, {}, "", open, {}});
        says("GM0001", "bodycams", 3, 0);
        says("GM0001", "vuurwerk", 3, 0);
        says("GM0002", "vuurwerk", 0, 3);
        says("GM0003", "bodycams", 0, 1);
        says("GM0004", "bodycams", 2, 3);
        says("GM0004", "vuurwerk", 0, 3);
        options_.municipality = Id<Municipality>("GM0001");
        options_.network = Id<Network>("M150");
    }

    void place(const char* id, const char* name, int inhabitants) {
        Municipality one;
        one.id = Id<Municipality>(id);
        one.name = name;
        one.inhabitants[2026] = inhabitants;
        one.audience = open;
        base_.add(one);
    }

    // Later ones take the place of earlier ones.
    void says(const std::string& who, const std::string& topic, int needs, int offers) {
        const std::string id = "i-" + who + topic + std::to_string(++said_[who + topic]);
        base_.add(InventoryResponse{Id<InventoryResponse>(id),
                                    Id<Municipality>(who),
                                    Id<Topic>(topic),
                                    needs,
                                    offers,
                                    Date(2026, 3, 1),
                                    "",
                                    open,
                                    {}});
    }

    void contact(const char* from, const char* to, Date date) {
        base_.add(Contact{Id<Contact>("c-" + date.str()),
                          Id<Municipality>(from),
                          Id<Municipality>(to),
                          date,
                          {},
                          ContactOutcome::helpful,
                          open,
                          {}});
    }

    void pause(const char* id, const char* who, std::vector<Id<Topic>> topics, Date from,
               std::optional<Date> to) {
        base_.add(Pause{Id<Pause>(id), Id<Municipality>(who), std::move(topics), from, to, {}, {}});
    }

    void group(Date from, std::optional<Date> to) {
        WorkingGroup one;
        one.id = Id<WorkingGroup>("w-" + from.str());
        one.name = "Werkgroep";
        one.topics = {Id<Topic>("vuurwerk")};
        one.members = {Id<Municipality>("GM0001"), Id<Municipality>("GM0002")};
        one.from = from;
        one.to = to;
        one.audience = open;
        base_.add(one);
    }

    Connections found() {
        base_.commit();
        now_.emplace(base_.snapshot());
        return connect(*now_, options_);
    }
    std::vector<std::string> guides() {
        std::vector<std::string> names;
        for (const Connection& connection : found())
            names.push_back(now_->find(connection.guide)->name);
        return names;
    }
    static const Reason* reason(const Connection& connection, const std::string& code) {
        for (const Reason& one : connection.reasons) {
            if (one.code == code) return &one;
        }
        return nullptr;
    }

    using Names = std::vector<std::string>;
    std::map<std::string, int> said_;
    KnowledgeBase base_ = KnowledgeBase::in_memory();
    ConnectOptions options_;
    std::optional<Snapshot> now_;
};

TEST_F(Rules, AGuideFromOutsideIsAskedForWhatNobodyInsideKnows) {
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    options_.guide_networks = {Id<Network>("G40")};
    const Connections connections = found();
    ASSERT_EQ(connections.size(), 3U);
    const Connection& city = *std::find_if(connections.begin(), connections.end(), [](const Connection& one) {
        return one.guide == Id<Municipality>("GM0004");
    });
    EXPECT_EQ(city.topics,
              (std::vector<Id<Topic>>{Id<Topic>("bodycams")}));  // not vuurwerk: Knows knows that
    EXPECT_EQ(reason(city, "mutual"), nullptr);
    const Reason* across = reason(city, "across");
    ASSERT_NE(across, nullptr);
    EXPECT_EQ(across->share, 0.0);
    EXPECT_EQ(explain(*now_, *across),
              "City is geen lid van M150 en wordt gevraagd om wat daar niemand weet");
    ASSERT_EQ(across->parts.size(), 1U);
    EXPECT_EQ(explain(*now_, across->parts[0], TextLanguage::en), "topic bodycams");
    EXPECT_LE(reason_error(city.score, city.reasons), 1e-9);
    const Complement complement(*now_, {{}, {}, options_.network, options_.guide_networks});
    EXPECT_NEAR(complement.score(0, 3), city.score, 1e-12);
}

TEST_F(Rules, FromWhichExpertiseOnItIsKnownInsideIsAChoice) {
    options_.guide_networks = {Id<Network>("G40")};
    options_.knows_from = 0.1;  // now Little knows bodycams
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    options_.knows_from = 1.0;  // nobody knows anything: the City is asked for both
    for (const Connection& connection : found()) {
        EXPECT_EQ(connection.topics.size(), connection.guide == Id<Municipality>("GM0004") ? 2U : 1U);
    }
}

TEST_F(Rules, ALearnerThatIsTheOnlyOneToKnowDoesNotKeepOthersOut) {
    says("GM0002", "bodycams", 3, 3);  // knows it, and needs it
    options_.guide_networks = {Id<Network>("G40")};
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    options_.municipality = Id<Municipality>("GM0002");
    EXPECT_EQ(guides(), (Names{"City", "Little"}));
}

TEST_F(Rules, ThePlanAsksOutsideTheNetworkByTheSameRule) {
    found();
    ConnectAllOptions all;
    all.network = Id<Network>("M150");
    EXPECT_EQ(connect_all(*now_, all).connections.size(), 2U);
    all.guide_networks = {Id<Network>("G40")};
    const ConnectionPlan plan = connect_all(*now_, all);
    ASSERT_EQ(plan.connections.size(), 3U);
    for (const Connection& connection : plan.connections)
        EXPECT_EQ(connection.learner, Id<Municipality>("GM0001"));  // the City learns from nobody here
    EXPECT_TRUE(plan.notices.empty());
    all.per_guide_of[Id<Municipality>("GM0004")] = 0;
    EXPECT_EQ(connect_all(*now_, all).connections.size(), 2U);
}

TEST_F(Rules, WhyNobodyFromOutsideGuidesIsSaid) {
    found();
    ConnectAllOptions all;
    all.network = Id<Network>("M150");
    EXPECT_TRUE(connect_all(*now_, all).notices.empty()) << "nobody was asked for";
    const auto said = [&](TextLanguage language = TextLanguage::nl) {
        const ConnectionPlan plan = connect_all(*now_, all);
        return plan.notices.size() == 1 ? explain(*now_, plan.notices[0], language) : "";
    };
    all.guide_networks = {Id<Network>("M150")};
    EXPECT_EQ(said(), "Niemand van buiten M150 kan gids zijn: wie gevraagd mag worden, is er al lid");
    all.guide_networks = {Id<Network>("G40")};
    all.knows_from = 0.1;
    EXPECT_EQ(
        said(),
        "Niemand van buiten M150 is gids: van alles wat nodig is weet een lid genoeg (deskundigheid 0.1 "
        "of meer)");
    EXPECT_EQ(said(TextLanguage::en),
              "Nobody from outside M150 guides: of all that is needed a member knows enough (an expertise of "
              "0.1 or more)");
    all.knows_from = 0.5;
    EXPECT_EQ(said(), "");
    all.per_guide_of[Id<Municipality>("GM0004")] = 0;
    EXPECT_EQ(said(),
              "Niemand van buiten M150 is gids: zij weten niets van wat daar ontbreekt, of de plaatsen zijn "
              "bezet");
}

TEST_F(Rules, WhyNobodyFromOutsideGuidesOneLearnerIsSaidToo) {
    const auto said = [&] {
        const Connections connections = found();
        return connections.notices.empty() ? "" : explain(*now_, connections.notices.back());
    };
    EXPECT_EQ(said(), "") << "nobody was asked for";
    options_.guide_networks = {Id<Network>("G40")};
    EXPECT_EQ(said(), "") << "the City guides, and the reasons of that connection say why it is asked";
    options_.knows_from = 0.1;
    EXPECT_EQ(
        said(),
        "Niemand van buiten M150 is gids: van alles wat nodig is weet een lid genoeg (deskundigheid 0.1 "
        "of meer)");
    EXPECT_EQ(found().size(), 2U);
    options_.guide_networks = {Id<Network>("M150")};
    EXPECT_EQ(said(), "Niemand van buiten M150 kan gids zijn: wie gevraagd mag worden, is er al lid");
    options_.guide_networks = {Id<Network>("G40")};
    options_.knows_from = 0.5;
    options_.limit = 1;  // Knows comes first
    EXPECT_EQ(said(),
              "Niemand van buiten M150 is gids: zij weten niets van wat daar ontbreekt, of de plaatsen zijn "
              "bezet");
    options_.limit = 5;
    options_.municipality = Id<Municipality>("GM0003");
    says("GM0003", "vuurwerk", 3, 0);
    EXPECT_EQ(
        said(),
        "Niemand van buiten M150 is gids: van alles wat nodig is weet een lid genoeg (deskundigheid 0.5 "
        "of meer)")
        << "of what this learner needs, whatever others miss";
}

TEST_F(Rules, WhoHadContactIsLeftOutWhenAskedFor) {
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    contact("GM0002", "GM0001", Date(2026, 1, 10));
    EXPECT_EQ(guides(), (Names{"Little", "Knows"}));  // worth less
    options_.unconnected_since = Date(2026, 1, 11);
    EXPECT_EQ(guides(), (Names{"Little", "Knows"}));
    options_.unconnected_since = Date(2026, 1, 10);
    EXPECT_EQ(guides(), (Names{"Little"}));
}

TEST_F(Rules, FellowsOfAWorkingGroupAreNoNewConnectionEither) {
    const double before = found()[0].score;
    group(Date(2024, 1, 1), Date(2025, 6, 30));
    const Connections known = found();
    EXPECT_LT(known[0].score, before);
    ASSERT_NE(reason(known[0], "known-group"), nullptr);
    EXPECT_EQ(explain(*now_, *reason(known[0], "known-group")), "Zitten of zaten samen in een werkgroep");
    options_.unconnected_since = Date(2025, 7, 1);
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    options_.unconnected_since = Date(2025, 6, 30);
    EXPECT_EQ(guides(), (Names{"Little"}));
    options_.unconnected_since = Date(2026, 3, 1);
    group(Date(2026, 2, 1), {});  // runs
    EXPECT_EQ(guides(), (Names{"Little"}));
}

TEST_F(Rules, WhoAskedToBeLeftAloneIsNoGuide) {
    pause("p-1", "GM0002", {}, Date(2025, 1, 1), Date(2025, 12, 31));  // is over
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    pause("p-2", "GM0002", {Id<Topic>("bodycams")}, Date(2026, 1, 1), {});  // of which it knows nothing
    EXPECT_EQ(guides(), (Names{"Knows", "Little"}));
    pause("p-3", "GM0002", {Id<Topic>("vuurwerk")}, Date(2026, 1, 1), {});
    EXPECT_EQ(guides(), (Names{"Little"}));
    pause("p-4", "GM0001", {}, Date(2026, 1, 1), {});  // the learner may learn all the same
    EXPECT_EQ(guides(), (Names{"Little"}));
    options_.guide_networks = {Id<Network>("G40")};  // Knows may not be asked: the City is, for both
    for (const Connection& connection : found()) {
        EXPECT_EQ(connection.topics.size(), connection.guide == Id<Municipality>("GM0004") ? 2U : 1U);
    }
    EXPECT_EQ(found().size(), 2U);
}

TEST_F(Rules, WhatAPausedLearnerKnowsDoesNotCountTheOtherWayRound) {
    says("GM0002", "bodycams", 3, 0);
    says("GM0001", "bodycams", 3, 1);
    ASSERT_NE(reason(found()[0], "mutual"), nullptr);
    pause("p-1", "GM0001", {}, Date(2026, 1, 1), {});
    EXPECT_EQ(reason(found()[0], "mutual"), nullptr);
}

TEST_F(Rules, WhenAllAskedToBeLeftAloneThatIsSaid) {
    for (const char* who : {"GM0001", "GM0002", "GM0003", "GM0004"})
        pause((std::string("p-") + who).c_str(), who, {}, Date(2026, 1, 1), {});
    const Connections none = found();
    EXPECT_TRUE(none.empty());
    ASSERT_EQ(none.notices.size(), 1U);
    EXPECT_EQ(none.notices[0].code, "all-paused");
    const ConnectionPlan plan = connect_all(*now_);
    EXPECT_TRUE(plan.connections.empty());
    EXPECT_TRUE(plan.proved);
    ASSERT_EQ(plan.notices.size(), 1U);
    EXPECT_EQ(plan.notices[0].code, "all-paused");
    ASSERT_EQ(plan.unconnected.size(), 4U);
    EXPECT_EQ(plan.unconnected[0].why, "paused");
    EXPECT_EQ(plan.unconnected[1].why, "no-demand");
}

TEST_F(Rules, WhyThereAreNoneIsSaid) {
    const auto said = [&] {
        const Connections none = found();
        EXPECT_TRUE(none.empty());
        return none.notices.empty() ? "" : explain(*now_, none.notices.back(), TextLanguage::en);
    };
    options_.municipality = Id<Municipality>("GM0002");
    EXPECT_EQ(said(), "Knows needs nothing, as far as is known");
    options_.municipality = Id<Municipality>("GM0001");
    options_.network = Id<Network>("M150");
    options_.topics = {Id<Topic>("vuurwerk")};
    contact("GM0002", "GM0001", Date(2026, 1, 10));
    options_.unconnected_since = Date(2020, 1, 1);
    EXPECT_EQ(said(), "Those who know what Asks needs were in contact with it since 2020-01-01");
    options_.unconnected_since.reset();
    options_.weights = ConnectWeights();
    options_.weights->need = 0;
    EXPECT_EQ(said(), "Needs count for nothing (weight 0), so no connection is worth anything");
    options_.weights.reset();
    options_.network = Id<Network>("G40");
    options_.municipality = Id<Municipality>("GM0004");
    options_.topics = {Id<Topic>("bodycams")};
    EXPECT_EQ(said(), "Nobody knows about what City needs");
    ConnectAllOptions all;
    all.unconnected_since = Date(2020, 1, 1);
    const ConnectionPlan plan = connect_all(*now_, all);
    ASSERT_EQ(plan.unconnected.size(), 4U);
    EXPECT_EQ(plan.unconnected[1].why, "no-demand");
}

}  // namespace
}  // namespace m150::testing
