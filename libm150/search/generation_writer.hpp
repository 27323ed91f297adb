// Makes one generation of the index on disk. Internal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "libm150/search/generation.hpp"
#include "libm150/search/prepared.hpp"

namespace m150::inline v0::indexing {

// Works in directories of its own, `place` and `place` + "-packed", which nobody looks at until they are
// renamed; they are removed with this object unless finish() was reached. Needs memory for some ten thousand
// documents at most. Throws StoreError.
class GenerationWriter {
  public:
    // Begins with the documents of `base` that `mask` does not hide; nothing when it is null.
    GenerationWriter(std::filesystem::path place, const Generation* base, const Mask* mask);
    ~GenerationWriter();
    GenerationWriter(const GenerationWriter&) = delete;
    GenerationWriter& operator=(const GenerationWriter&) = delete;

    // Throws InvalidInput when a document with its key was added to this writer before.
    void add(const Prepared& document);
    // Packs the database, so that nothing is left of what was removed, and brings it to the disk. The result
    // lies in packed().
    void finish(std::string_view fingerprint, std::uint64_t revision);
    const std::filesystem::path& packed() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace m150::inline v0::indexing
