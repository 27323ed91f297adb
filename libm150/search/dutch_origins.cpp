// What nouns were made of: handhaving of handhaven, veiligheid of veilig.
#include <array>
#include <utility>

#include "libm150/search/dutch_forms.hpp"
#include "libm150/search/dutch_spelling.hpp"

namespace m150::inline v0 {

using namespace dutch_spelling;

std::string DutchForms::action(std::string_view word) const {
    for (const std::string_view ending : {"ing", "ingen"}) {
        std::string whole = joined(without(word, ending), "en");
        if (verb(whole) && (ending == "ing" || !known(without(word, "en")))) return whole;
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
        if (std::string whole = joined(stem, "en"); ending != "der" && verb(whole)) return whole;
        if (ending == "ing" && verb(stem)) return std::string(stem);  // voorziening
        if (ending == "der") {
            if (std::string found = infinitive_of_stem(stem); !found.empty()) return found;
        }
    }
    return {};
}

// illegaliteit -> illegaal, proportionaliteit -> proportioneel, mobiliteit -> mobiel
std::string DutchForms::adjective_of_quality(std::string_view word) const {
    const std::string_view stem = without(word, "iteit");
    if (stem.size() < 4) return {};
    std::vector<std::string> candidates = closed_spellings(stem);
    candidates.emplace_back(stem);
    for (const auto& [noun, adjective] : {std::pair{"al", "eel"}, {"il", "iel"}, {"iv", "ief"}}) {
        if (stem.ends_with(noun)) candidates.push_back(joined(without(stem, noun), adjective));
    }
    for (std::string& candidate : candidates) {
        const auto entry = lexicon_.find(candidate);
        if (entry && entry->kind == 'b' && entry->senses != LexiconEntry::noun) return std::move(candidate);
    }
    return {};
}

std::string DutchForms::latin(std::string_view word) const {
    struct Change {
        std::string_view from;
        std::string_view to;
    };
    static constexpr std::array<Change, 17> changes{{{"isatie", "iseren"},
                                                     {"graaf", "graferen"},
                                                     {"grafie", "graferen"},
                                                     {"ateur", "eren"},
                                                     {"ade", "eren"},
                                                     {"atie", "eren"},
                                                     {"atie", "ieren"},
                                                     {"ctie", "cteren"},
                                                     {"ator", "eren"},
                                                     {"ctor", "cteren"},
                                                     {"eur", "eren"},
                                                     {"ant", "eren"},
                                                     {"ance", "eren"},
                                                     {"antie", "eren"},
                                                     {"age", "eren"},
                                                     {"age", "en"},
                                                     {"itie", "ieren"}}};
    for (const Change& change : changes) {
        const std::string_view stem = without(word, change.from);
        const bool surely = change.from.starts_with("at");  // taxatie, taxateur
        if (stem.size() < (surely ? 3U : 4U)) continue;
        std::string whole = joined(stem, change.to);
        const auto entry = lexicon_.find(whole);
        // Many a -graaf and -grafie has a verb that nobody uses: paragraferen.
        const bool used =
            !change.to.starts_with("graf") || (entry && (entry->senses & LexiconEntry::verb) != 0);
        if (verb(whole) && used) return whole;
    }
    if (word.size() >= 5 && noun(word)) {  // protest -> protesteren, but schilderen is of schilder
        std::string whole = joined(word, "eren");
        const auto entry = lexicon_.find(whole);
        if (known(joined(word, "er"))) return {};
        if (entry && entry->kind == 'v' && (entry->senses & LexiconEntry::verb) != 0) return whole;
    }
    return {};
}

std::string DutchForms::origin(std::string_view word) const {
    if (const std::string_view rest = without(word, "heid"); rest.size() >= 4 && known(rest) && !verb(rest))
        return std::string(rest);
    if (std::string found = adjective_of_quality(word); !found.empty()) return found;
    if (std::string found = agent_or_action(word); !found.empty()) return found;
    for (const auto& [noun, infinitive] :
         {std::pair{"name", "nemen"}, std::pair{"braak", "breken"}}) {  // opname, inbraak
        const std::string_view particle = without(word, noun);
        if (std::string whole = joined(particle, infinitive); !particle.empty() && verb(whole)) return whole;
    }
    return latin(word);
}

}  // namespace m150::inline v0
