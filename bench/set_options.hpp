// What the commands that measure on a test set have in common.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "bench/evaluate/quality.hpp"
#include "bench/evaluate/systems.hpp"

namespace m150::bench {

struct SetOptions {
    evaluate::TestSetOptions set;
    std::filesystem::path network = "examples/network";
    std::filesystem::path semantic_space;  // file; empty: the one inside the library
    std::string measures;                  // empty: those that suit the set
    std::size_t depth = 100;
    evaluate::ResamplingOptions resampling;
    bool json = false;
    bool per_query = false;

    std::vector<evaluate::Measure> measures_for(const evaluate::TestSet& set) const;
    // For systems that are libraries; reads the topics when one of them is.
    evaluate::LibraryOptions library_for(const std::vector<evaluate::System>& systems) const;
};

// The options of every such command but the set's name.
void add_set_options(CLI::App& command, SetOptions& options);

extern const char* const set_help;
extern const char* const system_help;

}  // namespace m150::bench
