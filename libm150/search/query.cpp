#include "libm150/search/query.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "libm150/search/joined.hpp"

namespace m150::inline v0 {

namespace {

using Kind = QueryTerm::Kind;

// Collects terms in the order in which they come up, and adds up what is said again.
class Collector {
  public:
    explicit Collector(std::size_t most) : most_(most) {}

    void add(QueryTerm term) {
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

    std::vector<QueryTerm> take() && {
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

  private:
    struct Counted {
        QueryTerm term;
        double sum = 0.0;  // of what the question says itself
        double largest = 0.0;
        double filled_in = 0.0;  // largest of what was filled in
    };
    static void count(Counted& counted, const QueryTerm& term) {
        if (term.kind == Kind::word || term.kind == Kind::part) {
            counted.sum += term.weight;
            counted.largest = std::max(counted.largest, term.weight);
        } else {
            counted.filled_in = std::max(counted.filled_in, term.weight);
        }
    }

    struct Hash {
        std::size_t operator()(const std::pair<bool, std::string>& key) const noexcept {
            return std::hash<std::string>()(key.second) * 2 + (key.first ? 1 : 0);
        }
    };
    std::size_t most_;
    std::vector<Counted> terms_;
    std::unordered_map<std::pair<bool, std::string>, std::size_t, Hash> numbers_;
};

// The beginning of a long text, cut at white space, or at least before a character.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    const std::size_t space = text.find_last_of(" \t\r\n", bytes);
    if (space != std::string_view::npos && space > bytes / 2) return text.substr(0, space);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

void add_mention(const Thesaurus& thesaurus, const Thesaurus::Mention& mention, const std::string& origin,
                 Collector& collector) {
    const Concept& named = thesaurus.concepts()[mention.concept_index];
    collector.add({named.id, Kind::concept_id, thesaurus.options().concept_weight, origin, named.id});
    for (std::size_t label = 0; label < named.labels.size(); ++label) {
        if (label == mention.label) continue;
        for (const std::string& term : thesaurus.label_terms(mention.concept_index, label)) {
            collector.add({term, Kind::synonym, thesaurus.options().synonym_weight, origin, named.id});
        }
    }
}

}  // namespace

Query make_query(std::string_view text, const Analyzer& analyzer, const Thesaurus& thesaurus,
                 const QueryOptions& options) {
    constexpr std::size_t bytes_per_term = 1024;
    text = beginning(text, options.max_terms * bytes_per_term);
    const std::vector<Token> tokens = analyzer.tokens(text);
    const std::vector<Thesaurus::Mention> mentions = thesaurus.mentions(tokens);
    const auto typed = [&](std::size_t first, std::size_t last) {
        return std::string(text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin));
    };
    const std::vector<JoinedWords> joined = joined_words(text, tokens, analyzer);
    Collector collector(options.max_terms);
    auto mention = mentions.begin();
    auto compound = joined.begin();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string word = typed(i, i + 1);
        collector.add({tokens[i].stem, Kind::word, 1.0, word, {}});
        for (const std::string& part : tokens[i].parts) {
            collector.add({part, Kind::part, options.part_weight, word, {}});
        }
        for (; compound != joined.end() && compound->last == i + 1; ++compound) {
            const std::string words = typed(compound->first, compound->last);
            collector.add({compound->term, Kind::joined, options.joined_weight, words, {}});
        }
        for (; mention != mentions.end() && mention->first == i; ++mention) {
            add_mention(thesaurus, *mention, typed(mention->first, mention->last), collector);
        }
    }
    return {std::move(collector).take()};
}

}  // namespace m150::inline v0
