// m150-bench tune: which configuration finds most, measured on queries that had no say in it.
#include <iostream>
#include <map>
#include <memory>

#include "bench/evaluate/file_lines.hpp"
#include "bench/tune/fit_confidence.hpp"
#include "bench/tune/provenance.hpp"
#include "bench/tune/ratios.hpp"
#include "bench/tune/test_sets.hpp"
#include "bench/tune/tune.hpp"
#include "commands.hpp"
#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"
#include "numbers.hpp"
#include "progress_line.hpp"
#include "report_tune.hpp"
#include "set_options.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;
using namespace m150::tune;

struct TuneCommand : SetOptions {
    std::vector<std::string> sets{"corpus"};
    std::string fit;  // "ranking", "confidence"; empty: search a space
    std::filesystem::path space;
    std::filesystem::path config;  // to start from
    std::filesystem::path out;     // for the winner
    std::filesystem::path labels;
    std::string split = "need";
    bool no_topics = false;
    double l2 = ConfidenceFitOptions().l2;
    TuneOptions tune;
};

const std::map<std::string, Strategy> strategies{
    {"grid", Strategy::grid}, {"random", Strategy::random}, {"coordinate", Strategy::coordinate}};
const std::map<std::string, Rule> rules{{"best", Rule::best}, {"one-deviation", Rule::one_deviation}};

// "query<TAB>label" a line.
std::map<std::string, std::string> read_labels(const std::filesystem::path& file) {
    require_file(file, "a file of queries and labels");
    FileLines lines(file);
    std::map<std::string, std::string> labels;
    for (std::string line; lines.next(line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) {
            lines.wrong("has no tab", "a query, a tab and its label");
        } else if (!labels.emplace(line.substr(0, tab), trim(std::string_view(line).substr(tab + 1)))
                        .second) {
            lines.wrong("the query " + excerpt(line.substr(0, tab), 40) + " comes twice", "each query once");
        }
    }
    lines.finish();
    return labels;
}

// What hangs together, by query.
std::vector<std::string> labels_of(const TuneCommand& command, const TestSets& read,
                                   const std::vector<std::string>& queries) {
    if (command.split == "need") return needs_of(read, queries);
    if (command.split == "query") return std::vector<std::string>(queries.size());
    std::map<std::string, std::string> labels = read_labels(command.labels);
    std::vector<std::string> result;
    std::vector<Problem> problems;
    for (const std::string& query : queries) {
        if (labels.count(query) == 0)
            problems.push_back({command.labels.string(), "has no label for the query " + query,
                                "a line for each query", ""});
        result.push_back(labels[query]);
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return result;
}

void check(const TuneCommand& command) {
    evaluate::check(command.resampling);
    std::vector<Problem> problems;
    if (command.fit.empty() == command.space.empty()) {
        problems.push_back({"tune", command.fit.empty() ? "has nothing to search" : "has two things to do",
                            "either --space or --fit", ""});
    }
    const bool by_label = command.split == "label" || command.split == "time";
    if (by_label == command.labels.empty()) {
        problems.push_back({"tune --split " + command.split,
                            by_label ? "has no labels" : "is given labels that it does not use",
                            "--labels for label and time, and for them only", ""});
    }
    if (command.fit == "confidence") {
        if (!command.tune.trials_file.empty())
            problems.push_back({"tune --log", "is of no use to --fit confidence, which makes one fit a fold",
                                "a search, or --fit ranking", ""});
        if (command.sets.size() != 1 || command.split == "time")
            problems.push_back({"tune --fit confidence",
                                command.split == "time" ? "cannot be split by time" : "takes one test set",
                                "one set, split by need, query or label", ""});
    }
    const std::filesystem::path place = command.out.parent_path();
    if (!place.empty() && !std::filesystem::is_directory(place)) {
        problems.push_back({command.out.string(),
                            "cannot be written: there is no directory " + place.string(),
                            "a place for the winner", ""});
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

LibraryOptions library_of(const TuneCommand& command) {
    LibraryOptions library = command.library_for({parse_system("m150")});
    library.topics_on_documents = !command.no_topics;
    library.knowledge_base = command.tune.start;
    return library;
}

std::map<std::string, std::string> versions(const TuneCommand& command) {
    auto all = library_versions(command.tune.start.index.analysis.language);
    all["program"] = hash_of_file("/proc/self/exe");
    return all;
}

void run_confidence(const TuneCommand& command, const TestSets& read) {
    const TestSet& set = read.sets.front();
    const LibraryOptions library = library_of(command);
    std::vector<std::string> queries;
    for (const TestQuery& query : set.queries)
        queries.push_back(query.id);
    const ConfidenceFitOptions options{labels_of(command, read, queries), command.tune.outer,
                                       command.resampling.seed, command.l2};
    const ConfidenceFit fit = fit_confidence(ask_for_replies(set, library), library.knowledge_base, options);
    const ConfidenceReport report{
        set, fit, library.knowledge_base, options.seed, hash_of(set, library), versions(command)};
    command.json ? print_json(std::cout, report) : print_table(std::cout, report);
    if (!command.out.empty()) write_configuration(command.out, fit.options);
}

void run_search(TuneCommand& command, const TestSets& read) {
    if (command.fit == "ranking") {
        command.tune.strategy = Strategy::linear;
        command.tune.space = ratio_space();
    } else {
        command.tune.space = read_search_space(command.space);
    }
    Objective objective = objective_of(read, library_of(command), command.measures);
    objective.versions = versions(command);
    command.tune.labels = labels_of(command, read, objective.queries);
    command.tune.forward = command.split == "time";
    command.tune.seed = command.resampling.seed;
    TuneResult result;
    {
        ProgressLine line;
        command.tune.progress = [&](const TuneProgress& now) {
            const std::string who = now.fold == 0 ? "all" : "fold " + std::to_string(now.fold);
            line.show(now.done, now.most, now.fresh, who + " best " + number(now.best));
            return true;
        };
        result = m150::tune::tune(objective, command.tune);
    }
    const bool alone = command.split == "query" || command.split == "time";
    const TuneReport report{objective,
                            command.tune,
                            result,
                            command.resampling,
                            alone ? std::vector<std::string>(objective.queries.size()) : command.tune.labels,
                            command.per_query};
    command.json ? print_json(std::cout, report) : print_table(std::cout, report);
    if (!command.out.empty()) write_configuration(command.out, result.options);
}

void run_tune(TuneCommand command) {
    check(command);
    if (!command.config.empty()) command.tune.start = read_configuration(command.config);
    command.tune.start = in_language(command.tune.start, command.set.language);
    const TestSets read = read_test_sets(command.sets, command.set);
    for (const std::string& remark : read.remarks)
        std::cerr << remark << '\n';
    command.fit == "confidence" ? run_confidence(command, read) : run_search(command, read);
}

void add_search_options(CLI::App& command, TuneCommand& options) {
    command.add_option("--space", options.space,
                       "JSON file: which parameters, and which values of each (docs/tuning.md)");
    command
        .add_option("--fit", options.fit,
                    "Instead of a space: ranking (ratios of the weights, by linear fits) or confidence (by "
                    "logistic regression)")
        ->check(CLI::IsMember({"ranking", "confidence"}));
    command.add_option("--strategy", options.tune.strategy, "grid, random or coordinate")
        ->transform(CLI::CheckedTransformer(strategies))
        ->default_str("random");
    command
        .add_option("--trials", options.tune.trials, "Configurations that random draws, and grid has at most")
        ->capture_default_str();
    command
        .add_option("--passes", options.tune.passes,
                    "Of coordinate over all parameters; of --fit ranking, fits at most")
        ->capture_default_str();
    command
        .add_option("--rule", options.tune.rule,
                    "best; or one-deviation: of what is not clearly worse, the nearest to the start")
        ->transform(CLI::CheckedTransformer(rules))
        ->default_str("best");
    command.add_option("--l2", options.l2, "Ridge of --fit confidence")->capture_default_str();
}

void add_fold_options(CLI::App& command, TuneCommand& options) {
    command.add_option("--folds", options.tune.outer, "To measure on; 0: choose only")->capture_default_str();
    command.add_option("--inner", options.tune.inner, "Parts of the queries that choose")
        ->capture_default_str();
    command
        .add_option("--split", options.split,
                    "What stays in one fold: need, query, label, time (the past chooses)")
        ->check(CLI::IsMember({"need", "query", "label", "time"}))
        ->capture_default_str();
    command.add_option("--labels", options.labels,
                       "For label (municipalities, say) and time (days): a file of query, tab, label");
    command.add_flag("--one-world", options.tune.one_world,
                     "Those that choose see the documents of the fold that is measured, too: as many times "
                     "quicker as there are folds, and a little leaks");
}

}  // namespace

void add_tune(CLI::App& app) {
    const auto options = std::make_shared<TuneCommand>();
    CLI::App* command = app.add_subcommand(
        "tune", "Search for the configuration that finds most, measured on queries that had no say in it");
    command->add_option("sets", options->sets, std::string(set_help) + "; several are joined")
        ->capture_default_str();
    add_search_options(*command, *options);
    add_fold_options(*command, *options);
    command->add_option("--config", options->config, "Configuration to start from; default: the defaults");
    command->add_option("--log", options->tune.trials_file,
                        "File of trials, one JSON line each; a search that was stopped goes on from it");
    command->add_option("--out", options->out,
                        "File for the winner: a configuration that KnowledgeBase takes");
    command->add_option("--threads", options->tune.threads, "Make no difference to the result")
        ->capture_default_str();
    command->add_flag("--no-topics", options->no_topics, "Documents are added without their topics");
    add_set_options(*command, *options);
    command->footer(
        "The first of --measures is what is made large. docs/tuning.md says more.\n"
        "Examples:\n"
        "  m150-bench tune corpus --space space.json --strategy coordinate --log trials.jsonl --out "
        "winner.json\n"
        "  m150-bench tune corpus vac --space space.json --measures 'RR@10' --trials 200\n"
        "  m150-bench tune corpus --fit ranking --config winner.json --out ratios.json\n"
        "  m150-bench tune corpus --fit confidence --config ratios.json --out final.json");
    command->callback([options] {
        options->set.slips.seed = options->resampling.seed;
        run_tune(*options);
    });
}

}  // namespace m150::bench
