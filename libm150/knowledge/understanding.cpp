#include "libm150/knowledge/understanding.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "libm150/knowledge/snapshot_state.hpp"
#include "libm150/search/normalise.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t kept = 4;

template <class List, class From, class Make>
auto shared(std::mutex& mutex, List& list, From&& from, Make&& make) {
    const std::lock_guard guard(mutex);
    auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.from == from; });
    if (found == list.end()) {
        auto made = make(from);
        list.push_front({std::forward<From>(from), std::move(made)});
        if (list.size() > kept) list.pop_back();
        found = list.begin();
    }
    return found->made;
}

Language language_of(const Snapshot::State& state) {
    return state.source.options.index.analysis.language;
}

Meaning meaning_of(const VocabularyEntry& entry) {
    const bool abbreviation = entry.kind == VocabularyKind::abbreviation;
    return {abbreviation ? Meaning::Kind::abbreviation : Meaning::Kind::synonym, entry.term, entry.means,
            entry.context, entry.id.str()};
}

// A term however it is typed: its words, normalised.
std::string key_of(const Analyzer& analyzer, std::string_view term) {
    std::string key;
    analyzer.for_each_word(term,
                           [&](std::size_t, std::size_t, const WordForm& form) { key += form.word + " "; });
    return key;
}

std::vector<Abbreviation> visible_abbreviations(const Snapshot::State& state) {
    std::vector<Abbreviation> pairs;
    for (const std::string& filter : state.view().filters(abbreviation_filter)) {
        const std::size_t space = filter.find(' ');
        if (space == std::string::npos) continue;
        if (state.view().count(SearchView::Held::filter, abbreviation_filter + filter, {}, 1) == 0) continue;
        pairs.push_back({filter.substr(0, space), filter.substr(space + 1)});
    }
    return pairs;
}

}  // namespace

std::shared_ptr<const Vocabulary> WordCache::vocabulary(const Analyzer& analyzer,
                                                        std::vector<Meaning> meanings,
                                                        const VocabularyOptions& options) {
    return shared(mutex_, vocabularies_, std::pair(std::move(meanings), options), [&](const auto& from) {
        return std::make_shared<const Vocabulary>(analyzer, from.first, from.second);
    });
}

std::shared_ptr<const Speller> WordCache::speller(SpellerWords words, Language language) {
    return shared(mutex_, spellers_, std::pair(std::move(words), language),
                  [](const auto& from) { return std::make_shared<const Speller>(from.first, from.second); });
}

std::vector<Meaning> known_meanings(const Snapshot::State& state) {
    const VocabularyOptions& options = state.source.options.vocabulary;
    const Analyzer& analyzer = *state.source.analyzer;
    std::vector<Meaning> meanings;
    std::set<std::string> own;
    for (const VocabularyEntry* entry : std::get<Visible<VocabularyEntry>>(state.visible)) {
        own.insert(key_of(analyzer, entry->term));
        if (!entry->means.empty()) meanings.push_back(meaning_of(*entry));
    }
    if (options.table) {
        for (const Meaning& meaning : vocabulary_table(language_of(state))) {
            if (own.empty() || !own.contains(key_of(analyzer, meaning.term))) meanings.push_back(meaning);
        }
    }
    if (options.learn) {
        for (Meaning& meaning : learned_meanings(analyzer, visible_abbreviations(state)))
            meanings.push_back(std::move(meaning));
    }
    return meanings;
}

SpellerWords known_words(const Snapshot::State& state, const Thesaurus& thesaurus,
                         const Vocabulary& vocabulary) {
    std::set<std::string> trusted;
    const auto trust = [&](std::string_view text) {
        state.source.analyzer->for_each_word(text, [&](std::size_t, std::size_t, const WordForm& form) {
            if (!form.stem.empty() && !form.known) trusted.insert(bare_word(form.word));
        });
    };
    for (const Concept& one : thesaurus.concepts()) {
        for (const std::string& label : one.labels)
            trust(label);
    }
    for (std::size_t m = 0; m < vocabulary.size(); ++m) {
        if (vocabulary.meaning(m).source == "records") continue;  // texts may hold slips of their own
        trust(vocabulary.meaning(m).term);
        for (const std::string& label : vocabulary.meaning(m).labels)
            trust(label);
    }
    SpellerWords words;
    words.trusted.assign(trusted.begin(), trusted.end());
    words.met = state.view().filters(word_filter);
    for (const Municipality* municipality : std::get<Visible<Municipality>>(state.visible)) {
        if (municipality->name.find(' ') == std::string::npos) words.names.push_back(municipality->name);
    }
    return words;
}

std::size_t StateTexts::holding(const std::string& stem, std::size_t most) const {
    return state_.view().count(SearchView::Held::word, stem, {}, most);
}

double StateTexts::fit(const Meaning& learned, const std::vector<QueryTerm>& terms) const {
    SearchRequest request;
    request.query.terms = terms;
    request.limit = 1;
    request.explained = 0;
    auto& any = request.filters.emplace_back();
    for (const std::string& label : learned.labels)
        any.push_back(abbreviation_filter + learned.term + " " + label);
    const SearchResult found = state_.view().search(request);
    return found.hits.empty() || found.best_possible <= 0 ? 0.0
                                                          : found.hits.front().score / found.best_possible;
}

}  // namespace m150::inline v0
