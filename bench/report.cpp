#include "report.hpp"

#include <algorithm>

#include "numbers.hpp"
#include "table.hpp"

namespace m150::bench {

using namespace m150::evaluate;

namespace {

void print_nobody_knows(std::ostream& out, const std::string& system, const NobodyKnows& found) {
    out << "\nnobody knows, " << system << ": " << found.claims
        << " replies, half of them to a base without the need's documents; " << found.helped
        << " helped within " << helpful_within << "\n";
    Table table({"", "confidence", "top score", "constant"});
    table.row({"AUROC", number(found.auroc), number(found.auroc_top_score), number(0.5)});
    table.row({"Brier", number(found.brier), "", number(found.brier_constant)});
    table.row(
        {"ECE, " + std::to_string(found.bins.size()) + " bins of equal mass", number(found.ece), "", ""});
    table.row({"area under risk", number(found.area_under_risk), "",
               number(1.0 - static_cast<double>(found.helped) /
                                static_cast<double>(std::max<std::size_t>(1, found.claims)))});
    table.print(out);
    Table bins({"bin", "replies", "confidence", "helped"});
    for (std::size_t i = 0; i < found.bins.size(); ++i) {
        const CalibrationBin& bin = found.bins[i];
        bins.row(
            {std::to_string(i + 1), std::to_string(bin.claims), number(bin.confidence), number(bin.helped)});
    }
    bins.print(out);
    Table risk({"coverage", "risk", "confidence at least"});
    for (const RiskPoint& point : found.risk)
        risk.row({number(point.coverage, 2), number(point.risk), number(point.threshold)});
    risk.print(out);
}

}  // namespace

std::string unit_of(bool by_need) {
    return by_need ? "need, with all its queries" : "query";
}

void print_table(std::ostream& out, const QualityReport& report) {
    if (report.systems.empty()) return;
    const Quality& first = report.systems.front();
    out << report.set.name << ": " << report.set.documents.size() << " documents, "
        << first.evaluation.queries.size() << " queries with judgements; "
        << number(100 * report.resampling.level, 0) << " % intervals by bootstrap, drawn by "
        << unit_of(first.by_need) << "\n";
    for (std::size_t part = 0; part < first.parts.size(); ++part) {
        out << "\n" << first.parts[part].part << ", " << first.parts[part].rows.size() << " queries\n";
        std::vector<std::string> head{""};
        for (const Quality& quality : report.systems)
            head.push_back(quality.system);
        Table table(head);
        for (std::size_t m = 0; m < report.measures.size(); ++m) {
            std::vector<std::string> row{report.measures[m].name()};
            for (const Quality& quality : report.systems) {
                const Figure& figure = quality.parts[part].figures[m];
                row.push_back(with_interval(figure.mean, figure.interval));
            }
            table.row(row);
        }
        table.print(out);
    }
    for (const auto& [system, found] : report.nobody_knows)
        print_nobody_knows(out, system, found);
    if (!report.per_query) return;
    for (const Quality& quality : report.systems) {
        out << "\n" << quality.system << "\n";
        std::vector<std::string> head{"query"};
        for (const Measure& measure : report.measures)
            head.push_back(measure.name());
        Table table(head);
        for (std::size_t q = 0; q < quality.evaluation.queries.size(); ++q) {
            std::vector<std::string> row{quality.evaluation.queries[q]};
            for (const auto& values : quality.evaluation.values)
                row.push_back(number(values[q]));
            table.row(row);
        }
        table.print(out);
    }
}

void print_table(std::ostream& out, const ComparisonReport& report) {
    const Comparison& comparison = report.comparison;
    const bool exact = std::all_of(comparison.measures.begin(), comparison.measures.end(),
                                   [](const MeasureComparison& one) { return one.test.exact; });
    out << report.set.name << ": " << comparison.queries.size() << " queries with judgements\n"
        << "A " << comparison.a << "\nB " << comparison.b << "\n"
        << "difference: B less A, with its " << number(100 * report.resampling.level, 0)
        << " % interval by bootstrap; p: paired randomisation test, "
        << (exact ? "exact" : "of " + std::to_string(report.resampling.resamples) + " turnings")
        << ", and after Holm's correction; both by " << unit_of(comparison.by_need) << "\n\n";
    Table table({"", "A", "B", "difference", "B better", "worse", "same", "p", "Holm"});
    for (const MeasureComparison& one : comparison.measures) {
        table.row({one.measure.name(), number(one.a), number(one.b),
                   signed_with_interval(one.difference, one.interval), std::to_string(one.better),
                   std::to_string(one.worse),
                   std::to_string(comparison.queries.size() - one.better - one.worse), number(one.test.p),
                   number(one.holm)});
    }
    table.print(out);
    if (!report.changes.empty())
        out << "\nchanged most on " << comparison.measures.front().measure.name() << "\n";
    for (const QueryChange& change : report.changes) {
        out << "\n"
            << number(change.a) << " -> " << number(change.b) << "  " << change.query << "  " << change.text
            << "\n";
        for (const auto& [name, top] : {std::pair{"A", &change.top_a}, std::pair{"B", &change.top_b}}) {
            for (const QueryChange::Shown& shown : *top) {
                out << "  " << name << "  " << (shown.grade ? std::to_string(*shown.grade) : "-") << "  "
                    << shown.document << "  " << shown.title << "\n";
            }
        }
    }
    if (!report.per_query) return;
    out << "\n";
    std::vector<std::string> head{"query"};
    for (const MeasureComparison& one : comparison.measures)
        head.push_back(one.measure.name());
    Table queries(head);
    for (std::size_t q = 0; q < comparison.queries.size(); ++q) {
        std::vector<std::string> row{comparison.queries[q]};
        for (std::size_t m = 0; m < comparison.measures.size(); ++m)
            row.push_back(signed_number(comparison.of_b.values[m][q] - comparison.of_a.values[m][q]));
        queries.row(row);
    }
    queries.print(out);
}

}  // namespace m150::bench
