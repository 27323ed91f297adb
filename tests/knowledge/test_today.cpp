// One slip in a year moves what "today" is without as_of, and with it all that fades and who is a member.
#include <gtest/gtest.h>

#include "libm150/m150.hpp"

namespace m150::testing {
namespace {

TEST(Today, ARecordThatAloneMakesItLaterIsNamedByCheck) {
    KnowledgeBase base = KnowledgeBase::in_memory();
    const auto ask_on = [&](const std::string& id, Date day) {
        Question question;
        question.id = Id<Question>(id);
        question.date = day;
        question.title = "Een vraag";
        base.add(question);
    };
    for (int i = 0; i < 18; ++i)
        ask_on("v-" + std::to_string(i), Date(2026, 1, 1).plus_days(i));
    ask_on("slip", Date(2062, 1, 9));
    base.commit();
    EXPECT_TRUE(base.check().empty()) << "of 19 records none is an exception";
    ask_on("v-18", Date(2026, 1, 19));
    base.commit();
    EXPECT_EQ(base.snapshot().today(), Date(2062, 1, 9));
    const std::vector<Problem> problems = base.check();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].text(),
              "question slip: is dated 2062-01-09, and today is taken to be that day; expected a day near "
              "2026-01-19, the last of 19 of the 20 dated records; correct the date; when it is right, the "
              "records to come will show that");

    const auto moved_to = [&](Date day) {
        Question question = base.snapshot().pair(Id<Question>("slip"))->question;
        question.date = day;
        base.replace(question);
        base.commit();
        return base.check().size();
    };
    EXPECT_EQ(moved_to(Date(2027, 1, 20)), 1U) << "366 days";
    EXPECT_EQ(moved_to(Date(2027, 1, 19)), 0U) << "a year without a record can be";
    EXPECT_EQ(moved_to(Date(1962, 1, 9)), 0U) << "what is early moves nothing";
    EXPECT_EQ(moved_to(Date(2062, 1, 9)), 1U);
    ask_on("next", Date(2062, 1, 10));
    base.commit();
    EXPECT_TRUE(base.check().empty()) << "it was right: a base that slept, and woke";
}

}  // namespace
}  // namespace m150::testing
