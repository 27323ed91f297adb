#include <nlohmann/json.hpp>

#include "report.hpp"

namespace m150::bench {

using namespace m150::evaluate;
using Json = nlohmann::ordered_json;

namespace {

Json json_of(const TestSet& set, const std::vector<std::string>& judged) {
    return {{"name", set.name}, {"documents", set.documents.size()}, {"judged_queries", judged.size()}};
}

Json json_of(const ResamplingOptions& options, bool by_need) {
    return {{"seed", options.seed},
            {"resamples", options.resamples},
            {"level", options.level},
            {"unit", by_need ? "need" : "query"}};
}

// Whoever draws a curve wants its columns.
Json json_of(const std::vector<RiskPoint>& curve) {
    Json json{{"coverage", Json::array()}, {"risk", Json::array()}, {"threshold", Json::array()}};
    for (const RiskPoint& point : curve) {
        json["coverage"].push_back(point.coverage);
        json["risk"].push_back(point.risk);
        json["threshold"].push_back(point.threshold);
    }
    return json;
}

Json json_of(const NobodyKnows& found) {
    Json json{{"replies", found.claims},
              {"helped", found.helped},
              {"helpful_within", helpful_within},
              {"auroc", found.auroc},
              {"auroc_top_score", found.auroc_top_score},
              {"brier", found.brier},
              {"brier_constant", found.brier_constant},
              {"ece", found.ece},
              {"area_under_risk", found.area_under_risk},
              {"bins", Json::array()},
              {"risk", Json::array()}};
    for (const CalibrationBin& bin : found.bins)
        json["bins"].push_back(
            {{"replies", bin.claims}, {"confidence", bin.confidence}, {"helped", bin.helped}});
    for (const RiskPoint& point : found.risk)
        json["risk"].push_back(
            {{"coverage", point.coverage}, {"risk", point.risk}, {"threshold", point.threshold}});
    json["curve"] = json_of(found.curve);
    json["curve_top_score"] = json_of(found.curve_top_score);
    return json;
}

Json json_of(const Quality& quality, bool per_query) {
    const Evaluation& evaluation = quality.evaluation;
    Json json{{"system", quality.system},
              {"unjudged", evaluation.unjudged},
              {"missing", evaluation.missing},
              {"nothing_relevant", evaluation.nothing_relevant},
              {"parts", Json::array()}};
    for (const PartFigures& part : quality.parts) {
        Json measures = Json::object();
        for (std::size_t m = 0; m < part.figures.size(); ++m) {
            const Figure& figure = part.figures[m];
            measures[evaluation.measures[m].name()] = {
                {"mean", figure.mean}, {"low", figure.interval.low}, {"high", figure.interval.high}};
        }
        json["parts"].push_back({{"part", part.part}, {"queries", part.rows.size()}, {"measures", measures}});
    }
    if (!per_query) return json;
    json["queries"] = Json::object();
    for (std::size_t q = 0; q < evaluation.queries.size(); ++q) {
        Json& own = json["queries"][evaluation.queries[q]];
        for (std::size_t m = 0; m < evaluation.measures.size(); ++m)
            own[evaluation.measures[m].name()] = evaluation.values[m][q];
    }
    return json;
}

Json json_of(const std::vector<QueryChange::Shown>& top) {
    Json json = Json::array();
    for (const QueryChange::Shown& shown : top) {
        json.push_back({{"document", shown.document},
                        {"title", shown.title},
                        {"grade", shown.grade ? Json(*shown.grade) : Json(nullptr)}});
    }
    return json;
}

}  // namespace

void print_json(std::ostream& out, const QualityReport& report) {
    const bool any = !report.systems.empty();
    Json json{{"test_set", json_of(report.set, any ? report.systems.front().evaluation.queries
                                                   : std::vector<std::string>())},
              {"resampling", json_of(report.resampling, any && report.systems.front().by_need)},
              {"systems", Json::array()}};
    for (const Quality& quality : report.systems) {
        Json& own = json["systems"].emplace_back(json_of(quality, report.per_query));
        for (const auto& [system, found] : report.nobody_knows) {
            if (system == quality.system) own["nobody_knows"] = json_of(found);
        }
    }
    out << json.dump(2) << '\n';
}

void print_json(std::ostream& out, const ComparisonReport& report) {
    const Comparison& comparison = report.comparison;
    Json json{{"test_set", json_of(report.set, comparison.queries)},
              {"resampling", json_of(report.resampling, comparison.by_need)},
              {"a", comparison.a},
              {"b", comparison.b},
              {"measures", Json::object()},
              {"changes", Json::array()}};
    for (const MeasureComparison& one : comparison.measures) {
        json["measures"][one.measure.name()] = {{"a", one.a},
                                                {"b", one.b},
                                                {"difference", one.difference},
                                                {"low", one.interval.low},
                                                {"high", one.interval.high},
                                                {"better", one.better},
                                                {"worse", one.worse},
                                                {"p", one.test.p},
                                                {"exact", one.test.exact},
                                                {"holm", one.holm}};
    }
    for (const QueryChange& change : report.changes) {
        json["changes"].push_back({{"query", change.query},
                                   {"text", change.text},
                                   {"a", change.a},
                                   {"b", change.b},
                                   {"top_a", json_of(change.top_a)},
                                   {"top_b", json_of(change.top_b)}});
    }
    if (report.per_query) {
        json["queries"] = Json::object();
        for (std::size_t q = 0; q < comparison.queries.size(); ++q) {
            Json& own = json["queries"][comparison.queries[q]];
            for (std::size_t m = 0; m < comparison.measures.size(); ++m) {
                own[comparison.measures[m].measure.name()] = {{"a", comparison.of_a.values[m][q]},
                                                              {"b", comparison.of_b.values[m][q]}};
            }
        }
    }
    out << json.dump(2) << '\n';
}

}  // namespace m150::bench
