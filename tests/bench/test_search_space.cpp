#include "bench/tune/search_space.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/base/error.hpp"

namespace m150::tune {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

SearchSpace space(const std::string& json) {
    return search_space_from_json(json, "space.json");
}

std::vector<Problem> problems_in(const std::string& json) {
    try {
        space(json);
    } catch (const InvalidInput& error) {
        return error.problems();
    }
    return {};
}

ParameterValue real(double value) {
    return value;
}
ParameterValue whole(std::int64_t value) {
    return value;
}

TEST(SearchSpace, ListsAndRangesGiveValuesAsTheParameterTakesThem) {
    const SearchSpace all =
        space(R"({"index.title_weight": [1, 2.5], "index.b": {"low": 0, "high": 1, "points": 3},
        "index.k1": {"low": 0.5, "high": 2, "points": 3, "log": true},
        "query.max_terms": {"low": 1, "high": 4, "points": 7},
        "index.answer_weight": {"low": 0.9, "high": 2, "points": 5},
        "index.analysis.compounds": [true, false]})");
    EXPECT_THAT(all.dimensions[0].candidates(), ElementsAre(real(1), real(2.5)));
    EXPECT_THAT(all.dimensions[1].candidates(), ElementsAre(real(0), real(0.5), real(1)));
    EXPECT_THAT(all.dimensions[2].candidates(), ElementsAre(real(0.5), real(1), real(2)));
    EXPECT_THAT(all.dimensions[3].candidates(), ElementsAre(whole(1), whole(2), whole(3), whole(4)));
    EXPECT_THAT(all.dimensions[4].candidates(),
                ElementsAre(real(1), real(1.25), real(1.5), real(1.75), real(2)));
    EXPECT_THAT(all.dimensions[5].candidates(), ElementsAre(ParameterValue(true), ParameterValue(false)));
    EXPECT_THAT(all.grid(2 * 3 * 3 * 4 * 5 * 2), SizeIs(2 * 3 * 3 * 4 * 5 * 2));
    EXPECT_THROW(all.grid(2 * 3 * 3 * 4 * 5 * 2 - 1), InvalidInput);
}

TEST(SearchSpace, ACloserLookStaysWithinTheRangeAndHoldsItsCentre) {
    const SearchSpace all = space(R"({"index.b": {"low": 0, "high": 1, "points": 3}})");
    const Dimension& b = all.dimensions[0];
    EXPECT_THAT(b.candidates_around(real(0.5), 0.5), ElementsAre(real(0.25), real(0.5), real(0.75)));
    EXPECT_THAT(b.candidates_around(real(0), 0.5), ElementsAre(real(0), real(0.25), real(0.5)));
    EXPECT_THAT(b.candidates_around(real(0.9), 0.5), ElementsAre(real(0.5), real(0.75), real(1)));
}

TEST(SearchSpace, DrawsLieWithinAndCoverTheRange) {
    const SearchSpace all = space(R"({"index.k1": {"low": 0.01, "high": 100, "log": true},
                                      "query.max_terms": {"low": 3, "high": 5}})");
    Random random(7);
    int small = 0;
    std::set<std::int64_t> terms;
    for (int i = 0; i < 1000; ++i) {
        const double k1 = std::get<double>(all.dimensions[0].draw(random));
        EXPECT_TRUE(k1 >= 0.01 && k1 <= 100);
        small += k1 < 1 ? 1 : 0;
        terms.insert(std::get<std::int64_t>(all.dimensions[1].draw(random)));
    }
    EXPECT_NEAR(small, 500, 60);  // log: half of them below the geometric middle
    EXPECT_THAT(terms, ElementsAre(3, 4, 5));
}

TEST(SearchSpace, GridIsEveryCombinationAndSaysWhichShareAnIndex) {
    const SearchSpace all = space(R"({"index.k1": [1, 2], "index.title_weight": [1, 3]})");
    const std::vector<Point> points = all.grid(4);
    EXPECT_THAT(points, ElementsAre(Point{1.0, 1.0}, Point{1.0, 3.0}, Point{2.0, 1.0}, Point{2.0, 3.0}));
    EXPECT_EQ(all.index_part(points[1]), all.index_part(points[3]));
    EXPECT_NE(all.index_part(points[0]), all.index_part(points[1]));
    const KnowledgeBaseOptions options = all.at({}, points[3]);
    EXPECT_EQ(options.index.k1, 2);
    EXPECT_EQ(options.index.title_weight, 3);
    EXPECT_EQ(all.point_of(options), points[3]);
}

TEST(SearchSpace, SaysEverythingThatIsWrong) {
    const auto problems = problems_in(R"({"index.k2": [1], "index.b": [0.5, 2], "index.k1": [],
        "index.analysis.compounds": {"low": 0, "high": 1}, "knowers.votes": {"low": 3, "high": 2},
        "knowers.topics": {"low": 0, "high": 2, "log": true}, "knowers.network": {"low": 0},
        "knowers.accepted": {"low": 0, "high": 2, "pionts": 3}, "speakers.words": 3, "speakers.topics": [1, 1.0]})");
    ASSERT_THAT(problems, SizeIs(10));
    std::string text;
    for (const Problem& problem : problems) {
        EXPECT_THAT(problem.where, HasSubstr("space.json"));
        text += problem.text() + "\n";
    }
    for (const char* part : {"did you mean index.k1?", "index.b: is 2", "has no values", "has no range",
                             "has the range 3 to 2", "is log from 0", "lacks high", "'pionts'", "twice"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    EXPECT_THAT(problems_in("{}").at(0).what, HasSubstr("no parameter"));
    EXPECT_THAT(problems_in("{\n\"a\": ").at(0).where, HasSubstr("space.json:2"));
    EXPECT_THAT(problems_in(R"({"index.b": [0.5], "index.b": [1]})").at(0).what, HasSubstr("given twice"));
    EXPECT_THROW(read_search_space("/nowhere/space.json"), InvalidInput);
}

}  // namespace
}  // namespace m150::tune
