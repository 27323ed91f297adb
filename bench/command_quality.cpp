// m150-bench quality: how well questions find the answers that are there.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>

#include "bench/evaluate/trec.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"
#include "progress_line.hpp"
#include "report.hpp"
#include "set_options.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;

struct QualityOptions : SetOptions {
    std::vector<std::string> systems;  // empty: those that differ on the set
    std::filesystem::path write;
    bool nobody_knows = false;
    bool ablate = false;
    std::size_t networks = 20;  // synthetic
};

void write_run_file(const std::filesystem::path& directory, const std::string& system, const Run& run) {
    const std::filesystem::path file = directory / (system + ".run");
    std::ofstream out(file, std::ios::binary);
    write_run(out, run, system);
    out.close();
    if (!out) throw StoreError({file.string(), "cannot be written", "a directory with room to write in", ""});
}

void run_ablation(const QualityOptions& options, const TestSet& set, const std::vector<System>& systems) {
    const auto first = std::find_if(systems.begin(), systems.end(), [](const System& system) {
        return system.kind == System::Kind::library;
    });
    if (first == systems.end()) {
        throw InvalidInput({"quality --ablate", "no system has parts to be turned off",
                            "m150 or a configuration among the systems", ""});
    }
    const LibraryOptions library = own_options(*first, options.library_for(systems));
    const AblationTable table{set, first->name,
                              ablate(set, library, options.measures_for(set), options.resampling),
                              options.resampling};
    options.json ? print_json(std::cout, table) : print_table(std::cout, table);
}

void run_on_synthetic_networks(const QualityOptions& options) {
    SyntheticTaskOptions task;
    for (const std::string& name : options.systems) {
        const System system = parse_system(name);
        if (system.kind != System::Kind::library || options.systems.size() > 1) {
            throw InvalidInput({"--systems", "the synthetic networks are for one system that is m150",
                                "m150 with parameters of its own, or a configuration file",
                                "the baselines come along"});
        }
        if (system.knowledge_base) task.knowledge_base = *system.knowledge_base;
    }
    task.networks = options.networks;
    task.resampling = options.resampling;
    ProgressLine line;
    task.progress = [&](std::size_t done, std::size_t total) { line.show(done, total, done, "networks"); };
    const SyntheticReport report = run_synthetic(options.network, task);
    options.json ? print_json(std::cout, report, options.resampling)
                 : print_table(std::cout, report, options.resampling);
}

void run_quality(const QualityOptions& options) {
    if (options.set.name == "synthetic") return run_on_synthetic_networks(options);
    const TestSet set = read_test_set(options.set);
    std::vector<System> systems;
    for (const std::string& name : options.systems.empty() ? default_systems(set) : options.systems)
        systems.push_back(parse_system(name));
    if (options.ablate) return run_ablation(options, set, systems);
    QualityReport report{set, options.measures_for(set), options.resampling, {}, {}, options.per_query};
    const LibraryOptions library = options.library_for(systems);
    if (!options.write.empty()) write_directory(options.write, set);
    for (const System& system : systems) {
        const Run run = run_system(system, set, library).run;
        report.systems.push_back(quality_of(set, system.name, run, report.measures, options.resampling));
        for (const std::string& remark : remarks_on(report.systems.back()))
            std::cerr << remark << '\n';
        if (!options.write.empty()) write_run_file(options.write, system.name, run);
        if (!options.nobody_knows || system.kind != System::Kind::library) continue;
        report.nobody_knows.emplace_back(
            system.name, nobody_knows(ask_with_and_without(set, own_options(system, library))));
    }
    options.json ? print_json(std::cout, report) : print_table(std::cout, report);
}

}  // namespace

void add_quality(CLI::App& app) {
    const auto options = std::make_shared<QualityOptions>();
    CLI::App* command =
        app.add_subcommand("quality", "Measure how well questions find the answers that are there");
    command
        ->add_option("set", options->set.name,
                     std::string(set_help) + "; or synthetic: made-up networks with planted expertise")
        ->capture_default_str();
    command
        ->add_option("--networks", options->networks,
                     "Of synthetic: networks of each level of noise, seeds 1, 2, ...")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        ->add_option("--systems", options->systems,
                     std::string("With commas between them: ") + system_help +
                         "; default: m150, m150-no-topics when documents have topics, xapian")
        ->delimiter(',');
    add_set_options(*command, *options);
    command->add_flag(
        "--nobody-knows", options->nobody_knows,
        "Also take each need's documents out and ask again: is the confidence lower, and does it mean "
        "what it says?");
    command->add_flag("--ablate", options->ablate,
                      "Instead: turn each part of the first system that is m150 off by itself, and print "
                      "what that changes");
    command->add_option(
        "--write", options->write,
        "Directory for the set (docs.jsonl, queries.jsonl, qrels.txt) and a TREC run file of each "
        "system, for other tools");
    command->footer(
        "Examples:\n"
        "  m150-bench quality\n"
        "  m150-bench quality vac --measures 'RR@10 Success@1' --systems m150,xapian\n"
        "  m150-bench quality corpus --nobody-knows --json\n"
        "  m150-bench quality corpus --ablate --measures 'nDCG@10 RR(rel=2)@10'\n"
        "  m150-bench quality qrels.txt --systems theirs.run\n"
        "  m150-bench quality synthetic --networks 20\n"
        "  m150-bench quality synthetic --systems m150:expertise.related_share=0");
    command->callback([options] {
        options->set.slips.seed = options->resampling.seed;
        run_quality(*options);
    });
}

}  // namespace m150::bench
