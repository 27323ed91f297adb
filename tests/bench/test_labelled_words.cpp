#include "bench/evaluate/labelled_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/base/error.hpp"
#include "temporary_file.hpp"

namespace m150::testing {
namespace {

using namespace m150::evaluate;
using ::testing::ElementsAre;

TEST(LabelledWords, AreReadARowALine) {
    const TemporaryFile file("# a comment\n\none  two\nthree\n   \n");
    EXPECT_THAT(labelled_rows(file.path()), ElementsAre(ElementsAre("one", "two"), ElementsAre("three")));
    EXPECT_THROW(labelled_rows("/no/such/list"), InvalidInput);
}

TEST(LabelledWords, StemsAreCountedByPairs) {
    const Stem first_letter = [](const std::string& word) { return word.substr(0, 1); };
    StemCount count =
        count_stems({{"aa", "ab", "ba"}, {"bb"}, {"cc", "cd"}}, {{"da", "db"}, {"x", "y"}}, first_letter);
    EXPECT_EQ(count.words, 6U);
    EXPECT_EQ(count.pairs, 3U + 0U + 1U);
    EXPECT_EQ(count.joined, 1U + 0U + 1U);
    EXPECT_EQ(count.apart, 2U);
    EXPECT_EQ(count.wrong, 1U);
    EXPECT_EQ(count.across_families, 1U);  // ba and bb
    EXPECT_DOUBLE_EQ(count.share(), 0.5);
    count += count;
    EXPECT_EQ(count.pairs, 8U);
    EXPECT_DOUBLE_EQ(count.share(), 0.5);
    EXPECT_EQ(count_stems({}, {}, first_letter).share(), 0.0);
}

TEST(LabelledWords, CompoundsAreCountedByPoints) {
    const TemporaryFile file("# list\nparkeer+vergunning\nbestuur_s+dwang\noverlast\nhoreca+controle+team\n");
    const auto compounds = labelled_compounds(file.path());
    ASSERT_EQ(compounds.size(), 4U);
    EXPECT_EQ(compounds[1].word, "bestuursdwang");
    EXPECT_THAT(compounds[1].starts, ElementsAre(8U));
    EXPECT_THAT(compounds[3].starts, ElementsAre(6U, 14U));
    const Split splitter = [](const std::string& word) -> std::set<std::size_t> {
        if (word == "parkeervergunning") return {7};
        if (word == "bestuursdwang") return {7};
        if (word == "overlast") return {4};
        return {6};
    };
    const CompoundCount count = count_compounds(compounds, splitter);
    EXPECT_EQ(count.words, 4U);
    EXPECT_EQ(count.right_words, 1U);
    EXPECT_EQ(count.whole, 1U);
    EXPECT_EQ(count.whole_split, 1U);
    EXPECT_DOUBLE_EQ(count.precision(), 2.0 / 4);
    EXPECT_DOUBLE_EQ(count.recall(), 2.0 / 4);
    EXPECT_DOUBLE_EQ(count.f1(), 0.5);
    EXPECT_DOUBLE_EQ(count_compounds({}, splitter).f1(), 1.0);
}

}  // namespace
}  // namespace m150::testing
