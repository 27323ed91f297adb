#include "libm150/store/references.hpp"

#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReferencesTest : public testing::Test {
  protected:
    ReferencesTest() {
        add_world(store);
        store.begin();
    }
    Store store = Store::in_memory();
};

TEST_F(ReferencesTest, EveryReferenceMustExist) {
    EXPECT_THAT(
        message_of<InvalidInput>([&] { store.insert(question("v-1", "GM0344", Date(2026, 3, 2))); }),
        HasSubstr("question v-1, field asked_by: refers to the municipality 'GM0344', which does not exist"));
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
    asked.topics = {Id<Topic>("horeca"), Id<Topic>("bodycam")};
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(asked); }), HasSubstr("did you mean bodycams?"));
    asked.topics.clear();
    asked.audience = {AudienceKind::network, Id<Network>("G40"), {}};
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(asked); }),
                HasSubstr("field audience: refers to the network 'G40'"));
    EXPECT_EQ(store.count<Question>(), 0u);
}

TEST_F(ReferencesTest, AllMissingReferencesAreSaidAtOnce) {
    Meeting meeting;
    meeting.id = Id<Meeting>("m-1");
    meeting.title = "Landelijke bijeenkomst";
    meeting.network = Id<Network>("M151");
    meeting.date = Date(2024, 4, 18);
    meeting.agenda = {AgendaItem{"1", "Opening", "", {Id<Topic>("opening")}, 30, 1, 1}};
    meeting.registrations = {Registration{Id<Municipality>("GM0001"), 2, {}, {}}};
    try {
        store.insert(meeting);
        FAIL();
    } catch (const InvalidInput& error) {
        std::vector<std::string> places;
        for (const Problem& problem : error.problems())
            places.push_back(problem.where);
        EXPECT_THAT(places, ElementsAre("meeting m-1, field network", "meeting m-1, field agenda",
                                        "meeting m-1, field registrations"));
    }
}

TEST_F(ReferencesTest, AMergedMunicipalityGivesWayToItsSuccessorFromTheDayAfter) {
    EXPECT_THAT(store.insert(question("v-1", "GM0501", Date(2022, 12, 31))), IsEmpty());
    EXPECT_EQ(store.find(Id<Question>("v-1"))->asked_by, Id<Municipality>("GM0501"));
    EXPECT_THAT(
        store.insert(question("v-2", "GM0501", Date(2023, 1, 1))),
        ElementsAre(
            "question v-2: GM0501 Brielle merged into GM1992 Voorne aan Zee on 2023-01-01; GM1992 is used"));
    EXPECT_EQ(store.find(Id<Question>("v-2"))->asked_by, Id<Municipality>("GM1992"));
}

TEST_F(ReferencesTest, SuccessorsAreFollowedAsFarAsTheDay) {
    Municipality last = municipality("GM1999", "Eiland");
    last.valid_from = Date(2030, 1, 1);
    store.insert(last);
    Municipality voorne = *store.find(Id<Municipality>("GM1992"));
    voorne.valid_to = Date(2029, 12, 31);
    voorne.successor = last.id;
    store.replace(voorne);
    store.insert(question("v-1", "GM0501", Date(2029, 12, 31)));
    store.insert(question("v-2", "GM0501", Date(2030, 1, 1)));
    EXPECT_EQ(store.find(Id<Question>("v-1"))->asked_by, voorne.id);
    EXPECT_EQ(store.find(Id<Question>("v-2"))->asked_by, last.id);
}

TEST_F(ReferencesTest, AMunicipalityThatDoesNotExistYetIsRefused) {
    const std::string said =
        message_of<InvalidInput>([&] { store.insert(question("v-1", "GM1992", Date(2022, 12, 31))); });
    EXPECT_THAT(said, HasSubstr("GM1992 Voorne aan Zee did not exist yet on 2022-12-31"));
}

TEST_F(ReferencesTest, AMunicipalityThatEndedWithoutSuccessorIsRefused) {
    Municipality gone = municipality("GM0999", "Verdronken");
    gone.valid_to = Date(2020, 12, 31);
    store.insert(gone);
    EXPECT_NO_THROW(store.insert(question("v-1", "GM0999", Date(2020, 12, 31))));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(question("v-2", "GM0999", Date(2021, 1, 1))); }),
                HasSubstr("GM0999 Verdronken ended on 2020-12-31 and names no successor"));
}

TEST_F(ReferencesTest, SuccessorsInACircleEndInAMessage) {
    Municipality one = municipality("GM0801", "Een");
    one.valid_to = Date(2020, 12, 31);
    store.insert(one);
    Municipality two = municipality("GM0802", "Twee");
    two.valid_to = Date(2020, 12, 31);
    two.successor = one.id;
    store.insert(two);
    one.successor = two.id;
    store.replace(one);
    EXPECT_THROW(store.insert(question("v-1", "GM0801", Date(2021, 1, 1))), InvalidInput);
    store.commit();
    std::string said;
    for (const Problem& problem : store.check())
        said += problem.text() + "\n";
    EXPECT_THAT(said, HasSubstr("municipality GM0801, field successor: leads back to itself"));
}

TEST_F(ReferencesTest, MembersThatMergedIntoOneAreNamedOnce) {
    Municipality westvoorne = municipality("GM0614", "Westvoorne");
    westvoorne.valid_to = Date(2022, 12, 31);
    westvoorne.successor = Id<Municipality>("GM1992");
    store.insert(westvoorne);
    WorkingGroup group;
    group.id = Id<WorkingGroup>("w-1");
    group.name = "Bodycams";
    group.topics = {Id<Topic>("bodycams")};
    group.members = {Id<Municipality>("GM0614"), Id<Municipality>("GM0355"), Id<Municipality>("GM0501")};
    group.chair = Id<Municipality>("GM0501");
    group.from = Date(2024, 1, 1);
    EXPECT_EQ(store.insert(group).size(), 3u);
    const WorkingGroup found = *store.find(group.id);
    EXPECT_THAT(found.members, ElementsAre(Id<Municipality>("GM1992"), Id<Municipality>("GM0355")));
    EXPECT_EQ(found.chair, Id<Municipality>("GM1992"));
}

TEST_F(ReferencesTest, AContactBetweenTwoThatBecameOneIsRefused) {
    Contact contact;
    contact.id = Id<Contact>("c-1");
    contact.from = Id<Municipality>("GM0501");
    contact.to = Id<Municipality>("GM1992");
    contact.date = Date(2024, 1, 1);
    EXPECT_THAT(message_of<InvalidInput>([&] { store.insert(contact); }), HasSubstr("same municipality"));
}

TEST_F(ReferencesTest, NoAnswerComesBeforeItsQuestion) {
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2)));
    EXPECT_THAT(
        message_of<InvalidInput>([&] { store.insert(answer("a-1", "v-1", "GM0307", Date(2026, 3, 1))); }),
        HasSubstr("answer a-1, field date: is 2026-03-01, before its question v-1 of 2026-03-02"));
    store.insert(answer("a-1", "v-1", "GM0307", Date(2026, 3, 2)));
    EXPECT_THAT(message_of<InvalidInput>([&] { store.replace(question("v-1", "GM0355", Date(2026, 3, 3))); }),
                HasSubstr("after its answer a-1"));
}

TEST_F(ReferencesTest, WhatARollbackTookBackIsUnknownAgain) {
    Topic topic;
    topic.id = Id<Topic>("jeugd");
    topic.preferred_label = "Jeugd";
    store.insert(topic);
    store.rollback();
    store.begin();
    Question asked = question("v-1", "GM0355", Date(2026, 3, 2));
    asked.topics = {topic.id};
    EXPECT_THROW(store.insert(asked), InvalidInput);
}

}  // namespace
}  // namespace m150::test
