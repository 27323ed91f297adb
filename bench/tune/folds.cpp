#include "bench/tune/folds.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {

namespace {

// Queries by what they hang together with, in ascending order of label; those without a label at the end.
std::vector<Part> clusters(const std::vector<std::string>& labels) {
    std::map<std::string, Part> named;
    std::vector<Part> result;
    std::vector<Part> alone;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].empty()) {
            alone.push_back({i});
        } else {
            named[labels[i]].push_back(i);
        }
    }
    for (auto& [label, part] : named)
        result.push_back(std::move(part));
    result.insert(result.end(), alone.begin(), alone.end());
    return result;
}

void require(std::size_t clusters, std::size_t parts) {
    if (parts >= 2 && clusters >= parts) return;
    throw InvalidInput({"folds",
                        std::to_string(parts) + " parts were asked for of queries that form " +
                            std::to_string(clusters) + " groups",
                        "2 parts or more, and a group at least for each",
                        "take fewer folds, or more queries"});
}

}  // namespace

std::vector<Part> parts_by_group(const std::vector<std::string>& labels, std::size_t parts,
                                 std::uint64_t seed) {
    std::vector<Part> groups = clusters(labels);
    require(groups.size(), parts);
    Random(seed, "folds").shuffle(groups);
    // Large groups first, each to the part that has least: then parts differ little in size.
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Part& a, const Part& b) { return a.size() > b.size(); });
    std::vector<Part> result(parts);
    for (const Part& group : groups) {
        Part& least = *std::min_element(result.begin(), result.end(),
                                        [](const Part& a, const Part& b) { return a.size() < b.size(); });
        least.insert(least.end(), group.begin(), group.end());
    }
    for (Part& part : result)
        std::sort(part.begin(), part.end());
    return result;
}

std::vector<Part> parts_by_time(const std::vector<std::string>& labels, std::size_t parts) {
    const auto undated = std::find(labels.begin(), labels.end(), std::string());
    if (undated != labels.end()) {
        throw InvalidInput({"folds", "a query has no date", "a date for every query", ""});
    }
    const std::vector<Part> days = clusters(labels);
    require(days.size(), parts);
    std::vector<Part> result;
    std::size_t done = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        // A part is full when it has its share of what was left for it and those after it, and has to end
        // when there is but a day for each part to come.
        const std::size_t left = labels.size() - done + (result.empty() ? 0 : result.back().size());
        const bool full = !result.empty() && result.size() < parts &&
                          (result.back().size() * (parts - result.size() + 1) >= left ||
                           days.size() - i <= parts - result.size());
        if (result.empty() || full) result.emplace_back();
        result.back().insert(result.back().end(), days[i].begin(), days[i].end());
        done += days[i].size();
    }
    for (Part& part : result)
        std::sort(part.begin(), part.end());
    return result;
}

std::vector<Fold> folds_of(const std::vector<Part>& parts) {
    std::vector<Fold> folds;
    for (const Part& test : parts) {
        Fold& fold = folds.emplace_back();
        fold.test = test;
        for (const Part& other : parts) {
            if (&other != &test) fold.train.insert(fold.train.end(), other.begin(), other.end());
        }
        std::sort(fold.train.begin(), fold.train.end());
    }
    return folds;
}

std::vector<Fold> folds_forward(const std::vector<Part>& parts) {
    std::vector<Fold> folds;
    Part before;
    for (const Part& part : parts) {
        if (!before.empty()) folds.push_back({before, part});
        before.insert(before.end(), part.begin(), part.end());
        std::sort(before.begin(), before.end());
    }
    return folds;
}

}  // namespace m150::tune
