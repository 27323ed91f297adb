#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>

#include "libm150/base/error.hpp"
#include "libm150/search/fnv.hpp"
#include "libm150/search/semantic_space.hpp"
#include "libm150/search/space_file.hpp"
#include "libm150/search/word_data.hpp"
#include "tests/search/index_world.hpp"

namespace m150::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Analyzer& analyzer() {
    static const Analyzer dutch;
    return dutch;
}

const SemanticSpace& dutch() {
    return *SemanticSpace::built_in(Language::dutch);
}

Embedding embedded(const std::string& text, const SemanticSpace& space = dutch()) {
    TextEmbedding sum(space);
    analyzer().for_each_word(text, [&](std::size_t, std::size_t, const WordForm& form) { sum.add(form); });
    return sum.embedding();
}

std::string small_space() {
    return semantic::write_space(
        {{"hond", 2.0, {3.0, 4.0}}, {"boete", 1.0, {0.0, -2.0}}, {"kat", 4.0, {1.0, 0.0}}}, 2,
        {{"analysis", analyzer().rules()}, {"made", "by hand"}});
}

class SpaceFile : public ::testing::Test {
  protected:
    std::shared_ptr<const SemanticSpace> read(const std::string& bytes) {
        std::ofstream(file(), std::ios::binary) << bytes;
        return SemanticSpace::read(file(), analyzer());
    }
    std::filesystem::path file() const { return place_.path() / "space.bin"; }
    std::string refusal(const std::string& bytes) {
        try {
            read(bytes);
        } catch (const InvalidInput& error) {
            return error.what();
        }
        return "taken";
    }

  private:
    TemporaryDirectory place_;
};

TEST_F(SpaceFile, IsReadBackAsItWasWritten) {
    const auto space = read(small_space());
    EXPECT_EQ(space->dimension(), 2U);
    EXPECT_EQ(space->words(), 3U);
    EXPECT_EQ(space->description().at("made"), "by hand");
    EXPECT_EQ(space->unknown_scale(), 4.0 * semantic::unit);
    EXPECT_FALSE(space->find("vis"));
    EXPECT_FALSE(space->find(""));
    const auto hond = space->find("hond");
    ASSERT_TRUE(hond);
    EXPECT_THAT(hond->vector, ElementsAre(95, 127));
    // Scale times vector has the norm weight * unit, whatever the vector was.
    for (const auto& [stem, weight] : {std::pair("hond", 2.0), {"boete", 1.0}, {"kat", 4.0}}) {
        const SpaceWord word = space->find(stem).value();
        EXPECT_EQ(space->word(word.number).vector.data(), word.vector.data());
        const double norm = std::hypot(word.vector[0], word.vector[1]);
        EXPECT_NEAR(word.scale * norm / semantic::unit, weight, norm / semantic::unit);
    }
}

TEST_F(SpaceFile, DoesNotDependOnTheOrderOfItsWords) {
    const std::string turned = semantic::write_space(
        {{"kat", 4.0, {1.0, 0.0}}, {"boete", 1.0, {0.0, -2.0}}, {"hond", 2.0, {3.0, 4.0}}}, 2,
        {{"analysis", analyzer().rules()}, {"made", "by hand"}});
    EXPECT_EQ(turned, small_space());
}

// Every byte that is changed, cut off or added is noticed, and said in words.
TEST_F(SpaceFile, ThatIsDamagedIsRefused) {
    const std::string whole = small_space();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        EXPECT_THAT(refusal(damaged), HasSubstr("learn the space again")) << "byte " << at;
        EXPECT_THAT(refusal(whole.substr(0, at)), HasSubstr("learn the space again")) << "byte " << at;
    }
    EXPECT_THAT(refusal(whole + "x"), HasSubstr("its header speaks of"));
    EXPECT_EQ(refusal(whole), "taken");
}

TEST_F(SpaceFile, WithNumbersThatContradictEachOtherIsRefusedThoughItsHashIsRight) {
    const std::string whole = small_space();
    const auto changed = [&](std::size_t at, std::uint32_t value) {
        std::string bytes = whole;
        std::memcpy(bytes.data() + at, &value, sizeof value);
        const std::uint64_t hash = fnv(std::string_view(bytes).substr(offsetof(semantic::Header, hash) + 8));
        std::memcpy(bytes.data() + offsetof(semantic::Header, hash), &hash, sizeof hash);
        return refusal(bytes);
    };
    const semantic::Layout layout = semantic::read_space(whole, "here", true);
    const auto offset = [&](const void* at) {
        return static_cast<std::size_t>(static_cast<const char*>(at) - whole.data());
    };
    EXPECT_THAT(changed(offset(layout.begins + 1), 99), HasSubstr("out of order"));
    EXPECT_THAT(changed(offset(layout.begins + 3), 8), HasSubstr("out of order"));
    EXPECT_THAT(changed(offset(layout.begins + 3), 98), HasSubstr("wrong place"));
    EXPECT_THAT(changed(offset(layout.slots), 4), HasSubstr("does not have"));
    EXPECT_THAT(changed(offsetof(semantic::Header, slots), 2), HasSubstr("contradict"));
    EXPECT_THAT(changed(offsetof(semantic::Header, dimension), 0), HasSubstr("contradict"));
    EXPECT_THAT(changed(offsetof(semantic::Header, words), 2), HasSubstr("wrong place"));
    EXPECT_THAT(changed(offsetof(semantic::Header, words), 4), HasSubstr("its header speaks of"));
}

TEST_F(SpaceFile, OfAnotherLanguageRulesOrFormatIsRefused) {
    const std::string english = semantic::write_space({{"dog", 1.0, {1.0}}}, 1,
                                                      {{"analysis", Analyzer({Language::english}).rules()}});
    EXPECT_THAT(refusal(english), HasSubstr("'" + analyzer().rules() + "'"));
    EXPECT_THAT(refusal(semantic::write_space({{"dog", 1.0, {1.0}}}, 1, {})), HasSubstr("the rules ''"));
    std::string other_format = small_space();
    other_format[offsetof(semantic::Header, version)] = 2;
    EXPECT_THAT(refusal(other_format), HasSubstr("the format has the number 2"));
    EXPECT_THAT(refusal("no space"), HasSubstr("no semantic space"));
    EXPECT_THROW(SemanticSpace::read("/nowhere/space.bin", analyzer()), StoreError);
}

TEST_F(SpaceFile, OfOtherWordListsIsTakenAndTellsSo) {
    const auto made_with = [&](const std::string& lists) {
        return read(semantic::write_space({{"hond", 1.0, {1.0}}}, 1,
                                          {{"analysis", analyzer().rules()}, {"word-lists", lists}}));
    };
    const auto ours = made_with(analyzer().version());
    EXPECT_FALSE(ours->aged(analyzer(), "here"));
    EXPECT_FALSE(ours->misfit(analyzer(), "here"));
    // What is left out of the terms, and how compounds are taken apart, moves no stem.
    EXPECT_FALSE(ours->aged(Analyzer({Language::dutch, false, false}), "here"));
    const auto theirs = made_with("nl-4cs-0123456789abcdef-xapian1.4.22");
    EXPECT_THAT(theirs->aged(analyzer(), "here").value().text(), HasSubstr("0123456789abcdef"));
    EXPECT_EQ(theirs->aged(analyzer(), "here")->where, "here");
    EXPECT_TRUE(read(small_space())->aged(analyzer(), "here"));
    EXPECT_EQ(ours->bytes().size(), std::filesystem::file_size(file()));
}

TEST_F(SpaceFile, EmbedsAsThePlainFormulaDoes) {
    const auto space = read(small_space());
    // hond twice, boete once; "vis" is unknown: weight * log2(1 + n) * unit vector, summed.
    const double x = 2.0 * std::log2(3.0) * 0.6;
    const double y = 2.0 * std::log2(3.0) * 0.8 - 1.0;
    EXPECT_THAT(embedded("Een hond en een vis kregen een boete, die hond.", *space),
                ElementsAre(127, std::lround(127.0 * y / x)));
    EXPECT_TRUE(embedded("vis", *space).empty());
    EXPECT_TRUE(embedded("", *space).empty());
    // A compound that is unknown is the sum of its parts.
    EXPECT_EQ(embedded("hondenboete", *space), embedded("hond boete", *space));
    TextEmbedding sum(*space);
    sum.add({"kat", "kat", {}});
    sum.clear();
    EXPECT_TRUE(sum.embedding().empty());
    const Embedding east{127, 0};
    const Embedding north{0, 127};
    EXPECT_EQ(cosine(east, north), 0.0);
    EXPECT_EQ(cosine(east, east), 1.0);
    EXPECT_EQ(cosine(east, Embedding{-127, 0}), -1.0);
    EXPECT_EQ(cosine(east, {}), 0.0);
}

TEST(SemanticSpace, InsideTheLibraryIsWholeAndOfTheseRules) {
    EXPECT_NO_THROW(semantic::read_space(word_data::space_nl(), "space_nl.bin", true));
    EXPECT_EQ(dutch().description().at("analysis"), analyzer().rules())
        << "the rules of analysis were changed: learn the space again (docs/semantics.md)";
    EXPECT_FALSE(dutch().aged(analyzer(), "space_nl.bin"))
        << "the word lists were changed: learn the space again (docs/semantics.md). It holds "
        << dutch().description().at("word-lists") << ", the lists are " << analyzer().word_lists();
    EXPECT_EQ(dutch().bytes(), word_data::space_nl());
    EXPECT_GE(dutch().words(), 10000U);
    EXPECT_LE(word_data::space_nl().size(), 6'000'000U);
    EXPECT_EQ(SemanticSpace::built_in(Language::english), nullptr);
}

// What is about the same thing is nearer than what is not, without a word in common. Fixed before looking.
TEST(SemanticSpace, KnowsWhatBelongsTogether) {
    const auto nearer = [](const std::string& a, const std::string& like, const std::string& unlike) {
        EXPECT_GT(cosine(embedded(a), embedded(like)), cosine(embedded(a), embedded(unlike)) + 0.1)
            << a << ": " << like << " / " << unlike;
    };
    nearer("afval", "container", "paspoort");
    nearer("vergunning intrekken", "beschikking weigeren", "hond aanlijnen");
    nearer("politie", "opsporing", "huisvuil");
    nearer("parkeren", "voertuig", "alcohol");
    nearer("alcohol", "drank horeca", "voertuig");
    nearer("dwangsom", "bestuursdwang", "school");
    nearer("leerling", "school", "dwangsom");
    nearer("geluid", "lawaai hinder", "belasting");
}

TEST(SemanticSpace, TakesAnyText) {
    EXPECT_TRUE(embedded("de het een").empty());
    const std::string once = "vergunning voor een evenement op het plein ";
    std::string often;
    while (often.size() < 2'000'000)
        often += once;
    // Said often enough it is what it was: every word counts like 16 times.
    EXPECT_EQ(embedded(often), embedded(once + once + once + once + once + once + once + once + once + once +
                                        once + once + once + once + once + once));
    EXPECT_GT(cosine(embedded(often), embedded(once)), 0.999);
}

}  // namespace
}  // namespace m150::testing
