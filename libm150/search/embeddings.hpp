// Where the documents of a part lie: in the semantic space, or where a model outside the library puts them.
// Internal.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "libm150/search/dot.hpp"

namespace m150::inline v0::indexing {

// A row for each document that has a vector; one after the other, so that a question can be put
// to all of them at the speed of memory.
class Embeddings {
  public:
    // In ascending order of document. All embeddings are of one length; an empty one counts as not known.
    void add(std::uint32_t document, std::span<const std::int8_t> embedding) {
        if (embedding.empty()) return;
        if (sum_.empty()) sum_.assign(embedding.size(), 0);
        row_of_.resize(document, none);
        row_of_.push_back(static_cast<std::uint32_t>(documents_.size()));
        documents_.push_back(document);
        vectors_.insert(vectors_.end(), embedding.begin(), embedding.end());
        inverse_lengths_.push_back(inverse_length(embedding));
        for (std::size_t d = 0; d < embedding.size(); ++d)
            sum_[d] += embedding[d];
    }

    std::size_t rows() const { return documents_.size(); }
    std::uint32_t document(std::size_t row) const { return documents_[row]; }
    // Of a document; empty: not known.
    std::span<const std::int8_t> vector(std::uint32_t document) const {
        if (document >= row_of_.size() || row_of_[document] == none) return {};
        return {vectors_.data() + row_of_[document] * sum_.size(), sum_.size()};
    }
    const std::int8_t* first_of(std::size_t row) const { return vectors_.data() + row * sum_.size(); }
    double inverse_length_of(std::size_t row) const { return inverse_lengths_[row]; }
    // Of all rows; empty when there are none.
    std::span<const std::int64_t> sum() const { return sum_; }

    // One over the length of a vector that is not 0.
    static double inverse_length(std::span<const std::int8_t> vector) {
        return 1.0 / std::sqrt(static_cast<double>(semantic::dot(vector, vector)));
    }

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    std::vector<std::uint32_t> documents_;  // by row
    std::vector<std::uint32_t> row_of_;     // by document
    std::vector<std::int8_t> vectors_;
    std::vector<double> inverse_lengths_;
    std::vector<std::int64_t> sum_;
};

}  // namespace m150::inline v0::indexing
