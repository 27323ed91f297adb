#include "libm150/search/query.hpp"

#include <algorithm>
#include <utility>

#include "libm150/search/joined.hpp"
#include "libm150/search/query_parts.hpp"

namespace m150::inline v0 {

namespace querying {

using Kind = QueryTerm::Kind;

void Collector::add(QueryTerm term) {
    if (term.term.empty() || !(term.weight > 0.0)) return;
    const bool is_concept = term.kind == Kind::concept_id;
    const auto [at, is_new] = numbers_.try_emplace({is_concept, term.term}, terms_.size());
    if (is_new) {
        if (terms_.size() == most_) {
            numbers_.erase(at);
            return;
        }
        terms_.push_back({std::move(term), 0.0, 0.0});
        count(terms_.back(), terms_.back().term);
        return;
    }
    Counted& known = terms_[at->second];
    count(known, term);
    // The most direct kind names the term: a word before a part before what is filled in.
    if (term.kind < known.term.kind) std::swap(known.term, term);
}

std::vector<QueryTerm> Collector::take() && {
    std::vector<QueryTerm> result;
    for (Counted& counted : terms_) {
        if (counted.sum > 0.0) {
            const double ratio = counted.sum / counted.largest;
            counted.term.weight = counted.largest * 2.0 * ratio / (1.0 + ratio);
        } else {
            counted.term.weight = counted.filled_in;
        }
        result.push_back(std::move(counted.term));
    }
    return result;
}

void Collector::count(Counted& counted, const QueryTerm& term) {
    if (term.kind == Kind::word || term.kind == Kind::correction || term.kind == Kind::part) {
        counted.sum += term.weight;
        counted.largest = std::max(counted.largest, term.weight);
    } else {
        counted.filled_in = std::max(counted.filled_in, term.weight);
    }
}

}  // namespace querying

namespace {

using Kind = QueryTerm::Kind;

// The beginning of a long text, cut at white space, or at least before a character.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    const std::size_t space = text.find_last_of(" \t\r\n", bytes);
    if (space != std::string_view::npos && space > bytes / 2) return text.substr(0, space);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

void add_words(const querying::ReadWord& word, double part_weight, querying::Collector& collector) {
    collector.add({word.token.stem, Kind::word, word.weight, word.typed, {}});
    for (const std::string& part : word.token.parts)
        collector.add({part, Kind::part, word.weight * part_weight, word.typed, {}});
    for (const auto& reading : word.readings) {
        collector.add({reading.token.stem, Kind::correction, reading.weight, word.typed, {}, reading.note});
        for (const std::string& part : reading.token.parts)
            collector.add({part, Kind::part, reading.weight * part_weight, word.typed, {}, reading.note});
    }
}

}  // namespace

Query make_query(std::string_view text, const QuerySources& sources, const QueryOptions& options,
                 const SpellingOptions& spelling) {
    constexpr std::size_t bytes_per_term = 1024;
    text = beginning(text, options.max_terms * bytes_per_term);
    Query query;
    const std::vector<querying::ReadWord> words = querying::read_words(text, sources, spelling, query.notes);
    std::vector<Token> tokens;
    for (const querying::ReadWord& word : words)
        tokens.push_back(word.best());
    const std::vector<JoinedWords> joined = joined_words(text, tokens, sources.analyzer);
    querying::Collector collector(options.max_terms);
    auto compound = joined.begin();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const querying::ReadWord& word = words[i];
        add_words(word, options.part_weight, collector);
        for (; compound != joined.end() && compound->last == i + 1; ++compound) {
            const std::size_t begin = tokens[compound->first].begin;
            const std::string_view typed = text.substr(begin, tokens[i].end - begin);
            collector.add({compound->term, Kind::joined, options.joined_weight, std::string(typed), {}});
        }
        const bool ignored =
            word.token.stem.empty() && word.readings.empty() &&
            std::find(query.ignored.begin(), query.ignored.end(), word.typed) == query.ignored.end();
        if (ignored && query.ignored.size() < options.max_terms) query.ignored.push_back(word.typed);
    }
    querying::add_labels(text, words, sources, collector, query.notes);
    query.terms = std::move(collector).take();
    return query;
}

Query make_query(std::string_view text, const Analyzer& analyzer, const Thesaurus& thesaurus,
                 const QueryOptions& options) {
    return make_query(text, QuerySources{analyzer, thesaurus}, options);
}

}  // namespace m150::inline v0
