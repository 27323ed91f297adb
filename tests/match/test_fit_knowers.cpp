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

double loss_with(const KnowledgeBase& base, const std::vector<ParameterChoices>& choose) {
    FitKnowersOptions options;
    options.choose = choose;
    return fit_knowers(base, options).loss;
}

TEST(FitKnowers, ChoosesValuesByTheLoss) {
    FitKnowersOptions options;
    options.choose = {{"expertise.half_life_days", {30, 730}}, {"knowers.prior_answers", {0, 3, 30}}};
    options.passes = 5;
    const KnowledgeBase base = past(true);
    const FittedKnowers chosen = fit_knowers(base, options);
    const double half_life = chosen.options.expertise.half_life_days;
    const double prior = chosen.options.knowers.prior_answers;
    // No step along one of them is better, and neither is what was there.
    EXPECT_LE(chosen.loss, fit_knowers(base).loss);
    for (const double other : {30.0, 730.0}) {
        const double loss =
            loss_with(base, {{"expertise.half_life_days", {other}}, {"knowers.prior_answers", {prior}}});
        EXPECT_LE(chosen.loss, loss);
    }
    for (const double other : {0.0, 3.0, 30.0}) {
        const double loss =
            loss_with(base, {{"expertise.half_life_days", {half_life}}, {"knowers.prior_answers", {other}}});
        EXPECT_LE(chosen.loss, loss);
    }
    ASSERT_GE(chosen.tried.size(), 5U);
    EXPECT_EQ(chosen.tried[0].name, "expertise.half_life_days");
    EXPECT_EQ(chosen.tried[0].value, 30.0);
    EXPECT_EQ(chosen.tried[2].name, "knowers.prior_answers");
    // Nothing else was touched.
    KnowledgeBaseOptions untouched = chosen.options;
    untouched.knowers = base.options().knowers;
    untouched.expertise.half_life_days = base.options().expertise.half_life_days;
    EXPECT_EQ(untouched, base.options());
}

// In this past who answered is whoever answered last on the thing: an old answer is worth nothing.
TEST(FitKnowers, FindsOutThatKnowledgeAges) {
    KnowledgeBase base = past(false, 0);
    for (std::size_t q = 0; q < 240; ++q) {
        const std::size_t thing = q % 6;
        Question question;
        question.id = Id<Question>("v-" + std::to_string(1000 + q));
        question.asked_by = Id<Municipality>("GM0008");
        question.date = Date(2018, 1, 1).plus_days(static_cast<std::int32_t>(10 * q));
        question.title = std::string("Wat doen jullie met ") + words[thing] + "?";
        question.audience = {AudienceKind::everyone, {}, {}};
        base.add(question);
        Answer answer;
        answer.id = Id<Answer>("a-" + std::to_string(1000 + q));
        answer.question = question.id;
        answer.by = Id<Municipality>("GM000" + std::to_string((thing + q / 40) % 6 + 1));  // they pass it on
        answer.date = question.date;
        answer.text = "Wij houden toezicht.";
        answer.audience = question.audience;
        base.add(answer);
    }
    base.commit();
    FitKnowersOptions options;
    options.choose = {{"expertise.half_life_days", {100, 1000, 10000}}};
    EXPECT_EQ(fit_knowers(base, options).options.expertise.half_life_days, 100);
}

// A value under which next to nobody can be named makes the few that are left an easy choice.
TEST(FitKnowers, IsNotTakenInByNamingFewer) {
    KnowledgeBaseOptions own = past(false).options();
    own.knowers.anybody = false;
    KnowledgeBase base = past(true);
    base.configure(own);
    FitKnowersOptions options;
    options.choose = {{"knowers.voting_hits", {1, 200}}};
    EXPECT_EQ(fit_knowers(base, options).options.knowers.voting_hits, 200U);
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
    refused([](FitKnowersOptions& o) { o.choose = {{"expertise.half_life_days", {0.0}}}; });
    refused([](FitKnowersOptions& o) { o.choose = {{"expertise.half_life_days", {}}}; });
    refused([](FitKnowersOptions& o) { o.choose = {{"expertise.half_live_days", {365.0}}}; });
    refused([](FitKnowersOptions& o) { o.choose = {{"knowers.votes", {1.0}}}; });
    refused([](FitKnowersOptions& o) { o.choose = {{"knowers.anybody", {1.0}}}; });
    refused([](FitKnowersOptions& o) { o.choose = {{"index.title_weight", {1.0}}}; });
    refused([](FitKnowersOptions& o) { o.passes = 0; });
    refused([](FitKnowersOptions& o) { o.ridge = 0.0; });
}

}  // namespace
}  // namespace m150::testing
