#include "bench/evaluate/quality.hpp"

#include <algorithm>
#include <map>

namespace m150::evaluate {

namespace {

template <class Item>
std::vector<Item> rows_of(const std::vector<Item>& items, const std::vector<std::size_t>& rows) {
    std::vector<Item> chosen;
    for (const std::size_t row : rows)
        chosen.push_back(items[row]);
    return chosen;
}

std::string several(std::size_t count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

}  // namespace

Clusters clusters_of(const TestSet& set, const std::vector<std::string>& queries) {
    std::map<std::string, std::string> need_of;
    for (const TestQuery& query : set.queries)
        need_of[query.id] = query.need;
    std::vector<std::string> needs;
    for (const std::string& query : queries)
        needs.push_back(need_of[query]);
    return Clusters::named(needs);
}

Quality quality_of(const TestSet& set, const std::string& system, const Run& run,
                   const std::vector<Measure>& measures, const ResamplingOptions& resampling) {
    Quality quality{system, evaluate(set.judgements, run, measures), {}, set.has_needs()};
    const Evaluation& evaluation = quality.evaluation;
    std::map<std::string, std::string> part_of;
    quality.parts.push_back({"all", {}, {}});
    for (const TestQuery& query : set.queries) {
        part_of[query.id] = query.part;
        const bool known = std::any_of(quality.parts.begin(), quality.parts.end(),
                                       [&](const PartFigures& part) { return part.part == query.part; });
        if (!query.part.empty() && !known) quality.parts.push_back({query.part, {}, {}});
    }
    for (std::size_t row = 0; row < evaluation.queries.size(); ++row) {
        const std::string& own = part_of[evaluation.queries[row]];
        for (PartFigures& part : quality.parts) {
            if (part.part == "all" || part.part == own) part.rows.push_back(row);
        }
    }
    for (PartFigures& part : quality.parts) {
        Evaluation own;
        own.queries = rows_of(evaluation.queries, part.rows);
        for (const auto& values : evaluation.values)
            own.values.push_back(rows_of(values, part.rows));
        const auto intervals = bootstrap_means(own.values, clusters_of(set, own.queries), resampling);
        for (std::size_t m = 0; m < measures.size(); ++m)
            part.figures.push_back({own.mean(m), intervals[m]});
    }
    return quality;
}

std::vector<std::string> remarks_on(const Quality& quality) {
    std::vector<std::string> remarks;
    const Evaluation& evaluation = quality.evaluation;
    const auto remark = [&](std::size_t count, const char* one, const char* more,
                            const std::string& example) {
        if (count > 0)
            remarks.push_back(quality.system + ": " + several(count, one, more) + ", the first " + example);
    };
    const auto first = [](const std::vector<std::string>& list) { return list.empty() ? "" : list.front(); };
    remark(evaluation.unjudged.size(), "query of the run has no judgements and is in no figure",
           "queries of the run have no judgements and are in no figure", first(evaluation.unjudged));
    remark(evaluation.missing.size(), "judged query is not in the run and counts as 0",
           "judged queries are not in the run and count as 0", first(evaluation.missing));
    remark(evaluation.nothing_relevant.size(), "judged query has nothing relevant and counts as 0",
           "judged queries have nothing relevant and count as 0", first(evaluation.nothing_relevant));
    return remarks;
}

}  // namespace m150::evaluate
