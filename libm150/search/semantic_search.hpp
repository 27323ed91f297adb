// What a question means, in the semantic space. Internal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "libm150/search/nearest_documents.hpp"

namespace m150::inline v0::indexing {

// What a request means, worked out once. Of all the documents only those count that the plan admits: whoever
// may not see a document doesn't see what it makes of a word.
class SemanticSearch {
  public:
    // Requires a state with a space, and that it lives as long as this; so must `places`, those of the plan.
    SemanticSearch(const SearchView::State& state, const std::vector<Place>& places, const Query& query);

    // Where the question lies.
    const Direction& question() const noexcept { return question_; }

  private:
    using Sum = std::vector<std::int64_t>;

    void add_together(const Place& place);
    // Adds a word to the question, `times`; false when neither space nor documents know it.
    bool add(const std::string& stem, double times);
    // What the documents that hold the stem have in common beyond all others: the sum of what each is more
    // than the mean, times the number of all documents, so that it stays whole. 0 when too many hold it, and
    // the number of those that do.
    std::uint64_t beyond_mean(const std::string& stem, Sum& common) const;

    const SearchView::State& state_;
    const std::vector<Place>& places_;
    std::uint64_t documents_ = 0;  // admitted ones that the space knows
    Sum together_;                 // of their embeddings
    Sum question_sum_;             // of the question's words
    Direction question_;
};

}  // namespace m150::inline v0::indexing
