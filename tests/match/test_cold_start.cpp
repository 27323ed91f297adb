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

}  // namespace
}  // namespace m150::testing
