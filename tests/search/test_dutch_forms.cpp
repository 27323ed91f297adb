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

TEST(DutchForms, NounsMadeOfVerbs) {
    EXPECT_EQ(forms().origin("handhaver"), "handhaven");
    EXPECT_EQ(forms().origin("handhaving"), "handhaven");
    EXPECT_EQ(forms().origin("registratie"), "registreren");
    EXPECT_EQ(forms().origin("veiligheid"), "veilig");
    EXPECT_EQ(forms().origin("opname"), "opnemen");
    EXPECT_EQ(forms().origin("huurder"), "huren");
    EXPECT_EQ(forms().origin("politie"), "");
}

}  // namespace
}  // namespace m150::testing
