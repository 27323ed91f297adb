// m150-bench speed, and the process of its own that it starts to time opening.
#include <memory>

#include "commands.hpp"
#include "libm150/m150.hpp"
#include "speed.hpp"

namespace m150::bench {

void add_speed(CLI::App& app, int& code) {
    const auto options = std::make_shared<SpeedOptions>();
    CLI::App* command =
        app.add_subcommand("speed", "Time load, open, commit, ask, connect and match, beside Xapian alone");
    command->add_option("--network", options->network, "The example network")
        ->default_val("examples/network");
    command->add_option("--pairs", options->pairs, "Size of the generated network")->capture_default_str();
    command
        ->add_option("--work", options->work,
                     "Directory for data and knowledge bases, new or empty; removed afterwards")
        ->required();
    command->add_flag("--keep", options->keep,
                      "Leave the data and the large base there, and use what an earlier run left");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "JSON on standard output: the same as -- --benchmark_format=json");
    command->add_option("arguments", options->benchmark_arguments,
                        "After --: Google Benchmark's own, such as --benchmark_out=speed.json");
    command->footer(
        "Examples: m150-bench speed --work /tmp/speed --json > before.json\n"
        "          m150-bench speed --work /tmp/speed --keep -- --benchmark_filter=ask\n"
        "Google Benchmark's compare.py compares two files: compare.py benchmarks before.json after.json");
    command->callback([options, json, &code] {
        if (*json)
            options->benchmark_arguments.insert(options->benchmark_arguments.begin(),
                                                "--benchmark_format=json");
        code = run_speed(*options);
    });
}

void add_open_once(CLI::App& app, int& code) {
    const auto directory = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("open-once", "Open a knowledge base, ask one question, and stop");
    command->group("");
    command->add_option("directory", *directory)->required();
    command->callback([directory, &code] {
        const KnowledgeBase base = KnowledgeBase::open(*directory, Access::read_only);
        AskOptions options;
        options.text = "bodycams bij horecacontroles";
        code = ask(base.snapshot(), options).answers.empty() ? 1 : 0;
    });
}

}  // namespace m150::bench
