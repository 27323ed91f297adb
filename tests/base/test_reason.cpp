#include "libm150/base/reason.hpp"

#include <gtest/gtest.h>

#include <random>

namespace m150::test {
namespace {

TEST(ReasonTest, ValuesAreFoundByName) {
    const Reason reason{"answer", 0.5, {{"id", "a-1"}, {"date", "2026-03-02"}, {"id", "a-2"}}, {}};
    EXPECT_EQ(reason.value("date"), "2026-03-02");
    EXPECT_EQ(reason.value("id"), "a-1") << "the first of that name";
    EXPECT_EQ(reason.value("word"), "");
}

TEST(ReasonTest, SharesAddUpFromTheLeaves) {
    std::vector<Reason> reasons{
        {"path",
         99.0,
         {},
         {{"step", 0.25, {}, {}}, {"step", 7.0, {}, {{"term", 0.5, {}, {}}, {"term", -0.125, {}, {}}}}}},
        {"term", 1.0, {}, {}}};
    add_up(reasons);
    EXPECT_EQ(reasons[0].parts[1].share, 0.375);
    EXPECT_EQ(reasons[0].share, 0.625);
    EXPECT_EQ(total_of(reasons), 1.625);
    EXPECT_EQ(reason_error(1.625, reasons), 0.0);
    EXPECT_EQ(total_of({}), 0.0);
}

TEST(ReasonTest, TheErrorIsTheLargestInTheWholeTree) {
    std::vector<Reason> reasons{
        {"path", 1.0, {}, {{"step", 0.5, {}, {{"term", 0.25, {}, {}}}}, {"step", 0.5, {}, {}}}}};
    EXPECT_EQ(reason_error(1.0, reasons), 0.25) << "deep inside";
    EXPECT_EQ(reason_error(3.0, reasons), 2.0) << "at the top";
    EXPECT_EQ(reason_error(0.5, {}), 0.5) << "a score without reasons";
}

TEST(ReasonTest, AfterAddingUpThereIsNoError) {
    std::mt19937 random(11);
    const auto grow = [&](const auto& self, int depth) -> std::vector<Reason> {
        std::vector<Reason> reasons(1 + random() % 4);
        for (Reason& reason : reasons) {
            reason.share = std::uniform_real_distribution<double>(-1, 1)(random);
            if (depth > 0 && random() % 2 == 0) reason.parts = self(self, depth - 1);
        }
        return reasons;
    };
    for (int round = 0; round < 50; ++round) {
        std::vector<Reason> reasons = grow(grow, 4);
        add_up(reasons);
        EXPECT_EQ(reason_error(total_of(reasons), reasons), 0.0);
    }
}

}  // namespace
}  // namespace m150::test
