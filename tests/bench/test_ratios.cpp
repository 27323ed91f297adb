#include "bench/tune/ratios.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "bench/tune/tune.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {
namespace {

constexpr std::size_t queries = 40;
constexpr std::size_t documents = 25;

// What the parts of the scores would be at weights of 1: the best document of each query has the largest sum
// under hidden weights.
struct MadeUp {
    std::vector<double> hidden;
    std::vector<std::vector<double>> features;  // by query and document, one row after the other
    std::vector<std::vector<int>> grades;       // by query

    explicit MadeUp(std::vector<double> weights, std::uint64_t seed = 1) : hidden(std::move(weights)) {
        Random random(seed);
        for (std::size_t q = 0; q < queries; ++q) {
            std::vector<double> scores;
            for (std::size_t d = 0; d < documents; ++d) {
                std::vector<double>& row = features.emplace_back();
                double score = 0.0;
                for (const double weight : hidden) {
                    row.push_back(random.uniform());
                    score += weight * row.back();
                }
                scores.push_back(score);
            }
            std::vector<double> sorted = scores;
            std::sort(sorted.begin(), sorted.end(), std::greater<>());
            std::vector<int>& own = grades.emplace_back();
            for (const double score : scores)
                own.push_back(score >= sorted[2] ? 1 : 0);
        }
    }

    Shares shares(const Point& weights, const Part& asked) const {
        Shares made;
        made.examples.features = hidden.size();
        for (std::size_t i = 0; i < asked.size(); ++i) {
            for (std::size_t d = 0; d < documents; ++d) {
                for (std::size_t f = 0; f < hidden.size(); ++f)
                    made.examples.values.push_back(std::get<double>(weights[f]) *
                                                   features[asked[i] * documents + d][f]);
                made.examples.groups.push_back(i);
                made.examples.grades.push_back(grades[asked[i]][d]);
            }
            made.judged.push_back(grades[asked[i]]);
        }
        return made;
    }

    double ndcg(const Point& weights, std::size_t query) const {
        const Shares own = shares(weights, {query});
        std::vector<double> sums;
        for (std::size_t d = 0; d < documents; ++d) {
            double sum = 0.0;
            for (std::size_t f = 0; f < hidden.size(); ++f)
                sum += own.examples.row(d)[f];
            sums.push_back(sum);
        }
        return mean_ndcg(own.examples, sums, 10);
    }

    Objective objective() const {
        Objective made;
        for (std::size_t q = 0; q < queries; ++q)
            made.queries.push_back("q" + std::to_string(100 + q));
        made.measures = {"nDCG@10"};
        made.data = "0";
        const SearchSpace space = ratio_space();
        made.evaluate = [this, space](const KnowledgeBaseOptions& options, const Part& asked) {
            Score score;
            for (const std::size_t query : asked)
                score.values.push_back(ndcg(space.point_of(options), query));
            score.means = {mean_of(score.values)};
            return score;
        };
        made.shares = [this, space](const KnowledgeBaseOptions& options, const Part& asked) {
            return shares(space.point_of(options), asked);
        };
        return made;
    }
};

TuneOptions linear_options() {
    TuneOptions options;
    options.space = ratio_space();
    options.strategy = Strategy::linear;
    options.labels.resize(queries);
    return options;
}

TEST(Ratios, PartsHaveParametersThatOnlyRank) {
    const SearchSpace space = ratio_space();
    ASSERT_EQ(space.dimensions.size(), score_parts().size());
    for (const Dimension& dimension : space.dimensions) {
        EXPECT_FALSE(parameter(dimension.parameter).makes_index);
        EXPECT_GT(std::get<double>(get_parameter({}, dimension.parameter)), 0.0)
            << "a part that weighs nothing has no share to fit to";
    }
}

TEST(Ratios, AreFoundWhereTheyWerePlanted) {
    const MadeUp world({1.0, 2.0, 0.2, 1.6});
    const Objective objective = world.objective();
    TuneOptions options = linear_options();
    const TuneResult result = tune(objective, options);
    EXPECT_LT(mean_of(result.start), 0.95);
    EXPECT_GT(result.seen, 0.99);
    EXPECT_GT(mean_of(result.unseen), 0.97);
    const double words = std::get<double>(result.winner[0]);
    for (std::size_t f = 1; f < 4; ++f)
        EXPECT_NEAR(std::get<double>(result.winner[f]) / words, world.hidden[f], 0.25 * world.hidden[f]);
    EXPECT_EQ(words, std::get<double>(ratio_space().point_of({})[0])) << "only ratios matter";
}

TEST(Ratios, OfPartsThatAreNotThereAreLeftAsTheyWere) {
    MadeUp world({1.0, 0.0, 2.0, 0.5});
    for (auto& row : world.features)
        row[1] = 0.0;
    const TuneResult result = tune(world.objective(), linear_options());
    EXPECT_EQ(result.winner[1], ratio_space().point_of({})[1]);
    EXPECT_GT(result.seen, 0.97);
}

TEST(Ratios, NeverEndWorseThanTheStart) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        MadeUp world({1.0, 1.0, 1.0, 1.0}, seed);
        Random random(seed);
        for (auto& grades : world.grades)
            random.shuffle(grades);  // nothing to be learned
        const TuneResult result = tune(world.objective(), linear_options());
        EXPECT_GE(result.seen, mean_of(world.objective().evaluate({}, result.measured).values));
    }
}

TEST(Ratios, HaveFourDigits) {
    EXPECT_EQ(four_digits(0.123456), 0.1235);
    EXPECT_EQ(four_digits(-12345.6), -12350.0);
    EXPECT_EQ(four_digits(1e-9), 1e-9);
    EXPECT_EQ(four_digits(0.0), 0.0);
}

}  // namespace
}  // namespace m150::tune
