#include "libm150/graph/input_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "libm150/base/error.hpp"
#include "tests/support/graph_world.hpp"

namespace m150 {
namespace {

using testing::graph_options;
using testing::graph_today;
using ::testing::HasSubstr;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

GraphInput good_input() {
    return {2,
            2,
            {{EvidenceKind::answered, 1, 1, graph_today, 1.0, "a-1"}},
            {{0, 1, false}},
            {{Tie::Kind::contact, 0, 1, graph_today, 1.0, "c-1"}}};
}

// The problems that are found once `spoil` has been at good input and options.
std::vector<Problem> problems_after(const std::function<void(GraphInput&, ExpertiseOptions&)>& spoil) {
    GraphInput input = good_input();
    ExpertiseOptions options = graph_options();
    spoil(input, options);
    try {
        graph::check(input, options);
    } catch (const InvalidInput& error) {
        return error.problems();
    }
    return {};
}

TEST(InputCheck, TakesWhatIsGood) {
    EXPECT_TRUE(problems_after([](GraphInput&, ExpertiseOptions&) {}).empty());
    EXPECT_NO_THROW(graph::check({}, {}));
}

TEST(InputCheck, FindsWhatIsWrongWithEvidence) {
    for (const auto& [spoil, what] : std::vector<std::pair<std::function<void(Evidence&)>, std::string>>{
             {[](Evidence& e) { e.municipality = 2; }, "there is no municipality 2"},
             {[](Evidence& e) { e.municipality = -1; }, "there is no municipality -1"},
             {[](Evidence& e) { e.topic = 7; }, "there is no topic 7"},
             {[](Evidence& e) { e.topic = -7; }, "there is no topic -7"},
             {[](Evidence& e) { e.amount = -0.1; }, "the amount -0.1 is out of range"},
             {[](Evidence& e) { e.amount = 1.5; }, "the amount 1.5 is out of range"},
             {[](Evidence& e) { e.amount = not_a_number; }, "the amount nan is out of range"},
             {[](Evidence& e) { e.kind = static_cast<EvidenceKind>(10); }, "there is no kind of evidence 10"},
             {[](Evidence& e) { e.date = graph_today.plus_days(1); },
              "the date 2026-03-03 is later than today, 2026-03-02"}}) {
        const auto problems = problems_after(
            [&spoil = spoil](GraphInput& input, ExpertiseOptions&) { spoil(input.evidence[0]); });
        ASSERT_EQ(problems.size(), 1U) << what;
        EXPECT_EQ(problems[0].what, what);
        EXPECT_EQ(problems[0].where, "evidence 0 (record a-1)");
        EXPECT_FALSE(problems[0].expected.empty());
    }
}

TEST(InputCheck, FindsWhatIsWrongWithTiesAndRelations) {
    for (const auto& [spoil, what] : std::vector<std::pair<std::function<void(GraphInput&)>, std::string>>{
             {[](GraphInput& i) { i.ties[0].a = 2; }, "there is no municipality 2"},
             {[](GraphInput& i) { i.ties[0].b = -1; }, "there is no municipality -1"},
             {[](GraphInput& i) { i.ties[0].amount = infinite; }, "the amount inf is out of range"},
             {[](GraphInput& i) { i.ties[0].kind = static_cast<Tie::Kind>(3); }, "there is no kind of tie 3"},
             {[](GraphInput& i) { i.ties[0].date = Date(2027, 1, 1); },
              "the date 2027-01-01 is later than today, 2026-03-02"},
             {[](GraphInput& i) { i.relations[0].a = 2; }, "there is no topic 2"},
             {[](GraphInput& i) { i.relations[0].b = -2; }, "there is no topic -2"},
             {[](GraphInput& i) { i.topics = -1; }, "a number of municipalities or topics is negative"}}) {
        const auto problems =
            problems_after([&spoil = spoil](GraphInput& input, ExpertiseOptions&) { spoil(input); });
        ASSERT_EQ(problems.size(), 1U) << what;
        EXPECT_EQ(problems[0].what, what);
    }
}

TEST(InputCheck, ABorderNeedsNoDate) {
    const auto problems = problems_after([](GraphInput& input, ExpertiseOptions&) {
        input.ties[0].kind = Tie::Kind::border;
        input.ties[0].date = Date(2030, 1, 1);
    });
    EXPECT_TRUE(problems.empty());
}

TEST(InputCheck, FindsOptionsOutOfRange) {
    for (const auto& [spoil, field] :
         std::vector<std::pair<std::function<void(ExpertiseOptions&)>, std::string>>{
             {[](ExpertiseOptions& o) { o.half_life_days = 0.0; }, "half_life_days"},
             {[](ExpertiseOptions& o) { o.half_life_days = -730.0; }, "half_life_days"},
             {[](ExpertiseOptions& o) { o.half_life_days = infinite; }, "half_life_days"},
             {[](ExpertiseOptions& o) { o.related_share = 1.1; }, "related_share"},
             {[](ExpertiseOptions& o) { o.broader_share = -0.1; }, "broader_share"},
             {[](ExpertiseOptions& o) { o.restart = 0.0; }, "restart"},
             {[](ExpertiseOptions& o) { o.restart = not_a_number; }, "restart"},
             {[](ExpertiseOptions& o) { o.tie_weight = 2.0; }, "tie_weight"},
             {[](ExpertiseOptions& o) { o.inherited = 1.1; }, "inherited"},
             {[](ExpertiseOptions& o) { o.weights.pop_back(); }, "weights"},
             {[](ExpertiseOptions& o) { o.weights[3] = -1.0; }, "weights"},
             {[](ExpertiseOptions& o) { o.weights[6] = not_a_number; }, "weights"}}) {
        const auto problems =
            problems_after([&spoil = spoil](GraphInput&, ExpertiseOptions& options) { spoil(options); });
        ASSERT_EQ(problems.size(), 1U) << field;
        EXPECT_EQ(problems[0].where, "ExpertiseOptions, field " + field);
    }
}

TEST(InputCheck, ListsTheFirstHundredAndCountsTheRest) {
    GraphInput input = good_input();
    input.evidence.assign(250, input.evidence[0]);
    for (Evidence& evidence : input.evidence)
        evidence.amount = -1.0;
    try {
        graph::check(input, graph_options());
        FAIL() << "nothing was found";
    } catch (const InvalidInput& error) {
        EXPECT_EQ(error.problems().size(), 100U);
        EXPECT_EQ(error.total(), 250U);
        EXPECT_EQ(error.problems()[99].where, "evidence 99 (record a-1)");
    }
}

TEST(InputCheck, NumbersAreCheckedAgainstTheirCount) {
    EXPECT_NO_THROW(graph::check_number("topic", 1, 2));
    EXPECT_THROW(graph::check_number("topic", 2, 2), InvalidInput);
    EXPECT_THROW(graph::check_number("topic", -1, 2), InvalidInput);
    try {
        graph::check_number("topic", 0, 0);
        FAIL() << "there is no topic at all";
    } catch (const InvalidInput& error) {
        EXPECT_THAT(error.what(), HasSubstr("none: the graph has no topic"));
    }
}

TEST(InputCheck, SeedsNeedAPositiveWeightSomewhere) {
    EXPECT_NO_THROW(graph::check_seeds({{0, 0.0}, {1, 1e-300}}, 2));
    for (const std::vector<TopicWeight>& seeds : std::vector<std::vector<TopicWeight>>{{},
                                                                                       {{0, 0.0}},
                                                                                       {{0, 1.0}, {2, 1.0}},
                                                                                       {{-1, 1.0}},
                                                                                       {{0, 1.0}, {1, -1.0}},
                                                                                       {{0, infinite}},
                                                                                       {{0, not_a_number}}}) {
        EXPECT_THROW(graph::check_seeds(seeds, 2), InvalidInput);
    }
}

}  // namespace
}  // namespace m150
