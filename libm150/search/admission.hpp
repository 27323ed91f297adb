// Which documents of a generation a plan admits. Internal.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "libm150/search/document_set.hpp"
#include "libm150/search/documents.hpp"
#include "libm150/search/part.hpp"
#include "libm150/search/postings.hpp"

namespace m150::inline v0::indexing {

// What keeps a document from the hits.
class Admission {
  public:
    Admission(const Plan& plan, const Documents& documents,
              const std::vector<std::vector<std::shared_ptr<const Postings>>>& filters, const Mask* mask)
        : documents_(documents), from_(plan.from), to_(plan.to), mask_(mask) {
        for (const auto& any : filters) {
            DocumentSet& set = sets_.emplace_back(documents.end());
            for (const auto& postings : any) {
                for (const Posting& posting : postings->list())
                    set.add(posting.document);
            }
        }
    }
    bool operator()(std::uint32_t document) const {
        if (mask_ != nullptr && mask_->contains(document)) return false;
        for (const DocumentSet& set : sets_) {
            if (!set.contains(document)) return false;
        }
        return !(from_ && documents_.date(document) < *from_) && !(to_ && documents_.date(document) > *to_);
    }

  private:
    const Documents& documents_;
    std::optional<Date> from_, to_;
    const Mask* mask_;
    std::vector<DocumentSet> sets_;
};

}  // namespace m150::inline v0::indexing
