#include "libm150/match/fusion.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "libm150/match/nearest.hpp"

namespace m150::inline v0 {

namespace {

// Weights as parts of the largest score there can be. What there is nothing to tell from - no topics, no
// place in the semantic space, no vectors from outside - has no part in it, so that scores of such a base
// compare with those of others.
struct Scale {
    Scale(const RankingOptions& by, const std::vector<Contender>& contenders, bool with_topics) {
        const bool with_meaning = std::any_of(contenders.begin(), contenders.end(),
                                              [](const Contender& c) { return c.cosine != 0.0; });
        const bool with_given = std::any_of(contenders.begin(), contenders.end(),
                                            [](const Contender& c) { return c.given != 0.0; });
        const double own = by.words + (with_meaning ? by.cosine : 0.0) + (with_given ? by.given : 0.0);
        const double total = own + by.neighbours + (with_topics ? by.topics : 0.0);
        if (!(own > 0.0)) return;
        words = by.words / total;
        if (with_meaning) cosine = by.cosine / total;
        if (with_given) given = by.given / total;
        neighbours = by.neighbours / own;
        if (with_topics) topics = by.topics / total;
    }
    double words = 0.0;
    double cosine = 0.0;
    double given = 0.0;
    double neighbours = 0.0;  // times what the neighbours score on their own
    double topics = 0.0;
};

double own_score(const Contender& contender, const Scale& scale) {
    return scale.words * contender.words + scale.cosine * std::max(0.0, contender.cosine) +
           scale.given * std::max(0.0, contender.given);
}

std::vector<std::vector<Neighbour>> neighbours_of(const std::vector<Contender>& contenders,
                                                  const RankingOptions& options) {
    if (!(options.neighbours > 0.0)) return std::vector<std::vector<Neighbour>>(contenders.size());
    std::vector<Likeness> items;
    items.reserve(contenders.size());
    for (const Contender& contender : contenders)
        items.push_back({contender.vector, contender.topics});
    return nearest(items, {options.neighbours_asked, options.shared_topic});
}

}  // namespace

std::vector<TopicBelief> believed_topics(const std::vector<Contender>& contenders,
                                         const RankingOptions& options, std::span<const int> known) {
    std::map<int, double> weights;
    if (!known.empty()) {
        for (const int topic : known)
            weights[topic] = 1.0;
    } else {
        const Scale scale(options, contenders, true);
        std::vector<std::size_t> order(contenders.size());
        std::vector<double> own;
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            order[i] = i;
            own.push_back(own_score(contenders[i], scale));
        }
        const std::size_t asked = std::min(order.size(), options.topic_hits);
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(asked), order.end(),
                          [&](std::size_t a, std::size_t b) {
                              return own[a] != own[b] ? own[a] > own[b] : contenders[a].id < contenders[b].id;
                          });
        for (std::size_t i = 0; i < asked && own[order[i]] > 0.0; ++i) {
            const std::vector<int>& topics = contenders[order[i]].topics;
            const double vote = std::pow(own[order[i]] / own[order.front()], options.topic_sharpness);
            for (const int topic : topics)
                weights[topic] += vote / static_cast<double>(topics.size());
        }
    }
    double total = 0.0;
    for (const auto& [topic, weight] : weights)
        total += weight;
    std::vector<TopicBelief> beliefs;
    for (const auto& [topic, weight] : weights)
        beliefs.push_back({topic, weight / total});
    return beliefs;
}

std::vector<Fused> fuse(const std::vector<Contender>& contenders, const std::vector<TopicBelief>& about,
                        const RankingOptions& options) {
    const Scale scale(options, contenders, !about.empty());
    const std::vector<std::vector<Neighbour>> near = neighbours_of(contenders, options);
    std::vector<double> own;
    for (const Contender& contender : contenders)
        own.push_back(own_score(contender, scale));
    std::vector<Fused> result(contenders.size());
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        const Contender& contender = contenders[i];
        Fused& fused = result[i];
        fused.contender = i;
        fused.words = scale.words * contender.words;
        fused.meaning = scale.cosine * std::max(0.0, contender.cosine);
        fused.given = scale.given * std::max(0.0, contender.given);
        fused.score = fused.words + fused.meaning + fused.given;
        fused.neighbours.reserve(near[i].size());
        for (const Neighbour& neighbour : near[i]) {
            const double share = scale.neighbours * neighbour.weight * own[neighbour.item];
            if (share <= 0.0) continue;
            fused.neighbours.push_back({neighbour.item, share});
            fused.score += share;
        }
        for (const TopicBelief& belief : about) {
            const double share = scale.topics * belief.part;
            if (share <= 0.0 ||
                !std::binary_search(contender.topics.begin(), contender.topics.end(), belief.topic)) {
                continue;
            }
            fused.topics.push_back({static_cast<std::size_t>(belief.topic), share});
            fused.score += share;
        }
        if (contender.accepted) fused.accepted = options.accepted_bonus * own[i];
        fused.recent = options.recent_bonus * own[i] *
                       std::exp2(-std::max(0.0, contender.age_days) / options.recent_half_life_days);
        fused.score += fused.accepted + fused.recent;
    }
    std::sort(result.begin(), result.end(), [&](const Fused& a, const Fused& b) {
        return a.score != b.score ? a.score > b.score
                                  : contenders[a.contender].id < contenders[b.contender].id;
    });
    return result;
}

}  // namespace m150::inline v0
