#include "libm150/match/fusion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "libm150/match/nearest.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {
namespace {

struct Field {
    std::vector<std::vector<std::int8_t>> vectors;
    std::vector<std::string> ids;
    std::vector<Contender> contenders;
};

// Contenders with everything: vectors of 16 numbers, up to three of five topics, some without either.
Field random_field(std::uint64_t seed, std::size_t count) {
    Random random(seed);
    Field field;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<std::int8_t> vector;
        if (random.below(10) > 0) {
            for (int k = 0; k < 16; ++k)
                vector.push_back(static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127));
        }
        field.vectors.push_back(std::move(vector));
        field.ids.push_back("v-" + std::to_string(i));
    }
    for (std::size_t i = 0; i < count; ++i) {
        Contender one;
        one.id = field.ids[i];
        one.words = random.uniform();
        one.cosine = 2 * random.uniform() - 1;
        if (seed % 2 == 0) one.given = 2 * random.uniform() - 1;  // half of the fields know of no other model
        for (int topic = 0; topic < 5; ++topic) {
            if (random.below(3) == 0) one.topics.push_back(topic);
        }
        one.accepted = random.below(2) == 0;
        one.age_days = 2000 * random.uniform() - 100;
        one.vector = field.vectors[i];
        field.contenders.push_back(std::move(one));
    }
    return field;
}

double sum_of(const std::vector<ShareOf>& shares) {
    return std::accumulate(shares.begin(), shares.end(), 0.0,
                           [](double sum, const ShareOf& share) { return sum + share.share; });
}

TEST(Fusion, ScoresAreSumsOfSharesBetweenNothingAndOne) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Field field = random_field(seed, 1 + seed);
        const RankingOptions options;
        const auto about = believed_topics(field.contenders, options);
        const auto fused = fuse(field.contenders, about, options);
        ASSERT_EQ(fused.size(), field.contenders.size());
        for (std::size_t i = 0; i < fused.size(); ++i) {
            const Fused& one = fused[i];
            const double sum = one.words + one.meaning + one.given + sum_of(one.neighbours) +
                               sum_of(one.topics) + one.accepted + one.recent;
            EXPECT_NEAR(one.score, sum, 1e-12);
            EXPECT_GE(std::min({one.words, one.meaning, one.given, one.accepted, one.recent}), 0.0);
            if (seed % 2 != 0) {
                EXPECT_EQ(one.given, 0.0);
            }
            EXPECT_LE(one.score - one.accepted - one.recent, 1.0 + 1e-12);
            EXPECT_GE(fused[i == 0 ? 0 : i - 1].score, one.score);
        }
    }
}

TEST(Fusion, TheSameInAnyOrder) {
    Field field = random_field(7, 40);
    std::erase_if(field.contenders, [](const Contender& one) { return one.vector.empty(); });  // ties
    const RankingOptions options;
    const auto ranking = [&] {
        std::vector<std::pair<std::string, double>> list;
        for (const Fused& one : fuse(field.contenders, believed_topics(field.contenders, options), options))
            list.emplace_back(field.contenders[one.contender].id, one.score);
        return list;
    };
    const auto first = ranking();
    std::reverse(field.contenders.begin(), field.contenders.end());
    const auto second = ranking();
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].first, second[i].first);
        EXPECT_NEAR(first[i].second, second[i].second, 1e-12);
    }
}

TEST(Fusion, AllAtItsBestIsOne) {
    const std::vector<std::int8_t> vector{100, 50};
    std::vector<Contender> contenders(3);
    const char* ids[] = {"a", "b", "c"};
    for (std::size_t i = 0; i < 3; ++i) {
        contenders[i].id = ids[i];
        contenders[i].words = contenders[i].cosine = contenders[i].given = 1.0;
        contenders[i].topics = {2};
        contenders[i].vector = vector;
    }
    RankingOptions options;
    options.recent_bonus = 0.0;
    for (const Fused& one : fuse(contenders, believed_topics(contenders, options), options))
        EXPECT_NEAR(one.score, 1.0, 1e-12);
}

// What no contender has is left out of the largest score: scores of bases with and without compare.
TEST(Fusion, AModelThatPlacesNobodyChangesNothing) {
    const Field field = random_field(5, 30);
    RankingOptions options;
    const auto before = fuse(field.contenders, believed_topics(field.contenders, options), options);
    options.given = 50.0;
    const auto after = fuse(field.contenders, believed_topics(field.contenders, options), options);
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].contender, after[i].contender);
        EXPECT_EQ(before[i].score, after[i].score);
    }
}

TEST(Fusion, OnlyTheRatiosOfTheWeightsMatter) {
    const Field field = random_field(4, 30);
    RankingOptions options;
    const auto about = believed_topics(field.contenders, options);
    const auto before = fuse(field.contenders, about, options);
    for (double* weight :
         {&options.words, &options.cosine, &options.given, &options.neighbours, &options.topics})
        *weight *= 4.0;
    const auto after = fuse(field.contenders, about, options);
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].contender, after[i].contender);
        EXPECT_NEAR(before[i].score, after[i].score, 1e-12);
    }
}

TEST(Fusion, EachPartLiftsTheOneItSpeaksFor) {
    const std::vector<std::int8_t> north{0, 100}, east{100, 0};
    std::vector<Contender> contenders(3);
    const char* ids[] = {"a", "b", "c"};
    for (std::size_t i = 0; i < 3; ++i) {
        contenders[i].id = ids[i];
        contenders[i].words = 0.3;
        contenders[i].vector = i == 0 ? east : north;
    }
    const auto order = [&](const std::vector<Contender>& list, const std::vector<TopicBelief>& about = {}) {
        RankingOptions options;
        options.neighbours = 0.7;
        std::string text;
        for (const Fused& one : fuse(list, about, options))
            text += list[one.contender].id;
        return text;
    };
    EXPECT_EQ(order(contenders), "bca") << "b and c vouch for each other";
    auto changed = contenders;
    changed[2].cosine = 0.2;
    EXPECT_EQ(order(changed), "cba") << "b leans on c";
    changed = contenders;
    changed[0].topics = {4};
    EXPECT_EQ(order(changed, {{4, 1.0}}), "abc");
    changed = contenders;
    changed[2].accepted = true;
    EXPECT_EQ(order(changed), "cba");
    changed = contenders;
    changed[1].age_days = 5000;
    EXPECT_EQ(order(changed), "cba");
}

TEST(Fusion, TheQuestionsTopicsAreThoseOfTheBest) {
    std::vector<Contender> contenders(12);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < contenders.size(); ++i)
        ids.push_back("v-" + std::to_string(10 + i));
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        contenders[i].id = ids[i];
        contenders[i].words = i < 2 ? 0.8 : 0.2;
        contenders[i].topics = {i < 2 ? 7 : 1};
    }
    const auto about = believed_topics(contenders, {});
    ASSERT_EQ(about.size(), 2U);
    EXPECT_EQ(about[1].topic, 7);
    EXPECT_NEAR(about[0].part + about[1].part, 1.0, 1e-12);
    EXPECT_GT(about[1].part, 0.9) << "eight weak ones do not outvote two strong ones";
    const int known[] = {3};
    const auto told = believed_topics(contenders, {}, known);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].topic, 3);
    EXPECT_TRUE(believed_topics({}, {}).empty());
}

// The obvious way to the same.
std::vector<std::vector<Neighbour>> slow_nearest(const std::vector<Likeness>& items,
                                                 const NearestOptions& options) {
    std::vector<std::vector<Neighbour>> result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::vector<Neighbour> all;
        for (std::size_t j = 0; j < items.size(); ++j) {
            const auto& [x, a] = items[i];
            const auto& [y, b] = items[j];
            double dot = 0, xx = 0, yy = 0;
            for (std::size_t k = 0; k < std::min(x.size(), y.size()); ++k)
                dot += x[k] * y[k];
            for (const int v : x)
                xx += v * v;
            for (const int v : y)
                yy += v * v;
            std::vector<int> both, either;
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
            std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
            double alike = xx > 0 && yy > 0 ? dot / std::sqrt(xx * yy) : 0.0;
            if (!either.empty())
                alike += options.shared_topic * static_cast<double>(both.size()) /
                         static_cast<double>(either.size());
            if (i != j && alike > 0) all.push_back({j, alike});
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& p, const auto& q) { return p.weight > q.weight + 1e-12; });
        if (all.size() > options.most) all.resize(options.most);
        double total = 0;
        for (auto& one : all)
            total += one.weight = one.weight * one.weight;
        for (auto& one : all)
            one.weight /= total;
        result.push_back(std::move(all));
    }
    return result;
}

TEST(Nearest, AgreesWithTheObviousWay) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Field field = random_field(seed, seed * 3);
        std::vector<Likeness> items;
        for (const Contender& one : field.contenders)
            items.push_back({one.vector, one.topics});
        const NearestOptions options{seed % 7, 0.1 * static_cast<double>(seed % 4)};
        const auto fast = nearest(items, options);
        const auto slow = slow_nearest(items, options);
        ASSERT_EQ(fast.size(), slow.size());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            ASSERT_EQ(fast[i].size(), slow[i].size());
            for (std::size_t k = 0; k < fast[i].size(); ++k) {
                EXPECT_EQ(fast[i][k].item, slow[i][k].item) << "seed " << seed << ", item " << i;
                EXPECT_NEAR(fast[i][k].weight, slow[i][k].weight, 1e-12);
            }
        }
    }
}

}  // namespace
}  // namespace m150::testing
