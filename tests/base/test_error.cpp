#include "libm150/base/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <type_traits>

namespace m150::test {
namespace {

TEST(ProblemTest, SaysItsFourPartsAndLeavesOutTheEmptyOnes) {
    EXPECT_EQ((Problem{"questions.csv:12:4", "the date is odd", "YYYY-MM-DD", "correct it"}).text(),
              "questions.csv:12:4: the date is odd; expected YYYY-MM-DD; correct it");
    EXPECT_EQ((Problem{"", "cancelled", "", ""}).text(), "cancelled");
    EXPECT_EQ((Problem{"here", "odd", "", "mend it"}).text(), "here: odd; mend it");
}

TEST(InvalidInputTest, OneProblemIsTheMessage) {
    const InvalidInput error(Problem{"here", "odd", "even", ""});
    EXPECT_STREQ(error.what(), "here: odd; expected even");
    EXPECT_EQ(error.kind(), ErrorKind::invalid_input);
    EXPECT_EQ(error.total(), 1u);
    EXPECT_EQ(error.problems().size(), 1u);
}

TEST(InvalidInputTest, ManyProblemsAreListedAndCounted) {
    const std::vector<Problem> two{{"a", "odd", "", ""}, {"b", "even", "", ""}};
    EXPECT_STREQ(InvalidInput(two).what(), "2 problems\n  a: odd\n  b: even");
    const InvalidInput more(two, 251);
    EXPECT_STREQ(more.what(), "251 problems (the first 2 are listed)\n  a: odd\n  b: even");
    EXPECT_EQ(more.total(), 251u);
    EXPECT_EQ(InvalidInput(two, 1).total(), 2u) << "no fewer than are listed";
}

TEST(ErrorTest, EveryKindIsCaughtAsError) {
    const auto kind_of = [](auto&& raise) {
        try {
            raise();
        } catch (const Error& error) {
            return error.kind();
        }
        throw std::logic_error("nothing was thrown");
    };
    EXPECT_EQ(kind_of([] { throw InvalidInput(Problem{"", "x", "", ""}); }), ErrorKind::invalid_input);
    EXPECT_EQ(kind_of([] { throw StoreError(Problem{"", "x", "", ""}); }), ErrorKind::store);
    EXPECT_EQ(kind_of([] { throw InternalError("x"); }), ErrorKind::internal);
    EXPECT_THAT(InternalError("the sum is off").what(),
                testing::HasSubstr("please report this: the sum is off"));
    static_assert(std::is_base_of_v<std::runtime_error, Error>);
}

}  // namespace
}  // namespace m150::test
