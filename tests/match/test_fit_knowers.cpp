#include "libm150/match/fit_knowers.hpp"

#include <gtest/gtest.h>

#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

const char* const words[] = {"bodycam", "fatbike", "vuurwerk", "zwerfafval", "parkeren", "hondenpoep"};

// A past in which each of six municipalities answers questions on a thing of its own, and `busy` one of them
// also half of all others.
KnowledgeBase past(bool busy, std::size_t questions = 120) {
    KnowledgeBaseOptions options;
    options.knowers.anybody = true;  // or there would be nobody to tell the one who answered from
    KnowledgeBase base = KnowledgeBase::in_memory(options);
    for (int i = 0; i < 8; ++i) {
        Municipality municipality;
        municipality.id = Id<Municipality>("GM000" + std::to_string(i + 1));
        municipality.name = municipality.id.str();
        base.add(municipality);
    }
    Random random(3);
    for (std::size_t q = 0; q < questions; ++q) {
        const std::size_t thing = random.below(6);
        Question question;
        question.id = Id<Question>("v-" + std::to_string(1000 + q));
        question.asked_by = Id<Municipality>("GM0008");
        question.date = Date(2024, 1, 1).plus_days(static_cast<std::int32_t>(5 * q));
        question.title = std::string("Wat doen jullie met ") + words[thing] + "?";
        question.audience = {AudienceKind::everyone, {}, {}};
        base.add(question);
        const bool other = busy && random.chance(0.7);
        Answer answer;
        answer.id = Id<Answer>("a-" + std::to_string(1000 + q));
        answer.question = question.id;
        answer.by = Id<Municipality>("GM000" + std::to_string(other ? 7 : thing + 1));
        answer.date = question.date;
        answer.text = "Wij houden toezicht.";
        answer.audience = question.audience;
        base.add(answer);
    }
    base.commit();
    return base;
}

TEST(FitKnowers, LearnsWhatTheAnswersCameFrom) {
    const KnowledgeBase base = past(false);
    const FittedKnowers fitted = fit_knowers(base);
    EXPECT_TRUE(fitted.converged);
    EXPECT_GT(fitted.questions, 60U);
    EXPECT_LT(fitted.loss, 0.5 * fitted.loss_of_none);
    EXPECT_LE(fitted.loss, fitted.loss_before);
    // Who answers is told by what they answered before, and not by how much.
    const KnowerOptions& knowers = fitted.options.knowers;
    EXPECT_GT(knowers.votes + knowers.profile, 4 * (knowers.active + knowers.steady));
    // And nothing else was touched.
    KnowledgeBaseOptions untouched = fitted.options;
    untouched.knowers = base.options().knowers;
    EXPECT_EQ(untouched, base.options());
}

TEST(FitKnowers, LearnsThatTheBusyAnswer) {
    const KnowerOptions calm = fit_knowers(past(false)).options.knowers;
    const KnowerOptions busy = fit_knowers(past(true)).options.knowers;
    EXPECT_GT(busy.active + busy.steady, calm.active + calm.steady);
}

TEST(FitKnowers, TheSamePastGivesTheSameBits) {
    EXPECT_EQ(fit_knowers(past(true)).options, fit_knowers(past(true)).options);
}

TEST(FitKnowers, LooksAtNothingThatCameLater) {
    // The last question is only asked, never known: who answered it has no part in what is found for it.
    FitKnowersOptions options;
    options.windows = 1;
    options.horizon = 0.01;
    const KnowledgeBase base = past(false, 100);
    KnowledgeBase other = past(false, 100);
    Answer last = other.snapshot().pair(Id<Question>("v-1099"))->answers.front();
    last.text = "bodycam fatbike vuurwerk zwerfafval";
    other.replace(last);
    other.commit();
    EXPECT_EQ(fit_knowers(base, options).options, fit_knowers(other, options).options);
    EXPECT_EQ(fit_knowers(base, options).questions, 1U);
}

TEST(FitKnowers, ChoosesAmongHalfLivesByTheLoss) {
    FitKnowersOptions options;
    options.half_lives = {30, 730};
    const KnowledgeBase base = past(true);
    const FittedKnowers chosen = fit_knowers(base, options);
    for (const double half_life : options.half_lives) {
        FitKnowersOptions one;
        one.half_lives = {half_life};
        EXPECT_LE(chosen.loss, fit_knowers(base, one).loss);
    }
}

TEST(FitKnowers, AsksNoMoreThanItMay) {
    FitKnowersOptions options;
    options.most = 10;
    EXPECT_LE(fit_knowers(past(false), options).questions, 10U);
    EXPECT_GE(fit_knowers(past(false), options).questions, 8U);
}

TEST(FitKnowers, CanBeStoppedAndRefusesWhatTeachesNothing) {
    FitKnowersOptions options;
    options.progress = [](const Progress&) { return false; };
    EXPECT_THROW(fit_knowers(past(false), options), InvalidInput);
    EXPECT_THROW(fit_knowers(KnowledgeBase::in_memory()), InvalidInput);
    EXPECT_THROW(fit_knowers(past(false, 1)), InvalidInput);  // nothing was known before it
    const auto refused = [](auto change) {
        FitKnowersOptions wrong;
        change(wrong);
        EXPECT_THROW(fit_knowers(KnowledgeBase::in_memory(), wrong), InvalidInput);
    };
    refused([](FitKnowersOptions& o) { o.windows = 0; });
    refused([](FitKnowersOptions& o) { o.horizon = 1.0; });
    refused([](FitKnowersOptions& o) { o.step = 0.0; });
    refused([](FitKnowersOptions& o) { o.half_lives = {0.0}; });
    refused([](FitKnowersOptions& o) { o.ridge = 0.0; });
}

}  // namespace
}  // namespace m150::testing
