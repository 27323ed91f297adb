// A synthetic network of any size, with planted expertise and the truth about it, written as a directory to
// load.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace m150::bench {

struct GenerateOptions {
    std::filesystem::path base;    // municipalities, networks, organisations and topics are taken from here,
                                   // and the words of the texts
    std::filesystem::path out;     // made; must not exist or be empty
    std::uint64_t pairs = 100000;  // questions, each with one answer
    std::uint64_t seed = 1;
    std::uint64_t municipalities = 0;  // so many of the base's, those with most inhabitants; 0: all of them
    int words = 100;                   // of a pair, about: 30 in the question, the rest in the answer
    double noise = 0.2;  // part of the answers that come from anybody rather than from who knows, 0..1
    std::uint64_t contacts = 1000;
    std::uint64_t speakers = 200;
    std::function<void(std::uint64_t done)> progress;  // in pairs
};

struct GeneratedFile {
    std::string name;
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::string hash;  // of its bytes: tune::hash_of_file()
};

// Streams the files; holds only the base in memory. The same options give the same bytes. Everything it
// writes but the base's own is declared synthetic. Throws InvalidInput for options out of range, StoreError
// when a file cannot be written.
void generate(const GenerateOptions& options);

// The files of a directory of records, ascending by name.
std::vector<GeneratedFile> files_of(const std::filesystem::path& directory);

}  // namespace m150::bench
