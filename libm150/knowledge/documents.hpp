// Questions and answers as documents of the search index. Internal to this floor.
#pragma once

#include <string>
#include <vector>

#include "libm150/knowledge/catalog.hpp"
#include "libm150/knowledge/filters.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0 {

// One document holds the question and every answer that whoever sees the question sees too (see covers); each
// other answer gets a document of its own (the question and that answer), so that a snapshot can leave out
// whole documents and no ranking tells a viewer of words it may not see. All belong to the group of the
// question's id.
std::vector<IndexDocument> documents_of(const Question& question, const std::vector<Answer>& answers,
                                        const IndexOptions& options);

// The keys of those documents: the question's id first.
std::vector<std::string> document_keys(const PairHead& pair);
std::string narrow_key(const Id<Question>& question, const Id<Answer>& answer);

}  // namespace m150::inline v0
