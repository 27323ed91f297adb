// m150-bench route: who answers, told from the past? Replayed on sets of questions with who answered them.
#include <charconv>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/fairness.hpp"
#include "bench/evaluate/routing.hpp"
#include "commands.hpp"
#include "libm150/base/text.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/fit_knowers.hpp"
#include "numbers.hpp"
#include "table.hpp"

namespace m150::bench {

namespace {

using namespace m150::evaluate;
using Json = nlohmann::ordered_json;

struct RouteOptions {
    std::vector<std::string> places;
    std::string measures;
    std::string configuration;  // read
    std::string write;          // the fitted configuration
    double train = 0.8;
    std::vector<std::string> choose{"expertise.half_life_days=180,365,730,1460"};
    ResamplingOptions resampling;
    bool fairness = false;
    bool json = false;
};

struct Routed {
    std::string system;
    Run run;
};

struct Replay {
    std::string name;
    std::size_t known = 0, candidates = 0;
    FittedKnowers fitted;
    std::vector<Quality> systems;         // the fitted one last
    std::vector<Comparison> comparisons;  // each other one with the fitted one
    std::vector<FairnessFigures> fairness;
    std::vector<Quality> fair;  // of whom each plan asks
};

// All questions of the set as those of one period.
void share(const RoutingTask& task, const RouteOptions& options, Replay& result) {
    FairnessOptions how;
    how.per_question = 5;
    std::vector<std::string> queries;
    for (const TestQuery& query : task.tests().queries)
        queries.push_back(query.id);
    result.fairness =
        fairness_figures(task.snapshot(result.fitted.options), task.asks(), queries, task.candidates(), how);
    for (const FairnessFigures& plan : result.fairness) {
        result.fair.push_back(quality_of(task.tests(), "shared", plan.run, parse_measures("RR@5 Success@5"),
                                         options.resampling));
    }
}

// "name=1,2,3"
ParameterChoices read_choices(const std::string& text) {
    const std::size_t sign = text.find('=');
    ParameterChoices choices{text.substr(0, sign), {}};
    std::istringstream list(sign == std::string::npos ? "" : text.substr(sign + 1));
    for (std::string value; std::getline(list, value, ',');) {
        double number = 0.0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size())
            throw InvalidInput(Problem{"--choose", "'" + excerpt(value, 30) + "' is no number",
                                       "a parameter and its values, as in expertise.half_life_days=365,730",
                                       ""});
        choices.values.push_back(number);
    }
    return choices;
}

Replay replay(const RouteOptions& options, const std::string& place, const KnowledgeBaseOptions& base) {
    RoutingOptions how;
    how.train = options.train;
    how.knowledge_base = base;
    const RoutingTask task(read_routing(place), how);
    FitKnowersOptions fit;
    for (const std::string& one : options.choose)
        fit.choose.push_back(read_choices(one));
    Replay result{
        task.tests().name, task.known(), task.candidates(), fit_knowers(task.base(), fit), {}, {}, {}, {}};
    const std::vector<Routed> runs{{"popularity", task.run_popularity()},
                                   {"votes, sum", task.run_votes_sum()},
                                   {"votes, exponential", task.run_votes_exponential()},
                                   {"candidate model", task.run_candidate_model()},
                                   {"document model", task.run_document_model()},
                                   {"m150", task.run_library(base)},
                                   {"m150, fitted", task.run_library(result.fitted.options)}};
    const TestSet& set = task.tests();
    const std::vector<Measure> measures =
        options.measures.empty() ? set.measures : parse_measures(options.measures);
    for (const Routed& one : runs)
        result.systems.push_back(quality_of(set, one.system, one.run, measures, options.resampling));
    const Routed& last = runs.back();
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        result.comparisons.push_back(
            compare(set, runs[i].system, runs[i].run, last.system, last.run, measures, options.resampling));
    }
    if (options.fairness) share(task, options, result);
    return result;
}

// The weights learned, and what was chosen.
std::vector<std::string> learned_names(const RouteOptions& options) {
    std::vector<std::string> names{"knowers.votes",  "knowers.profile", "knowers.topics",
                                   "knowers.active", "knowers.steady",  "knowers.network"};
    for (const std::string& one : options.choose)
        names.push_back(read_choices(one).name);
    return names;
}

double value_of(const Replay& replay, const std::string& name) {
    const ParameterValue value = get_parameter(replay.fitted.options, name);
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

void print_table(std::ostream& out, const Replay& replay, const RouteOptions& options) {
    const std::vector<Measure>& measures = replay.systems.front().evaluation.measures;
    const std::size_t queries = replay.systems.front().evaluation.queries.size();
    const std::string level = number(100 * options.resampling.level, 0);
    out << replay.name << ": " << replay.known << " questions known, " << replay.candidates << " candidates, "
        << queries << " questions asked; " << level << " % intervals by bootstrap over these\n";
    std::vector<std::string> head{""};
    for (const Measure& measure : measures)
        head.push_back(measure.name());
    Table table(head);
    for (const Quality& quality : replay.systems) {
        std::vector<std::string> row{quality.system};
        for (const Figure& figure : quality.parts.front().figures)
            row.push_back(with_interval(figure.mean, figure.interval));
        table.row(row);
    }
    table.print(out);
    out << "\nm150, fitted, less each of the others: paired " << level
        << " % interval by bootstrap, and p of the paired randomisation test\n";
    Table differences(head);
    for (const Comparison& comparison : replay.comparisons) {
        std::vector<std::string> row{comparison.a};
        for (const MeasureComparison& one : comparison.measures)
            row.push_back(signed_with_interval(one.difference, one.interval) + " " + number(one.test.p));
        differences.row(row);
    }
    differences.print(out);
    const FittedKnowers& fitted = replay.fitted;
    out << "\nfitted on " << fitted.questions << " of the questions known: loss " << number(fitted.loss)
        << ", with the weights given " << number(fitted.loss_before) << ", of a blind guess "
        << number(fitted.loss_of_none) << "\n";
    for (const std::string& name : learned_names(options))
        out << "  " << name << " " << number(value_of(replay, name), 3) << "\n";
    if (!fitted.tried.empty()) out << "tried, each with the others as they were chosen by then:\n";
    for (const TriedValue& one : fitted.tried)
        out << "  " << one.name << " " << number(one.value, 2) << ": loss " << number(one.loss, 4) << "\n";
}

void print_fairness(std::ostream& out, const Replay& replay) {
    out << "\nm150, fitted, 5 asked for each question, the load shared\n";
    Table table({"fairness", "least", "RR@5", "Success@5", "never asked", "Gini", "largest load", "score"});
    for (std::size_t p = 0; p < replay.fairness.size(); ++p) {
        const FairnessFigures& plan = replay.fairness[p];
        const std::vector<Figure>& figures = replay.fair[p].parts.front().figures;
        table.row({number(plan.plan.fairness, 2), number(plan.plan.least, 2),
                   with_interval(figures[0].mean, figures[0].interval), number(figures[1].mean),
                   number(plan.never, 3), number(plan.gini, 3), std::to_string(plan.most),
                   number(plan.score / replay.fairness.front().score, 3)});
    }
    table.print(out);
}

Json json_of(const Replay& replay, const RouteOptions& options) {
    Json json{{"set", replay.name},
              {"known", replay.known},
              {"candidates", replay.candidates},
              {"queries", replay.systems.front().evaluation.queries.size()},
              {"seed", options.resampling.seed},
              {"level", options.resampling.level},
              {"systems", Json::array()},
              {"differences", Json::array()},
              {"fitted", Json::object()}};
    for (const Quality& quality : replay.systems) {
        Json measures = Json::object();
        for (std::size_t m = 0; m < quality.evaluation.measures.size(); ++m) {
            const Figure& figure = quality.parts.front().figures[m];
            measures[quality.evaluation.measures[m].name()] = {
                {"mean", figure.mean}, {"low", figure.interval.low}, {"high", figure.interval.high}};
        }
        json["systems"].push_back({{"system", quality.system}, {"measures", measures}});
    }
    for (const Comparison& comparison : replay.comparisons) {
        Json measures = Json::object();
        for (const MeasureComparison& one : comparison.measures) {
            measures[one.measure.name()] = {{"difference", one.difference},
                                            {"low", one.interval.low},
                                            {"high", one.interval.high},
                                            {"p", one.test.p}};
        }
        json["differences"].push_back({{"from", comparison.a}, {"measures", measures}});
    }
    for (std::size_t p = 0; p < replay.fairness.size(); ++p) {
        const FairnessFigures& plan = replay.fairness[p];
        const std::vector<Figure>& figures = replay.fair[p].parts.front().figures;
        json["fairness"].push_back({{"fairness", plan.plan.fairness},
                                    {"least", plan.plan.least},
                                    {"RR@5", figures[0].mean},
                                    {"Success@5", figures[1].mean},
                                    {"never", plan.never},
                                    {"gini", plan.gini},
                                    {"most", plan.most},
                                    {"score", plan.score / replay.fairness.front().score}});
    }
    json["fitted"] = {{"questions", replay.fitted.questions},
                      {"loss", replay.fitted.loss},
                      {"loss_before", replay.fitted.loss_before},
                      {"loss_of_none", replay.fitted.loss_of_none},
                      {"parameters", Json::object()}};
    for (const std::string& name : learned_names(options))
        json["fitted"]["parameters"][name] = value_of(replay, name);
    for (const TriedValue& one : replay.fitted.tried)
        json["fitted"]["tried"].push_back(
            {{"parameter", one.name}, {"value", one.value}, {"loss", one.loss}});
    return json;
}

void run_route(const RouteOptions& options) {
    const KnowledgeBaseOptions base =
        options.configuration.empty() ? routing_configuration() : read_configuration(options.configuration);
    Json json = Json::array();
    for (const std::string& place : options.places) {
        const Replay result = replay(options, place, base);
        if (options.json) {
            json.push_back(json_of(result, options));
        } else {
            if (place != options.places.front()) std::cout << "\n";
            print_table(std::cout, result, options);
            if (options.fairness) print_fairness(std::cout, result);
        }
        if (!options.write.empty()) write_configuration(options.write, result.fitted.options);
    }
    if (options.json) std::cout << json.dump(2) << "\n";
}

}  // namespace

void add_route(CLI::App& app) {
    const auto options = std::make_shared<RouteOptions>();
    CLI::App* command = app.add_subcommand("route", "Who answers, told from the past?");
    command
        ->add_option(
            "sets", options->places,
            "Directories with Record_All.json, Q_title.txt and Q_content.txt: questions, who asked and "
            "who answered")
        ->required();
    command->add_option("--train", options->train, "Part of the questions that is known, the first by id")
        ->capture_default_str();
    command->add_option("--measures", options->measures,
                        "Under ir_measures' names; default: RR Success@5 AP R@100");
    command->add_option("--configuration", options->configuration,
                        "Ranks by the parameters of this file instead of the defaults (and those that "
                        "suit the sets: docs/evaluation.md)");
    command
        ->add_option("--choose", options->choose,
                     "Parameters, each with values to choose among by what the known questions teach, as in "
                     "expertise.half_life_days=365,730")
        ->capture_default_str();
    command->add_option("--write", options->write, "Writes the configuration fitted on the last set here");
    command->add_option("--seed", options->resampling.seed, "Of intervals and tests")->capture_default_str();
    command
        ->add_option("--resamples", options->resampling.resamples, "Of intervals and tests, 100 to 1,000,000")
        ->capture_default_str();
    command->add_option("--level", options->resampling.level, "Of intervals, 0.5 to 0.999")
        ->capture_default_str();
    command->add_flag("--fairness", options->fairness,
                      "Also share the questions as those of one period: who is asked, and what that costs");
    command->add_flag("--json", options->json, "JSON instead of tables");
    command->footer(
        "Examples:\n"
        "  m150-bench route data/routing/dba\n"
        "  m150-bench route data/routing/history data/routing/dba --json");
    command->callback([options] { run_route(*options); });
}

}  // namespace m150::bench
