#include "libm150/solve/teams.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "libm150/solve/team_bounds.hpp"
#include "libm150/solve/team_start.hpp"

namespace m150::inline v0 {

namespace {

using team_model::at;

constexpr double kSame = 1e-9;  // worths of two teams that differ by less are the same

class Former {
  public:
    Former(const TeamProblem& problem, const SolveLimits& limits)
        : problem_(problem), limits_(limits), bounds_(problem, limits) {}

    Teams form() {
        const team_model::OfferSet best = bounds_.best_set();
        search(best.offers);
        // Had: nobody is wanted in too many of them. Else only what can be in something better is looked at.
        if (!team_model::less(result_.objective, best.bound)) return finish(result_.objective, true);
        std::vector<int> left;
        for (int offer = 0; offer < static_cast<int>(problem_.offers.size()); ++offer) {
            if (bounds_.can_reach(offer, result_.objective)) left.push_back(offer);
        }
        const MilpStatus status = search(left);
        if (status != MilpStatus::optimal) take(team_model::start_of(problem_, bounds_.most()));
        return finish(std::min(best.bound, bound_), status == MilpStatus::optimal);
    }

  private:
    // Solves for these offers together, keeps what is better than anything before, and the bound on what they
    // can be worth.
    MilpStatus search(const std::vector<int>& offers) {
        const team_model::Model model(problem_, offers);
        const MilpResult found = solve_milp(model.program(), limits_);
        result_.nodes += found.nodes;
        bound_ = found.upper_bound;
        if (found.values.empty()) return found.status;
        take(model.read(found.values));
        return found.status;
    }

    void take(std::vector<Team> teams) {
        double sum = 0.0;
        for (const Team& team : teams)
            sum += team.worth;
        if (sum <= result_.objective) return;
        result_.objective = sum;
        result_.teams = std::move(teams);
    }

    // Exchanges members, and leads, for earlier candidates where that costs nothing.
    void settle_ties() {
        std::vector<int> room = problem_.room, leads = problem_.lead_room;
        for (const Team& team : result_.teams) {
            const TeamOffer& offer = problem_.offers[at(team.offer)];
            for (const int member : team.members)
                --room[at(offer.candidates[at(member)].party)];
            if (team.lead >= 0) --leads[at(offer.candidates[at(team.lead)].party)];
        }
        for (Team& team : result_.teams) {
            while (exchange(team, room, leads)) {
            }
        }
    }

    // One exchange, of the last member for the earliest candidate that will do; false when there is none.
    bool exchange(Team& team, std::vector<int>& room, std::vector<int>& leads) const {
        const TeamOffer& offer = problem_.offers[at(team.offer)];
        for (std::size_t m = team.members.size(); m-- > 0;) {
            const int out = team.members[m];
            for (int in = 0; in < out; ++in) {
                int& free = room[at(offer.candidates[at(in)].party)];
                int& leading = leads[at(offer.candidates[at(in)].party)];
                const bool led = team.lead == out;
                if (free == 0 || (led && leading == 0) ||
                    std::binary_search(team.members.begin(), team.members.end(), in))
                    continue;
                Team other = team;
                other.members[m] = in;
                std::sort(other.members.begin(), other.members.end());
                if (led) other.lead = in;
                other.worth = worth_of(offer, other.members, other.lead);
                if (other.worth < team.worth - kSame ||
                    !team_model::keeps_to(offer, other.members, other.lead))
                    continue;
                --free;
                ++room[at(offer.candidates[at(out)].party)];
                if (led) {
                    --leading;
                    ++leads[at(offer.candidates[at(out)].party)];
                }
                team = std::move(other);
                return true;
            }
        }
        return false;
    }

    Teams finish(double bound, bool proved) {
        settle_ties();
        result_.objective = 0.0;
        for (const Team& team : result_.teams)
            result_.objective += team.worth;
        result_.most = bounds_.most();
        result_.nodes += bounds_.nodes();
        result_.proved = proved;
        result_.upper_bound = std::max(result_.objective, bound);
        return std::move(result_);
    }

    const TeamProblem& problem_;
    const SolveLimits& limits_;
    team_model::Bounds bounds_;
    double bound_ = 0.0;  // of the last search
    Teams result_;
};

}  // namespace

double worth_of(const TeamOffer& offer, const std::vector<int>& members, int lead) {
    double worth = offer.gain, strength = 0.0;
    for (const int member : members) {
        worth += offer.candidates[at(member)].gain;
        strength += offer.candidates[at(member)].strength;
    }
    if (lead >= 0) worth += offer.candidates[at(lead)].lead_gain;
    for (const TeamStep& step : offer.steps) {
        worth += step.worth * std::clamp(strength, 0.0, step.width);
        strength -= step.width;
    }
    for (const TeamVariety& variety : offer.varieties) {
        std::set<int> marks;
        for (const int member : members) {
            if (variety.marks[at(member)] >= 0) marks.insert(variety.marks[at(member)]);
        }
        worth += variety.worth * static_cast<double>(marks.size());
    }
    return worth;
}

Teams form_teams(const TeamProblem& problem, const SolveLimits& limits) {
    team_model::check(problem);
    return Former(problem, limits).form();
}

}  // namespace m150::inline v0
