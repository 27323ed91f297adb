// A set of documents of one part, by number. Internal.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace m150::inline v0::indexing {

class DocumentSet {
  public:
    // For documents below `end`.
    explicit DocumentSet(std::uint32_t end) : words_(end / 64 + std::size_t{1}, 0) {}
    void add(std::uint32_t document) { words_[document / 64] |= std::uint64_t{1} << (document % 64); }
    bool contains(std::uint32_t document) const {
        return ((words_[document / 64] >> (document % 64)) & 1U) != 0;
    }
    // Calls visit(document) for each, ascending.
    template <class Visit>
    void for_each(const Visit& visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
        }
    }

  private:
    std::vector<std::uint64_t> words_;
};

}  // namespace m150::inline v0::indexing
