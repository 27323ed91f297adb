#include "bench/tune/folds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {
namespace {

// Laws: every query in exactly one part, labels not divided, sizes close.
TEST(Folds, PartsHoldEveryQueryOnceAndNeverDivideALabel) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random(seed);
        const std::size_t queries = 5 + static_cast<std::size_t>(random.below(60));
        const std::size_t names = 4 + static_cast<std::size_t>(random.below(20));
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < queries; ++i)
            labels.push_back(i < 4 ? std::to_string(i) : std::to_string(random.below(names)));
        for (const bool by_time : {false, true}) {
            const std::vector<Part> parts =
                by_time ? parts_by_time(labels, 4) : parts_by_group(labels, 4, seed);
            ASSERT_EQ(parts.size(), 4U);
            std::vector<int> seen(queries, 0);
            std::set<std::string> before;
            for (const Part& part : parts) {
                EXPECT_FALSE(part.empty());
                EXPECT_TRUE(std::is_sorted(part.begin(), part.end()));
                std::set<std::string> own;
                for (const std::size_t query : part) {
                    ++seen[query];
                    own.insert(labels[query]);
                    EXPECT_EQ(before.count(labels[query]), 0U);
                    if (by_time && !before.empty()) {
                        EXPECT_LT(*before.rbegin(), labels[query]);
                    }
                }
                before.insert(own.begin(), own.end());
            }
            EXPECT_EQ(seen, std::vector<int>(queries, 1));
        }
    }
}

TEST(Folds, PartsAreAboutAsLarge) {
    std::vector<std::string> labels;
    for (int i = 0; i < 100; ++i)
        labels.push_back(std::to_string(1000 + i / 2));
    for (const auto& parts : {parts_by_group(labels, 5, 1), parts_by_time(labels, 5)}) {
        for (const Part& part : parts)
            EXPECT_EQ(part.size(), 20U);
    }
    EXPECT_NE(parts_by_group(labels, 5, 1), parts_by_group(labels, 5, 2));
    EXPECT_EQ(parts_by_group(labels, 5, 1), parts_by_group(labels, 5, 1));
}

TEST(Folds, QueriesWithoutALabelHangWithNothing) {
    const std::vector<Part> parts = parts_by_group({"", "", "", "a", "a"}, 4, 1);
    for (const Part& part : parts)
        EXPECT_EQ(part.size(), part.front() == 3 ? 2U : 1U);
    EXPECT_THROW(parts_by_time({"2026-01-01", ""}, 2), InvalidInput);
}

TEST(Folds, TrainAndTestShareNothing) {
    const std::vector<Part> parts{{0, 3}, {1}, {2, 4}};
    const std::vector<Fold> folds = folds_of(parts);
    ASSERT_EQ(folds.size(), 3U);
    EXPECT_EQ(folds[1].train, (Part{0, 2, 3, 4}));
    EXPECT_EQ(folds[1].test, (Part{1}));
    const std::vector<Fold> forward = folds_forward(parts);
    ASSERT_EQ(forward.size(), 2U);
    EXPECT_EQ(forward[0].train, (Part{0, 3}));
    EXPECT_EQ(forward[0].test, (Part{1}));
    EXPECT_EQ(forward[1].train, (Part{0, 1, 3}));
    EXPECT_EQ(forward[1].test, (Part{2, 4}));
}

TEST(Folds, MorePartsThanGroupsAreRefused) {
    EXPECT_THROW(parts_by_group({"a", "a", "b"}, 3, 1), InvalidInput);
    EXPECT_THROW(parts_by_time({"a", "a", "b"}, 3), InvalidInput);
    EXPECT_THROW(parts_by_group({"a", "b"}, 1, 1), InvalidInput);
}

}  // namespace
}  // namespace m150::tune
