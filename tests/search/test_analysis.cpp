#include "libm150/search/analysis.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>

#include "libm150/search/normalise.hpp"

namespace m150::testing {
namespace {

std::vector<std::string> stems(const Analyzer& analyzer, const std::string& text) {
    std::vector<std::string> found;
    for (const Token& token : analyzer.tokens(text)) {
        if (!token.stem.empty()) found.push_back(token.stem);
    }
    return found;
}
using Stems = std::vector<std::string>;

bool same(const Token& a, const Token& b) {
    return a.begin == b.begin && a.end == b.end && a.word == b.word && a.stem == b.stem && a.parts == b.parts;
}

TEST(AnalyzerTest, AQuestionAndAnAnswerMeetInTheirTerms) {
    const Analyzer analyzer;
    const auto question = stems(analyzer, "Mogen onze boa's een bodycam dragen?");
    const auto answer = stems(analyzer, "De boa draagt hier sinds 2023 bodycams.");
    EXPECT_EQ(question, (Stems{"boa", "bodycam", "draag"}));
    EXPECT_EQ(answer, (Stems{"boa", "draag", "2023", "bodycam"}));
}

TEST(AnalyzerTest, OffsetsPointAtTheWordAsItIsWritten) {
    const Analyzer analyzer;
    const std::string text = "Co\u00F6rdinatie van hand-\nhaving";
    const auto tokens = analyzer.tokens(text);
    ASSERT_EQ(tokens.size(), 3U);
    EXPECT_EQ(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin), "Co\u00F6rdinatie");
    EXPECT_EQ(tokens[0].word, "coordinatie");
    EXPECT_EQ(text.substr(tokens[2].begin, tokens[2].end - tokens[2].begin), "hand-\nhaving");
    EXPECT_EQ(tokens[2].word, "handhaving");
    EXPECT_TRUE(tokens[1].stem.empty());
    EXPECT_TRUE(tokens[1].parts.empty());
}

TEST(AnalyzerTest, PartsOfCompoundsAreTermsOfTheirOwn) {
    const Analyzer analyzer;
    const auto tokens =
        analyzer.tokens("horecacontroles evenementenvergunning 24-uurs e-mail boa-bevoegdheden");
    ASSERT_EQ(tokens.size(), 5U);
    EXPECT_EQ(tokens[0].parts, (Stems{"horeca", stems(analyzer, "controle").front()}));
    EXPECT_EQ(tokens[1].parts, (Stems{"evenement", stems(analyzer, "vergunning").front()}));
    EXPECT_EQ(tokens[2].stem, "24uurs");
    EXPECT_EQ(tokens[2].parts, (Stems{"24", "uur"}));
    EXPECT_EQ(tokens[3].stem, "email");
    EXPECT_EQ(tokens[3].parts, (Stems{"mail"}));
    EXPECT_EQ(tokens[4].parts, (Stems{"boa", "bevoegd"}));
    EXPECT_EQ(tokens[4].stem, stems(analyzer, "boabevoegdheden").front());
}

TEST(AnalyzerTest, LowerAndUpperCaseAndAccentsGiveOneTerm) {
    const Analyzer analyzer;
    EXPECT_EQ(stems(analyzer, "APV"), stems(analyzer, "a.p.v."));
    EXPECT_EQ(stems(analyzer, "CO\u00D6PERATIE"), stems(analyzer, "cooperatie"));
    EXPECT_EQ(stems(analyzer, "\u0132SSEL"), stems(analyzer, "ijssel"));
    EXPECT_EQ(stems(analyzer, "1.500"), stems(analyzer, "1500"));
}

TEST(AnalyzerTest, OptionsTurnThingsOff) {
    AnalysisOptions options;
    options.compounds = false;
    const Analyzer plain(options);
    EXPECT_TRUE(plain.tokens("parkeervergunning").front().parts.empty());
    options.stop_words = false;
    EXPECT_EQ(stems(Analyzer(options), "de weg").size(), 2U);
    EXPECT_EQ(stems(plain, "de weg"), (Stems{"weg"}));
}

TEST(AnalyzerTest, English) {
    AnalysisOptions options;
    options.language = Language::english;
    const Analyzer analyzer(options);
    EXPECT_EQ(stems(analyzer, "The officers are enforcing the parking rules"),
              (Stems{"offic", "enforc", "park", "rule"}));
    EXPECT_EQ(stems(analyzer, "enforcement"), stems(analyzer, "enforced"));
    EXPECT_TRUE(analyzer.tokens("parkeervergunning").front().parts.empty());
}

TEST(AnalyzerTest, TheVersionTellsWhatMadeTheTerms) {
    AnalysisOptions options;
    const std::string standard = Analyzer(options).version();
    EXPECT_EQ(standard, Analyzer().version());
    EXPECT_NE(standard.find("xapian"), std::string::npos);
    std::set<std::string> versions;
    for (const Language language : {Language::dutch, Language::english}) {
        for (const bool compounds : {true, false}) {
            for (const bool stop_words : {true, false}) {
                versions.insert(Analyzer({language, compounds, stop_words}).version());
            }
        }
    }
    EXPECT_EQ(versions.size(), 8U);
}

// Law: spans are in order and apart, and no term is empty by mistake, too long, repeated or among its own
// parts.
TEST(AnalyzerTest, TokensKeepTheirPromises) {
    const Analyzer analyzer;
    std::string text =
        "\u00AD\u0301 'S-Gravenhage\u2019s 24-uurs-toezichthouders... B&W&C x-\n-y \u4E2D\u6587 \U0001F600 "
        "a.b.c.d " +
        std::string(10000, 'x') +
        " parkeervergunningparkeervergunningparkeervergunningparkeervergunningparkeervergunning\n";
    text += "\xFF\xFE\xC3 'n\u00E9' - -- ' '' & && 1.2.3 12:34:56 1..2 \u0660\u0661";
    std::size_t last = 0;
    for (const Token& token : analyzer.tokens(text)) {
        EXPECT_GE(token.begin, last);
        EXPECT_LT(token.begin, token.end);
        EXPECT_LE(token.end, text.size());
        EXPECT_FALSE(token.word.empty());
        EXPECT_LE(token.word.size(), max_word_bytes);
        EXPECT_LE(token.stem.size(), max_word_bytes);
        const std::set<std::string> parts(token.parts.begin(), token.parts.end());
        EXPECT_EQ(parts.size(), token.parts.size());
        EXPECT_EQ(parts.count(token.stem), 0U);
        EXPECT_TRUE(!token.stem.empty() || token.parts.empty());
        last = token.end;
    }
}

// What is remembered of a word is what would be made of it anew, also after the memory had to forget.
TEST(AnalyzerTest, MemoryDoesNotChangeTheTerms) {
    const Analyzer busy;
    const std::string text = "handhavers controleerden horecavergunningen";
    const auto before = busy.tokens(text);
    std::string many;
    for (int i = 0; i < 300000; ++i)
        many += "w" + std::to_string(i) + " ";
    EXPECT_EQ(busy.tokens(many).size(), 300000U);
    const auto after = busy.tokens(text);
    const auto fresh = Analyzer().tokens(text);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_TRUE(same(before[i], after[i]));
        EXPECT_TRUE(same(before[i], fresh[i]));
    }
}

TEST(AnalyzerTest, ManyThreadsGetTheSameTokens) {
    const Analyzer shared;
    std::string text;
    for (int i = 0; i < 400; ++i)
        text +=
            "toezichthouders beboeten foutparkeerders bij evenement" + std::to_string(i) + " enhandhaving ";
    const auto expected = Analyzer().tokens(text);
    std::vector<std::vector<Token>> found(4);
    std::vector<std::thread> threads;
    for (auto& mine : found)
        threads.emplace_back([&] { mine = shared.tokens(text); });
    for (auto& thread : threads)
        thread.join();
    for (const auto& mine : found) {
        ASSERT_EQ(mine.size(), expected.size());
        for (std::size_t i = 0; i < mine.size(); ++i)
            EXPECT_TRUE(same(mine[i], expected[i]));
    }
}

// Generous bounds that a quadratic step would break a hundred times over.
TEST(AnalyzerTest, LargeAndHostileTextsTakeLinearTime) {
    const Analyzer analyzer;
    std::string marks = "a";
    for (int i = 0; i < 500000; ++i)
        marks += "\u0301";
    std::string breaks;
    for (int i = 0; i < 300000; ++i)
        breaks += "a-\n";
    for (const std::string& text : {std::string(1U << 20U, 'x'), marks, breaks, std::string(1U << 20U, '-'),
                                    std::string(1U << 20U, '\'')}) {
        const auto start = std::chrono::steady_clock::now();
        analyzer.tokens(text);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    }
}

}  // namespace
}  // namespace m150::testing
