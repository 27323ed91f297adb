// The Google Benchmark suite behind `m150-bench speed`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace m150::bench {

struct SpeedOptions {
    std::filesystem::path network;  // examples/network
    std::uint64_t pairs = 100000;   // of the generated network
    std::filesystem::path work;     // for data and knowledge bases; made when absent
    bool keep = false;  // leave the data and the large base there, and use those that an earlier run left
    std::vector<std::string> benchmark_arguments;  // passed on to Google Benchmark
};

// Checks the answers first, then times. Returns the exit code.
int run_speed(const SpeedOptions& options);

}  // namespace m150::bench
