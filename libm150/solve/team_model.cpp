#include "libm150/solve/team_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0::team_model {

namespace {

constexpr double kLargest = 1000.0;
constexpr double kNoBound = std::numeric_limits<double>::infinity();

bool sensible(double number) {
    return std::isfinite(number) && std::abs(number) <= kLargest;
}
bool worth_something(double number) {
    return sensible(number) && number >= 0.0;
}
bool index_of(int index, std::size_t count) {
    return index >= 0 && at(index) < count;
}

// What is wrong with one offer, in a few words; empty when nothing is.
const char* wrong_with(const TeamProblem& problem, const TeamOffer& offer) {
    if (!sensible(offer.gain)) return "its gain is no number of at most 1000";
    if (offer.at_least < 0 || offer.at_most < offer.at_least) return "its bounds on members cross";
    std::set<int> seen;
    for (const TeamCandidate& candidate : offer.candidates) {
        if (!index_of(candidate.party, problem.room.size()) || !seen.insert(candidate.party).second)
            return "a candidate is nobody, or is there twice";
        if (!sensible(candidate.gain) || !worth_something(candidate.strength) ||
            !sensible(candidate.lead_gain))
            return "a candidate's numbers are out of range";
    }
    for (const TeamQuota& quota : offer.quotas) {
        const std::set<int> all(quota.candidates.begin(), quota.candidates.end());
        if (all.size() != quota.candidates.size() || quota.at_least < 0 ||
            !std::all_of(all.begin(), all.end(),
                         [&](int one) { return index_of(one, offer.candidates.size()); }))
            return "a quota is below 0, or names no candidate or one twice";
    }
    for (std::size_t s = 0; s < offer.steps.size(); ++s) {
        const TeamStep& step = offer.steps[s];
        if (!(step.width > 0.0) || !sensible(step.width) || !worth_something(step.worth) ||
            (s > 0 && step.worth > offer.steps[s - 1].worth))
            return "a step is out of range, or worth more than the one before";
    }
    for (const TeamVariety& variety : offer.varieties) {
        if (variety.marks.size() != offer.candidates.size() || !worth_something(variety.worth) ||
            variety.at_least < 0 ||
            !std::all_of(variety.marks.begin(), variety.marks.end(), [](int mark) { return mark >= -1; }))
            return "a variety does not give each candidate a mark, or is out of range";
    }
    const std::set<int> themes(offer.themes.begin(), offer.themes.end());
    if (themes.size() != offer.themes.size() || !std::all_of(themes.begin(), themes.end(), [&](int theme) {
            return index_of(theme, at(problem.themes));
        }))
        return "a theme is none, or is there twice";
    return nullptr;
}

}  // namespace

void check(const TeamProblem& problem) {
    std::vector<Problem> wrong;
    const auto not_negative = [](const std::vector<int>& numbers) {
        return std::all_of(numbers.begin(), numbers.end(), [](int number) { return number >= 0; });
    };
    if (!not_negative(problem.room) || !not_negative(problem.lead_room) ||
        problem.lead_room.size() != problem.room.size())
        wrong.push_back({"room, lead_room", "are not one a party, 0 or more", "a number for each", ""});
    if (problem.themes < 0 || problem.most_teams < 0)
        wrong.push_back({"themes, most_teams", "is below 0", "0 or more", ""});
    for (std::size_t o = 0; wrong.empty() && o < problem.offers.size(); ++o) {
        const char* what = wrong_with(problem, problem.offers[o]);
        if (what != nullptr) wrong.push_back({"offer " + std::to_string(o), what, "", "correct it"});
    }
    if (!wrong.empty()) throw InvalidInput(std::move(wrong));
}

Model::Model(const TeamProblem& problem, const std::vector<int>& offers) : problem_(problem) {
    program_.rounding_cuts = true;
    for (const int number : offers) {
        const TeamOffer& offer = problem.offers[at(number)];
        Columns columns;
        columns.offer = number;
        columns.started = column(offer.gain, 1.0, true);
        members(offer, columns);
        lead(offer, columns);
        strength(offer, columns);
        for (const TeamVariety& one : offer.varieties)
            variety(one, columns);
        columns_.push_back(std::move(columns));
    }
    shared();
}

int Model::column(double gain, double high, bool whole) {
    program_.columns.push_back({gain, 0.0, high, whole});
    return static_cast<int>(program_.columns.size()) - 1;
}

void Model::row(std::vector<MilpTerm> terms, double at_least, double at_most) {
    program_.rows.push_back({std::move(terms), at_least, at_most});
}

void Model::members(const TeamOffer& offer, Columns& columns) {
    std::vector<MilpTerm> all;
    for (const TeamCandidate& candidate : offer.candidates) {
        const bool free = problem_.room[at(candidate.party)] > 0;
        columns.in.push_back(column(candidate.gain, free ? 1.0 : 0.0, true));
        all.push_back({columns.in.back(), 1.0});
        row({{columns.in.back(), 1.0}, {columns.started, -1.0}}, -kNoBound, 0.0);
    }
    std::vector<MilpTerm> most = all;
    all.push_back({columns.started, -static_cast<double>(offer.at_least)});
    row(std::move(all), 0.0, kNoBound);
    most.push_back({columns.started, -static_cast<double>(offer.at_most)});
    row(std::move(most), -kNoBound, 0.0);
    for (const TeamQuota& quota : offer.quotas) {
        std::vector<MilpTerm> terms;
        for (const int candidate : quota.candidates)
            terms.push_back({columns.in[at(candidate)], 1.0});
        terms.push_back({columns.started, -static_cast<double>(quota.at_least)});
        row(std::move(terms), 0.0, kNoBound);
    }
}

void Model::lead(const TeamOffer& offer, Columns& columns) {
    columns.lead.assign(offer.candidates.size(), -1);
    if (!offer.led) return;
    std::vector<MilpTerm> all;
    for (std::size_t c = 0; c < offer.candidates.size(); ++c) {
        const TeamCandidate& candidate = offer.candidates[c];
        if (!candidate.can_lead) continue;
        const bool free = problem_.lead_room[at(candidate.party)] > 0;
        columns.lead[c] = column(candidate.lead_gain, free ? 1.0 : 0.0, true);
        all.push_back({columns.lead[c], 1.0});
        row({{columns.lead[c], 1.0}, {columns.in[c], -1.0}}, -kNoBound, 0.0);
    }
    all.push_back({columns.started, -1.0});
    row(std::move(all), 0.0, 0.0);
}

void Model::strength(const TeamOffer& offer, const Columns& columns) {
    std::vector<MilpTerm> filled;
    for (const TeamStep& step : offer.steps) {
        filled.push_back({column(step.worth, step.width, false), 1.0});
        row({{filled.back().column, 1.0}, {columns.started, -step.width}}, -kNoBound, 0.0);
    }
    if (filled.empty()) return;
    for (std::size_t c = 0; c < offer.candidates.size(); ++c) {
        if (offer.candidates[c].strength > 0.0)
            filled.push_back({columns.in[c], -offer.candidates[c].strength});
    }
    row(std::move(filled), -kNoBound, 0.0);
}

// A mark's column is at most 1 and at most the number of members who carry it, so it is whole when they are.
void Model::variety(const TeamVariety& variety, const Columns& columns) {
    std::map<int, std::vector<MilpTerm>> carriers;
    for (std::size_t c = 0; c < variety.marks.size(); ++c) {
        if (variety.marks[c] >= 0) carriers[variety.marks[c]].push_back({columns.in[c], -1.0});
    }
    std::vector<MilpTerm> all;
    for (auto& [mark, terms] : carriers) {
        const int there = column(variety.worth, 1.0, false);
        all.push_back({there, 1.0});
        row({{there, 1.0}, {columns.started, -1.0}}, -kNoBound, 0.0);
        terms.push_back({there, 1.0});
        row(std::move(terms), -kNoBound, 0.0);
    }
    if (variety.at_least == 0) return;
    all.push_back({columns.started, -static_cast<double>(variety.at_least)});
    row(std::move(all), 0.0, kNoBound);
}

// What the teams want of each other: parties, leads, themes, and their number.
void Model::shared() {
    std::map<int, std::vector<MilpTerm>> in, leads, themes;
    std::vector<MilpTerm> counted;
    for (const Columns& columns : columns_) {
        const TeamOffer& offer = problem_.offers[at(columns.offer)];
        for (std::size_t c = 0; c < offer.candidates.size(); ++c) {
            in[offer.candidates[c].party].push_back({columns.in[c], 1.0});
            if (columns.lead[c] >= 0) leads[offer.candidates[c].party].push_back({columns.lead[c], 1.0});
        }
        for (const int theme : offer.themes)
            themes[theme].push_back({columns.started, 1.0});
        if (offer.counted) counted.push_back({columns.started, 1.0});
    }
    const auto limit = [&](std::vector<MilpTerm>& terms, int most) {
        if (terms.size() > at(most)) row(std::move(terms), -kNoBound, most);
    };
    for (auto& [party, terms] : in)
        limit(terms, problem_.room[at(party)]);
    for (auto& [party, terms] : leads)
        limit(terms, problem_.lead_room[at(party)]);
    for (auto& [theme, terms] : themes)
        limit(terms, 1);
    limit(counted, problem_.most_teams);
}

std::vector<Team> Model::read(const std::vector<double>& values) const {
    std::vector<Team> teams;
    for (const Columns& columns : columns_) {
        if (values[at(columns.started)] < 0.5) continue;
        Team team;
        team.offer = columns.offer;
        for (std::size_t c = 0; c < columns.in.size(); ++c) {
            if (values[at(columns.in[c])] > 0.5) team.members.push_back(static_cast<int>(c));
            if (columns.lead[c] >= 0 && values[at(columns.lead[c])] > 0.5) team.lead = static_cast<int>(c);
        }
        team.worth = worth_of(problem_.offers[at(team.offer)], team.members, team.lead);
        if (team.worth > 0.0) teams.push_back(std::move(team));
    }
    return teams;
}

bool keeps_to(const TeamOffer& offer, const std::vector<int>& members, int lead) {
    const auto in = [&](int candidate) {
        return std::find(members.begin(), members.end(), candidate) != members.end();
    };
    if (members.size() < at(offer.at_least) || members.size() > at(offer.at_most)) return false;
    if (offer.led && (lead < 0 || !in(lead) || !offer.candidates[at(lead)].can_lead)) return false;
    for (const TeamQuota& quota : offer.quotas) {
        if (std::count_if(quota.candidates.begin(), quota.candidates.end(), in) < quota.at_least)
            return false;
    }
    for (const TeamVariety& variety : offer.varieties) {
        std::set<int> marks;
        for (const int member : members)
            marks.insert(variety.marks[at(member)]);
        marks.erase(-1);
        if (marks.size() < at(variety.at_least)) return false;
    }
    return true;
}

}  // namespace m150::inline v0::team_model
