#include "libm150/search/same_word.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "libm150/search/compound.hpp"
#include "libm150/search/normalise.hpp"

namespace m150::inline v0 {

namespace {

// The words that a Dutch word may be a form of, itself among them; of a compound its last part decides.
std::set<std::string> bases_of(std::string_view bare) {
    const CompoundSplitter& splitter = CompoundSplitter::dutch();
    const DutchForms& forms = splitter.forms();
    std::set<std::string> bases{std::string(bare)};
    const auto add = [&](std::string_view before, std::string_view word) {
        for (const std::string& base :
             {forms.singular(word), forms.infinitive(word), forms.positive(word), forms.undiminished(word)}) {
            if (!base.empty()) bases.insert(std::string(before) + base);
        }
    };
    add({}, bare);
    if (const auto parts = splitter.split(bare); !parts.empty()) {
        const std::size_t last = parts.back().begin;
        add(bare.substr(0, last), bare.substr(last));
    }
    return bases;
}

bool same_dutch_word(const std::string& a, const std::string& b) {
    if (a == b + "s" || a + "s" == b) return true;
    const std::set<std::string> of_a = bases_of(a);
    const std::set<std::string> of_b = bases_of(b);
    return std::any_of(of_a.begin(), of_a.end(), [&](const auto& base) { return of_b.contains(base); });
}

// What may stand behind the letters that all forms of an English word have in common: fine-d, fin-ing;
// part-y, part-ies; stop-ped, whose p is the one before.
bool english_ending(std::string_view common, std::string_view ending) {
    constexpr std::array<std::string_view, 11> endings{"",    "s", "es",  "e",   "ed",  "d",
                                                       "ing", "y", "ies", "ied", "ying"};
    if (ending.size() > 1 && ending.front() == common.back() && ending != "s") {
        const std::string_view rest = ending.substr(1);
        if (rest == "ed" || rest == "ing") return true;
    }
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool same_english_word(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest = 3;
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto common = static_cast<std::size_t>(differ.first - a.begin());
    if (common < shortest) return false;
    const std::string_view letters = a.substr(0, common);
    return english_ending(letters, a.substr(common)) && english_ending(letters, b.substr(common));
}

}  // namespace

bool same_word(std::string_view a, std::string_view b, Language language) {
    const std::string bare_a = bare_word(a);
    const std::string bare_b = bare_word(b);
    if (bare_a == bare_b) return true;
    return language == Language::dutch ? same_dutch_word(bare_a, bare_b) : same_english_word(bare_a, bare_b);
}

}  // namespace m150::inline v0
