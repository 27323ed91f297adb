#include "libm150/match/understood.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Understood, EachNoteIsASentenceInTwoLanguages) {
    QueryNote note{QueryNote::Kind::correction, "handhavign", "handhaving", 1.0, {}, {}};
    EXPECT_EQ(explain(note), "“handhavign” gelezen als “handhaving”");
    EXPECT_EQ(explain(note, TextLanguage::en), "“handhavign” read as “handhaving”");
    note.share = 0.6;
    EXPECT_EQ(explain(note), "“handhavign” gelezen als “handhaving” (60%)");
    note = {QueryNote::Kind::suggestion, "Veenendal", "Veenendaal", 1.0, {}, {}};
    EXPECT_EQ(explain(note), "“Veenendal”: bedoelde u Veenendaal?");
    note = {QueryNote::Kind::abbreviation, "BOT",    "bedrijfsopvangteam", 1.0,
            {"agressie", "nazorg"},        "records"};
    EXPECT_EQ(
        explain(note),
        "“BOT” gelezen als bedrijfsopvangteam, vanwege “agressie”, “nazorg” (zo uitgelegd in het netwerk)");
    note = {QueryNote::Kind::synonym, "vuilnis", "afval, huisvuil", 1.0, {}, "table"};
    EXPECT_EQ(explain(note), "“vuilnis”: ook gezocht op afval, huisvuil (woordenlijst)");
    note = {QueryNote::Kind::topic, "ontheffing", "Verkeer", 1.0, {}, "topic"};
    EXPECT_EQ(explain(note), "“ontheffing”: ook gezocht op het onderwerp Verkeer en de andere namen daarvan");
    EXPECT_EQ(explain(note, TextLanguage::en),
              "“ontheffing”: also looked for the topic Verkeer and the other names it goes by");
    note = {QueryNote::Kind::abbreviation, "GAS", "gas", 0.5, {}, "word"};
    EXPECT_EQ(explain(note), "“GAS” gelezen als gas (50%) (het gewone woord)");
    note = {QueryNote::Kind::synonym, "vuilnis", "afval, huisvuil", 1.0, {}, "table"};
    Query query;
    query.notes = {note};
    query.ignored = {"de", "van"};
    EXPECT_THAT(explain_all(query), ElementsAre(explain(note), "Niet op gezocht: “de”, “van”"));
}

TEST(Understood, AnAnswerFoundByAnotherWordSaysSoInItsReasons) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    Question question;
    question.id = Id<Question>("v-1");
    question.date = Date(2026, 3, 1);
    question.text = "Wie belt het bedrijfsopvangteam na een incident?";
    question.audience = {AudienceKind::everyone, {}, {}};
    base.add(question);
    question.id = Id<Question>("v-2");
    question.text = "Hoe organiseren jullie de parkeercontrole op zaterdag?";
    base.add(question);
    base.commit();
    const Snapshot now = base.snapshot();
    const auto found = [&](const std::string& text) {
        AskOptions options;
        options.text = text;
        return ask(now, options);
    };
    const Reply bot = found("Heeft iemand een BOT na agressie?");
    ASSERT_FALSE(bot.answers.empty());
    EXPECT_EQ(bot.answers[0].question.id.str(), "v-1");
    EXPECT_LE(reason_error(bot.answers[0].score, bot.answers[0].reasons), 1e-9);
    EXPECT_THAT(explain_all(now, bot.answers[0].reasons),
                HasSubstr("bedrijfsopvangteam, vanwege “agressie”"));
    const Reply slip = found("parkeercontrolle");
    ASSERT_FALSE(slip.answers.empty());
    EXPECT_EQ(slip.answers[0].question.id.str(), "v-2");
    EXPECT_THAT(explain_all(now, slip.answers[0].reasons),
                HasSubstr("“parkeercontrolle”, gelezen als “parkeercontrole”"));
    EXPECT_THAT(explain_all(slip.understood),
                ElementsAre("“parkeercontrolle” gelezen als “parkeercontrole”"));
}

}  // namespace
}  // namespace m150::testing
