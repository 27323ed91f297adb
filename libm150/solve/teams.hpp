// Forming teams: which of many possible teams to start, who is in each and who leads it, when nobody can be
// in too many of them.
#pragma once

#include <cstdint>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

// Somebody who could be in a team.
struct TeamCandidate {
    int party = 0;
    double gain = 0.0;       // of its being in the team; may be negative
    double strength = 0.0;   // that it brings along, 0 or more: see TeamOffer::steps
    bool can_lead = false;   // the team
    double lead_gain = 0.0;  // of its leading the team; may be negative
};

// Of these candidates (by their index) so many are in the team.
struct TeamQuota {
    std::vector<int> candidates;
    int at_least = 1;
};

// How much the next `width` of strength is worth, each unit; later steps are worth less.
struct TeamStep {
    double width = 1.0;  // above 0
    double worth = 1.0;  // 0 or more, and no more than the step before
};

// Candidates carry marks, and a team gains by each different one.
struct TeamVariety {
    std::vector<int> marks;  // of each candidate, 0 or more; -1: it has none
    int at_least = 0;        // different marks in the team
    double worth = 0.0;      // of each different mark, 0 or more
};

// A team that could be started.
struct TeamOffer {
    double gain = 0.0;  // of there being the team; may be negative
    std::vector<TeamCandidate> candidates;
    int at_least = 1;  // members, the one who leads it included
    int at_most = 1;
    std::vector<TeamQuota> quotas;
    std::vector<TeamStep> steps;  // strength beyond the last is worth nothing
    std::vector<TeamVariety> varieties;
    bool led = false;         // one of its members leads it
    std::vector<int> themes;  // what it takes up; a theme is taken up by one team at most
    bool counted = true;      // among most_teams
};

struct TeamProblem {
    std::vector<int> room;       // of each party: teams that it can be in, 0 or more
    std::vector<int> lead_room;  // of each party: teams that it can lead, 0 or more
    int themes = 0;
    int most_teams = 0;
    std::vector<TeamOffer> offers;
};

struct Team {
    int offer = 0;
    std::vector<int> members;  // indices of candidates, ascending
    int lead = -1;             // one of them; -1: nobody leads it
    double worth = 0.0;
    friend bool operator==(const Team&, const Team&) = default;
};

struct Teams {
    std::vector<Team> teams;  // ascending by offer; each is worth more than nothing
    double objective = 0.0;   // the sum of what they are worth
    double upper_bound = 0.0;
    bool proved = true;        // nothing is worth more; false when a limit was reached
    std::int64_t nodes = 0;    // of all searches together
    std::vector<double> most;  // of each offer: no team of it is worth more, whoever else is where; 0: it
                               // cannot be started, or only at a loss
};

// The teams that are worth most together. Exact to a relative 1e-7 (solve_milp).
//
// Each offer is first weighed alone, as if its candidates were wanted nowhere else; the best set of offers by
// those worths bounds what can be had, and when its teams do not want the same parties, it is had. Else what
// no set that beats them can hold is left out, and the rest is one mixed integer program.
//
// When a limit is reached it is no worse than giving each offer in turn the members that add most.
//
// Of teams that are worth the same, those in which nobody can be exchanged for an earlier candidate of the
// offer: so small changes of the problem change little.
//
// Throws InvalidInput for numbers that are not finite or larger than 1,000, or outside the ranges above,
// indices of nothing, a party twice in an offer, and when `progress` cancels. Safe to call from any number of
// threads.
M150_EXPORT Teams form_teams(const TeamProblem& problem, const SolveLimits& limits = {});

// What a team of these members is worth under this lead; whether it keeps to the bounds is not looked at.
M150_EXPORT double worth_of(const TeamOffer& offer, const std::vector<int>& members, int lead);

}  // namespace m150::inline v0
