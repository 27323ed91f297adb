// What a question means, and which documents of a view are nearest to it. Internal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "libm150/search/part.hpp"
#include "libm150/search/view.hpp"

namespace m150::inline v0::indexing {

// What a request means, worked out once. Of all the documents only those count that the plan admits: whoever
// may not see a document doesn't see what it makes of a word.
class SemanticSearch {
  public:
    // Requires a state with a space, and that it lives as long as this.
    SemanticSearch(const SearchView::State& state, const Plan& plan, const Query& query);

    // Between the question and the embedding of a document; 0 when either is empty.
    double cosine(std::span<const std::int8_t> document) const;
    // The best `wanted` admitted documents by cosine, descending, then by key; of each group the best. Their
    // score is the cosine. Documents that are not known in the space are not among them. Exact: it takes time
    // in proportion to all documents.
    std::vector<Candidate> nearest(std::size_t wanted) const;

  private:
    struct Place {
        const Part* part = nullptr;
        std::optional<DocumentSet> excluded;  // null: no document
    };
    using Sum = std::vector<std::int64_t>;

    void add_together(const Place& place);
    // Adds a word to the question, `times`; false when neither space nor documents know it.
    bool add(const std::string& stem, double times);
    // What the documents that hold the stem have in common beyond all others: the sum of what each is more
    // than the mean, times the number of all documents, so that it stays whole. 0 when too many hold it, and
    // the number of those that do.
    std::uint64_t beyond_mean(const std::string& stem, Sum& common) const;
    std::vector<Candidate> nearest_of(std::size_t place, std::size_t wanted) const;

    const SearchView::State& state_;
    std::vector<Place> places_;
    std::uint64_t documents_ = 0;  // admitted ones that the space knows
    Sum together_;                 // of their embeddings
    Sum question_sum_;             // of the question's words
    Embedding question_;
    double inverse_length_ = 0.0;
};

}  // namespace m150::inline v0::indexing
