#include "libm150/search/abbreviations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace m150 {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> list;
    for (const Abbreviation& pair : find_abbreviations(text, Language::dutch))
        list.push_back(pair.short_form + " = " + pair.long_form);
    return list;
}

TEST(FindAbbreviations, InBothOrders) {
    EXPECT_THAT(found_in("Na het incident kwam het bedrijfsopvangteam (BOT) in actie."),
                ElementsAre("bot = bedrijfsopvangteam"));
    EXPECT_THAT(found_in("Ons BOT (bedrijfsopvangteam) telt vijf mensen."),
                ElementsAre("bot = bedrijfsopvangteam"));
    EXPECT_THAT(found_in("Het BOT (het bedrijfsopvangteam, sinds 2020) telt vijf mensen."),
                ElementsAre("bot = bedrijfsopvangteam"));
}

TEST(FindAbbreviations, WordsOfTheField) {
    EXPECT_THAT(found_in("Onze buitengewoon opsporingsambtenaren (BOA's) mogen dat."),
                ElementsAre("boa = buitengewoon opsporingsambtenaren"));
    EXPECT_THAT(found_in("De buitengewoon opsporingsambtenaar (boa) mag dat."),
                ElementsAre("boa = buitengewoon opsporingsambtenaar"));
    EXPECT_THAT(found_in("Onze buitengewoon opsporingsambtenaren (boa's) mogen dat."),
                ElementsAre("boa = buitengewoon opsporingsambtenaren"));
    EXPECT_THAT(
        found_in("volgens de Algemene Plaatselijke Verordening (APV) en de Wet politiegegevens (Wpg)"),
        ElementsAre("apv = algemene plaatselijke verordening", "wpg = wet politiegegevens"));
    EXPECT_THAT(found_in("een last onder dwangsom (LOD) of twee lasten onder dwangsom (LODs)"),
                ElementsAre("lod = last onder dwangsom", "lod = lasten onder dwangsom"));
    EXPECT_THAT(found_in("het Regionaal Informatie- en Expertise Centrum (RIEC)"),
                ElementsAre("riec = regionaal informatie en expertise centrum"));
    EXPECT_THAT(found_in("het Centraal Justitieel Incassobureau (CJIB)"),
                ElementsAre("cjib = centraal justitieel incassobureau"));
    EXPECT_THAT(found_in("het ministerie van Justitie en Veiligheid (JenV)"),
                ElementsAre("jenv = justitie en veiligheid"));
    EXPECT_THAT(found_in("een bestuurlijke strafbeschikking (hierna: bsb)"),
                ElementsAre("bsb = bestuurlijke strafbeschikking"));
    EXPECT_THAT(found_in("de omgevingsdienst (O.D.)"), ElementsAre("od = omgevingsdienst"));
    EXPECT_THAT(found_in("de gemeentelijke administratieve sanctie (GAS)"),
                ElementsAre("gas = gemeentelijke administratieve sanctie"));
}

// One letter in three may stand anywhere, but not when all of them begin a word a little further back.
TEST(FindAbbreviations, LettersAtBeginningsComeFirst) {
    EXPECT_THAT(found_in("An environmental enforcement officer (EEO) may do so."),
                ElementsAre("eeo = environmental enforcement officer"));
    EXPECT_THAT(found_in("onze toezichthouder openbare orde (TOO) gaat mee"),
                ElementsAre("too = toezichthouder openbare orde"));
    EXPECT_THAT(found_in("het ministerie van Justitie en Veiligheid (JenV)"),
                ElementsAre("jenv = justitie en veiligheid"))
        << "where nothing else fits";
}

// Of the paper's own examples, those that a text of ours could hold; letters within a word need a part to
// begin there.
TEST(FindAbbreviations, CasesOfSchwartzAndHearst) {
    EXPECT_THAT(found_in("the hypertext transfer protocol (HTTP)"),
                ElementsAre("http = hypertext transfer protocol"));
    EXPECT_THAT(found_in("Hyper Text Transfer Protocol (HTTP)"),
                ElementsAre("http = hyper text transfer protocol"));
    EXPECT_THAT(found_in("the gene (HTTP)"), IsEmpty());
    EXPECT_THAT(found_in("the fewest words: team team (TT)"), ElementsAre("tt = team team"));
    EXPECT_THAT(found_in("Het BOT. Bedrijf, opvang en team. (BOT)"), IsEmpty()) << "not in one sentence";
    EXPECT_THAT(found_in("het BOT team (BOT)"), IsEmpty()) << "the long form holds the short one";
}

TEST(FindAbbreviations, WhatIsNone) {
    for (const char* text : {"De gemeente Zeist (GM0355) vroeg dit.",
                             "in het jaar (2024)",
                             "artikel (zie ook hoofdstuk 4)",
                             "beleid (zie APV)",
                             "alles (of niets)",
                             "agressie bij de overlast op terrassen (BOT)",
                             "de wethouder (VVD)",
                             "veel gemeenten (o.a. Zeist)",
                             "kosten (per jaar)",
                             "een team (tot 2025)",
                             "boetes (100 euro)",
                             "( )",
                             "()",
                             "(",
                             ")",
                             "(BOT)",
                             "((BOT))",
                             "opgelost (ja)",
                             "de opvang van bedrijven in een nieuw team (BOT)",
                             "buurten (b)",
                             "het bedrijf, dat is het punt (bo)"}) {
        EXPECT_THAT(found_in(text), IsEmpty()) << text;
    }
}

TEST(FindAbbreviations, TakesAnyText) {
    std::string many;
    for (int i = 0; i < 20000; ++i)
        many += "aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa (AAAAAAAAAA) ";
    EXPECT_LE(find_abbreviations(many, Language::dutch).size(), 1U);
    EXPECT_THAT(found_in(std::string(100000, '(')), IsEmpty());
    EXPECT_THAT(found_in(std::string(100000, 'a') + " (AA)"), IsEmpty());
    std::string accents;
    while (accents.size() < 5000)
        accents += "\xC3\xA9";
    EXPECT_THAT(found_in(accents + " (BOT) BOT (" + accents + ")"), IsEmpty());
}

}  // namespace
}  // namespace m150
