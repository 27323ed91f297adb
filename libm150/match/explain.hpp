// Reasons in words.
#pragma once

#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

enum class TextLanguage { nl, en };

// One sentence for a reason (its parts not included), with names instead of ids where the snapshot knows
// them.
M150_EXPORT std::string explain(const Snapshot& now, const Reason& reason,
                                TextLanguage language = TextLanguage::nl);

// The reasons as indented lines with their shares, parts under their reason.
M150_EXPORT std::string explain_all(const Snapshot& now, const std::vector<Reason>& reasons,
                                    TextLanguage language = TextLanguage::nl);

}  // namespace m150::inline v0
