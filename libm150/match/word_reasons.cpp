#include "libm150/match/word_reasons.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace m150::inline v0 {

namespace {

const char* code_of(const QueryTerm& term) {
    switch (term.kind) {
        case QueryTerm::Kind::correction:
            return "correction";
        case QueryTerm::Kind::part:
            return "part";
        case QueryTerm::Kind::joined:
            return "joined";
        case QueryTerm::Kind::synonym:
            return term.via.empty() ? "other-word" : "synonym";
        case QueryTerm::Kind::concept_id:
            return "names-topic";
        case QueryTerm::Kind::word:
            break;
    }
    return "word";
}

}  // namespace

Reason word_reason(std::string code, const Query& query, const SearchResult& found, const Hit& hit,
                   double scale) {
    Reason reason{std::move(code), 0.0, {}, {}};
    for (const TermShare& share : hit.shares) {
        if (share.share == 0) continue;
        const QueryTerm& term = query.terms[share.term];
        Reason part{code_of(term), scale * share.share / found.best_possible, {{"word", term.origin}}, {}};
        if (!term.via.empty()) part.values.emplace_back("topic", term.via);
        if (term.note < query.notes.size()) {
            const QueryNote& note = query.notes[term.note];
            part.values.emplace_back("meaning", note.meaning);
            for (const std::string& word : note.because)
                part.values.emplace_back("because", word);
        }
        // Several terms may come from one word (the parts of a compound, the words of a label): one line for
        // them.
        const auto same = std::find_if(reason.parts.begin(), reason.parts.end(), [&](const Reason& other) {
            return other.code == part.code && other.values == part.values;
        });
        if (same != reason.parts.end()) {
            same->share += part.share;
        } else {
            reason.parts.push_back(std::move(part));
        }
    }
    std::stable_sort(reason.parts.begin(), reason.parts.end(),
                     [](const Reason& a, const Reason& b) { return a.share > b.share; });
    reason.share = total_of(reason.parts);
    return reason;
}

}  // namespace m150::inline v0
