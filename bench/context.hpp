// What a timing was made on and with: bench/tune/provenance.hpp, and the machine.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace m150::bench {

// Names and values: the library versions of tune::library_versions(), "commit" (with "-dirty" when files
// differed from it; "unknown" outside a repository), "compiler", "build_type" and "cpu" (the model's name).
std::map<std::string, std::string> context();

// Of the names and bytes of all files in the directory and below it, as 16 hexadecimal digits: the same files
// have the same hash, wherever they lie. Throws StoreError when one cannot be read.
std::string data_hash(const std::filesystem::path& directory);

}  // namespace m150::bench
