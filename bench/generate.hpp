// A synthetic network of any size, with planted expertise and the truth about it, written as a directory to
// load.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace m150::bench {

struct GenerateOptions {
    std::filesystem::path base;    // municipalities, networks, organisations and topics are taken from here,
                                   // and the words of the texts
    std::filesystem::path out;     // made; must not exist or be empty
    std::uint64_t pairs = 100000;  // questions, each with one answer
    std::uint64_t seed = 1;
    int words = 100;     // of a pair, about: 30 in the question, the rest in the answer
    double noise = 0.2;  // part of the answers that come from anybody rather than from who knows, 0..1
    std::uint64_t contacts = 1000;
    std::uint64_t speakers = 200;
    std::function<void(std::uint64_t done)> progress;  // in pairs
};

// Streams the files; holds only the base in memory. The same options give the same bytes. Everything it
// writes is declared synthetic. Throws InvalidInput for options out of range, StoreError when a file cannot
// be written.
void generate(const GenerateOptions& options);

}  // namespace m150::bench
