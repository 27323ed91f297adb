// m150-bench generate.
#include <iostream>
#include <memory>

#include "commands.hpp"
#include "generate.hpp"

namespace m150::bench {

void add_generate(CLI::App& app) {
    const auto options = std::make_shared<GenerateOptions>();
    CLI::App* command =
        app.add_subcommand("generate", "Write a synthetic network of any size, with the truth about it");
    command->add_option("--base", options->base, "Directory with municipalities, topics and texts")
        ->required();
    command->add_option("--out", options->out, "Directory to write, new or empty")->required();
    command->add_option("--pairs", options->pairs, "Questions, each with one answer")->capture_default_str();
    command->add_option("--seed", options->seed, "Same seed, same bytes")->capture_default_str();
    command->add_option("--words", options->words, "Words of a pair, about")->capture_default_str();
    command->add_option("--noise", options->noise, "Part of the answers from anybody, 0..1")
        ->capture_default_str();
    command->add_option("--contacts", options->contacts, "Contacts between municipalities")
        ->capture_default_str();
    command->add_option("--speakers", options->speakers, "Speakers")->capture_default_str();
    command->footer("Example: m150-bench generate --base examples/network --out /tmp/large --pairs 100000");
    command->callback([options] {
        options->progress = [options](std::uint64_t done) {
            std::cerr << done << " of " << options->pairs << " pairs\n";
        };
        generate(*options);
    });
}

}  // namespace m150::bench
