#include "libm150/search/part.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace m150::indexing {
namespace {

using ::testing::ElementsAre;

TEST(Mask, AgreesWithASet) {
    std::mt19937 random(2);
    for (int round = 0; round < 50; ++round) {
        Mask mask;
        std::set<std::uint32_t> twin;
        for (std::size_t n = random() % 40; n > 0; --n) {
            const auto document = static_cast<std::uint32_t>(random() % 500);
            mask.add(document, 3);
            twin.insert(document);
        }
        EXPECT_EQ(mask.documents(), twin.size());
        EXPECT_EQ(mask.length(), 3 * twin.size());
        for (std::uint32_t document = 0; document < 600; ++document) {
            ASSERT_EQ(mask.contains(document), twin.contains(document));
            const auto next = twin.lower_bound(document);
            ASSERT_EQ(mask.next(document), next == twin.end() ? std::nullopt : std::optional(*next));
        }
    }
}

std::vector<std::string> kept(std::vector<Candidate> candidates, std::size_t limit) {
    keep_best(candidates, limit);
    std::vector<std::string> keys;
    keys.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
        keys.push_back(candidate.key);
    return keys;
}

TEST(KeepBest, OfEachGroupTheBestTiesByKey) {
    const std::vector<Candidate> all{{1.0, "d", "g", {}, 0}, {2.0, "c", "g", {}, 1}, {2.0, "b", "g", {}, 2},
                                     {3.0, "f", "", {}, 3},  {1.5, "e", "", {}, 4},  {2.0, "a", "h", {}, 5}};
    EXPECT_THAT(kept(all, 9), ElementsAre("f", "a", "b", "e"));
    EXPECT_THAT(kept(all, 2), ElementsAre("f", "a"));
    EXPECT_THAT(kept(all, 0), ElementsAre());
}

}  // namespace
}  // namespace m150::indexing
