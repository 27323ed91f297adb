// m150-bench quality: how well questions find the answers that are there.
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>

#include "bench/evaluate/quality.hpp"
#include "bench/evaluate/systems.hpp"
#include "bench/evaluate/trec.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;

const std::vector<std::string> system_names{"m150", "m150-no-topics", "xapian"};

struct QualityOptions {
    std::string set = "corpus";
    std::filesystem::path corpus = "examples/corpus";
    std::filesystem::path network = "examples/network";
    std::string measures;
    std::vector<std::string> systems = system_names;
    std::filesystem::path write_runs;
    std::size_t depth = 100;
};

TestSet read_set(const QualityOptions& options) {
    if (options.set == "corpus") return read_corpus(options.corpus);
    const std::vector<std::string> names{"corpus"};
    const std::string guess = nearest(options.set, names);
    throw InvalidInput({"quality", "there is no test set named '" + excerpt(options.set, 60) + "'", "corpus",
                        guess.empty() ? "" : "did you mean " + guess + "?"});
}

Outcome run_system(const std::string& name, const TestSet& set, const QualityOptions& options,
                   const std::vector<Topic>& topics) {
    if (name == "xapian") return run_xapian(set, options.depth);
    LibraryOptions library;
    library.topics = topics;
    library.depth = options.depth;
    library.topics_on_documents = name == "m150";
    return run_library(set, library);
}

void print(const std::vector<Quality>& all) {
    for (const Quality& quality : all) {
        for (const PartFigures& part : quality.parts) {
            std::cout << quality.system << ", " << part.part << " (" << part.rows.size() << " queries)\n";
            for (std::size_t m = 0; m < part.means.size(); ++m) {
                std::cout << "  " << std::left << std::setw(18) << quality.evaluation.measures[m].name()
                          << std::fixed << std::setprecision(4) << part.means[m] << '\n';
            }
        }
    }
}

void run_quality(const QualityOptions& options) {
    const TestSet set = read_set(options);
    const std::vector<Measure> measures =
        options.measures.empty() ? set.measures : parse_measures(options.measures);
    std::vector<Topic> topics;
    for (const std::string& name : options.systems) {
        if (name != "xapian" && topics.empty()) topics = topics_of_network(options.network);
    }
    std::cerr << set.name << ": " << set.documents.size() << " documents, " << set.queries.size()
              << " queries\n";
    std::vector<Quality> all;
    for (const std::string& name : options.systems) {
        const Outcome outcome = run_system(name, set, options, topics);
        all.push_back(quality_of(set, name, outcome.run, measures));
        for (const std::string& remark : remarks_on(all.back()))
            std::cerr << remark << '\n';
        if (options.write_runs.empty()) continue;
        std::filesystem::create_directories(options.write_runs);
        const std::filesystem::path file = options.write_runs / (set.name + "." + name + ".run");
        std::ofstream out(file, std::ios::binary);
        write_run(out, outcome.run, name);
        out.close();
        if (!out)
            throw StoreError({file.string(), "cannot be written", "a directory with room to write in", ""});
    }
    print(all);
}

}  // namespace

void add_quality(CLI::App& app) {
    const auto options = std::make_shared<QualityOptions>();
    CLI::App* command =
        app.add_subcommand("quality", "Measure how well questions find the answers that are there");
    command->add_option("set", options->set, "Test set: corpus")->capture_default_str();
    command->add_option("--corpus", options->corpus, "Directory (or file) with the needs of the corpus")
        ->capture_default_str();
    command->add_option("--network", options->network, "Directory with the topics and their labels")
        ->capture_default_str();
    command->add_option(
        "--measures", options->measures,
        "Under ir_measures' names, with spaces between them: 'nDCG@10 RR(rel=2)@10'; default: "
        "those that suit the set");
    command
        ->add_option("--systems", options->systems,
                     "Of: m150 (documents with their topics), m150-no-topics, xapian (out of the box)")
        ->check(CLI::IsMember(system_names))
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--depth", options->depth, "Documents that each system gives for a query")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--write-runs", options->write_runs, "Directory for a TREC run file of each system");
    command->footer(
        "Examples:\n"
        "  m150-bench quality\n"
        "  m150-bench quality corpus --measures 'nDCG@10 RR(rel=2)@10 R(rel=2)@100' --systems m150");
    command->callback([options] { run_quality(*options); });
}

}  // namespace m150::bench
