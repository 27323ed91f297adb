#include "libm150/search/query.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <set>

#include "bench/evaluate/labelled_words.hpp"
#include "libm150/base/text.hpp"
#include "libm150/search/spelling_tree.hpp"

namespace m150 {
namespace {

using Kind = QueryTerm::Kind;

const Analyzer& analyzer() {
    static const Analyzer shared;
    return shared;
}

const QueryTerm* find(const Query& query, const std::string& term) {
    for (const QueryTerm& one : query.terms) {
        if (one.term == term) return &one;
    }
    return nullptr;
}

std::string stem(const std::string& word) {
    return analyzer().tokens(word).at(0).stem;
}

TEST(MakeQuery, TurnsAQuestionIntoItsWordsAndTheirParts) {
    QueryOptions options;
    options.part_weight = 0.5;
    const Query query =
        make_query("Mogen boa's een bodycam dragen bij Horecacontroles?", analyzer(), {}, options);
    const QueryTerm* word = find(query, stem("horecacontroles"));
    ASSERT_NE(word, nullptr);
    EXPECT_EQ(word->kind, Kind::word);
    EXPECT_EQ(word->weight, 1.0);
    EXPECT_EQ(word->origin, "Horecacontroles");
    const QueryTerm* part = find(query, stem("controle"));
    ASSERT_NE(part, nullptr);
    EXPECT_EQ(part->kind, Kind::part);
    EXPECT_EQ(part->weight, 0.5);
    EXPECT_EQ(part->origin, "Horecacontroles");
    EXPECT_EQ(find(query, "een"), nullptr);
}

TEST(MakeQuery, AQuestionOfStopWordsOrNothingIsEmpty) {
    EXPECT_TRUE(make_query("", analyzer(), {}).empty());
    EXPECT_TRUE(make_query(" ?!  ", analyzer(), {}).empty());
    EXPECT_TRUE(make_query("wat is het dat de", analyzer(), {}).empty());
}

TEST(MakeQuery, WhatIsSaidAgainCountsMoreButEverLess) {
    const auto weight = [](const std::string& text) {
        return find(make_query(text, analyzer(), {}), stem("bodycam"))->weight;
    };
    EXPECT_DOUBLE_EQ(weight("bodycam"), 1.0);
    EXPECT_DOUBLE_EQ(weight("bodycam bodycam"), 4.0 / 3.0);
    EXPECT_DOUBLE_EQ(weight("bodycam bodycam bodycam"), 1.5);
    std::string often;
    for (int i = 0; i < 1000; ++i)
        often += "bodycam ";
    EXPECT_GT(weight(often), 1.9);
    EXPECT_LT(weight(often), 2.0);
}

TEST(MakeQuery, AWordThatIsAlsoAPartIsAWord) {
    QueryOptions options;
    options.part_weight = 0.5;
    for (const char* text : {"controle horecacontrole", "horecacontrole controle"}) {
        const Query query = make_query(text, analyzer(), {}, options);
        const QueryTerm* term = find(query, stem("controle"));
        ASSERT_NE(term, nullptr);
        EXPECT_EQ(term->kind, Kind::word);
        EXPECT_EQ(term->origin, "controle");
        EXPECT_DOUBLE_EQ(term->weight, 1.2);  // r = 1.5
    }
}

TEST(MakeQuery, WordsThatMakeACompoundBringIt) {
    QueryOptions options;
    options.joined_weight = 0.25;
    const Query query = make_query("het dumpen van afval", analyzer(), {}, options);
    const QueryTerm* joined = find(query, stem("afvaldumpen"));
    ASSERT_NE(joined, nullptr);
    EXPECT_EQ(joined->kind, Kind::joined);
    EXPECT_EQ(joined->weight, 0.25);
    EXPECT_EQ(joined->origin, "dumpen van afval");
    options.joined_weight = 0.0;
    EXPECT_EQ(find(make_query("dumpen van afval", analyzer(), {}, options), stem("afvaldumpen")), nullptr);
    // What the question says itself is not said again.
    const Query twice = make_query("afvaldumpen is dumpen van afval", analyzer(), {});
    EXPECT_EQ(find(twice, stem("afvaldumpen"))->kind, Kind::word);
    EXPECT_EQ(find(twice, stem("afvaldumpen"))->weight, 1.0);
}

TEST(MakeQuery, AConceptBringsItselfAndItsOtherLabels) {
    ThesaurusOptions options;
    options.synonym_weight = 0.3;
    options.concept_weight = 0.7;
    const Thesaurus thesaurus(analyzer(), {{"toezicht", {"buitengewoon opsporingsambtenaar", "BOA"}}},
                              options);
    const Query query = make_query("Welke boa's hebben een bodycam?", analyzer(), thesaurus);
    std::map<Kind, std::vector<const QueryTerm*>> by_kind;
    for (const QueryTerm& term : query.terms)
        by_kind[term.kind].push_back(&term);
    ASSERT_EQ(by_kind[Kind::concept_id].size(), 1U);
    EXPECT_EQ(by_kind[Kind::concept_id][0]->term, "toezicht");
    EXPECT_EQ(by_kind[Kind::concept_id][0]->weight, 0.7);
    EXPECT_EQ(by_kind[Kind::concept_id][0]->origin, "boa's");
    EXPECT_EQ(by_kind[Kind::concept_id][0]->via, "toezicht");
    const QueryTerm* synonym = find(query, stem("opsporingsambtenaar"));
    ASSERT_NE(synonym, nullptr);
    EXPECT_EQ(synonym->kind, Kind::synonym);
    EXPECT_EQ(synonym->weight, 0.3);
    EXPECT_EQ(synonym->via, "toezicht");
}

TEST(MakeQuery, SynonymsOnlyFillInWhatTheQuestionDoesNotSay) {
    const Thesaurus thesaurus(analyzer(), {{"t", {"bodycam", "lichaamscamera"}}});
    const Query query = make_query("bodycam of lichaamscamera, bodycam", analyzer(), thesaurus);
    EXPECT_EQ(find(query, stem("lichaamscamera"))->kind, Kind::word);
    EXPECT_EQ(find(query, stem("lichaamscamera"))->weight, 1.0);
    EXPECT_EQ(find(query, "t")->weight, 1.0);  // named three times
}

TEST(MakeQuery, EveryTermOnceAndNotTooMany) {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "woord" + std::to_string(i % 700) + " ";
    const Query query = make_query(text, analyzer(), {});
    EXPECT_EQ(query.terms.size(), 64U);
    std::set<std::string> distinct;
    for (const QueryTerm& term : query.terms)
        distinct.insert(term.term);
    EXPECT_EQ(distinct.size(), query.terms.size());
    EXPECT_EQ(query.terms.front().origin, "woord0");
    QueryOptions options;
    options.max_terms = 3;
    EXPECT_EQ(make_query(text, analyzer(), {}, options).terms.size(), 3U);
    options.max_terms = 0;
    EXPECT_TRUE(make_query(text, analyzer(), {}, options).empty());
}

TEST(MakeQuery, AMisspeltWordStaysBesideItsReading) {
    const Speller speller({{}, {}, {"Veenendaal"}});
    const QuerySources sources{analyzer(), {}, nullptr, [&]() -> const Speller& { return speller; }, nullptr};
    const SpellingOptions spelling;
    const Query query = make_query("Afvaldumpign in de stad", sources);
    const QueryTerm* typed = find(query, analyzer().tokens("afvaldumpign")[0].stem);
    const QueryTerm* read = find(query, stem("afvaldumping"));
    ASSERT_NE(typed, nullptr);
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(typed->kind, Kind::word);
    EXPECT_EQ(typed->weight, spelling.typed_weight);
    EXPECT_EQ(read->kind, Kind::correction);
    EXPECT_EQ(read->weight, spelling.correction_weight);
    EXPECT_EQ(read->origin, "Afvaldumpign");
    EXPECT_NE(find(query, stem("afval")), nullptr) << "parts of what it was read as";
    ASSERT_EQ(query.notes.size(), 1U);
    EXPECT_EQ(query.notes[0].kind, QueryNote::Kind::correction);
    EXPECT_EQ(query.notes[0].meaning, "afvaldumping");
    EXPECT_THAT(query.ignored, testing::ElementsAre("in", "de"));
    SpellingOptions off;
    off.correct = false;
    EXPECT_TRUE(make_query("Afvaldumpign in de stad", sources, {}, off).notes.empty());
}

TEST(MakeQuery, NamesAreNeverReadAsAnother) {
    const Speller speller({{}, {}, {"Zevenaar", "Veenendaal"}});
    const QuerySources sources{analyzer(), {}, nullptr, [&]() -> const Speller& { return speller; }, nullptr};
    EXPECT_TRUE(make_query("Wat deed mevrouw Overlats daar?", sources).notes.empty());
    EXPECT_EQ(make_query("wat geeft overlats", sources).notes.at(0).kind, QueryNote::Kind::correction);
    for (const char* text : {"Wat doet Zevenar?", "wat doet zevenar?", "Zevenar, wat doet die?"}) {
        const Query query = make_query(text, sources);
        ASSERT_EQ(query.notes.size(), 1U) << text;
        EXPECT_EQ(query.notes[0].kind, QueryNote::Kind::suggestion);
        EXPECT_EQ(query.notes[0].meaning, "Zevenaar");
        for (const QueryTerm& term : query.terms)
            EXPECT_NE(term.kind, Kind::correction);
    }
    EXPECT_EQ(make_query("Wat doet Veenendal?", sources).notes.at(0).meaning, "Veenendaal")
        << "veen + en + dal";
    EXPECT_TRUE(make_query("Wat doet Veenendaal met Handhaving?", sources).notes.empty());
}

// First names that are common, in small letters; and whether each is another word as well.
std::map<std::string, bool> first_names() {
    std::map<std::string, bool> names;
    for (const auto& row : evaluate::labelled_rows(M150_SOURCE_DIR "/tests/search/data/first_names.txt"))
        names[row[0]] = row.size() > 1;
    return names;
}

// Documents that hold each of some stems, so many of them.
class Holding final : public VisibleTexts {
  public:
    explicit Holding(std::map<std::string, std::size_t> held) : held_(std::move(held)) {}
    std::size_t holding(const std::string& asked, std::size_t most) const override {
        const auto at = held_.find(asked);
        return at == held_.end() ? 0 : std::min(at->second, most);
    }
    double fit(const Meaning&, const std::vector<QueryTerm>&) const override { return 0.0; }

  private:
    std::map<std::string, std::size_t> held_;
};

// "kan henk van team toezicht komen": "henk" was looked for as hek, denk and hene.
TEST(MakeQuery, AFirstNameInSmallLettersIsNotReadAsAnotherWordUnlessThatIsSure) {
    const Speller speller;
    const QuerySources sources{analyzer(), {}, nullptr, [&]() -> const Speller& { return speller; }, nullptr};
    std::size_t unknown = 0;
    std::size_t read = 0;
    for (const auto& [name, is_word] : first_names()) {
        if (speller.knows(name)) continue;
        ++unknown;
        const Query query = make_query("kan " + name + " van team toezicht komen?", sources);
        const bool changed = std::any_of(query.terms.begin(), query.terms.end(),
                                         [](const QueryTerm& term) { return term.kind == Kind::correction; });
        EXPECT_FALSE(changed && name.size() <= 5) << name << " as " << query.notes.at(0).meaning;
        EXPECT_EQ(changed, !query.notes.empty()) << name << " is read as another word, unsaid";
        read += changed ? 1 : 0;
    }
    EXPECT_GT(unknown, 200U);
    EXPECT_LT(read, 30U) << "of longer names";

    // A short word with a slip is mended when the documents leave no doubt; a name is not when they do.
    const Holding texts({{stem("markt"), 20}, {stem("hek"), 4}, {stem("denken"), 4}});
    const QuerySources holding{analyzer(), {}, nullptr, [&]() -> const Speller& { return speller; }, &texts};
    EXPECT_EQ(make_query("drukte op de makrt", holding).notes.at(0).meaning, "markt");
    EXPECT_TRUE(make_query("drukte op de makrt", sources).notes.empty());
    EXPECT_TRUE(make_query("kan henk komen", holding).notes.empty());
    EXPECT_EQ(make_query("oevrlast in de wijk", sources).notes.at(0).meaning, "overlast");
}

TEST(MakeQuery, NothingIsReadAsTheNameOfAPerson) {
    std::size_t names = 0;
    for (const auto& [name, also_word] : first_names()) {
        const bool is_word = also_word;  // a lambda may not take a name of a binding (clang 14)
        spelling_tree(Language::dutch).near(name, 0, true, [&](std::string_view word, std::size_t, unsigned) {
            EXPECT_TRUE(is_word) << word << " is in the dictionary";
        });
        ++names;
    }
    EXPECT_GT(names, 300U);
}

TEST(MakeQuery, TopicsAreFoundByWhatWasMeant) {
    const Thesaurus thesaurus(analyzer(), {{"lachgas", {"lachgas", "distikstofoxide"}}});
    const Speller speller;
    const QuerySources sources{analyzer(), thesaurus, nullptr, [&]() -> const Speller& { return speller; },
                               nullptr};
    EXPECT_NE(find(make_query("overlast door lachgsa", sources), "lachgas"), nullptr);
}

TEST(MakeQuery, LooksUpFewUnknownWordsOfALongText) {
    const Speller speller;
    const QuerySources sources{analyzer(), {}, nullptr, [&]() -> const Speller& { return speller; }, nullptr};
    std::string text;
    while (text.size() < 100000)
        text += "handhavign vergunninegn overlats politei gemeetne ";
    EXPECT_LE(make_query(text, sources).notes.size(), 10U);
    EXPECT_NO_THROW(make_query(std::string(10000, 'x'), sources));
    EXPECT_TRUE(make_query("en of de het een", sources).empty());
}

TEST(MakeQuery, TakesAMegabyteWhateverItHolds) {
    std::string prose;
    while (prose.size() < 1000000)
        prose += "Handhaving van de parkeervergunning in het centrum. ";
    EXPECT_NE(find(make_query(prose, analyzer(), {}), stem("handhaving")), nullptr);
    std::string accents;  // two bytes each, so that a cut may fall in one
    while (accents.size() < 1000000)
        accents += "\xC3\xA9";
    for (const std::string& text :
         {accents, "x" + accents, std::string(1000000, 'a'), std::string(1000000, ' ')}) {
        const Query query = make_query(text, analyzer(), {});
        EXPECT_LE(query.terms.size(), 64U);
        for (const QueryTerm& term : query.terms)
            EXPECT_EQ(invalid_utf8(term.origin), std::string::npos);
    }
}

}  // namespace
}  // namespace m150
