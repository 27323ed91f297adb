#include "libm150/search/joined.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "libm150/search/index.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using Known = WordJoiner::Known;

const Analyzer& analyzer() {
    static const Analyzer shared;
    return shared;
}

class Joiner : public ::testing::Test {
  protected:
    CompoundSplitter splitter{Lexicon::dutch(), word_data::compound_rules()};
    WordJoiner joiner{Lexicon::dutch(), splitter};
};

std::string stem(const std::string& word) {
    return analyzer().tokens(word).at(0).stem;
}

std::vector<std::string> terms(const std::string& text) {
    std::vector<std::string> found;
    for (const JoinedWords& joined : joined_words(text, analyzer().tokens(text), analyzer()))
        found.push_back(joined.term);
    return found;
}

TEST_F(Joiner, LinksAsTheLexiconsOwnCompoundsDo) {
    EXPECT_THAT(joiner.compounds("bevoegdheid", "regeling", Known::or_plausible),
                ElementsAre("bevoegdheidsregeling"));
    EXPECT_THAT(joiner.compounds("afval", "controle", Known::or_plausible), ElementsAre("afvalcontrole"));
    EXPECT_THAT(joiner.compounds("evenement", "beleid", Known::or_plausible), Contains("evenementenbeleid"));
}

TEST_F(Joiner, TakesThePluralAndTheVerbAsTheirFirstPart) {
    EXPECT_THAT(joiner.compounds("horecabedrijven", "controle", Known::or_plausible),
                Contains("horecabedrijfcontrole"));
    EXPECT_THAT(joiner.compounds("parkeren", "vergunning", Known::or_plausible),
                Contains("parkeervergunning"));
    EXPECT_THAT(joiner.compounds("vissen", "vergunning", Known::or_plausible), Contains("visvergunning"));
}

TEST_F(Joiner, LeavesAloneWhatDoesNotMakeACompound) {
    EXPECT_THAT(joiner.compounds("openbare", "orde", Known::or_plausible), IsEmpty());    // adjective
    EXPECT_THAT(joiner.compounds("boa", "draagt", Known::or_plausible), IsEmpty());       // finite verb
    EXPECT_THAT(joiner.compounds("zeewolde", "beleid", Known::or_plausible), IsEmpty());  // name
    EXPECT_THAT(joiner.compounds("afval", "controle", Known::in_lexicon), IsEmpty());  // not in the lexicon
    for (const char* verb : {"pakt", "huurt", "bekeurt", "gehandhaafd"})
        EXPECT_THAT(joiner.compounds(verb, "boa", Known::or_plausible), IsEmpty()) << verb;
    for (const char* name : {"utrecht", "amersfoort", "zeewolde"})
        EXPECT_THAT(joiner.compounds("parkeer", name, Known::or_plausible), IsEmpty()) << name;
    for (const char* numeral : {"drie", "twintig", "honderd"})
        EXPECT_THAT(joiner.compounds(numeral, "bon", Known::or_plausible), IsEmpty()) << numeral;
    EXPECT_THAT(joiner.compounds("drie", "wieler", Known::or_plausible), ElementsAre("driewieler"));
    EXPECT_THAT(joiner.compounds("art", "2:48", Known::or_plausible), IsEmpty());
    EXPECT_THAT(joiner.compounds("", "controle", Known::or_plausible), IsEmpty());
    const std::string long_word(40, 'a');
    EXPECT_THAT(joiner.compounds(long_word, long_word, Known::or_plausible), IsEmpty());
}

TEST_F(Joiner, KnowsWhichWordsAreOneWordWrittenApart) {
    EXPECT_TRUE(joiner.one_word("body", "cam"));
    EXPECT_TRUE(joiner.one_word("e", "bike"));
    EXPECT_FALSE(joiner.one_word("afval", "dumping"));  // a compound: its parts meet these words anyway
    EXPECT_FALSE(joiner.one_word("boete", "handhaving"));
    EXPECT_FALSE(joiner.one_word("", "body"));
    EXPECT_FALSE(joiner.one_word(std::string(100, 'a'), std::string(100, 'b')));
}

TEST(JoinedWordsOfAText, JoinAsDutchDoes) {
    EXPECT_THAT(terms("dumpen van afval"), Contains(stem("afvaldumpen")));
    EXPECT_THAT(terms("afval dumpen"), Contains(stem("afvaldumpen")));
    EXPECT_THAT(terms("Boa bevoegdheden"), ElementsAre(stem("boabevoegdheden")));
    EXPECT_THAT(terms("vergunning voor het parkeren"), Contains(stem("parkeervergunning")));
    EXPECT_THAT(terms("vergunning parkeren"), Contains(stem("parkeervergunning")));  // the lexicon knows it
    EXPECT_THAT(terms("toezicht op\nde bouw"), Contains(stem("bouwtoezicht")));
    EXPECT_THAT(terms("een body cam dragen"), Contains(stem("bodycam")));
    EXPECT_THAT(terms("e bike"), Contains(stem("e-bike")));
}

TEST(JoinedWordsOfAText, DoNotJoinAcrossMarksOrOtherWords) {
    EXPECT_THAT(terms("afval, dumpen"), IsEmpty());
    EXPECT_THAT(terms("boa. Bevoegdheden"), IsEmpty());
    EXPECT_THAT(terms("dumpen zonder afval"), IsEmpty());
    EXPECT_THAT(terms("dumpen van, afval"), IsEmpty());
    EXPECT_THAT(terms("dumpen van"), IsEmpty());
    EXPECT_THAT(terms("afval"), IsEmpty());
    EXPECT_THAT(terms(""), IsEmpty());
}

TEST(JoinedWordsOfAText, AreThereInDutchWithCompoundsOnly) {
    for (const AnalysisOptions options : {AnalysisOptions{Language::english}, {Language::dutch, false}}) {
        const Analyzer other(options);
        const std::string text = "body cam afval dumpen";
        EXPECT_EQ(other.joiner(), nullptr);
        EXPECT_THAT(joined_words(text, other.tokens(text), other), IsEmpty());
    }
}

// Law: the stems of the joined word are those that a text with the compound holds.
TEST(JoinedWordsOfAText, MeetTheCompoundInATextAndTheOtherWayRound) {
    struct Case {
        const char* apart;
        const char* together;
    };
    for (const Case& one : std::vector<Case>{{"dumpen van afval", "afvaldumping"},
                                             {"boa bevoegdheden", "boabevoegdheden"},
                                             {"body cam", "bodycam"},
                                             {"e bike", "e-bike"},
                                             {"e bike", "ebike"},
                                             {"handhaving van parkeerregels", "parkeerregelhandhaving"}}) {
        for (const auto& [said, stored] : {std::pair(one.apart, one.together), {one.together, one.apart}}) {
            SearchIndex index({}, {}, true);
            IndexDocument document;
            document.key = "k";
            document.fields = {{FieldKind::text, stored}};
            IndexDocument other = document;
            other.key = "other";
            other.fields = {{FieldKind::text, "een brief van de burgemeester"}};
            index.apply({document, other}, {}, 1);
            SearchRequest request;
            request.query = make_query(said, index.analyzer(), {});
            const SearchResult found = index.view().search(request);
            ASSERT_EQ(found.hits.size(), 1U) << said << " | " << stored;
            EXPECT_EQ(found.hits[0].key, "k");
        }
    }
}

}  // namespace
}  // namespace m150::testing
