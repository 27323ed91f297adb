#include "libm150/match/speaker_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/word_reasons.hpp"

namespace m150::inline v0 {

namespace {

void check_agenda(const Snapshot& now, const std::vector<AgendaItem>& agenda, const FitWeights& weights) {
    Inputs inputs(now, "agenda");
    inputs.require(!agenda.empty(), "items", "has no items", "at least one item");
    std::set<std::string> seen;
    for (const AgendaItem& item : agenda) {
        inputs.require(!item.id.empty() && seen.insert(item.id).second, "items",
                       "has the id '" + excerpt(item.id, 60) + "' twice or empty",
                       "an id of its own for each item");
        inputs.require(item.speakers_at_least >= 0 && item.speakers_at_most >= item.speakers_at_least,
                       "item " + excerpt(item.id, 60), "has limits that cross",
                       "0 <= speakers_at_least <= speakers_at_most");
        inputs.known(item.topics);
    }
    inputs.in_range("weights.words", weights.words, 0, 1000);
    inputs.in_range("weights.topics", weights.topics, 0, 1000);
    inputs.in_range("weights.experience", weights.experience, 0, 1000);
    inputs.in_range("weights.related_topic", weights.related_topic, 0, 1);
    inputs.require(weights.words + weights.topics + weights.experience > 0, "weights", "are all 0",
                   "at least one above 0");
    inputs.throw_if_any();
}

bool is_related(const Topic& a, const Topic& b) {
    const auto names = [](const std::vector<Id<Topic>>& list, const Id<Topic>& id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    return names(a.related, b.id) || names(b.related, a.id) || names(a.broader, b.id) ||
           names(b.broader, a.id);
}

// 0..1: how well a list of topics serves the wanted one.
double topic_match(const Snapshot& now, const Id<Topic>& wanted, const std::vector<Id<Topic>>& offered,
                   double related_topic) {
    double best = 0.0;
    for (const Id<Topic>& one : offered) {
        if (one == wanted) return 1.0;
        const Topic* a = now.find(wanted);
        const Topic* b = now.find(one);
        if (a != nullptr && b != nullptr && is_related(*a, *b)) best = related_topic;
    }
    return best;
}

// The topics that the item names, in its list or in its words.
std::vector<Id<Topic>> wanted_topics(const AgendaItem& item, const Query& query) {
    std::vector<Id<Topic>> topics = item.topics;
    for (const QueryTerm& term : query.terms) {
        const Id<Topic> named(term.via);
        if (term.kind != QueryTerm::Kind::concept_id || !item.topics.empty()) continue;
        if (std::find(topics.begin(), topics.end(), named) == topics.end()) topics.push_back(named);
    }
    return topics;
}

class Fitter {
  public:
    Fitter(const Snapshot& now, const FitWeights& weights) : now_(now), weights_(weights) {
        total_ = weights.words + weights.topics + weights.experience;
    }

    // Appends one row of values and reasons: the item against every speaker.
    void fit(const AgendaItem& item, SpeakerFit& result) const {
        const Query query = now_.understand(item.title + "\n" + item.text);
        const std::vector<Id<Topic>> topics = wanted_topics(item, query);
        const SearchResult found = now_.search_speakers(query);
        std::map<std::string, const Hit*> hits;
        for (const Hit& hit : found.hits)
            hits[hit.key] = &hit;
        for (const Speaker* speaker : now_.all<Speaker>()) {
            std::vector<Reason> reasons;
            if (const auto hit = hits.find(speaker->id.str()); hit != hits.end()) {
                reasons.push_back(
                    word_reason("profile-words", query, found, *hit->second, weights_.words / total_));
            }
            add_topics(*speaker, topics, reasons);
            add_experience(*speaker, topics, reasons);
            add_up(reasons);
            result.values.push_back(total_of(reasons));
            result.reasons.push_back(std::move(reasons));
        }
    }

  private:
    void add_topics(const Speaker& speaker, const std::vector<Id<Topic>>& wanted,
                    std::vector<Reason>& reasons) const {
        Reason reason{"speaks-on", 0.0, {}, {}};
        for (const Id<Topic>& topic : wanted) {
            const double match = topic_match(now_, topic, speaker.topics, weights_.related_topic);
            if (match <= 0) continue;
            reason.parts.push_back({match == 1.0 ? "has-topic" : "has-related-topic",
                                    weights_.topics / total_ * match / static_cast<double>(wanted.size()),
                                    {{"topic", topic.str()}},
                                    {}});
        }
        if (reason.parts.empty()) return;
        const auto is_topic = [](const Reason& part) { return part.code == "has-topic"; };
        if (std::none_of(reason.parts.begin(), reason.parts.end(), is_topic))
            reason.code = "speaks-on-related";
        reasons.push_back(std::move(reason));
    }

    // Talks given: x / (1 + x) of their sum, each faded by age and weighted by its rating.
    void add_experience(const Speaker& speaker, const std::vector<Id<Topic>>& wanted,
                        std::vector<Reason>& reasons) const {
        Reason reason{"experience", 0.0, {}, {}};
        double sum = 0.0;
        for (const Talk& talk : speaker.talks) {
            if (talk.date > now_.today() || wanted.empty()) continue;
            double match = 0.0;
            for (const Id<Topic>& topic : wanted)
                match += topic_match(now_, topic, talk.topics, weights_.related_topic) /
                         static_cast<double>(wanted.size());
            const double fresh =
                std::exp2(-days_between(talk.date, now_.today()) / now_.graph().options().half_life_days);
            const double weight = match * fresh * (talk.rating ? *talk.rating / 4.0 : 1.0);
            if (weight <= 0) continue;
            sum += weight;
            reason.parts.push_back({"talk", weight, {{"title", talk.title}, {"date", talk.date.str()}}, {}});
        }
        if (sum <= 0) return;
        for (Reason& part : reason.parts)
            part.share *= weights_.experience / total_ / (1.0 + sum);
        reasons.push_back(std::move(reason));
    }

    const Snapshot& now_;
    const FitWeights& weights_;
    double total_ = 1.0;
};

}  // namespace

SpeakerFit speaker_fit(const Snapshot& now, const std::vector<AgendaItem>& agenda,
                       const std::optional<FitWeights>& given) {
    const FitWeights weights = given.value_or(now.options().speakers);
    check_agenda(now, agenda, weights);
    SpeakerFit result;
    for (const Speaker* speaker : now.all<Speaker>())
        result.speakers.push_back(speaker->id);
    const Fitter fitter(now, weights);
    for (const AgendaItem& item : agenda) {
        result.items.push_back(item.id);
        fitter.fit(item, result);
    }
    return result;
}

}  // namespace m150::inline v0
