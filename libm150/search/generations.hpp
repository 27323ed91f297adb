// The row of generations in the directory of an index. Internal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "libm150/search/generation.hpp"
#include "libm150/search/generation_writer.hpp"

namespace m150::inline v0::indexing {

// gen-1, gen-2, ...: the newest that can be used counts. One object at a time may publish; who keeps the
// records sees to that. Throws StoreError.
class Generations {
  public:
    // Makes the directory when it is to be `writable`, and removes what a crash left in it.
    Generations(std::filesystem::path directory, std::string fingerprint, bool writable);

    // Null when there is none that can be used.
    std::shared_ptr<const Generation> newest() const;

    struct Content {
        const Generation* base = nullptr;  // begin with its documents
        const Mask* mask = nullptr;        // except these
        std::uint64_t revision = 0;
        std::function<void(GenerationWriter&)> write;  // adds the others
    };
    // Writes a generation and makes it the newest. When this throws, the newest is the one it was.
    std::shared_ptr<const Generation> publish(const Content& content) const;

    // Removes all generations that are older than `newest` and that nobody reads.
    void remove_older(const Generation& newest) const noexcept;

  private:
    std::filesystem::path directory_;
    std::string fingerprint_;
};

}  // namespace m150::inline v0::indexing
