// Which documents of a view are nearest to a direction: compared one by one, in whole numbers. Internal.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "libm150/search/part.hpp"
#include "libm150/search/view.hpp"

namespace m150::inline v0::indexing {

// A part of a view, and what of it a plan keeps out.
struct Place {
    const Part* part = nullptr;
    std::optional<DocumentSet> excluded;  // null: no document
};

// In the order of the view's parts. Requires that the state lives as long as the result.
std::vector<Place> places_of(const SearchView::State& state, const Plan& plan);

// Where a part keeps the vectors that a direction is compared with.
using VectorsOf = const Embeddings& (Part::*)() const;

class Direction {
  public:
    Direction() = default;  // near to nothing
    explicit Direction(Embedding vector);

    bool empty() const noexcept { return vector_.empty(); }
    // 0 when either is empty.
    double cosine(std::span<const std::int8_t> document) const;
    // The best `wanted` documents that are not excluded by cosine, descending, then by key; of each group the
    // best. Their score is the cosine. Documents without a vector are not among them. Exact: it takes time in
    // proportion to all documents.
    std::vector<Candidate> nearest(const std::vector<Place>& places, VectorsOf vectors,
                                   std::size_t wanted) const;

  private:
    std::vector<Candidate> nearest_in(const Place& place, const Embeddings& vectors,
                                      std::size_t wanted) const;

    Embedding vector_;
    double inverse_length_ = 0.0;
};

}  // namespace m150::inline v0::indexing
