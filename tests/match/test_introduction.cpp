// The letter to two municipalities: what it says, and that it names nothing that one of them may not see.
#include "libm150/match/introduction.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

const Audience open{AudienceKind::everyone, {}, {}};
const Id<Municipality> zeist("GM0355"), soest("GM0342");
const Id<Topic> bodycams("bodycams"), afval("afval");

class Letters : public ::testing::Test {
  protected:
    Letters() {
        for (const auto& [id, name] : {std::pair{zeist, "Zeist"}, {soest, "Soest"}}) {
            Municipality one;
            one.id = id;
            one.name = name;
            one.safety_region = "Utrecht";
            one.inhabitants[2026] = 50000;
            one.urbanity = 2;
            one.audience = open;
            base_.add(one);
        }
        base_.add(Topic{bodycams, "Bodycams", {}, {}, {}, "", open, {}});
        base_.add(Topic{afval, "Afval en zwerfafval", {}, {}, {}, "", open, {}});
        asks("v-1", zeist, bodycams, Date(2026, 3, 2), "Mag een boa een bodycam dragen?", open);
        answers("a-1", "v-0", soest, bodycams, "Bodycams in de horeca", open);
    }

    void asks(const char* id, const Id<Municipality>& who, const Id<Topic>& topic, Date date,
              const char* title, const Audience& audience) {
        Question question;
        question.id = Id<Question>(id);
        question.asked_by = who;
        question.date = date;
        question.title = title;
        question.topics = {topic};
        question.audience = audience;
        base_.add(question);
    }

    void answers(const char* id, const char* question_id, const Id<Municipality>& who, const Id<Topic>& topic,
                 const char* title, const Audience& audience) {
        Question question;
        question.id = Id<Question>(question_id);
        question.date = Date(2026, 1, 5);
        question.title = title;
        question.text = "Hoe doen jullie dat?";
        question.topics = {topic};
        question.audience = open;
        base_.add(question);
        Answer answer;
        answer.id = Id<Answer>(id);
        answer.question = question.id;
        answer.by = who;
        answer.date = Date(2026, 1, 20);
        answer.text = "Zo.";
        answer.audience = audience;
        base_.add(answer);
    }

    void says(const char* id, const Id<Municipality>& who, const Id<Topic>& topic, int needs, int offers,
              const Audience& audience) {
        base_.add(InventoryResponse{
            Id<InventoryResponse>(id), who, topic, needs, offers, Date(2026, 2, 1), "", audience, {}});
    }

    Introduction letter(TextLanguage language = TextLanguage::nl) {
        base_.commit();
        now_.emplace(base_.snapshot());
        ConnectOptions options;
        options.municipality = zeist;
        const Connections found = connect(*now_, options);
        EXPECT_EQ(found.size(), 1U);
        return introduction(*now_, found.front(), {language, "AVH"});
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
    std::optional<Snapshot> now_;
};

TEST_F(Letters, AQuestionThatWasHelpedIsNotCalledOpen) {
    asks("v-2", zeist, bodycams, Date(2026, 2, 2), "Wat kost een bodycam?", open);
    EXPECT_EQ(letter().question, Id<Question>("v-1"));
    Outcome outcome;
    outcome.question = Id<Question>("v-1");
    outcome.date = Date(2026, 3, 5);
    outcome.kind = OutcomeKind::passed_on;
    outcome.municipality = soest;
    base_.record_outcome(outcome);
    EXPECT_EQ(letter().question, Id<Question>("v-1")) << "nobody said yet what came of it";
    outcome.date = Date(2026, 3, 9);
    outcome.helpful = true;
    base_.record_outcome(outcome);
    const Introduction found = letter();
    EXPECT_EQ(found.question, Id<Question>("v-2"));
    EXPECT_EQ(found.text.find("Mag een boa een bodycam dragen?"), std::string::npos);
    outcome.question = Id<Question>("v-2");
    base_.record_outcome(outcome);
    EXPECT_FALSE(letter().question);
    EXPECT_EQ(letter().text.find("nog geen antwoord"), std::string::npos);
}

TEST_F(Letters, ReadsAsALetter) {
    says("i-1", soest, afval, 3, 0, open);
    says("i-2", zeist, afval, 0, 3, open);
    const Introduction found = letter();
    EXPECT_EQ(found.subject, "Kennismaking: Zeist en Soest over bodycams");
    EXPECT_EQ(
        found.text,
        "Beste collega's van Zeist en Soest,\n"
        "\n"
        "Graag brengen we jullie met elkaar in contact.\n"
        "\n"
        "Zeist wil hier meer over weten, en Soest heeft er ervaring mee:\n"
        "- Bodycams: Soest beantwoordde op 20 januari 2026 de vraag “Bodycams in de horeca”.\n"
        "\n"
        "Andersom kan Zeist Soest verder helpen:\n"
        "- Afval en zwerfafval: Zeist gaf in de inventarisatie van 1 februari 2026 aan hier ervaring mee te "
        "hebben.\n"
        "\n"
        "Jullie liggen in dezelfde veiligheidsregio (Utrecht), en jullie gemeenten lijken op elkaar in "
        "grootte "
        "en stedelijkheid.\n"
        "\n"
        "Om mee te beginnen: Zeist stelde op 2 maart 2026 de vraag “Mag een boa een bodycam dragen?”, en "
        "daar "
        "is nog geen antwoord op.\n"
        "\n"
        "Willen jullie samen een moment afspreken? Een half uur bellen is vaak genoeg om verder te komen. We "
        "horen graag wat het heeft opgeleverd, dan hebben anderen er ook iets aan.\n"
        "\n"
        "Met vriendelijke groet,\n"
        "AVH\n");
    EXPECT_EQ(found.question, Id<Question>("v-1"));
    EXPECT_EQ(found.topics, std::vector{bodycams});
    EXPECT_EQ(found.given_back, std::vector{afval});
    EXPECT_TRUE(found.withheld.empty());
    const std::string text = letter(TextLanguage::en).text;
    EXPECT_NE(text.find("Soest answered the question “Bodycams in de horeca” on 20 January 2026."),
              std::string::npos);
    EXPECT_TRUE(text.ends_with("Kind regards,\nAVH\n"));
}

// "when it comes to handhavingsarrangement" reads as a mistake in an English letter.
TEST_F(Letters, ALabelInAnotherLanguageIsQuotedAndSaid) {
    Outcome helped;
    helped.question = Id<Question>("v-1");
    helped.date = Date(2026, 3, 9);
    helped.kind = OutcomeKind::passed_on;
    helped.municipality = soest;
    helped.helpful = true;
    base_.record_outcome(helped);  // so that the first question is one from a template
    Introduction found = letter(TextLanguage::en);
    EXPECT_EQ(found.subject, "Introduction: Zeist and Soest on “bodycams” (Dutch term)");
    EXPECT_NE(found.text.find("\n- “Bodycams” (Dutch term): Soest answered"), std::string::npos)
        << found.text;
    EXPECT_NE(found.text.find("when it comes to “bodycams”, and"), std::string::npos) << found.text;
    says("i-1", zeist, afval, 3, 0, open);
    says("i-2", soest, afval, 0, 3, open);
    found = letter(TextLanguage::en);
    ASSERT_EQ(found.topics.size(), 2U);
    EXPECT_TRUE(found.subject.ends_with("” (Dutch terms)")) << found.subject;
    EXPECT_EQ(letter().text.find("(Engelse term"), std::string::npos) << "Dutch in a Dutch letter";
    EXPECT_EQ(letter().text.find("“Bodycams”"), std::string::npos);
}

TEST(Introductions, InALetterOfTheBasesOwnLanguageLabelsStandAsTheyAre) {
    KnowledgeBaseOptions english;
    english.index.analysis.language = Language::english;
    KnowledgeBase base = KnowledgeBase::in_memory(english);
    for (const auto& [id, name] : {std::pair{zeist, "Zeist"}, {soest, "Soest"}}) {
        Municipality one;
        one.id = id;
        one.name = name;
        one.audience = open;
        base.add(one);
    }
    base.add(Topic{bodycams, "Body cameras", {}, {}, {}, "", open, {}});
    for (const auto& [id, who, needs] : {std::tuple{"i-1", zeist, 3}, {"i-2", soest, 0}}) {
        base.add(InventoryResponse{
            Id<InventoryResponse>(id), who, bodycams, needs, 3 - needs, Date(2026, 2, 1), "", open, {}});
    }
    base.commit();
    const Snapshot now = base.snapshot();
    ConnectOptions options;
    options.municipality = zeist;
    const Connection found = connect(now, options).front();
    EXPECT_EQ(introduction(now, found, {TextLanguage::en, "AVH"}).subject,
              "Introduction: Zeist and Soest on body cameras");
    EXPECT_EQ(introduction(now, found, {TextLanguage::nl, "AVH"}).subject,
              "Kennismaking: Zeist en Soest over “body cameras” (Engelse term)");
}

TEST_F(Letters, StartsWithAQuestionFromATemplateWhenThereIsNoOpenOne) {
    answers("a-2", "v-3", soest, bodycams, "", open);
    Answer answer;
    answer.id = Id<Answer>("a-3");
    answer.question = Id<Question>("v-1");
    answer.by = soest;
    answer.date = Date(2026, 3, 3);
    answer.text = "Ja.";
    answer.audience = open;
    base_.add(answer);
    const Introduction found = letter();
    EXPECT_EQ(found.question, std::nullopt);
    EXPECT_NE(found.text.find("Een goede eerste vraag is: wat werkt in Soest op het gebied van bodycams"),
              std::string::npos)
        << found.text;
}

TEST_F(Letters, DoesNotSayWhatOneOfTheTwoMayNotSee) {
    const Audience avh{AudienceKind::avh, {}, {}};
    says("i-1", zeist, afval, 3, 0, avh);  // a need that Soest must not hear of
    says("i-2", soest, afval, 0, 3, open);
    asks("v-9", zeist, bodycams, Date(2026, 4, 1), "Vertrouwelijk over bodycams", avh);
    const Introduction found = letter();
    EXPECT_EQ(found.topics, std::vector{bodycams});
    EXPECT_EQ(found.withheld, std::vector{afval});
    EXPECT_EQ(found.question, Id<Question>("v-1"));  // the newest that both may see
    EXPECT_EQ(found.text.find("fval"), std::string::npos) << found.text;
    EXPECT_EQ(found.text.find("Vertrouwelijk"), std::string::npos);
}

TEST_F(Letters, WithNothingThatBothMaySeeItStaysALetter) {
    KnowledgeBase other = KnowledgeBase::in_memory();
    const Audience avh{AudienceKind::avh, {}, {}};
    std::swap(other, base_);
    other.commit();
    const Snapshot before = other.snapshot();
    for (const Municipality* one : before.all<Municipality>())
        base_.add(*one);
    for (const Topic* one : before.all<Topic>())
        base_.add(*one);
    says("i-1", zeist, afval, 3, 0, avh);
    says("i-2", soest, afval, 0, 3, avh);
    const Introduction found = letter();
    EXPECT_EQ(found.subject, "Kennismaking: Zeist en Soest");
    EXPECT_EQ(found.withheld, std::vector{afval});
    EXPECT_TRUE(found.topics.empty());
    EXPECT_EQ(found.text.find("fval"), std::string::npos) << found.text;
    EXPECT_NE(found.text.find("Waarover het gaat, lichten we graag zelf toe."), std::string::npos);
}

TEST_F(Letters, WhatMakesNoSenseIsRefused) {
    letter();
    Connection connection;
    connection.learner = zeist;
    connection.guide = soest;
    EXPECT_NO_THROW(introduction(*now_, connection));
    EXPECT_THROW(introduction(*now_, connection, {TextLanguage::nl, " "}), InvalidInput);
    EXPECT_THROW(introduction(*now_, connection, {TextLanguage::nl, std::string(201, 'x')}), InvalidInput);
    EXPECT_THROW(introduction(*now_, connection, {TextLanguage::nl, "\xff"}), InvalidInput);
    connection.guide = zeist;
    EXPECT_THROW(introduction(*now_, connection), InvalidInput);
    connection.guide = Id<Municipality>("GM9999");
    EXPECT_THROW(introduction(*now_, connection), InvalidInput);
}

// Every record's text holds a word of its own, so that naming one shows.
TEST(Introductions, NameOnlyRecordsThatBothMaySee) {
    std::size_t letters = 0, named = 0, withheld = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        const World world = make_world(seed);
        fill(base, world);
        const Snapshot now = base.snapshot();
        std::map<Id<Municipality>, Snapshot> seen;
        for (const Municipality& one : world.municipalities)
            seen.emplace(one.id, base.snapshot({one.id, {}, {}}));
        for (const Connection& connection : connect_all(now).connections) {
            const Introduction letter = introduction(now, connection);
            ++letters;
            withheld += letter.withheld.size();
            EXPECT_EQ(letter.topics.size() + letter.withheld.size(), connection.topics.size());
            for (const Id<Municipality>& reader : {connection.learner, connection.guide}) {
                const Snapshot& eyes = seen.at(reader);
                for (const Question& question : world.questions) {
                    if (letter.text.find(mark(question.id.str())) == std::string::npos) continue;
                    ++named;
                    EXPECT_TRUE(eyes.pair(question.id)) << question.id << " to " << reader;
                }
                for (const Id<Topic>& topic : letter.topics) {
                    const int number = eyes.number_of(topic);
                    ASSERT_GE(number, 0);
                    EXPECT_GT(eyes.graph().demand(eyes.number_of(connection.learner), number), 0.0);
                    EXPECT_GT(eyes.graph().spread_expertise(eyes.number_of(connection.guide), number), 0.0);
                }
            }
        }
    }
    EXPECT_GT(letters, 100U);
    EXPECT_GT(named, 50U);
    EXPECT_GT(withheld, 20U);
}

TEST(SeenBy, IsWhatASnapshotOfThatViewerShows) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        WorldOptions options;
        options.around = true;
        const World world = make_world(seed, options);
        fill(base, world);
        const Snapshot now = base.snapshot();
        for (const Municipality& viewer : world.municipalities) {
            const Snapshot eyes = base.snapshot({viewer.id, {}, {}});
            const auto same = [&]<class Record>(const Record& record) {
                EXPECT_EQ(now.seen_by(viewer.id, record), eyes.find(record.id) != nullptr) << record.id;
            };
            for (const auto* record : now.all<InventoryResponse>())
                same(*record);
            for (const auto* record : now.all<Speaker>())
                same(*record);
            for (const auto* record : now.all<Contact>())
                same(*record);
            for (const auto* record : now.all<WorkingGroup>())
                same(*record);
            for (const auto* record : now.all<Meeting>())
                same(*record);
            for (const Question& question : world.questions) {
                const auto pair = eyes.pair(question.id);
                EXPECT_EQ(now.seen_by(viewer.id, question), pair.has_value()) << question.id;
                for (const Answer& answer : world.answers) {
                    if (answer.question != question.id) continue;
                    const bool shown =
                        pair && std::any_of(pair->answers.begin(), pair->answers.end(),
                                            [&](const Answer& one) { return one.id == answer.id; });
                    EXPECT_EQ(now.seen_by(viewer.id, question, answer), shown) << answer.id;
                }
            }
        }
        EXPECT_FALSE(now.seen_by(Id<Municipality>("GM9999"), world.questions.front()));
    }
}

}  // namespace
}  // namespace m150::testing
