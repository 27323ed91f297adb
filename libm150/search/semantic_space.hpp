// What words mean, as far as that shows from the company they keep: a vector for each stem, learned from
// running text by `m150-bench learn-space`. Texts about the same thing point in about the same direction,
// whatever words they use. docs/semantics.md says how a space is learned and what it brings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/base/export.hpp"
#include "libm150/search/analysis.hpp"

namespace m150::inline v0 {

// One word of a space. Its contribution to a text that holds it once is scale * vector: the scale is
// proportional to the weight of the word (the rarer it was in the text learned from, the higher) and brings
// all vectors to one norm.
struct SpaceWord {
    std::uint32_t number = 0;  // by which it is known in this space
    std::uint16_t scale = 0;
    std::span<const std::int8_t> vector;
};

// The direction of a text. As many components as the space has dimensions, the largest 127 or -127; empty
// when the space knows none of its words.
using Embedding = std::vector<std::int8_t>;

// The cosine of the angle between two embeddings, -1..1; 0 when either is empty. Made of whole numbers, so
// that it is the same on every machine. Requires embeddings of one space.
M150_EXPORT double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b);

// Immutable; may be used from any number of threads.
class M150_EXPORT SemanticSpace {
  public:
    // The space inside the library, or null for a language that has none.
    static std::shared_ptr<const SemanticSpace> built_in(Language language);
    // A space that was learned with `analyzer`'s rules. Throws InvalidInput when the file is damaged, of
    // another format, of another language, or made by other rules; StoreError when it cannot be read.
    static std::shared_ptr<const SemanticSpace> read(const std::filesystem::path& file,
                                                     const Analyzer& analyzer);
    ~SemanticSpace();
    SemanticSpace(const SemanticSpace&) = delete;
    SemanticSpace& operator=(const SemanticSpace&) = delete;

    std::size_t dimension() const noexcept;
    std::size_t words() const noexcept;
    // As they lie in a file.
    std::string_view bytes() const noexcept;
    // Tells spaces apart: embeddings of spaces with the same hash can be compared.
    std::uint64_t hash() const noexcept;
    // Language, rules of analysis, parameters and sources, by name.
    const std::map<std::string, std::string>& description() const noexcept;

    // Why it cannot be used with `analyzer`: it is of another language, or made by other rules. `place` is
    // told as where it is.
    std::optional<Problem> misfit(const Analyzer& analyzer, const std::string& place) const;
    // Whether it was learned with other word lists than `analyzer` has. It can be used, but of the words that
    // the lists give another stem now it knows nothing, or what the stem meant then.
    std::optional<Problem> aged(const Analyzer& analyzer, const std::string& place) const;

    std::optional<SpaceWord> find(std::string_view stem) const noexcept;
    SpaceWord word(std::uint32_t number) const noexcept;  // requires a number below words()
    // What an unknown word would be scaled with if its vector had the norm 1: as rare as can be.
    double unknown_scale() const noexcept;

  private:
    struct State;
    explicit SemanticSpace(std::unique_ptr<const State> state);
    std::unique_ptr<const State> state_;
};

// Sums up the words of one text. A word counts log2(1 + n) when it comes n times, as from 16 times on like
// 16; where it counts for more or less than one word, n is the sum of that. A word that the space does not
// know is the sum of its parts.
class M150_EXPORT TextEmbedding {
  public:
    // `space` must outlive this.
    explicit TextEmbedding(const SemanticSpace& space) : space_(space) {}
    void add(const WordForm& word, std::uint32_t quarters = 4);  // counts for so many quarters of a word
    void clear() noexcept { words_.clear(); }
    Embedding embedding();  // of what was added since the last clear()

  private:
    const SemanticSpace& space_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        words_;  // as often as they come, with their quarters
};

// A sum of vectors as an embedding, rounded; empty when all components are 0.
M150_EXPORT Embedding rounded(std::span<const std::int64_t> sum);
// The same of a vector from elsewhere, whose components are finite.
M150_EXPORT Embedding rounded(std::span<const float> vector);

}  // namespace m150::inline v0
