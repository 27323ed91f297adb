#include "libm150/search/stemmer.hpp"

#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "libm150/search/dutch_forms.hpp"
#include "libm150/search/dutch_spelling.hpp"
#include "libm150/search/word_data.hpp"

namespace m150::inline v0 {
namespace {

// The stem of a verb: what it is before -en, spelt as a word. -eren keeps its single e, since the spelling
// does not say whether it is stressed (parkeren, vergaderen); every form is led to the infinitive first, so
// that nothing is lost.
std::string stem_of_verb(std::string_view infinitive) {
    if (infinitive.ends_with("en"))
        return dutch_spelling::closed_spelling(infinitive.substr(0, infinitive.size() - 2));
    return std::string(infinitive.substr(0, infinitive.size() - 1));
}

}  // namespace

struct DutchStemmer::State {
    State(const Lexicon& the_lexicon, const CompoundSplitter& the_splitter);

    const std::string_view* exception(std::string_view word) const {
        const auto found = exceptions.find(word);
        return found == exceptions.end() ? nullptr : &found->second;
    }
    std::string of_base(std::string_view word) const;
    std::string of_verb(std::string_view infinitive) const;
    bool homonym(std::string_view word) const { return verb_of_homonym.count(word) != 0; }
    std::string of_unknown(std::string_view word) const;

    const Lexicon& lexicon;
    const CompoundSplitter& splitter;
    const DutchForms& forms;
    std::unordered_map<std::string_view, std::string_view> exceptions;
    // From homonyms.tsv: the verb that a word is no form of, and the word that a form on -en is a plural of.
    std::unordered_map<std::string_view, std::string_view> verb_of_homonym;
    std::unordered_map<std::string_view, std::string_view> plural_of_homonym;
    mutable std::mutex mutex;  // for the two below
    Xapian::Stem kraaij_pohlmann{"kraaij_pohlmann"};
    Xapian::Stem porter{"dutch"};
};

DutchStemmer::State::State(const Lexicon& the_lexicon, const CompoundSplitter& the_splitter)
    : lexicon(the_lexicon), splitter(the_splitter), forms(the_splitter.forms()) {
    word_data::each_line(word_data::stem_exceptions(), [&](std::string_view line) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos) exceptions.emplace(line.substr(0, tab), line.substr(tab + 1));
    });
    word_data::each_line(word_data::homonyms(), [&](std::string_view line) {
        const std::size_t verb = line.find('\t') + 1;
        const std::size_t owner = line.find('\t', verb) + 1;
        const std::string_view word = line.substr(0, verb - 1);
        const std::string_view infinitive = line.substr(verb, owner - verb - 1);
        verb_of_homonym.emplace(word, infinitive);
        if (line.substr(owner) == "noun") plural_of_homonym.emplace(infinitive, word);
    });
}

std::string DutchStemmer::State::of_verb(std::string_view infinitive) const {
    std::string stem = stem_of_verb(infinitive);
    if (stem.size() > 5 && stem.ends_with("oor")) {  // sponsoren is of sponsor
        const auto noun = lexicon.find(infinitive.substr(0, infinitive.size() - 2));
        if (noun && noun->kind == 'b' && noun->frequency >= lexicon.find(infinitive)->frequency)
            return std::string(infinitive.substr(0, infinitive.size() - 2));
    }
    const auto word = verb_of_homonym.find(stem);
    return word != verb_of_homonym.end() && word->second == infinitive ? std::string(infinitive) : stem;
}

// The stem of a base word or an infinitive.
std::string DutchStemmer::State::of_base(std::string_view word) const {
    if (const auto* stem = exception(word)) return std::string(*stem);
    const auto entry = lexicon.find(word);
    if (entry && entry->kind == 'v') {
        // opnamen: taken for an infinitive, and it is the plural of opname
        const std::string singular =
            (entry->senses & LexiconEntry::verb) == 0 ? forms.singular(word) : std::string();
        const bool plural = singular.ends_with('e') && forms.infinitive(singular) != word;
        return plural ? of_base(singular) : of_verb(word);
    }
    if (homonym(word)) return std::string(word);
    for (const auto way :
         {&DutchForms::action, &DutchForms::plural_rather_than_past, &DutchForms::infinitive_of_participle,
          &DutchForms::infinitive_of_prefixed, &DutchForms::strong, &DutchForms::present_participle,
          &DutchForms::uninflected_base, &DutchForms::singular_of_base}) {
        if (std::string base = (forms.*way)(word); !base.empty() && base != word) return of_base(base);
    }
    if (std::string origin = forms.origin(word); !origin.empty()) {
        // The quality of what a participle says goes by itself: bezorgdheid is not of bezorgen.
        const bool quality = word.ends_with("heid") && (origin.ends_with('d') || origin.ends_with('t')) &&
                             !forms.infinitive(origin).empty();
        return quality ? origin : of_base(origin);
    }
    if (std::string verb = forms.infinitive_of_stem(word); !verb.empty()) return of_base(verb);
    // A compound goes by its last part whether the lexicon has it or not, so that afvaldumping is of
    // afvaldumpen.
    if (const auto parts = splitter.split(word); !parts.empty()) {
        const std::size_t last = parts.back().begin;
        const std::string_view head = word.substr(last);
        const auto noun = plural_of_homonym.find(head);
        return std::string(word.substr(0, last)) +
               (noun == plural_of_homonym.end() ? of_base(head) : std::string(noun->second));
    }
    return std::string(word);
}

// Kraaij-Pohlmann also takes ge- from the beginning and the middle of words (werkgever -> werkver);
// participles were recognised before, so that here it never belongs to the inflection.
std::string DutchStemmer::State::of_unknown(std::string_view word) const {
    const std::string text(word);
    if (word.size() >= 7 && word.starts_with("ge") && (word.back() == 'd' || word.back() == 't') &&
        (!word.ends_with("end") || word.ends_with("eend"))) {
        // The participle of a verb that nobody knows: geflyerd, gescreend.
        return of_unknown(word.substr(2, word.size() - 3));
    }
    const bool ge = word.size() > 3 && word.substr(0, word.size() - 2).find("ge") != std::string_view::npos;
    const std::lock_guard<std::mutex> lock(mutex);
    return ge ? porter(text) : kraaij_pohlmann(text);
}

DutchStemmer::DutchStemmer(const Lexicon& lexicon, const CompoundSplitter& splitter)
    : state_(std::make_unique<const State>(lexicon, splitter)) {}

DutchStemmer::~DutchStemmer() = default;

std::string DutchStemmer::stem(std::string_view word) const {
    const State& state = *state_;
    if (const auto* stem = state.exception(word)) return std::string(*stem);
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || word.size() < 3 || state.splitter.name(word)) return std::string(word);
    const auto entry = state.lexicon.find(word);
    if (entry && entry->kind == 'n') return std::string(word);
    for (const std::string_view form : {word, word.ends_with('s') ? word.substr(0, word.size() - 1) : word}) {
        const auto found = state.plural_of_homonym.find(form);  // ramen, wagens
        if (found != state.plural_of_homonym.end()) return std::string(found->second);
    }
    if (entry && entry->kind != 'f') return state.of_base(word);
    if (const std::string base = state.forms.base(word); !base.empty()) {
        // A participle has no -s: gegevens is of no verb.
        const bool noun = word.ends_with('s') && base.size() + 1 == word.size() && base.starts_with("ge") &&
                          !state.forms.infinitive(base).empty();
        return noun ? base : state.of_base(base);
    }
    if (const auto parts = state.splitter.split(word); !parts.empty()) {
        return std::string(word.substr(0, parts.back().begin)) + this->stem(word.substr(parts.back().begin));
    }
    return state.of_unknown(word);
}

}  // namespace m150::inline v0
