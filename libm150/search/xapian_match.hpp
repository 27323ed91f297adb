// Questions put to one Xapian database. Internal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libm150/search/identities.hpp"
#include "libm150/search/part.hpp"

namespace Xapian {
class Database;
}

namespace m150::inline v0::indexing {

// As the members of Part with these names. `mask` may be null. They throw Xapian::Error; the handle is used
// by one thread at a time.
std::vector<std::uint64_t> frequencies(const Xapian::Database& database,
                                       const std::vector<std::string>& names, const Mask* mask);
std::vector<Candidate> search(const Xapian::Database& database, const Identities& identities,
                              const Plan& plan, const Mask* mask);
std::vector<Explanation> explain(const Xapian::Database& database, const Plan& plan,
                                 const std::vector<std::uint32_t>& documents);

}  // namespace m150::inline v0::indexing
