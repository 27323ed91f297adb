// Municipalities of which nothing is known yet.
#include <gtest/gtest.h>

#include "libm150/m150.hpp"
#include "tests/support/world.hpp"

namespace m150::testing {
namespace {

AskOptions about(const std::string& text) {
    AskOptions options;
    options.text = text;
    options.limit = 100;
    return options;
}

double share(const Knower& knower, std::string_view code) {
    double sum = 0.0;
    for (const Reason& reason : knower.reasons)
        sum += reason.code == code ? reason.share : 0.0;
    return sum;
}

// Six municipalities of one kind and one quite different; the first five answer, the sixth never did
// anything.
TEST(ColdStart, OfWhoHasShownNothingThoseLikeItSpeak) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const auto id_of = [](int i) { return Id<Municipality>("GM000" + std::to_string(i)); };
    for (int i = 1; i <= 7; ++i) {
        Municipality one;
        one.id = id_of(i);
        one.name = "Gemeente " + std::to_string(i);
        one.inhabitants = {{2024, i == 7 ? 800'000 : 40'000 + 100 * i}};
        one.urbanity = i == 7 ? 1 : 3;
        one.province = i == 7 ? "Zuid-Holland" : "Utrecht";
        base.add(one);
    }
    Topic topic;
    topic.id = Id<Topic>("bodycams");
    topic.preferred_label = "Bodycams";
    base.add(topic);
    const auto answered = [&](int i) {
        Question question;
        question.id = Id<Question>("v-" + std::to_string(i));
        question.date = Date(2024, 1, i);
        question.title = "Mag een boa een bodycam dragen?";
        question.topics = {topic.id};
        question.audience = {AudienceKind::everyone, {}, {}};
        base.add(question);
        Answer answer;
        answer.id = Id<Answer>("a-" + std::to_string(i));
        answer.question = question.id;
        answer.by = id_of(i);
        answer.date = question.date;
        answer.text = "Ja.";
        answer.audience = question.audience;
        base.add(answer);
    };
    for (int i = 1; i <= 5; ++i)
        answered(i);
    base.commit();
    const auto found = who_knows(base.snapshot(), about("bodycam"));
    ASSERT_EQ(found.size(), 7u);
    const Knower* sixth = nullptr;
    for (const Knower& knower : found)
        sixth = knower.municipality == id_of(6) ? &knower : sixth;
    ASSERT_NE(sixth, nullptr);
    EXPECT_GE(sixth - found.data(), 5) << "those who have shown it come first";
    EXPECT_LT(sixth->confidence, 0.3);
    EXPECT_LT(sixth->score, found[4].score / 2);
    EXPECT_GT(share(*sixth, "alike-know"), 0.0);
    EXPECT_EQ(sixth->reasons[0].value("municipality"), "GM0005") << "the one most like it";
    EXPECT_LE(reason_error(sixth->score, sixth->reasons), 1e-9);

    answered(6);  // one answer counts at once
    base.commit();
    const auto later = who_knows(base.snapshot(), about("bodycam"));
    EXPECT_EQ(later.front().municipality, id_of(6)) << "the freshest";
    EXPECT_EQ(share(later.front(), "alike-know"), 0.0);

    SnapshotOptions without;
    without.options = base.options();
    without.options->knowers.alike = 0.0;
    EXPECT_EQ(who_knows(base.snapshot(without), about("bodycam")).size(), 6u);
}

// Two municipalities alike: the first answered on bodycams, of the second there is what a test adds.
class OfTwoAlike : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const auto& id : {knows, second}) {
            Municipality one;
            one.id = id;
            one.name = id.str();
            one.inhabitants = {{2024, 40'000}};
            one.urbanity = 3;
            one.province = "Utrecht";
            base_.add(one);
        }
        for (const char* id : {"bodycams", "vuurwerk"}) {
            Topic topic;
            topic.id = Id<Topic>(id);
            topic.preferred_label = id;
            base_.add(topic);
        }
        ask("v-1", knows, bodycams);
        Answer answer;
        answer.id = Id<Answer>("a-1");
        answer.question = Id<Question>("v-1");
        answer.by = knows;
        answer.date = day;
        answer.text = "Ja.";
        answer.audience = {AudienceKind::everyone, {}, {}};
        base_.add(answer);
    }
    void ask(const char* id, const Id<Municipality>& by, const Id<Topic>& topic) {
        Question question;
        question.id = Id<Question>(id);
        question.asked_by = by;
        question.date = day;
        question.title = topic == bodycams ? "Mag een boa een bodycam dragen?" : "Vuurwerk in de wijk";
        question.topics = {topic};
        question.audience = {AudienceKind::everyone, {}, {}};
        base_.add(question);
    }
    void says(const char* id, const Id<Topic>& topic, int needs, int offers) {
        base_.add(
            InventoryResponse{Id<InventoryResponse>(id), second, topic, needs, offers, day, "", {}, {}});
    }
    // What is said of the second one; empty: it is not named.
    std::string said(TextLanguage language = TextLanguage::nl) {
        base_.commit();
        const Snapshot now = base_.snapshot();
        for (const Knower& knower : who_knows(now, about("bodycam"))) {
            if (knower.municipality == second) return explain(now, knower.reasons.at(0), language);
        }
        return "";
    }

    const Id<Municipality> knows = Id<Municipality>("GM0001"), second = Id<Municipality>("GM0002");
    const Id<Topic> bodycams = Id<Topic>("bodycams"), vuurwerk = Id<Topic>("vuurwerk");
    const Date day = Date(2024, 1, 1);
    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

TEST_F(OfTwoAlike, OfWhomNothingIsHeardThatIsSaid) {
    EXPECT_EQ(said(), "Liet nog niets van zich weten; gemeenten die erop lijken weten hiervan, zoals GM0001");
}

TEST_F(OfTwoAlike, WhoAskedItIsNotSaidToKnow) {
    ask("v-2", second, bodycams);
    EXPECT_EQ(said(), "");
}

TEST_F(OfTwoAlike, WhoNeedsItOrOffersNothingIsNotSaidToKnow) {
    says("i-1", bodycams, 3, 0);
    EXPECT_EQ(said(), "");
    base_.remove(Id<InventoryResponse>("i-1"));
    EXPECT_NE(said(), "");
    says("i-1", bodycams, 0, 0);
    EXPECT_EQ(said(), "");
}

TEST_F(OfTwoAlike, WhoDeclinedItIsNotSaidToKnow) {
    Outcome outcome;
    outcome.id = Id<Outcome>("o-1");
    outcome.asked = outcome.date = day;
    outcome.topics = {bodycams};
    outcome.kind = OutcomeKind::declined;
    outcome.municipality = second;
    base_.add(outcome);
    EXPECT_EQ(said(), "");
}

TEST_F(OfTwoAlike, WhoSpokeOnSomethingElseIsNotSaidToHaveBeenSilent) {
    ask("v-2", second, vuurwerk);
    says("i-1", vuurwerk, 3, 0);
    EXPECT_EQ(said(), "Liet hierover nog niets weten; gemeenten die erop lijken weten hiervan, zoals GM0001");
    EXPECT_EQ(said(TextLanguage::en),
              "Has shown nothing on this yet; municipalities like it know about it, such as GM0001");
}

// Of whoever is named by likeness on the example network no record tells anything on the question's topic.
TEST(ColdStart, OnTheExampleNetworkNobodyIsNamedAgainstItsOwnWords) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(std::string(M150_SOURCE_DIR) + "/examples/network");
    base.commit();
    const Snapshot now = base.snapshot();
    AskOptions question = about("Mogen onze boa's een bodycam dragen?");
    question.limit = 400;
    question.about = {Id<Topic>("bodycams")};
    std::size_t silent = 0, on_other_things = 0;
    for (const Knower& knower : who_knows(now, question)) {
        const std::string& code = knower.reasons.at(0).code;
        if (!code.starts_with("alike-know")) continue;
        EXPECT_FALSE(now.is_heard_of(now.number_of(knower.municipality), now.number_of(question.about[0])));
        EXPECT_EQ(now.is_heard_of(now.number_of(knower.municipality)), code == "alike-know-topic");
        EXPECT_NE(knower.municipality.str(), "GM0489") << "Barendrecht asked it";
        ++(code == "alike-know" ? silent : on_other_things);
    }
    EXPECT_GT(silent, 0U);
    EXPECT_GT(on_other_things, 0U);
}

}  // namespace
}  // namespace m150::testing
