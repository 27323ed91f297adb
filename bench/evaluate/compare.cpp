#include "bench/evaluate/compare.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "libm150/base/text.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t title_bytes = 100;

std::string title_of(const TestDocument& document) {
    for (const std::string* text : {&document.title, &document.text}) {
        if (!text->empty()) return excerpt(*text, title_bytes);
    }
    return document.answers.empty() ? std::string() : excerpt(document.answers.front(), title_bytes);
}

}  // namespace

Comparison compare(const TestSet& set, const std::string& name_a, const Run& a, const std::string& name_b,
                   const Run& b, const std::vector<Measure>& measures, const ResamplingOptions& resampling) {
    Comparison comparison{name_a,
                          name_b,
                          {},
                          evaluate(set.judgements, a, measures),
                          evaluate(set.judgements, b, measures),
                          {},
                          set.has_needs()};
    comparison.queries = comparison.of_a.queries;
    const Clusters clusters = clusters_of(set, comparison.queries);
    std::vector<std::vector<double>> differences(measures.size());
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t q = 0; q < comparison.queries.size(); ++q)
            differences[m].push_back(comparison.of_b.values[m][q] - comparison.of_a.values[m][q]);
    }
    const std::vector<Interval> intervals = bootstrap_means(differences, clusters, resampling);
    std::vector<double> p;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        MeasureComparison one;
        one.measure = measures[m];
        one.a = comparison.of_a.mean(m);
        one.b = comparison.of_b.mean(m);
        one.difference = one.b - one.a;
        one.interval = intervals[m];
        for (const double difference : differences[m]) {
            if (difference > 0) ++one.better;
            if (difference < 0) ++one.worse;
        }
        one.test = randomisation_test(differences[m], clusters, resampling);
        p.push_back(one.test.p);
        comparison.measures.push_back(one);
    }
    const std::vector<double> corrected = holm(p);
    for (std::size_t m = 0; m < measures.size(); ++m)
        comparison.measures[m].holm = corrected[m];
    return comparison;
}

std::vector<QueryChange> largest_changes(const TestSet& set, const Comparison& comparison, const Run& a,
                                         const Run& b, std::size_t measure, std::size_t limit,
                                         std::size_t depth) {
    std::map<std::string, const TestDocument*> documents;
    for (const TestDocument& document : set.documents)
        documents[document.id] = &document;
    std::map<std::string, std::string> texts;
    for (const TestQuery& query : set.queries)
        texts[query.id] = query.text;

    const auto& values_a = comparison.of_a.values.at(measure);
    const auto& values_b = comparison.of_b.values.at(measure);
    std::vector<std::size_t> order(comparison.queries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t q) { return values_a[q] == values_b[q]; });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return std::abs(values_b[x] - values_a[x]) > std::abs(values_b[y] - values_a[y]);
    });
    if (order.size() > limit) order.resize(limit);

    const auto top_of = [&](const Run& run, const std::string& query) {
        std::vector<QueryChange::Shown> shown;
        const auto found = run.find(query);
        if (found == run.end()) return shown;
        const Grades& grades = set.judgements.at(query);
        for (const Ranked& ranked : ranked_by_trec_eval(found->second)) {
            if (shown.size() == depth) break;
            const auto document = documents.find(ranked.document);
            const auto grade = grades.find(ranked.document);
            shown.push_back({ranked.document, document == documents.end() ? "" : title_of(*document->second),
                             grade == grades.end() ? std::nullopt : std::optional<int>(grade->second)});
        }
        return shown;
    };
    std::vector<QueryChange> changes;
    for (const std::size_t q : order) {
        const std::string& id = comparison.queries[q];
        changes.push_back({id, texts[id], values_a[q], values_b[q], top_of(a, id), top_of(b, id)});
    }
    return changes;
}

}  // namespace m150::evaluate
