#include <nlohmann/json.hpp>

#include "numbers.hpp"
#include "report.hpp"
#include "table.hpp"

namespace m150::bench {

using namespace m150::evaluate;
using Json = nlohmann::ordered_json;

namespace {

std::string difference_of(double difference, const Interval& interval, const TestResult& test) {
    return signed_with_interval(difference, interval) + ", p " + number(test.p);
}

void print_routing(std::ostream& out, const SyntheticLevel& level) {
    const std::vector<Measure>& measures = level.routing.measures;
    std::vector<std::string> head{"who truly knows"};
    for (const Measure& measure : measures)
        head.push_back(measure.name());
    head.push_back("m150 less this, " + measures.front().name());
    Table table(head);
    for (std::size_t s = 0; s < level.systems.size(); ++s) {
        std::vector<std::string> row{level.systems[s].system};
        for (const Figure& figure : level.systems[s].parts.front().figures)
            row.push_back(with_interval(figure.mean, figure.interval));
        if (s == 0) {
            row.emplace_back();
        } else {
            const MeasureComparison& one = level.comparisons[s - 1].measures.front();
            row.push_back(difference_of(one.difference, one.interval, one.test));
        }
        table.row(row);
    }
    table.print_markdown(out);
}

void print_measure(std::ostream& out, const MeasureByNetwork& measure) {
    Table table({measure.name, "mean", "m150 less this"});
    for (const SystemValues& system : measure.systems) {
        const bool first = &system == &measure.systems.front();
        table.row({system.system, with_interval(system.figure.mean, system.figure.interval),
                   first ? "" : difference_of(system.difference, system.interval, system.test)});
    }
    table.print_markdown(out);
}

void print_fairness(std::ostream& out, const SyntheticLevel& level) {
    Table table({"fairness", "least", level.fairness.front().rr_name, level.fairness.front().precision_name,
                 "RR less that of the first", "never asked", "of experts", "Gini", "largest load", "score"});
    for (const FairnessRow& row : level.fairness) {
        table.row({number(row.plan.fairness, 2), number(row.plan.least, 2), number(row.rr.mean),
                   number(row.precision.mean),
                   signed_with_interval(row.rr.mean - level.fairness.front().rr.mean, row.rr_difference),
                   number(row.never, 3), number(row.never_experts, 3), number(row.gini, 3),
                   number(row.most, 1), number(row.score, 3)});
    }
    table.print_markdown(out);
}

Json json_of(const Figure& figure) {
    return {{"mean", figure.mean}, {"low", figure.interval.low}, {"high", figure.interval.high}};
}

Json json_of(double difference, const Interval& interval, const TestResult& test) {
    return {{"difference", difference}, {"low", interval.low}, {"high", interval.high}, {"p", test.p}};
}

Json json_of(const SyntheticLevel& level) {
    Json json{{"noise", level.noise.name},
              {"queries", level.systems.front().evaluation.queries.size()},
              {"routing", Json::array()},
              {"measures", Json::array()},
              {"fairness", Json::array()}};
    for (std::size_t s = 0; s < level.systems.size(); ++s) {
        Json measures = Json::object();
        for (std::size_t m = 0; m < level.routing.measures.size(); ++m) {
            Json& one = measures[level.routing.measures[m].name()] =
                json_of(level.systems[s].parts.front().figures[m]);
            if (s == 0) continue;
            const MeasureComparison& compared = level.comparisons[s - 1].measures[m];
            one["behind_m150"] = json_of(compared.difference, compared.interval, compared.test);
        }
        json["routing"].push_back({{"system", level.systems[s].system}, {"measures", measures}});
    }
    for (const MeasureByNetwork& measure : level.measures) {
        Json systems = Json::array();
        for (const SystemValues& system : measure.systems) {
            Json one = json_of(system.figure);
            one["system"] = system.system;
            one["by_network"] = system.values;
            if (&system != &measure.systems.front())
                one["behind_m150"] = json_of(system.difference, system.interval, system.test);
            systems.push_back(one);
        }
        json["measures"].push_back({{"measure", measure.name}, {"systems", systems}});
    }
    for (const FairnessRow& row : level.fairness) {
        json["fairness"].push_back(
            {{"fairness", row.plan.fairness},
             {"least", row.plan.least},
             {row.rr_name, json_of(row.rr)},
             {row.precision_name, json_of(row.precision)},
             {"rr_difference", {{"low", row.rr_difference.low}, {"high", row.rr_difference.high}}},
             {"never", row.never},
             {"never_experts", row.never_experts},
             {"gini", row.gini},
             {"most", row.most},
             {"score", row.score}});
    }
    return json;
}

}  // namespace

void print_table(std::ostream& out, const SyntheticReport& report, const ResamplingOptions& resampling) {
    out << "synthetic: " << report.networks << " networks a level of noise, each of "
        << report.network.municipalities << " municipalities, " << report.network.questions
        << " questions known and " << report.network.held_out << " asked; "
        << number(100 * resampling.level, 0) << " % intervals and p by network\n";
    for (const SyntheticLevel& level : report.levels) {
        out << "\n"
            << level.noise.name << " noise, " << level.systems.front().evaluation.queries.size()
            << " questions that somebody knows\n\n";
        print_routing(out, level);
        for (const MeasureByNetwork& measure : level.measures) {
            out << "\n";
            print_measure(out, measure);
        }
        out << "\n";
        print_fairness(out, level);
    }
}

void print_json(std::ostream& out, const SyntheticReport& report, const ResamplingOptions& resampling) {
    Json json{{"test_set", "synthetic"},
              {"networks", report.networks},
              {"municipalities", report.network.municipalities},
              {"questions", report.network.questions},
              {"held_out", report.network.held_out},
              {"contacts", report.network.contacts},
              {"seed", resampling.seed},
              {"resamples", resampling.resamples},
              {"level", resampling.level},
              {"levels", Json::array()}};
    for (const SyntheticLevel& level : report.levels)
        json["levels"].push_back(json_of(level));
    out << json.dump(2) << '\n';
}

}  // namespace m150::bench
