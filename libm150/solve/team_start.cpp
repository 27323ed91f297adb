#include "libm150/solve/team_start.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "libm150/solve/team_model.hpp"

namespace m150::inline v0::team_model {

namespace {

class Starter {
  public:
    Starter(const TeamProblem& problem, const std::vector<double>& most)
        : problem_(problem),
          most_(most),
          room_(problem.room),
          lead_room_(problem.lead_room),
          taken_up_(at(problem.themes)) {}

    std::vector<Team> start() {
        std::vector<int> order(problem_.offers.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return most_[at(a)] > most_[at(b)]; });
        int counted = 0;
        for (const int offer : order) {
            const TeamOffer& one = problem_.offers[at(offer)];
            const bool free = std::none_of(one.themes.begin(), one.themes.end(),
                                           [&](int theme) { return taken_up_[at(theme)]; });
            if (most_[at(offer)] <= 0.0 || !free || (one.counted && counted == problem_.most_teams)) continue;
            Team team = team_of(offer);
            if (team.worth <= 0.0 || !keeps_to(one, team.members, team.lead)) continue;
            counted += one.counted ? 1 : 0;
            take(std::move(team));
        }
        std::sort(teams_.begin(), teams_.end(),
                  [](const Team& a, const Team& b) { return a.offer < b.offer; });
        return std::move(teams_);
    }

  private:
    int party(const TeamOffer& offer, int candidate) const { return offer.candidates[at(candidate)].party; }

    Team team_of(int number) const {
        const TeamOffer& offer = problem_.offers[at(number)];
        Team team{number, {}, -1, 0.0};
        for (int c = 0; offer.led && c < static_cast<int>(offer.candidates.size()); ++c) {
            const TeamCandidate& one = offer.candidates[at(c)];
            if (!one.can_lead || room_[at(one.party)] == 0 || lead_room_[at(one.party)] == 0) continue;
            if (team.lead < 0 || gain_of_leading(offer, c) > gain_of_leading(offer, team.lead)) team.lead = c;
        }
        if (offer.led && team.lead < 0) return team;
        if (team.lead >= 0) team.members = {team.lead};
        while (static_cast<int>(team.members.size()) < offer.at_most && add_best(offer, team)) {
        }
        std::sort(team.members.begin(), team.members.end());
        team.worth = worth_of(offer, team.members, team.lead);
        return team;
    }

    static double gain_of_leading(const TeamOffer& offer, int candidate) {
        return offer.candidates[at(candidate)].gain + offer.candidates[at(candidate)].lead_gain;
    }

    // Adds one member; false when none is asked for or adds anything.
    bool add_best(const TeamOffer& offer, Team& team) const {
        const int asked = asked_for(offer, team.members);
        const double worth = worth_of(offer, team.members, team.lead);
        std::pair<int, double> best{0, 0.0};  // less to ask for, more worth
        int who = -1;
        for (int c = 0; c < static_cast<int>(offer.candidates.size()); ++c) {
            if (room_[at(party(offer, c))] == 0 ||
                std::find(team.members.begin(), team.members.end(), c) != team.members.end())
                continue;
            std::vector<int> with = team.members;
            with.push_back(c);
            const std::pair<int, double> gain{asked - asked_for(offer, with),
                                              worth_of(offer, with, team.lead) - worth};
            if (gain <= best && (who >= 0 || asked == 0 || gain.first <= 0)) continue;
            best = gain;
            who = c;
        }
        if (who >= 0) team.members.push_back(who);
        return who >= 0;
    }

    // Members and marks that are missing.
    static int asked_for(const TeamOffer& offer, const std::vector<int>& members) {
        int missing = std::max(0, offer.at_least - static_cast<int>(members.size()));
        for (const TeamQuota& quota : offer.quotas) {
            const auto there = std::count_if(members.begin(), members.end(), [&](int member) {
                return std::find(quota.candidates.begin(), quota.candidates.end(), member) !=
                       quota.candidates.end();
            });
            missing += std::max(0, quota.at_least - static_cast<int>(there));
        }
        for (const TeamVariety& variety : offer.varieties) {
            std::set<int> marks;
            for (const int member : members)
                marks.insert(variety.marks[at(member)]);
            marks.erase(-1);
            missing += std::max(0, variety.at_least - static_cast<int>(marks.size()));
        }
        return missing;
    }

    void take(Team team) {
        const TeamOffer& offer = problem_.offers[at(team.offer)];
        for (const int member : team.members)
            --room_[at(party(offer, member))];
        if (team.lead >= 0) --lead_room_[at(party(offer, team.lead))];
        for (const int theme : offer.themes)
            taken_up_[at(theme)] = true;
        teams_.push_back(std::move(team));
    }

    const TeamProblem& problem_;
    const std::vector<double>& most_;
    std::vector<int> room_, lead_room_;
    std::vector<bool> taken_up_;  // by theme
    std::vector<Team> teams_;
};

}  // namespace

std::vector<Team> start_of(const TeamProblem& problem, const std::vector<double>& most) {
    return Starter(problem, most).start();
}

}  // namespace m150::inline v0::team_model
