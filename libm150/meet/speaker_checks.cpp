#include "libm150/meet/speaker_checks.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"

namespace m150::inline v0 {

namespace {

class Checker {
  public:
    Checker(const Snapshot& now, const MatchSpeakersOptions& options)
        : now_(now), options_(options), inputs_(now, "match_speakers") {}

    void run() {
        const MatchSpeakersOptions& o = options_;
        inputs_.in_range("max_items_per_speaker", o.max_items_per_speaker, 1, 100);
        inputs_.in_range("min_items_per_speaker", o.min_items_per_speaker, 0, o.max_items_per_speaker);
        inputs_.in_range("least_fit", o.least_fit, 0, 1);
        inputs_.in_range("alternates", static_cast<double>(o.alternates), 0, 1000);
        inputs_.in_range("max_per_organisation", o.max_per_organisation, 0, 100);
        inputs_.in_range("min_municipalities", o.min_municipalities, 0, 100);
        inputs_.in_range("min_newcomers", o.min_newcomers, 0, 100);
        inputs_.in_range("rest_meetings", o.rest_meetings, 0, 100);
        inputs_.in_range("municipality_candidates", static_cast<double>(o.municipality_candidates), 0, 100);
        inputs_.in_range("solver.most_nodes", static_cast<double>(o.solver.most_nodes), 1, 9e18);
        inputs_.in_range("solver.most_seconds", o.solver.most_seconds, 0, 1e9);
        if (o.max_travel_km) inputs_.in_range("max_travel_km", *o.max_travel_km, 0.001, 100'000);
        inputs_.require(o.rest_meetings == 0 || (o.date && o.network), "rest_meetings",
                        "cannot be counted without a date and a network", "date and network",
                        "give both, or a meeting");
        inputs_.known(o.network);
        inputs_.require(!o.host || now_.find(*o.host) != nullptr, "host",
                        "'" + (o.host ? excerpt(o.host->str(), 60) : "") + "' is unknown",
                        "the code of a municipality");
        for (const Id<Speaker>& id : o.invited)
            speaker("invited", id);
        for (const AgendaItem& one : o.agenda) {
            inputs_.require(0 <= one.speakers_at_least && one.speakers_at_least <= one.speakers_at_most &&
                                one.speakers_at_most <= 1000,
                            "agenda", "the speakers of item '" + excerpt(one.id, 60) + "' cross",
                            "0 <= speakers_at_least <= speakers_at_most <= 1000");
        }
        people();
        prices();
        inputs_.throw_if_any();
    }

  private:
    // A speaker on record, or a municipality that may be asked to speak.
    void speaker(const char* field, const Id<Speaker>& id) {
        if (now_.find(id) != nullptr) return;
        const bool municipality = now_.number_of(Id<Municipality>(id.str())) >= 0;
        inputs_.require(municipality, field, "'" + excerpt(id.str(), 60) + "' is unknown",
                        "the id of a speaker");
        inputs_.require(!municipality || options_.municipality_candidates > 0, field,
                        "'" + excerpt(id.str(), 60) + "' is a municipality, and none is asked to speak",
                        "the id of a speaker", "set municipality_candidates above 0");
    }

    void item(const char* field, const std::string& id) {
        const auto& agenda = options_.agenda;
        const bool known =
            std::any_of(agenda.begin(), agenda.end(), [&](const AgendaItem& one) { return one.id == id; });
        inputs_.require(known, field, "'" + excerpt(id, 60) + "' is no item of the agenda",
                        "the id of an item");
    }

    void people() {
        std::set<Id<Speaker>> limited;
        for (const SpeakerLimit& limit : options_.limits) {
            speaker("limits", limit.speaker);
            inputs_.require(limited.insert(limit.speaker).second, "limits",
                            "'" + excerpt(limit.speaker.str(), 60) + "' is given twice", "each speaker once");
            inputs_.require(0 <= limit.at_least && limit.at_least <= limit.at_most && limit.at_most <= 100,
                            "limits", "those of '" + excerpt(limit.speaker.str(), 60) + "' cross",
                            "0 <= at_least <= at_most <= 100");
        }
        for (const SpeakerConflict& conflict : options_.conflicts) {
            speaker("conflicts", conflict.one);
            speaker("conflicts", conflict.other);
            inputs_.require(conflict.one != conflict.other, "conflicts",
                            "'" + excerpt(conflict.one.str(), 60) + "' conflicts with itself",
                            "two speakers");
        }
        for (const auto& group : options_.parallel) {
            for (const std::string& id : group)
                item("parallel", id);
            inputs_.require(std::set<std::string>(group.begin(), group.end()).size() == group.size(),
                            "parallel", "an item is named twice", "each item once");
        }
        placements("locks", options_.locks);
        placements("forbidden", options_.forbidden);
        inputs_.require(options_.keep.size() <= 1000, "keep",
                        "has " + std::to_string(options_.keep.size()) + " placements", "at most 1000");
    }

    void placements(const char* field, const std::vector<Placement>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            item(field, list[i].item);
            speaker(field, list[i].speaker);
            inputs_.require(std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) ==
                                list.begin() + static_cast<std::ptrdiff_t>(i),
                            field, "one placement is given twice", "each once");
        }
    }

    void prices() {
        const RulePrices& p = options_.prices;
        for (const int price : {p.place, p.promise, p.lock, p.municipality, p.newcomer, p.organisation,
                                p.items, p.conflict, p.fit, p.rest, p.travel, p.available, p.forbidden})
            inputs_.in_range("prices", price, 1, 1000);
    }

    const Snapshot& now_;
    const MatchSpeakersOptions& options_;
    Inputs inputs_;
};

}  // namespace

MatchSpeakersOptions as_of_today(const Snapshot& now, const MatchSpeakersOptions& options,
                                 std::vector<Reason>& said) {
    MatchSpeakersOptions today = options;
    const auto follow = [&](Id<Speaker>& id) {
        const Municipality* municipality = now.find(Id<Municipality>(id.str()));
        if (now.find(id) != nullptr || municipality == nullptr || municipality->exists_on(now.today()))
            return;
        id = Id<Speaker>(resolve_saying(now, municipality->id, said).str());
    };
    for (std::vector<Placement>* list : {&today.locks, &today.forbidden, &today.keep}) {
        for (Placement& one : *list)
            follow(one.speaker);
    }
    for (Id<Speaker>& one : today.invited)
        follow(one);
    for (SpeakerLimit& one : today.limits)
        follow(one.speaker);
    for (SpeakerConflict& one : today.conflicts) {
        follow(one.one);
        follow(one.other);
    }
    return today;
}

void check_options(const Snapshot& now, const MatchSpeakersOptions& options) {
    Checker(now, options).run();
}

}  // namespace m150::inline v0
