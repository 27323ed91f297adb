#include "libm150/solve/top_k.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

using Entry = TopK<int>::Entry;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The slow twin: sort everything, cut.
std::vector<Entry> sorted_and_cut(std::vector<Entry> entries, std::size_t limit) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.score > b.score || (a.score == b.score && a.id < b.id);
    });
    entries.resize(std::min(entries.size(), limit));
    return entries;
}

TEST(TopK, EqualScoresComeByAscendingIdWhateverTheOrderOfOffers) {
    TopK<std::string> best(3);
    for (const char* id : {"Zeist", "Gouda", "Assen", "Breda", "Delft"})
        best.offer(id, id[0] == 'D' ? 2.0 : 1.0);
    std::vector<std::string> ids;
    for (const auto& entry : best.take())
        ids.push_back(entry.id);
    EXPECT_THAT(ids, ElementsAre("Delft", "Assen", "Breda"));
}

TEST(TopK, AgreesWithAFullSort) {
    Random random(1);
    for (int round = 0; round < 3000; ++round) {
        std::vector<Entry> offers;
        const auto count = random.below(60);
        for (std::uint64_t i = 0; i < count; ++i) {
            offers.push_back({static_cast<int>(i), static_cast<double>(random.between(-3, 3))});
        }
        random.shuffle(offers);
        const auto limit = static_cast<std::size_t>(random.below(25));
        TopK<int> best(limit);
        for (const Entry& offer : offers)
            best.offer(offer.id, offer.score);
        ASSERT_EQ(best.size(), std::min(limit, offers.size()));
        ASSERT_EQ(best.take(), sorted_and_cut(offers, limit));
    }
}

TEST(TopK, SaysBeforehandWhatItWouldKeep) {
    TopK<int> best(2);
    EXPECT_TRUE(best.would_keep(7, -100.0));
    best.offer(5, 1.0);
    EXPECT_FALSE(best.full());
    best.offer(3, 2.0);
    EXPECT_TRUE(best.full());
    EXPECT_EQ(best.worst_score(), 1.0);
    EXPECT_TRUE(best.would_keep(4, 1.0));
    EXPECT_FALSE(best.would_keep(6, 1.0));
    EXPECT_FALSE(best.would_keep(1, 0.5));
}

TEST(TopK, NothingIsKeptOfNoPlaces) {
    TopK<int> best(0);
    best.offer(1, 1.0);
    EXPECT_FALSE(best.would_keep(1, 2.0));
    EXPECT_THAT(best.take(), IsEmpty());
}

TEST(TopK, TakingEmptiesIt) {
    TopK<int> best(2);
    best.offer(1, 1.0);
    EXPECT_THAT(best.take(), ElementsAre(Entry{1, 1.0}));
    EXPECT_THAT(best.take(), IsEmpty());
    best.offer(2, 0.5);
    EXPECT_THAT(best.take(), ElementsAre(Entry{2, 0.5}));
}

TEST(TopK, InfinitiesHaveTheirPlaceAndNoNumberHasNone) {
    const double infinity = std::numeric_limits<double>::infinity();
    TopK<int> best(2);
    best.offer(1, -infinity);
    best.offer(2, 0.0);
    best.offer(3, infinity);
    EXPECT_THROW(best.offer(4, std::numeric_limits<double>::quiet_NaN()), InvalidInput);
    EXPECT_THAT(best.take(), ElementsAre(Entry{3, infinity}, Entry{2, 0.0}));
}

}  // namespace
}  // namespace m150
