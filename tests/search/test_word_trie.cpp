#include "libm150/search/word_trie.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "libm150/search/lexicon.hpp"
#include "libm150/search/spelling_tree.hpp"

namespace m150 {
namespace {

// Optimal string alignment by its definition.
unsigned slips_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<unsigned>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

using Hits = std::map<std::pair<std::string, std::size_t>, unsigned>;

Hits near(const WordTrie& trie, std::string_view text, unsigned most, bool whole) {
    Hits hits;
    trie.near(text, most, whole, [&](std::string_view word, std::size_t length, unsigned slips) {
        EXPECT_TRUE(hits.emplace(std::pair(std::string(word), length), slips).second) << "found twice";
    });
    return hits;
}

TEST(WordTrie, FindsWhatComparingWithEveryWordFinds) {
    std::mt19937 random(1);
    const auto some_word = [&] {
        std::string word;
        const std::size_t length = 1 + random() % 7;
        while (word.size() < length)
            word += static_cast<char>('a' + random() % 3);
        return word;
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> words;
        for (int i = 0; i < 60; ++i)
            words.push_back(some_word());
        std::sort(words.begin(), words.end());
        const WordTrie trie({words.begin(), words.end()});
        for (int i = 0; i < 10; ++i) {
            const std::string text = some_word();
            for (unsigned most = 0; most <= 2; ++most) {
                Hits wanted;
                Hits wanted_whole;
                for (const std::string& word : words) {
                    for (std::size_t length = 0; length <= text.size(); ++length) {
                        const unsigned slips = slips_between(word, text.substr(0, length));
                        if (slips > most) continue;
                        wanted[{word, length}] = slips;
                        if (length == text.size()) wanted_whole[{word, length}] = slips;
                    }
                }
                EXPECT_EQ(near(trie, text, most, false), wanted) << text << " " << most;
                EXPECT_EQ(near(trie, text, most, true), wanted_whole) << text << " " << most;
            }
        }
    }
}

TEST(WordTrie, OfTheLexiconHoldsItsWordsAndTheirFormsButNoNames) {
    const WordTrie& trie = spelling_tree(Language::dutch);
    EXPECT_EQ(near(trie, "handhaving", 0, true).size(), 1U);
    EXPECT_EQ(near(trie, "handhavign", 1, true), (Hits{{{"handhaving", 10}, 1}}));
    ASSERT_EQ(Lexicon::dutch().find("allerheiligen").value().kind, 'n');
    EXPECT_TRUE(near(trie, "allerheiligen", 0, true).empty());
    for (const char* form : {"vergunningen", "gehandhaafd", "boetes", "handhaafde", "veilige", "aantallen"})
        EXPECT_EQ(near(trie, form, 0, true).size(), 1U) << form;
    EXPECT_LT(trie.nodes() * 8, 20'000'000U);
}

TEST(WordTrie, TakesAnythingForAText) {
    EXPECT_TRUE(near(WordTrie(), "a", 2, true).empty());
    const WordTrie trie({"a", "ab"});
    EXPECT_EQ(near(trie, "", 1, true), (Hits{{{"a", 0}, 1}}));
    EXPECT_TRUE(near(trie, std::string(100000, 'b'), 2, true).empty());
    EXPECT_TRUE(near(spelling_tree(Language::dutch), std::string(100000, '\xff'), 2, true).empty());
}

}  // namespace
}  // namespace m150
