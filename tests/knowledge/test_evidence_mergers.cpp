// What a municipality that merged did is its successor's, for a part, and is told as what was taken over.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

const Date day(2022, 6, 1), today(2026, 3, 1);
const Id<Municipality> brielle("GM0501"), voorne("GM1992"), zeist("GM0355"), soest("GM0342");
const Id<Topic> bodycams("bodycams");

// Brielle merged into Voorne aan Zee on 1 January 2023. Zeist did the same things, and is still there.
class Merger : public ::testing::Test {
  protected:
    void SetUp() override {
        for (const auto& id : {zeist, soest, voorne})
            add(id);
        Municipality gone;
        gone.id = brielle;
        gone.name = "Brielle";
        gone.valid_to = Date(2022, 12, 31);
        gone.successor = voorne;
        base_.add(gone);
        Topic topic;
        topic.id = bodycams;
        topic.preferred_label = "Bodycams";
        base_.add(topic);
        Network network;
        network.id = Id<Network>("M150");
        network.name = "M150";
        base_.add(network);
        acts_of(brielle);
        acts_of(zeist);
        base_.commit();
    }

    void add(const Id<Municipality>& id) {
        Municipality one;
        one.id = id;
        one.name = id.str();
        base_.add(one);
    }

    // One record of each kind that is evidence.
    void acts_of(const Id<Municipality>& who) {
        const std::string with = "-" + who.str();
        Question question;
        question.id = Id<Question>("v" + with);
        question.asked_by = who;
        question.date = day;
        question.title = "Een vraag";
        question.topics = {bodycams};
        base_.add(question);
        Answer answer;
        answer.id = Id<Answer>("a" + with);
        answer.question = question.id;
        answer.by = who;
        answer.date = day;
        answer.text = "Zo.";
        answer.accepted = true;
        base_.add(answer);
        base_.add(InventoryResponse{Id<InventoryResponse>("i" + with), who, bodycams, 2, 3, day, "", {}, {}});
        Meeting meeting;
        meeting.id = Id<Meeting>("m" + with);
        meeting.title = "Bijeenkomst";
        meeting.network = Id<Network>("M150");
        meeting.date = day;
        meeting.registrations = {{who, 1, {bodycams}, true}};
        base_.add(meeting);
        Speaker speaker;
        speaker.id = Id<Speaker>("s" + with);
        speaker.role = "adviseur";
        speaker.municipality = who;
        speaker.talks = {{day, "Bodycams", {bodycams}, {}, {}}};
        base_.add(speaker);
        WorkingGroup group;
        group.id = Id<WorkingGroup>("w" + with);
        group.name = "Werkgroep";
        group.topics = {bodycams};
        group.members = {who};
        group.from = group.to.emplace(day);
        base_.add(group);
        base_.add(
            Contact{Id<Contact>("c" + with), soest, who, day, {bodycams}, ContactOutcome::helpful, {}, {}});
        for (const OutcomeKind kind : {OutcomeKind::passed_on, OutcomeKind::declined}) {
            Outcome outcome;
            outcome.id = Id<Outcome>("o-" + std::to_string(static_cast<int>(kind)) + with);
            outcome.asked = outcome.date = day;
            outcome.topics = {bodycams};
            outcome.kind = kind;
            outcome.municipality = who;
            if (kind == OutcomeKind::passed_on) outcome.helpful = true;
            base_.add(outcome);
        }
    }

    Snapshot now(double inherited = ExpertiseOptions{}.inherited) {
        SnapshotOptions options;
        options.as_of = today;
        options.options = base_.options();
        options.options->expertise.inherited = inherited;
        return base_.snapshot(options);
    }
    // What the evidence weighs: expertise and demand are x / (1 + x) of it.
    static double weighs(double share) { return share / (1.0 - share); }
    static std::vector<Reason> reasons(const Snapshot& now, const Id<Municipality>& who, bool demand) {
        const int municipality = now.number_of(who);
        const int topic = now.number_of(bodycams);
        return demand ? now.graph().demand_reasons(municipality, topic, 100)
                      : now.graph().expertise_reasons(municipality, topic, 100);
    }

    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

TEST_F(Merger, EveryPieceCountsForThePartThatIsChosen) {
    for (const double inherited : {0.0, 0.4, ExpertiseOptions{}.inherited, 1.0}) {
        const Snapshot now = this->now(inherited);
        for (const bool demand : {false, true}) {
            const double own = total_of(reasons(now, zeist, demand));
            const double taken_over = total_of(reasons(now, voorne, demand));
            EXPECT_NEAR(weighs(taken_over), inherited * weighs(own), 1e-12);
        }
    }
    EXPECT_EQ(ExpertiseOptions{}.inherited, 0.7);
}

TEST_F(Merger, EveryPieceSaysWhoseItWas) {
    const Snapshot now = this->now();
    for (const bool demand : {false, true}) {
        const std::vector<Reason> own = reasons(now, zeist, demand);
        const std::vector<Reason> taken_over = reasons(now, voorne, demand);
        ASSERT_EQ(own.size(), 1U);
        ASSERT_EQ(taken_over.size(), 1U);
        ASSERT_EQ(own[0].parts.size(), demand ? 3U : 8U);
        ASSERT_EQ(taken_over[0].parts.size(), own[0].parts.size());
        for (std::size_t i = 0; i < own[0].parts.size(); ++i) {
            EXPECT_EQ(taken_over[0].parts[i].code, own[0].parts[i].code);
            EXPECT_EQ(taken_over[0].parts[i].value("predecessor"), "GM0501");
            EXPECT_EQ(own[0].parts[i].value("predecessor"), "");
        }
        EXPECT_LE(reason_error(total_of(taken_over), taken_over), 1e-12);
    }
}

TEST_F(Merger, BeforeItNothingWasTakenOver) {
    SnapshotOptions options;
    options.as_of = Date(2022, 12, 31);
    const Snapshot then = base_.snapshot(options);
    for (const bool demand : {false, true}) {
        EXPECT_NEAR(total_of(reasons(then, brielle, demand)), total_of(reasons(then, zeist, demand)), 1e-12);
        EXPECT_EQ(reasons(then, brielle, demand).at(0).parts.at(0).value("predecessor"), "");
    }
    EXPECT_TRUE(reasons(then, voorne, false).empty());
}

TEST_F(Merger, ItsAnswersAreActivityForAPart) {
    Question question = now().pair(Id<Question>("v-GM0355"))->question;
    Answer answer;
    answer.question = question.id;
    answer.text = "Nog eens.";
    for (const auto& [id, who, date] :
         {std::tuple{"a-2", brielle, Date(2022, 7, 1)}, std::tuple{"a-3", voorne, Date(2023, 7, 1)},
          std::tuple{"a-4", voorne, Date(2023, 7, 11)}}) {
        answer.id = Id<Answer>(id);
        answer.by = who;
        answer.date = date;
        base_.add(answer);
    }
    base_.commit();
    const Snapshot now = this->now(0.5);
    const Activity& activity = now.activity(now.number_of(voorne));
    EXPECT_EQ(activity.answers, 4U);
    EXPECT_EQ(activity.inherited, 2U);
    EXPECT_EQ(activity.weight, 3.0);
    EXPECT_EQ(activity.predecessors, std::vector{brielle});
    EXPECT_EQ(activity.first, day);
    EXPECT_EQ(activity.last, Date(2023, 7, 11));
    EXPECT_NEAR(activity.days, 10 + 0.5 * (days_between(day, Date(2023, 7, 11)) - 10), 1e-12);
    const auto fresh = [&](Date date) {
        return std::exp2(-days_between(date, today) / now.options().knowers.active_half_life_days);
    };
    EXPECT_NEAR(
        activity.recent,
        0.5 * (fresh(day) + fresh(Date(2022, 7, 1))) + fresh(Date(2023, 7, 1)) + fresh(Date(2023, 7, 11)),
        1e-12);
}

}  // namespace
}  // namespace m150::testing
