#include "libm150/meet/programme_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Builder {
  public:
    Builder(const MatchSpeakersOptions& options, const Candidates& candidates, ModelUse use)
        : options_(options), candidates_(candidates), advice_(use == ModelUse::advice) {
        choices_of_item_.resize(options.agenda.size());
        choices_of_person_.resize(candidates.persons.size());
        model_.used.assign(candidates.persons.size(), -1);
    }

    // Rules in the order in which a reader wants to hear of them: what is asked first, then what limits it.
    ProgrammeModel build() {
        pairs();
        places();
        locks();
        if (!advice_) keeps();
        persons();
        parallel();
        if (counts_speakers()) speaking();
        totals();
        organisations();
        conflicts();
        if (advice_) bars();
        if (options_.goal == ProgrammeGoal::worst_first && !advice_) shares();
        return std::move(model_);
    }

  private:
    using Terms = std::vector<ChoiceTerm>;
    static constexpr int none = ChoiceRule::none;

    void rule(RuleKind kind, Terms terms, int at_least, int at_most, int plan_price, int advice_price,
              Reason says = {}, int index = -1) {
        model_.problem.rules.push_back(
            {std::move(terms), at_least, at_most, advice_ ? advice_price : plan_price});
        model_.notes.push_back({kind, std::move(says), index});
    }
    void structure(Terms terms, int at_least, int at_most) {
        rule(RuleKind::structure, std::move(terms), at_least, at_most, 0, 0);
    }

    static Terms each(const std::vector<int>& choices) {
        Terms terms;
        for (const int choice : choices)
            terms.push_back({choice, 1});
        return terms;
    }

    int new_choice(double weight) {
        model_.problem.weights.push_back(weight);
        return static_cast<int>(model_.problem.weights.size()) - 1;
    }

    std::pair<std::string, std::string> item_value(int item) const {
        const AgendaItem& one = options_.agenda[at(item)];
        return {"item", one.title.empty() ? one.id : one.title};
    }
    std::pair<std::string, std::string> item_id(int item) const {
        return {"item_id", options_.agenda[at(item)].id};
    }
    std::pair<std::string, std::string> speaker_value(int person) const {
        return {"speaker", candidates_.persons[at(person)].id.str()};
    }
    int item_of(const std::string& id) const {
        for (std::size_t i = 0; i < options_.agenda.size(); ++i) {
            if (options_.agenda[i].id == id) return static_cast<int>(i);
        }
        return -1;
    }

    void pairs() {
        for (std::size_t p = 0; p < candidates_.pairs.size(); ++p) {
            const SpeakerPair& pair = candidates_.pairs[p];
            if (pair.bars != 0 && !advice_) continue;
            const int choice = new_choice(pair.fit);
            model_.pairs.push_back(static_cast<int>(p));
            choices_of_item_[at(pair.item)].push_back(choice);
            choices_of_person_[at(pair.person)].push_back(choice);
        }
    }

    // Of a lock that is broken so much more is lost than of all minimums together that locks are kept first.
    int lock_price() const {
        int total = 1 + options_.min_municipalities + options_.min_newcomers;
        for (const AgendaItem& item : options_.agenda)
            total += item.speakers_at_least;
        for (std::size_t p = 0; p < candidates_.persons.size(); ++p)
            total += limit_of(static_cast<int>(p)).at_least;
        return std::min(total, 1'000'000 / minimum_price()) * minimum_price();
    }

    // Of a minimum that is missed by one: more than of letting go of everything that was to be kept.
    int minimum_price() const { return advice_ ? 1 : 1 + static_cast<int>(options_.keep.size()); }

    void places() {
        for (std::size_t i = 0; i < options_.agenda.size(); ++i) {
            const AgendaItem& item = options_.agenda[i];
            const int index = static_cast<int>(i);
            structure(each(choices_of_item_[i]), -none, item.speakers_at_most);
            if (item.speakers_at_least == 0) continue;
            rule(RuleKind::place, each(choices_of_item_[i]), item.speakers_at_least, none, minimum_price(),
                 options_.prices.place,
                 {"rule-place",
                  0.0,
                  {item_value(index), {"count", std::to_string(item.speakers_at_least)}, item_id(index)},
                  {}},
                 index);
        }
    }

    void locks() {
        for (std::size_t l = 0; l < options_.locks.size(); ++l) {
            const int item = item_of(options_.locks[l].item);
            const int person = candidates_.person(options_.locks[l].speaker);
            Terms terms;
            for (const int choice : choices_of_item_[at(item)]) {
                if (candidates_.pairs[at(model_.pairs[at(choice)])].person == person) terms = {{choice, 1}};
            }
            rule(RuleKind::lock, terms, 1, none, lock_price(), options_.prices.lock,
                 {"rule-lock",
                  0.0,
                  {{"speaker", options_.locks[l].speaker.str()}, item_value(item), item_id(item)},
                  {}},
                 static_cast<int>(l));
        }
    }

    void keeps() {
        for (const Placement& placement : options_.keep) {
            const int item = item_of(placement.item);
            const int person = candidates_.person(placement.speaker);
            if (item < 0 || person < 0) continue;
            for (const int choice : choices_of_item_[at(item)]) {
                if (candidates_.pairs[at(model_.pairs[at(choice)])].person == person)
                    rule(RuleKind::keep, {{choice, 1}}, 1, none, 1, 1);
            }
        }
    }

    SpeakerLimit limit_of(int person) const {
        const Id<Speaker>& id = candidates_.persons[at(person)].id;
        for (const SpeakerLimit& limit : options_.limits) {
            if (limit.speaker == id) return limit;
        }
        const bool invited =
            std::find(options_.invited.begin(), options_.invited.end(), id) != options_.invited.end();
        return {id, invited ? options_.min_items_per_speaker : 0, options_.max_items_per_speaker};
    }

    void persons() {
        for (std::size_t p = 0; p < candidates_.persons.size(); ++p) {
            const int index = static_cast<int>(p);
            const SpeakerLimit limit = limit_of(index);
            if (limit.at_least == 0) continue;
            rule(RuleKind::promise, each(choices_of_person_[p]), limit.at_least, none, minimum_price(),
                 options_.prices.promise,
                 {"rule-promise", 0.0, {speaker_value(index), {"count", std::to_string(limit.at_least)}}, {}},
                 index);
        }
        for (std::size_t p = 0; p < candidates_.persons.size(); ++p) {
            const int index = static_cast<int>(p);
            const int at_most = limit_of(index).at_most;
            if (static_cast<int>(choices_of_person_[p].size()) <= at_most) continue;
            rule(RuleKind::items, each(choices_of_person_[p]), -none, at_most, 0, options_.prices.items,
                 {"rule-items", 0.0, {speaker_value(index), {"count", std::to_string(at_most)}}, {}}, index);
        }
    }

    void parallel() {
        for (const std::vector<std::string>& group : options_.parallel) {
            std::string names;
            for (const std::string& id : group)
                names += (names.empty() ? "" : ", ") + item_value(item_of(id)).second;
            for (const std::vector<int>& choices : choices_of_person_) {
                Terms terms;
                for (const int choice : choices) {
                    const SpeakerPair& pair = candidates_.pairs[at(model_.pairs[at(choice)])];
                    if (std::find(group.begin(), group.end(), options_.agenda[at(pair.item)].id) !=
                        group.end())
                        terms.push_back({choice, 1});
                }
                if (terms.size() < 2) continue;
                const int person = candidates_.pairs[at(model_.pairs[at(terms[0].choice)])].person;
                rule(RuleKind::parallel, terms, -none, 1, 0, kImpossible,
                     {"rule-parallel", 0.0, {speaker_value(person), {"items", names}}, {}});
            }
        }
    }

    bool counts_speakers() const {
        return options_.max_per_organisation > 0 || options_.min_municipalities > 0 ||
               options_.min_newcomers > 0 || !options_.conflicts.empty();
    }

    // A choice for each person that says whether she speaks at all.
    void speaking() {
        for (std::size_t p = 0; p < candidates_.persons.size(); ++p) {
            if (choices_of_person_[p].empty()) continue;
            const int used = model_.used[p] = new_choice(0.0);
            for (const int choice : choices_of_person_[p])
                structure({{choice, 1}, {used, -1}}, -none, 0);
            Terms any = each(choices_of_person_[p]);
            any.push_back({used, -1});
            structure(std::move(any), 0, none);
        }
    }

    Terms speaking_where(const std::vector<bool>& wanted) const {
        Terms terms;
        for (std::size_t p = 0; p < wanted.size(); ++p) {
            if (wanted[p] && model_.used[p] >= 0) terms.push_back({model_.used[p], 1});
        }
        return terms;
    }

    void totals() {
        std::vector<bool> municipal, new_here;
        for (const Person& person : candidates_.persons) {
            municipal.push_back(person.of_municipality);
            new_here.push_back(person.newcomer);
        }
        const auto count = [](int number) {
            return std::vector<std::pair<std::string, std::string>>{{"count", std::to_string(number)}};
        };
        if (options_.min_municipalities > 0)
            rule(RuleKind::municipalities, speaking_where(municipal), options_.min_municipalities, none,
                 minimum_price(), options_.prices.municipality,
                 {"rule-municipalities", 0.0, count(options_.min_municipalities), {}});
        if (options_.min_newcomers > 0)
            rule(RuleKind::newcomers, speaking_where(new_here), options_.min_newcomers, none, minimum_price(),
                 options_.prices.newcomer, {"rule-newcomers", 0.0, count(options_.min_newcomers), {}});
    }

    void organisations() {
        if (options_.max_per_organisation == 0) return;
        std::map<std::string, std::vector<bool>> houses;
        for (std::size_t p = 0; p < candidates_.persons.size(); ++p) {
            const std::string& house = candidates_.persons[p].house;
            if (house.empty()) continue;
            std::vector<bool>& members = houses[house];
            members.resize(candidates_.persons.size());
            members[p] = true;
        }
        for (const auto& [house, members] : houses) {
            Terms terms = speaking_where(members);
            if (static_cast<int>(terms.size()) <= options_.max_per_organisation) continue;
            rule(RuleKind::organisation, std::move(terms), -none, options_.max_per_organisation, 0,
                 options_.prices.organisation,
                 {"rule-organisation",
                  0.0,
                  {{"organisation", house}, {"count", std::to_string(options_.max_per_organisation)}},
                  {}});
        }
    }

    void conflicts() {
        for (const SpeakerConflict& conflict : options_.conflicts) {
            const int one = candidates_.person(conflict.one);
            const int other = candidates_.person(conflict.other);
            if (one < 0 || other < 0 || model_.used[at(one)] < 0 || model_.used[at(other)] < 0) continue;
            rule(RuleKind::conflict, {{model_.used[at(one)], 1}, {model_.used[at(other)], 1}}, -none, 1, 0,
                 options_.prices.conflict,
                 {"rule-conflict", 0.0, {speaker_value(one), {"other", conflict.other.str()}}, {}});
        }
    }

    // What keeps pairs from being candidates, told as a person would: who is not there on that day, not for
    // each item apart.
    void bars() {
        using Key = std::pair<unsigned, std::pair<int, int>>;  // bar, item or -1, person or -1
        std::map<Key, std::vector<int>> groups;
        for (std::size_t choice = 0; choice < model_.pairs.size(); ++choice) {
            const SpeakerPair& pair = candidates_.pairs[at(model_.pairs[choice])];
            const int number = static_cast<int>(choice);
            if (pair.bars & bar_fit) groups[{bar_fit, {pair.item, -1}}].push_back(number);
            if (pair.bars & bar_rest) groups[{bar_rest, {pair.item, pair.person}}].push_back(number);
            if (pair.bars & bar_travel) groups[{bar_travel, {-1, pair.person}}].push_back(number);
            if (pair.bars & bar_available) groups[{bar_available, {-1, pair.person}}].push_back(number);
            if (pair.bars & bar_forbidden)
                groups[{bar_forbidden, {pair.item, pair.person}}].push_back(number);
        }
        for (const auto& [key, choices] : groups) {
            Reason says;
            const auto& [item, person] = key.second;
            if (person >= 0) says.values.push_back(speaker_value(person));
            if (item >= 0) {
                says.values.push_back(item_value(item));
                says.values.push_back(item_id(item));
            }
            const int price = describe_bar(key.first, says);
            rule(RuleKind::bar, each(choices), -none, 0, 0, price, std::move(says));
        }
    }

    int describe_bar(unsigned bar, Reason& says) const {
        const RulePrices& prices = options_.prices;
        switch (bar) {
            case bar_fit:
                says.code = "rule-fit";
                says.values.emplace_back("least", to_text(options_.least_fit));
                return prices.fit;
            case bar_rest:
                says.code = "rule-rest";
                says.values.emplace_back("count", std::to_string(options_.rest_meetings));
                return prices.rest;
            case bar_travel:
                says.code = "rule-travel";
                says.values.emplace_back("km", to_text(*options_.max_travel_km));
                return prices.travel;
            case bar_available:
                says.code = "rule-available";
                says.values.emplace_back("date", options_.date->str());
                return prices.available;
            default:
                says.code = "rule-forbidden";
                return prices.forbidden;
        }
    }

    void shares() {
        for (std::size_t i = 0; i < options_.agenda.size(); ++i) {
            const AgendaItem& item = options_.agenda[i];
            if (item.speakers_at_least == 0 || choices_of_item_[i].empty()) continue;
            model_.problem.shares.push_back(
                {choices_of_item_[i], item.speakers_at_least, item.speakers_at_most});
        }
    }

    static constexpr int kImpossible = 100'000;  // nobody is in two rooms at once: given way on last

    const MatchSpeakersOptions& options_;
    const Candidates& candidates_;
    bool advice_;
    std::vector<std::vector<int>> choices_of_item_, choices_of_person_;
    ProgrammeModel model_;
};

}  // namespace

ProgrammeModel model_of(const MatchSpeakersOptions& options, const Candidates& candidates, ModelUse use) {
    return Builder(options, candidates, use).build();
}

Reason relaxation_of(const RuleNote& note, int by) {
    Reason reason = note.rule;
    reason.code = "relax" + reason.code.substr(std::string("rule").size());
    reason.values.emplace_back("by", std::to_string(by));
    return reason;
}

}  // namespace m150::inline v0
