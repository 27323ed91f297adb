// English through the same pipeline: what is known, misspelt, abbreviated and said otherwise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "bench/evaluate/labelled_words.hpp"
#include "libm150/search/abbreviations.hpp"
#include "libm150/search/lexicon.hpp"
#include "libm150/search/query.hpp"
#include "libm150/search/same_word.hpp"
#include "libm150/search/spelling_tree.hpp"
#include "libm150/search/word_data.hpp"

namespace m150 {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const Analyzer& english() {
    static const Analyzer analyzer({Language::english, true, true});
    return analyzer;
}

std::size_t none(const std::string&, std::size_t) {
    return 0;
}

std::string best_reading(const std::string& typed) {
    static const Speller speller({}, Language::english);
    const std::vector<Respelling> readings = speller.readings(typed, {}, none);
    return readings.empty() ? std::string() : readings.front().word;
}

TEST(English, TheLexiconIsInOrderAndHoldsWhatPeopleWrite) {
    std::string before;
    std::size_t words = 0;
    word_data::each_line(word_data::lexicon_en(), [&](std::string_view line) {
        const std::string word(line.substr(0, line.find('\t')));
        EXPECT_LT(before, word);
        before = word;
        ++words;
    });
    EXPECT_GT(words, 70000U);
    for (const char* word : {"licence", "license", "organised", "organized", "fines", "parking", "bylaw"})
        EXPECT_TRUE(Lexicon::english().find(word)) << word;
    EXPECT_GT(Lexicon::english().find("street")->frequency, Lexicon::english().find("pavement")->frequency);
}

TEST(English, KnowsItsWordsAndNoOthers) {
    const auto tokens = english().tokens("The council's warden fined gemeentelijke fly-tipping on pavements");
    std::vector<std::string> unknown;
    for (const Token& token : tokens) {
        if (!token.known && !token.stem.empty()) unknown.push_back(token.word);
    }
    EXPECT_THAT(unknown, ElementsAre("gemeentelijke"));
    EXPECT_THAT(english().tokens("fly-tipping")[0].parts, ElementsAre("fli", "tip"));
}

// Other lists of the other language leave the terms of this one as they are.
TEST(English, HasListsOfItsOwn) {
    const Analyzer dutch;
    EXPECT_NE(english().word_lists(), dutch.word_lists());
    EXPECT_TRUE(english().rules().starts_with("en-"));
}

TEST(English, ReadsMisspeltWords) {
    const std::vector<std::pair<std::string, std::string>> slips{{"rubish", "rubbish"},
                                                                 {"licensce", "license"},
                                                                 {"parkign", "parking"},
                                                                 {"nieghbour", "neighbour"},
                                                                 {"enforcment", "enforcement"},
                                                                 {"behavoiur", "behaviour"},
                                                                 {"survelliance", "surveillance"},
                                                                 {"municpality", "municipality"},
                                                                 {"penlaty", "penalty"}};
    for (const auto& [typed, meant] : slips)
        EXPECT_EQ(best_reading(typed), meant) << typed;
}

TEST(English, LeavesAloneWhatIsSpeltWellOrUnlikeAnything) {
    for (const char* word : {"behaviour", "behavior", "fines", "handhaving", "zwolle", "kevin", "xqzwvu"})
        EXPECT_EQ(best_reading(word), "") << word;
}

TEST(English, TheTreeHoldsTheLexiconAlone) {
    std::size_t found = 0;
    spelling_tree(Language::english)
        .near("handhaving", 0, true, [&](std::string_view, std::size_t, unsigned) { ++found; });
    EXPECT_EQ(found, 0U);
    spelling_tree(Language::english).near("licensing", 0, true, [&](std::string_view, std::size_t, unsigned) {
        ++found;
    });
    EXPECT_EQ(found, 1U);
}

// Names in small letters are met as themselves, and those that are in the dictionary are words: to harm, a
// floor.
TEST(English, NamesAreNoWordsOfTheDictionary) {
    const std::set<std::string> words{"ad",     "amber", "amir", "bob",    "dirk",   "ferry", "floor",
                                      "frank",  "harm",  "iris", "jack",   "jasper", "jet",   "joke",
                                      "lies",   "mark",  "nick", "pascal", "rein",   "rick",  "rob",
                                      "sander", "serge", "ton",  "victor"};
    const Speller speller({}, Language::english);
    const Thesaurus thesaurus;
    const QuerySources sources{english(), thesaurus, nullptr, [&]() -> const Speller& { return speller; },
                               nullptr};
    std::size_t read = 0;
    for (const auto& row : evaluate::labelled_rows(M150_SOURCE_DIR "/tests/search/data/first_names.txt")) {
        const std::string& name = row[0];
        EXPECT_EQ(Lexicon::english().find(name).has_value(), words.contains(name)) << name;
        const Query query = make_query("can " + name + " of the patrol come?", sources);
        const bool changed = std::any_of(query.notes.begin(), query.notes.end(), [](const QueryNote& note) {
            return note.kind == QueryNote::Kind::correction;
        });
        EXPECT_FALSE(changed && name.size() <= 5) << name;
        read += changed ? 1 : 0;
    }
    EXPECT_LT(read, 60U) << "of longer names";
}

TEST(English, OneWordInItsForms) {
    const auto same = [](const char* a, const char* b) { return same_word(a, b, Language::english); };
    for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{{"fine", "fines"},
                                                                               {"fine", "fined"},
                                                                               {"fine", "fining"},
                                                                               {"party", "parties"},
                                                                               {"stop", "stopped"},
                                                                               {"stops", "stopping"},
                                                                               {"pub", "pub's"},
                                                                               {"pass", "passes"},
                                                                               {"pass", "passed"}})
        EXPECT_TRUE(same(a, b) && same(b, a)) << a << ' ' << b;
    for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{{"licence", "licensee"},
                                                                               {"enforce", "enforcement"},
                                                                               {"pub", "public"},
                                                                               {"organise", "organisation"},
                                                                               {"bar", "bargain"},
                                                                               {"park", "parker"},
                                                                               {"general", "generous"}})
        EXPECT_FALSE(same(a, b) || same(b, a)) << a << ' ' << b;
}

std::vector<std::string> explained(std::string_view text) {
    std::vector<std::string> list;
    for (const Abbreviation& pair : find_abbreviations(text, Language::english))
        list.push_back(pair.short_form + " = " + pair.long_form);
    return list;
}

TEST(English, AbbreviationsPassOverItsOwnStopWords) {
    EXPECT_THAT(explained("We signed a memorandum of understanding (MoU) with the police."),
                ElementsAre("mou = memorandum of understanding"));
    EXPECT_THAT(explained("The council made a public spaces protection order (hereinafter: PSPO)."),
                ElementsAre("pspo = public spaces protection order"));
    EXPECT_THAT(explained("Many HMOs (houses in multiple occupation) are not licensed."),
                ElementsAre("hmo = houses in multiple occupation"));
    EXPECT_THAT(explained("The officer(s) on duty (two of them) wear vests (or jackets)."), IsEmpty());
}

// Forty texts with what a reader finds explained in them, by hand, before any was tried. Five explain without
// round brackets ("A CPN, short for ..."), and these the method does not look for.
TEST(English, AbbreviationsOfTextsByHand) {
    std::ifstream file(M150_SOURCE_DIR "/tests/search/data/abbreviations_en.jsonl");
    std::size_t texts = 0;
    std::size_t without_brackets = 0;
    std::string line;
    while (std::getline(file, line)) {
        const auto row = nlohmann::json::parse(line);
        std::vector<std::string> pairs;
        for (const auto& pair : row.at("pairs"))
            pairs.push_back(pair[0].get<std::string>() + " = " + pair[1].get<std::string>());
        std::sort(pairs.begin(), pairs.end());
        const auto text = row.at("text").get<std::string>();
        if (text.find('(') == std::string::npos) {
            without_brackets += pairs.size();
            pairs.clear();
        }
        EXPECT_THAT(explained(text), testing::ElementsAreArray(pairs)) << text;
        ++texts;
    }
    EXPECT_EQ(texts, 40U);
    EXPECT_EQ(without_brackets, 5U);
}

// "without introductions" must not take the beginning of a word for one.
TEST(English, AnIntroductionIsAWholeWord) {
    EXPECT_THAT(explained("An organised residents network (ORN) meets monthly."),
                ElementsAre("orn = organised residents network"));
    EXPECT_THAT(explained("An ORN (organised residents network) meets monthly."),
                ElementsAre("orn = organised residents network"));
}

TEST(English, AQuestionIsReadAsInDutch) {
    const Vocabulary vocabulary(english(), vocabulary_table(Language::english));
    const Speller speller({}, Language::english);
    const Thesaurus thesaurus;
    const QuerySources sources{english(), thesaurus, &vocabulary, [&]() -> const Speller& { return speller; },
                               nullptr};
    const Query query = make_query("Can a council officer issue an FPN for rubish on the sidewalk?", sources);
    std::vector<std::string> notes;
    for (const QueryNote& note : query.notes)
        notes.push_back(note.word + " = " + note.meaning);
    EXPECT_THAT(notes, Contains("rubish = rubbish"));
    EXPECT_THAT(notes, Contains("FPN = fixed penalty notice"));
    EXPECT_THAT(notes, Contains("sidewalk = pavement, footway"));
}

}  // namespace
}  // namespace m150
