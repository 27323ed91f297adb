#include "libm150/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
constexpr std::size_t none = std::string_view::npos;

TEST(TextTest, FindsTheFirstByteThatIsNoUtf8) {
    EXPECT_EQ(invalid_utf8(""), none);
    EXPECT_EQ(invalid_utf8("caf\xC3\xA9 \xF0\x9F\x93\xB9"), none);
    EXPECT_EQ(invalid_utf8("caf\xE9"), 3u);
    EXPECT_EQ(invalid_utf8("caf\xC3"), 3u) << "cut off in a character";
    EXPECT_EQ(invalid_utf8("a\xC0\xAF"), 1u) << "an overlong form";
    EXPECT_EQ(invalid_utf8("a\xED\xA0\x80"), 1u) << "half of a surrogate pair";
    EXPECT_EQ(invalid_utf8("a\xF4\x90\x80\x80"), 1u) << "beyond the last code point";
    EXPECT_EQ(invalid_utf8(std::string_view("a\0b", 3)), 1u) << "no record has a NUL byte";
}

TEST(TextTest, SplitsAtEverySeparator) {
    EXPECT_THAT(split("a|b|c", '|'), ElementsAre("a", "b", "c"));
    EXPECT_THAT(split("|a||", '|'), ElementsAre("", "a", "", ""));
    EXPECT_THAT(split("", '|'), IsEmpty());
    EXPECT_THAT(split("a", '|'), ElementsAre("a"));
}

TEST(TextTest, TrimsAsciiWhiteSpaceOnly) {
    EXPECT_EQ(trim(" \t\r\n a b \v\f"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(trim("\xC2\xA0x"), "\xC2\xA0x");
}

TEST(TextTest, LowersAsciiLettersOnly) {
    EXPECT_EQ(ascii_lower("BOA'S \xC3\x89\xC3\xA9n [Z]"), "boa's \xC3\x89\xC3\xA9n [z]");
}

TEST(TextTest, AnExcerptIsNeverCutInACharacter) {
    EXPECT_EQ(excerpt("short", 5), "short");
    EXPECT_EQ(excerpt("longer", 5), "longe...");
    const std::string text = "a\xC3\xA9\xF0\x9F\x93\xB9z";
    for (std::size_t bytes = 0; bytes <= text.size(); ++bytes) {
        const std::string cut = excerpt(text, bytes);
        EXPECT_EQ(invalid_utf8(cut), none) << bytes;
        EXPECT_LE(cut.size(), bytes + 3);
    }
    EXPECT_EQ(excerpt(text, 2), "a...");
}

// Levenshtein's distance as its definition says it.
std::size_t slow_distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    if (a[0] == b[0]) return slow_distance(a.substr(1), b.substr(1));
    return 1 + std::min({slow_distance(a.substr(1), b), slow_distance(a, b.substr(1)),
                         slow_distance(a.substr(1), b.substr(1))});
}

TEST(TextTest, NearestIsTheFirstOfTheClosestWithinAThird) {
    EXPECT_EQ(nearest("bodycam", {"horeca", "bodycams", "boa"}), "bodycams");
    EXPECT_EQ(nearest("tittle", {"text", "title"}), "title");
    EXPECT_EQ(nearest("xyz", {"bodycams", "title"}), "");
    EXPECT_EQ(nearest("a", {}), "");
    std::mt19937 random(13);
    const auto word = [&] {
        std::string made;
        for (unsigned i = random() % 6; i > 0; --i)
            made += static_cast<char>('a' + random() % 3);
        return made;
    };
    for (int round = 0; round < 300; ++round) {
        const std::string wanted = word();
        const std::vector<std::string> candidates{word(), word(), word()};
        std::string best;
        std::size_t best_distance = wanted.size() / 3 + 1;
        for (const std::string& candidate : candidates) {
            if (slow_distance(wanted, candidate) < best_distance) {
                best_distance = slow_distance(wanted, candidate);
                best = candidate;
            }
        }
        EXPECT_EQ(nearest(wanted, candidates), best) << wanted;
    }
}

}  // namespace
}  // namespace m150::test
