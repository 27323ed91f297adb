#include "bench/evaluate/quality.hpp"

#include <algorithm>
#include <map>

namespace m150::evaluate {

namespace {

double mean_over(const std::vector<double>& values, const std::vector<std::size_t>& rows) {
    double sum = 0.0;
    for (const std::size_t row : rows)
        sum += values[row];
    return rows.empty() ? 0.0 : sum / static_cast<double>(rows.size());
}

std::string several(std::size_t count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

}  // namespace

Quality quality_of(const TestSet& set, const std::string& system, const Run& run,
                   const std::vector<Measure>& measures) {
    Quality quality{system, evaluate(set.judgements, run, measures), {}};
    std::map<std::string, std::string> part_of;
    quality.parts.push_back({"all", {}, {}});
    for (const TestQuery& query : set.queries) {
        part_of[query.id] = query.part;
        const bool known = std::any_of(quality.parts.begin(), quality.parts.end(),
                                       [&](const PartFigures& part) { return part.part == query.part; });
        if (!query.part.empty() && !known) quality.parts.push_back({query.part, {}, {}});
    }
    for (std::size_t row = 0; row < quality.evaluation.queries.size(); ++row) {
        const std::string& own = part_of[quality.evaluation.queries[row]];
        for (PartFigures& part : quality.parts) {
            if (part.part == "all" || part.part == own) part.rows.push_back(row);
        }
    }
    for (PartFigures& part : quality.parts) {
        for (const auto& values : quality.evaluation.values)
            part.means.push_back(mean_over(values, part.rows));
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
    remark(evaluation.missing.size(), "judged query found nothing and counts as 0",
           "judged queries found nothing and count as 0", first(evaluation.missing));
    remark(evaluation.nothing_relevant.size(), "judged query has nothing relevant and counts as 0",
           "judged queries have nothing relevant and count as 0", first(evaluation.nothing_relevant));
    return remarks;
}

}  // namespace m150::evaluate
