#include "libm150/search/thesaurus.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace m150 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Analyzer& analyzer() {
    static const Analyzer shared;
    return shared;
}

// "concept/label: words of the text" for each mention.
std::vector<std::string> mentions(const Thesaurus& thesaurus, const std::string& text) {
    std::vector<std::string> result;
    const std::vector<Token> tokens = analyzer().tokens(text);
    for (const Thesaurus::Mention& mention : thesaurus.mentions(tokens)) {
        const std::size_t begin = tokens[mention.first].begin;
        result.push_back(thesaurus.concepts()[mention.concept_index].id + "/" +
                         std::to_string(mention.label) + ": " +
                         text.substr(begin, tokens[mention.last - 1].end - begin));
    }
    return result;
}

TEST(Thesaurus, FindsLabelsInOtherFormsOfTheirWords) {
    const Thesaurus thesaurus(analyzer(), {{"bodycams", {"bodycam", "lichaamscamera"}}});
    EXPECT_THAT(mentions(thesaurus, "Bodycams, of lichaamscamera's?"),
                ElementsAre("bodycams/0: Bodycams", "bodycams/1: lichaamscamera's"));
    EXPECT_THAT(mentions(thesaurus, "een camera"), IsEmpty());
}

TEST(Thesaurus, TakesTheLongestLabelFromLeftToRight) {
    const Thesaurus thesaurus(
        analyzer(), {{"afval", {"afval"}}, {"dump", {"afval dumpen"}}, {"straf", {"dumpen straf"}}});
    EXPECT_THAT(mentions(thesaurus, "afval dumpen straf afval"),
                ElementsAre("dump/0: afval dumpen", "afval/0: afval"));
}

TEST(Thesaurus, PassesOverStopWordsInLabelAndText) {
    const Thesaurus thesaurus(
        analyzer(), {{"orde", {"handhaving van de openbare orde"}}, {"stop", {"van de"}}, {"leeg", {""}}});
    EXPECT_THAT(mentions(thesaurus, "de handhaving van openbare orde"),
                ElementsAre("orde/0: handhaving van openbare orde"));
    EXPECT_THAT(mentions(thesaurus, "van de"), IsEmpty());
}

TEST(Thesaurus, ComparesAnAbbreviationByTheWordItself) {
    const Thesaurus thesaurus(analyzer(), {{"boa", {"BOA"}}, {"bot", {"BOT"}}});
    EXPECT_THAT(mentions(thesaurus, "boa boa's BOA"),
                ElementsAre("boa/0: boa", "boa/0: boa's", "boa/0: BOA"));
    EXPECT_THAT(mentions(thesaurus, "botten"), IsEmpty());
    EXPECT_THAT(mentions(thesaurus, "het BOT"), ElementsAre("bot/0: BOT"));
}

TEST(Thesaurus, ALabelOfSeveralConceptsMentionsThemAll) {
    const Thesaurus thesaurus(analyzer(), {{"a", {"toezicht"}}, {"b", {"controle", "toezicht"}}});
    EXPECT_THAT(mentions(thesaurus, "toezicht"), ElementsAre("a/0: toezicht", "b/1: toezicht"));
}

TEST(Thesaurus, GivesTheTermsOfALabelWithoutStopWords) {
    const Thesaurus thesaurus(analyzer(), {{"orde", {"orde", "handhaving van de orde"}}});
    EXPECT_THAT(thesaurus.label_terms(0, 1),
                ElementsAre(analyzer().tokens("handhaving")[0].stem, analyzer().tokens("orde")[0].stem));
    EXPECT_THAT(mentions(Thesaurus(), "handhaving"), IsEmpty());
}

}  // namespace
}  // namespace m150
