// What a meeting brought, from the lists that people keep: taken whole or not at all, and twice is once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "libm150/knowledge/recognise.hpp"
#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "tests/knowledge/meeting_lists.hpp"

namespace m150::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(MeetingResults, TheRegistrationListIsTakenWithoutTheContactData) {
    const MeetingImport report = base_.import_meeting(
        najaar, list("Naam;Gemeente;Aantal;Wensen;E-mail;Telefoon;Aanwezig\r\n"
                     "J. Jansen;gemeente ZEIST;3;Bodycams|Vuurwerk, en de jaarwisseling;j@zeist.nl;06;ja\r\n"
                     "P. Pieters;Bergen (Noord-Holland);;lichaamscamera;p@bergen.nl;06;\r\n"
                     ";;;;;;\r\n"
                     "K. Karels;den haag;1;;k@denhaag.nl;06;nee\r\n"));
    EXPECT_EQ(report.registrations, 3);
    EXPECT_EQ(report.attended, 1);
    EXPECT_THAT(report.records, ElementsAre(std::pair<const std::string, std::uint64_t>("meetings", 1)));
    EXPECT_THAT(report.notices, ElementsAre("lijst.csv: left out, and kept nowhere: Naam, E-mail, Telefoon"));
    EXPECT_THAT(meeting().registrations,
                ElementsAre(Registration{zeist, 3, {bodycams, vuurwerk}, true}, Registration{loon, 1, {}, {}},
                            Registration{bergen_nh, 1, {bodycams}, {}}, Registration{haag, 1, {}, false}));
    base_.export_to(root_ / "uit");
    for (const auto& entry : std::filesystem::directory_iterator(root_ / "uit")) {
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        for (const char* secret : {"Jansen", "j@zeist.nl", "Pieters"})
            EXPECT_EQ(text.find(secret), std::string::npos) << entry.path();
    }
}

TEST_F(MeetingResults, MunicipalitiesAreRecognisedAsPeopleWriteThem) {
    Store store = Store::in_memory();
    store.begin();
    const Snapshot now = base_.snapshot();
    for (const Municipality* one : now.all<Municipality>()) {
        Municipality copy = *one;
        copy.successor.reset();
        store.insert(copy);
    }
    const Recogniser recognise(store, Date(2024, 10, 10));
    Problem wrong;
    for (const auto& [text, id] :
         std::vector<std::pair<const char*, Id<Municipality>>>{{"Zeist", zeist},
                                                               {" zeist ", zeist},
                                                               {"Gemeente Zeist", zeist},
                                                               {"Zeist, gemeente", zeist},
                                                               {"ZEIST (Utrecht)", zeist},
                                                               {"GM0355", zeist},
                                                               {"0355", zeist},
                                                               {"355", zeist},
                                                               {"gm0355", zeist},
                                                               {"Zeist (team handhaving)", zeist},
                                                               {"Bergen (NH)", bergen_nh},
                                                               {"Bergen NH", bergen_nh},
                                                               {"bergen (n.h.)", bergen_nh},
                                                               {"Bergen (Limburg)", bergen_l},
                                                               {"Bergen L", bergen_l},
                                                               {"Den Haag", haag},
                                                               {"'s-Gravenhage", haag},
                                                               {"\u2019s-Gravenhage", haag},
                                                               {"s Gravenhage", haag},
                                                               {"Sudwest Fryslan", sudwest},
                                                               {"SÚDWEST-FRYSLÂN", sudwest},
                                                               {"gem.Zeist", zeist},
                                                               {"Gem. Zeist", zeist},
                                                               {"gem.Bergen (Limburg)", bergen_l},
                                                               {"Bergen, Noord-Holland", bergen_nh},
                                                               {"Bergen Noord Holland", bergen_nh},
                                                               {"Bergen, Limburg", bergen_l},
                                                               {"Capelle a/d IJssel", capelle},
                                                               {"capelle a/d ijssel (ZH)", capelle},
                                                               {"Capelle aan den IJssel", capelle},
                                                               {"Loon op Zand", loon}}) {
        EXPECT_EQ(recognise.municipality(text, wrong), id) << text << ": " << wrong.text();
    }
    EXPECT_FALSE(recognise.municipality("Bergen", wrong));
    EXPECT_THAT(wrong.what, HasSubstr("more than one municipality"));
    EXPECT_FALSE(recognise.municipality("Zeist (Limburg)", wrong));
    EXPECT_THAT(wrong.what, HasSubstr("does not lie in that province"));
    EXPECT_FALSE(recognise.municipality("Ziest", wrong));
    EXPECT_EQ(wrong.advice, "did you mean Zeist (GM0355)?");
    EXPECT_FALSE(recognise.municipality("GM9999", wrong));
    EXPECT_FALSE(recognise.municipality("gemeente", wrong));
    EXPECT_FALSE(recognise.municipality("(Utrecht)", wrong));
}

TEST_F(MeetingResults, WhatIsWrongIsListedWithItsPlaceAndNothingIsWritten) {
    const std::string said =
        refused(list("gemeente,aantal,wensen,aanwezig\n"
                     "Ziest,2,bodycams,ja\n"
                     "Zeist,veel,bodykams,misschien\n"
                     "Bergen,1,,\n"
                     "Loon op Zand,1,,ja\n"));
    EXPECT_THAT(said, HasSubstr("lijst.csv:2:1"));
    EXPECT_THAT(said, HasSubstr("column gemeente: 'Ziest' is no municipality"));
    EXPECT_THAT(said, HasSubstr("did you mean Zeist (GM0355)?"));
    EXPECT_THAT(said, HasSubstr("lijst.csv:3:7"));
    EXPECT_THAT(said, HasSubstr("lijst.csv:3:12"));
    EXPECT_THAT(said, HasSubstr("did you mean 'bodycams'?"));
    EXPECT_THAT(said, HasSubstr("is 'misschien'"));
    EXPECT_THAT(said, HasSubstr("more than one municipality"));
    EXPECT_EQ(meeting().registrations.size(), 2U);
    EXPECT_FALSE(meeting().registrations[1].attended);

    EXPECT_THAT(refused(list("aantal\n1\n")), HasSubstr("the column 'gemeente' is missing"));
    EXPECT_THAT(refused(list("gemeente,wenssen\nZeist,\n")), HasSubstr("did you mean 'wensen'?"));
    EXPECT_THAT(refused(list("gemeente,Gemeente\nZeist,Zeist\n")), HasSubstr("there twice"));
    EXPECT_THAT(refused(list("gemeente,aantal\nZeist\n")), HasSubstr("1 cells"));
    EXPECT_THAT(refused(list("gemeente\n\"Zeist\n")), HasSubstr("never closed"));
    EXPECT_THAT(refused(list("")), HasSubstr("empty"));
    EXPECT_THAT(refused(list("gemeente,aantal\nZeist,0\n")), HasSubstr("a number from 1 to 1000"));
    EXPECT_THAT(refused(list("gemeente,aantal\nZeist,1.5\n")), HasSubstr("a whole number"));
    MeetingFiles none;
    EXPECT_THAT(refused(none), HasSubstr("no file"));
    none.registrations = root_ / "geen.csv";
    EXPECT_THAT(refused(none), HasSubstr("geen.csv"));
    MeetingFiles scale = list("gemeente\nZeist\n");
    scale.highest_rating = 1;
    EXPECT_THAT(refused(scale), HasSubstr("highest_rating"));
    EXPECT_THAT(message_of([&] { base_.import_meeting(Id<Meeting>("najaer"), list("gemeente\nZeist\n")); }),
                HasSubstr("did you mean 'najaar'?"));
}

TEST_F(MeetingResults, OneWrongFileKeepsTheOthersOut) {
    MeetingFiles files = list("gemeente,aanwezig\nZeist,ja\n");
    files.contacts = file("contacten.csv", "van,naar,uitkomst\nZeist,Nergenshuizen,ja\n");
    EXPECT_THAT(refused(files), HasSubstr("contacten.csv:2:7"));
    EXPECT_FALSE(meeting().registrations[0].attended);
    // In a transaction that is open the rest of it stays.
    base_.begin();
    topic(Id<Topic>("honden"), "Honden", {});
    EXPECT_THROW(base_.import_meeting(najaar, files), InvalidInput);
    EXPECT_TRUE(base_.in_transaction());
    base_.commit();
    EXPECT_NE(base_.snapshot().find(Id<Topic>("honden")), nullptr);
}

TEST_F(MeetingResults, RowsOfOneMunicipalityAreOneRegistrationAndAMergedOneIsItsSuccessor) {
    const MeetingImport report = base_.import_meeting(najaar, list("gemeente,wensen,aanwezig\n"
                                                                   "Brielle,bodycams,nee\n"
                                                                   "Voorne aan Zee,vuurwerk;bodycams,x\n"
                                                                   "Zeist,,afgemeld\n"));
    EXPECT_EQ(meeting().registrations[2], (Registration{voorne, 2, {bodycams, vuurwerk}, true}));
    // What the list does not say of Zeist stays as it was.
    EXPECT_EQ(meeting().registrations[0], (Registration{zeist, 2, {vuurwerk}, false}));
    EXPECT_THAT(report.notices, Contains(HasSubstr("merged into")));
    MeetingFiles present = list("gemeente\nLoon op Zand\n");
    present.attended = true;
    base_.import_meeting(najaar, present);
    EXPECT_EQ(meeting().registrations[1].attended, true);
}

TEST_F(MeetingResults, ExcelsCp1252IsRead) {
    const MeetingImport report = base_.import_meeting(najaar, list("gemeente;aantal\nS\xfa"
                                                                   "dwest-Frysl\xe2n;2\n"));
    EXPECT_EQ(meeting().registrations.back().municipality, sudwest);
    EXPECT_THAT(report.notices, Contains(HasSubstr("cp1252")));
}

TEST_F(MeetingResults, RatingsGoIntoTheTalksAndCountAsExperience) {
    MeetingFiles files;
    files.ratings = file("cijfers.csv",
                         "spreker;agendapunt;cijfer;aantal\ns-1;1;8,5;1\ns-1;Bodycams in de PRAKTIJK;10;2\n");
    files.highest_rating = 10;
    const SnapshotOptions next_day{{}, Date(2024, 10, 11), {}};
    const Snapshot before = base_.snapshot(next_day);
    const MeetingImport report = base_.import_meeting(najaar, files);
    EXPECT_EQ(report.ratings, 1);
    const Snapshot now = base_.snapshot(next_day);
    const Talk talk = now.find(Id<Speaker>("s-1"))->talks.at(0);
    EXPECT_EQ(talk.meeting, najaar);
    EXPECT_EQ(talk.title, "Bodycams in de praktijk");
    EXPECT_NEAR(*talk.rating, 1 + (9.5 - 1) * 4.0 / 9.0, 1e-12);  // the mean of three voices, 1 to 5
    const auto fit = [](const Snapshot& snapshot) {
        return speaker_fit(snapshot, snapshot.find(najaar)->agenda).value(0, 0);
    };
    EXPECT_GT(fit(now), fit(before));
    // A municipal speaker's talk is evidence that the municipality knows.
    EXPECT_GT(now.graph().expertise(now.number_of(zeist), now.number_of(bodycams)), 0.0);

    // The talk that is there is rated, not added once more.
    files.highest_rating = 5;
    files.ratings = file("cijfers.csv", "spreker,agendapunt,cijfer\ns-1,1,3\n");
    base_.import_meeting(najaar, files);
    const auto talks = base_.snapshot().find(Id<Speaker>("s-1"))->talks;
    ASSERT_EQ(talks.size(), 1U);
    EXPECT_EQ(talks[0].rating, 3.0);

    files.ratings = file("cijfers.csv", "spreker,agendapunt,cijfer\ns-2,1,6\ns-1,3,4\n");
    const std::string said = refused(files);
    EXPECT_THAT(said, HasSubstr("did you mean 's-1'?"));
    EXPECT_THAT(said, HasSubstr("a number from 1 to 5"));
    EXPECT_THAT(said, HasSubstr("not on the agenda"));
}

// A plan may ask a municipality that knows to speak: the list names it as the plan does, by its code, or as
// people do.
TEST_F(MeetingResults, ATalkOfAMunicipalityThatWasAskedIsEvidenceForIt) {
    MeetingFiles files;
    files.ratings =
        file("cijfers.csv", "spreker,agendapunt,cijfer\nGM0809,1,4\nLoon op Zand,1,5\nBrielle,1,3\n");
    const SnapshotOptions next_day{{}, Date(2024, 10, 11), {}};
    const Snapshot before = base_.snapshot(next_day);
    EXPECT_EQ(before.graph().expertise(before.number_of(loon), before.number_of(bodycams)), 0.0);
    const MeetingImport report = base_.import_meeting(najaar, files);
    EXPECT_EQ(report.ratings, 2);
    EXPECT_THAT(report.notices, Contains(HasSubstr("merged into")));
    const Snapshot now = base_.snapshot(next_day);
    const Speaker* asked = now.find(Id<Speaker>("GM0809"));
    ASSERT_NE(asked, nullptr);
    EXPECT_EQ(asked->role, "gemeente Loon op Zand");
    EXPECT_EQ(asked->municipality, loon);
    ASSERT_EQ(asked->talks.size(), 1U);
    EXPECT_EQ(asked->talks[0],
              (Talk{Date(2024, 10, 10), "Bodycams in de praktijk", {bodycams}, najaar, 4.5}));
    for (const Id<Municipality>& one : {loon, voorne})
        EXPECT_GT(now.graph().expertise(now.number_of(one), now.number_of(bodycams)), 0.0) << one.str();
    EXPECT_THAT(base_.check(), IsEmpty());
    // The same list changes nothing; a code goes before who else speaks for it.
    EXPECT_EQ(base_.import_meeting(najaar, files).passed_over, 2);
    files.ratings = file("cijfers.csv", "spreker,agendapunt,cijfer\nGM0355,1,2\n");
    base_.import_meeting(najaar, files);
    EXPECT_EQ(base_.snapshot().find(Id<Speaker>("GM0355"))->talks[0].rating, 2.0);
    EXPECT_TRUE(base_.snapshot().find(Id<Speaker>("s-1"))->talks.empty());
}

// What was planned is treated: the meeting gets the agenda of its plan and what it brought as one, or
// neither.
TEST_F(MeetingResults, ThePlanGivesTheMeetingItsAgendaInTheSameTransaction) {
    MeetingFiles files;
    files.ratings = file("cijfers.csv", "spreker,agendapunt,cijfer\nGM0809,vuurwerk,4\n");
    EXPECT_THAT(refused(files), HasSubstr("or give the meeting the agenda of its plan first"));
    MeetingPlan plan;
    plan.options.meeting = meeting();
    AgendaItem item;
    item.id = "vuurwerk";
    item.title = "Vuurwerk";
    item.topics = {vuurwerk};
    plan.agenda = {item};
    base_.begin();
    base_.replace(meeting_of(plan));
    EXPECT_EQ(base_.import_meeting(najaar, files).ratings, 1);
    base_.commit();
    EXPECT_EQ(meeting().agenda, plan.agenda);
    EXPECT_EQ(meeting().registrations.size(), 2U);
    EXPECT_THAT(base_.snapshot().find(Id<Speaker>("GM0809"))->talks[0].topics, ElementsAre(vuurwerk));
}

TEST_F(MeetingResults, ContactsAndQuestionsAreRecordsAndTwiceIsOnce) {
    MeetingFiles files = list("gemeente,aanwezig\nZeist,ja\n");
    files.contacts = file("contacten.csv",
                          "van,naar,onderwerp,uitkomst\n"
                          "Zeist,Den Haag,bodycams,geholpen\n"
                          "Loon op Zand,Zeist,,\n");
    files.questions = file("vragen.csv",
                           "gemeente,vraag,onderwerp\n"
                           "Loon op Zand,Hoe lang bewaren jullie beelden?,Bodycams\n");
    MeetingImport report = base_.import_meeting(najaar, files);
    EXPECT_EQ(report.contacts, 2);
    EXPECT_EQ(report.questions, 1);
    EXPECT_EQ(report.passed_over, 0);
    const Snapshot now = base_.snapshot();
    ASSERT_EQ(now.all<Contact>().size(), 2U);
    EXPECT_EQ(now.questions(), 1U);
    const int hague = now.number_of(haag), topic = now.number_of(bodycams);
    EXPECT_GT(now.graph().expertise(hague, topic), 0.0);  // thanked
    EXPECT_GT(now.graph().demand(now.number_of(loon), topic), 0.0);
    EXPECT_THAT(base_.check(), IsEmpty());
    AskOptions question;
    question.text = "beelden bewaren";
    EXPECT_EQ(ask(now, question).answers.size(), 1U);

    const std::uint64_t revision = base_.revision();
    report = base_.import_meeting(najaar, files);
    EXPECT_EQ(report.passed_over, 4);
    EXPECT_THAT(report.records, IsEmpty());
    EXPECT_EQ(base_.revision(), revision);

    files.contacts = file("contacten.csv", "van,naar\nZeist,Den Haag\nZeist,Den Haag\n");
    EXPECT_THAT(refused(files), HasSubstr("given twice"));
    files.contacts = file("contacten.csv", "van,naar\nZeist,Zeist\n");
    EXPECT_THAT(refused(files), HasSubstr("contacten.csv:2"));
    files.contacts = file("contacten.csv", "van,naar,uitkomst\nZeist,Den Haag,prima\n");
    EXPECT_THAT(refused(files), HasSubstr("is 'prima'"));
    files.contacts.reset();
    files.questions = file("vragen.csv", "gemeente,vraag\nZeist,\n");
    EXPECT_THAT(refused(files), HasSubstr("vragen.csv:2:7"));
}

TEST_F(MeetingResults, WhoCameForATopicNeedsItAndKnowsNoMoreOfIt) {
    base_.import_meeting(najaar, list("gemeente,wensen,aanwezig\n"
                                      "Zeist,bodycams|vuurwerk,ja\n"
                                      "Loon op Zand,bodycams,nee\n"
                                      "Den Haag,bodycams,\n"));
    const Snapshot now = base_.snapshot({{}, Date(2024, 10, 10), {}});
    const int topic = now.number_of(bodycams);
    // One act, shared by two topics, at the weight of needs.
    const double x = now.options().expertise.weights[static_cast<std::size_t>(EvidenceKind::needs)] / 2;
    EXPECT_NEAR(now.graph().demand(now.number_of(zeist), topic), x / (1 + x), 1e-12);
    EXPECT_EQ(now.graph().expertise(now.number_of(zeist), topic), 0.0);
    EXPECT_EQ(now.graph().demand(now.number_of(loon), topic), 0.0);
    EXPECT_EQ(now.graph().demand(now.number_of(haag), topic), 0.0);
    EXPECT_EQ(base_.snapshot({{}, Date(2024, 10, 9), {}}).graph().demand(now.number_of(zeist), topic), 0.0);
    const Reason reason{"needs", 0.5, {{"record", "najaar"}, {"date", "2024-10-10"}}, {}};
    EXPECT_EQ(explain(now, reason, TextLanguage::nl),
              "kwam ervoor naar een bijeenkomst (najaar, 2024-10-10)");
}

TEST_F(MeetingResults, AnyBytesAreTakenWholeOrRefused) {
    Random random(81);
    int taken = 0;
    const std::string good = "gemeente;aantal;wensen\nZeist;2;bodycams\nDen Haag;1;vuurwerk\n";
    for (int i = 0; i < 200; ++i) {
        std::string text = good;
        for (std::uint64_t k = random.below(4); k > 0; --k)
            text[random.below(text.size())] = static_cast<char>(random.below(256));
        const std::uint64_t revision = base_.revision();
        try {
            base_.import_meeting(najaar, list(text));
            ++taken;
        } catch (const InvalidInput&) {
            EXPECT_EQ(base_.revision(), revision);
        }
    }
    EXPECT_GT(taken, 20);
    EXPECT_LT(taken, 180);
    EXPECT_THAT(base_.check(), IsEmpty());
}

}  // namespace
}  // namespace m150::testing
