// m150-bench: data to measure on, and how fast the library is on it.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "generate.hpp"
#include "libm150/m150.hpp"
#include "speed.hpp"

namespace {

using m150::bench::GenerateOptions;
using m150::bench::SpeedOptions;

void add_generate(CLI::App& app, GenerateOptions& options) {
    CLI::App* command =
        app.add_subcommand("generate", "Write a synthetic network of any size, with the truth about it");
    command->add_option("--base", options.base, "Directory with municipalities, topics and texts")
        ->required();
    command->add_option("--out", options.out, "Directory to write, new or empty")->required();
    command->add_option("--pairs", options.pairs, "Questions, each with one answer")->capture_default_str();
    command->add_option("--seed", options.seed, "Same seed, same bytes")->capture_default_str();
    command->add_option("--words", options.words, "Words of a pair, about")->capture_default_str();
    command->add_option("--noise", options.noise, "Part of the answers from anybody, 0..1")
        ->capture_default_str();
    command->add_option("--contacts", options.contacts, "Contacts between municipalities")
        ->capture_default_str();
    command->add_option("--speakers", options.speakers, "Speakers")->capture_default_str();
    command->footer("Example: m150-bench generate --base examples/network --out /tmp/large --pairs 100000");
    command->callback([&options] {
        options.progress = [&options](std::uint64_t done) {
            std::cerr << done << " of " << options.pairs << " pairs\n";
        };
        m150::bench::generate(options);
    });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures libm150. Data goes to standard output, messages to standard error.");
    app.require_subcommand(1);
    int code = 0;

    GenerateOptions generate;
    add_generate(app, generate);

    SpeedOptions speed;
    CLI::App* timing =
        app.add_subcommand("speed", "Time load, open, commit, ask, connect and match, beside Xapian alone");
    timing->add_option("--network", speed.network, "The example network")->default_val("examples/network");
    timing->add_option("--pairs", speed.pairs, "Size of the generated network")->capture_default_str();
    timing->add_option("--work", speed.work, "Directory for knowledge bases; removed afterwards")->required();
    timing->add_option("arguments", speed.benchmark_arguments,
                       "After --: Google Benchmark's own, such as --benchmark_out=speed.json");
    timing->footer("Example: m150-bench speed --work /tmp/speed -- --benchmark_format=json");
    timing->callback([&] { code = m150::bench::run_speed(speed); });

    std::string directory;
    CLI::App* once = app.add_subcommand("open-once", "Open a knowledge base, ask one question, and stop");
    once->group("");
    once->add_option("directory", directory)->required();
    once->callback([&] {
        const m150::KnowledgeBase base = m150::KnowledgeBase::open(directory, m150::Access::read_only);
        m150::AskOptions options;
        options.text = "bodycams bij horecacontroles";
        code = m150::ask(base.snapshot(), options).answers.empty() ? 1 : 0;
    });

    try {
        app.parse(argc, argv);
        return code;
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error, std::cerr, std::cerr);
        return status == 0 ? 0 : 2;
    } catch (const m150::Error& error) {
        std::cerr << "m150-bench: " << error.what() << "\n";
        return error.kind() == m150::ErrorKind::invalid_input ? 2 : 1;
    } catch (const std::exception& error) {
        std::cerr << "m150-bench: " << error.what() << "\n";
        return 1;
    }
}
