// The slow twin of the search index: every document in one map, and BM25 as it stands in the books.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "libm150/search/index.hpp"
#include "libm150/search/joined.hpp"

namespace m150::testing {

class SlowSearch {
  public:
    SlowSearch(const Analyzer& analyzer, const IndexOptions& options)
        : analyzer_(analyzer), options_(options) {}

    void put(const IndexDocument& document) {
        Held held{document, {}, 0.0L};
        const auto count = [&](const std::string& term, double weight) {
            if (weight <= 0) return;
            weight = std::max(0.25, std::round(4 * weight) / 4);  // whole quarters
            held.counts[term] += weight;
            held.length += weight;
        };
        for (const IndexField& field : document.fields) {
            const double weight = field.kind == FieldKind::title    ? options_.title_weight
                                  : field.kind == FieldKind::lead   ? options_.lead_weight
                                  : field.kind == FieldKind::answer ? options_.answer_weight
                                                                    : options_.text_weight;
            const std::vector<Token> tokens = analyzer_.tokens(field.text);
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                if (tokens[i].stem.empty()) continue;
                count("text " + tokens[i].stem, weight);
                for (const std::string& part : tokens[i].parts)
                    count("text " + part, weight * options_.part_weight);
                if (i > 0 && written_apart(field.text, tokens[i - 1], tokens[i])) {
                    const std::string whole = tokens[i - 1].word + tokens[i].word;
                    count("text " + analyzer_.tokens(whole)[0].stem, weight * options_.part_weight);
                }
            }
        }
        for (const std::string& id : document.concepts)
            count("concept " + id, options_.concept_weight);
        documents_.insert_or_assign(document.key, std::move(held));
    }
    void drop(const std::string& key) { documents_.erase(key); }
    std::size_t size() const { return documents_.size(); }

    // With explained = every hit.
    SearchResult search(const SearchRequest& request) const {
        SearchResult result;
        long double length = 0;
        for (const auto& [key, held] : documents_)
            length += held.length;
        const long double average =
            documents_.empty() ? 0 : length / static_cast<long double>(documents_.size());
        const long double k1 = options_.k1;
        const long double b = options_.b;
        std::vector<long double> factors;
        for (const QueryTerm& term : request.query.terms) {
            const auto n = static_cast<long double>(frequency(name(term)));
            const auto all = static_cast<long double>(documents_.size());
            const long double idf = std::log(1 + (all - n + 0.5L) / (n + 0.5L));
            factors.push_back(n == 0 || term.weight <= 0 ? 0 : static_cast<long double>(term.weight) * idf);
            result.term_weights.push_back(static_cast<double>(factors.back() * (k1 + 1)));
            result.best_possible += result.term_weights.back();
            // A word heard of nowhere counts as the rarest there could be, unless something else of it is
            // known.
            const bool known = std::any_of(
                request.query.terms.begin(), request.query.terms.end(), [&](const QueryTerm& other) {
                    const bool joined =
                        other.kind == QueryTerm::Kind::joined &&
                        (" " + other.origin + " ").find(" " + term.origin + " ") != std::string::npos;
                    return (joined || other.origin == term.origin) && frequency(name(other)) > 0;
                });
            if (term.kind == QueryTerm::Kind::word && !known && term.weight > 0) {
                result.best_possible +=
                    static_cast<double>(static_cast<long double>(term.weight) * idf * (k1 + 1));
            }
        }
        for (const auto& [key, held] : documents_) {
            if (!passes(held.document, request)) continue;
            Hit hit{key, held.document.group, held.document.date, 0.0, held.document.payload, {}, 0.0, {}};
            for (std::size_t i = 0; i < factors.size(); ++i) {
                const auto count = held.counts.find(name(request.query.terms[i]));
                if (factors[i] == 0 || count == held.counts.end()) continue;
                const long double tf = count->second;
                const long double saturated = tf * (k1 + 1) / (tf + k1 * (1 - b + b * held.length / average));
                const long double share = std::round(factors[i] * saturated * 0x1p32L) / 0x1p32L;
                hit.shares.push_back({i, static_cast<double>(share)});
                hit.score += hit.shares.back().share;
            }
            if (!hit.shares.empty()) result.hits.push_back(std::move(hit));
        }
        // In order of key already.
        std::stable_sort(result.hits.begin(), result.hits.end(),
                         [](const Hit& x, const Hit& y) { return x.score > y.score; });
        std::set<std::string> groups;
        std::vector<Hit> best;
        for (Hit& hit : result.hits) {
            if (best.size() == request.limit) break;
            if (hit.group.empty() || groups.insert(hit.group).second) best.push_back(std::move(hit));
        }
        result.hits = std::move(best);
        return result;
    }

    // As SearchView::count.
    std::uint64_t count(SearchView::Held kind, const std::string& held, const SearchRequest& among,
                        std::uint64_t most) const {
        const auto counts = std::count_if(documents_.begin(), documents_.end(), [&](const auto& entry) {
            const auto& filters = entry.second.document.filters;
            const bool holds = kind == SearchView::Held::word
                                   ? entry.second.counts.contains("text " + held)
                                   : std::find(filters.begin(), filters.end(), held) != filters.end();
            return holds && passes(entry.second.document, among);
        });
        return std::min(static_cast<std::uint64_t>(counts), most);
    }

  private:
    struct Held {
        IndexDocument document;
        std::map<std::string, long double> counts;
        long double length = 0;
    };

    // "body cam": a word of the lexicon without parts, written as two.
    bool written_apart(const std::string& text, const Token& first, const Token& second) const {
        if (first.stem.empty() || analyzer_.joiner() == nullptr) return false;
        const std::string between = text.substr(first.end, second.begin - first.end);
        return between.find_first_not_of(" \t\r\n") == std::string::npos &&
               analyzer_.joiner()->one_word(first.word, second.word);
    }
    static std::string name(const QueryTerm& term) {
        return (term.kind == QueryTerm::Kind::concept_id ? "concept " : "text ") + term.term;
    }
    std::size_t frequency(const std::string& term) const {
        return static_cast<std::size_t>(
            std::count_if(documents_.begin(), documents_.end(),
                          [&](const auto& entry) { return entry.second.counts.contains(term); }));
    }
    static bool passes(const IndexDocument& document, const SearchRequest& request) {
        if (request.from && document.date < *request.from) return false;
        if (request.to && document.date > *request.to) return false;
        return std::all_of(request.filters.begin(), request.filters.end(), [&](const auto& any) {
            return std::any_of(any.begin(), any.end(), [&](const std::string& filter) {
                return std::find(document.filters.begin(), document.filters.end(), filter) !=
                       document.filters.end();
            });
        });
    }

    const Analyzer& analyzer_;
    IndexOptions options_;
    std::map<std::string, Held> documents_;
};

}  // namespace m150::testing
