#include "libm150/record/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace m150::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The messages of all problems of a record that `spoil` has changed.
template <class Record, class Spoil>
std::vector<std::string> after(Record record, Spoil&& spoil) {
    EXPECT_THAT(validate(record), IsEmpty()) << "the record is fine before it is spoilt";
    spoil(record);
    std::vector<std::string> texts;
    for (const Problem& problem : validate(record))
        texts.push_back(problem.text());
    return texts;
}

Municipality zeist() {
    Municipality record;
    record.id = Id<Municipality>("GM0355");
    record.name = "Zeist";
    return record;
}
Question question() {
    Question record;
    record.id = Id<Question>("v-1");
    record.title = "Mag dat?";
    return record;
}
Answer answer() {
    Answer record;
    record.id = Id<Answer>("a-1");
    record.question = Id<Question>("v-1");
    record.by = Id<Municipality>("GM0355");
    record.text = "Ja";
    return record;
}
Meeting meeting() {
    Meeting record;
    record.id = Id<Meeting>("m-1");
    record.title = "Bijeenkomst";
    record.network = Id<Network>("M150");
    record.agenda = {AgendaItem{"1", "Opening", "", {}, 30, 1, 1}};
    record.registrations = {Registration{Id<Municipality>("GM0355"), 2, {}, {}}};
    return record;
}

TEST(ValidateTest, AllThatIsWrongIsSaidAtOnceInTheOrderOfTheFields) {
    EXPECT_THAT(after(answer(),
                      [](Answer& record) {
                          record.question = Id<Question>("v 1");
                          record.by_organisation = Id<Organisation>("VNG");
                          record.text = " \n";
                      }),
                ElementsAre(HasSubstr("answer a-1, field question: 'v 1' is no id"),
                            HasSubstr("answer a-1, field text: is empty"),
                            HasSubstr("by and by_organisation are both given")));
}

TEST(ValidateTest, IdsAreShortAndPrintable) {
    for (const std::string& id :
         {std::string(), std::string("a b"), std::string("a|b"), std::string("a\\b"), std::string("a\n"),
          std::string(129, 'x'), std::string("caf\xE9"), std::string("a\0b", 3)}) {
        EXPECT_THAT(after(question(), [&](Question& record) { record.id = Id<Question>(id); }),
                    Contains(HasSubstr("field id")))
            << id;
    }
    EXPECT_THAT(after(question(), [](Question& record) { record.id = Id<Question>(std::string(128, 'x')); }),
                IsEmpty());
    EXPECT_THAT(after(zeist(), [](Municipality& record) { record.id = Id<Municipality>("gm355"); }),
                Contains(HasSubstr("canonical form")));
}

TEST(ValidateTest, TextsAreUtf8WithinTheirLimits) {
    EXPECT_THAT(after(question(), [](Question& record) { record.text = std::string(1000000, 'x'); }),
                IsEmpty());
    EXPECT_THAT(after(question(), [](Question& record) { record.text = std::string(1000001, 'x'); }),
                ElementsAre(HasSubstr("at most 1000000 bytes")));
    EXPECT_THAT(after(question(), [](Question& record) { record.title = std::string(1001, 'x'); }),
                ElementsAre(HasSubstr("at most 1000 bytes")));
    EXPECT_THAT(after(question(), [](Question& record) { record.title = "a\nb"; }),
                ElementsAre(HasSubstr("holds a line break")));
    EXPECT_THAT(after(question(), [](Question& record) { record.text = "a\nb"; }), IsEmpty());
    EXPECT_THAT(after(question(), [](Question& record) { record.text = std::string("ab\0", 3); }),
                ElementsAre(HasSubstr("byte 3 is not valid text")));
    EXPECT_THAT(after(question(),
                      [](Question& record) {
                          record.keywords = {"ok", "caf\xE9"};
                      }),
                ElementsAre(HasSubstr("field keywords[1]: byte 4")));
}

TEST(ValidateTest, AQuestionNeedsWordsAndAnAnswerOneAnswerer) {
    EXPECT_THAT(after(question(), [](Question& record) { record.title = "  "; }),
                ElementsAre(HasSubstr("title and text are both empty")));
    EXPECT_THAT(after(answer(), [](Answer& record) { record.by.reset(); }),
                ElementsAre(HasSubstr("nobody is named as the answerer")));
}

TEST(ValidateTest, ListsNameEachItemOnce) {
    EXPECT_THAT(after(question(),
                      [](Question& record) {
                          record.topics = {Id<Topic>("a"), Id<Topic>("b"), Id<Topic>("a")};
                      }),
                ElementsAre(HasSubstr("field topics: names 'a' twice")));
}

TEST(ValidateTest, AnAudienceOfMembersNamesSome) {
    EXPECT_THAT(after(question(),
                      [](Question& record) {
                          record.audience = {AudienceKind::members, {}, {}};
                      }),
                ElementsAre(HasSubstr("names no members")));
    EXPECT_THAT(after(question(),
                      [](Question& record) {
                          record.audience = {AudienceKind::network, {}, {}};
                      }),
                ElementsAre(HasSubstr("field audience")));
}

TEST(ValidateTest, AMunicipalityHasBothCoordinatesOrNone) {
    EXPECT_THAT(after(zeist(), [](Municipality& record) { record.latitude = 52.0; }),
                ElementsAre(HasSubstr("not both given")));
    EXPECT_THAT(after(zeist(), [](Municipality& record) { record.latitude = 91.0, record.longitude = 5.0; }),
                ElementsAre(HasSubstr("field latitude: is 91")));
    EXPECT_THAT(
        after(zeist(),
              [](Municipality& record) { record.area_km2 = std::numeric_limits<double>::quiet_NaN(); }),
        testing::Not(IsEmpty()));
    EXPECT_THAT(after(zeist(), [](Municipality& record) { record.urbanity = 6; }),
                ElementsAre(HasSubstr("a number from 1 to 5")));
    EXPECT_THAT(after(zeist(),
                      [](Municipality& record) {
                          record.inhabitants = {{2023, -1}};
                      }),
                ElementsAre(HasSubstr("is negative in 2023")));
    EXPECT_THAT(after(zeist(),
                      [](Municipality& record) {
                          record.inhabitants = {{23, 1}};
                      }),
                ElementsAre(HasSubstr("has the year 23")));
}

TEST(ValidateTest, OnlyAMunicipalityThatEndedHasASuccessorAndNotItself) {
    EXPECT_THAT(after(zeist(), [](Municipality& record) { record.successor = Id<Municipality>("GM0307"); }),
                ElementsAre(HasSubstr("is given for a municipality that still exists")));
    EXPECT_THAT(
        after(zeist(),
              [](Municipality& record) { record.valid_to = Date(2024, 1, 1), record.successor = record.id; }),
        ElementsAre(HasSubstr("is the municipality itself")));
    EXPECT_THAT(after(zeist(),
                      [](Municipality& record) {
                          record.valid_from = Date(2024, 1, 2), record.valid_to = Date(2024, 1, 1);
                      }),
                ElementsAre(HasSubstr("lies before")));
}

TEST(ValidateTest, ANetworksBandsHaveTwoEndsInOrder) {
    Network network;
    network.id = Id<Network>("M150");
    network.name = "M150";
    EXPECT_THAT(after(network,
                      [](Network& record) {
                          record.bands = {Band{25000, 24999, {}, {}}};
                      }),
                ElementsAre(HasSubstr("ends below where it starts")));
    EXPECT_THAT(after(network,
                      [](Network& record) {
                          record.bands = {Band{-1, {}, {}, {}}};
                      }),
                ElementsAre(HasSubstr("below 0")));
    EXPECT_THAT(after(network,
                      [](Network& record) {
                          record.members = {Membership{Id<Municipality>("GM0355"), false, Date(2024, 1, 2),
                                                       Date(2024, 1, 1)}};
                      }),
                ElementsAre(HasSubstr("field members: 2024-01-01 lies before 2024-01-02")));
}

TEST(ValidateTest, ATopicIsNotItsOwnRelative) {
    Topic topic;
    topic.id = Id<Topic>("boa");
    topic.preferred_label = "Boa";
    EXPECT_THAT(after(topic, [](Topic& record) { record.broader = {record.id}; }),
                ElementsAre(HasSubstr("field broader: names the topic itself")));
    EXPECT_THAT(after(topic, [](Topic& record) { record.related = {record.id}; }),
                ElementsAre(HasSubstr("field related: names the topic itself")));
    EXPECT_THAT(after(topic, [](Topic& record) { record.alternative_labels = {" "}; }),
                ElementsAre(HasSubstr("holds an empty label")));
}

TEST(ValidateTest, NeedsAndOffersGoFromNoneToThree) {
    InventoryResponse response;
    response.id = Id<InventoryResponse>("i-1");
    response.municipality = Id<Municipality>("GM0355");
    response.topic = Id<Topic>("boa");
    for (const int level : {-1, 4}) {
        EXPECT_THAT(after(response, [&](InventoryResponse& record) { record.needs = level; }),
                    ElementsAre(HasSubstr("field needs")));
        EXPECT_THAT(after(response, [&](InventoryResponse& record) { record.offers = level; }),
                    ElementsAre(HasSubstr("field offers")));
    }
}

TEST(ValidateTest, AMeetingsAgendaAndRegistrationsAreSound) {
    EXPECT_THAT(after(meeting(), [](Meeting& record) { record.agenda.push_back(record.agenda[0]); }),
                Contains(HasSubstr("two items with the id 1")));
    EXPECT_THAT(after(meeting(), [](Meeting& record) { record.agenda[0].speakers_at_least = 2; }),
                ElementsAre(HasSubstr("agenda.speakers_at_most")));
    EXPECT_THAT(after(meeting(), [](Meeting& record) { record.agenda[0].minutes = 0; }),
                ElementsAre(HasSubstr("agenda.minutes")));
    EXPECT_THAT(after(meeting(), [](Meeting& record) { record.agenda[0].title = ""; }),
                ElementsAre(HasSubstr("field agenda[0].title: is empty")));
    EXPECT_THAT(after(meeting(),
                      [](Meeting& record) {
                          record.registrations.push_back({Id<Municipality>("GM0355"), 1, {}, {}});
                      }),
                ElementsAre(HasSubstr("names GM0355 twice")));
    EXPECT_THAT(after(meeting(), [](Meeting& record) { record.registrations[0].people = 0; }),
                ElementsAre(HasSubstr("registrations.people")));
}

TEST(ValidateTest, ASpeakerComesFromOnePlace) {
    Speaker speaker;
    speaker.id = Id<Speaker>("s-1");
    speaker.role = "teamleider";
    speaker.municipality = Id<Municipality>("GM0355");
    EXPECT_THAT(after(speaker, [](Speaker& record) { record.organisation = Id<Organisation>("VNG"); }),
                ElementsAre(HasSubstr("both given")));
    EXPECT_THAT(after(speaker,
                      [](Speaker& record) {
                          record.availability = {Period{Date(2024, 1, 2), Date(2024, 1, 1)}};
                      }),
                ElementsAre(HasSubstr("availability")));
    EXPECT_THAT(after(speaker,
                      [](Speaker& record) {
                          record.talks = {Talk{Date(2024, 1, 2), "Boa's", {}, {}, 5.5}};
                      }),
                ElementsAre(HasSubstr("talks.rating: is 5.5")));
}

TEST(ValidateTest, AContactNeedsTwoAndAWorkingGroupItsChairAmongItsMembers) {
    Contact contact;
    contact.id = Id<Contact>("c-1");
    contact.from = Id<Municipality>("GM0355");
    contact.to = Id<Municipality>("GM0307");
    EXPECT_THAT(after(contact, [](Contact& record) { record.to = record.from; }),
                ElementsAre(HasSubstr("same municipality")));
    WorkingGroup group;
    group.id = Id<WorkingGroup>("w-1");
    group.name = "Bodycams";
    group.topics = {Id<Topic>("bodycams")};
    group.members = {Id<Municipality>("GM0355")};
    group.chair = group.members[0];
    EXPECT_THAT(after(group, [](WorkingGroup& record) { record.chair = Id<Municipality>("GM0307"); }),
                ElementsAre(HasSubstr("GM0307 is not among the members")));
    EXPECT_THAT(after(group, [](WorkingGroup& record) { record.topics.clear(); }),
                ElementsAre(HasSubstr("topics: is empty")));
    EXPECT_THAT(
        after(group,
              [](WorkingGroup& record) { record.from = Date(2024, 1, 2), record.to = Date(2024, 1, 1); }),
        ElementsAre(HasSubstr("lies before")));
}

TEST(ValidateTest, WhatAGroupDidLiesInItsDaysAndWhatItDeliveredAtItsEnd) {
    WorkingGroup base;
    base.id = Id<WorkingGroup>("w-1");
    base.name = "Werkgroep";
    base.topics = {Id<Topic>("bodycams")};
    base.from = Date(2026, 1, 5);
    base.milestones = {{Date(2026, 2, 1), "Eerste bijeenkomst"}};
    const auto problems = [&](auto spoil) { return after(base, spoil); };
    EXPECT_THAT(problems([](WorkingGroup& w) { w.milestones[0].date = Date(2026, 1, 4); }),
                ElementsAre(HasSubstr("lies outside the days of the group")));
    EXPECT_THAT(problems([](WorkingGroup& w) { w.to = Date(2026, 1, 31); }),
                ElementsAre(HasSubstr("lies outside the days of the group")));
    EXPECT_THAT(problems([](WorkingGroup& w) { w.delivered = "Een modelprotocol"; }),
                ElementsAre(HasSubstr("a group that still runs")));

    Pause pause;
    pause.id = Id<Pause>("p-1");
    pause.municipality = Id<Municipality>("GM0355");
    pause.from = Date(2026, 1, 5);
    EXPECT_THAT(after(pause, [](Pause& p) { p.to = Date(2026, 1, 4); }),
                ElementsAre(HasSubstr("lies before")));
}

TEST(ValidateTest, AnOutcomeDoesNotContradictItself) {
    Outcome base;
    base.id = Id<Outcome>("o-1");
    base.asked = Date(2026, 1, 5);
    base.date = Date(2026, 1, 9);
    base.asked_by = Id<Municipality>("GM0355");
    base.kind = OutcomeKind::answered_by_base;
    base.pair = Id<Question>("v-1");
    base.helpful = true;
    base.confidence = 0.6;
    const auto problems = [&](auto spoil) { return after(base, spoil); };
    EXPECT_THAT(problems([](Outcome& o) { o.date = Date(2026, 1, 4); }),
                ElementsAre(HasSubstr("lies before")));
    EXPECT_THAT(problems([](Outcome& o) { o.confidence = 1.5; }),
                ElementsAre(HasSubstr("confidence: is 1.5")));
    EXPECT_THAT(problems([](Outcome& o) { o.municipality = Id<Municipality>("GM0307"); }),
                ElementsAre(HasSubstr("is given for the kind answered-by-base")));

    Outcome passed = base;
    passed.kind = OutcomeKind::passed_on;
    passed.pair.reset();
    passed.municipality = Id<Municipality>("GM0307");
    EXPECT_THAT(after(passed, [](Outcome& o) { o.municipality.reset(); }),
                ElementsAre(HasSubstr("is missing for the kind passed-on")));
    EXPECT_THAT(after(passed, [](Outcome& o) { o.municipality = o.asked_by; }),
                ElementsAre(HasSubstr("is who asked")));
    EXPECT_THAT(after(passed, [](Outcome& o) { o.pair = Id<Question>("v-1"); }),
                ElementsAre(HasSubstr("a pair for answered-by-base only")));
    EXPECT_THAT(after(passed, [](Outcome& o) { o.kind = OutcomeKind::declined; }),
                ElementsAre(HasSubstr("is true for the kind declined")));

    Outcome nothing;
    nothing.id = Id<Outcome>("o-2");
    nothing.asked = nothing.date = Date(2026, 1, 5);
    EXPECT_THAT(after(nothing, [](Outcome& o) { o.helpful = true; }),
                ElementsAre(HasSubstr("is true for the kind no-answer")));
}

}  // namespace
}  // namespace m150::test
