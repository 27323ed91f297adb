// Which words made a hit. Internal to this floor.
#pragma once

#include <string>

#include "libm150/base/reason.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0 {

// A reason `code` with one part for each word of the query and way in which it was found, strongest first.
// Shares are parts of the best score that the query allows (SearchResult::best_possible), times `scale`: so
// they compare across queries.
Reason word_reason(std::string code, const Query& query, const SearchResult& found, const Hit& hit,
                   double scale = 1.0);

}  // namespace m150::inline v0
