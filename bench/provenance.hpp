// Where a measurement comes from: what was measured, on what, and with what.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace m150::bench {

// Names and values: "m150" (version), "commit" (with "-dirty" when files differed from it; "unknown" outside
// a repository), "xapian", "sqlite" (versions in use), "compiler", "build_type" and "cpu" (the model's name).
std::vector<std::pair<std::string, std::string>> provenance();

// Of the names and bytes of all files in the directory and below it, as 16 hexadecimal digits: the same files
// have the same hash, wherever they lie. Throws StoreError when one cannot be read.
std::string data_hash(const std::filesystem::path& directory);

}  // namespace m150::bench
