#include "libm150/meet/working_groups.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/meet/group_offers.hpp"

namespace m150::inline v0 {

namespace {

// Parts of a reason below this fraction of the score are told together.
constexpr double kLeastTold = 0.03;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

void check_weights(Inputs& inputs, const WorkingGroupWeights& w) {
    for (const auto& [name, value] : {std::pair{"demand", w.demand},
                                      {"knowledge", w.knowledge},
                                      {"lasting", w.lasting},
                                      {"open", w.open},
                                      {"region", w.region},
                                      {"size", w.size},
                                      {"chair", w.chair},
                                      {"seat", w.seat},
                                      {"travel", w.travel}})
        inputs.in_range(std::string("weights.") + name, value, 0, 100);
    inputs.in_range("weights.enough", w.enough, 0.01, 100);
}

void check_numbers(Inputs& inputs, const WorkingGroupOptions& o) {
    inputs.in_range("groups", o.groups, 0, 50);
    inputs.in_range("at_least", o.at_least, 2, 50);
    inputs.in_range("at_most", o.at_most, 2, 50);
    inputs.in_range("knowers", o.knowers, 0, 50);
    inputs.in_range("needers", o.needers, 0, 50);
    inputs.in_range("knows", o.knows, 0, 1);
    inputs.in_range("needs", o.needs, 1e-9, 1);
    inputs.in_range("step", o.step, 0, 0.5);
    inputs.in_range("per_municipality", o.per_municipality, 1, 20);
    inputs.in_range("least_regions", o.least_regions, 0, 50);
    inputs.in_range("joining", o.joining, 0, 50);
    inputs.in_range("period_days", o.period_days, 1, 1000);
    inputs.in_range("periods", o.periods, 1, 100);
    inputs.in_range("lasting", o.lasting, 1, o.periods);
    inputs.in_range("askers", o.askers, 1, 1000);
    inputs.in_range("bundle", o.bundle, 1, 3);
    inputs.in_range("shared", o.shared, 0, 1);
    inputs.in_range("quiet_periods", o.quiet_periods, 1, 100);
    inputs.in_range("faded", o.faded, 0, 1);
    inputs.in_range("keep", o.keep, 0, 100);
    inputs.in_range("noise", o.noise, 0, 1);
    inputs.in_range("solver.most_nodes", static_cast<double>(o.solver.most_nodes), 1, 9e18);
    inputs.in_range("solver.most_seconds", o.solver.most_seconds, 0, 1e9);
}

void check_options(const Snapshot& now, const WorkingGroupOptions& o) {
    Inputs inputs(now, "propose_working_groups");
    inputs.known(o.network);
    inputs.known(o.topics);
    check_numbers(inputs, o);
    check_weights(inputs, o.weights);
    inputs.require(o.at_least <= o.at_most, "at_least",
                   "is " + std::to_string(o.at_least) + ", above at_most " + std::to_string(o.at_most),
                   "at_least <= at_most", "correct one of them");
    inputs.require(o.knowers + o.needers <= o.at_most, "knowers, needers",
                   "are " + std::to_string(o.knowers + o.needers) + " together",
                   "at most at_most, " + std::to_string(o.at_most), "ask for fewer, or allow larger groups");
    inputs.require(o.least_regions <= o.at_most, "least_regions", "is " + std::to_string(o.least_regions),
                   "at most at_most, " + std::to_string(o.at_most), "ask for fewer, or allow larger groups");
    inputs.throw_if_any();
}

Reason counted(const char* code, double share, std::size_t count) {
    return {code, share, {{"count", std::to_string(count)}}, {}};
}

std::pair<std::string, std::string> km_value(double km) {
    return {"km", std::to_string(std::lround(km))};
}

class Proposer {
  public:
    Proposer(const Snapshot& now, const WorkingGroupOptions& options)
        : now_(now),
          options_(options),
          world_(group_world(now, options)),
          offers_(group_offers(now, options, world_)) {}

    WorkingGroupProposals propose() {
        const Teams found = form_teams(offers_.problem, options_.solver);
        result_.municipalities = static_cast<int>(world_.members.size());
        for (const Team& team : found.teams)
            write(team);
        std::stable_sort(result_.groups.begin(), result_.groups.end(),
                         [](const ProposedGroup& a, const ProposedGroup& b) { return a.score > b.score; });
        for (const ProposedGroup& group : result_.groups)
            result_.value += group.score;
        for (const JoinProposal& join : result_.joins)
            result_.value += join.score;
        result_.upper_bound = std::max(result_.value, found.upper_bound);
        result_.proved = found.proved;
        closings();
        topics(found);
        notices();
        return std::move(result_);
    }

  private:
    const GroupSubject& subject_of(const Team& team) const { return offers_.subjects[at(team.offer)]; }
    const TeamOffer& offer_of(const Team& team) const { return offers_.problem.offers[at(team.offer)]; }
    int place_of(const Team& team, int member) const { return offer_of(team).candidates[at(member)].party; }

    void write(const Team& team) {
        const GroupSubject& subject = subject_of(team);
        std::vector<GroupMember> members;
        for (const int member : team.members)
            members.push_back(
                level_of(now_, options_, world_, place_of(team, member), subject.topics).member);
        std::sort(members.begin(), members.end(),
                  [](const GroupMember& a, const GroupMember& b) { return a.municipality < b.municipality; });
        std::vector<Reason> reasons = reasons_of(team);
        const double score = total_of(reasons);
        if (subject.joined != nullptr) {
            result_.joins.push_back(
                {subject.joined->record->id, std::move(members), score, std::move(reasons)});
            return;
        }
        ProposedGroup group;
        for (const int topic : subject.topics) {
            group.topics.push_back(now_.topic(topic).id);
            group.name += (group.name.empty() ? "Werkgroep " : " en ") + now_.topic(topic).preferred_label;
        }
        group.members = std::move(members);
        group.chair = now_.municipality(world_.members[at(place_of(team, team.lead))]).id;
        group.score = score;
        group.reasons = std::move(reasons);
        group.asked = subject.asked;
        group.regions = static_cast<int>(marks_of(team, 0));
        result_.groups.push_back(std::move(group));
    }

    std::size_t marks_of(const Team& team, std::size_t variety) const {
        std::set<int> marks;
        for (const int member : team.members)
            marks.insert(offer_of(team).varieties[variety].marks[at(member)]);
        marks.erase(-1);
        return marks.size();
    }

    std::vector<Reason> reasons_of(const Team& team) const {
        const WorkingGroupWeights& w = options_.weights;
        std::vector<Reason> reasons;
        const bool joins = subject_of(team).joined != nullptr;
        if (!joins) why_now(team, reasons);
        members(team, reasons);
        reasons.push_back(counted(joins ? "group-new-regions" : "group-regions",
                                  w.region * static_cast<double>(marks_of(team, 0)), marks_of(team, 0)));
        reasons.push_back(counted(joins ? "group-new-sizes" : "group-sizes",
                                  w.size * static_cast<double>(marks_of(team, 1)), marks_of(team, 1)));
        if (team.lead >= 0) {
            reasons.push_back({"group-chair",
                               offer_of(team).candidates[at(team.lead)].lead_gain,
                               {{"municipality", id_of(team, team.lead)}},
                               {}});
        }
        const auto kept =
            static_cast<std::size_t>(std::count_if(team.members.begin(), team.members.end(), [&](int member) {
                return subject_of(team).earlier.count(place_of(team, member)) > 0;
            }));
        reasons.push_back(counted("group-kept", options_.keep * static_cast<double>(kept), kept));
        reasons.push_back(
            counted("group-seats", -w.seat * static_cast<double>(team.members.size()), team.members.size()));
        add_up(reasons);
        std::erase_if(reasons, [](const Reason& reason) { return reason.share == 0.0; });
        fold_small(reasons, kLeastTold * total_of(reasons));
        return reasons;
    }

    std::string id_of(const Team& team, int member) const {
        return now_.municipality(world_.members[at(place_of(team, member))]).id.str();
    }

    void why_now(const Team& team, std::vector<Reason>& reasons) const {
        const GroupSubject& subject = subject_of(team);
        const int periods = periods_with_demand(options_, subject.asked);
        reasons.push_back({"group-lasts",
                           options_.weights.lasting * periods / options_.periods,
                           {{"count", std::to_string(periods)},
                            {"of", std::to_string(options_.periods)},
                            {"days", std::to_string(options_.period_days)}},
                           {}});
        const QuestionCount questions = questions_between(
            world_.fresh, subject.topics, first_day_of(now_, options_, options_.periods), now_.today());
        if (questions.all == 0) return;
        reasons.push_back({"gap-open",
                           options_.weights.open * questions.open / questions.all,
                           {{"count", std::to_string(questions.open)}, {"of", std::to_string(questions.all)}},
                           {}});
    }

    // What each member needs, brings, and travels.
    void members(const Team& team, std::vector<Reason>& reasons) const {
        const WorkingGroupWeights& w = options_.weights;
        const GroupSubject& subject = subject_of(team);
        Reason needs{"group-demand", 0.0, {}, {}}, brings{"group-knowledge", 0.0, {}, {}};
        Reason travels{"group-travel", 0.0, {}, {}};
        double strength = 0.0, worth = 0.0;
        for (const int member : team.members)
            strength += offer_of(team).candidates[at(member)].strength;
        double left = strength;
        for (const TeamStep& step : offer_of(team).steps) {
            worth += step.worth * std::clamp(left, 0.0, step.width);
            left -= step.width;
        }
        for (const int member : team.members) {
            const std::vector<std::pair<std::string, std::string>> who{{"municipality", id_of(team, member)}};
            const int place = place_of(team, member);
            const GroupLevel level = level_of(now_, options_, world_, place, subject.topics);
            if (level.demand > 0.0)
                needs.parts.push_back({"municipality-needs", w.demand * level.demand, who, {}});
            if (level.expertise > 0.0)
                brings.parts.push_back({"municipality-brings", worth * level.expertise / strength, who, {}});
            const GroupTravel travel = travel_of(now_, world_, world_.members[at(place)], subject.host);
            if (travel.km > 0.0) {
                travels.parts.push_back(
                    {travel.known ? "municipality-travels" : "municipality-travels-unknown",
                     -w.travel * travel.km / 100.0,
                     who,
                     {}});
                travels.parts.back().values.push_back(km_value(travel.km));
            }
        }
        if (subject.host >= 0)
            travels.values.emplace_back("municipality", now_.municipality(subject.host).id.str());
        for (Reason* reason : {&needs, &brings, &travels}) {
            if (reason->parts.empty()) continue;
            if (reason != &travels)
                reason->values.emplace_back("count", std::to_string(reason->parts.size()));
            std::stable_sort(
                reason->parts.begin(), reason->parts.end(),
                [](const Reason& a, const Reason& b) { return std::abs(a.share) > std::abs(b.share); });
            reasons.push_back(std::move(*reason));
        }
    }

    void closings() {
        for (const RunningGroup& group : world_.running) {
            if (!group.served.empty()) result_.closings.push_back({group.record->id, group.served});
        }
    }

    void topics(const Teams& found) {
        std::vector<int> asked;
        for (const Id<Topic>& id : options_.topics)
            asked.push_back(now_.number_of(id));
        for (int topic = 0; options_.topics.empty() && topic < now_.graph().topics(); ++topic)
            asked.push_back(topic);
        std::sort(asked.begin(), asked.end());
        asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
        for (const int topic : asked)
            result_.topics.push_back(topic_of(topic, found));
    }

    GroupTopic topic_of(int topic, const Teams& found) const {
        GroupTopic one;
        one.topic = now_.topic(topic).id;
        one.periods = periods_with_demand(options_, asked_by_period(now_, options_, world_, {topic}));
        std::set<int> regions;
        for (int place = 0; place < static_cast<int>(world_.members.size()); ++place) {
            const GroupMember member = level_of(now_, options_, world_, place, {topic}).member;
            one.knowers += member.knows ? 1 : 0;
            one.needers += member.needs ? 1 : 0;
            if (member.knows || member.needs) regions.insert(world_.region[at(world_.members[at(place)])]);
        }
        regions.erase(-1);
        const RunningGroup* running = world_.served_by[at(topic)];
        if (running != nullptr) one.group = running->record->id;
        one.why = running != nullptr ? (running->served.empty() ? "running" : "closing")
                                     : why_not(topic, one, static_cast<int>(regions.size()), found);
        return one;
    }

    std::string why_not(int topic, const GroupTopic& one, int regions, const Teams& found) const {
        const auto takes_up = [&](int offer) {
            const std::vector<int>& themes = offers_.problem.offers[at(offer)].themes;
            return std::find(themes.begin(), themes.end(), topic) != themes.end();
        };
        if (std::any_of(found.teams.begin(), found.teams.end(),
                        [&](const Team& team) { return takes_up(team.offer); }))
            return "proposed";
        bool offered = false, possible = false;
        for (int offer = 0; offer < static_cast<int>(offers_.problem.offers.size()); ++offer) {
            offered = offered || takes_up(offer);
            possible = possible || (takes_up(offer) && found.most[at(offer)] > 0.0);
        }
        if (possible) return found.proved ? "outweighed" : "limited";
        if (one.periods == 0) {
            const Date from = first_day_of(now_, options_, options_.periods);
            return askers_between(world_.signals, {topic}, from, now_.today()) > 0 ? "served" : "not-asked";
        }
        if (!offered && one.periods < options_.lasting) return "not-lasting";
        if (one.knowers == 0) return "nobody-knows";
        if (one.knowers < options_.knowers) return "few-knowers";
        if (one.needers < options_.needers) return "few-needers";
        if (one.knowers + one.needers < options_.at_least) return "few-members";
        if (regions < options_.least_regions) return "few-regions";
        return "no-room";
    }

    void notices() {
        const bool lasting =
            std::any_of(result_.topics.begin(), result_.topics.end(), [](const GroupTopic& one) {
                const bool running = one.why == "running" || one.why == "closing";
                return !running && one.why != "not-asked" && one.why != "served" && one.why != "not-lasting";
            });
        if (!lasting)
            result_.notices.push_back(
                {options_.topics.empty() ? "no-lasting-demand" : "no-lasting-demand-chosen", 0.0, {}, {}});
        if (!result_.proved) {
            result_.notices.push_back(
                {"groups-limited", 0.0, {{"count", std::to_string(result_.groups.size())}}, {}});
        } else if (result_.groups.size() < at(options_.groups)) {
            result_.notices.push_back(
                {"fewer-groups",
                 0.0,
                 {{"count", std::to_string(result_.groups.size())}, {"of", std::to_string(options_.groups)}},
                 {}});
        }
        if (!options_.physical) return;
        for (const int number : world_.members) {
            const Municipality& one = now_.municipality(number);
            if (!one.latitude || !one.longitude)
                result_.notices.push_back({"group-no-location",
                                           0.0,
                                           {{"municipality", one.id.str()}, km_value(world_.unknown_km)},
                                           {}});
        }
    }

    const Snapshot& now_;
    const WorkingGroupOptions& options_;
    const GroupWorld world_;
    const GroupOffers offers_;
    WorkingGroupProposals result_;
};

}  // namespace

WorkingGroupProposals propose_working_groups(const Snapshot& now, const WorkingGroupOptions& options) {
    check_options(now, options);
    return Proposer(now, options).propose();
}

}  // namespace m150::inline v0
