// What people and Excel put into the lists of a meeting, and what does not belong there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"
#include "tests/knowledge/meeting_lists.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using MeetingLists = MeetingResults;

TEST_F(MeetingLists, PresenceIsReadAsPeopleMarkIt) {
    for (const auto& [mark, was] : std::vector<std::pair<const char*, bool>>{{"V", true},
                                                                             {"\u2713", true},
                                                                             {"\u2714", true},
                                                                             {"x", true},
                                                                             {"niet aanwezig", false},
                                                                             {"Ziek", false},
                                                                             {"verhinderd", false},
                                                                             {"\u2717", false}}) {
        base_.import_meeting(najaar, list("gemeente,aanwezig\nZeist," + std::string(mark) + "\n"));
        EXPECT_EQ(meeting().registrations[0].attended, was) << mark;
    }
}

TEST_F(MeetingLists, WhatExcelAndPeopleAddToAListIsPassedOverAndSaid) {
    MeetingImport report = base_.import_meeting(
        najaar, list("sep=;\r\ngemeente;aantal;aanwezig\r\nZeist;3;ja\r\nTotaal;3;\r\n"));
    EXPECT_EQ(report.registrations, 1);
    EXPECT_EQ(meeting().registrations[0].people, 3);
    EXPECT_THAT(report.notices, ElementsAre("lijst.csv:4:1: looks like a total, and was passed over"));
    report = base_.import_meeting(najaar, list("sep=,\ngemeente,aantal\nZeist,4\n,4\n\n"));
    EXPECT_EQ(meeting().registrations[0].people, 4);
    EXPECT_THAT(report.notices, ElementsAre(HasSubstr("lijst.csv:4:1: looks like a total")));
    // Above other rows a number is somebody of whom the municipality was forgotten; a code is no total.
    EXPECT_THAT(refused(list("gemeente,aantal\n,4\nZeist,4\n")), HasSubstr("lijst.csv:2:1"));
    EXPECT_EQ(base_.import_meeting(najaar, list("gemeente,aantal\n355,\n")).registrations, 1);
    report = base_.import_meeting(najaar, list("gemeente,aantal\n"));
    EXPECT_EQ(report.registrations, 0);
    EXPECT_THAT(report.notices, ElementsAre("lijst.csv: has a head and no rows: the list is empty"));
    EXPECT_THAT(refused(list("sep=;\n")), HasSubstr("empty"));
}

TEST_F(MeetingLists, WhoIsNoMunicipalityAndAMunicipalityOfWhichItIsNotClearWhoSpokeGetAnAnswerThatFits) {
    base_.add(Organisation{
        Id<Organisation>("ovw"), "Omgevingsdienst West", "", "", {AudienceKind::everyone, {}, {}}, {}});
    base_.commit();
    for (const char* guest :
         {"VNG", "JenV", "CCV", "Politie", "politie Midden-Nederland", "Omgevingsdienst West"}) {
        const std::string said = refused(list("gemeente\n" + std::string(guest) + "\n"));
        EXPECT_THAT(said, HasSubstr("is no municipality")) << guest;
        EXPECT_THAT(said, HasSubstr("leave the row out: only what municipalities did is kept")) << guest;
    }
    MeetingFiles files;
    files.ratings = file("cijfers.csv", "spreker,agendapunt,cijfer\nZeist,1,4\nZiest,1,4\n");
    const std::string said = refused(files);
    EXPECT_THAT(said, HasSubstr("'Zeist' is a municipality with speakers on record"));
    EXPECT_THAT(said, HasSubstr("who spoke: s-1, or the municipality itself: GM0355"));
    EXPECT_THAT(said, HasSubstr("'Ziest' is no speaker that is known"));
}

}  // namespace
}  // namespace m150::testing
