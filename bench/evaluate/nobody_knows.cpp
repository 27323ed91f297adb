#include "bench/evaluate/nobody_knows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/match/ask.hpp"

namespace m150::evaluate {

namespace {

Claim claim_of(const Snapshot& now, const TestQuery& query, const Grades& grades, bool answerable) {
    Claim claim;
    claim.answerable = answerable;
    int highest = 1;
    for (const auto& [document, grade] : grades)
        highest = std::max(highest, grade);
    const std::vector<Ranked> found = ask_snapshot(now, query.text, AskOptions().limit, claim.confidence);
    if (!found.empty()) claim.top_score = found.front().score;
    for (std::size_t i = 0; i < std::min(helpful_within, found.size()); ++i) {
        const auto grade = grades.find(found[i].document);
        claim.helped = claim.helped || (grade != grades.end() && grade->second == highest);
    }
    return claim;
}

// Indices of the claims, the lowest value first; equals in their order.
std::vector<std::size_t> ascending(const std::vector<Claim>& claims, double Claim::*value) {
    std::vector<std::size_t> order(claims.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return claims[a].*value < claims[b].*value; });
    return order;
}

void calibrate(const std::vector<Claim>& claims, std::size_t bins, NobodyKnows& result) {
    const auto order = ascending(claims, &Claim::confidence);
    const auto all = static_cast<double>(claims.size());
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const std::size_t begin = bin * claims.size() / bins;
        const std::size_t end = (bin + 1) * claims.size() / bins;
        if (begin == end) continue;
        CalibrationBin own;
        own.claims = end - begin;
        for (std::size_t i = begin; i < end; ++i) {
            own.confidence += claims[order[i]].confidence;
            own.helped += claims[order[i]].helped ? 1.0 : 0.0;
        }
        own.confidence /= static_cast<double>(own.claims);
        own.helped /= static_cast<double>(own.claims);
        result.ece += std::abs(own.confidence - own.helped) * static_cast<double>(own.claims) / all;
        result.bins.push_back(own);
    }
    const double part = static_cast<double>(result.helped) / all;
    for (const Claim& claim : claims) {
        const double outcome = claim.helped ? 1.0 : 0.0;
        result.brier += (claim.confidence - outcome) * (claim.confidence - outcome) / all;
        result.brier_constant += (part - outcome) * (part - outcome) / all;
    }
}

void trade_off(const std::vector<Claim>& claims, NobodyKnows& result) {
    auto order = ascending(claims, &Claim::confidence);
    std::reverse(order.begin(), order.end());
    std::size_t wrong = 0;
    std::size_t tenth = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!claims[order[i]].helped) ++wrong;
        const double risk = static_cast<double>(wrong) / static_cast<double>(i + 1);
        result.area_under_risk += risk / static_cast<double>(order.size());
        // The first point at or past each tenth.
        if ((i + 1) * 10 >= tenth * order.size()) {
            result.risk.push_back({static_cast<double>(i + 1) / static_cast<double>(order.size()), risk,
                                   claims[order[i]].confidence});
            while ((i + 1) * 10 >= tenth * order.size())
                ++tenth;
        }
    }
}

}  // namespace

double auroc(const std::vector<double>& positives, const std::vector<double>& negatives) {
    if (positives.empty() || negatives.empty()) return 0.5;
    std::vector<double> sorted = negatives;
    std::sort(sorted.begin(), sorted.end());
    double wins = 0.0;
    for (const double value : positives) {
        const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
        wins += static_cast<double>(first - sorted.begin()) + 0.5 * static_cast<double>(last - first);
    }
    return wins / (static_cast<double>(positives.size()) * static_cast<double>(negatives.size()));
}

std::vector<Claim> ask_with_and_without(const TestSet& set, const LibraryOptions& options) {
    return std::move(ask_with_and_without(set, options, {options.knowledge_base}).front());
}

std::vector<std::vector<Claim>> ask_with_and_without(
    const TestSet& set, const LibraryOptions& options,
    const std::vector<KnowledgeBaseOptions>& configurations) {
    if (!set.has_needs()) {
        throw InvalidInput({"test set " + set.name, "has no needs, so nothing can be taken out for a query",
                            "a set with needs, such as corpus", ""});
    }
    TestBase base(set, options);
    std::map<std::string, std::vector<const TestDocument*>> documents;
    for (const TestDocument& document : set.documents)
        documents[document.need].push_back(&document);
    std::map<std::string, std::vector<std::size_t>> queries;
    for (std::size_t q = 0; q < set.queries.size(); ++q)
        queries[set.queries[q].need].push_back(q);
    std::vector<std::vector<Claim>> claims(configurations.size(), std::vector<Claim>(2 * set.queries.size()));
    const auto ask_these = [&](const std::vector<std::size_t>& numbers, bool answerable) {
        for (std::size_t c = 0; c < configurations.size(); ++c) {
            const Snapshot now = base.snapshot(configurations[c]);
            for (const std::size_t q : numbers) {
                const TestQuery& query = set.queries[q];
                claims[c][2 * q + (answerable ? 0 : 1)] =
                    claim_of(now, query, set.judgements.at(query.id), answerable);
            }
        }
    };
    std::vector<std::size_t> all(set.queries.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    ask_these(all, true);
    for (const auto& [need, numbers] : queries) {
        base.remove(documents[need]);
        ask_these(numbers, false);
        base.add(documents[need]);
    }
    return claims;
}

std::vector<RiskPoint> risk_curve(const std::vector<Claim>& claims, double Claim::*value) {
    const std::vector<std::size_t> order = ascending(claims, value);
    std::vector<RiskPoint> curve;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Claim& claim = claims[order[order.size() - 1 - i]];
        if (!claim.helped) ++wrong;
        const bool more = i + 1 < order.size() && claims[order[order.size() - 2 - i]].*value == claim.*value;
        if (more) continue;
        const auto answered = static_cast<double>(i + 1);
        curve.push_back({answered / static_cast<double>(order.size()), static_cast<double>(wrong) / answered,
                         claim.*value});
    }
    return curve;
}

NobodyKnows nobody_knows(const std::vector<Claim>& claims, std::size_t bins) {
    NobodyKnows result;
    result.claims = claims.size();
    if (claims.empty() || bins == 0) return result;
    std::vector<double> confident, doubtful, high, low;
    for (const Claim& claim : claims) {
        (claim.answerable ? confident : doubtful).push_back(claim.confidence);
        (claim.answerable ? high : low).push_back(claim.top_score);
        if (claim.helped) ++result.helped;
    }
    result.auroc = auroc(confident, doubtful);
    result.auroc_top_score = auroc(high, low);
    calibrate(claims, bins, result);
    trade_off(claims, result);
    result.curve = risk_curve(claims, &Claim::confidence);
    result.curve_top_score = risk_curve(claims, &Claim::top_score);
    return result;
}

}  // namespace m150::evaluate
