#include "report_tune.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "numbers.hpp"
#include "table.hpp"

namespace m150::bench {

using namespace m150::evaluate;
using namespace m150::tune;
using Json = nlohmann::ordered_json;

namespace {

std::string text_of(const SearchSpace& space, const Point& point) {
    std::string text;
    for (std::size_t d = 0; d < point.size(); ++d)
        text += (d == 0 ? "" : ", ") + space.dimensions[d].parameter + " " + parameter_text(point[d]);
    return text;
}

Json json_of(const SearchSpace& space, const Point& point) {
    Json json = Json::object();
    for (std::size_t d = 0; d < point.size(); ++d) {
        json[space.dimensions[d].parameter] =
            std::visit([](const auto& value) { return Json(value); }, point[d]);
    }
    return json;
}

struct Verdict {
    Interval unseen;      // of the mean
    Interval difference;  // of unseen less start
    TestResult test;
};

Verdict verdict_of(const TuneReport& report) {
    const TuneResult& result = report.result;
    std::vector<std::string> names;
    std::vector<double> differences;
    for (std::size_t i = 0; i < result.measured.size(); ++i) {
        names.push_back(report.clusters.at(result.measured[i]));
        differences.push_back(result.unseen[i] - result.start[i]);
    }
    const Clusters clusters = Clusters::named(names);
    const auto intervals = bootstrap_means({result.unseen, differences}, clusters, report.resampling);
    return {intervals[0], intervals[1], randomisation_test(differences, clusters, report.resampling)};
}

const char* name_of(Strategy strategy) {
    switch (strategy) {
        case Strategy::grid:
            return "grid";
        case Strategy::random:
            return "random";
        case Strategy::coordinate:
            return "coordinate";
        case Strategy::linear:
            break;
    }
    return "linear";
}

double start_of(const ConfidenceReport& report, const std::string& parameter) {
    return std::get<double>(get_parameter(report.start, parameter));
}

Json json_of(const NobodyKnows& found) {
    Json json{{"auroc", found.auroc}, {"ece", found.ece}, {"brier", found.brier}, {"bins", Json::array()}};
    for (const CalibrationBin& bin : found.bins)
        json["bins"].push_back(
            {{"replies", bin.claims}, {"confidence", bin.confidence}, {"helped", bin.helped}});
    return json;
}

}  // namespace

void print_table(std::ostream& out, const TuneReport& report) {
    const TuneResult& result = report.result;
    const SearchSpace& space = report.options.space;
    out << report.objective.measures.front() << " over " << report.objective.queries.size() << " queries, "
        << result.trials.size() << " trials, " << name_of(report.options.strategy) << "\n";
    for (std::size_t f = 0; f < result.folds.size(); ++f) {
        const FoldResult& fold = result.folds[f];
        out << "fold " << f + 1 << ": " << number(fold.unseen) << " (start " << number(fold.start)
            << ", where chosen " << number(fold.seen) << ") by " << text_of(space, fold.chosen) << '\n';
    }
    if (!result.folds.empty()) {
        const Verdict verdict = verdict_of(report);
        const double gain = mean_of(result.unseen) - mean_of(result.start);
        out << "start:   " << number(mean_of(result.start)) << '\n'
            << "chosen:  " << with_interval(mean_of(result.unseen), verdict.unseen)
            << ", each query by what was chosen without it\n"
            << "gain:    " << signed_with_interval(gain, verdict.difference) << ", p "
            << number(verdict.test.p) << '\n';
    }
    out << "winner:  " << text_of(space, result.winner) << "\n         " << number(result.seen)
        << " on the queries that chose it, which flatters\n";
    if (!report.per_query) return;
    Table queries({"query", "start", "chosen"});
    for (std::size_t i = 0; i < result.measured.size(); ++i) {
        queries.row({report.objective.queries[result.measured[i]], number(result.start[i]),
                     number(result.unseen[i])});
    }
    queries.print(out);
}

void print_json(std::ostream& out, const TuneReport& report) {
    const TuneResult& result = report.result;
    const SearchSpace& space = report.options.space;
    Json json{{"measure", report.objective.measures.front()},
              {"queries", report.objective.queries.size()},
              {"strategy", name_of(report.options.strategy)},
              {"trials", result.trials.size()},
              {"seed", report.options.seed},
              {"one_world", report.options.one_world},
              {"data", report.objective.data},
              {"versions", report.objective.versions},
              {"folds", Json::array()}};
    for (const FoldResult& fold : result.folds) {
        json["folds"].push_back({{"queries", fold.fold.test.size()},
                                 {"chosen", json_of(space, fold.chosen)},
                                 {"unseen", fold.unseen},
                                 {"start", fold.start},
                                 {"seen", fold.seen}});
    }
    if (!result.folds.empty()) {
        const Verdict verdict = verdict_of(report);
        json["start"] = mean_of(result.start);
        json["unseen"] = {
            {"mean", mean_of(result.unseen)}, {"low", verdict.unseen.low}, {"high", verdict.unseen.high}};
        json["gain"] = {{"mean", mean_of(result.unseen) - mean_of(result.start)},
                        {"low", verdict.difference.low},
                        {"high", verdict.difference.high},
                        {"p", verdict.test.p}};
    }
    json["winner"] = {{"parameters", json_of(space, result.winner)}, {"seen", result.seen}};
    for (std::size_t i = 0; report.per_query && i < result.measured.size(); ++i) {
        json["per_query"][report.objective.queries[result.measured[i]]] = {{"start", result.start[i]},
                                                                           {"unseen", result.unseen[i]}};
    }
    out << json.dump(2) << '\n';
}

void print_table(std::ostream& out, const ConfidenceReport& report) {
    const ConfidenceFit& fit = report.fit;
    out << report.set.name << ": " << fit.start.claims
        << " replies, half of them to a base without the need's documents; " << fit.start.helped
        << " helped within " << helpful_within << "\n";
    Table figures({"", "AUROC", "ECE", "Brier"});
    const auto row = [&](const std::string& name, const NobodyKnows& found) {
        figures.row({name, number(found.auroc), number(found.ece), number(found.brier)});
    };
    row("start", fit.start);
    row("fitted, each reply by what was fitted without it", fit.unseen);
    row("fitted, to the replies it is measured on, which flatters", fit.seen);
    figures.row({"top score; for Brier always the part that helped", number(fit.start.auroc_top_score), "",
                 number(fit.start.brier_constant)});
    figures.print(out);
    out << '\n';
    Table coefficients({"coefficient", "start", "fitted", "least of the folds", "most"});
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        std::vector<double> folds;
        for (const std::vector<double>& one : fit.by_fold)
            folds.push_back(one[i]);
        const auto [least, most] = std::minmax_element(folds.begin(), folds.end());
        const std::string& name = confidence_parameters()[i];
        coefficients.row({name, parameter_text(start_of(report, name)), parameter_text(fit.coefficients[i]),
                          parameter_text(*least), parameter_text(*most)});
    }
    coefficients.print(out);
    out << "\nbins of equal mass, each reply by what was fitted without it\n";
    Table bins({"bin", "replies", "confidence", "helped"});
    for (std::size_t i = 0; i < fit.unseen.bins.size(); ++i) {
        const CalibrationBin& bin = fit.unseen.bins[i];
        bins.row(
            {std::to_string(i + 1), std::to_string(bin.claims), number(bin.confidence), number(bin.helped)});
    }
    bins.print(out);
}

void print_json(std::ostream& out, const ConfidenceReport& report) {
    const ConfidenceFit& fit = report.fit;
    Json json{
        {"test_set", report.set.name},      {"replies", fit.start.claims},   {"helped", fit.start.helped},
        {"helpful_within", helpful_within}, {"seed", report.seed},           {"data", report.data},
        {"versions", report.versions},      {"start", json_of(fit.start)},   {"unseen", json_of(fit.unseen)},
        {"seen", json_of(fit.seen)},        {"coefficients", Json::object()}};
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        const std::string& name = confidence_parameters()[i];
        Json& one = json["coefficients"][name];
        one = {{"start", start_of(report, name)}, {"fitted", fit.coefficients[i]}, {"folds", Json::array()}};
        for (const std::vector<double>& fold : fit.by_fold)
            one["folds"].push_back(fold[i]);
    }
    out << json.dump(2) << '\n';
}

}  // namespace m150::bench
