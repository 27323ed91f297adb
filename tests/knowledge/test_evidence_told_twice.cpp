// What AVH writes down as a contact and what the asker tells of the question are one event, and one piece of
// evidence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;

const Date today(2026, 3, 1);
const Id<Municipality> zeist("GM0355"), bilt("GM0310"), soest("GM0342");
const Id<Topic> bodycams("bodycams"), vuurwerk("vuurwerk");

// De Bilt offers bodycams; Zeist asked it about them: a contact `c` and an outcome `o` of today.
class ToldTwice : public ::testing::Test {
  protected:
    ToldTwice() {
        for (const auto& id : {zeist, bilt, soest}) {
            Municipality one;
            one.id = id;
            one.name = id.str();
            base_.add(one);
        }
        for (const auto& id : {bodycams, vuurwerk})
            base_.add(Topic{id, id.str(), {}, {}, {}, "", {}, {}});
        base_.add(InventoryResponse{Id<InventoryResponse>("i"), bilt, bodycams, 0, 3, today, "", {}, {}});
        Question question;
        question.id = Id<Question>("q");
        question.asked_by = zeist;
        question.date = today;
        question.title = "Een vraag";
        question.topics = {bodycams};
        base_.add(question);
        contact_.id = Id<Contact>("c");
        contact_.from = zeist;
        contact_.to = bilt;
        contact_.date = today;
        contact_.topics = {bodycams};
        contact_.outcome = ContactOutcome::helpful;
        base_.add(contact_);
        told_.id = Id<Outcome>("o");
        told_.question = question.id;
        told_.asked_by = zeist;
        told_.asked = told_.date = today;
        told_.topics = {bodycams};
        told_.kind = OutcomeKind::contacted;
        told_.municipality = bilt;
        told_.helpful = true;
        base_.add(told_);
    }

    Snapshot now() {
        base_.commit();
        return base_.snapshot({{}, today, {}});
    }
    // "helped o": what speaks for De Bilt on a topic, strongest first.
    std::vector<std::string> knows(const Id<Topic>& topic = bodycams) {
        const Snapshot now = this->now();
        std::vector<std::string> all;
        for (const Reason& reason :
             now.graph().expertise_reasons(now.number_of(bilt), now.number_of(topic))) {
            for (const Reason& part : reason.parts)
                all.push_back(part.code + " " + std::string(part.value("record")));
        }
        return all;
    }
    // The same when the outcome, or the contact, is another.
    template <class Change>
    std::vector<std::string> knows_when_told(const Change& change) {
        Outcome other = told_;
        change(other);
        base_.replace(other);
        return knows();
    }
    template <class Change>
    std::vector<std::string> knows_of_contact(const Change& change) {
        Contact other = contact_;
        change(other);
        base_.replace(other);
        return knows();
    }

    using Pieces = std::vector<std::string>;
    const Pieces once{"helped o", "offers i"}, twice{"helped o", "offers i", "thanked c"};
    KnowledgeBase base_ = KnowledgeBase::in_memory();
    Contact contact_;
    Outcome told_;
};

TEST_F(ToldTwice, CountsOnceAndTiesAllTheSame) {
    EXPECT_EQ(knows(), once);
    const Snapshot now = this->now();
    const auto paths = now.graph().strongest_paths(now.number_of(zeist), now.number_of(bilt), 2);
    ASSERT_EQ(paths.size(), 2U) << "over bodycams, and by the contact";
    EXPECT_NEAR(paths.back().strength, now.options().expertise.tie_weight, 1e-9);
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.kind = OutcomeKind::passed_on; }), once)
        << "however it was asked";
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.topics.clear(); }), once) << "those of the question";
}

TEST_F(ToldTwice, AnotherEventCountsBesides) {
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.asked_by = soest; }), twice);
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.asked_by.reset(); }), twice) << "nobody knows who asked";
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.topics = {vuurwerk}; }),
              (Pieces{"offers i", "thanked c"}));
    EXPECT_EQ(knows(vuurwerk), (Pieces{"helped o"}));
    base_.replace(told_);
    EXPECT_EQ(knows_of_contact([](Contact& one) { std::swap(one.from, one.to); }), once)
        << "then it is Zeist that is thanked";
    EXPECT_EQ(knows_of_contact([](Contact& one) { one.date = today.plus_days(-31); }), once);
    EXPECT_EQ(knows_of_contact([](Contact& one) { one.date = today.plus_days(-32); }), twice);
    Outcome late = told_;
    late.asked = today.plus_days(-40);
    late.question.reset();
    base_.replace(late);
    EXPECT_EQ(knows(), once) << "after it was asked, and before it was told";
}

TEST_F(ToldTwice, WhatOnlyOneOfThemSaysStands) {
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.helpful.reset(); }), (Pieces{"offers i", "thanked c"}));
    EXPECT_EQ(knows_when_told([](Outcome& one) { one.helpful = false; }), (Pieces{"offers i", "thanked c"}));
    base_.replace(told_);
    EXPECT_EQ(knows_of_contact([](Contact& one) { one.outcome = ContactOutcome::unknown; }), once);
    EXPECT_EQ(knows_of_contact([](Contact& one) { one.outcome = ContactOutcome::declined; }),
              (Pieces{"helped o", "offers i", "declined c"}))
        << "declined once, and helped another time";
}

TEST_F(ToldTwice, WhatWasDeclinedIsDeclinedOnce) {
    contact_.outcome = ContactOutcome::declined;
    base_.replace(contact_);
    EXPECT_EQ(knows_when_told([](Outcome& one) {
                  one.kind = OutcomeKind::declined;
                  one.helpful.reset();
              }),
              (Pieces{"offers i", "declined o"}));
}

TEST_F(ToldTwice, AnOutcomeTakesThePlaceOfTheNearestContactOnly) {
    Contact other = contact_;
    other.id = Id<Contact>("b");
    other.date = today.plus_days(-7);
    base_.add(other);
    EXPECT_THAT(knows(), ElementsAre("helped o", "offers i", "thanked b"));
    EXPECT_EQ(knows_when_told([](Outcome& one) {
                  one.question.reset();
                  one.asked = one.date = today.plus_days(-6);
              }).back(),
              "thanked c");
}

}  // namespace
}  // namespace m150::testing
