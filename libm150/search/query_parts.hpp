// The steps in which a query is made, each in a file of its own. Internal.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "libm150/search/query.hpp"

namespace m150::inline v0::querying {

// A word of the question with what it is read as.
struct ReadWord {
    struct Reading {
        Token token;  // of the corrected word; its place is that of the typed one
        double weight = 1.0;
        std::size_t note = QueryTerm::no_note;
    };
    std::string typed;
    Token token;                    // as typed
    double weight = 1.0;            // of the word as typed
    std::vector<Reading> readings;  // of a misspelt word, likeliest first

    // What labels are compared with: the likeliest reading.
    const Token& best() const { return readings.empty() ? token : readings.front().token; }
};

// Collects terms in the order in which they come up, and adds up what is said again.
class Collector {
  public:
    explicit Collector(std::size_t most) : most_(most) {}
    void add(QueryTerm term);
    std::vector<QueryTerm> take() &&;

  private:
    struct Counted {
        QueryTerm term;
        double sum = 0.0;  // of what the question says itself
        double largest = 0.0;
        double filled_in = 0.0;  // largest of what was filled in
    };
    static void count(Counted& counted, const QueryTerm& term);

    struct Hash {
        std::size_t operator()(const std::pair<bool, std::string>& key) const noexcept {
            return std::hash<std::string>()(key.second) * 2 + (key.first ? 1 : 0);
        }
    };
    std::size_t most_;
    std::vector<Counted> terms_;
    std::unordered_map<std::pair<bool, std::string>, std::size_t, Hash> numbers_;
};

// query_spelling.cpp: the words of `text`, misspelt ones with their readings. A word that begins with a
// capital inside a sentence may be a name: it is never read as another.
std::vector<ReadWord> read_words(std::string_view text, const QuerySources& sources,
                                 const SpellingOptions& options, std::vector<QueryNote>& notes);

// query_labels.cpp: topics that the words name, what abbreviations stand for, and other words for them.
void add_labels(std::string_view text, const std::vector<ReadWord>& words, const QuerySources& sources,
                Collector& collector, std::vector<QueryNote>& notes);

}  // namespace m150::inline v0::querying
