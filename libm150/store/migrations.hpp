// The database's schema, as the numbered steps that make it.
#pragma once

#include <string_view>
#include <vector>

#include "libm150/store/sqlite.hpp"

namespace m150::inline v0::sql {

// "M150" in ASCII: says in the file itself what it is (PRAGMA application_id).
inline constexpr std::int64_t application_id = 0x4D313530;

// Step i brings a database from schema version i to i + 1. A released step is never changed; a new one is
// added.
const std::vector<std::string_view>& migrations();

// The schema version of `database`; StoreError when it is no knowledge base or from a newer libm150 than
// `steps`.
std::int64_t schema_version(Database& database, const std::string& name,
                            const std::vector<std::string_view>& steps);

// Runs the steps that `database` has not had, each in a transaction of its own.
void migrate(Database& database, const std::vector<std::string_view>& steps);

}  // namespace m150::inline v0::sql
