#include "bench/tune/tune.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "bench/tune/evaluator.hpp"
#include "bench/tune/search.hpp"
#include "libm150/base/error.hpp"

namespace m150::tune {

namespace {

void check(const Objective& objective, const TuneOptions& options) {
    std::vector<Problem> problems;
    const auto in_range = [&](const char* name, std::size_t value, std::size_t low, std::size_t high) {
        if (value >= low && value <= high) return;
        problems.push_back({std::string("tune, ") + name, "is " + std::to_string(value),
                            std::to_string(low) + " to " + std::to_string(high), ""});
    };
    in_range("trials", options.trials, 1, 100000);
    in_range("passes", options.passes, 1, 100);
    in_range("threads", options.threads, 1, 64);
    in_range("inner", options.inner, 1, 1000);
    if (options.outer != 0) in_range("outer", options.outer, 2, 1000);
    if (options.space.dimensions.empty())
        problems.push_back({"tune, space", "names no parameter", "at least one", ""});
    if (options.labels.size() != objective.queries.size()) {
        problems.push_back({"tune, labels", std::to_string(options.labels.size()) + " were given",
                            "one for each of the " + std::to_string(objective.queries.size()) + " queries",
                            ""});
    }
    if (objective.queries.empty())
        problems.push_back({"tune", "there are no queries", "queries with judgements", ""});
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

std::vector<Part> parts_of(const TuneOptions& options, const std::vector<std::string>& labels,
                           std::size_t parts) {
    return options.forward ? parts_by_time(labels, parts) : parts_by_group(labels, parts, options.seed);
}

// Parts of the queries that choose.
std::vector<Part> inner_parts(const TuneOptions& options, const Part& queries) {
    std::vector<std::string> labels;
    std::set<std::string> names;
    for (const std::size_t query : queries) {
        labels.push_back(options.labels[query]);
        names.insert(labels.back().empty() ? "\n" + std::to_string(query) : labels.back());
    }
    const std::size_t count = std::min(options.inner, names.size());
    if (count < 2) return {queries};
    std::vector<Part> parts = parts_of(options, labels, count);
    for (Part& part : parts) {
        for (std::size_t& query : part)
            query = queries[query];
    }
    return parts;
}

// How many evaluations there will be, at most.
std::size_t most_evaluations(const TuneOptions& options, const std::vector<Point>& listed,
                             std::size_t folds) {
    std::size_t search = listed.size();
    if (options.strategy == Strategy::linear) search = 1 + 2 * options.passes;
    if (options.strategy == Strategy::coordinate) {
        search = 1;
        for (const Dimension& dimension : options.space.dimensions)
            search += options.passes * dimension.candidates().size();
    }
    const bool same_points = !listed.empty();
    if (options.one_world && same_points) return search;
    return search * (folds + 1) + (same_points ? 0 : folds);
}

}  // namespace

double mean_of(const std::vector<double>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

double mean_of(const std::vector<double>& values, const Part& part) {
    double sum = 0.0;
    for (const std::size_t query : part)
        sum += values.at(query);
    return part.empty() ? 0.0 : sum / static_cast<double>(part.size());
}

TuneResult tune(const Objective& objective, const TuneOptions& options) {
    check(objective, options);
    const std::vector<Point> listed = listed_points(options);
    std::vector<Fold> folds;
    if (options.outer > 0) {
        const std::vector<Part> parts = parts_of(options, options.labels, options.outer);
        folds = options.forward ? folds_forward(parts) : folds_of(parts);
    }
    Part all(objective.queries.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    Evaluator evaluator(objective, options, most_evaluations(options, listed, folds.size()));
    const auto choose = [&](const Part& queries, std::size_t fold) {
        return Search(evaluator, options, listed, inner_parts(options, queries), fold).choose();
    };
    const auto values_at = [&](const Point& point, const Part& asked, std::size_t fold) {
        return evaluator.values({point}, asked, fold).front();
    };

    TuneResult result;
    const std::vector<double> start = values_at(options.space.point_of(options.start), all, 0);
    std::vector<double> unseen(all.size(), 0.0);
    for (std::size_t f = 0; f < folds.size(); ++f) {
        const Fold& fold = folds[f];
        const Point chosen = choose(fold.train, f + 1);
        const double seen = mean_of(values_at(chosen, fold.train, f + 1), fold.train);
        const std::vector<double> values = values_at(chosen, all, 0);
        result.folds.push_back({fold, chosen, seen, mean_of(values, fold.test), mean_of(start, fold.test)});
        for (const std::size_t query : fold.test)
            unseen[query] = values[query];
        result.measured.insert(result.measured.end(), fold.test.begin(), fold.test.end());
    }
    std::sort(result.measured.begin(), result.measured.end());
    for (const std::size_t query : result.measured) {
        result.unseen.push_back(unseen[query]);
        result.start.push_back(start[query]);
    }
    result.winner = choose(all, 0);
    result.options = options.space.at(options.start, result.winner);
    result.seen = mean_of(values_at(result.winner, all, 0));
    result.trials.assign(evaluator.trials().begin(), evaluator.trials().end());
    return result;
}

}  // namespace m150::tune
