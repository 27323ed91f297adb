// Teams against trying every team of every offer together, and what must hold whatever the problem.
#include "libm150/solve/teams.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "libm150/base/error.hpp"
#include "libm150/solve/random.hpp"

namespace m150 {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

TeamOffer random_offer(Random& random, int parties, int themes, bool ties) {
    const auto number = [&](double low, double high) {
        return ties ? static_cast<double>(
                          random.between(static_cast<int>(low * 4), static_cast<int>(high * 4))) /
                          4.0
                    : random.uniform(low, high);
    };
    TeamOffer offer;
    offer.gain = number(0.0, 1.5);
    for (int party = 0; party < parties; ++party) {
        if (random.chance(0.25)) continue;
        TeamCandidate candidate{party, number(-0.5, 1.0), 0.0, random.chance(0.6), number(-0.5, 0.5)};
        if (random.chance(0.5)) candidate.strength = number(0.0, 1.0);
        offer.candidates.push_back(candidate);
    }
    const int count = static_cast<int>(offer.candidates.size());
    offer.at_least = static_cast<int>(random.between(0, 2));
    offer.at_most = offer.at_least + static_cast<int>(random.between(0, 2));
    for (std::int64_t q = random.between(0, 2); q > 0; --q) {
        TeamQuota quota{{}, static_cast<int>(random.between(0, 2))};
        for (int c = 0; c < count; ++c) {
            if (random.chance(0.6)) quota.candidates.push_back(c);
        }
        offer.quotas.push_back(std::move(quota));
    }
    if (random.chance(0.7)) offer.steps = {{0.8, 1.0}, {1.0, 0.25}};
    for (std::int64_t v = random.between(0, 2); v > 0; --v) {
        TeamVariety variety{{}, static_cast<int>(random.between(0, 2)), number(0.0, 0.5)};
        for (int c = 0; c < count; ++c)
            variety.marks.push_back(static_cast<int>(random.between(-1, 2)));
        offer.varieties.push_back(std::move(variety));
    }
    offer.led = random.chance(0.6);
    for (int theme = 0; theme < themes; ++theme) {
        if (random.chance(0.2)) offer.themes.push_back(theme);
    }
    offer.counted = random.chance(0.8);
    return offer;
}

TeamProblem random_problem(std::uint64_t seed) {
    Random random(seed, "teams");
    TeamProblem problem;
    const int parties = static_cast<int>(random.between(1, 5));
    const bool ties = random.chance(0.4), tight = random.chance(0.7);
    for (int party = 0; party < parties; ++party) {
        problem.room.push_back(static_cast<int>(random.between(random.chance(0.1) ? 0 : 1, tight ? 1 : 3)));
        problem.lead_room.push_back(static_cast<int>(random.between(0, 2)));
    }
    problem.themes = static_cast<int>(random.between(0, 3));
    problem.most_teams = random.chance(0.1) ? 0 : static_cast<int>(random.between(2, 3));
    for (std::int64_t o = random.chance(0.1) ? 1 : 3; o > 0; --o)
        problem.offers.push_back(random_offer(random, parties, problem.themes, ties));
    if (problem.offers.size() > 1 && random.chance(0.3)) problem.offers[1].themes = problem.offers[0].themes;
    return problem;
}

// By the words of the header.
bool allowed(const TeamOffer& offer, const Team& team) {
    const int size = static_cast<int>(team.members.size());
    if (size < offer.at_least || size > offer.at_most || offer.led != (team.lead >= 0)) return false;
    const std::set<int> in(team.members.begin(), team.members.end());
    if (offer.led && (in.count(team.lead) == 0 || !offer.candidates[at(team.lead)].can_lead)) return false;
    for (const TeamQuota& quota : offer.quotas) {
        if (std::count_if(quota.candidates.begin(), quota.candidates.end(),
                          [&](int one) { return in.count(one) > 0; }) < quota.at_least)
            return false;
    }
    for (const TeamVariety& variety : offer.varieties) {
        std::set<int> marks;
        for (const int member : team.members)
            marks.insert(variety.marks[at(member)]);
        marks.erase(-1);
        if (static_cast<int>(marks.size()) < variety.at_least) return false;
    }
    return true;
}

bool together(const TeamProblem& problem, const std::vector<Team>& teams) {
    std::vector<int> room = problem.room, leads = problem.lead_room;
    std::vector<int> themes(at(problem.themes), 1);
    int counted = 0;
    for (const Team& team : teams) {
        const TeamOffer& offer = problem.offers[at(team.offer)];
        for (const int member : team.members) {
            if (--room[at(offer.candidates[at(member)].party)] < 0) return false;
        }
        if (team.lead >= 0 && --leads[at(offer.candidates[at(team.lead)].party)] < 0) return false;
        for (const int theme : offer.themes) {
            if (--themes[at(theme)] < 0) return false;
        }
        counted += offer.counted ? 1 : 0;
    }
    return counted <= problem.most_teams;
}

double tried_best(const TeamProblem& problem, std::size_t offer, std::vector<Team>& teams, double worth) {
    if (!together(problem, teams)) return -std::numeric_limits<double>::infinity();
    if (offer == problem.offers.size()) return worth;
    double best = tried_best(problem, offer + 1, teams, worth);
    const TeamOffer& one = problem.offers[offer];
    const int count = static_cast<int>(one.candidates.size());
    for (int subset = 0; subset < 1 << count; ++subset) {
        Team team{static_cast<int>(offer), {}, -1, 0.0};
        for (int c = 0; c < count; ++c) {
            if ((subset >> c & 1) != 0) team.members.push_back(c);
        }
        for (int lead = -1; lead < count; ++lead) {
            team.lead = lead;
            if (!allowed(one, team)) continue;
            team.worth = worth_of(one, team.members, lead);
            teams.push_back(team);
            best = std::max(best, tried_best(problem, offer + 1, teams, worth + team.worth));
            teams.pop_back();
        }
    }
    return best;
}

void expect_sound(const TeamProblem& problem, const Teams& found) {
    double sum = 0.0;
    for (const Team& team : found.teams) {
        EXPECT_TRUE(allowed(problem.offers[at(team.offer)], team));
        EXPECT_GT(team.worth, 0.0);
        EXPECT_LE(team.worth, found.most[at(team.offer)] + 1e-6);
        sum += team.worth;
    }
    EXPECT_TRUE(together(problem, found.teams));
    EXPECT_NEAR(found.objective, sum, 1e-9);
    EXPECT_GE(found.upper_bound, found.objective);
}

TEST(Teams, NothingIsWorthMoreOnAnySmallProblem) {
    int wanted_twice = 0, none = 0, of_a_kind = 0;
    for (std::uint64_t seed = 1; seed <= 12'000; ++seed) {
        const TeamProblem problem = random_problem(seed);
        const Teams found = form_teams(problem);
        std::vector<Team> teams;
        const double best = tried_best(problem, 0, teams, 0.0);
        ASSERT_NEAR(found.objective, best, 1e-6) << "seed " << seed;
        ASSERT_TRUE(found.proved) << "seed " << seed;
        ASSERT_NEAR(found.upper_bound, best, 1e-5) << "seed " << seed;
        expect_sound(problem, found);
        double alone = 0.0;
        for (const Team& team : found.teams)
            alone += found.most[at(team.offer)];
        wanted_twice += alone > found.objective + 1e-6 ? 1 : 0;
        none += found.teams.empty() ? 1 : 0;
        of_a_kind += problem.offers.size() > 1 && !problem.offers[0].themes.empty() &&
                             problem.offers[0].themes == problem.offers[1].themes
                         ? 1
                         : 0;
    }
    EXPECT_GT(wanted_twice, 1000);  // cases in which the teams are in each other's way
    EXPECT_GT(none, 50);
    EXPECT_GT(of_a_kind, 1000);
}

TEST(Teams, MoreRoomNeverCosts) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        TeamProblem problem = random_problem(seed);
        const double before = form_teams(problem).objective;
        for (int& room : problem.room)
            ++room;
        ++problem.most_teams;
        EXPECT_GE(form_teams(problem).objective, before - 1e-6) << "seed " << seed;
    }
}

TEST(Teams, ALimitLeavesABoundThatHolds) {
    Random random(7, "limits");
    int cut_short = 0;
    double had = 0.0, could = 0.0;
    for (int round = 0; round < 20; ++round) {
        TeamProblem problem;
        problem.room.assign(24, 1);
        problem.lead_room.assign(24, 1);
        problem.most_teams = 3;
        for (int o = 0; o < 6; ++o) {
            TeamOffer offer = random_offer(random, 24, 0, false);
            offer.at_least = 4;
            offer.at_most = 8;
            offer.counted = true;
            problem.offers.push_back(std::move(offer));
        }
        SolveLimits few;
        few.most_nodes = 1;
        const Teams found = form_teams(problem, few), best = form_teams(problem);
        expect_sound(problem, found);
        EXPECT_TRUE(best.proved);
        EXPECT_LE(found.objective, best.objective + 1e-6);
        EXPECT_GE(found.upper_bound, best.objective - 1e-6);
        cut_short += found.proved ? 0 : 1;
        had += found.objective;
        could += best.objective;
    }
    EXPECT_GT(cut_short, 10);
    EXPECT_GT(had, 0.9 * could);  // none of it without the start
}

TEST(Teams, NonsenseIsRefusedAndProgressCancels) {
    TeamProblem good;
    good.room = {1, 1};
    good.lead_room = {1, 1};
    good.most_teams = 1;
    good.offers.push_back(
        {1.0, {{0, 1.0, 0.0, true, 0.0}, {1, 1.0, 0.0, true, 0.0}}, 1, 2, {}, {}, {}, true, {}, true});
    EXPECT_EQ(form_teams(good).teams.size(), 1U);
    const auto refused = [&](auto spoil) {
        TeamProblem bad = good;
        spoil(bad);
        EXPECT_THROW(form_teams(bad), InvalidInput);
    };
    refused([](TeamProblem& p) { p.room = {1, -1}; });
    refused([](TeamProblem& p) { p.lead_room = {1}; });
    refused([](TeamProblem& p) { p.most_teams = -1; });
    refused([](TeamProblem& p) { p.offers[0].gain = std::numeric_limits<double>::quiet_NaN(); });
    refused([](TeamProblem& p) { p.offers[0].at_least = 3; });
    refused([](TeamProblem& p) { p.offers[0].candidates[1].party = 0; });
    refused([](TeamProblem& p) { p.offers[0].candidates[1].party = 2; });
    refused([](TeamProblem& p) { p.offers[0].candidates[1].strength = -1; });
    refused([](TeamProblem& p) { p.offers[0].quotas = {{{2}, 1}}; });
    refused([](TeamProblem& p) { p.offers[0].quotas = {{{1, 1}, 1}}; });
    refused([](TeamProblem& p) { p.offers[0].steps = {{1.0, 0.5}, {1.0, 0.6}}; });
    refused([](TeamProblem& p) { p.offers[0].varieties = {{{1}, 0, 0.0}}; });
    refused([](TeamProblem& p) { p.offers[0].themes = {0}; });
    SolveLimits cancelled;
    cancelled.progress = [](const auto&) { return false; };
    EXPECT_THROW(form_teams(good, cancelled), InvalidInput);
}

TEST(Teams, NothingToFormIsNoError) {
    EXPECT_TRUE(form_teams({}).teams.empty());
    EXPECT_TRUE(form_teams({}).proved);
}

}  // namespace
}  // namespace m150
