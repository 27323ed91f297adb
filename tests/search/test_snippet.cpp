#include "libm150/search/snippet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "libm150/base/text.hpp"
#include "libm150/search/query.hpp"

namespace m150 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Analyzer& analyzer() {
    static const Analyzer shared;
    return shared;
}

Snippet snippet(const std::string& text, const std::string& question, std::size_t bytes,
                const std::vector<double>& weights = {}) {
    return make_snippet(text, make_query(question, analyzer(), {}), weights, analyzer(), bytes);
}

std::vector<std::string> lit(const Snippet& snippet) {
    std::vector<std::string> words;
    for (const Snippet::Range& range : snippet.matches)
        words.push_back(snippet.text.substr(range.begin, range.end - range.begin));
    return words;
}

std::string filler(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "Hier staat een andere zin over iets. ";
    return text;
}

TEST(MakeSnippet, AShortTextIsShownWhole) {
    const Snippet result = snippet("Een boa draagt een bodycam.", "bodycams voor boa's", 240);
    EXPECT_EQ(result.text, "Een boa draagt een bodycam.");
    EXPECT_THAT(lit(result), ElementsAre("boa", "bodycam"));
}

TEST(MakeSnippet, ShowsThePlaceWithMostOfTheQuestion) {
    const std::string text =
        "Een boete volgt. " + filler(20) + "De boa geeft een boete voor afval. " + filler(20);
    const Snippet result = snippet(text, "boete afval", 120);
    EXPECT_THAT(result.text, HasSubstr("De boa geeft een boete voor afval."));
    EXPECT_THAT(lit(result), ElementsAre("boete", "afval"));
    EXPECT_TRUE(result.text.starts_with("...") && result.text.ends_with("..."));
    EXPECT_LE(result.text.size(), 120U);
}

TEST(MakeSnippet, ARareWordOutweighsACommonOne) {
    const std::string text = "De boete. " + filler(10) + "Het afval. " + filler(10);
    EXPECT_THAT(lit(snippet(text, "boete afval", 80, {1.0, 5.0})), ElementsAre("afval"));
    EXPECT_THAT(lit(snippet(text, "boete afval", 80, {5.0, 1.0})), ElementsAre("boete"));
    EXPECT_THAT(lit(snippet(text, "boete afval", 80)), ElementsAre("boete"));  // the first of equals
}

TEST(MakeSnippet, LightsUpCompoundsByTheirParts) {
    EXPECT_THAT(lit(snippet("Een horecacontrole in het weekend", "controle", 240)),
                ElementsAre("horecacontrole"));
    EXPECT_THAT(lit(snippet("Een controle in het weekend", "horecacontrole", 240)), ElementsAre("controle"));
}

TEST(MakeSnippet, WithoutAMatchTheBeginningIsShown) {
    const Snippet result = snippet(filler(20), "bodycam", 60);
    EXPECT_TRUE(result.text.starts_with("Hier staat een andere zin"));
    EXPECT_TRUE(result.text.ends_with("..."));
    EXPECT_THAT(result.matches, IsEmpty());
    EXPECT_EQ(snippet("", "bodycam", 60).text, "");
}

TEST(MakeSnippet, KeepsItsPromisesOnAnyText) {
    const std::vector<std::string> pieces{
        "boete ", "afval, ", "caf\xC3\xA9 ", "\xE2\x82\xAC ", "horecacontrole. ", "de ", "(bodycam) ",
        "\n",     "x",       "- ",           "ge\xC3\xAFnd "};
    std::mt19937 random(4);
    const Query query = make_query("boete voor afval bij een controle", analyzer(), {});
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t n = random() % 60; n > 0; --n)
            text += pieces[random() % pieces.size()];
        if (round % 10 == 0) text += std::string(random() % 400, 'y') + " boete";
        const std::size_t bytes = random() % 150;
        const Snippet result = make_snippet(text, query, {}, analyzer(), bytes);
        ASSERT_LE(result.text.size(), std::max<std::size_t>(bytes, 6)) << text;
        ASSERT_EQ(invalid_utf8(result.text), std::string::npos) << text;
        std::string inner = result.text;
        if (inner.starts_with("...")) inner = inner.substr(3);
        if (inner.ends_with("...")) inner.resize(inner.size() - 3);
        ASSERT_NE(text.find(inner), std::string::npos);
        std::size_t last = 0;
        for (const Snippet::Range& range : result.matches) {
            ASSERT_LT(range.begin, range.end);
            ASSERT_LE(last, range.begin);
            ASSERT_LE(range.end, result.text.size());
            last = range.end;
        }
    }
}

TEST(MakeSnippet, TakesLongTextsAndLongWords) {
    std::string prose;
    while (prose.size() < 300000)
        prose += filler(5) + "Een boete voor afval. ";
    EXPECT_THAT(snippet(prose, "boete afval", 240).text, HasSubstr("boete voor afval"));
    const std::string word(10000, 'z');
    const Snippet cut = snippet("Het woord " + word + " is lang", word, 100);
    EXPECT_LE(cut.text.size(), 100U);
    EXPECT_EQ(cut.matches.size(), 1U);
}

}  // namespace
}  // namespace m150
