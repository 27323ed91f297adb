// Timing what opening a knowledge base takes.
#pragma once

#include <benchmark/benchmark.h>

#include <filesystem>

namespace m150::bench {

// In a process of its own (`m150-bench open-once`), so that its memory is its own: counter peak_MB. Nobody
// else may have the base open.
void open_base(benchmark::State& state, const std::filesystem::path& base);

}  // namespace m150::bench
