#include "set_options.hpp"

#include <algorithm>

namespace m150::bench {

using namespace m150::evaluate;

const char* const set_help =
    "Test set: corpus, slips (the corpus with mistyped queries), vac or vac-reverse (known items), a "
    "directory with "
    "docs.jsonl, queries and qrels.txt, or a file of qrels to score run files by";
const char* const system_help =
    "m150 (documents with their topics) or m150-no-topics, with parameters of its own after a colon "
    "(m150:index.b=0.7:query.part_weight=0); xapian (out of the box); a configuration file; or a TREC run "
    "file";

std::vector<Measure> SetOptions::measures_for(const TestSet& test_set) const {
    return measures.empty() ? test_set.measures : parse_measures(measures);
}

LibraryOptions SetOptions::library_for(const std::vector<System>& systems) const {
    LibraryOptions library;
    library.depth = depth;
    library.space = semantic_space;
    const bool any = std::any_of(systems.begin(), systems.end(),
                                 [](const System& system) { return system.kind == System::Kind::library; });
    if (any) library.topics = topics_of_network(network);
    return library;
}

void add_set_options(CLI::App& command, SetOptions& options) {
    command.add_option(
        "--measures", options.measures,
        "Under ir_measures' names, with spaces between them: 'nDCG@10 RR(rel=2)@10'; default: those "
        "that suit the set");
    command
        .add_option("--corpus", options.set.corpus, "Directory (or file) with the needs of corpus and slips")
        ->capture_default_str();
    command.add_option("--vac", options.set.vac, "Directory (or CSV file) with the known items of vac")
        ->capture_default_str();
    command
        .add_option_function<std::string>(
            "--language",
            [&options](const std::string& language) {
                options.set.language = language == "en" ? Language::english : Language::dutch;
            },
            "Language of the set's texts, nl or en; default: as each configuration says, Dutch for xapian")
        ->check(CLI::IsMember({"nl", "en"}));
    command.add_option("--network", options.network, "Directory with the topics and their labels")
        ->capture_default_str();
    command.add_option("--semantic-space", options.semantic_space,
                       "File of the semantic space of systems that are m150, as learn-space writes it; "
                       "default: the one inside the library");
    command
        .add_option("--slip-rate", options.set.slips.rate,
                    "Chance that a word of at least four letters is mistyped, 0..1")
        ->capture_default_str();
    command.add_option("--depth", options.depth, "Documents that each system gives for a query")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        .add_option("--seed", options.resampling.seed, "Of slips, intervals and tests: same seed, same bytes")
        ->capture_default_str();
    command
        .add_option("--resamples", options.resampling.resamples, "Of intervals and tests, 100 to 1,000,000")
        ->capture_default_str();
    command.add_option("--level", options.resampling.level, "Of intervals, 0.5 to 0.999")
        ->capture_default_str();
    command.add_flag("--per-query", options.per_query, "Also the figures of every query");
    command.add_flag("--json", options.json, "JSON instead of tables");
}

}  // namespace m150::bench
