#include "libm150/match/ask.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

Snapshot world_snapshot(std::uint64_t seed) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    WorldOptions open;
    open.all_audiences = false;
    fill(base, make_world(seed, open));
    return base.snapshot();
}

Reply ask_text(const Snapshot& now, const std::string& text, std::size_t limit = 10) {
    AskOptions options;
    options.text = text;
    options.limit = limit;
    return ask(now, options);
}

// A base in which one pair says what one municipality knows.
KnowledgeBase bodycam_base() {
    KnowledgeBase base = KnowledgeBase::in_memory();
    for (const char* code : {"GM0355", "GM0307", "GM0310"}) {
        Municipality municipality;
        municipality.id = Id<Municipality>(code);
        municipality.name = code;
        municipality.province = "Utrecht";
        base.add(municipality);
    }
    Topic bodycams;
    bodycams.id = Id<Topic>("bodycams");
    bodycams.preferred_label = "Bodycams";
    bodycams.alternative_labels = {"lichaamscamera"};
    base.add(bodycams);
    Question question;
    question.id = Id<Question>("v-1");
    question.asked_by = Id<Municipality>("GM0355");
    question.date = Date(2026, 3, 2);
    question.title = "Bodycams bij horecacontroles";
    question.text = "Mag een boa een bodycam dragen in de horeca?";
    question.topics = {bodycams.id};
    base.add(question);
    Answer answer;
    answer.id = Id<Answer>("a-1");
    answer.question = question.id;
    answer.by = Id<Municipality>("GM0307");
    answer.date = Date(2026, 3, 4);
    answer.text = "Ja, met een protocol en een goede uitleg aan de ondernemers.";
    answer.accepted = true;
    base.add(answer);
    base.commit();
    return base;
}

TEST(Ask, FindsThePairAndWhoKnows) {
    const KnowledgeBase base = bodycam_base();
    const Snapshot now = base.snapshot();
    AskOptions options;
    options.text = "Mogen onze boa's een bodycam dragen bij horecacontroles?";
    options.asked_by = Id<Municipality>("GM0355");
    const Reply reply = ask(now, options);
    ASSERT_EQ(reply.answers.size(), 1U);
    EXPECT_EQ(reply.answers[0].question.id.str(), "v-1");
    ASSERT_EQ(reply.answers[0].answers.size(), 1U);
    EXPECT_FALSE(reply.answers[0].snippet.matches.empty());
    ASSERT_FALSE(reply.municipalities.empty());
    EXPECT_EQ(reply.municipalities[0].municipality.str(), "GM0307");
    EXPECT_TRUE(std::none_of(reply.municipalities.begin(), reply.municipalities.end(),
                             [](const Knower& knower) { return knower.municipality.str() == "GM0355"; }));
    EXPECT_GT(reply.confidence, ask_text(now, "Hoe lang mag een zwembad open zijn?").confidence);
}

// The question of one municipality ran into the answer of another, within one pair of quotes.
TEST(Ask, ASnippetIsOfOneTextTheOneThatShowsMost) {
    KnowledgeBase base = bodycam_base();
    Question question;
    question.id = Id<Question>("v-8");
    question.date = Date(2026, 4, 1);
    question.text = "Wie heeft ervaring met nachtvissers?";
    question.audience = {AudienceKind::everyone, {}, {}};
    base.add(question);
    Answer answer;
    answer.id = Id<Answer>("a-8");
    answer.question = question.id;
    answer.by = Id<Municipality>("GM0307");
    answer.date = Date(2026, 4, 2);
    answer.text = "Wij plaatsten borden bij de steiger.";
    answer.audience = {AudienceKind::everyone, {}, {}};
    base.add(answer);
    answer.id = Id<Answer>("a-9");
    answer.text = "Nachtvissers lieten bij ons afval achter op de steiger.";
    base.add(answer);
    base.commit();
    const auto snippet_of = [&](const std::string& text) {
        const Reply reply = ask_text(base.snapshot(), text);
        EXPECT_EQ(reply.answers.at(0).question.id.str(), "v-8") << text;
        return reply.answers.at(0).snippet;
    };
    const Snippet steiger = snippet_of("borden op een steiger");
    EXPECT_EQ(steiger.of, "a-8");
    EXPECT_EQ(steiger.text, "Wij plaatsten borden bij de steiger.");
    EXPECT_EQ(snippet_of("nachtvissers laten afval achter").of, "a-9");
    EXPECT_EQ(snippet_of("nachtvissers").of, "v-8") << "of equals the question";
    EXPECT_EQ(snippet_of("ervaring met nachtvissers").text, question.text);
}

TEST(Ask, AnotherLabelOfATopicFindsIt) {
    const KnowledgeBase base = bodycam_base();
    const Reply reply = ask_text(base.snapshot(), "lichaamscamera");
    ASSERT_EQ(reply.answers.size(), 1U);
    EXPECT_TRUE(std::any_of(reply.understood.terms.begin(), reply.understood.terms.end(),
                            [](const QueryTerm& term) { return term.via == "bodycams"; }));
}

TEST(Ask, ScoresAreTheSumsOfTheirReasons) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Snapshot now = world_snapshot(seed);
        for (const char* text : {"bodycams bij controle", "vuurwerk overlast parkeren", "ondermijning"}) {
            const Reply reply = ask_text(now, text);
            for (const FoundAnswer& found : reply.answers)
                EXPECT_LE(reason_error(found.score, found.reasons), 1e-9);
            for (const Knower& knower : reply.municipalities)
                EXPECT_LE(reason_error(knower.score, knower.reasons), 1e-9);
            const auto descending = [](const auto& list) {
                return std::is_sorted(list.begin(), list.end(),
                                      [](const auto& a, const auto& b) { return a.score > b.score + 1e-12; });
            };
            EXPECT_TRUE(descending(reply.answers));
            EXPECT_TRUE(descending(reply.municipalities));
            EXPECT_FALSE(reply.answers.empty());
        }
    }
}

TEST(Ask, ASmallerLimitGivesTheFirstOfALargerOne) {
    const Snapshot now = world_snapshot(2);
    const Reply many = ask_text(now, "bodycams vergunning", 50);
    const Reply few = ask_text(now, "bodycams vergunning", 3);
    ASSERT_EQ(few.municipalities.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(few.municipalities[i].municipality, many.municipalities[i].municipality);
}

TEST(Ask, FreshAndAcceptedAnswersCountForMore) {
    const auto score_of_answerer = [](Date date, bool accepted) {
        KnowledgeBase base = bodycam_base();
        Answer answer = base.snapshot().pair(Id<Question>("v-1"))->answers.front();
        answer.date = date;
        answer.accepted = accepted;
        base.replace(answer);
        base.commit();
        SnapshotOptions options;
        options.as_of = Date(2028, 1, 1);
        return ask_text(base.snapshot(options), "bodycam in de horeca").municipalities.front().score;
    };
    EXPECT_GT(score_of_answerer(Date(2027, 12, 1), false), score_of_answerer(Date(2026, 3, 4), false));
    EXPECT_GT(score_of_answerer(Date(2026, 3, 4), true), score_of_answerer(Date(2026, 3, 4), false));
}

TEST(Ask, AnOutdatedAnswerIsNoExpertise) {
    KnowledgeBase base = bodycam_base();
    Answer answer = base.snapshot().pair(Id<Question>("v-1"))->answers.front();
    answer.status = AnswerStatus::outdated;
    base.replace(answer);
    base.commit();
    EXPECT_TRUE(ask_text(base.snapshot(), "bodycam in de horeca").municipalities.empty());
}

TEST(Ask, WhoOnlyAsksKnowsNothing) {
    KnowledgeBase base = bodycam_base();
    Question question = base.snapshot().pair(Id<Question>("v-1"))->question;
    question.id = Id<Question>("v-2");
    question.asked_by = Id<Municipality>("GM0310");
    base.add(question);
    base.commit();
    for (const Knower& knower : ask_text(base.snapshot(), "bodycam in de horeca").municipalities) {
        EXPECT_NE(knower.municipality.str(), "GM0310");
    }
}

TEST(Ask, NarrowsByTopicPeriodAndProvince) {
    const KnowledgeBase base = bodycam_base();
    const Snapshot now = base.snapshot();
    AskOptions options;
    options.text = "bodycam";
    options.from = Date(2026, 4, 1);
    EXPECT_TRUE(ask(now, options).answers.empty());
    options.from = Date(2026, 1, 1);
    options.provinces = {"Utrecht"};
    options.topics = {Id<Topic>("bodycams")};
    EXPECT_EQ(ask(now, options).answers.size(), 1U);
}

// Brielle asked and answered in 2022, and merged into Voorne aan Zee on 1 January 2023.
TEST(Ask, NarrowingFindsWhatMergedMunicipalitiesAskedAndAnswered) {
    KnowledgeBase base = bodycam_base();
    Municipality voorne;
    voorne.id = Id<Municipality>("GM1992");
    voorne.name = "Voorne aan Zee";
    voorne.province = "Zuid-Holland";
    voorne.valid_from = Date(2023, 1, 1);
    base.add(voorne);
    Municipality brielle;
    brielle.id = Id<Municipality>("GM0501");
    brielle.name = "Brielle";
    brielle.province = "Zuid-Holland";
    brielle.valid_to = Date(2022, 12, 31);
    brielle.successor = voorne.id;
    base.add(brielle);
    Network network;
    network.id = Id<Network>("M150");
    network.name = "M150";
    network.members.push_back({voorne.id, false, {}, {}});
    base.add(network);
    Pair pair = *base.snapshot().pair(Id<Question>("v-1"));
    pair.question.id = Id<Question>("v-2");
    pair.question.asked_by = brielle.id;
    pair.question.date = pair.answers[0].date = Date(2022, 3, 1);
    pair.answers[0].id = Id<Answer>("a-2");
    pair.answers[0].question = pair.question.id;
    pair.answers[0].by = brielle.id;
    base.add(pair.question);
    base.add(pair.answers[0]);
    base.commit();
    const Snapshot now = base.snapshot();
    const auto found = [&](auto narrow) {
        AskOptions options;
        options.text = "bodycam";
        narrow(options);
        std::vector<std::string> ids;
        const Reply reply = ask(now, options);
        for (const FoundAnswer& answer : reply.answers)
            ids.push_back(answer.question.id.str());
        for (const Knower& knower : reply.municipalities)
            ids.push_back(knower.municipality.str());
        return ids;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(found([](AskOptions& o) { o.provinces = {"Zuid-Holland"}; }), (Ids{"v-2", "GM1992"}));
    EXPECT_EQ(found([](AskOptions& o) { o.networks = {Id<Network>("M150")}; }), (Ids{"v-2", "GM1992"}));
    EXPECT_EQ(found([](AskOptions& o) { o.provinces = {"Utrecht"}; }), (Ids{"v-1", "GM0307"}));
}

TEST(Ask, QuestionsThatCannotBePutAreRefusedAtOnce) {
    const KnowledgeBase base = bodycam_base();
    const Snapshot now = base.snapshot();
    const auto refused = [&](auto change) {
        AskOptions options;
        options.text = "bodycam";
        change(options);
        EXPECT_THROW(ask(now, options), InvalidInput);
    };
    refused([](AskOptions& o) { o.text = " \n"; });
    refused([](AskOptions& o) { o.text = std::string("a\0b", 3); });
    refused([](AskOptions& o) { o.text = "\xff"; });
    refused([](AskOptions& o) { o.text = std::string(max_text_bytes + 1, 'a'); });
    refused([](AskOptions& o) { o.limit = 0; });
    refused([](AskOptions& o) { o.asked_by = Id<Municipality>("GM0001"); });
    refused([](AskOptions& o) { o.topics = {Id<Topic>("bodycam")}; });
    refused([](AskOptions& o) { o.provinces = {"Utrech"}; });
    refused([](AskOptions& o) { o.from = Date(2026, 2, 1), o.to = Date(2026, 1, 1); });
    try {
        AskOptions options;
        options.text = "";
        options.limit = 0;
        options.topics = {Id<Topic>("bodycam")};
        ask(now, options);
        FAIL() << "not refused";
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.problems().size(), 3U);
        EXPECT_NE(std::string(error.what()).find("did you mean bodycams?"), std::string::npos);
    }
}

TEST(Ask, OddQuestionsAreAnswered) {
    const KnowledgeBase base = bodycam_base();
    const Snapshot now = base.snapshot();
    const Reply nothing = ask_text(now, "en of de het een");
    EXPECT_TRUE(nothing.answers.empty());
    EXPECT_EQ(nothing.confidence, 0.0);
    ASSERT_EQ(nothing.notices.size(), 1U);
    EXPECT_EQ(nothing.notices[0].code, "nothing-to-search-for");
    EXPECT_NE(explain(now, nothing.notices[0], TextLanguage::en).find("put it with a noun"),
              std::string::npos);
    EXPECT_NO_THROW(ask_text(now, std::string(10000, 'a')));
    std::string long_text;
    while (long_text.size() < 900000)
        long_text += "bodycam in de horeca, ";
    EXPECT_EQ(ask_text(now, long_text).answers.size(), 1U);
    EXPECT_TRUE(ask_text(KnowledgeBase::in_memory().snapshot(), "bodycam").answers.empty());
}

TEST(Ask, SaysWhatToMakeOfItsConfidence) {
    EXPECT_EQ(verdict_of(0.5), Verdict::likely);
    EXPECT_EQ(verdict_of(0.499), Verdict::perhaps);
    EXPECT_EQ(verdict_of(0.25), Verdict::perhaps);
    EXPECT_EQ(verdict_of(0.249), Verdict::nobody);
    EXPECT_EQ(explain(Verdict::likely), "er is waarschijnlijk al een antwoord");
    EXPECT_EQ(explain(Verdict::perhaps), "misschien is er al een antwoord");
    EXPECT_EQ(explain(Verdict::perhaps, TextLanguage::en), "there may be an answer");
    EXPECT_EQ(explain(Verdict::nobody), "waarschijnlijk weet nog niemand dit");
    const KnowledgeBase base = bodycam_base();
    SnapshotOptions strict;
    strict.options.emplace();
    strict.options->verdict = {1.0, 0.0};
    EXPECT_EQ(ask_text(base.snapshot(strict), "bodycam").verdict, Verdict::perhaps);
    EXPECT_EQ(ask_text(base.snapshot(), "wat is het dat de").verdict, Verdict::nobody);
}

}  // namespace
}  // namespace m150::testing
