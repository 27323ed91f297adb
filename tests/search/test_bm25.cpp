#include "libm150/search/bm25.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace m150::indexing {
namespace {

TEST(Bm25, AgreesWithAHandCalculation) {
    // 10 documents, 3 with the term: ln(1 + 7.5 / 3.5).
    EXPECT_DOUBLE_EQ(Bm25::idf(10, 3), std::log(22.0 / 7.0));
    // tf 2 (8 quarters), a document twice as long as the average: 2 * 2.2 / (2 + 1.2 * (0.5 + 0.5 * 2))
    // = 1.157894...
    EXPECT_NEAR(Bm25(1.2, 0.5, 400).share(1.0, 8, 800), 22.0 / 19.0, 1e-9);
    EXPECT_EQ(Bm25(1.2, 0.5, 400).share(1.0, 0, 800), 0.0);
}

TEST(Bm25, IsPositiveEvenForATermInEveryDocument) {
    EXPECT_GT(Bm25::idf(1000, 1000), 0.0);
}

TEST(Bm25, GrowsWithTheCountFallsWithTheLengthAndStaysBelowTheLimit) {
    const Bm25 formula(1.2, 0.75, 300);
    for (std::uint32_t count = 1; count < 2000; ++count) {
        const double share = formula.share(3.0, count, 500);
        EXPECT_GE(formula.share(3.0, count + 1, 500), share);
        EXPECT_LE(formula.share(3.0, count, 600), share);
        EXPECT_LE(share, formula.limit(3.0));
    }
    EXPECT_NEAR(formula.share(3.0, 4000000000U, 500), formula.limit(3.0), 1e-6);
}

TEST(Bm25, SumsOfSharesAreExactInAnyOrder) {
    std::mt19937 random(1);
    const Bm25 formula(1.2, 0.5, 123);
    std::vector<double> shares;
    shares.reserve(500);
    for (int i = 0; i < 500; ++i) {
        shares.push_back(formula.share(std::log(2.0 + static_cast<double>(random() % 1000)),
                                       static_cast<std::uint32_t>(1 + random() % 50),
                                       static_cast<std::uint32_t>(random() % 900)));
    }
    const auto sum = [&] {
        double total = 0.0;
        for (const double share : shares)
            total += share;
        return total;
    };
    const double first = sum();
    for (int i = 0; i < 50; ++i) {
        std::shuffle(shares.begin(), shares.end(), random);
        EXPECT_EQ(sum(), first);
    }
}

TEST(Bm25, WithoutDocumentsOrSaturationNothingBreaks) {
    EXPECT_EQ(Bm25(0.0, 0.5, 0.0).share(2.0, 4, 4), 2.0);
    EXPECT_EQ(Bm25(1.2, 1.0, 0.0).share(2.0, 4, 0), Bm25(1.2, 1.0, 0.0).limit(2.0));
}

}  // namespace
}  // namespace m150::indexing
