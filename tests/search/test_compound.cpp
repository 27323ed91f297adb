#include "libm150/search/compound.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "bench/evaluate/labelled_words.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::testing {
namespace {

std::set<std::size_t> starts_of(const std::vector<CompoundPart>& parts) {
    std::set<std::size_t> starts;
    for (std::size_t i = 1; i < parts.size(); ++i)
        starts.insert(parts[i].begin);
    return starts;
}

class Compounds : public ::testing::Test {
  protected:
    std::string split(const std::string& word) const {
        std::string text;
        for (const CompoundPart& part : splitter.split(word)) {
            text += (text.empty() ? "" : "+") + word.substr(part.begin, part.end - part.begin);
        }
        return text;
    }
    double f1(const std::string& file) const {
        const auto compounds = evaluate::labelled_compounds(M150_SOURCE_DIR "/tests/search/data/" + file);
        return evaluate::count_compounds(
                   compounds, [this](const std::string& word) { return starts_of(splitter.split(word)); })
            .f1();
    }
    CompoundSplitter splitter{Lexicon::dutch(), word_data::compound_rules()};
};

TEST_F(Compounds, AreSplitWhereAPersonWould) {
    EXPECT_GE(f1("compounds_seen.txt"), 0.98);
    EXPECT_GE(f1("compounds_heldout.txt"), 0.97);
}

// Nine hundred verbs of the lexicon had parts, most of them endings that look like words.
TEST_F(Compounds, VerbsAreSplitWhereTheirLastPartIsAVerb) {
    EXPECT_GE(f1("compounds_verbs.txt"), 0.85);
    for (const std::string word :
         {"bekeuren", "intimideren", "roosteren", "blokkeren", "afluisteren", "attenderen", "koppelen",
          "geblokkeerd", "blokkeert", "bedrukken", "meetrekken", "wegslepen", "gelijkstellen", "bemoeilijken",
          "wethouder", "huisvesting", "huisvesten"}) {
        EXPECT_EQ(split(word), "") << word;
    }
    EXPECT_EQ(split("afvaldumpen"), "afval+dumpen");
    EXPECT_EQ(split("wildkamperen"), "wild+kamperen");
    EXPECT_EQ(split("consumptiegoederen"), "consumptie+goederen");
    EXPECT_EQ(split("werkkleren"), "werk+kleren");
    EXPECT_EQ(split("identiteitspapieren"), "identiteit+papieren");
}

// What the rules leave split among the infinitives of the lexicon, plurals that it takes for such among them,
// is little: one in twenty, and no verb with a prefix.
TEST_F(Compounds, FewVerbsOfTheLexiconAreSplit) {
    std::size_t infinitives = 0;
    std::size_t split_ones = 0;
    word_data::each_line(word_data::lexicon_nl(), [&](std::string_view line) {
        const std::string word(line.substr(0, line.find('\t')));
        const auto entry = Lexicon::dutch().find(word);
        if (!entry || entry->kind != 'v') return;
        ++infinitives;
        if (split(word).empty()) return;
        ++split_ones;
        for (const std::string prefix : {"be", "ver", "ont", "af", "door", "mee", "toe", "weg"}) {
            const auto rest =
                word.starts_with(prefix) ? Lexicon::dutch().find(word.substr(prefix.size())) : std::nullopt;
            EXPECT_FALSE(rest && rest->kind == 'v') << word;
        }
    });
    EXPECT_GT(split_ones, 100U);
    EXPECT_LT(split_ones, infinitives / 20);
}

TEST_F(Compounds, LinksBelongToNoPart) {
    EXPECT_EQ(split("evenementenvergunning"), "evenementen+vergunning");
    EXPECT_EQ(split("bestuursdwang"), "bestuurs+dwang");
    EXPECT_EQ(split("raadsinformatiebrief"), "raad+informatie+brief");
}

TEST_F(Compounds, WordsThatOnlyLookLikeOnesStayWhole) {
    for (const std::string word : {"handhaving", "gemeente", "politie", "overtreding", "gesproken",
                                   "maatregelen", "amsterdam", "burgemeester"}) {
        EXPECT_EQ(split(word), "") << word;
    }
}

// Law: parts are in order, do not overlap, cover the word but for links, and are at least two.
TEST_F(Compounds, PartsCoverTheWord) {
    std::size_t seen = 0;
    word_data::each_line(word_data::lexicon_nl(), [&](std::string_view line) {
        if (++seen % 50 != 0) return;
        const std::string_view word = line.substr(0, line.find('\t'));
        const auto parts = splitter.split(word);
        if (parts.empty()) return;
        ASSERT_GE(parts.size(), 2U) << word;
        EXPECT_EQ(parts.front().begin, 0U) << word;
        EXPECT_EQ(parts.back().end, word.size()) << word;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_GE(parts[i].end, parts[i].begin + 3) << word;
            if (i == 0) continue;
            ASSERT_GE(parts[i].begin, parts[i - 1].end) << word;
            const auto link = word.substr(parts[i - 1].end, parts[i].begin - parts[i - 1].end);
            EXPECT_TRUE(link.empty() || link == "s" || link == "e" || link == "en" || link == "er") << word;
        }
    });
    EXPECT_GT(seen, 200000U);
}

// Slow twin: the cheapest reading, found by trying all of them, for a small lexicon where the costs can be
// added by hand.
struct SlowTwin {
    const Lexicon& lexicon;
    CompoundCosts costs;
    bool plurals = false;  // may an unlisted plural of a listed word be the last part?

    double part(const std::string& text, bool head) const {
        auto entry = lexicon.find(text);
        if (!entry && head && plurals && text.size() >= 5) {
            entry = lexicon.find(DutchForms(lexicon).singular(text));
            if (entry) entry->kind = 'f';
        }
        if (!entry || text.size() < 3) return std::numeric_limits<double>::infinity();
        double cost = costs.part - (head ? costs.head * entry->head : costs.modifier * entry->modifier);
        if (text.size() == 3) cost += costs.three_letters;
        if (text.size() == 4) cost += costs.four_letters;
        if (entry->kind == 'f') cost += costs.form;
        return std::max(cost, 1.0);
    }
    double cheapest(const std::string& rest, bool first) const {
        double best = first ? std::numeric_limits<double>::infinity() : part(rest, true);
        for (std::size_t to = 3; to < rest.size(); ++to) {
            for (const std::string link : {"", "s", "en", "e", "er"}) {
                if (rest.compare(to, link.size(), link) != 0 || to + link.size() >= rest.size()) continue;
                const double weight = link.empty() ? 0 : link == "s" || link == "en" ? 1 : 2;
                best = std::min(best, part(rest.substr(0, to), false) + costs.link * weight +
                                          cheapest(rest.substr(to + link.size()), false));
            }
        }
        return best;
    }
};

TEST_F(Compounds, TheFastSearchFindsWhatTheSlowOneFinds) {
    const Lexicon small(
        "bier\tbhhhba\nboete\tbhceba\nboetes\tfhceba\nhuis\tbhppba\nraad\tbhjjba\nraads\tfbaaba\nspel\tbheeba"
        "\nwerk"
        "\tbhssba\n"
        "werker\tbhagba\n");
    CompoundCosts costs;
    costs.unknown =
        1000;  // every word that can be read is split: only the choice among the readings is tested
    const CompoundSplitter quick(small, "", costs);
    SlowTwin slow{small, costs};
    const std::vector<std::string> pieces{"bier", "boete", "s",      "huis", "raad", "raads",
                                          "spel", "werk",  "werker", "en",   "er",   "xyz"};
    std::size_t splits = 0;
    for (const auto& a : pieces) {
        for (const auto& b : pieces) {
            for (const auto& c : pieces) {
                const std::string word = a + b + c;
                slow.plurals = false;
                double expected = slow.cheapest(word, true);
                slow.plurals = expected == std::numeric_limits<double>::infinity();
                if (slow.plurals) expected = slow.cheapest(word, true);
                const auto parts = quick.split(word);
                ASSERT_EQ(parts.empty(), expected == std::numeric_limits<double>::infinity()) << word;
                if (parts.empty()) continue;
                ++splits;
                double cost = 0;
                for (std::size_t i = 0; i < parts.size(); ++i) {
                    cost += slow.part(word.substr(parts[i].begin, parts[i].end - parts[i].begin),
                                      i + 1 == parts.size());
                    if (i == 0) continue;
                    const std::string link = word.substr(parts[i - 1].end, parts[i].begin - parts[i - 1].end);
                    cost += costs.link * (link.empty() ? 0 : link == "s" || link == "en" ? 1 : 2);
                }
                EXPECT_NEAR(cost, expected, 1e-9) << word;
            }
        }
    }
    EXPECT_GT(splits, 100U);
}

TEST_F(Compounds, BarredFragmentsAreNeverParts) {
    const Lexicon small("over\tbhhhba\nlast\tbhhhba\nwerk\tbhssba\n");
    CompoundCosts costs;
    costs.unknown = 1000;
    EXPECT_EQ(CompoundSplitter(small, "", costs).split("overlast").size(), 2U);
    EXPECT_TRUE(CompoundSplitter(small, "modifier\tover\n", costs).split("overlast").empty());
    EXPECT_EQ(CompoundSplitter(small, "modifier\tlast\n", costs).split("overlast").size(), 2U);
    EXPECT_TRUE(CompoundSplitter(small, "head\tlast\n", costs).split("overlast").empty());
    EXPECT_TRUE(CompoundSplitter(small, "never\tlast\n", costs).split("overlast").empty());
    EXPECT_TRUE(CompoundSplitter(small, "whole\toverlast\n", costs).split("overlast").empty());
}

}  // namespace
}  // namespace m150::testing
