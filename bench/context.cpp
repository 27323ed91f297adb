#include "context.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include "bench/tune/provenance.hpp"
#include "commit.hpp"  // made by commit.cmake

namespace m150::bench {

namespace {

std::string compiler() {
#if defined(__clang__)
    return std::string("clang ") + __clang_version__;
#elif defined(__GNUC__)
    return std::string("gcc ") + __VERSION__;
#else
    return "unknown";
#endif
}

std::string cpu() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
    }
    return "unknown";
}

}  // namespace

std::map<std::string, std::string> context() {
    std::map<std::string, std::string> all = tune::library_versions();
    all.insert(
        {{"commit", built_from}, {"compiler", compiler()}, {"build_type", M150_BUILD_TYPE}, {"cpu", cpu()}});
    return all;
}

std::string data_hash(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(directory));
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> names_and_hashes;
    for (const std::filesystem::path& file : files) {
        names_and_hashes.push_back(file.generic_string());
        names_and_hashes.push_back(tune::hash_of_file(directory / file));
    }
    return tune::hash_of(names_and_hashes);
}

}  // namespace m150::bench
