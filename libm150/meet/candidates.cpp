#include "libm150/meet/candidates.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/distance.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/top_k.hpp"

namespace m150::inline v0 {

namespace {

bool share_topic(const std::vector<Id<Topic>>& one, const std::vector<Id<Topic>>& other) {
    return std::any_of(one.begin(), one.end(), [&](const Id<Topic>& topic) {
        return std::find(other.begin(), other.end(), topic) != other.end();
    });
}

// Reasons of the graph name topics by number.
void name_topics(const Snapshot& now, Reason& reason) {
    for (auto& [name, value] : reason.values) {
        if (name == "topic") value = now.topic(std::stoi(value)).id.str();
    }
    for (Reason& part : reason.parts)
        name_topics(now, part);
}

class Finder {
  public:
    Finder(const Snapshot& now, const MatchSpeakersOptions& options) : now_(now), options_(options) {
        weights_ = options.weights.value_or(now.options().speakers);
    }

    Candidates find() {
        SpeakerFit fit = speaker_fit(now_, options_.agenda, options_.weights);
        speakers(fit);
        municipalities(fit);
        std::sort(result_.pairs.begin(), result_.pairs.end(), [](const SpeakerPair& a, const SpeakerPair& b) {
            return std::pair(a.item, a.person) < std::pair(b.item, b.person);
        });
        notice();
        return std::move(result_);
    }

  private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    bool listed(const std::vector<Placement>& list, const std::string& item, const Id<Speaker>& id) const {
        return std::find(list.begin(), list.end(), Placement{item, id}) != list.end();
    }

    void add_pair(int item, int person, double fit, unsigned bars, std::vector<Reason> reasons) {
        const std::string& item_id = options_.agenda[at(item)].id;
        const Id<Speaker>& id = result_.persons[at(person)].id;
        const bool locked = listed(options_.locks, item_id, id);
        if (fit <= 0 && !locked) return;
        if (fit < options_.least_fit && !locked) bars |= bar_fit;
        if (listed(options_.forbidden, item_id, id)) bars |= bar_forbidden;
        result_.pairs.push_back({item, person, fit, bars, std::move(reasons)});
    }

    // Whether a municipality that spoke fits the item as well by the talks it gave; else that pair gives way.
    bool fits_as_speaker(int item, int person, double fit) {
        const auto before =
            std::find_if(result_.pairs.begin(), result_.pairs.end(),
                         [&](const SpeakerPair& one) { return one.item == item && one.person == person; });
        if (before == result_.pairs.end()) return false;
        if (before->fit >= fit) return true;
        result_.pairs.erase(before);
        return false;
    }

    void speakers(SpeakerFit& fit) {
        recent_ = recent_meetings();
        for (std::size_t j = 0; j < fit.speakers.size(); ++j) {
            const Speaker& speaker = *now_.find(fit.speakers[j]);
            Person person{speaker.id, speaks_itself(speaker), "", speaker.municipality.has_value(), true};
            if (speaker.organisation) person.house = speaker.organisation->str();
            if (speaker.municipality) person.house = speaker.municipality->str();
            const Date day = options_.date.value_or(now_.today());
            person.newcomer = std::none_of(speaker.talks.begin(), speaker.talks.end(),
                                           [&](const Talk& talk) { return talk.date < day; });
            result_.persons.push_back(std::move(person));
            const unsigned bars = bars_of(speaker);
            for (std::size_t i = 0; i < fit.items.size(); ++i) {
                if (speaker.municipality && left_alone(*speaker.municipality, speaker.id, options_.agenda[i]))
                    continue;
                add_pair(static_cast<int>(i), static_cast<int>(j), fit.value(i, j),
                         bars | rest_of(speaker, options_.agenda[i]),
                         std::move(fit.reasons[i * fit.speakers.size() + j]));
            }
        }
    }

    // Whether the municipality asked not to be recommended on topics of the item, and is not locked there.
    bool left_alone(const Id<Municipality>& id, const Id<Speaker>& speaker, const AgendaItem& item) {
        const int number = now_.number_of(id);
        if (number < 0 || !now_.is_paused(number, numbers_of(item.topics))) return false;
        if (!listed(options_.locks, item.id, speaker)) return true;
        result_.notices.push_back(
            {"lock-paused", 0.0, {{"municipality", id.str()}, {"title", item.title}}, {}});
        return false;
    }

    // Whether it is the municipality itself, that spoke at an earlier meeting.
    static bool speaks_itself(const Speaker& speaker) {
        return speaker.municipality && speaker.municipality->str() == speaker.id.str();
    }

    unsigned bars_of(const Speaker& speaker) {
        return (available(speaker) ? 0U : bar_available) | (near(speaker.municipality) ? 0U : bar_travel);
    }

    unsigned rest_of(const Speaker& speaker, const AgendaItem& item) const {
        const bool rests = std::any_of(speaker.talks.begin(), speaker.talks.end(), [&](const Talk& talk) {
            return talk.meeting &&
                   std::find(recent_.begin(), recent_.end(), *talk.meeting) != recent_.end() &&
                   share_topic(talk.topics, item.topics);
        });
        return rests ? bar_rest : 0U;
    }

    // The last meetings of the network before the day.
    std::vector<Id<Meeting>> recent_meetings() const {
        std::vector<std::pair<Date, Id<Meeting>>> earlier;
        if (options_.rest_meetings == 0) return {};
        for (const Meeting* meeting : now_.all<Meeting>()) {
            if (meeting->network == *options_.network && meeting->date < *options_.date)
                earlier.emplace_back(meeting->date, meeting->id);
        }
        std::sort(earlier.rbegin(), earlier.rend());
        std::vector<Id<Meeting>> ids;
        for (const auto& [date, id] : earlier) {
            if (ids.size() < at(options_.rest_meetings)) ids.push_back(id);
        }
        return ids;
    }

    bool available(const Speaker& speaker) const {
        if (!options_.date || speaker.availability.empty()) return true;
        return std::any_of(speaker.availability.begin(), speaker.availability.end(),
                           [&](const Period& period) {
                               return period.from <= *options_.date && *options_.date <= period.to;
                           });
    }

    bool host_unplaced() const {
        return options_.max_travel_km && options_.host && !place_of(*now_.find(*options_.host));
    }

    bool near(const std::optional<Id<Municipality>>& from) {
        if (!options_.max_travel_km || !options_.host || !from || host_unplaced()) return true;
        const Municipality* home = now_.find(*from);
        const std::optional<double> km =
            home == nullptr ? std::nullopt : kilometres(*home, *now_.find(*options_.host));
        if (!km) unplaced_.insert(from->str());
        return !km || *km <= *options_.max_travel_km;
    }

    // For each item the municipalities that know most about its topics.
    void municipalities(const SpeakerFit& fit) {
        if (options_.municipality_candidates == 0) return;
        std::map<int, std::vector<int>> items_of;  // by the municipality's number
        const std::vector<int> members = members_of(now_, options_.network);
        for (std::size_t i = 0; i < fit.items.size(); ++i) {
            TopK<int> best(options_.municipality_candidates);
            TopK<int> free(options_.municipality_candidates);  // of those that nothing bars
            const std::vector<int> topics = numbers_of(options_.agenda[i].topics);
            for (const int number : members) {
                if (now_.is_paused(number, topics)) continue;
                const double known = knows(number, options_.agenda[i]);
                if (known <= 0) continue;
                best.offer(number, known);
                if (!barred(number, options_.agenda[i])) free.offer(number, known);
            }
            std::set<int> taken;
            for (TopK<int>* list : {&best, &free}) {
                for (const auto& entry : list->take()) {
                    if (taken.insert(entry.id).second) items_of[entry.id].push_back(static_cast<int>(i));
                }
            }
        }
        for (const Placement& lock :
             options_.locks) {  // a municipality that is locked is asked for that item
            const int number = now_.number_of(Id<Municipality>(lock.speaker.str()));
            const Speaker* known = now_.find(lock.speaker);
            if (number < 0 || (known != nullptr && !speaks_itself(*known))) continue;
            const auto item = std::find(fit.items.begin(), fit.items.end(), lock.item) - fit.items.begin();
            std::vector<int>& items = items_of[number];
            if (std::find(items.begin(), items.end(), static_cast<int>(item)) == items.end())
                items.push_back(static_cast<int>(item));
            if (known == nullptr)
                left_alone(now_.municipality(number).id, lock.speaker,
                           options_.agenda[at(static_cast<int>(item))]);
        }
        for (const auto& [number, items] : items_of) {
            const Municipality& municipality = now_.municipality(number);
            const Id<Speaker> id(municipality.id.str());
            const Speaker* known = now_.find(id);
            if (known != nullptr && !speaks_itself(*known)) continue;  // another bears that id
            const int person =
                known != nullptr ? result_.person(id) : static_cast<int>(result_.persons.size());
            if (known == nullptr)
                result_.persons.push_back(
                    {id, true, municipality.id.str(), true, is_newcomer(municipality.id)});
            const unsigned bars = known != nullptr        ? bars_of(*known)
                                  : near(municipality.id) ? 0U
                                                          : bar_travel;
            for (const int item : items) {
                std::vector<Reason> reasons = knowledge_reasons(number, options_.agenda[at(item)]);
                const double value = total_of(reasons);
                if (known != nullptr && fits_as_speaker(item, person, value)) continue;
                const unsigned rest = known != nullptr ? rest_of(*known, options_.agenda[at(item)]) : 0U;
                add_pair(item, person, value, bars | rest, std::move(reasons));
            }
        }
    }

    bool barred(int number, const AgendaItem& item) const {
        const Municipality& municipality = now_.municipality(number);
        if (listed(options_.forbidden, item.id, Id<Speaker>(municipality.id.str()))) return true;
        if (!options_.max_travel_km || !options_.host || host_unplaced()) return false;
        const std::optional<double> km = kilometres(municipality, *now_.find(*options_.host));
        return km && *km > *options_.max_travel_km;
    }

    std::vector<int> numbers_of(const std::vector<Id<Topic>>& topics) const {
        std::vector<int> numbers;
        for (const Id<Topic>& topic : topics)
            numbers.push_back(now_.number_of(topic));
        return numbers;
    }

    bool is_newcomer(const Id<Municipality>& municipality) const {
        const Date day = options_.date.value_or(now_.today());
        for (const Speaker* speaker : now_.all<Speaker>()) {
            if (speaker->municipality != municipality) continue;
            for (const Talk& talk : speaker->talks) {
                if (talk.date < day) return false;
            }
        }
        return true;
    }

    // Mean expertise on the item's topics, 0..1.
    double knows(int number, const AgendaItem& item) const {
        double sum = 0.0;
        for (const Id<Topic>& topic : item.topics)
            sum += now_.graph().spread_expertise(number, now_.number_of(topic));
        return item.topics.empty() ? 0.0 : sum / static_cast<double>(item.topics.size());
    }

    // Worth what a speaker earns who is on the topics and has spoken on them, times how much it knows.
    std::vector<Reason> knowledge_reasons(int number, const AgendaItem& item) const {
        const double scale_by = (weights_.topics + weights_.experience) /
                                (weights_.words + weights_.topics + weights_.experience) /
                                static_cast<double>(item.topics.size());
        Reason reason{"municipality-knows", 0.0, {}, {}};
        for (const Id<Topic>& id : item.topics) {
            const int topic = now_.number_of(id);
            Reason part{
                "on-topic", 0.0, {{"topic", id.str()}}, now_.graph().expertise_reasons(number, topic)};
            for (Reason& piece : part.parts) {
                scale(piece, scale_by);
                name_topics(now_, piece);
            }
            if (!part.parts.empty()) reason.parts.push_back(std::move(part));
        }
        std::vector<Reason> reasons;
        if (!reason.parts.empty()) reasons.push_back(std::move(reason));
        add_up(reasons);
        return reasons;
    }

    void notice() {
        if (options_.date && *options_.date < now_.today()) {
            result_.notices.push_back(
                {"meeting-past", 0.0, {{"date", options_.date->str()}, {"today", now_.today().str()}}, {}});
        }
        if (options_.max_travel_km && !options_.host)
            result_.notices.push_back({"travel-no-host", 0.0, {}, {}});
        if (host_unplaced())
            result_.notices.push_back(
                {"host-no-location", 0.0, {{"municipality", options_.host->str()}}, {}});
        for (const std::string& municipality : unplaced_)
            result_.notices.push_back({"no-location", 0.0, {{"municipality", municipality}}, {}});
    }

    const Snapshot& now_;
    const MatchSpeakersOptions& options_;
    FitWeights weights_;
    std::vector<Id<Meeting>> recent_;
    std::set<std::string> unplaced_;
    Candidates result_;
};

}  // namespace

int Candidates::person(const Id<Speaker>& id) const {
    for (std::size_t p = 0; p < persons.size(); ++p) {
        if (persons[p].id == id) return static_cast<int>(p);
    }
    return -1;
}

Candidates find_candidates(const Snapshot& now, const MatchSpeakersOptions& options) {
    return Finder(now, options).find();
}

}  // namespace m150::inline v0
