#include "libm150/solve/team_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace m150::inline v0::team_model {

namespace {

constexpr double kRelative = 1e-7;  // what solve_milp proves to
constexpr double kNoBound = std::numeric_limits<double>::infinity();

// A bound on what candidates add by themselves and by their strength. The steps of strength fall, so at any
// price each unit is worth no more than that, and what the steps above the price are worth beyond it.
class Gains {
  public:
    Gains(const TeamOffer& offer, const std::vector<int>& free) : offer_(offer), free_(free) {}

    double most() const {
        double most = at_price(0.0);
        for (const TeamStep& step : offer_.steps)
            most = std::min(most, at_price(step.worth));
        return most;
    }

  private:
    double at_price(double price) const {
        std::vector<double> gains;
        for (const int c : free_)
            gains.push_back(offer_.candidates[at(c)].gain + offer_.candidates[at(c)].strength * price);
        std::sort(gains.begin(), gains.end(), std::greater<>());
        double sum = 0.0;
        for (std::size_t i = 0; i < gains.size() && i < at(offer_.at_most); ++i) {
            if (i >= at(offer_.at_least) && gains[i] <= 0.0) break;
            sum += gains[i];
        }
        for (const TeamStep& step : offer_.steps)
            sum += std::max(0.0, step.worth - price) * step.width;
        return sum;
    }

    const TeamOffer& offer_;
    const std::vector<int>& free_;
};

// A bound on what a team of the offer can be worth that needs no search. 0 when it is seen that there can be
// none, or only at a loss.
double quick_bound(const TeamProblem& problem, const TeamOffer& offer) {
    std::vector<int> free;
    std::vector<bool> is_free;
    double lead = -kNoBound;
    for (std::size_t c = 0; c < offer.candidates.size(); ++c) {
        const TeamCandidate& candidate = offer.candidates[c];
        is_free.push_back(problem.room[at(candidate.party)] > 0);
        if (!is_free.back()) continue;
        free.push_back(static_cast<int>(c));
        if (offer.led && candidate.can_lead && problem.lead_room[at(candidate.party)] > 0)
            lead = std::max(lead, candidate.lead_gain);
    }
    if (free.size() < at(offer.at_least) || (offer.led && lead == -kNoBound)) return 0.0;
    for (const TeamQuota& quota : offer.quotas) {
        const auto there = std::count_if(quota.candidates.begin(), quota.candidates.end(),
                                         [&](int c) { return is_free[at(c)]; });
        if (there < quota.at_least) return 0.0;
    }
    double bound = offer.gain + (offer.led ? lead : 0.0) + Gains(offer, free).most();
    for (const TeamVariety& variety : offer.varieties) {
        std::set<int> marks;
        for (const int c : free)
            marks.insert(variety.marks[at(c)]);
        marks.erase(-1);
        const std::size_t most = std::min(marks.size(), at(offer.at_most));
        if (most < at(variety.at_least)) return 0.0;
        bound += variety.worth * static_cast<double>(most);
    }
    return std::max(0.0, bound);
}

}  // namespace

bool less(double a, double b) {
    return a < b - kRelative * std::max(1.0, std::abs(b));
}

Bounds::Bounds(const TeamProblem& problem, const SolveLimits& limits)
    : problem_(problem), limits_(limits), exact_(problem.offers.size(), false) {
    std::map<std::pair<std::vector<int>, bool>, std::size_t> known;
    for (std::size_t o = 0; o < problem.offers.size(); ++o) {
        const TeamOffer& offer = problem.offers[o];
        most_.push_back(quick_bound(problem, offer));
        std::vector<int> themes = offer.themes;
        std::sort(themes.begin(), themes.end());
        const auto [place, is_new] = known.try_emplace({themes, offer.counted}, kinds_.size());
        if (is_new || themes.empty()) kinds_.push_back({{}, themes, offer.counted});
        kinds_[themes.empty() ? kinds_.size() - 1 : place->second].offers.push_back(static_cast<int>(o));
    }
}

OfferSet Bounds::best_set() {
    for (;;) {
        OfferSet set = best_set(problem_.most_teams, -1);
        bool all = true;
        for (const Kind& kind : kinds_) {
            int best = best_of(kind);
            if (!std::binary_search(set.offers.begin(), set.offers.end(), best)) continue;
            for (; !exact_[at(best)]; best = best_of(kind)) {
                weigh(best);
                all = false;
            }
        }
        if (all) return set;
    }
}

bool Bounds::can_reach(int offer, double worth) {
    const double& most = most_[at(offer)];
    if (most <= 0.0 || less(most + most_beside(offer), worth)) return false;
    for (const bool weighed : {false, true}) {
        if (weighed && exact_[at(offer)]) break;
        if (weighed) weigh(offer);
        if (less(best_set(problem_.most_teams, offer).bound, worth)) return false;
    }
    return most > 0.0;
}

// Of a kind the one that can be worth most, the first of equals.
int Bounds::best_of(const Kind& kind) const {
    return *std::max_element(kind.offers.begin(), kind.offers.end(),
                             [&](int a, int b) { return most_[at(a)] < most_[at(b)]; });
}

void Bounds::weigh(int offer) {
    exact_[at(offer)] = true;
    const Model model(problem_, {offer});
    const MilpResult found = solve_milp(model.program(), limits_);
    nodes_ += found.nodes;
    double& most = most_[at(offer)];
    if (found.status == MilpStatus::optimal) {
        const std::vector<Team> teams = model.read(found.values);
        most = teams.empty() ? 0.0 : std::min(most, teams.front().worth);
    } else {
        most = std::min(most, std::max(0.0, found.upper_bound));
    }
}

// Of the sets that can stand beside the offer, whatever its themes.
double Bounds::most_beside(int offer) {
    const bool counted = problem_.offers[at(offer)].counted;
    std::optional<double>& most = most_beside_[counted ? 1 : 0];
    if (!most) most = best_set(std::max(0, problem_.most_teams - (counted ? 1 : 0)), -1).bound;
    return *most;
}

// `with`: an offer that is in it; -1: none.
OfferSet Bounds::best_set(int most_teams, int with) {
    MilpProblem program;
    MilpRow counted{{}, -kNoBound, static_cast<double>(most_teams)};
    std::map<int, MilpRow> themes;
    std::vector<int> offers;
    for (const Kind& kind : kinds_) {
        const bool is_in = std::find(kind.offers.begin(), kind.offers.end(), with) != kind.offers.end();
        const int offer = is_in && !kind.themes.empty() ? with : best_of(kind);
        const double most = most_[at(offer)];
        if (most <= 0.0 && !is_in) continue;
        const MilpTerm term{static_cast<int>(offers.size()), 1.0};
        offers.push_back(offer);
        program.columns.push_back({most, is_in ? 1.0 : 0.0, 1.0, true});
        if (kind.counted) counted.terms.push_back(term);
        for (const int theme : kind.themes)
            themes.try_emplace(theme, MilpRow{{}, -kNoBound, 1.0}).first->second.terms.push_back(term);
    }
    for (auto& [theme, row] : themes) {
        if (row.terms.size() > 1) program.rows.push_back(std::move(row));
    }
    program.rows.push_back(std::move(counted));
    const MilpResult found = solve_milp(program, limits_);
    nodes_ += found.nodes;
    OfferSet set;
    set.bound = found.status == MilpStatus::infeasible ? 0.0 : found.upper_bound;
    for (std::size_t o = 0; o < found.values.size(); ++o) {
        if (found.values[o] > 0.5) set.offers.push_back(offers[o]);
    }
    std::sort(set.offers.begin(), set.offers.end());
    return set;
}

}  // namespace m150::inline v0::team_model
