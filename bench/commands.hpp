// The subcommands of m150-bench. Each file adds one, with its options and what it runs; `code` becomes the
// exit code of the program, 0 unless the command sets it.
#pragma once

#include <CLI/CLI.hpp>

namespace m150::bench {

void add_generate(CLI::App& app);
void add_speed(CLI::App& app, int& code);
void add_open_once(CLI::App& app, int& code);  // not shown: a process of its own for `speed`
void add_quality(CLI::App& app);
void add_compare(CLI::App& app);
void add_route(CLI::App& app);
void add_learn_space(CLI::App& app);
void add_language(CLI::App& app);
void add_tune(CLI::App& app);

}  // namespace m150::bench
