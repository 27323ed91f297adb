// What a view of the index is made of, and how writing makes the next one. Internal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "libm150/search/generation.hpp"
#include "libm150/search/index.hpp"
#include "libm150/search/segment.hpp"

namespace m150::inline v0 {

// Immutable once it is shared. Every key is in at most one part, where it is not masked.
struct SearchView::State {
    std::shared_ptr<const Analyzer> analyzer;
    IndexOptions options;
    std::shared_ptr<const SemanticSpace> space;  // null: words have no meaning
    EmbeddingModel given;
    std::uint64_t revision = 0;
    indexing::Masked<indexing::Generation> generation;          // part is null when there is none
    std::vector<indexing::Masked<indexing::Segment>> segments;  // oldest first

    // Calls visit(part, mask) for each part.
    template <class Visit>
    void for_each_part(const Visit& visit) const {
        if (generation.part)
            visit(static_cast<const indexing::Part&>(*generation.part), generation.mask.get());
        for (const auto& segment : segments)
            visit(static_cast<const indexing::Part&>(*segment.part), segment.mask.get());
    }
    std::uint64_t documents() const;
    std::uint64_t length() const;
    bool holds(const std::string& key) const;

    // Masks the documents with these keys, in whichever part they are.
    void hide(const std::vector<std::string>& keys);
    // Masks what the documents replace, and adds them as a segment.
    void add(const std::vector<IndexDocument>& documents);
    // Joins segments, so that n documents lie in about log2(n) of them and each is moved about log2(n) times.
    void tidy();
    // Joins all segments.
    void join();
};

}  // namespace m150::inline v0
