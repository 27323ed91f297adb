// m150-bench generate.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "generate.hpp"

namespace m150::bench {

namespace {

void print_json(const GenerateOptions& options) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const GeneratedFile& file : files_of(options.out)) {
        files.push_back(
            {{"file", file.name}, {"records", file.records}, {"bytes", file.bytes}, {"hash", file.hash}});
    }
    const nlohmann::ordered_json said{
        {"out", options.out.string()}, {"seed", options.seed}, {"files", std::move(files)}};
    std::cout << said.dump(2) << '\n';
}

}  // namespace

void add_generate(CLI::App& app) {
    const auto options = std::make_shared<GenerateOptions>();
    const auto json = std::make_shared<bool>(false);
    CLI::App* command =
        app.add_subcommand("generate", "Write a synthetic network of any size, with the truth about it");
    command->add_option("--base", options->base, "Directory with municipalities, topics and texts")
        ->required();
    command->add_option("--out", options->out, "Directory to write, new or empty")->required();
    command->add_option("--pairs", options->pairs, "Questions, each with one answer")->capture_default_str();
    command->add_option("--seed", options->seed, "Same seed, same bytes")->capture_default_str();
    command->add_option("--municipalities", options->municipalities,
                        "So many of the municipalities of --base, those with most inhabitants; default: all. "
                        "Neighbours and members of networks that are not among them are left out");
    command->add_option("--words", options->words, "Words of a pair, about")->capture_default_str();
    command->add_option("--noise", options->noise, "Part of the answers from anybody, 0..1")
        ->capture_default_str();
    command->add_option("--contacts", options->contacts, "Contacts between municipalities")
        ->capture_default_str();
    command->add_option("--speakers", options->speakers, "Speakers")->capture_default_str();
    command->add_flag("--json", *json, "Print what was written: records, bytes and a hash of every file");
    command->footer(
        "Examples:\n"
        "  m150-bench generate --base examples/network --out /tmp/large --pairs 100000\n"
        "  m150-bench generate --base examples/network --out /tmp/small --pairs 500 --municipalities 20 "
        "--json");
    command->callback([options, json] {
        options->progress = [options](std::uint64_t done) {
            std::cerr << done << " of " << options->pairs << " pairs\n";
        };
        generate(*options);
        if (*json) print_json(*options);
    });
}

}  // namespace m150::bench
