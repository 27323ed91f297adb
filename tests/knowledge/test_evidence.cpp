// What each kind of record says about who knows and who needs what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date today(2026, 3, 1);
const Id<Municipality> zeist("GM0355"), bilt("GM0310"), soest("GM0342");
const Id<Topic> bodycams("bodycams"), vuurwerk("vuurwerk");

// Three municipalities that have done nothing, two topics that have nothing to do with each other.
class Evidence : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const auto& id : {zeist, bilt, soest}) {
            Municipality one;
            one.id = id;
            one.name = id.str();
            base_.add(one);
        }
        for (const auto& id : {bodycams, vuurwerk}) {
            Topic one;
            one.id = id;
            one.preferred_label = id.str();
            base_.add(one);
        }
        base_.add(Organisation{Id<Organisation>("VNG"), "VNG", "", "", {}, {}});
    }

    void ask(const char* id, const std::vector<Id<Topic>>& topics) {
        Question question;
        question.id = Id<Question>(id);
        question.asked_by = zeist;
        question.date = today;
        question.title = "Een vraag";
        question.topics = topics;
        base_.add(question);
    }
    Answer answer_of(const char* id, const char* question) {
        Answer answer;
        answer.id = Id<Answer>(id);
        answer.question = Id<Question>(question);
        answer.by = bilt;
        answer.date = today;
        answer.text = "Een antwoord";
        return answer;
    }
    void respond(const char* id, int needs, int offers, Date date) {
        base_.add(
            InventoryResponse{Id<InventoryResponse>(id), bilt, bodycams, needs, offers, date, "", {}, {}});
    }
    Speaker speaker_with_a_talk() {
        Speaker speaker;
        speaker.id = Id<Speaker>("s");
        speaker.role = "adviseur";
        speaker.talks = {{today, "Bodycams", {bodycams}, {}, {}}};
        return speaker;
    }
    void group(const std::vector<Id<Municipality>>& members, const Id<Municipality>& chair) {
        base_.add(WorkingGroup{Id<WorkingGroup>("w"),
                               "Werkgroep",
                               {bodycams},
                               members,
                               chair,
                               Date(2020, 1, 1),
                               {},
                               {},
                               {},
                               {},
                               {}});
    }
    void contact(ContactOutcome outcome) {
        base_.add(Contact{Id<Contact>("c"), zeist, bilt, today, {bodycams}, outcome, {}, {}});
    }

    Snapshot now() {
        base_.commit();
        SnapshotOptions options;
        options.as_of = today;
        return base_.snapshot(options);
    }
    // "answered a": the pieces that speak for it, strongest first.
    static std::vector<std::string> pieces(const std::vector<Reason>& reasons) {
        std::vector<std::string> all;
        for (const Reason& reason : reasons) {
            for (const Reason& part : reason.parts)
                all.push_back(part.code + " " + std::string(part.value("record")));
        }
        return all;
    }
    static std::vector<std::string> knows(const Snapshot& now, const Id<Municipality>& who,
                                          const Id<Topic>& topic = bodycams) {
        return pieces(now.graph().expertise_reasons(now.number_of(who), now.number_of(topic)));
    }
    static std::vector<std::string> needs(const Snapshot& now, const Id<Municipality>& who,
                                          const Id<Topic>& topic = bodycams) {
        return pieces(now.graph().demand_reasons(now.number_of(who), now.number_of(topic)));
    }
    // What the evidence weighs: expertise and demand are x / (1 + x) of it.
    static double weighs(double share) { return share / (1.0 - share); }
    static double expertise(const Snapshot& now, const Id<Municipality>& who) {
        return weighs(now.graph().expertise(now.number_of(who), now.number_of(bodycams)));
    }
    static double demand(const Snapshot& now, const Id<Municipality>& who) {
        return weighs(now.graph().demand(now.number_of(who), now.number_of(bodycams)));
    }
    // How strongly Zeist and De Bilt hang together.
    static double tie(const Snapshot& now) {
        const auto paths = now.graph().strongest_paths(now.number_of(zeist), now.number_of(bilt), 1);
        return paths.empty() ? 0.0 : paths.front().strength;
    }
    static double weight_of(const Snapshot& now, EvidenceKind kind) {
        return now.options().expertise.weights[static_cast<std::size_t>(kind)];
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

TEST_F(Evidence, AQuestionIsDemandAndAnAnswerExpertise) {
    ask("q", {bodycams});
    base_.add(answer_of("a", "q"));
    const Snapshot now = this->now();
    EXPECT_THAT(needs(now, zeist), ElementsAre("asked q"));
    EXPECT_THAT(knows(now, zeist), IsEmpty());
    EXPECT_THAT(knows(now, bilt), ElementsAre("answered a"));
    EXPECT_THAT(needs(now, bilt), IsEmpty());
    EXPECT_NEAR(demand(now, zeist), weight_of(now, EvidenceKind::asked), 1e-12);
    EXPECT_NEAR(expertise(now, bilt), weight_of(now, EvidenceKind::answered), 1e-12);
    EXPECT_THAT(knows(now, bilt, vuurwerk), IsEmpty());
    EXPECT_THAT(knows(now, soest), IsEmpty());
}

TEST_F(Evidence, AnAcceptedAnswerCountsBesidesAsAccepted) {
    ask("q", {bodycams});
    Answer answer = answer_of("a", "q");
    answer.accepted = true;
    base_.add(answer);
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt), ElementsAre("accepted a", "answered a"));
    EXPECT_NEAR(expertise(now, bilt),
                weight_of(now, EvidenceKind::answered) + weight_of(now, EvidenceKind::accepted), 1e-12);
}

TEST_F(Evidence, AnOutdatedAnswerGivesNothing) {
    ask("q", {bodycams});
    Answer answer = answer_of("a", "q");
    answer.accepted = true;
    answer.status = AnswerStatus::outdated;
    base_.add(answer);
    EXPECT_THAT(knows(now(), bilt), IsEmpty());
}

TEST_F(Evidence, AnAnswerOfAnOrganisationIsNobodysExpertise) {
    ask("q", {bodycams});
    Answer answer = answer_of("a", "q");
    answer.by.reset();
    answer.by_organisation = Id<Organisation>("VNG");
    base_.add(answer);
    const Snapshot now = this->now();
    for (const auto& one : {zeist, bilt, soest})
        EXPECT_THAT(knows(now, one), IsEmpty());
}

TEST_F(Evidence, OneActOnTwoTopicsIsHalfOfItOnEach) {
    ask("q", {bodycams, vuurwerk});
    base_.add(answer_of("a", "q"));
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt, vuurwerk), ElementsAre("answered a"));
    EXPECT_NEAR(expertise(now, bilt), 0.5 * weight_of(now, EvidenceKind::answered), 1e-12);
    EXPECT_NEAR(demand(now, zeist), 0.5 * weight_of(now, EvidenceKind::asked), 1e-12);
}

TEST_F(Evidence, AnInventoryOffersAndNeedsInThirds) {
    respond("i", 1, 2, today);
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt), ElementsAre("offers i"));
    EXPECT_THAT(needs(now, bilt), ElementsAre("needs i"));
    EXPECT_NEAR(expertise(now, bilt), weight_of(now, EvidenceKind::offers) * 2 / 3, 1e-12);
    EXPECT_NEAR(demand(now, bilt), weight_of(now, EvidenceKind::needs) / 3, 1e-12);
}

TEST_F(Evidence, OfSeveralInventoriesTheNewestCounts) {
    respond("i-1", 0, 3, today);
    respond("i-2", 3, 0, Date(2025, 1, 1));
    respond("i-3", 3, 0, today.plus_days(1));
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt), ElementsAre("offers i-1"));
    EXPECT_THAT(needs(now, bilt), IsEmpty()) << "nor what is said tomorrow";
}

TEST_F(Evidence, ATalkIsTheMunicipalitysExpertise) {
    Speaker speaker = speaker_with_a_talk();
    speaker.municipality = bilt;
    speaker.topics = {vuurwerk};
    base_.add(speaker);
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt), ElementsAre("presented s"));
    EXPECT_THAT(knows(now, bilt, vuurwerk), IsEmpty()) << "what it could speak on, it has not yet";
    EXPECT_NEAR(expertise(now, bilt), weight_of(now, EvidenceKind::presented), 1e-12);
}

TEST_F(Evidence, ATalkOfAnOrganisationIsNobodysExpertise) {
    Speaker speaker = speaker_with_a_talk();
    speaker.organisation = Id<Organisation>("VNG");
    base_.add(speaker);
    const Snapshot now = this->now();
    for (const auto& one : {zeist, bilt, soest})
        EXPECT_THAT(knows(now, one), IsEmpty());
}

TEST_F(Evidence, WhoRunsAWorkingGroupShowsMoreThanItsMembers) {
    group({zeist, bilt}, bilt);
    const Snapshot now = this->now();
    EXPECT_THAT(knows(now, bilt), ElementsAre("working_group w"));
    EXPECT_THAT(knows(now, zeist), ElementsAre("working_group w"));
    EXPECT_THAT(knows(now, soest), IsEmpty());
    const double weight = weight_of(now, EvidenceKind::working_group);
    EXPECT_NEAR(expertise(now, bilt), weight, 1e-12) << "as fresh as today, for it still runs";
    EXPECT_NEAR(expertise(now, zeist), 0.4 * weight, 1e-12);
}

TEST_F(Evidence, MembersOfAGroupThatDeliveredShowAsMuchAsWhoRanIt) {
    group({zeist, bilt}, bilt);
    const WorkingGroup running = *now().find(Id<WorkingGroup>("w"));
    const auto ended = [&](Date to, const char* delivered) {
        WorkingGroup group = running;
        group.to = to;
        group.delivered = delivered;
        base_.replace(group);
        return expertise(now(), zeist) / weight_of(now(), EvidenceKind::working_group);
    };
    EXPECT_NEAR(ended(today, ""), 0.4, 1e-12) << "it ended, and left nothing behind";
    EXPECT_NEAR(ended(today, "modelprotocol"), 1.0, 1e-12);
    EXPECT_NEAR(ended(today.plus_days(1), "modelprotocol"), 0.4, 1e-12) << "what a later day will tell";
}

TEST_F(Evidence, AContactTiesByHowItWent) {
    const std::vector<std::pair<ContactOutcome, double>> amounts{{ContactOutcome::helpful, 1.0},
                                                                 {ContactOutcome::unknown, 0.6},
                                                                 {ContactOutcome::not_helpful, 0.2},
                                                                 {ContactOutcome::declined, 0.0}};
    contact(ContactOutcome::helpful);
    for (const auto& [outcome, amount] : amounts) {
        base_.remove(Id<Contact>("c"));
        contact(outcome);
        const Snapshot now = this->now();
        EXPECT_NEAR(tie(now), amount * now.options().expertise.tie_weight, 1e-9);
        const bool thanked = outcome == ContactOutcome::helpful;
        EXPECT_EQ(knows(now, bilt),
                  thanked ? std::vector<std::string>{"thanked c"} : std::vector<std::string>{})
            << to_text(outcome);
        EXPECT_NEAR(expertise(now, bilt), thanked ? weight_of(now, EvidenceKind::thanked) : 0.0, 1e-12);
        EXPECT_THAT(needs(now, zeist), IsEmpty());
    }
}

TEST_F(Evidence, WhoDeclinedIsBelievedToKnowLess) {
    respond("i", 0, 3, today);
    const double offers = expertise(now(), bilt);
    contact(ContactOutcome::declined);
    const Snapshot now = this->now();
    EXPECT_NEAR(expertise(now, bilt), offers - weight_of(now, EvidenceKind::declined), 1e-12);
    EXPECT_THAT(knows(now, bilt), ElementsAre("offers i", "declined c"));
    const std::vector<Reason> reasons =
        now.graph().expertise_reasons(now.number_of(bilt), now.number_of(bodycams));
    EXPECT_LT(reasons.at(0).parts.at(1).share, 0.0);
    EXPECT_NEAR(total_of(reasons), now.graph().expertise(now.number_of(bilt), now.number_of(bodycams)),
                1e-12);
}

Outcome outcome_of(OutcomeKind kind, std::optional<bool> helpful, Date date) {
    Outcome outcome;
    outcome.id = Id<Outcome>("o");
    outcome.asked = outcome.date = date;
    outcome.topics = {Id<Topic>("bodycams")};
    outcome.kind = kind;
    outcome.helpful = helpful;
    return outcome;
}

TEST_F(Evidence, WhoHelpedWithAQuestionKnows) {
    for (const OutcomeKind kind : {OutcomeKind::passed_on, OutcomeKind::contacted}) {
        Outcome outcome = outcome_of(kind, true, today);
        outcome.municipality = bilt;
        base_.add(outcome);
        const Snapshot helped = now();
        EXPECT_THAT(knows(helped, bilt), ElementsAre("helped o"));
        EXPECT_NEAR(expertise(helped, bilt), weight_of(helped, EvidenceKind::helped), 1e-12);
        outcome.helpful = false;
        base_.replace(outcome);
        EXPECT_THAT(knows(now(), bilt), IsEmpty()) << "nothing is held against who tried";
        base_.remove(outcome.id);
    }
}

TEST_F(Evidence, WhatIsToldAgainOfTheSameIsOnePiece) {
    ask("q", {bodycams});
    const auto tell = [&](const std::string& id, OutcomeKind kind, std::optional<bool> helpful, Date date,
                          const Id<Municipality>& who) {
        Outcome outcome = outcome_of(kind, helpful, date);
        outcome.id = Id<Outcome>(id);
        outcome.question = Id<Question>("q");
        outcome.municipality = who;
        base_.add(outcome);
    };
    tell("o-0", OutcomeKind::passed_on, {}, today.plus_days(-7), bilt);
    for (const char* id : {"o-1", "o-2", "o-3", "o-4", "o-5"})
        tell(id, OutcomeKind::passed_on, true, today, bilt);
    tell("o-6", OutcomeKind::contacted, true, today.plus_days(-1), bilt);
    EXPECT_THAT(knows(now(), bilt), ElementsAre("helped o-5")) << "the last of them";
    EXPECT_NEAR(expertise(now(), bilt), weight_of(now(), EvidenceKind::helped), 1e-12);

    tell("o-7", OutcomeKind::passed_on, true, today, soest);
    Outcome other = outcome_of(OutcomeKind::passed_on, true, today);
    other.id = Id<Outcome>("o-8");
    other.municipality = bilt;
    base_.add(other);
    EXPECT_THAT(knows(now(), soest), ElementsAre("helped o-7"));
    EXPECT_THAT(knows(now(), bilt), ElementsAre("helped o-5", "helped o-8")) << "of another question";
}

TEST_F(Evidence, WhoDeclinesAQuestionDeclinesItOnce) {
    ask("q", {bodycams});
    respond("i", 0, 3, today);
    const double offers = expertise(now(), bilt);
    for (const char* id : {"o-1", "o-2", "o-3", "o-4"}) {
        Outcome outcome = outcome_of(OutcomeKind::declined, {}, today);
        outcome.id = Id<Outcome>(id);
        outcome.question = Id<Question>("q");
        outcome.municipality = bilt;
        base_.add(outcome);
    }
    EXPECT_NEAR(expertise(now(), bilt), offers - weight_of(now(), EvidenceKind::declined), 1e-12);
}

TEST_F(Evidence, APairThatHelpedCountsForThoseWhoAnsweredIt) {
    ask("v", {bodycams});
    base_.add(answer_of("a", "v"));
    Answer other = answer_of("b", "v");
    other.by = soest;
    base_.add(other);
    const double before = expertise(now(), bilt);
    Outcome outcome = outcome_of(OutcomeKind::answered_by_base, true, today);
    outcome.pair = Id<Question>("v");
    outcome.topics.clear();  // then it is on those of the pair
    base_.add(outcome);
    const Snapshot now = this->now();
    EXPECT_NEAR(expertise(now, bilt), before + weight_of(now, EvidenceKind::helped) / 2, 1e-12);
    EXPECT_NEAR(expertise(now, soest), expertise(now, bilt), 1e-12);
}

TEST_F(Evidence, NeighboursAreTiedWhicheverNamesTheOther) {
    EXPECT_EQ(tie(now()), 0.0);
    for (const auto& [one, other] : {std::pair(zeist, bilt), std::pair(bilt, zeist)}) {
        Municipality named = *now().find(one);
        named.neighbours = {other};
        base_.replace(named);
        const Snapshot now = this->now();
        EXPECT_NEAR(tie(now), now.options().expertise.tie_weight, 1e-9);
        named.neighbours.clear();
        base_.replace(named);
    }
}

}  // namespace
}  // namespace m150::testing
