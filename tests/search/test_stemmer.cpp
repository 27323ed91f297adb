#include "libm150/search/stemmer.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>

#include "bench/evaluate/labelled_words.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::testing {
namespace {

const std::string lists = M150_SOURCE_DIR "/tests/search/data/";

evaluate::StemCount measure(const std::string& list, const evaluate::Stem& stem) {
    return evaluate::count_stems(evaluate::labelled_rows(lists + "stem_families_" + list + ".txt"),
                                 evaluate::labelled_rows(lists + "stem_apart_" + list + ".txt"), stem);
}

class Stemmer : public ::testing::Test {
  protected:
    CompoundSplitter splitter{Lexicon::dutch(), word_data::compound_rules()};
    DutchStemmer stemmer{Lexicon::dutch(), splitter};
    evaluate::Stem ours = [this](const std::string& word) { return stemmer.stem(word); };
};

TEST_F(Stemmer, JoinsTheFamiliesOfTheFieldAndNothingElse) {
    const evaluate::StemCount seen = measure("seen", ours);
    EXPECT_GE(seen.pairs, 1000U);
    EXPECT_GE(seen.share(), 0.99);
    EXPECT_EQ(seen.wrong, 0U);
    EXPECT_EQ(seen.across_families, 0U);
}

// What docs/quality.md says of the lists that tell how well the rules do on other words than those they were
// made on.
TEST_F(Stemmer, JoinsTheFamiliesItWasNotMadeOn) {
    const evaluate::StemCount fresh = measure("fresh", ours);
    EXPECT_GE(fresh.pairs, 600U);
    EXPECT_GE(fresh.apart, 150U);
    EXPECT_GE(fresh.share(), 0.97);
    EXPECT_LE(fresh.wrong, 4U);
    EXPECT_EQ(fresh.across_families, 0U);
}

TEST_F(Stemmer, KeepsWhatItLearnedFromOlderLists) {
    for (const char* list : {"fourth", "fifth"}) {
        const evaluate::StemCount older = measure(list, ours);
        EXPECT_GE(older.share(), 0.98) << list;
        EXPECT_LE(older.wrong, 4U) << list;
        EXPECT_EQ(older.across_families, 0U) << list;
    }
}

TEST_F(Stemmer, IsFarBetterThanSnowballsTwoDutchStemmers) {
    for (const char* name : {"dutch", "kraaij_pohlmann"}) {
        const Xapian::Stem snowball(name);
        for (const char* list : {"seen", "fourth", "fifth", "fresh"}) {
            const evaluate::StemCount theirs =
                measure(list, [&](const std::string& word) { return snowball(word); });
            const evaluate::StemCount own = measure(list, ours);
            EXPECT_LT(theirs.share(), 0.6) << name << ' ' << list;
            EXPECT_GT(theirs.wrong, own.wrong + 1) << name << ' ' << list;
        }
    }
}

TEST_F(Stemmer, TellsApartWhatKraaijPohlmannConfuses) {
    EXPECT_NE(ours("gemeente"), ours("mening"));
    EXPECT_NE(ours("gebied"), ours("bieden"));
    EXPECT_NE(ours("gezag"), ours("zagen"));
    EXPECT_NE(ours("gezin"), ours("zin"));
}

// Words whose ge- is no prefix, and a -er and an -ing of one verb.
TEST_F(Stemmer, JoinsTheFormsOfWordsThatLookLikeOthers) {
    EXPECT_EQ(ours("handhaver"), ours("handhaving"));
    EXPECT_EQ(ours("handhavers"), ours("handhaven"));
    EXPECT_EQ(ours("gemeente"), ours("gemeenten"));
    EXPECT_EQ(ours("gemeente"), ours("gemeentelijke"));
    EXPECT_EQ(ours("gebied"), ours("gebieden"));
    EXPECT_EQ(ours("gezin"), ours("gezinnen"));
    EXPECT_EQ(ours("gezag"), "gezag");
}

TEST_F(Stemmer, StemsTheLastPartOfACompoundThatIsInNoList) {
    EXPECT_EQ(ours("horecacontroles"), ours("horecacontrole"));
    EXPECT_EQ(ours("evenementenvergunningen"), ours("evenementenvergunning"));
    EXPECT_EQ(ours("lachgashandhavers"), ours("lachgashandhaver"));
}

TEST_F(Stemmer, LeavesNumbersNamesAndShortWordsAlone) {
    for (const std::string word : {"m150", "2:48", "ov", "zeist", "boa"})
        EXPECT_EQ(ours(word), word);
}

TEST_F(Stemmer, NeverGivesAnEmptyStem) {
    for (const auto& row : evaluate::labelled_rows(lists + "stem_families_fresh.txt")) {
        for (const auto& word : row)
            EXPECT_FALSE(ours(word).empty()) << word;
    }
    for (const std::string word :
         {"ge", "gee", "geet", "gen", "en", "ing", "heid", "er", "qqq", "eeeeeeee", "jes"}) {
        EXPECT_FALSE(ours(word).empty()) << word;
    }
}

TEST_F(Stemmer, KeepsANounApartFromTheVerbThatLooksLikeIt) {
    EXPECT_EQ(ours("ramen"), "raam");
    EXPECT_EQ(ours("raming"), ours("geraamd"));
    EXPECT_NE(ours("raming"), ours("raam"));
    EXPECT_NE(ours("peuter"), ours("gepeuterd"));
    EXPECT_NE(ours("voorspel"), ours("voorspelling"));
}

TEST_F(Stemmer, LeadsACompoundByItsLastPart) {
    EXPECT_EQ(ours("afvaldumping"), ours("afvaldumpen"));
    EXPECT_EQ(ours("persoonsgegevens"), ours("persoonsgegeven"));
}

TEST_F(Stemmer, LeadsParticiplesOfUnknownVerbsToTheBareStem) {
    EXPECT_EQ(ours("gevlogd"), ours("vloggen"));
    EXPECT_EQ(ours("gescreend"), ours("screenen"));
}

// Law: an exception is final. A stem that is itself given another stem would split a family in two.
TEST_F(Stemmer, ExceptionsAgreeWithOneAnother) {
    std::map<std::string_view, std::string_view> exceptions;
    word_data::each_line(word_data::stem_exceptions(), [&](std::string_view line) {
        ASSERT_NE(line.find('\t'), std::string_view::npos) << line;
        EXPECT_TRUE(
            exceptions.emplace(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1)).second)
            << line;
    });
    for (const auto& [word, stem] : exceptions) {
        const auto again = exceptions.find(stem);
        EXPECT_TRUE(again == exceptions.end() || again->second == stem) << word;
    }
}

}  // namespace
}  // namespace m150::testing
