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
    inputs.in_range("repeat", weights.repeat, 0, high);
    inputs.throw_if_any();
}

}  // namespace

void check(Inputs& inputs, const ComplementOptions& options) {
    inputs.known(options.topics);
    inputs.known(options.network);
    inputs.known(options.guide_networks, "guide_networks");
    inputs.require(options.guide_networks.empty() || options.network, "guide_networks",
                   "is given without a network",
                   "none, or the network that the guides are asked from without",
                   "give network, too: without it everybody is a guide");
    inputs.in_range("knows_from", options.knows_from, 0, 1);
}

Complement::Complement(const Snapshot& now, const ComplementOptions& options)
    : now_(now),
      weights_(options.weights),
      network_(options.network),
      municipalities_(static_cast<std::size_t>(now.graph().municipalities())),
      members_(members_of(now, options.network)) {
    check_weights(now, weights_);
    const ExpertiseGraph& graph = now_.graph();
    if (options.topics.empty()) {
        topics_.resize(static_cast<std::size_t>(graph.topics()));
        std::iota(topics_.begin(), topics_.end(), 0);
    } else {
        for (const Id<Topic>& topic : options.topics)
            topics_.push_back(now_.number_of(topic));
        std::sort(topics_.begin(), topics_.end());
        topics_.erase(std::unique(topics_.begin(), topics_.end()), topics_.end());
    }
    for (int m = 0; m < graph.municipalities(); ++m) {
        for (const int topic : topics_) {
            needs_.push_back(graph.demand(m, topic));
            knows_.push_back(now_.is_paused(m, {topic}) ? 0.0 : graph.spread_expertise(m, topic));
        }
        const auto inhabitants = inhabitants_in(now_.municipality(m), now_.today().year());
        size_.push_back(inhabitants && *inhabitants > 0 ? std::log(static_cast<double>(*inhabitants))
                                                        : std::numeric_limits<double>::quiet_NaN());
    }
    place_outsiders(options);
    gather_contacts(options);
}

// Who guides besides the members, and on what: the topics on which no member but the learner itself has an
// expertise of `knows_from`.
void Complement::place_outsiders(const ComplementOptions& options) {
    outside_.assign(municipalities_, 0);
    open_.assign(municipalities_ * topics_.size(), 0);
    guides_ = members_;
    if (options.guide_networks.empty()) return;
    for (const int guide : members_of(now_, options.guide_networks)) {
        if (std::binary_search(members_.begin(), members_.end(), guide)) continue;
        outside_[static_cast<std::size_t>(guide)] = 1;
        guides_.push_back(guide);
    }
    std::sort(guides_.begin(), guides_.end());
    for (std::size_t t = 0; t < topics_.size(); ++t) {
        const auto knows = [&](int member) {
            return knows_[at(member, t)] > 0 && knows_[at(member, t)] >= options.knows_from;
        };
        const auto knowers = std::count_if(members_.begin(), members_.end(), knows);
        for (int learner = 0; learner < static_cast<int>(municipalities_); ++learner) {
            const bool is_one =
                std::binary_search(members_.begin(), members_.end(), learner) && knows(learner);
            open_[at(learner, t)] = knowers == (is_one ? 1 : 0) ? 1 : 0;
        }
    }
}

void Complement::gather_contacts(const ComplementOptions& options) {
    fresh_.assign(municipalities_ * municipalities_, 0.0);
    in_group_.assign(municipalities_ * municipalities_, 0);
    connected_.assign(municipalities_ * municipalities_, 0);
    const auto fresh = [&](Date day) {
        return std::exp2(-days_between(day, now_.today()) / now_.graph().options().half_life_days);
    };
    const auto too_late = [&](Date day) {
        return options.unconnected_since && day >= *options.unconnected_since;
    };
    for (const Contact* contact : now_.all<Contact>()) {
        met(now_.number_of(contact->from), now_.number_of(contact->to), fresh(contact->date), false,
            too_late(contact->date));
    }
    for (const WorkingGroup* group : now_.all<WorkingGroup>()) {
        const Date last = group->to ? std::min(*group->to, now_.today()) : now_.today();
        for (std::size_t i = 0; i < group->members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                met(now_.number_of(group->members[i]), now_.number_of(group->members[j]), fresh(last), true,
                    too_late(last));
            }
        }
    }
}

void Complement::met(int a, int b, double fresh, bool in_group, bool too_late) {
    if (a < 0 || b < 0 || a == b) return;
    for (const std::size_t place : {between(a, b), between(b, a)}) {
        if (fresh > fresh_[place]) {
            fresh_[place] = fresh;
            in_group_[place] = in_group ? 1 : 0;
        }
        if (too_late) connected_[place] = 1;
    }
}

bool Complement::open_to(int learner, int guide, std::size_t topic) const {
    return outside_[static_cast<std::size_t>(guide)] == 0 || open_[at(learner, topic)] != 0;
}

double Complement::match(int learner, int guide) const {
    const double* need = needs_.data() + at(learner, 0);
    const double* knows = knows_.data() + at(guide, 0);
    if (outside_[static_cast<std::size_t>(guide)] == 0)
        return std::inner_product(need, need + topics_.size(), knows, 0.0);
    double sum = 0.0;
    for (std::size_t t = 0; t < topics_.size(); ++t) {
        if (open_to(learner, guide, t)) sum += need[t] * knows[t];
    }
    return sum;
}

// No more of it than there is of the match itself: a guide is not chosen for what it may learn. Of an
// outsider nothing: it is asked for a favour.
double Complement::reverse(int learner, int guide, double matched) const {
    if (outside_[static_cast<std::size_t>(guide)] != 0) return 0.0;
    return std::min(matched, match(guide, learner));
}

double Complement::likeness(int a, int b) const {
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

double Complement::score(int learner, int guide) const {
    if (learner == guide || connected_[between(learner, guide)] != 0) return 0.0;
    const double matched = match(learner, guide);
    const double need = weights_.need * matched;
    if (need <= 0) return 0.0;
    return need + weights_.mutual * reverse(learner, guide, matched) +
           need * weights_.alike * likeness(learner, guide) + need * weights_.near * near(learner, guide) -
           need * weights_.known * fresh_[between(learner, guide)];
}

int Complement::leading_topic(int learner, int guide) const {
    std::size_t leading = 0;
    double most = -1.0;
    for (std::size_t t = 0; t < topics_.size(); ++t) {
        const double share = needs_[at(learner, t)] * knows_[at(guide, t)];
        if (share > most && open_to(learner, guide, t)) {
            most = share;
            leading = t;
        }
    }
    return topics_[leading];
}

double Complement::repeat_loss(int learner, int topic) const {
    const auto t = std::lower_bound(topics_.begin(), topics_.end(), topic) - topics_.begin();
    return weights_.repeat * weights_.need * needs_[at(learner, static_cast<std::size_t>(t))];
}

std::string Complement::why_no_outsider(const std::vector<int>& learners) const {
    if (std::none_of(guides_.begin(), guides_.end(), [&](int guide) { return is_outsider(guide); }))
        return "none";
    for (const int learner : learners) {
        for (std::size_t t = 0; t < topics_.size(); ++t) {
            if (needs_[at(learner, t)] > 0 && open_[at(learner, t)] != 0) return "no-use";
        }
    }
    return "not-needed";
}

std::string Complement::why_short(int learner) const {
    bool needs = false, free = false, known = false, paused = false;
    for (std::size_t t = 0; t < topics_.size(); ++t) {
        if (needs_[at(learner, t)] <= 0) continue;
        needs = true;
        for (const int guide : guides_) {
            if (guide == learner || !open_to(learner, guide, t)) continue;
            if (knows_[at(guide, t)] > 0) {
                (connected_[between(learner, guide)] == 0 ? free : known) = true;
            } else if (now_.graph().spread_expertise(guide, topics_[t]) > 0) {
                paused = true;
            }
        }
    }
    if (!needs) return "no-demand";
    if (weights_.need <= 0) return "no-weight";
    if (free) return "guides-full";
    if (known) return "already-connected";
    return paused ? "paused" : "nobody-knows";
}

std::vector<Reason> Complement::topic_parts(int learner, int guide, double weight) const {
    struct Share {
        int topic;
        double share, need, knows;
    };
    std::vector<Share> shares;
    for (std::size_t t = 0; t < topics_.size(); ++t) {
        const double need = needs_[at(learner, t)];
        const double knows = knows_[at(guide, t)];
        if (need * knows > 0 && open_to(learner, guide, t))
            shares.push_back({topics_[t], weight * need * knows, need, knows});
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

// Why an outsider is asked: told, not counted.
Reason Complement::across(int learner, int guide) const {
    Reason reason{
        "across", 0.0, {{"guide", now_.municipality(guide).id.str()}, {"network", network_->str()}}, {}};
    for (const Reason& part : topic_parts(learner, guide, weights_.need)) {
        if (part.code == "topic-match")
            reason.parts.push_back({"on-topic", 0.0, {{"topic", std::string(part.value("topic"))}}, {}});
    }
    return reason;
}

Connection Complement::connection(int learner, int guide) const {
    Connection result{now_.municipality(learner).id, now_.municipality(guide).id, {}, 0.0, {}};
    result.reasons.push_back(
        {"need", 0.0, {{"guide", result.guide.str()}}, topic_parts(learner, guide, weights_.need)});
    if (const double counts = reverse(learner, guide, match(learner, guide));
        counts > 0 && weights_.mutual > 0) {
        Reason mutual{
            "mutual", 0.0, {{"learner", result.learner.str()}}, topic_parts(guide, learner, weights_.mutual)};
        for (Reason& part : mutual.parts)
            scale(part, counts / match(guide, learner));
        result.reasons.push_back(std::move(mutual));
    }
    add_up(result.reasons);
    const double need = result.reasons.front().share;
    const auto add = [&](const char* code, double share) {
        if (share != 0) result.reasons.push_back({code, share, {}, {}});
    };
    add("alike", need * weights_.alike * likeness(learner, guide));
    add(near(learner, guide) == 1.0 ? "border" : "same-region", need * weights_.near * near(learner, guide));
    add(in_group_[between(learner, guide)] != 0 ? "known-group" : "known",
        -need * weights_.known * fresh_[between(learner, guide)]);
    if (outside_[static_cast<std::size_t>(guide)] != 0) result.reasons.push_back(across(learner, guide));
    result.score = total_of(result.reasons);
    for (const Reason& part : result.reasons.front().parts) {
        if (part.code == "topic-match") result.topics.emplace_back(std::string(part.value("topic")));
    }
    return result;
}

}  // namespace m150::inline v0
