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
    std::string of_unknown(std::string_view word) const;

    const Lexicon& lexicon;
    const CompoundSplitter& splitter;
    const DutchForms& forms;
    std::unordered_map<std::string_view, std::string_view> exceptions;
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
}

// The stem of a base word or an infinitive.
std::string DutchStemmer::State::of_base(std::string_view word) const {
    if (const auto* stem = exception(word)) return std::string(*stem);
    const auto entry = lexicon.find(word);
    if (entry && entry->kind == 'v') return stem_of_verb(word);
    for (const auto way :
         {&DutchForms::infinitive_of_participle, &DutchForms::infinitive_of_prefixed, &DutchForms::strong,
          &DutchForms::present_participle, &DutchForms::uninflected_base, &DutchForms::singular_of_base}) {
        if (std::string base = (forms.*way)(word); !base.empty() && base != word) return of_base(base);
    }
    if (std::string origin = forms.origin(word); !origin.empty()) return of_base(origin);
    if (std::string verb = forms.infinitive_of_stem(word); !verb.empty()) return of_base(verb);
    return std::string(word);
}

// Kraaij-Pohlmann also takes ge- from the beginning and the middle of words (werkgever -> werkver);
// participles were recognised before, so that here it never belongs to the inflection.
std::string DutchStemmer::State::of_unknown(std::string_view word) const {
    const std::string text(word);
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
    if (entry && entry->kind != 'f') return state.of_base(word);
    if (const std::string base = state.forms.base(word); !base.empty()) return state.of_base(base);
    if (const auto parts = state.splitter.split(word); !parts.empty()) {
        return std::string(word.substr(0, parts.back().begin)) + this->stem(word.substr(parts.back().begin));
    }
    return state.of_unknown(word);
}

}  // namespace m150::inline v0
