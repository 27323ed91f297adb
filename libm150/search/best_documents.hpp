// The best documents of a generation for a plan, without weighing them all. Internal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "libm150/search/documents.hpp"
#include "libm150/search/part.hpp"
#include "libm150/search/postings.hpp"

namespace m150::inline v0::indexing {

struct Scored {
    double score = 0.0;
    std::uint32_t document = 0;
};

// The best `wanted` documents (fewer when no more match) by score, descending, then by key. `postings` of the
// plan's terms, in their order. `filters`, like Plan::filters, with the postings of each; `mask` may be null.
// Groups are not looked at.
//
// Exact; it takes time in proportion to the postings of the rarer terms, and the longer the more are wanted.
std::vector<Scored> best_documents(const Plan& plan, const Documents& documents,
                                   const std::vector<std::shared_ptr<const Postings>>& postings,
                                   const std::vector<std::vector<std::shared_ptr<const Postings>>>& filters,
                                   const Mask* mask, std::size_t wanted);

}  // namespace m150::inline v0::indexing
