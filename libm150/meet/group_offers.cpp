#include "libm150/meet/group_offers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "libm150/meet/distance.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kBeyondEnough = 0.25;
constexpr double kLargestStep = 1000.0;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// What each of the topics of a group counts for.
double share_of(const WorkingGroupOptions& options, const std::vector<int>& topics) {
    double share = 1.0;
    for (std::size_t t = 1; t < topics.size(); ++t)
        share *= options.shared;
    return share;
}

class Maker {
  public:
    Maker(const Snapshot& now, const WorkingGroupOptions& options, const GroupWorld& world)
        : now_(now), options_(options), world_(world) {
        TeamProblem& problem = offers_.problem;
        problem.themes = now.graph().topics();
        problem.most_teams = options.groups;
        for (std::size_t place = 0; place < world.members.size(); ++place) {
            problem.room.push_back(std::max(0, options.per_municipality - world.groups[place]));
            problem.lead_room.push_back(world.chairs[place] ? 0 : 1);
        }
    }

    GroupOffers make() {
        relations();
        for (const std::vector<int>& topics : subjects())
            start(topics);
        for (const RunningGroup& group : world_.running)
            join(group);
        return std::move(offers_);
    }

  private:
    void relations() {
        related_.resize(at(now_.graph().topics()));
        for (int topic = 0; topic < now_.graph().topics(); ++topic) {
            const Topic& record = now_.topic(topic);
            for (const auto* ids : {&record.related, &record.broader}) {
                for (const Id<Topic>& id : *ids) {
                    const int other = now_.number_of(id);
                    if (other < 0 || other == topic) continue;
                    related_[at(topic)].insert(other);
                    related_[at(other)].insert(topic);
                }
            }
        }
    }

    // Sets of related topics, each asked for in some period and served by no group.
    std::set<std::vector<int>> subjects() const {
        std::set<std::vector<int>> all, smaller;
        std::vector<bool> wanted(at(now_.graph().topics()), options_.topics.empty());
        for (const Id<Topic>& id : options_.topics)
            wanted[at(now_.number_of(id))] = true;
        for (int topic = 0; topic < now_.graph().topics(); ++topic) {
            const std::vector<int> asked = asked_by_period(now_, options_, world_, {topic});
            wanted[at(topic)] = wanted[at(topic)] && world_.served_by[at(topic)] == nullptr &&
                                periods_with_demand(options_, asked) > 0;
            if (wanted[at(topic)]) smaller.insert({topic});
        }
        for (int size = 1; size <= options_.bundle; ++size) {
            all.insert(smaller.begin(), smaller.end());
            std::set<std::vector<int>> larger;
            for (const std::vector<int>& topics : smaller) {
                for (const int topic : topics) {
                    for (const int other : related_[at(topic)]) {
                        std::set<int> joined(topics.begin(), topics.end());
                        if (wanted[at(other)] && joined.insert(other).second)
                            larger.insert(std::vector<int>(joined.begin(), joined.end()));
                    }
                }
            }
            smaller = std::move(larger);
        }
        return all;
    }

    // The topic asked for in most periods first, then by most who asked.
    void put_in_order(std::vector<int>& topics) const {
        std::vector<std::pair<std::pair<int, int>, int>> keys;
        for (const int topic : topics) {
            const std::vector<int> asked = asked_by_period(now_, options_, world_, {topic});
            int sum = 0;
            for (const int count : asked)
                sum += count;
            keys.push_back({{-periods_with_demand(options_, asked), -sum}, topic});
        }
        std::sort(keys.begin(), keys.end());
        for (std::size_t k = 0; k < keys.size(); ++k)
            topics[k] = keys[k].second;
    }

    void start(std::vector<int> topics) {
        put_in_order(topics);
        GroupSubject subject{topics, asked_by_period(now_, options_, world_, topics), earlier_on(topics),
                             nullptr, -1};
        const int periods = periods_with_demand(options_, subject.asked);
        if (periods < options_.lasting) return;
        TeamOffer offer;
        const QuestionCount questions = questions_between(
            world_.fresh, topics, first_day_of(now_, options_, options_.periods), now_.today());
        offer.gain = options_.weights.lasting * periods / options_.periods;
        if (questions.all > 0) offer.gain += options_.weights.open * questions.open / questions.all;
        offer.at_least = options_.at_least;
        offer.at_most = options_.at_most;
        offer.led = true;
        offer.themes = topics;
        add_steps(offer, 0.0);
        add_candidates(offer, topics, {});
        for (TeamCandidate& candidate : offer.candidates) {
            if (subject.earlier.count(candidate.party) > 0) candidate.gain += options_.keep;
        }
        add_quotas(offer, topics);
        add_varieties(offer, {});
        if (!options_.physical) return add(std::move(offer), std::move(subject));
        // It meets at its chair's: an offer for each who can chair it.
        for (const TeamCandidate& chair : offer.candidates) {
            if (!chair.can_lead || offers_.problem.room[at(chair.party)] == 0 ||
                offers_.problem.lead_room[at(chair.party)] == 0)
                continue;
            TeamOffer there = offer;
            subject.host = world_.members[at(chair.party)];
            for (TeamCandidate& candidate : there.candidates)
                candidate.can_lead = candidate.party == chair.party;
            travel(there, subject.host);
            add(std::move(there), subject);
        }
    }

    std::set<int> earlier_on(const std::vector<int>& topics) const {
        std::set<int> places;
        for (const EarlierGroup& group : options_.stay_near) {
            std::set<int> on;
            for (const Id<Topic>& id : group.topics)
                on.insert(now_.number_of(id));
            if (on != std::set<int>(topics.begin(), topics.end())) continue;
            for (const Id<Municipality>& id : group.members)
                places.insert(world_.place_of(now_.number_of(id)));
        }
        return places;
    }

    // New members of a running group: what they add to what is there.
    void join(const RunningGroup& group) {
        const int size = static_cast<int>(group.members.size());
        if (group.topics.empty() || !group.served.empty() || size >= options_.at_most ||
            options_.joining == 0)
            return;
        // Nor one that is about to end.
        if (group.record->to && *group.record->to < now_.today().plus_days(options_.period_days)) return;
        GroupSubject subject{group.topics, {}, {}, &group, options_.physical ? group.chair : -1};
        TeamOffer offer;
        offer.at_least = 0;
        offer.at_most = std::min(options_.joining, options_.at_most - size);
        offer.counted = false;
        double there = 0.0;
        for (const int number : group.members) {
            double sum = 0.0, most = 0.0;
            for (const int topic : group.topics) {
                const double knows =
                    now_.is_paused(number, {topic}) ? 0.0 : now_.graph().expertise(number, topic);
                sum += knows;
                most = std::max(most, knows);
            }
            if (most >= options_.knows) there += share_of(options_, group.topics) * sum;
        }
        add_steps(offer, there);
        add_candidates(offer, subject.topics, group.members);
        add_varieties(offer, group.members);
        if (subject.host >= 0) travel(offer, subject.host);
        add(std::move(offer), std::move(subject));
    }

    void add(TeamOffer offer, GroupSubject subject) {
        offers_.problem.offers.push_back(std::move(offer));
        offers_.subjects.push_back(std::move(subject));
    }

    void add_steps(TeamOffer& offer, double there) const {
        const WorkingGroupWeights& w = options_.weights;
        if (there < w.enough) offer.steps.push_back({w.enough - there, w.knowledge});
        offer.steps.push_back({kLargestStep, w.knowledge * kBeyondEnough});
    }

    void add_candidates(TeamOffer& offer, const std::vector<int>& topics, const std::vector<int>& but) const {
        const WorkingGroupWeights& w = options_.weights;
        for (int place = 0; place < static_cast<int>(world_.members.size()); ++place) {
            if (std::binary_search(but.begin(), but.end(), world_.members[at(place)])) continue;
            const GroupLevel level = level_of(now_, options_, world_, place, topics);
            if (!level.member.knows && !level.member.needs) continue;
            TeamCandidate candidate;
            candidate.party = place;
            candidate.gain = w.demand * level.demand - w.seat;
            candidate.strength = level.expertise;
            candidate.can_lead = level.member.knows;
            candidate.lead_gain = w.chair * level.expertise / (1.0 + world_.groups[at(place)]);
            offer.candidates.push_back(candidate);
        }
    }

    // So many who know and who need in all; of several topics each has somebody of both, if any are asked
    // for.
    void add_quotas(TeamOffer& offer, const std::vector<int>& topics) const {
        const auto quota = [&](const std::vector<int>& on, bool knows, int at_least) {
            TeamQuota made{{}, at_least};
            for (std::size_t c = 0; c < offer.candidates.size(); ++c) {
                const GroupMember member =
                    level_of(now_, options_, world_, offer.candidates[c].party, on).member;
                if (knows ? member.knows : member.needs) made.candidates.push_back(static_cast<int>(c));
            }
            if (at_least > 0) offer.quotas.push_back(std::move(made));
        };
        quota(topics, true, options_.knowers);
        quota(topics, false, options_.needers);
        for (std::size_t t = 0; topics.size() > 1 && t < topics.size(); ++t) {
            quota({topics[t]}, true, std::min(1, options_.knowers));
            quota({topics[t]}, false, std::min(1, options_.needers));
        }
    }

    void add_varieties(TeamOffer& offer, const std::vector<int>& there) const {
        const auto add = [&](const std::vector<int>& mark_of, int at_least, double worth) {
            std::set<int> known;
            for (const int number : there)
                known.insert(mark_of[at(number)]);
            TeamVariety variety{{}, there.empty() ? at_least : 0, worth};
            for (const TeamCandidate& candidate : offer.candidates) {
                const int mark = mark_of[at(world_.members[at(candidate.party)])];
                variety.marks.push_back(known.count(mark) > 0 ? -1 : mark);
            }
            offer.varieties.push_back(std::move(variety));
        };
        add(world_.region, options_.least_regions, options_.weights.region);
        add(world_.size, 0, options_.weights.size);
    }

    void travel(TeamOffer& offer, int host) const {
        for (TeamCandidate& candidate : offer.candidates)
            candidate.gain -= options_.weights.travel *
                              travel_of(now_, world_, world_.members[at(candidate.party)], host).km / 100.0;
    }

    const Snapshot& now_;
    const WorkingGroupOptions& options_;
    const GroupWorld& world_;
    std::vector<std::set<int>> related_;
    GroupOffers offers_;
};

}  // namespace

GroupOffers group_offers(const Snapshot& now, const WorkingGroupOptions& options, const GroupWorld& world) {
    return Maker(now, options, world).make();
}

GroupLevel level_of(const Snapshot& now, const WorkingGroupOptions& options, const GroupWorld& world,
                    int place, const std::vector<int>& topics) {
    GroupLevel level;
    level.member.municipality = now.municipality(world.members[at(place)]).id;
    double demand = 0.0, expertise = 0.0;
    for (const int topic : topics) {
        const double needs = world.demand[at(place)][at(topic)],
                     knows = world.expertise[at(place)][at(topic)];
        level.member.demand = std::max(level.member.demand, needs);
        level.member.expertise = std::max(level.member.expertise, knows);
        demand += needs;
        expertise += knows;
    }
    level.member.knows = level.member.expertise > 0.0 && level.member.expertise >= options.knows;
    level.member.needs = !level.member.knows && level.member.demand >= options.needs;
    const double share = share_of(options, topics);
    level.demand = share * demand;
    level.expertise = level.member.knows ? share * expertise : 0.0;
    return level;
}

GroupTravel travel_of(const Snapshot& now, const GroupWorld& world, int number, int host) {
    if (host < 0 || number == host) return {};
    const auto km = kilometres(now.municipality(number), now.municipality(host));
    return {km.value_or(world.unknown_km), km.has_value()};
}

}  // namespace m150::inline v0
