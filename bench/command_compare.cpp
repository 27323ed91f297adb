// m150-bench compare: two systems on the same queries.
#include <iostream>
#include <memory>

#include "commands.hpp"
#include "report.hpp"
#include "set_options.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;

struct CompareOptions : SetOptions {
    std::string a, b;
    std::size_t changes = 5;
};

void run_compare(const CompareOptions& options) {
    const System a = parse_system(options.a);
    const System b = parse_system(options.b);
    const TestSet set = read_test_set(options.set);
    const std::vector<Measure> measures = options.measures_for(set);
    const LibraryOptions library = options.library_for({a, b});
    const Run run_a = run_system(a, set, library).run;
    const Run run_b = run_system(b, set, library).run;
    const Comparison comparison = compare(set, a.name, run_a, b.name, run_b, measures, options.resampling);
    for (const auto& [system, evaluation] :
         {std::pair{&a, &comparison.of_a}, std::pair{&b, &comparison.of_b}}) {
        for (const std::string& remark : remarks_on({system->name, *evaluation, {}, false}))
            std::cerr << remark << '\n';
    }
    const ComparisonReport report{set, comparison, options.resampling,
                                  largest_changes(set, comparison, run_a, run_b, 0, options.changes),
                                  options.per_query};
    options.json ? print_json(std::cout, report) : print_table(std::cout, report);
}

}  // namespace

void add_compare(CLI::App& app) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = app.add_subcommand("compare", "Is the one system better than the other, and where?");
    command->add_option("a", options->a, system_help)->required();
    command->add_option("b", options->b, "The same")->required();
    command->add_option("--set", options->set.name, set_help)->capture_default_str();
    add_set_options(*command, *options);
    command
        ->add_option("--changes", options->changes, "Queries to show that changed most on the first measure")
        ->capture_default_str();
    command->footer(
        "Examples:\n"
        "  m150-bench compare xapian m150\n"
        "  m150-bench compare before.run after.run --set corpus --measures 'nDCG@10 RR(rel=2)@10' --json");
    command->callback([options] {
        options->set.slips.seed = options->resampling.seed;
        run_compare(*options);
    });
}

}  // namespace m150::bench
