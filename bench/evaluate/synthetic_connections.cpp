#include "bench/evaluate/synthetic_connections.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "bench/evaluate/nobody_knows.hpp"
#include "libm150/match/connect.hpp"

namespace m150::evaluate {

namespace {

constexpr std::size_t proposed = 5;
constexpr std::size_t looked_at = 10;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

PairScores none(std::size_t count) {
    return PairScores(count, std::vector<double>(count, 0.0));
}

std::vector<std::set<int>> neighbours_of(const std::vector<std::pair<int, int>>& contacts,
                                         std::size_t count) {
    std::vector<std::set<int>> met(count);
    for (const auto& [from, to] : contacts) {
        met[at(from)].insert(to);
        met[at(to)].insert(from);
    }
    return met;
}

// Guides of a learner, best first, ties by number; none without a score.
std::vector<int> ranked(const std::vector<double>& scores, int learner) {
    std::vector<int> order;
    for (int guide = 0; at(guide) < scores.size(); ++guide) {
        if (guide != learner && scores[at(guide)] > 0.0) order.push_back(guide);
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return scores[at(a)] > scores[at(b)]; });
    return order;
}

double gain(const SyntheticNetwork& network, int learner, int guide) {
    return std::inner_product(network.needs[at(learner)].begin(), network.needs[at(learner)].end(),
                              network.knows[at(guide)].begin(), 0.0);
}

double best_gain(const SyntheticNetwork& network, int learner) {
    std::vector<double> gains;
    for (int guide = 0; at(guide) < network.knows.size(); ++guide)
        gains.push_back(guide == learner ? 0.0 : gain(network, learner, guide));
    std::sort(gains.rbegin(), gains.rend());
    gains.resize(std::min(proposed, gains.size()));
    return std::accumulate(gains.begin(), gains.end(), 0.0);
}

// What each said of itself last, 0..1, municipality by topic.
std::pair<PairScores, PairScores> self_reports(const SyntheticNetwork& network, const Snapshot& now) {
    const std::size_t topics = now.all<Topic>().size();
    PairScores needs(network.knows.size(), std::vector<double>(topics));
    PairScores offers = needs;
    for (const InventoryResponse* response : now.all<InventoryResponse>()) {
        const std::size_t who = at(now.number_of(response->municipality));
        const std::size_t topic = at(now.number_of(response->topic));
        needs[who][topic] = response->needs / 3.0;
        offers[who][topic] = response->offers / 3.0;
    }
    return {needs, offers};
}

double alike(const Municipality& a, const Municipality& b) {
    const double size = std::abs(std::log(static_cast<double>(a.inhabitants.rbegin()->second) /
                                          static_cast<double>(b.inhabitants.rbegin()->second)));
    const double urbanity = std::abs(a.urbanity.value_or(3) - b.urbanity.value_or(3));
    return (a.province == b.province ? 1.0 : 0.0) + std::exp(-size) + 1.0 - urbanity / 4.0;
}

}  // namespace

PairScores library_scores(const Snapshot& now, const ConnectWeights& weights) {
    const auto count = at(now.graph().municipalities());
    PairScores scores = none(count);
    for (std::size_t learner = 0; learner < count; ++learner) {
        ConnectOptions options;
        options.municipality = now.municipality(static_cast<int>(learner)).id;
        options.limit = 1000;
        options.weights = weights;
        for (const Connection& connection : connect(now, options))
            scores[learner][at(now.number_of(connection.guide))] = connection.score;
    }
    return scores;
}

std::vector<std::pair<std::string, PairScores>> baseline_scores(const SyntheticNetwork& network,
                                                                const Snapshot& now) {
    const std::size_t count = network.knows.size();
    const std::vector<std::set<int>> met = neighbours_of(network.contacts, count);
    std::vector<double> sought(count);
    for (const auto& [from, to] : network.contacts)
        sought[at(to)] += 1.0;
    for (const RoutedQuestion& question : network.known) {
        for (const std::int64_t user : question.answerers)
            sought[static_cast<std::size_t>(user - 1)] += 1.0;
    }
    const auto [needs, offers] = self_reports(network, now);
    PairScores popularity = none(count), common = none(count), adamic = none(count), like = none(count),
               said = none(count);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b) continue;
            popularity[a][b] = sought[b];
            for (const int one : met[a]) {
                if (met[b].count(one) == 0) continue;
                common[a][b] += 1.0;
                adamic[a][b] += 1.0 / std::log(static_cast<double>(met[at(one)].size()));  // at least 2
            }
            like[a][b] = alike(now.municipality(static_cast<int>(a)), now.municipality(static_cast<int>(b)));
            said[a][b] = std::inner_product(needs[a].begin(), needs[a].end(), offers[b].begin(), 0.0);
        }
    }
    return {{"popularity", popularity},
            {"common neighbours", common},
            {"Adamic-Adar", adamic},
            {"alike", like},
            {"self-reports", said}};
}

ConnectionFigures judge_connections(const SyntheticNetwork& network, const PairScores& scores,
                                    bool propose_known) {
    const std::size_t count = network.knows.size();
    const std::vector<std::set<int>> met = neighbours_of(network.contacts, count);
    const std::vector<std::set<int>> later = neighbours_of(network.hidden, count);
    std::vector<std::set<int>> sought(count);  // guides of each learner
    for (const auto& [from, to] : network.hidden)
        sought[at(from)].insert(to);

    std::vector<double> positives, negatives;
    ConnectionFigures figures;
    double learners = 0.0, best = 0.0, reached = 0.0, fresh = 0.0, far = 0.0, proposals = 0.0;
    for (int learner = 0; at(learner) < count; ++learner) {
        const auto& own = scores[at(learner)];
        for (int guide = 0; at(guide) < count; ++guide) {
            if (guide == learner || met[at(learner)].count(guide) > 0) continue;
            if (sought[at(learner)].count(guide) > 0) {
                positives.push_back(own[at(guide)]);
            } else if (later[at(learner)].count(guide) == 0) {
                negatives.push_back(own[at(guide)]);
            }
        }
        const std::vector<int> all = ranked(own, learner);
        std::vector<int> unknown;
        for (const int guide : all) {
            if (met[at(learner)].count(guide) == 0) unknown.push_back(guide);
        }
        if (!sought[at(learner)].empty()) {
            learners += 1.0;
            double hits = 0.0;
            for (std::size_t i = 0; i < std::min(looked_at, unknown.size()); ++i)
                hits += sought[at(learner)].count(unknown[i]) > 0 ? 1.0 : 0.0;
            figures.precision += hits / static_cast<double>(looked_at);
        }
        const std::vector<int>& named = propose_known ? all : unknown;
        best += best_gain(network, learner);
        for (std::size_t i = 0; i < std::min(proposed, named.size()); ++i) {
            const int guide = named[i];
            proposals += 1.0;
            reached += gain(network, learner, guide);
            if (met[at(learner)].count(guide) > 0) continue;
            fresh += 1.0;
            const auto& theirs = met[at(guide)];
            far += std::none_of(met[at(learner)].begin(), met[at(learner)].end(),
                                [&](int one) { return theirs.count(one) > 0; })
                       ? 1.0
                       : 0.0;
        }
    }
    figures.auc = auroc(positives, negatives);
    figures.precision = learners > 0.0 ? figures.precision / learners : 0.0;
    figures.complementarity = best > 0.0 ? reached / best : 0.0;
    figures.novel = proposals > 0.0 ? fresh / proposals : 0.0;
    figures.far = proposals > 0.0 ? far / proposals : 0.0;
    return figures;
}

}  // namespace m150::evaluate
