// What plays most and is not on the agenda: the plan says why, and what it says is so.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "libm150/m150.hpp"
#include "tests/support/plan_world.hpp"

namespace m150::testing {
namespace {

const Id<Topic> dogs("honden"), fires("vuurwerk"), cameras("bodycams");

Id<Municipality> place(int i) {
    return parse_municipality_id(std::to_string(100 + i));
}

void treat(KnowledgeBase& base, Date date, const Id<Topic>& topic) {
    Meeting meeting;
    meeting.id = Id<Meeting>("vorige");
    meeting.title = "Vorige";
    meeting.network = network;
    meeting.date = date;
    AgendaItem item;
    item.id = "1";
    item.title = "Toen";
    item.topics = {topic};
    meeting.agenda = {item};
    base.add(meeting);
}

// Six members; the first four need something about dogs, which therefore plays most, the others about fires.
KnowledgeBase six() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.add(Network{network, "M150", {{25000, 75000, {}, {}}}, {}, {AudienceKind::everyone, {}, {}}, {}});
    for (const Id<Topic>& id : {dogs, fires, cameras}) {
        Topic topic;
        topic.id = id;
        topic.preferred_label = "Over " + id.str();
        base.add(topic);
    }
    for (int i = 0; i < 6; ++i) {
        Municipality one;
        one.id = place(i);
        one.name = "Plaats " + std::to_string(i);
        one.inhabitants[2026] = 30'000;
        base.add(one);
        InventoryResponse response;
        response.id = Id<InventoryResponse>("i-" + std::to_string(i));
        response.municipality = one.id;
        response.topic = i < 4 ? dogs : fires;
        response.needs = 3;
        response.date = Date(2026, 1, 1);
        base.add(response);
    }
    base.commit();
    return base;
}

// Planned for the municipalities from..5, all of whom want to talk about `wishes`.
PlanOptions planned(const Snapshot& now, int from, std::vector<Id<Topic>> wishes, int most_topics) {
    PlanOptions options;
    options.meeting.id = Id<Meeting>("nieuw");
    options.meeting.title = "Nieuwe bijeenkomst";
    options.meeting.network = network;
    options.meeting.date = now.today().plus_days(30);
    for (int i = from; i < 6; ++i)
        options.meeting.registrations.push_back({place(i), 1, wishes, {}});
    options.agenda.most_topics = most_topics;
    options.seating.rounds = 1;
    options.seating.steps = 1000;
    return options;
}

// What the plan says of topics that are not on its agenda, in Dutch.
std::vector<std::string> said(const Snapshot& now, const PlanOptions& options) {
    const MeetingPlan plan = plan_meeting(now, options);
    EXPECT_EQ(plan.gaps.topics[0].topic, dogs);
    std::vector<std::string> sentences;
    for (const Reason& notice : plan.notices) {
        if (notice.code.rfind("agenda-without", 0) != 0) continue;
        const std::string dutch = explain(now, notice, TextLanguage::nl);
        const std::string english = explain(now, notice, TextLanguage::en);
        EXPECT_NE(dutch, english);
        for (const std::string& text : {dutch, english}) {
            EXPECT_NE(text.find("“Over " + std::string(notice.value("topic")) + "”"), std::string::npos)
                << text;
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
        }
        sentences.push_back(dutch.substr(dutch.find(": ") + 2));
    }
    return sentences;
}

using Said = std::vector<std::string>;

TEST(AbsentFromTheAgenda, FewOfThoseWhoComeNeedIt) {
    const KnowledgeBase base = six();
    const Snapshot now = base.snapshot();
    EXPECT_EQ(
        said(now, planned(now, 3, {fires}, 1)),
        Said{"van de gemeenten die komen hebben 1 er behoefte aan, en aan elk onderwerp op de agenda ten "
             "minste 3"});
    // When all come it is on the agenda, and there is nothing to say.
    EXPECT_EQ(said(now, planned(now, 0, {}, 1)), Said{});
}

TEST(AbsentFromTheAgenda, ItWasTreatedAtTheLastMeeting) {
    KnowledgeBase base = six();
    treat(base, Date(2025, 6, 1), dogs);
    base.commit();
    const Snapshot now = base.snapshot();
    EXPECT_EQ(said(now, planned(now, 0, {}, 1)),
              Said{"het is op 2025-06-01 nog behandeld, en daarna namen de vragen erover niet genoeg toe"});
}

TEST(AbsentFromTheAgenda, ItWasRuledOutByHand) {
    const KnowledgeBase base = six();
    const Snapshot now = base.snapshot();
    PlanOptions options = planned(now, 0, {}, 1);
    options.edits.no_topics = {dogs};
    EXPECT_EQ(said(now, options), Said{"het is uitgesloten"});
}

TEST(AbsentFromTheAgenda, ThereIsNoRoomForIt) {
    const KnowledgeBase base = six();
    const Snapshot now = base.snapshot();
    // The first four need it, and want to talk about cameras even more.
    PlanOptions options = planned(now, 0, {cameras}, 1);
    options.meeting.registrations.resize(5);
    options.meeting.registrations[4].wishes = {cameras, dogs};
    EXPECT_EQ(said(now, options),
              Said{"er is geen plaats meer, en ruilen met wat erop staat maakt de agenda niet beter voor wie "
                   "komt"});
    options.edits.topics = {cameras};
    EXPECT_EQ(said(now, options), Said{"er is geen plaats meer naast wat erop moest of al stond"});
}

TEST(AbsentFromTheAgenda, ItAddsNothingForThoseWhoCome) {
    const KnowledgeBase base = six();
    const Snapshot now = base.snapshot();
    // Cameras alone give everybody as much as counts, and there is room for more.
    PlanOptions options = planned(now, 0, {cameras}, 3);
    options.meeting.registrations.resize(5);
    options.meeting.registrations[4].wishes = {cameras, dogs};
    options.agenda.step = 0.7;
    options.agenda.second = options.agenda.third = 0.0;
    EXPECT_EQ(said(now, options), Said{"wie komt heeft er niets aan naast wat erop staat"});
    options.agenda.second = options.agenda.third = 0.5;
    EXPECT_EQ(said(now, options), Said{});
}

TEST(AbsentFromTheAgenda, OfWhatIsFurtherDownNothingIsSaid) {
    const KnowledgeBase base = six();
    const Snapshot now = base.snapshot();
    PlanOptions options = planned(now, 0, {}, 1);
    const MeetingPlan plan = plan_meeting(now, options);
    ASSERT_EQ(plan.agenda.size(), 1U);  // dogs; fires is second, and one topic was asked for
    EXPECT_EQ(said(now, options), Said{});
    options.meeting.agenda = plan.agenda;  // an agenda of its own has no reasons
    options.edits = {};
    EXPECT_EQ(said(now, options), Said{});
}

}  // namespace
}  // namespace m150::testing
