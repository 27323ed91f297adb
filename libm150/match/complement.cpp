#include "libm150/match/complement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "libm150/match/inputs.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t most_topics_listed = 3;

void check_weights(const Snapshot& now, const ConnectWeights& weights) {
    Inputs inputs(now, "connect weights");
    constexpr double high = 1000.0;
    inputs.in_range("need", weights.need, 0, high);
    inputs.in_range("mutual", weights.mutual, 0, high);
    inputs.in_range("alike", weights.alike, 0, high);
    inputs.in_range("near", weights.near, 0, high);
    inputs.in_range("known", weights.known, 0, 1);
    inputs.throw_if_any();
}

}  // namespace

Complement::Complement(const Snapshot& now, const ConnectWeights& weights,
                       const std::vector<Id<Topic>>& topics)
    : now_(now), weights_(weights), municipalities_(static_cast<std::size_t>(now.graph().municipalities())) {
    check_weights(now, weights);
    const ExpertiseGraph& graph = now_.graph();
    if (topics.empty()) {
        topics_.resize(static_cast<std::size_t>(graph.topics()));
        std::iota(topics_.begin(), topics_.end(), 0);
    } else {
        for (const Id<Topic>& topic : topics)
            topics_.push_back(now_.number_of(topic));
        std::sort(topics_.begin(), topics_.end());
        topics_.erase(std::unique(topics_.begin(), topics_.end()), topics_.end());
    }
    for (std::size_t m = 0; m < municipalities_; ++m) {
        for (const int topic : topics_) {
            needs_.push_back(graph.demand(static_cast<int>(m), topic));
            knows_.push_back(graph.spread_expertise(static_cast<int>(m), topic));
        }
        const auto inhabitants = inhabitants_in(now_.municipality(static_cast<int>(m)), now_.today().year());
        size_.push_back(inhabitants && *inhabitants > 0 ? std::log(static_cast<double>(*inhabitants))
                                                        : std::numeric_limits<double>::quiet_NaN());
    }
    contacts_.assign(municipalities_ * municipalities_, 0.0);
    for (const Contact* contact : now_.all<Contact>()) {
        const int a = now_.number_of(contact->from);
        const int b = now_.number_of(contact->to);
        if (a < 0 || b < 0) continue;
        const double fresh =
            std::exp2(-days_between(contact->date, now_.today()) / graph.options().half_life_days);
        for (const auto& [x, y] : {std::pair(a, b), std::pair(b, a)}) {
            double& kept =
                contacts_[static_cast<std::size_t>(x) * municipalities_ + static_cast<std::size_t>(y)];
            kept = std::max(kept, fresh);
        }
    }
}

double Complement::match(int learner, int guide) const {
    const std::size_t width = topics_.size();
    const double* need = needs_.data() + static_cast<std::size_t>(learner) * width;
    const double* knows = knows_.data() + static_cast<std::size_t>(guide) * width;
    return std::inner_product(need, need + width, knows, 0.0);
}

double Complement::alike(int a, int b) const {
    const double difference =
        std::abs(size_[static_cast<std::size_t>(a)] - size_[static_cast<std::size_t>(b)]);
    if (std::isnan(difference)) return 0.0;
    const auto& one = now_.municipality(a).urbanity;
    const auto& other = now_.municipality(b).urbanity;
    const double urban = one && other ? 1.0 - std::abs(*one - *other) / 4.0 : 0.5;
    return std::exp(-difference) * urban;
}

double Complement::near(int a, int b) const {
    const Municipality& one = now_.municipality(a);
    const Municipality& other = now_.municipality(b);
    const auto borders = [](const Municipality& x, const Municipality& y) {
        return std::find(x.neighbours.begin(), x.neighbours.end(), y.id) != x.neighbours.end();
    };
    if (borders(one, other) || borders(other, one)) return 1.0;
    return !one.safety_region.empty() && one.safety_region == other.safety_region ? 0.5 : 0.0;
}

double Complement::contact(int a, int b) const {
    return contacts_[static_cast<std::size_t>(a) * municipalities_ + static_cast<std::size_t>(b)];
}

bool Complement::needs_anything(int municipality) const {
    const auto row =
        needs_.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(municipality) * topics_.size());
    return std::any_of(row, row + static_cast<std::ptrdiff_t>(topics_.size()),
                       [](double need) { return need > 0; });
}

double Complement::score(int learner, int guide) const {
    const double need = weights_.need * match(learner, guide);
    if (learner == guide || need <= 0) return 0.0;
    return need + weights_.mutual * match(guide, learner) + need * weights_.alike * alike(learner, guide) +
           need * weights_.near * near(learner, guide) - need * weights_.known * contact(learner, guide);
}

std::vector<Reason> Complement::topic_parts(int learner, int guide, double weight) const {
    struct Share {
        int topic;
        double share, need, knows;
    };
    std::vector<Share> shares;
    for (std::size_t i = 0; i < topics_.size(); ++i) {
        const double need = needs_[static_cast<std::size_t>(learner) * topics_.size() + i];
        const double knows = knows_[static_cast<std::size_t>(guide) * topics_.size() + i];
        if (need * knows > 0) shares.push_back({topics_[i], weight * need * knows, need, knows});
    }
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share& a, const Share& b) { return a.share > b.share; });
    std::vector<Reason> parts;
    double rest = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (i >= most_topics_listed) {
            rest += shares[i].share;
            continue;
        }
        const auto rounded = [](double value) {
            return std::to_string(static_cast<int>(std::lround(100 * value)));
        };
        parts.push_back({"topic-match",
                         shares[i].share,
                         {{"topic", now_.topic(shares[i].topic).id.str()},
                          {"needs", rounded(shares[i].need)},
                          {"knows", rounded(shares[i].knows)}},
                         {}});
    }
    if (shares.size() > most_topics_listed) {
        parts.push_back({"other", rest, {{"count", std::to_string(shares.size() - most_topics_listed)}}, {}});
    }
    return parts;
}

Connection Complement::connection(int learner, int guide) const {
    Connection result{now_.municipality(learner).id, now_.municipality(guide).id, {}, 0.0, {}};
    result.reasons.push_back(
        {"need", 0.0, {{"guide", result.guide.str()}}, topic_parts(learner, guide, weights_.need)});
    Reason mutual{
        "mutual", 0.0, {{"learner", result.learner.str()}}, topic_parts(guide, learner, weights_.mutual)};
    if (!mutual.parts.empty()) result.reasons.push_back(std::move(mutual));
    add_up(result.reasons);
    const double need = result.reasons.front().share;
    const auto add = [&](const char* code, double share) {
        if (share != 0) result.reasons.push_back({code, share, {}, {}});
    };
    add("alike", need * weights_.alike * alike(learner, guide));
    add(near(learner, guide) == 1.0 ? "border" : "same-region", need * weights_.near * near(learner, guide));
    add("known", -need * weights_.known * contact(learner, guide));
    result.score = total_of(result.reasons);
    for (const Reason& part : result.reasons.front().parts) {
        if (part.code == "topic-match") result.topics.emplace_back(std::string(part.value("topic")));
    }
    return result;
}

}  // namespace m150::inline v0
