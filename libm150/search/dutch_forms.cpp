#include "libm150/search/dutch_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "libm150/search/dutch_spelling.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

using namespace dutch_spelling;

namespace {

// Prefixes after which the participle has no ge-, alone or also.
constexpr std::array<std::string_view, 15> unstressed{"be",   "ver",    "ont",  "her",   "er",
                                                      "ge",   "mis",    "over", "onder", "om",
                                                      "door", "achter", "voor", "weer",  "vol"};

// Of these, those that never stand before one: vergezocht is not of verzoeken.
constexpr std::array<std::string_view, 5> inseparable{"be", "ver", "ont", "er", "ge"};

// Nouns with a plural on -eren. The class is closed: koperen is no plural of kop.
constexpr std::array<std::string_view, 8> plural_in_eren{"blad", "ei",  "goed", "kind",
                                                         "lied", "rad", "rund", "volk"};

// Native nouns that take -s: what ends in a vowel or an unstressed syllable.
bool plural_in_s(std::string_view noun) {
    return vowel(noun.back()) || noun.ends_with("el") || noun.ends_with("em") || noun.ends_with("en") ||
           noun.ends_with("er");
}

// Two letters d or t where the syllable is closed or long already, as the weak past alone has them: wijdde,
// achtte.
bool doubled_after_long(std::string_view word) {
    const std::size_t n = word.size();
    return n >= 6 && (word.ends_with("dde") || word.ends_with("tte")) &&
           (!vowel(word[n - 4]) || vowel(word[n - 5]) || word[n - 4] == 'j');
}

}  // namespace

DutchForms::DutchForms(const Lexicon& lexicon) : lexicon_(lexicon) {
    word_data::each_line(word_data::strong_verbs(), [&](std::string_view line) {
        const std::string_view infinitive = line.substr(0, line.find('\t'));
        while (line.find('\t') != std::string_view::npos) {
            line.remove_prefix(line.find('\t') + 1);
            const std::string_view form = line.substr(0, line.find('\t'));
            if (form != "-") strong_.emplace(form, infinitive);
        }
    });
}

bool DutchForms::verb(std::string_view word) const {
    const auto entry = lexicon_.find(word);
    return entry && entry->kind == 'v';
}

bool DutchForms::noun(std::string_view word) const {
    const auto entry = lexicon_.find(word);
    return entry && (entry->senses & LexiconEntry::noun) != 0;
}

bool DutchForms::adjective(std::string_view word) const {
    const auto entry = lexicon_.find(word);
    return entry && (entry->senses & LexiconEntry::adjective) != 0;
}

bool DutchForms::known(std::string_view word) const {
    const auto entry = lexicon_.find(word);
    return entry && (entry->kind == 'v' || entry->kind == 'b');
}

std::string DutchForms::infinitive_of_stem(std::string_view stem) const {
    if (stem.size() < 2 || std::none_of(stem.begin(), stem.end(), vowel)) return {};
    if (vowel(stem.back())) {  // zie -> zien, doe -> doen, sta -> staan
        for (const std::string_view ending : {"n", "an"}) {
            if (std::string word = joined(stem, ending);
                stem.back() != 'e' || stem.size() < 5 || stem.ends_with("ie")) {
                if (verb(word)) return word;
            }
        }
        std::string word = joined(stem, "en");  // ontplooi -> ontplooien
        return stem.back() == 'i' && verb(word) ? word : std::string();
    }
    for (const std::string& spelling : open_spellings(stem)) {
        if (std::string word = spelling + "en"; verb(word)) return word;
    }
    return {};
}

std::string DutchForms::strong(std::string_view word) const {
    const auto look_up = [&](std::string_view prefix, std::string_view form) -> std::string {
        const auto found = strong_.find(form);
        if (found == strong_.end()) return {};
        std::string whole = joined(prefix, found->second);
        return prefix.empty() || verb(whole) ? whole : std::string();
    };
    if (std::string whole = look_up({}, word); !whole.empty()) return whole;
    for (std::size_t at = 2; at + 3 <= word.size(); ++at) {
        const auto known_particle = [&](std::string_view prefix) {
            return prefix.size() >= 2 &&
                   (lexicon_.find(prefix) ||
                    std::find(unstressed.begin(), unstressed.end(), prefix) != unstressed.end());
        };
        const std::string_view prefix = word.substr(0, at);
        const bool particle =
            known_particle(prefix) ||
            std::any_of(inseparable.begin(), inseparable.end(), [&](std::string_view inner) {  // doorverwezen
                return prefix.ends_with(inner) && known_particle(without(prefix, inner));
            });
        if (!particle) continue;
        std::string whole = look_up(prefix, word.substr(at));
        if (whole.empty()) continue;
        // verwond is of verwonden rather than verwinden
        const std::string other = infinitive_of_stem(word);
        if (other.empty()) return whole;
        return lexicon_.find(other)->frequency > lexicon_.find(whole)->frequency ? other : whole;
    }
    return {};
}

std::string DutchForms::infinitive_of_participle(std::string_view word) const {
    // [particle] ge + stem + t/d, or + en of a strong verb, perhaps inflected.
    const auto of_rest = [&](std::string_view particle, std::string_view rest) -> std::string {
        for (std::string_view body : {rest, without(rest, "e")}) {
            if (body.size() < 3) continue;
            if (const auto found = strong_.find(joined("ge", body)); found != strong_.end()) {
                std::string whole = joined(particle, found->second);
                if (verb(whole)) return whole;
            }
            if (body.back() != 't' && body.back() != 'd') continue;
            for (const std::string_view stem : {body, body.substr(0, body.size() - 1)}) {
                for (const std::string& spelling : open_spellings(stem)) {
                    std::string whole = joined(particle, spelling) + "en";
                    // duwen: the lexicon takes it for a plural of duw, and the wordnet knows that it is a
                    // verb too.
                    const auto entry = lexicon_.find(whole);
                    const bool is_verb = entry && (entry->kind == 'v' || entry->senses == LexiconEntry::verb);
                    if (is_verb && (stem == body || past_in_t(whole) == (body.back() == 't'))) return whole;
                }
            }
        }
        return {};
    };
    if (word.starts_with("ge")) {
        // gelaat and geschut are nouns and nothing else; gehandicapte goes with gehandicapt
        const auto entry = lexicon_.find(word.ends_with('e') ? without(word, "e") : word);
        if (entry && entry->senses == LexiconEntry::noun) return {};
        if (std::string whole = of_rest({}, word.substr(2)); !whole.empty()) {
            // geeft and getuigd are of geven and getuigen, since effen and tuigen are the rarer verbs
            std::string other = word.ends_with('t') ? infinitive_of_stem(without(word, "t")) : std::string();
            if (other.empty()) other = infinitive_of_prefixed(word);
            const auto frequency = [&](const std::string& verb) { return lexicon_.find(verb)->frequency; };
            return other.empty() || frequency(other) <= frequency(whole) ? whole : other;
        }
    }
    for (std::size_t at = word.find("ge", 2); at != std::string_view::npos; at = word.find("ge", at + 1)) {
        const std::string_view particle = word.substr(0, at);
        if (std::find(inseparable.begin(), inseparable.end(), particle) != inseparable.end()) continue;
        std::string whole = of_rest(particle, word.substr(at + 2));
        if (!whole.empty()) return whole;
    }
    return {};
}

std::string DutchForms::present_participle(std::string_view word) const {
    for (const std::string_view ending : {"de", "d"}) {
        const std::string_view rest = without(word, ending);
        if (rest.ends_with('n') && verb(rest)) return std::string(rest);
    }
    return {};
}

std::string DutchForms::weak(std::string_view word) const {
    std::string past;
    for (const std::string_view ending : {"ten", "den", "te", "de"}) {
        const std::string_view stem = without(word, ending);
        if (stem.size() < 2) continue;
        std::string found = infinitive_of_stem(stem);
        if (!found.empty() && past_in_t(found) == (ending.front() == 't')) {
            past = std::move(found);
            break;
        }
    }
    // An inflected participle without ge-: aanvaarde is of aanvaarden rather than aanvaren, begrote of
    // begroten.
    if (word.size() >= 6 && (word.ends_with("de") || word.ends_with("te")) && positive(word).empty()) {
        std::string whole = joined(word, "n");
        const auto entry = lexicon_.find(whole);
        if (verb(whole) && (past.empty() || entry->frequency >= lexicon_.find(past)->frequency)) return whole;
    }
    if (!past.empty()) return past;
    return word.size() >= 3 && word.ends_with('t') ? infinitive_of_stem(word.substr(0, word.size() - 1))
                                                   : std::string();
}

std::string DutchForms::infinitive_of_prefixed(std::string_view word) const {
    const bool prefixed = std::any_of(unstressed.begin(), unstressed.end(),
                                      [&](std::string_view prefix) { return word.starts_with(prefix); });
    if (!prefixed) return {};
    for (const std::string_view body : {word, without(word, "e")}) {
        if (body.size() < 5) continue;
        for (const std::string_view prefix : unstressed) {  // verbroken, besproken
            if (!body.starts_with(prefix)) continue;
            const auto found = strong_.find(joined("ge", body.substr(prefix.size())));
            if (found == strong_.end()) continue;
            if (std::string whole = joined(prefix, found->second); verb(whole)) return whole;
        }
        if (body.back() != 't' && body.back() != 'd') continue;
        std::string found = infinitive_of_stem(body.substr(0, body.size() - 1));
        if (!found.empty() && past_in_t(found) == (body.back() == 't')) return found;
        if (found = infinitive_of_stem(body); !found.empty()) return found;
    }
    return {};
}

std::string DutchForms::infinitive(std::string_view word) const {
    for (const auto way : {&DutchForms::infinitive_of_participle, &DutchForms::present_participle,
                           &DutchForms::infinitive_of_stem, &DutchForms::weak, &DutchForms::strong,
                           &DutchForms::infinitive_of_prefixed}) {
        if (std::string found = (this->*way)(word); !found.empty()) return found;
    }
    return {};
}

std::string DutchForms::singular(std::string_view word) const {
    for (const std::string_view ending : {"heden", "eren", "s"}) {
        const std::string_view rest = without(word, ending);
        if (rest.size() < 3) continue;
        std::string base = joined(rest, ending == "heden" ? "heid" : "");
        if (ending == "eren" && std::none_of(plural_in_eren.begin(), plural_in_eren.end(),
                                             [&](std::string_view noun) { return rest.ends_with(noun); }))
            continue;
        if (known(base) && (!verb(base) || (ending == "s" && noun(base)))) return base;  // inkomens
    }
    if (word.size() > 4 && word.ends_with("en")) {
        const std::string_view with_e = word.substr(0, word.size() - 1);
        const std::string_view stem = word.substr(0, word.size() - 2);
        if (word.ends_with("enen") && known(with_e) && !noun(stem))
            return std::string(with_e);  // betrokkenen
        const auto plain = lexicon_.find(stem);
        if (stem.size() > 4 && stem.ends_with("or") && plain && plain->kind == 'b')
            return std::string(stem);  // factoren
        if (stem.ends_with("i") || stem.ends_with("ie") ||
            stem.ends_with("ee")) {  // categorieen -> categorie, ideeen -> idee
            if (known(stem)) return std::string(stem);
        }
        // A noun on a or o has a plural on -s: limoen is not of limo.
        if (stem.back() != 'a' && stem.back() != 'o') {
            for (const std::string& base : closed_spellings(stem)) {
                if (known(base)) return base;
            }
        }
        if (known(with_e)) return std::string(with_e);
    }
    return {};
}

std::string DutchForms::singular_of_base(std::string_view word) const {
    if (word.size() < 5) return {};
    if (word.ends_with("enden")) return std::string(word.substr(0, word.size() - 1));
    std::string base = singular(word);
    if (base.empty() ||
        (word.size() >= 6 && (word.ends_with("ers") || (word.ends_with("els") && noun(word)))))
        return base;
    const auto one = lexicon_.find(base);
    const auto many = lexicon_.find(word);
    if (!one || !many) return {};
    // Too long to look like a plural by chance: medicijnen, accessoires.
    if (base.size() >= 6 && (word.ends_with("en") || plural_in_s(base))) return base;
    // The wordnet has nouns in the singular: brons is not of bron.
    if (word.ends_with('s') && (noun(word) || adjective(word))) return {};
    if (word.ends_with("en")) {
        // What has a plural itself is none: dekens, so that deken is not of dek.
        for (const std::string_view ending : {"s", "en"}) {
            const auto plural = lexicon_.find(joined(word, ending));
            if (plural && plural->kind == 'f') return {};
        }
        // Much more common than its singular would be: boven is no plural of bof.
        const bool too_common = many->frequency > one->frequency + 4 && !word.ends_with("heden");
        if (noun(base))
            return !too_common && (!noun(word) || many->frequency <= one->frequency + 2) ? base
                                                                                         : std::string();
        if (noun(word)) return {};
    }
    return one->frequency > many->frequency ? base : std::string();
}

std::string DutchForms::plural_rather_than_past(std::string_view word) const {
    if (!word.ends_with("en")) return {};
    std::string one = singular(word);
    // How often a noun is met cannot be told when it looks like a past tense itself: schoof, schoven.
    if (!noun(one) || !strong(one).empty()) return {};
    for (const auto way :
         {&DutchForms::infinitive_of_participle, &DutchForms::infinitive_of_prefixed, &DutchForms::strong}) {
        const std::string verb = (this->*way)(word);
        if (const auto entry = lexicon_.find(verb))
            return lexicon_.find(one)->frequency >= entry->frequency ? one : std::string();
    }
    return {};
}

std::string DutchForms::uninflected_base(std::string_view word) const {
    if (word.size() >= 7 && (word.ends_with("de") || (word.starts_with("ge") && word.ends_with("te"))) &&
        known(word.substr(0, word.size() - 1))) {  // bevoegde, gehandicapte
        return std::string(word.substr(0, word.size() - 1));
    }
    for (const std::string_view ending :
         {"loze", "ige", "lijke", "ende", "bare", "ische", "zame", "ele", "ane", "ieve", "ale"}) {
        if (!word.ends_with(ending)) continue;
        for (const std::string& base : closed_spellings(word.substr(0, word.size() - 1))) {
            if (known(base) && !verb(base)) return base;
        }
    }
    return {};
}

std::string DutchForms::positive(std::string_view word) const {
    for (const std::string_view ending : {"e", "ere", "er", "ste", "st", "dere", "der"}) {
        const std::string_view stem = without(word, ending);
        if (stem.size() < 3) continue;
        if (ending == "ste" || ending == "st" || ending == "dere" || ending == "der") {
            if (known(stem) && !verb(stem)) return std::string(stem);
            continue;
        }
        for (const std::string& base : closed_spellings(stem)) {
            if (known(base) && !verb(base)) return base;
        }
    }
    return {};
}

std::string DutchForms::undiminished(std::string_view word) const {
    if (word.ends_with('s')) word.remove_suffix(1);
    for (const std::string_view ending : {"etje", "kje", "pje", "tje", "je"}) {
        const std::string_view stem = without(word, ending);
        if (stem.size() < 3) continue;
        if (ending == "etje" && stem[stem.size() - 1] != stem[stem.size() - 2]) continue;
        std::string base = ending == "etje"  ? std::string(stem.substr(0, stem.size() - 1))
                           : ending == "kje" ? joined(stem, "g")
                                             : std::string(stem);
        if (known(base)) return base;
    }
    return {};
}

std::string DutchForms::base(std::string_view word) const {
    // A strong past goes before the plural it looks like (spraken, gereden), an adjective before the weak
    // past (bekende).
    if (std::string found = plural_rather_than_past(word); !found.empty()) return found;
    if (std::string found = strong(word); !found.empty()) return found;
    if (std::string found = singular(word); !found.empty()) return found;
    if (std::string found = action(word); !found.empty()) return found;
    if (word.ends_with('e')) {
        // plaatste is of plaatsen, not the most "plaat"; wijdde cannot be of wijd, nor schatte of the noun
        // schat.
        std::string adjective = positive(word);
        const auto entry = lexicon_.find(adjective);
        const bool past = word.ends_with("ste") || (entry && entry->senses == LexiconEntry::noun) ||
                          doubled_after_long(word);
        if (std::string found = past ? weak(word) : std::string(); !found.empty()) return found;
        if (!adjective.empty()) return adjective;
    }
    for (const auto way : {&DutchForms::infinitive, &DutchForms::positive, &DutchForms::undiminished}) {
        if (std::string found = (this->*way)(word); !found.empty()) return found;
    }
    return {};
}

}  // namespace m150::inline v0
