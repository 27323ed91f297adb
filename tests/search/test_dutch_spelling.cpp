#include "libm150/search/dutch_spelling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace m150::testing {
namespace {

using dutch_spelling::closed_spelling;
using dutch_spelling::closed_spellings;
using dutch_spelling::open_spellings;
using dutch_spelling::past_in_t;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DutchSpelling, OfAClosedSyllable) {
    EXPECT_EQ(closed_spelling("handhav"), "handhaaf");
    EXPECT_EQ(closed_spelling("legg"), "leg");
    EXPECT_EQ(closed_spelling("vergader"), "vergader");
    EXPECT_EQ(closed_spelling("waarschuw"), "waarschuw");
    EXPECT_EQ(closed_spelling("a"), "a");
    EXPECT_THAT(closed_spellings("zak"), ElementsAre("zaak", "zak"));
    EXPECT_THAT(closed_spellings("huiz"), ElementsAre("huis", "huiz"));
    EXPECT_THAT(closed_spellings(""), IsEmpty());
}

TEST(DutchSpelling, OfAnOpenSyllable) {
    EXPECT_THAT(open_spellings("handhaaf"), ElementsAre("handhav", "handhaf"));
    EXPECT_THAT(open_spellings("leg"), ElementsAre("legg"));
    EXPECT_THAT(open_spellings("regel"), ElementsAre("regell", "regel"));
    EXPECT_THAT(open_spellings("huis"), ElementsAre("huiz", "huis"));
    EXPECT_THAT(open_spellings("x"), IsEmpty());
}

// Law: opening a word and closing it again gives the word among the answers.
TEST(DutchSpelling, ThereAndBack) {
    for (const char* word : {"straat", "zak", "zaak", "brief", "huis", "regel", "bord", "school", "man",
                             "muur", "wijk", "kies"}) {
        for (const auto& open : {open_spellings(word).front()})
            EXPECT_THAT(closed_spellings(open), Contains(word)) << open;
    }
}

TEST(DutchSpelling, ThePastOfAWeakVerb) {
    EXPECT_TRUE(past_in_t("werken"));
    EXPECT_TRUE(past_in_t("lachen"));
    EXPECT_FALSE(past_in_t("handhaven"));
    EXPECT_FALSE(past_in_t("melden"));
}

}  // namespace
}  // namespace m150::testing
