#include "libm150/search/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "libm150/search/normalise.hpp"

namespace m150::testing {
namespace {

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    for (WordSpan span = next_word(text, 0); span.begin != span.end; span = next_word(text, span.end)) {
        found.push_back(text.substr(span.begin, span.end - span.begin));
    }
    return found;
}
using Words = std::vector<std::string>;

TEST(WordsTest, ACoordinatorsSentence) {
    EXPECT_EQ(words("Mogen onze boa's 24-uurs controleren (art. 2:48 A.P.V.)?"),
              (Words{"Mogen", "onze", "boa's", "24-uurs", "controleren", "art", "2:48", "A.P.V"}));
}

TEST(WordsTest, WhatJoins) {
    EXPECT_EQ(words("e-mail d.m.v. B&W 's-Hertogenbosch 5.16 1.500 boa’s m²"),
              (Words{"e-mail", "d.m.v", "B&W", "'s-Hertogenbosch", "5.16", "1.500", "boa’s", "m²"}));
}

TEST(WordsTest, WhatSeparates) {
    EXPECT_EQ(words("klaar.De en/of a,b 2023-2026 06-12 'citaat' toezicht- en handhaving x_y. 14:30"),
              (Words{"klaar", "De", "en", "of", "a", "b", "2023", "2026", "06", "12", "citaat", "toezicht",
                     "en", "handhaving", "x", "y", "14:30"}));
}

TEST(WordsTest, AWordBrokenOverTwoLinesIsOneWord) {
    EXPECT_EQ(words("de hand-\nhaving"), (Words{"de", "hand-\nhaving"}));
    EXPECT_EQ(words("de hand- \r\n  having"), (Words{"de", "hand- \r\n  having"}));
    EXPECT_EQ(words("toezicht-\nen handhavingsteam"), (Words{"toezicht", "en", "handhavingsteam"}));
    EXPECT_EQ(words("APV-\nArtikel"), (Words{"APV", "Artikel"}));
    EXPECT_EQ(words("hand- having"), (Words{"hand", "having"}));
}

TEST(WordsTest, HiddenCharactersDoNotSeparate) {
    EXPECT_EQ(words("hand\u00ADhaving hand\u200Bhaving e\u0301e\u0301n"),
              (Words{"hand\u00ADhaving", "hand\u200Bhaving", "e\u0301e\u0301n"}));
    EXPECT_TRUE(words("\u00AD \u200B \u0301").empty());
}

TEST(WordsTest, InvalidBytesSeparateAndNothingIsReadBeyondTheEnd) {
    EXPECT_EQ(words("a\xFF"
                    "b\xC3"),
              (Words{"a", "b"}));
    EXPECT_TRUE(words("").empty());
    EXPECT_EQ(words("a-"), (Words{"a"}));
    EXPECT_EQ(words("a'"), (Words{"a"}));
    EXPECT_TRUE(words("'s-").size() == 1 && words("'s-").front() == "s");
}

TEST(NormaliseTest, OneSpellingForAWordHoweverItWasTyped) {
    EXPECT_EQ(normalise_word("Handhaving"), "handhaving");
    EXPECT_EQ(normalise_word("hand\u00ADhaving"), "handhaving");
    EXPECT_EQ(normalise_word("hand-\n having"), "handhaving");
    EXPECT_EQ(normalise_word("m\u0133n"), "mijn");
    EXPECT_EQ(normalise_word("\u0132SSEL"), "ijssel");
    EXPECT_EQ(normalise_word("co\u00F6peratie"), "cooperatie");
    EXPECT_EQ(normalise_word("coo\u0308peratie"), "cooperatie");
    EXPECT_EQ(normalise_word("\u00E9\u00E9n"), "een");
    EXPECT_EQ(normalise_word("boa\u2019s"), "boa's");
    EXPECT_EQ(normalise_word("e\u2010mail"), "e-mail");
    EXPECT_EQ(normalise_word("A.P.V"), "apv");
    EXPECT_EQ(normalise_word("1.500"), "1500");
    EXPECT_EQ(normalise_word("12.500.000"), "12500000");
    EXPECT_EQ(normalise_word("5.16"), "5.16");
    EXPECT_EQ(normalise_word("\uFB01ets"), "fiets");
}

TEST(NormaliseTest, LongWordsAreCutBeforeACharacter) {
    EXPECT_EQ(normalise_word(std::string(10000, 'a')), std::string(64, 'a'));
    std::string cyrillic;  // two bytes a letter, after one byte: byte 64 lies inside a letter
    for (int i = 0; i < 100; ++i)
        cyrillic += "\u0434";
    EXPECT_EQ(normalise_word("a" + cyrillic).size(), 63U);
    EXPECT_EQ(cut("a\u00E9", 2), "a");
    EXPECT_EQ(cut("a\u00E9", 3), "a\u00E9");
}

TEST(NormaliseTest, BareWordsAndPieces) {
    EXPECT_EQ(bare_word("boa's"), "boa");
    EXPECT_EQ(bare_word("boa'tje"), "boa");
    EXPECT_EQ(bare_word("e-mail"), "email");
    EXPECT_EQ(bare_word("zo'n"), "zon");
    EXPECT_EQ(bare_word("'s-hertogenbosch"), "shertogenbosch");
    EXPECT_EQ(bare_word("2:48"), "2:48");
    EXPECT_EQ(hyphen_pieces("24-uurs"), (Words{"24", "uurs"}));
    EXPECT_EQ(hyphen_pieces("apv"), (Words{"apv"}));
    EXPECT_TRUE(hyphen_pieces("-").empty());
}

}  // namespace
}  // namespace m150::testing
