#include "libm150/match/brokers.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "libm150/graph/betweenness.hpp"
#include "libm150/match/inputs.hpp"

namespace m150::inline v0 {

namespace {

constexpr double would_miss_from = 0.25;
constexpr std::size_t pieces_listed = 5;

void check_options(const Snapshot& now, const BrokerOptions& options) {
    Inputs inputs(now, "brokers");
    inputs.known(options.network);
    inputs.require(!options.since || *options.since <= now.today(), "since",
                   "is " + (options.since ? options.since->str() : "") + ", after today",
                   "a day up to " + now.today().str());
    inputs.require(options.knows_from > 0 && options.knows_from <= 1, "knows_from",
                   "is " + std::to_string(options.knows_from), "a number above 0, at most 1");
    inputs.throw_if_any();
}

// The ties between members, by their places among these.
class TieGatherer {
  public:
    TieGatherer(const Snapshot& now, const BrokerOptions& options, const std::vector<int>& members)
        : now_(now), options_(options), members_(members) {
        contacts();
        working_groups();
        if (options.borders) borders();
    }

    std::map<graph::NodePair, NetworkTie> take() { return std::move(ties_); }

  private:
    // The tie of the two, made when there was none; nullptr when they are not two members.
    NetworkTie* between(const Id<Municipality>& one, const Id<Municipality>& other) {
        const int a = place_of(one);
        const int b = place_of(other);
        if (a < 0 || b < 0 || a == b) return nullptr;
        const auto [tie, made] = ties_.try_emplace(std::minmax(a, b));
        if (made) {
            tie->second.a = id_at(tie->first.first);
            tie->second.b = id_at(tie->first.second);
        }
        return &tie->second;
    }

    int place_of(const Id<Municipality>& id) const {
        const int number = now_.number_of(id);
        const auto at = std::lower_bound(members_.begin(), members_.end(), number);
        return at != members_.end() && *at == number ? static_cast<int>(at - members_.begin()) : -1;
    }
    const Id<Municipality>& id_at(int place) const {
        return now_.municipality(members_[static_cast<std::size_t>(place)]).id;
    }

    bool counts(Date last) const { return !options_.since || last >= *options_.since; }

    static void seen(NetworkTie& tie, Date day) { tie.last = std::max(tie.last.value_or(day), day); }

    void contacts() {
        for (const Contact* contact : now_.all<Contact>()) {
            if (contact->outcome == ContactOutcome::declined || !counts(contact->date)) continue;
            if (NetworkTie* tie = between(contact->from, contact->to)) {
                ++tie->contacts;
                seen(*tie, contact->date);
            }
        }
    }

    void working_groups() {
        for (const WorkingGroup* group : now_.all<WorkingGroup>()) {
            const Date last = group->to ? std::min(*group->to, now_.today()) : now_.today();
            if (!counts(last)) continue;
            std::vector<graph::NodePair> done;  // two that merged into one are one fellow
            for (std::size_t i = 0; i < group->members.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    NetworkTie* tie = between(group->members[i], group->members[j]);
                    if (tie == nullptr) continue;
                    const graph::NodePair pair{place_of(tie->a), place_of(tie->b)};
                    if (std::find(done.begin(), done.end(), pair) != done.end()) continue;
                    done.push_back(pair);
                    ++tie->working_groups;
                    seen(*tie, last);
                }
            }
        }
    }

    void borders() {
        for (const int member : members_) {
            const Municipality& municipality = now_.municipality(member);
            for (const Id<Municipality>& neighbour : municipality.neighbours) {
                if (NetworkTie* tie = between(municipality.id, neighbour)) tie->border = true;
            }
        }
    }

    const Snapshot& now_;
    const BrokerOptions& options_;
    const std::vector<int>& members_;
    std::map<graph::NodePair, NetworkTie> ties_;
};

void fill_municipalities(const Snapshot& now, const std::vector<int>& members,
                         const std::vector<graph::NodePair>& ties, Brokers& result) {
    const int nodes = static_cast<int>(members.size());
    const std::vector<double> between = graph::betweenness(nodes, ties);
    const std::vector<int> parts = graph::connected_parts(nodes, ties);
    const std::vector<int> pieces = graph::pieces_without(nodes, ties);
    std::vector<int> degree(members.size(), 0);
    for (const auto& [a, b] : ties) {
        ++degree[static_cast<std::size_t>(a)];
        ++degree[static_cast<std::size_t>(b)];
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Id<Municipality>& id = now.municipality(members[i]).id;
        const auto part = static_cast<std::size_t>(parts[i]);
        result.municipalities.push_back({id, between[i], degree[i], part, pieces[i]});
        if (degree[i] == 0) {  // parts of one come after those of more
            result.unconnected.push_back(id);
            continue;
        }
        if (result.components.size() <= part) result.components.resize(part + 1);
        result.components[part].push_back(id);
    }
    std::stable_sort(result.municipalities.begin(), result.municipalities.end(),
                     [](const Broker& a, const Broker& b) {
                         return std::tie(b.betweenness, b.degree) < std::tie(a.betweenness, a.degree);
                     });
}

// The graph's reasons name topics by number.
std::vector<Reason> reasons_of(const Snapshot& now, int municipality, int topic) {
    std::vector<Reason> reasons;
    for (Reason& reason : now.graph().expertise_reasons(municipality, topic, pieces_listed)) {
        if (reason.code != "knows") continue;  // that of related topics is not this topic's
        reason.values = {{"topic", now.topic(topic).id.str()}};
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

std::optional<LoneTopic> lone_topic(const Snapshot& now, const std::vector<int>& members, int topic,
                                    double knows_from, int& known_topics) {
    std::vector<std::pair<double, int>> known;  // the largest expertise first, then the smallest number
    double all = 0.0;
    for (const int member : members) {
        const double expertise = now.graph().expertise(member, topic);
        if (expertise > 0) known.emplace_back(-expertise, member);
        all += expertise;
    }
    std::sort(known.begin(), known.end());
    if (known.empty() || -known[0].first < knows_from) return std::nullopt;
    ++known_topics;
    if (known.size() > 1 && -known[1].first >= knows_from) return std::nullopt;
    LoneTopic lone;
    lone.topic = now.topic(topic).id;
    lone.knower = {now.municipality(known[0].second).id, -known[0].first};
    if (known.size() > 1) lone.next = TopicKnower{now.municipality(known[1].second).id, -known[1].first};
    lone.lost = lone.knower.expertise - (lone.next ? lone.next->expertise : 0.0);
    lone.share = lone.knower.expertise / all;
    lone.would_miss = static_cast<int>(std::count_if(members.begin(), members.end(), [&](int member) {
        return member != known[0].second && now.graph().demand(member, topic) >= would_miss_from;
    }));
    lone.reasons = reasons_of(now, known[0].second, topic);
    return lone;
}

}  // namespace

Brokers brokers(const Snapshot& now, const BrokerOptions& options) {
    check_options(now, options);
    const std::vector<int> members = members_of(now, options.network);
    if (members.empty()) {
        throw InvalidInput({"brokers, network", "has no members on " + now.today().str(),
                            "a network with members", "leave it out for all municipalities"});
    }
    Brokers result;
    result.since = options.since;
    std::vector<graph::NodePair> pairs;
    for (auto& [pair, tie] : TieGatherer(now, options, members).take()) {
        pairs.push_back(pair);
        result.ties.push_back(std::move(tie));
    }
    fill_municipalities(now, members, pairs, result);
    for (int topic = 0; topic < now.graph().topics(); ++topic) {
        if (auto lone = lone_topic(now, members, topic, options.knows_from, result.known_topics))
            result.topics.push_back(*std::move(lone));
    }
    std::stable_sort(result.topics.begin(), result.topics.end(), [](const LoneTopic& a, const LoneTopic& b) {
        return a.would_miss * a.lost > b.would_miss * b.lost;
    });
    return result;
}

}  // namespace m150::inline v0
