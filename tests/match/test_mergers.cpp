// Who knows, over a merger: what the predecessor did counts for its successor, for a part, and is said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

using ::testing::HasSubstr;

const Id<Municipality> brielle("GM0501"), westvoorne("GM0614"), voorne("GM1992"), zeist("GM0355"),
    asker("GM0310");

// Brielle and Westvoorne merged into Voorne aan Zee on 1 January 2023; Zeist answered the same as Brielle.
class OverAMerger : public ::testing::Test {
  protected:
    void SetUp() override {
        add(zeist, "Zeist");
        add(asker, "De Bilt");
        add(voorne, "Voorne aan Zee");
        for (const auto& [id, name] : {std::pair{brielle, "Brielle"}, std::pair{westvoorne, "Westvoorne"}}) {
            Municipality gone;
            gone.id = id;
            gone.name = name;
            gone.valid_to = Date(2022, 12, 31);
            gone.successor = voorne;
            base_.add(gone);
        }
        Topic topic;
        topic.id = Id<Topic>("bodycams");
        topic.preferred_label = "Bodycams";
        base_.add(topic);
        answered("v-1", Date(2022, 5, 1), {brielle, zeist});
        answered("v-2", Date(2022, 6, 1), {brielle, zeist});
    }
    void add(const Id<Municipality>& id, const char* name) {
        Municipality one;
        one.id = id;
        one.name = name;
        base_.add(one);
    }
    void answered(const char* id, Date date, const std::vector<Id<Municipality>>& by) {
        Question question;
        question.id = Id<Question>(id);
        question.asked_by = asker;
        question.date = date;
        question.title = "Bodycams in de horeca";
        question.topics = {Id<Topic>("bodycams")};
        question.audience = {AudienceKind::everyone, {}, {}};
        base_.add(question);
        for (const Id<Municipality>& who : by) {
            Answer answer;
            answer.id = Id<Answer>(std::string(id) + "/" + who.str());
            answer.question = question.id;
            answer.by = who;
            answer.date = date;
            answer.text = "Zo doen wij dat.";
            answer.audience = question.audience;
            base_.add(answer);
        }
    }
    Snapshot now(double inherited = ExpertiseOptions{}.inherited) {
        base_.commit();
        SnapshotOptions options;
        options.as_of = Date(2023, 6, 1);
        options.options = base_.options();
        options.options->expertise.inherited = inherited;
        return base_.snapshot(options);
    }
    static AskOptions bodycams() {
        AskOptions options;
        options.text = "bodycams in de horeca";
        return options;
    }
    static KnowerValues values(const Snapshot& now, const Id<Municipality>& who) {
        for (const KnowerFeatures& one : knower_features(now, bodycams())) {
            if (one.municipality == who) return one.values;
        }
        ADD_FAILURE() << who.str() << " is not found";
        return {};
    }
    static double value(const Snapshot& now, const Id<Municipality>& who, KnowerFeature feature) {
        return values(now, who)[static_cast<std::size_t>(feature)];
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

TEST_F(OverAMerger, TheSuccessorKnowsForAPart) {
    const Snapshot now = this->now(0.7);
    const std::vector<Knower> found = who_knows(now, bodycams());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].municipality, zeist);
    EXPECT_EQ(found[1].municipality, voorne);
    EXPECT_LT(found[1].score, found[0].score);
    EXPECT_LT(found[1].confidence, found[0].confidence);
    // By hand: each answer of seven tenths. Of votes, topics and active the logarithm counts, of the topics
    // that of expertise besides; three answers unlike the question stand beside the two.
    const KnowerOptions& by = now.options().knowers;
    const auto log_part = [&](double part) {
        return std::log1p(by.contrast * part) / std::log1p(by.contrast);
    };
    EXPECT_NEAR(value(now, voorne, KnowerFeature::votes), log_part(0.7), 1e-12);
    EXPECT_NEAR(value(now, voorne, KnowerFeature::active), log_part(0.7), 1e-12);
    EXPECT_NEAR(value(now, voorne, KnowerFeature::steady), 0.7, 1e-12);
    EXPECT_NEAR(value(now, voorne, KnowerFeature::profile), (0.7 / 4.4) / (1.0 / 5.0), 1e-12);
    const double half_life = now.options().expertise.half_life_days;
    const double weight = std::exp2(-days_between(Date(2022, 5, 1), Date(2023, 6, 1)) / half_life) +
                          std::exp2(-days_between(Date(2022, 6, 1), Date(2023, 6, 1)) / half_life);
    EXPECT_NEAR(value(now, voorne, KnowerFeature::topics),
                log_part(std::log1p(0.7 * weight) / std::log1p(weight)), 1e-12);
}

TEST_F(OverAMerger, HandedOverWholeItIsAsItsOwnAndNotAtAllItIsNothing) {
    EXPECT_EQ(values(now(1.0), voorne), values(now(1.0), zeist));
    const std::vector<Knower> none = who_knows(now(0.0), bodycams());
    ASSERT_EQ(none.size(), 1U);
    EXPECT_EQ(none[0].municipality, zeist);
}

TEST_F(OverAMerger, TheReasonsSayWhatWasTakenOverAndAddUp) {
    answered("v-3", Date(2022, 7, 1), {westvoorne});
    answered("v-4", Date(2023, 2, 1), {voorne});
    const Snapshot now = this->now();
    for (const Knower& knower : who_knows(now, bodycams())) {
        EXPECT_LE(reason_error(knower.score, knower.reasons), 1e-9);
        const std::string dutch = explain_all(now, knower.reasons);
        const std::string english = explain_all(now, knower.reasons, TextLanguage::en);
        if (knower.municipality == zeist) {
            EXPECT_EQ(dutch.find("overgenomen"), std::string::npos) << dutch;
            continue;
        }
        EXPECT_THAT(dutch, HasSubstr("antwoord van 2022-06-01 op “Bodycams in de horeca”, overgenomen van "
                                     "Brielle, dat opging in Voorne aan Zee"));
        EXPECT_THAT(dutch,
                    HasSubstr("beantwoordde een vraag (v-2/GM0501, 2022-06-01), overgenomen van Brielle"));
        EXPECT_THAT(dutch, HasSubstr("het laatste op 2023-02-01, waarvan 3 overgenomen van Brielle en "
                                     "Westvoorne, die opgingen in Voorne aan Zee"));
        EXPECT_THAT(dutch, HasSubstr("antwoord van 2023-02-01 op “Bodycams in de horeca”\n"));
        EXPECT_THAT(english, HasSubstr("answer of 2022-06-01 to “Bodycams in de horeca”, taken over from "
                                       "Brielle, which merged into Voorne aan Zee"));
        EXPECT_THAT(english, HasSubstr("3 of them taken over from Brielle and Westvoorne"));
    }
}

TEST_F(OverAMerger, OfAPairThatBothAnsweredItsOwnAnswerMakesTheProfile) {
    answered("v-3", Date(2022, 7, 1), {brielle, zeist});
    const Snapshot before = this->now();
    const double taken_over = value(before, voorne, KnowerFeature::profile);
    Answer answer;
    answer.id = Id<Answer>("v-3/own");
    answer.question = Id<Question>("v-3");
    answer.by = voorne;
    answer.date = Date(2023, 3, 1);
    answer.text = "Zo doen wij dat nog.";
    answer.audience = {AudienceKind::everyone, {}, {}};
    base_.add(answer);
    const double own = value(this->now(), voorne, KnowerFeature::profile);
    EXPECT_NEAR(taken_over, (2.1 / 5.1) / (3.0 / 6.0), 1e-2);
    EXPECT_NEAR(own, (2.4 / 6.1) / (3.0 / 6.0), 1e-2);
}

TEST_F(OverAMerger, ALetterSaysWhoseAnswerItWas) {
    const Id<InventoryResponse> needs("i-1");
    base_.add(InventoryResponse{needs,
                                asker,
                                Id<Topic>("bodycams"),
                                3,
                                0,
                                Date(2023, 5, 1),
                                "",
                                {AudienceKind::everyone, {}, {}},
                                {}});
    const Snapshot now = this->now();
    Connection connection;
    connection.learner = asker;
    connection.guide = voorne;
    connection.topics = {Id<Topic>("bodycams")};
    EXPECT_THAT(introduction(now, connection).text,
                HasSubstr("- Bodycams: Brielle (nu Voorne aan Zee) beantwoordde op"));
    EXPECT_THAT(introduction(now, connection, {TextLanguage::en, "AVH"}).text,
                HasSubstr("- “Bodycams” (Dutch term): Brielle (now Voorne aan Zee) answered the question"));
    connection.guide = zeist;
    EXPECT_THAT(introduction(now, connection).text, HasSubstr("- Bodycams: Zeist beantwoordde op"));
}

}  // namespace
}  // namespace m150::testing
