// Vectors from outside the library: where a model that the user brings puts questions and documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/record/question.hpp"

namespace m150::inline v0 {

// A model outside the library. Texts about the same thing get vectors that point in about the same direction.
// Called from any thread, from several at once. What it throws is passed on to whoever called the library.
class M150_EXPORT TextEmbedder {
  public:
    virtual ~TextEmbedder() = default;
    // Vectors of models with the same name and dimension are compared with each other.
    virtual std::string model() const = 0;            // 1 to 200 bytes of UTF-8
    virtual std::size_t dimension() const = 0;        // 1 to 4096
    virtual std::size_t batch() const { return 64; }  // texts wanted at a time; 1 or more
    // Fills rows (texts.size() times dimension(), row after row) with finite numbers. A row of zeros: no
    // vector.
    virtual void embed(std::span<const std::string> texts, std::span<float> rows) const = 0;
};

// Vectors for stored questions, made by whoever calls.
struct GivenEmbeddings {
    std::string model;
    std::size_t dimension = 0;
    std::vector<Id<Question>> questions;  // each once
    // Of each question, with the answers that everybody sees who sees it: row after row, `dimension` finite
    // numbers each. A row of zeros: no vector.
    std::span<const float> vectors;
};

struct EmbeddingsInfo {
    std::string model;
    std::size_t dimension = 0;
    std::uint64_t documents = 0;  // of the search index that have a vector: a question with what everybody
                                  // sees of it, or an answer for fewer eyes
    std::uint64_t missing = 0;    // that have none: their text came, or was changed, later
};

}  // namespace m150::inline v0
