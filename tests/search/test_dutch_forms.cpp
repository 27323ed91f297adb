#include "libm150/search/dutch_forms.hpp"

#include <gtest/gtest.h>

namespace m150::testing {
namespace {

const DutchForms& forms() {
    static const DutchForms made(Lexicon::dutch());
    return made;
}

TEST(DutchForms, Plurals) {
    EXPECT_EQ(forms().singular("zaken"), "zaak");
    EXPECT_EQ(forms().singular("zakken"), "zak");
    EXPECT_EQ(forms().singular("dagen"), "dag");
    EXPECT_EQ(forms().singular("brieven"), "brief");
    EXPECT_EQ(forms().singular("huizen"), "huis");
    EXPECT_EQ(forms().singular("bevoegdheden"), "bevoegdheid");
    EXPECT_EQ(forms().singular("categorieen"), "categorie");
    EXPECT_EQ(forms().singular("controles"), "controle");
    EXPECT_EQ(forms().singular("gebouwen"), "gebouw");
    EXPECT_EQ(forms().singular("xyzen"), "");
}

TEST(DutchForms, FiniteVerbs) {
    EXPECT_EQ(forms().infinitive("handhaaft"), "handhaven");
    EXPECT_EQ(forms().infinitive("handhaafde"), "handhaven");
    EXPECT_EQ(forms().infinitive("werkten"), "werken");
    EXPECT_EQ(forms().infinitive("legt"), "leggen");
    EXPECT_EQ(forms().infinitive("waarschuwt"), "waarschuwen");
    EXPECT_EQ(forms().infinitive("voorkomt"), "voorkomen");
    EXPECT_EQ(forms().infinitive("overtrad"), "overtreden");
}

TEST(DutchForms, Participles) {
    EXPECT_EQ(forms().infinitive("gehandhaafd"), "handhaven");
    EXPECT_EQ(forms().infinitive("geparkeerde"), "parkeren");
    EXPECT_EQ(forms().infinitive("opgelegd"), "opleggen");
    EXPECT_EQ(forms().infinitive("aangesproken"), "aanspreken");
    EXPECT_EQ(forms().infinitive("ondermijnd"), "ondermijnen");
    EXPECT_EQ(forms().infinitive_of_prefixed("verboden"), "verbieden");
    EXPECT_EQ(forms().present_participle("handhavende"), "handhaven");
}

// gemeente would be a participle of menen if t and d were one: "gemeend" it is.
TEST(DutchForms, AParticipleHasTheLetterThatItsVerbAsksFor) {
    EXPECT_EQ(forms().infinitive_of_participle("gemeente"), "");
    EXPECT_EQ(forms().infinitive_of_participle("gemeend"), "menen");
    EXPECT_EQ(forms().infinitive_of_participle("gewerkt"), "werken");
    EXPECT_EQ(forms().infinitive_of_participle("gewerkd"), "");
}

TEST(DutchForms, AdjectivesAndDiminutives) {
    EXPECT_EQ(forms().positive("openbare"), "openbaar");
    EXPECT_EQ(forms().positive("veiliger"), "veilig");
    EXPECT_EQ(forms().positive("snelste"), "snel");
    EXPECT_EQ(forms().undiminished("huisje"), "huis");
    EXPECT_EQ(forms().undiminished("bonnetjes"), "bon");
}

// Each of these was led to another word once.
TEST(DutchForms, APluralIsRegularOrOfAClosedClass) {
    EXPECT_EQ(forms().singular("kinderen"), "kind");
    EXPECT_EQ(forms().singular("koperen"), "koper");  // not of kop
    EXPECT_EQ(forms().singular("limoen"), "");        // not of limo
    EXPECT_EQ(forms().singular("factoren"), "factor");
    EXPECT_EQ(forms().singular("materialen"), "materiaal");
    EXPECT_EQ(forms().singular("betrokkenen"), "betrokkene");
    EXPECT_EQ(forms().singular("inkomens"), "inkomen");
}

TEST(DutchForms, ABaseWordIsAPluralWhenNothingElseExplainsIt) {
    EXPECT_EQ(forms().singular_of_base("medicijnen"), "medicijn");
    EXPECT_EQ(forms().singular_of_base("stoffen"), "stof");
    EXPECT_EQ(forms().singular_of_base("deken"), "");  // has a plural of its own
    EXPECT_EQ(forms().singular_of_base("brons"), "");  // the wordnet knows it as a noun
    EXPECT_EQ(forms().singular_of_base("bouwplaats"), "");
}

TEST(DutchForms, TheMoreCommonOfNounAndVerbHasTheForm) {
    EXPECT_EQ(forms().base("gevaren"), "gevaar");
    EXPECT_EQ(forms().base("bijlagen"), "bijlage");
    EXPECT_EQ(forms().plural_rather_than_past("verslagen"), "verslag");
    EXPECT_EQ(forms().plural_rather_than_past("spraken"), "");
    EXPECT_EQ(forms().infinitive_of_participle("getuigd"), "getuigen");
    EXPECT_EQ(forms().infinitive_of_participle("geeft"), "geven");
    EXPECT_EQ(forms().strong("verwond"), "verwonden");
}

TEST(DutchForms, PrefixesOfParticiples) {
    EXPECT_EQ(forms().infinitive_of_participle("vergezocht"), "");  // not of verzoeken
    EXPECT_EQ(forms().infinitive_of_participle("gebruikgemaakt"), "gebruikmaken");
    EXPECT_EQ(forms().strong("doorverwezen"), "doorverwijzen");
    EXPECT_EQ(forms().strong("terechtgekomen"), "terechtkomen");
    EXPECT_EQ(forms().infinitive_of_prefixed("voorspeld"), "voorspellen");
    EXPECT_EQ(forms().infinitive("geduwd"), "duwen");
    EXPECT_EQ(forms().infinitive("aanvaarde"), "aanvaarden");  // not of aanvaren
    EXPECT_EQ(forms().infinitive("groeide"), "groeien");
}

TEST(DutchForms, APastIsNoAdjective) {
    EXPECT_EQ(forms().base("wijdde"), "wijden");
    EXPECT_EQ(forms().base("schatte"), "schatten");
    EXPECT_EQ(forms().base("natte"), "nat");
}

TEST(DutchForms, AdjectivesOfTwoVowelsInARow) {
    EXPECT_EQ(forms().positive("sociale"), "sociaal");
    EXPECT_EQ(forms().positive("officiele"), "officieel");
    EXPECT_EQ(forms().positive("individuele"), "individueel");
}

TEST(DutchForms, NounsMadeOfVerbs) {
    EXPECT_EQ(forms().origin("handhaver"), "handhaven");
    EXPECT_EQ(forms().origin("handhaving"), "handhaven");
    EXPECT_EQ(forms().origin("registratie"), "registreren");
    EXPECT_EQ(forms().origin("veiligheid"), "veilig");
    EXPECT_EQ(forms().origin("opname"), "opnemen");
    EXPECT_EQ(forms().origin("huurder"), "huren");
    EXPECT_EQ(forms().origin("lekkage"), "lekken");
    EXPECT_EQ(forms().origin("protest"), "protesteren");
    EXPECT_EQ(forms().origin("schild"), "");  // schilderen is of schilder
    EXPECT_EQ(forms().origin("fotograaf"), "fotograferen");
    EXPECT_EQ(forms().origin("paragraaf"), "");
    EXPECT_EQ(forms().origin("stabiliteit"), "stabiel");
    EXPECT_EQ(forms().action("auditeringen"), "auditeren");
    EXPECT_EQ(forms().action("rekeningen"), "");  // rekening is a word of its own
    EXPECT_EQ(forms().origin("politie"), "");
}

}  // namespace
}  // namespace m150::testing
