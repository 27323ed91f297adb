#include "libm150/search/vocabulary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "libm150/search/compound.hpp"
#include "libm150/search/query.hpp"
#include "libm150/search/word_data.hpp"

namespace m150 {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = QueryTerm::Kind;

const Analyzer& analyzer() {
    static const Analyzer analyzer;
    return analyzer;
}

std::string stem(const std::string& word) {
    return analyzer().tokens(word).at(0).stem;
}

Meaning abbreviation(std::string term, std::vector<std::string> labels, std::vector<std::string> context = {},
                     std::string source = "table") {
    return {Meaning::Kind::abbreviation, std::move(term), std::move(labels), std::move(context),
            std::move(source)};
}

Query understood(const std::string& text, const std::vector<Meaning>& meanings,
                 const Thesaurus& thesaurus = {}, const VisibleTexts* texts = nullptr) {
    const Vocabulary vocabulary(analyzer(), meanings);
    return make_query(text, QuerySources{analyzer(), thesaurus, &vocabulary, {}, texts});
}

double weight_of(const Query& query, const std::string& term) {
    for (const QueryTerm& one : query.terms) {
        if (one.term == term) return one.weight;
    }
    return 0.0;
}

const std::vector<Meaning> bot{abbreviation("BOT", {"bedrijfsopvangteam"}, {"agressie", "nazorg"}),
                               abbreviation("BOT", {"buurtonderzoeksteam"}, {"wijk", "bewoners"})};

class VocabularyTable : public testing::TestWithParam<Language> {
  protected:
    const std::vector<Meaning>& table = vocabulary_table(GetParam());
    const Analyzer words{AnalysisOptions{GetParam(), true, true}};
};

INSTANTIATE_TEST_SUITE_P(Languages, VocabularyTable, testing::Values(Language::dutch, Language::english),
                         [](const auto& one) { return one.param == Language::dutch ? "Dutch" : "English"; });

// "te weinig boa's" was found in every question about boa's, for stop words are passed over.
TEST_P(VocabularyTable, NoTermComesDownToLessThanItSays) {
    for (const Meaning& meaning : table) {
        if (meaning.kind == Meaning::Kind::abbreviation) continue;
        const std::vector<Token> tokens = words.tokens(meaning.term);
        const auto said = std::count_if(tokens.begin(), tokens.end(),
                                        [](const Token& token) { return !token.stem.empty(); });
        EXPECT_GE(said, std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(tokens.size())))
            << meaning.term;
    }
}

TEST_P(VocabularyTable, IsWellFormed) {
    EXPECT_GE(table.size(), GetParam() == Language::dutch ? 300U : 100U);
    std::set<std::pair<std::string, std::vector<std::string>>> seen;
    for (const Meaning& meaning : table) {
        EXPECT_FALSE(meaning.term.empty());
        EXPECT_FALSE(meaning.labels.empty()) << meaning.term;
        EXPECT_TRUE(seen.insert({meaning.term, meaning.labels}).second) << meaning.term << " twice";
        const auto tokens = words.tokens(meaning.term);
        const bool found =
            std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return !t.stem.empty(); });
        EXPECT_TRUE(found || meaning.kind == Meaning::Kind::abbreviation)
            << meaning.term << " is never found";
        for (const std::string& label : meaning.labels)
            EXPECT_FALSE(words.tokens(label).empty()) << meaning.term;
    }
}

// "handhaaft" was also looked for as what else a handhaver is called.
TEST(Vocabulary, ATermOfOneWordIsThatWordAndNotItsFamily) {
    const Vocabulary vocabulary(analyzer(), vocabulary_table(Language::dutch));
    const auto terms_in = [&](const std::string& word) {
        std::set<std::string> terms;
        for (const Vocabulary::Mention& mention : vocabulary.mentions(analyzer().tokens(word))) {
            const Meaning& meaning = vocabulary.meaning(mention.meaning);
            if (mention.by_term && meaning.kind == Meaning::Kind::synonym) terms.insert(meaning.term);
        }
        return terms;
    };
    for (const char* word : {"handhaaft", "handhaven", "gehandhaafd", "handhaving", "zwerft", "bedelt",
                             "beboet", "toezichthouden"})
        EXPECT_THAT(terms_in(word), IsEmpty()) << word;
    EXPECT_THAT(terms_in("handhavers"), ElementsAre("handhaver"));
    EXPECT_THAT(terms_in("zwervers"), ElementsAre("zwerver", "zwervers"));
    EXPECT_THAT(terms_in("parkeerwachters"), testing::Contains("parkeerwachter"));
    EXPECT_THAT(terms_in("takelt"), ElementsAre("takelen"));
    EXPECT_THAT(terms_in("gedeald"), ElementsAre("dealen"));
    EXPECT_THAT(terms_in("criminele"), ElementsAre("criminelen"));

    std::map<std::string, std::vector<std::string>> by_stem;  // words of the table
    for (const Meaning& meaning : vocabulary_table(Language::dutch)) {
        const std::vector<Token> tokens = analyzer().tokens(meaning.term);
        if (meaning.kind != Meaning::Kind::synonym || tokens.size() != 1) continue;
        EXPECT_TRUE(terms_in(meaning.term).contains(meaning.term)) << meaning.term;
        by_stem[tokens[0].stem].push_back(meaning.term);
    }
    EXPECT_GT(by_stem.size(), 100U);
    // No infinitive stands for a noun of its family, nor the noun for it.
    std::size_t tried = 0;
    const DutchForms& forms = CompoundSplitter::dutch().forms();
    const auto infinitive = [&](const std::string& word) {
        const auto entry = Lexicon::dutch().find(word);
        return entry && entry->kind == 'v' && forms.singular(word).empty();
    };
    word_data::each_line(word_data::lexicon_nl(), [&](std::string_view line) {
        const std::string word(line.substr(0, line.find('\t')));
        if (!infinitive(word)) return;
        const auto family = by_stem.find(stem(word));
        if (family == by_stem.end()) return;
        ++tried;
        for (const std::string& term : terms_in(word))
            EXPECT_TRUE(term == word || infinitive(term) || forms.infinitive(term) == word)
                << word << " for " << term;
    });
    EXPECT_GT(tried, 20U);
}

TEST(Vocabulary, RowsForOneWordGiveOneNote) {
    const std::vector<Meaning> rows{
        {Meaning::Kind::synonym, "zwerver", {"dakloze", "buitenslaper"}, {}, "table"},
        {Meaning::Kind::synonym, "zwervers", {"daklozen", "buitenslaper"}, {}, "table"}};
    const Query query = understood("overlast van zwervers", rows);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].meaning, "dakloze, buitenslaper, daklozen");
    EXPECT_GT(weight_of(query, stem("dakloze")), 0.0);
    EXPECT_GT(weight_of(query, stem("buitenslaper")), 0.0);
}

TEST(Vocabulary, ASynonymIsLookedForOneWay) {
    const std::vector<Meaning> meanings{
        {Meaning::Kind::synonym, "vuilnis bijzetten", {"bijplaatsing"}, {}, "table"}};
    const Query query = understood("Wie zet het vuilnis steeds bij, of: wie vuilnis bijzet?", meanings);
    EXPECT_DOUBLE_EQ(weight_of(query, stem("bijplaatsing")), VocabularyOptions().synonym_weight);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].kind, QueryNote::Kind::synonym);
    EXPECT_EQ(query.notes[0].word, "vuilnis bijzet");
    EXPECT_EQ(query.notes[0].meaning, "bijplaatsing");
    EXPECT_THAT(understood("bijplaatsing", meanings).notes, IsEmpty());
}

TEST(Vocabulary, AnAbbreviationIsLookedForBothWays) {
    const std::vector<Meaning> lod{abbreviation("LOD", {"last onder dwangsom"})};
    for (const char* text : {"een LOD opleggen", "een lod opleggen", "twee LOD's", "L.O.D."})
        EXPECT_GT(weight_of(understood(text, lod), stem("dwangsom")), 0.0) << text;
    const Query query = understood("een last onder dwangsom opleggen", lod);
    EXPECT_DOUBLE_EQ(weight_of(query, stem("lod")), VocabularyOptions().abbreviation_weight);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].meaning, "LOD");
}

TEST(Vocabulary, ContextTellsTheMeaning) {
    const Query query = understood("Wanneer komt het BOT na agressie?", bot);
    EXPECT_GT(weight_of(query, stem("bedrijfsopvangteam")), 0.0);
    EXPECT_EQ(weight_of(query, stem("buurtonderzoeksteam")), 0.0);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].meaning, "bedrijfsopvangteam");
    EXPECT_THAT(query.notes[0].because, ElementsAre("agressie"));
    EXPECT_EQ(query.notes[0].share, 1.0);
    EXPECT_EQ(understood("Mag een BOT bewoners vragen stellen?", bot).notes.at(0).meaning,
              "buurtonderzoeksteam");
}

TEST(Vocabulary, WithoutContextBothAreKeptForHalf) {
    const Query query = understood("Wat doet het BOT?", bot);
    EXPECT_DOUBLE_EQ(weight_of(query, stem("bedrijfsopvangteam")),
                     VocabularyOptions().abbreviation_weight / 2);
    EXPECT_DOUBLE_EQ(weight_of(query, stem("buurtonderzoeksteam")),
                     VocabularyOptions().abbreviation_weight / 2);
    ASSERT_EQ(query.notes.size(), 2U);
    EXPECT_DOUBLE_EQ(query.notes[0].share, 0.5);
}

TEST(Vocabulary, AnOrdinaryWordIsOneOfTheMeanings) {
    const std::vector<Meaning> gas{abbreviation("GAS", {"gemeentelijke administratieve sanctie"}, {"boete"}),
                                   abbreviation("GAS", {"gas"}, {"cilinder"})};
    EXPECT_THAT(understood("een gas in een cilinder", gas).notes, IsEmpty());
    EXPECT_EQ(weight_of(understood("een gas in een cilinder", gas), stem("sanctie")), 0.0);
    const Query both = understood("een GAS", gas);
    ASSERT_EQ(both.notes.size(), 2U);
    EXPECT_EQ(both.notes[0].meaning, "gemeentelijke administratieve sanctie");
    EXPECT_EQ(both.notes[1].meaning, "gas");
    EXPECT_EQ(both.notes[1].source, "word");
    EXPECT_DOUBLE_EQ(both.notes[0].share + both.notes[1].share, 1.0);
    EXPECT_GT(weight_of(understood("een GAS-boete", gas), stem("boete")), 0.0);
    EXPECT_GT(weight_of(understood("een GAS als boete", gas), stem("sanctie")), 0.5);
    EXPECT_EQ(understood("een GAS als boete", gas).notes.size(), 1U);
}

TEST(Vocabulary, ATopicAndAnEntryThatMeanTheSameAreOneMeaning) {
    const Thesaurus thesaurus(analyzer(), {{"bot", {"Bedrijfsopvangteam", "BOT"}}});
    const Query query = understood("Wat doet het BOT na agressie?", bot, thesaurus);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].meaning, "Bedrijfsopvangteam");
    EXPECT_EQ(query.notes[0].source, "topic");
    EXPECT_DOUBLE_EQ(weight_of(query, "bot"), ThesaurusOptions().concept_weight);
    const Query other = understood("Mag een BOT bewoners in de wijk vragen stellen?", bot, thesaurus);
    for (const QueryTerm& term : other.terms)
        EXPECT_NE(term.kind, Kind::concept_id) << "not that topic";
}

// "BOT" alone was read as each of its meanings alike, though the base has a topic of that name.
TEST(Vocabulary, TheBasesOwnTopicOfThatNameComesFirst) {
    std::vector<Meaning> meanings = bot;
    meanings.push_back(abbreviation("BOT", {"buurtoverlastteam"}, {"buren"}));
    const Thesaurus thesaurus(analyzer(), {{"opvang", {"Bedrijfsopvangteam", "BOT"}}});
    const Query query = understood("Wat doet het BOT?", meanings, thesaurus);
    ASSERT_EQ(query.notes.size(), 3U);
    EXPECT_EQ(query.notes[0].meaning, "Bedrijfsopvangteam");
    EXPECT_EQ(query.notes[0].source, "topic");
    EXPECT_DOUBLE_EQ(query.notes[0].share, 0.5);
    EXPECT_DOUBLE_EQ(query.notes[1].share, 0.25) << "it is not the only one";
    EXPECT_EQ(understood("Kan een BOT met buren praten?", meanings, thesaurus).notes.at(0).meaning,
              "buurtoverlastteam")
        << "a word that speaks for another goes before";
}

// A dog's bone was read as the team of that topic, and the dog spoke for it.
TEST(Vocabulary, TheOrdinaryWordIsNoTopicOfTheSameLetters) {
    std::vector<Meaning> meanings = bot;
    meanings.push_back(abbreviation("BOT", {"bot"}, {"hond"}));
    const Thesaurus thesaurus(analyzer(), {{"opvang", {"Bedrijfsopvangteam", "BOT"}}});
    const Query bone = understood("een bot van een hond", meanings, thesaurus);
    EXPECT_THAT(bone.notes, IsEmpty());
    EXPECT_EQ(weight_of(bone, "opvang"), 0.0);
    EXPECT_EQ(understood("een BOT", meanings, thesaurus).notes.at(0).source, "topic");
    EXPECT_EQ(understood("een bot", meanings, thesaurus).notes.at(0).source, "word");
}

// "ontheffing geluid" was also looked for as fatbike and schoolstraat, and nothing said so.
TEST(Vocabulary, ATopicThatIsNamedIsNoted) {
    const Thesaurus thesaurus(analyzer(),
                              {{"verkeer", {"Verkeer", "fatbikes", "ontheffingen", "autoluwe binnenstad"}}});
    const Query query = understood("ontheffing geluid", {}, thesaurus);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].kind, QueryNote::Kind::topic);
    EXPECT_EQ(query.notes[0].word, "ontheffing");
    EXPECT_EQ(query.notes[0].meaning, "Verkeer");
    EXPECT_EQ(query.notes[0].source, "topic");
    EXPECT_GT(weight_of(query, "verkeer"), 0.0);
    EXPECT_THAT(understood("geluid", {}, thesaurus).notes, IsEmpty());
    EXPECT_EQ(understood("ontheffing of ontheffing", {}, thesaurus).notes.size(), 1U) << "said once";
}

TEST(Vocabulary, AnAbbreviationThatIsAStopWordIsFoundInCapitals) {
    const std::vector<Meaning> om{abbreviation("OM", {"openbaar ministerie"})};
    EXPECT_GT(weight_of(understood("Wanneer seponeert het OM een zaak?", om), stem("ministerie")), 0.0);
    EXPECT_EQ(weight_of(understood("Wat is er om te doen?", om), stem("ministerie")), 0.0);
    EXPECT_EQ(weight_of(understood("WAT IS ER OM TE DOEN", om), stem("ministerie")), 0.0)
        << "all in capitals";
}

// Documents that explain an abbreviation as the label given.
class Explaining final : public VisibleTexts {
  public:
    explicit Explaining(std::string label) : label_(std::move(label)) {}
    std::size_t holding(const std::string&, std::size_t) const override { return 0; }
    double fit(const Meaning& learned, const std::vector<QueryTerm>& terms) const override {
        return learned.labels.front() == label_ && !terms.empty() ? 0.9 : 0.0;
    }

  private:
    std::string label_;
};

TEST(Vocabulary, RecordsThatFitTheQuestionTellTheMeaningToo) {
    const std::vector<Meaning> meanings = learned_meanings(
        analyzer(),
        {{"bot", "bedrijfsopvangteam"}, {"bot", "bedrijfsopvangteams"}, {"bot", "buurtonderzoeksteam"}});
    ASSERT_EQ(meanings.size(), 2U);
    EXPECT_THAT(meanings[0].labels, ElementsAre("bedrijfsopvangteam", "bedrijfsopvangteams"));
    const Explaining texts("buurtonderzoeksteam");
    const Query query = understood("Wanneer komt het BOT langs?", meanings, {}, &texts);
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].meaning, "buurtonderzoeksteam");
    EXPECT_EQ(query.notes[0].source, "records");
}

TEST(Vocabulary, FilledInWordsNeverPushOutWhatTheQuestionSays) {
    std::vector<std::string> labels;
    for (int i = 0; i < 200; ++i)
        labels.push_back("woord" + std::to_string(i));
    const Query query =
        understood("vuilnis op het plein", {{Meaning::Kind::synonym, "vuilnis", labels, {}, "table"}});
    EXPECT_EQ(query.terms.size(), QueryOptions().max_terms);
    EXPECT_GT(weight_of(query, stem("plein")), 0.0);
}

}  // namespace
}  // namespace m150
