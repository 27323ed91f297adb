#include "libm150/search/lexicon.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "libm150/search/word_data.hpp"

namespace m150::testing {
namespace {

// Slow twin: reading the list from the front.
TEST(LexiconTest, FindsEveryWordOfItsListWithItsFigures) {
    const Lexicon& lexicon = Lexicon::dutch();
    std::size_t words = 0;
    std::string_view before;
    word_data::each_line(word_data::lexicon_nl(), [&](std::string_view line) {
        const std::string_view word = line.substr(0, line.find('\t'));
        ASSERT_EQ(line.size(), word.size() + 7) << line;
        ASSERT_LT(before, word);  // sorted, each once
        const auto entry = lexicon.find(word);
        ASSERT_TRUE(entry) << word;
        EXPECT_EQ(entry->kind, line[word.size() + 1]);
        EXPECT_EQ(entry->frequency, line[word.size() + 2] - 'a');
        EXPECT_EQ(entry->modifier, line[word.size() + 3] - 'a');
        EXPECT_EQ(entry->head, line[word.size() + 4] - 'a');
        EXPECT_EQ(entry->links, line[word.size() + 5] - 'a');
        EXPECT_EQ(entry->senses, line[word.size() + 6] - 'a');
        before = word;
        ++words;
    });
    EXPECT_EQ(words, lexicon.size());
    EXPECT_GT(words, 200000U);
}

TEST(LexiconTest, DoesNotFindWhatIsNotThere) {
    for (const char* word : {"", "a", "qwxz", "handhavin", "handhavingg", "handhaving\t", "\n"})
        EXPECT_FALSE(Lexicon::dutch().find(word)) << word;
    EXPECT_TRUE(Lexicon::dutch().base("handhaving"));
    EXPECT_FALSE(Lexicon::dutch().base("vergunningen"));
    EXPECT_FALSE(Lexicon("").find("handhaving"));
}

TEST(LexiconTest, AHashMayBeCarriedOn) {
    EXPECT_EQ(fnv("having", fnv("hand")), fnv("handhaving"));
}

TEST(StopWordLists, HoldNoWordThatTheFieldNeeds) {
    std::set<std::string_view> words;
    for (const auto list : {word_data::stop_words_nl(), word_data::stop_words_en()}) {
        EXPECT_GT(list.size(), 500U);
    }
    word_data::each_line(word_data::stop_words_nl(), [&](std::string_view line) { words.insert(line); });
    for (const char* word : {"weg", "vrij", "eigen", "boete", "dier", "drie", "zon", "foto's", "openbaar"})
        EXPECT_EQ(words.count(word), 0U) << word;
    for (const char* word : {"de", "zo'n", "een", "dmv", "waarvan"})
        EXPECT_EQ(words.count(word), 1U) << word;
}

}  // namespace
}  // namespace m150::testing
