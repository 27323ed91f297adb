#include "libm150/search/senses.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace m150::inline v0::querying {

namespace {

using Stems = std::set<std::vector<std::string>>;

Stems stems_of(const Sense& sense, const QuerySources& sources) {
    Stems stems;
    for (const std::size_t c : sense.concepts) {
        for (std::size_t l = 0; l < sources.thesaurus.concepts()[c].labels.size(); ++l)
            stems.insert(sources.thesaurus.label_terms(c, l));
    }
    for (const std::size_t m : sense.meanings) {
        for (std::size_t l = 0; l < sources.vocabulary->meaning(m).labels.size(); ++l)
            stems.insert(sources.vocabulary->label_terms(m, l));
    }
    stems.erase(std::vector<std::string>());
    return stems;
}

bool meet(const Stems& a, const Stems& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& stems) { return b.contains(stems); });
}

// Every stem that speaks for a sense, but its own abbreviation.
std::set<std::string> context_of(const Sense& sense, const QuerySources& sources) {
    std::set<std::string> context;
    for (const auto& stems : stems_of(sense, sources))
        context.insert(stems.begin(), stems.end());
    for (const std::size_t m : sense.meanings) {
        const auto& terms = sources.vocabulary->context_terms(m);
        context.insert(terms.begin(), terms.end());
    }
    return context;
}

std::vector<QueryTerm> other_words(const std::vector<ReadWord>& words, std::size_t at) {
    std::vector<QueryTerm> terms;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& stem = words[i].best().stem;
        const bool known =
            stem.empty() || stem == words[at].best().stem ||
            std::any_of(terms.begin(), terms.end(), [&](const auto& t) { return t.term == stem; });
        if (!known) terms.push_back({stem, QueryTerm::Kind::word, 1.0, words[i].typed, {}});
    }
    return terms;
}

}  // namespace

bool is_plain(const Sense& sense, const QuerySources& sources) {
    return sense.concepts.empty() &&
           std::all_of(sense.meanings.begin(), sense.meanings.end(), [&](std::size_t m) {
               const auto& labels = sources.vocabulary->meaning(m).labels;
               return labels.size() == 1 && sources.vocabulary->label_terms(m, 0) ==
                                                std::vector<std::string>{sources.vocabulary->term_of(m)};
           });
}

std::vector<Sense> senses_of(const std::vector<std::size_t>& concepts,
                             const std::vector<std::size_t>& meanings, const QuerySources& sources) {
    std::vector<Sense> senses;
    std::vector<Stems> stems;
    const auto add = [&](Sense sense) {
        // The abbreviation itself is no label that two meanings share: a bot is no bedrijfsopvangteam.
        const Stems own = is_plain(sense, sources) ? Stems() : stems_of(sense, sources);
        for (std::size_t i = 0; i < senses.size(); ++i) {
            if (!meet(stems[i], own)) continue;
            senses[i].concepts.insert(senses[i].concepts.end(), sense.concepts.begin(), sense.concepts.end());
            senses[i].meanings.insert(senses[i].meanings.end(), sense.meanings.begin(), sense.meanings.end());
            stems[i].insert(own.begin(), own.end());
            return;
        }
        senses.push_back(std::move(sense));
        stems.push_back(own);
    };
    for (const std::size_t c : concepts)
        add({{c}, {}, 1.0, {}});
    for (const std::size_t m : meanings)
        add({{}, {m}, 1.0, {}});
    return senses;
}

std::vector<Sense> weighed(std::vector<Sense> senses, const std::vector<ReadWord>& words, std::size_t at,
                           const QuerySources& sources) {
    if (senses.size() < 2) return senses;
    const VocabularyOptions& options = sources.vocabulary->options();
    const std::vector<QueryTerm> others = other_words(words, at);
    std::vector<double> bits;
    for (Sense& sense : senses) {
        const std::set<std::string> context = context_of(sense, sources);
        double own = is_plain(sense, sources) && !in_capitals(words[at].typed) ? options.plain_bits : 0.0;
        if (!sense.concepts.empty()) own += options.topic_bits;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Token& token = words[i].best();
            if (i == at || token.stem.empty() || token.stem == words[at].best().stem) continue;
            const bool speaks = context.contains(token.stem) ||
                                std::any_of(token.parts.begin(), token.parts.end(),
                                            [&](const auto& p) { return context.contains(p); });
            const bool said =
                std::find(sense.because.begin(), sense.because.end(), words[i].typed) != sense.because.end();
            if (!speaks || said) continue;
            own += options.context_bits;
            sense.because.push_back(words[i].typed);
        }
        double fit = 0.0;
        for (const std::size_t m : sense.meanings) {
            const Meaning& meaning = sources.vocabulary->meaning(m);
            if (meaning.source == "records" && sources.texts != nullptr && !others.empty())
                fit = std::max(fit, sources.texts->fit(meaning, others));
        }
        bits.push_back(own + options.document_bits * fit);
    }
    double total = 0.0;
    for (std::size_t i = 0; i < senses.size(); ++i)
        total += senses[i].share = std::exp2(bits[i]);
    for (Sense& sense : senses)
        sense.share /= total;
    std::stable_sort(senses.begin(), senses.end(),
                     [](const Sense& a, const Sense& b) { return a.share > b.share; });
    if (senses.front().share >= options.sure) {
        senses.resize(1);
    } else {
        std::erase_if(senses, [&](const Sense& sense) { return sense.share < options.least_share; });
    }
    total = 0.0;
    for (const Sense& sense : senses)
        total += sense.share;
    for (Sense& sense : senses)
        sense.share /= total;
    return senses;
}

}  // namespace m150::inline v0::querying
