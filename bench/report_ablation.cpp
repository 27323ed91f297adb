#include <nlohmann/json.hpp>

#include "numbers.hpp"
#include "report.hpp"
#include "table.hpp"

namespace m150::bench {

using namespace m150::evaluate;
using Json = nlohmann::ordered_json;

void print_table(std::ostream& out, const AblationTable& table) {
    const AblationReport& report = table.report;
    const Evaluation& evaluation = report.whole.evaluation;
    out << table.set.name << ", " << table.system << ": " << evaluation.queries.size()
        << " queries with judgements; each part turned off by itself\n"
        << "change: what turning it off does to the mean, with its "
        << number(100 * table.resampling.level, 0)
        << " % interval by bootstrap; p: paired randomisation test after Holm's correction over the parts; "
           "both by "
        << unit_of(report.whole.by_need) << "\n";
    for (std::size_t m = 0; m < evaluation.measures.size(); ++m) {
        std::vector<std::string> head{evaluation.measures[m].name()};
        for (const PartFigures& part : report.whole.parts)
            head.push_back(part.part);
        head.insert(head.end(), {"change", "better", "worse", "p"});
        Table rows(head);
        std::vector<std::string> whole{report.whole.system};
        for (const PartFigures& part : report.whole.parts)
            whole.push_back(number(part.figures[m].mean));
        rows.row(whole);
        for (std::size_t i = 0; i < report.parts.size(); ++i) {
            const Ablation& part = report.parts[i];
            const MeasureComparison& change = part.comparison.measures[m];
            std::vector<std::string> row{part.part.parameter + " = " + part.part.off};
            for (const PartFigures& figures : part.quality.parts)
                row.push_back(number(figures.figures[m].mean));
            row.insert(row.end(), {signed_with_interval(change.difference, change.interval),
                                   std::to_string(change.better), std::to_string(change.worse),
                                   number(report.holm[i][m])});
            rows.row(row);
        }
        out << '\n';
        rows.print_markdown(out);
    }
}

void print_json(std::ostream& out, const AblationTable& table) {
    const AblationReport& report = table.report;
    const auto means = [](const Quality& quality) {
        Json parts = Json::object();
        for (const PartFigures& part : quality.parts) {
            for (std::size_t m = 0; m < part.figures.size(); ++m)
                parts[part.part][quality.evaluation.measures[m].name()] = part.figures[m].mean;
        }
        return parts;
    };
    Json json{{"test_set", table.set.name},      {"system", table.system},
              {"seed", table.resampling.seed},   {"resamples", table.resampling.resamples},
              {"level", table.resampling.level}, {"unit", report.whole.by_need ? "need" : "query"},
              {"whole", means(report.whole)},    {"parts", Json::array()}};
    for (std::size_t i = 0; i < report.parts.size(); ++i) {
        const Ablation& part = report.parts[i];
        Json changes = Json::object();
        for (std::size_t m = 0; m < part.comparison.measures.size(); ++m) {
            const MeasureComparison& change = part.comparison.measures[m];
            changes[change.measure.name()] = {{"difference", change.difference}, {"low", change.interval.low},
                                              {"high", change.interval.high},    {"better", change.better},
                                              {"worse", change.worse},           {"p", change.test.p},
                                              {"holm", report.holm[i][m]}};
        }
        json["parts"].push_back({{"parameter", part.part.parameter},
                                 {"off", Json::parse(part.part.off)},
                                 {"meaning", part.part.meaning},
                                 {"means", means(part.quality)},
                                 {"changes", changes}});
    }
    out << json.dump(2) << '\n';
}

}  // namespace m150::bench
