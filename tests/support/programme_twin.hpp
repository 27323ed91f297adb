// A small world of speakers, and the rules of a programme written a second time: all programmes are tried.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "libm150/m150.hpp"
#include "libm150/meet/distance.hpp"
#include "libm150/solve/random.hpp"

namespace m150::testing {

inline constexpr double quantum = 1e-5;
inline const Date day(2026, 10, 8);
inline const Id<Network> network("M150");

inline std::string number(const char* prefix, std::size_t i) {
    return prefix + std::to_string(i);
}

inline Id<Municipality> code(std::size_t i) {
    return parse_municipality_id(std::to_string(100 + i));
}

inline MatchSpeakersOptions one_item(const char* topic) {
    MatchSpeakersOptions options;
    options.date = day;
    options.network = network;
    AgendaItem item;
    item.id = "p0";
    item.title = "Punt 0";
    item.topics = {Id<Topic>(topic)};
    options.agenda = {item};
    return options;
}

inline std::vector<std::string> texts(const Snapshot& now, const std::vector<Reason>& reasons) {
    std::vector<std::string> lines;
    for (const Reason& reason : reasons)
        lines.push_back(explain(now, reason));
    return lines;
}

// Six speakers of three municipalities, an organisation or nobody, on four topics; three earlier meetings.
inline KnowledgeBase small_base(std::uint64_t seed) {
    Random random(seed);
    KnowledgeBase base = KnowledgeBase::in_memory();
    for (std::size_t i = 0; i < 3; ++i) {
        Municipality one;
        one.id = code(i);
        one.name = number("Plaats ", i);
        one.inhabitants[2026] = 30000;
        one.latitude = 52.0 + 0.4 * static_cast<double>(i);
        one.longitude = 5.0;
        base.add(one);
    }
    base.add(Network{network, "M150", {{25000, 75000, {}, {}}}, {}, {AudienceKind::everyone, {}, {}}, {}});
    base.add(Organisation{Id<Organisation>("VNG"), "VNG", "", "", {AudienceKind::everyone, {}, {}}, {}});
    for (std::size_t i = 0; i < 4; ++i) {
        Topic topic;
        topic.id = Id<Topic>(number("t", i));
        topic.preferred_label = number("onderwerp ", i);
        base.add(topic);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        Meeting meeting;
        meeting.id = Id<Meeting>(number("m", i));
        meeting.title = number("Bijeenkomst ", i);
        meeting.network = network;
        meeting.date = Date(2025, 1, 1).plus_days(static_cast<int>(i) * 180);
        base.add(meeting);
    }
    const auto topics = [&] {
        std::vector<Id<Topic>> some;
        for (const std::size_t t : random.sample(4, 1 + random.below(2)))
            some.emplace_back(number("t", t));
        return some;
    };
    for (std::size_t i = 0; i < 6; ++i) {
        Speaker speaker;
        speaker.id = Id<Speaker>(number("s", i));
        speaker.role = "adviseur";
        speaker.topics = topics();
        speaker.profile = "Weet van " + speaker.topics.front().str();
        if (random.chance(0.3))
            speaker.organisation = Id<Organisation>("VNG");
        else if (random.chance(0.8))
            speaker.municipality = code(random.below(3));
        if (random.chance(0.5)) {
            const std::size_t meeting = random.below(3);
            speaker.talks.push_back({Date(2025, 1, 1).plus_days(static_cast<int>(meeting) * 180),
                                     "praatje",
                                     topics(),
                                     Id<Meeting>(number("m", meeting)),
                                     {}});
        }
        if (random.chance(0.2)) speaker.availability = {{day.plus_days(5), day.plus_days(9)}};
        base.add(speaker);
    }
    InventoryResponse offer;
    offer.id = Id<InventoryResponse>("i1");
    offer.municipality = code(0);
    offer.topic = Id<Topic>("t0");
    offer.offers = 3;
    offer.date = Date(2026, 1, 1);
    base.add(offer);
    base.commit();
    return base;
}

inline MatchSpeakersOptions random_options(Random& random) {
    MatchSpeakersOptions o;
    for (std::size_t i = 0; i < 3; ++i) {
        AgendaItem item;
        item.id = number("p", i);
        item.title = number("Punt ", i);
        for (const std::size_t t : random.sample(4, 1 + random.below(2)))
            item.topics.emplace_back(number("t", t));
        item.speakers_at_least = static_cast<int>(random.below(3));
        item.speakers_at_most = std::max(1, item.speakers_at_least);
        o.agenda.push_back(item);
    }
    const auto speaker = [&] { return Id<Speaker>(number("s", random.below(6))); };
    o.date = day;
    o.network = network;
    o.max_items_per_speaker = 1 + static_cast<int>(random.below(2));
    o.least_fit = random.chance(0.5) ? 0.0001 : 0.2;
    if (random.chance(0.4)) o.goal = ProgrammeGoal::worst_first;
    if (random.chance(0.3)) o.max_per_organisation = 1;
    if (random.chance(0.4)) o.min_municipalities = 1 + static_cast<int>(random.below(2));
    if (random.chance(0.3)) o.min_newcomers = 1;
    if (random.chance(0.3)) o.rest_meetings = 1 + static_cast<int>(random.below(3));
    if (random.chance(0.2)) o.host = code(0), o.max_travel_km = 60.0;
    if (random.chance(0.3)) o.parallel = {{"p0", "p1"}};
    if (random.chance(0.4)) {
        const std::vector<std::size_t> two = random.sample(6, 2);
        o.conflicts = {{Id<Speaker>(number("s", two[0])), Id<Speaker>(number("s", two[1]))}};
    }
    if (random.chance(0.4)) o.locks.push_back({number("p", random.below(3)), speaker()});
    if (random.chance(0.1) && !o.locks.empty() && o.locks[0].item != "p2")
        o.locks.push_back({"p2", speaker()});
    if (random.chance(0.3)) o.forbidden.push_back({number("p", random.below(3)), speaker()});
    if (random.chance(0.3)) {
        o.invited = {speaker()};
        o.min_items_per_speaker = 1;
    }
    if (random.chance(0.2)) o.limits = {{speaker(), 0, static_cast<int>(random.below(3))}};
    if (random.chance(0.3)) {
        for (const std::size_t s : random.sample(6, 1 + random.below(3)))
            o.keep.push_back({number("p", random.below(3)), Id<Speaker>(number("s", s))});
        o.keep.push_back({"weg", Id<Speaker>("s0")});
    }
    return o;
}

// The rules once more, in the words of the header and nothing else.
class Twin {
  public:
    Twin(const Snapshot& now, const MatchSpeakersOptions& options)
        : now_(now), o_(options), fit_(speaker_fit(now, options.agenda)), speakers_(now.all<Speaker>()) {
        for (std::size_t i = 0; i < o_.agenda.size(); ++i) {
            for (std::size_t s = 0; s < speakers_.size(); ++s)
                may_.push_back(may(i, s));
        }
    }

    // minus locks missed, minus minimums missed, placements kept, worst, sum
    using Worth = std::tuple<int, int, int, long, long>;
    using Programme_ = std::vector<std::set<std::size_t>>;  // speakers of each item

    bool allowed(const Programme_& programme) const {
        std::map<std::size_t, int> items;
        std::map<std::string, int> house;
        for (std::size_t i = 0; i < programme.size(); ++i) {
            if (static_cast<int>(programme[i].size()) > o_.agenda[i].speakers_at_most) return false;
            for (const std::size_t s : programme[i]) {
                if (!may_[i * speakers_.size() + s]) return false;
                ++items[s];
            }
        }
        for (const auto& [s, count] : items) {
            if (count > limit(s).at_most) return false;
            if (!house_of(s).empty() && ++house[house_of(s)] > o_.max_per_organisation &&
                o_.max_per_organisation > 0)
                return false;
        }
        for (const SpeakerConflict& conflict : o_.conflicts) {
            if (items.count(index(conflict.one)) && items.count(index(conflict.other))) return false;
        }
        for (const auto& group : o_.parallel) {
            for (const std::size_t s : programme[0]) {
                if (group.size() == 2 && programme[1].count(s)) return false;
            }
        }
        return true;
    }

    Worth worth(const Programme_& programme) const {
        int missed_locks = 0, missed = 0, municipal = 0, newcomers = 0;
        long worst = std::numeric_limits<long>::max(), sum = 0;
        std::map<std::size_t, int> items;
        for (std::size_t i = 0; i < programme.size(); ++i) {
            long served = 0;
            for (const std::size_t s : programme[i]) {
                ++items[s];
                served += std::lround(fit_.value(i, s) / quantum);
            }
            sum += served;
            const int asks = o_.agenda[i].speakers_at_least;
            missed += std::max(0, asks - static_cast<int>(programme[i].size()));
            bool anybody = false;
            for (std::size_t s = 0; s < speakers_.size(); ++s)
                anybody = anybody || may_[i * speakers_.size() + s];
            if (asks > 0 && anybody) worst = std::min(worst, served / asks);
        }
        for (const Placement& lock : o_.locks)
            missed_locks += programme[item(lock.item)].count(index(lock.speaker)) ? 0 : 1;
        for (std::size_t s = 0; s < speakers_.size(); ++s) {
            const int count = items.count(s) ? items[s] : 0;
            missed += std::max(0, limit(s).at_least - count);
            municipal += count > 0 && speakers_[s]->municipality ? 1 : 0;
            newcomers += count > 0 && speakers_[s]->talks.empty() ? 1 : 0;
        }
        missed += std::max(0, o_.min_municipalities - municipal) + std::max(0, o_.min_newcomers - newcomers);
        if (o_.goal == ProgrammeGoal::sum || worst == std::numeric_limits<long>::max()) worst = 0;
        int kept = 0;
        for (const Placement& keep : o_.keep)
            kept += keep.item != "weg" && programme[item(keep.item)].count(index(keep.speaker)) ? 1 : 0;
        return {-missed_locks, -missed, kept, worst, sum};
    }

    Worth best() const {
        Programme_ programme(o_.agenda.size());
        bool found = false;
        Worth best;
        extend(programme, 0, found, best);
        return best;
    }

    Programme_ of(const Programme& result) const {
        Programme_ programme;
        for (const ProgrammeItem& place : result.items) {
            auto& set = programme.emplace_back();
            for (const Slot& slot : place.speakers)
                set.insert(index(slot.speaker));
        }
        return programme;
    }

    bool may(std::size_t i, std::size_t s) const {
        const Speaker& speaker = *speakers_[s];
        const Placement here{o_.agenda[i].id, speaker.id};
        const bool locked = std::find(o_.locks.begin(), o_.locks.end(), here) != o_.locks.end();
        if (std::find(o_.forbidden.begin(), o_.forbidden.end(), here) != o_.forbidden.end()) return false;
        if (!locked && (fit_.value(i, s) < o_.least_fit || fit_.value(i, s) <= 0)) return false;
        if (!speaker.availability.empty()) return false;  // none of the world's covers the day
        if (o_.max_travel_km && speaker.municipality &&
            *kilometres(*now_.find(*speaker.municipality), *now_.find(*o_.host)) > *o_.max_travel_km)
            return false;
        for (const Talk& talk : speaker.talks) {
            for (int m = 0; m < o_.rest_meetings; ++m) {
                if (*talk.meeting != Id<Meeting>(number("m", static_cast<std::size_t>(2 - m)))) continue;
                for (const Id<Topic>& topic : talk.topics) {
                    const auto& topics = o_.agenda[i].topics;
                    if (std::find(topics.begin(), topics.end(), topic) != topics.end()) return false;
                }
            }
        }
        return true;
    }

  private:
    void extend(Programme_& programme, std::size_t i, bool& found, Worth& best) const {
        if (i == programme.size()) {
            if (!allowed(programme)) return;
            const Worth here = worth(programme);
            if (!found || here > best) best = here;
            found = true;
            return;
        }
        for (std::size_t subset = 0; subset < (std::size_t{1} << speakers_.size()); ++subset) {
            programme[i].clear();
            bool fits = true;
            for (std::size_t s = 0; s < speakers_.size(); ++s) {
                if ((subset >> s & 1U) == 0) continue;
                programme[i].insert(s);
                fits = fits && may_[i * speakers_.size() + s];
            }
            if (fits && static_cast<int>(programme[i].size()) <= o_.agenda[i].speakers_at_most)
                extend(programme, i + 1, found, best);
        }
        programme[i].clear();
    }

    std::size_t index(const Id<Speaker>& id) const {
        for (std::size_t s = 0; s < speakers_.size(); ++s) {
            if (speakers_[s]->id == id) return s;
        }
        return 99;
    }
    std::size_t item(const std::string& id) const { return static_cast<std::size_t>(id.back() - '0'); }
    SpeakerLimit limit(std::size_t s) const {
        for (const SpeakerLimit& one : o_.limits) {
            if (one.speaker == speakers_[s]->id) return one;
        }
        const bool invited =
            std::find(o_.invited.begin(), o_.invited.end(), speakers_[s]->id) != o_.invited.end();
        return {speakers_[s]->id, invited ? o_.min_items_per_speaker : 0, o_.max_items_per_speaker};
    }
    std::string house_of(std::size_t s) const {
        if (speakers_[s]->organisation) return speakers_[s]->organisation->str();
        return speakers_[s]->municipality ? speakers_[s]->municipality->str() : "";
    }

    const Snapshot& now_;
    const MatchSpeakersOptions& o_;
    SpeakerFit fit_;
    std::vector<const Speaker*> speakers_;
    std::vector<bool> may_;
};

}  // namespace m150::testing
