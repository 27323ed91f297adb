// What was made of a question, in words.
#pragma once

#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/match/explain.hpp"
#include "libm150/search/query.hpp"

namespace m150::inline v0 {

// "“handhavign” gelezen als “handhaving”": one sentence.
M150_EXPORT std::string explain(const QueryNote& note, TextLanguage language = TextLanguage::nl);

// A sentence for every note, and one for the words that were not looked for, if any.
M150_EXPORT std::vector<std::string> explain_all(const Query& understood,
                                                 TextLanguage language = TextLanguage::nl);

}  // namespace m150::inline v0
