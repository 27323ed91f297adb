// Which municipalities are alike, and of which the records tell anything.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"
#include "tests/support/graph_world.hpp"

namespace m150::testing {
namespace {

Id<Municipality> code(int number) {
    return parse_municipality_id(std::to_string(number));
}

Municipality random_municipality(Dice& dice, int number) {
    Municipality one;
    one.id = code(number);
    one.name = "Gemeente " + std::to_string(number);
    one.province = dice.chance(0.5) ? "Utrecht" : "Zeeland";
    if (dice.chance(0.8)) one.inhabitants[2015 + dice.below(12)] = 1000 * (1 + dice.below(12));
    if (dice.chance(0.3)) one.inhabitants[2015 + dice.below(12)] = dice.chance(0.2) ? 0 : 20'000;
    if (dice.chance(0.8)) one.urbanity = 1 + dice.below(5);
    return one;
}

// The slow twin: how far apart any two are, all of them sorted.
std::vector<std::string> nearest_of(const std::vector<Municipality>& all, const Municipality& one, int year) {
    const auto size_of = [&](const Municipality& who) -> std::optional<double> {
        const auto people = inhabitants_in(who, year);
        if (!people || *people <= 0) return std::nullopt;
        return std::log(static_cast<double>(*people));
    };
    if (!size_of(one) && !one.urbanity) return {};
    std::vector<std::tuple<double, std::string>> others;
    for (const Municipality& other : all) {
        if (other.id == one.id) continue;
        double apart = 1.0;
        if (size_of(one) && size_of(other)) apart = std::abs(*size_of(one) - *size_of(other));
        apart += one.urbanity && other.urbanity ? 0.2 * std::abs(*one.urbanity - *other.urbanity) : 1.0;
        if (one.province != other.province) apart += 0.2;
        others.emplace_back(apart, other.id.str());
    }
    std::sort(others.begin(), others.end());
    std::vector<std::string> nearest;
    for (const auto& [apart, id] : others) {
        if (nearest.size() < 10) nearest.push_back(id);
    }
    return nearest;
}

TEST(Alike, AreTheNearestInSizeUrbanityAndProvince) {
    std::size_t without = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Dice dice(seed);
        KnowledgeBase base = KnowledgeBase::in_memory();
        std::vector<Municipality> all;
        const int count = 1 + dice.below(30);
        for (int i = 1; i <= count; ++i)
            base.add(all.emplace_back(random_municipality(dice, i)));
        Municipality merged = random_municipality(dice, 99);  // no more, so like nobody
        merged.valid_to = Date(2022, 12, 31);
        merged.successor = all.front().id;
        base.add(merged);
        base.commit();
        SnapshotOptions options;
        options.as_of = Date(2024, 5, 1);
        const Snapshot now = base.snapshot(options);
        for (int m = 0; m < now.graph().municipalities(); ++m) {
            std::vector<std::string> found;
            for (const int other : now.most_alike(m))
                found.push_back(now.municipality(other).id.str());
            EXPECT_EQ(found, nearest_of(all, now.municipality(m), 2024)) << "seed " << seed;
            without += found.empty() ? 1 : 0;
        }
    }
    EXPECT_GT(without, 10U);
}

// Each record by itself, of GM0002 on bodycams and of nobody else.
class Heard : public ::testing::Test {
  protected:
    void SetUp() override {
        for (int i = 1; i <= 3; ++i) {
            Municipality one;
            one.id = code(i);
            one.name = "Gemeente " + std::to_string(i);
            base_.add(one);
        }
        for (const char* id : {"bodycams", "vuurwerk"}) {
            Topic topic;
            topic.id = Id<Topic>(id);
            topic.preferred_label = id;
            base_.add(topic);
        }
        base_.add(Organisation{Id<Organisation>("VNG"), "VNG", "", "", {}, {}});
        Network network;
        network.id = Id<Network>("M150");
        network.name = "M150";
        base_.add(network);
    }

    // "2": the municipalities heard of at all, and those on bodycams; nobody is on vuurwerk.
    std::pair<std::string, std::string> heard(Date today = Date(2026, 3, 1)) {
        base_.commit();
        SnapshotOptions options;
        options.as_of = today;
        const Snapshot now = base_.snapshot(options);
        std::pair<std::string, std::string> text;
        for (int i = 1; i <= 3; ++i) {
            const int number = now.number_of(code(i));
            if (now.is_heard_of(number)) text.first += std::to_string(i);
            if (now.is_heard_of(number, now.number_of(bodycams))) text.second += std::to_string(i);
            EXPECT_FALSE(now.is_heard_of(number, now.number_of(Id<Topic>("vuurwerk"))));
        }
        return text;
    }
    using Pair = std::pair<std::string, std::string>;
    const Id<Topic> bodycams = Id<Topic>("bodycams");
    const Date day = Date(2026, 2, 1);
    KnowledgeBase base_ = KnowledgeBase::in_memory();
};

TEST_F(Heard, AtFirstOfNobody) {
    EXPECT_EQ(heard(), (Pair{"", ""}));
}

TEST_F(Heard, OfWhoAskedAndWhoAnsweredThoughOutdated) {
    Question question;
    question.id = Id<Question>("v");
    question.asked_by = code(2);
    question.date = day;
    question.title = "Een vraag";
    question.topics = {bodycams};
    base_.add(question);
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
    EXPECT_EQ(heard(Date(2026, 1, 1)), (Pair{"", ""})) << "not yet";
    Answer answer;
    answer.id = Id<Answer>("a");
    answer.question = question.id;
    answer.by = code(3);
    answer.date = day;
    answer.text = "Zo.";
    answer.status = AnswerStatus::outdated;
    base_.add(answer);
    EXPECT_EQ(heard(), (Pair{"23", "23"}));
}

TEST_F(Heard, OfWhoOffersNothingInAnInventory) {
    base_.add(InventoryResponse{Id<InventoryResponse>("i"), code(2), bodycams, 0, 0, day, "", {}, {}});
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
}

TEST_F(Heard, OfWhoComesToAMeetingThatHasBeen) {
    Meeting meeting;
    meeting.id = Id<Meeting>("m");
    meeting.title = "Bijeenkomst";
    meeting.network = Id<Network>("M150");
    meeting.date = day;
    meeting.registrations = {{code(2), 1, {bodycams}, {}}, {code(3), 1, {}, {}}};
    base_.add(meeting);
    EXPECT_EQ(heard(), (Pair{"23", "2"}));
    EXPECT_EQ(heard(Date(2026, 1, 1)), (Pair{"", ""}));
}

TEST_F(Heard, OfWhoSpokeOnWhatItSpoke) {
    Speaker speaker;
    speaker.id = Id<Speaker>("s");
    speaker.role = "adviseur";
    speaker.municipality = code(2);
    speaker.topics = {Id<Topic>("vuurwerk")};  // what it could speak on
    speaker.talks = {{Date(2026, 3, 2), "Bodycams", {bodycams}, {}, {}}};
    base_.add(speaker);
    EXPECT_EQ(heard(), (Pair{"2", ""}));
    EXPECT_EQ(heard(Date(2026, 3, 2)), (Pair{"2", "2"}));
}

TEST_F(Heard, OfBothSidesOfAContactAndOfFellowsOfAGroup) {
    base_.add(Contact{Id<Contact>("c"), code(2), code(3), day, {bodycams}, ContactOutcome::unknown, {}, {}});
    EXPECT_EQ(heard(), (Pair{"23", "23"}));
    WorkingGroup group;
    group.id = Id<WorkingGroup>("w");
    group.name = "Werkgroep";
    group.topics = {bodycams};
    group.members = {code(1)};
    group.from = day;
    base_.add(group);
    EXPECT_EQ(heard(), (Pair{"123", "123"}));
}

TEST_F(Heard, OfWhoDeclinedOrTriedAndNotOfWhomOthersThoughtOf) {
    Outcome outcome;
    outcome.id = Id<Outcome>("o");
    outcome.asked = outcome.date = day;
    outcome.topics = {bodycams};
    outcome.kind = OutcomeKind::passed_on;
    outcome.municipality = code(2);
    base_.add(outcome);
    EXPECT_EQ(heard(), (Pair{"", ""}));
    outcome.helpful = false;
    base_.replace(outcome);
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
    outcome.helpful.reset();
    outcome.kind = OutcomeKind::declined;
    base_.replace(outcome);
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
    Question question;
    question.id = Id<Question>("v");
    question.date = day;
    question.title = "Een vraag";
    question.topics = {bodycams};
    base_.add(question);
    outcome.topics.clear();  // then it is on those of the question
    outcome.question = question.id;
    base_.replace(outcome);
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
}

TEST_F(Heard, OfTheSuccessorForWhoMerged) {
    Municipality merged;
    merged.id = code(9);
    merged.name = "Gemeente 9";
    merged.valid_to = Date(2026, 2, 15);
    merged.successor = code(2);
    base_.add(merged);
    base_.add(InventoryResponse{Id<InventoryResponse>("i"), code(9), bodycams, 2, 0, day, "", {}, {}});
    EXPECT_EQ(heard(), (Pair{"2", "2"}));
}

}  // namespace
}  // namespace m150::testing
