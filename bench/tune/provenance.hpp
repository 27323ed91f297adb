// What a figure was made from and by, so that figures of something else are not taken for it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "bench/evaluate/systems.hpp"

namespace m150::tune {

// All hashes: FNV-1a, as 16 hexadecimal digits. They tell mistakes apart, not attacks.

std::string hash_of(const std::vector<std::string>& texts);
// Changes with any text, id, need or grade of the set, with the topics, and with what is asked for.
std::string hash_of(const evaluate::TestSet& set, const evaluate::LibraryOptions& library);
// Of a file's bytes: of the program, since two builds of one version may differ.
std::string hash_of_file(const std::filesystem::path& file);
// Of libm150, its analysis of the language, and the libraries that decide on results.
std::map<std::string, std::string> library_versions(Language language = Language::dutch);

}  // namespace m150::tune
