#include "provenance.hpp"

#include <sqlite3.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>

#include "commit.hpp"  // made by commit.cmake
#include "libm150/base/error.hpp"
#include "libm150/search/fnv.hpp"

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

std::vector<std::pair<std::string, std::string>> provenance() {
    return {{"m150", M150_VERSION},
            {"commit", built_from},
            {"xapian", Xapian::version_string()},
            {"sqlite", sqlite3_libversion()},
            {"compiler", compiler()},
            {"build_type", M150_BUILD_TYPE},
            {"cpu", cpu()}};
}

std::string data_hash(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(directory));
    }
    std::sort(files.begin(), files.end());
    std::uint64_t hash = fnv_start;
    for (const std::filesystem::path& file : files) {
        hash = fnv_step(fnv(file.generic_string(), hash), '\0');
        std::ifstream stream(directory / file, std::ios::binary);
        std::array<char, 1 << 16> block{};
        std::uintmax_t size = 0;
        do {
            stream.read(block.data(), block.size());
            const auto got = static_cast<std::size_t>(stream.gcount());
            hash = fnv(std::string_view(block.data(), got), hash);
            size += got;
        } while (stream);
        if (!stream.eof()) {
            throw StoreError({(directory / file).string(), "cannot be read", "a file that can be read",
                              "check its rights"});
        }
        // Where a file ends is part of what is hashed.
        hash = fnv(std::to_string(size), hash);
    }
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

}  // namespace m150::bench
