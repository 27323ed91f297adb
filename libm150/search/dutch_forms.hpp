// Which base word a Dutch form belongs to: verbs, plurals, adjectives, diminutives, and the nouns made of
// verbs.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libm150/search/lexicon.hpp"

namespace m150::inline v0 {

// Every answer is a word of the lexicon, or empty when there is none. Immutable; any thread may use it.
class DutchForms {
  public:
    // `lexicon` must outlive the object.
    explicit DutchForms(const Lexicon& lexicon);

    // Singular of a plural: zaken -> zaak, dagen -> dag, kinderen -> kind, boetes -> boete.
    std::string singular(std::string_view word) const;
    // Infinitive of a finite form or a participle: handhaaft, gehandhaafd, handhavend -> handhaven;
    // aangesproken -> aanspreken.
    std::string infinitive(std::string_view word) const;
    // Infinitive of a participle that has ge-, also when it is a base word itself: georganiseerd ->
    // organiseren.
    std::string infinitive_of_participle(std::string_view word) const;
    // Infinitive of which `word` is the bare stem: werk -> werken, handhaaf -> handhaven.
    std::string infinitive_of_stem(std::string_view word) const;
    // The same of a participle that has none, or is of the present: beboet -> beboeten, verboden ->
    // verbieden; werkend -> werken.
    std::string infinitive_of_prefixed(std::string_view word) const;
    std::string present_participle(std::string_view word) const;
    // Infinitive of a noun on -ing, of which the lexicon may hold neither number: ontbering, verkiezingen.
    std::string action(std::string_view word) const;
    // For words that the lexicon lists beside their singular (straten) or uninflected form (dakloze), where
    // the ending leaves no doubt or the shorter word is met more often.
    std::string singular_of_base(std::string_view word) const;
    std::string uninflected_base(std::string_view word) const;
    // Singular of a plural that looks like a participle or a past tense too, when the noun is at least as
    // common as the verb: verslagen -> verslag, gevaren -> gevaar, bijlagen -> bijlage.
    std::string plural_rather_than_past(std::string_view word) const;
    // Uninflected adjective: openbare -> openbaar, veiliger -> veilig.
    std::string positive(std::string_view word) const;
    // huisje -> huis, bonnetjes -> bon.
    std::string undiminished(std::string_view word) const;
    // What a noun was made of: handhaver, handhaving -> handhaven; registratie -> registreren; veiligheid ->
    // veilig.
    std::string origin(std::string_view word) const;
    // Infinitive of an irregular past tense or participle, with or without prefix: overtrad -> overtreden.
    std::string strong(std::string_view word) const;
    // The word that an inflected form belongs to, by the first of the above that knows one.
    std::string base(std::string_view word) const;

  private:
    std::string weak(std::string_view word) const;
    std::string agent_or_action(std::string_view word) const;
    std::string adjective_of_quality(std::string_view word) const;
    std::string latin(std::string_view word) const;
    bool verb(std::string_view word) const;
    bool noun(std::string_view word) const;       // as the wordnet has it
    bool adjective(std::string_view word) const;  // the same
    bool known(std::string_view word) const;      // base word or infinitive

    const Lexicon& lexicon_;
    // Past tense or participle -> infinitive, without prefix.
    std::unordered_map<std::string_view, std::string_view> strong_;
};

}  // namespace m150::inline v0
