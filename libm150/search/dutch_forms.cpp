#include "libm150/search/dutch_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "libm150/search/dutch_spelling.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {

using namespace dutch_spelling;

namespace {

// Prefixes and particles that verbs take; longest first where one begins another.
constexpr std::array<std::string_view, 52> prefixes{
    "achteruit", "achter", "bijeen", "binnen", "boven",  "buiten",  "omhoog", "onder", "samen",
    "tegen",     "terug",  "thuis",  "tussen", "verder", "vooruit", "voort",  "voor",  "weer",
    "klaar",     "kwijt",  "langs",  "rond",   "stil",   "stuk",    "vast",   "over",  "open",
    "mede",      "mee",    "vrij",   "door",   "neer",   "goed",    "her",    "mis",   "ont",
    "ver",       "vol",    "weg",    "aan",    "toe",    "uit",     "bij",    "los",   "be",
    "af",        "er",     "ge",     "in",     "na",     "om",      "op"};

// Of these the participle has no ge-.
constexpr std::array<std::string_view, 14> unstressed{
    "be", "ver", "ont", "her", "er", "ge", "mis", "over", "onder", "om", "door", "achter", "weer", "vol"};

std::string_view without(std::string_view word, std::string_view ending) {
    return word.ends_with(ending) ? word.substr(0, word.size() - ending.size()) : std::string_view();
}

std::string joined(std::string_view a, std::string_view b) {
    return std::string(a) + std::string(b);
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
        return {};
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
    for (const std::string_view prefix : prefixes) {
        if (!word.starts_with(prefix) || word.size() < prefix.size() + 3) continue;
        if (std::string whole = look_up(prefix, word.substr(prefix.size())); !whole.empty()) return whole;
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
                    if (verb(whole) && (stem == body || past_in_t(whole) == (body.back() == 't')))
                        return whole;
                }
            }
        }
        return {};
    };
    if (word.starts_with("ge")) return of_rest({}, word.substr(2));
    for (const std::string_view particle : prefixes) {
        if (!word.starts_with(particle)) continue;
        const std::string_view rest = word.substr(particle.size());
        if (!rest.starts_with("ge")) continue;
        if (std::string whole = of_rest(particle, rest.substr(2)); !whole.empty()) return whole;
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
    for (const std::string_view ending : {"ten", "den", "te", "de"}) {
        const std::string_view stem = without(word, ending);
        if (stem.size() < 2) continue;
        std::string found = infinitive_of_stem(stem);
        if (!found.empty() && past_in_t(found) == (ending.front() == 't')) return found;
    }
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
        if (known(base) && !verb(base)) return base;
    }
    if (word.size() > 4 && word.ends_with("en")) {
        const std::string_view with_e = word.substr(0, word.size() - 1);
        const std::string_view stem = word.substr(0, word.size() - 2);
        if (stem.ends_with("i") || stem.ends_with("e")) {  // categorieen -> categorie, ideeen -> idee
            if (known(stem)) return std::string(stem);
        }
        for (const std::string& base : closed_spellings(stem)) {
            if (known(base)) return base;
        }
        if (known(with_e)) return std::string(with_e);
    }
    return {};
}

std::string DutchForms::singular_of_base(std::string_view word) const {
    if (word.size() < 5) return {};
    if (word.ends_with("enden")) return std::string(word.substr(0, word.size() - 1));
    std::string base = singular(word);
    if (base.empty() || (word.size() >= 6 && word.ends_with("ers"))) return base;
    const auto one = lexicon_.find(base);
    const auto many = lexicon_.find(word);
    return one && many && one->frequency > many->frequency ? base : std::string();
}

std::string DutchForms::uninflected_base(std::string_view word) const {
    if (word.size() >= 7 && word.ends_with("de") && known(word.substr(0, word.size() - 1))) {  // bevoegde
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
        const std::string base = ending == "etje"  ? std::string(stem.substr(0, stem.size() - 1))
                                 : ending == "kje" ? joined(stem, "g")
                                                   : std::string(stem);
        if (known(base)) return base;
    }
    return {};
}

std::string DutchForms::agent_or_action(std::string_view word) const {
    for (const std::string_view ending : {"ing", "ster", "aar", "der", "er"}) {
        const std::string_view stem = without(word, ending);
        // Short words on -er are seldom made of the verb they look like: water, zomer, letter.
        if (stem.size() < (ending == "ing" ? 3U : 4U)) continue;
        if (ending == "der" && !stem.ends_with('r')) continue;
        if (ending == "ster") {
            if (std::string found = infinitive_of_stem(stem); !found.empty()) return found;
            continue;
        }
        if (ending == "ing" && verb(stem)) return std::string(stem);  // voorziening
        if (std::string whole = joined(stem, "en"); ending != "der" && verb(whole)) return whole;
        if (ending == "der") {
            if (std::string found = infinitive_of_stem(stem); !found.empty()) return found;
        }
    }
    return {};
}

std::string DutchForms::latin(std::string_view word) const {
    struct Change {
        std::string_view from;
        std::string_view to;
    };
    static constexpr std::array<Change, 11> changes{{{"isatie", "iseren"},
                                                     {"atie", "eren"},
                                                     {"atie", "ieren"},
                                                     {"ctie", "cteren"},
                                                     {"ator", "eren"},
                                                     {"eur", "eren"},
                                                     {"ant", "eren"},
                                                     {"ance", "eren"},
                                                     {"antie", "eren"},
                                                     {"age", "eren"},
                                                     {"itie", "ieren"}}};
    for (const Change& change : changes) {
        const std::string_view stem = without(word, change.from);
        if (stem.size() < 4) continue;
        if (std::string whole = joined(stem, change.to); verb(whole)) return whole;
    }
    return {};
}

std::string DutchForms::origin(std::string_view word) const {
    if (const std::string_view rest = without(word, "heid"); rest.size() >= 4 && known(rest) && !verb(rest))
        return std::string(rest);
    if (std::string found = agent_or_action(word); !found.empty()) return found;
    for (const auto& [noun, infinitive] :
         {std::pair{"name", "nemen"}, std::pair{"braak", "breken"}}) {  // opname, inbraak
        const std::string_view particle = without(word, noun);
        if (std::string whole = joined(particle, infinitive); !particle.empty() && verb(whole)) return whole;
    }
    return latin(word);
}

std::string DutchForms::base(std::string_view word) const {
    // A strong past goes before the plural it looks like (spraken, gereden), an adjective before the weak
    // past (bekende).
    if (std::string found = strong(word); !found.empty()) return found;
    if (std::string found = singular(word); !found.empty()) return found;
    if (word.ends_with('e')) {
        if (std::string found = positive(word); !found.empty()) return found;
    }
    for (const auto way : {&DutchForms::infinitive, &DutchForms::positive, &DutchForms::undiminished}) {
        if (std::string found = (this->*way)(word); !found.empty()) return found;
    }
    return {};
}

}  // namespace m150::inline v0
