#include "libm150/solve/district_search.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "libm150/solve/district_exchange.hpp"
#include "libm150/solve/district_reach.hpp"

namespace m150::inline v0::districts {

namespace {

// Centres that a node may go to, by cost: as few as do, and all only while that makes few pairs.
constexpr std::size_t kNear[] = {4, 12, 1'000'000};
constexpr std::size_t kMostPairs = 6'000;
constexpr std::size_t kSettled = 6;         // starts whose parts are made to hang together
constexpr int kTries = 150;                 // shakes to bring a division within the sizes
constexpr int kIdle = 15;                   // shakes in a row that gain nothing
constexpr std::size_t kWholeBlind = 1'000;  // the same when no division was found
constexpr std::size_t kWhole = 3'500;  // pairs of nodes and centres up to which a problem is solved whole

}  // namespace

Search::Search(const DistrictProblem& problem, const Neighbours& beside, const DistrictOptions& options)
    : p_(problem),
      beside_(beside),
      centres_(problem, beside, options),
      balance_(problem, beside, centres_, options.seed),
      model_(problem, beside, options.most_work, options.progress) {}

void Search::run() {
    const auto counted =
        std::count_if(p_.nodes.begin(), p_.nodes.end(), [](const DistrictNode& node) { return node.counts; });
    if (static_cast<long long>(p_.parts) * p_.at_least > counted ||
        static_cast<long long>(p_.parts) * p_.at_most < counted || sizes_out_of_reach(p_, beside_)) {
        nothing_proved_ = true;
        return;
    }
    std::vector<Plan> plans = centres_.starts([this](Parts part) { offer(std::move(part)); });
    for (std::size_t s = 0; s < plans.size() && s < kSettled; ++s) {
        if (s == 0) centres_.swap(plans[0]);
        even(plans[s]);
        if (best_ && best_->judged.cost == 0) return;
        if (best_ || !centres_.are_given()) settle(plans[s]);
    }
    const Bound bound(p_, best_ ? best_->judged.cost : plans[0].judged.cost);
    lower_bound_ = bound.value();
    if (best_ && lower_bound_ < best_->judged.cost && !best_settled_) shake();
    if (!best_ || lower_bound_ < best_->judged.cost) whole(bound);
}

// Whether it is the best until now. `settled`: none with its centres is cheaper.
bool Search::offer(Parts part, bool settled) {
    if (!keeps_to(p_, beside_, part)) return false;
    Plan plan = plan_of(p_, std::move(part));
    const bool better = !best_ || plan.judged.cost < best_->judged.cost;
    if (better || plan.judged.cost == best_->judged.cost)
        best_settled_ = settled || (!better && best_settled_);
    if (better) best_ = std::move(plan);
    return better;
}

// Grown from the centres of a plan, brought within the sizes, and made cheaper.
void Search::even(const Plan& plan) {
    Plan grown = plan_of(p_, grown_from(p_, beside_, plan.judged.centre));
    if (std::optional<Plan> found = balance_.even(std::move(grown), kTries))
        offer(refined(*std::move(found)).part);
}

Plan Search::refined(Plan plan) const {
    return exchanged(p_, beside_, centres_, balance_.cheaper(std::move(plan)));
}

// Other divisions near the best, until many in a row gain nothing: an iterated local search (Lourenco, Martin
// and Stutzle 2003).
void Search::shake() {
    for (int idle = 0; idle < kIdle && p_.parts > 1; ++idle) {
        centres_.tell(static_cast<std::uint64_t>(idle), kIdle);
        std::optional<Plan> found = balance_.even(balance_.shaken(*best_), kTries);
        if (found && offer(refined(*std::move(found)).part)) idle = -1;
    }
}

// The pairs of nodes and centres of a plan, with the `near` centres that a node lies nearest.
std::vector<std::vector<bool>> Search::pairs(const Plan& plan, std::size_t near) const {
    const std::vector<int>& centres = plan.judged.centre;
    std::vector<std::vector<bool>> may(p_.nodes.size(), std::vector<bool>(p_.nodes.size()));
    for (std::size_t i = 0; i < may.size(); ++i) {
        may[i][at(centres[at(plan.part[i])])] = true;
        for (const Homes& homes : {Homes{}, plan.judged.home}) {
            std::vector<std::pair<std::int64_t, int>> order;
            for (std::size_t c = 0; c < centres.size(); ++c)
                order.emplace_back(centres_.cost_in(i, centres[c], static_cast<int>(c), homes), centres[c]);
            std::sort(order.begin(), order.end());
            for (std::size_t c = 0; c < std::min(order.size(), near); ++c)
                may[i][at(order[c].second)] = true;
        }
    }
    for (std::size_t i = 0; i < may.size(); ++i) {
        if (std::find(centres.begin(), centres.end(), static_cast<int>(i)) == centres.end())
            may[i][i] = false;
    }
    return may;
}

// The same alternation with parts that hang together: with the groups at home where they are, which is
// quick, and then wherever is best.
void Search::settle(Plan plan) {
    if (!p_.groupings.empty()) plan = settle(std::move(plan), true);
    if (model_.work_left()) settle(std::move(plan), false);
}

Plan Search::settle(Plan plan, bool at_home) {
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    for (;;) {
        Homes homes = plan.judged.home;  // as centres
        for (auto& row : homes) {
            for (int& home : row)
                home = plan.judged.centre[at(home)];
        }
        const Homes* fixed = at_home ? &homes : nullptr;
        ModelAnswer answer;
        answer.status = MilpStatus::infeasible;
        for (const std::size_t near : kNear) {
            const std::size_t most = std::min(near, plan.judged.centre.size()) * p_.nodes.size();
            if (near == kNear[0] || (answer.status == MilpStatus::infeasible && most <= kMostPairs))
                answer = model_.solve(pairs(plan, near), fixed);
        }
        if (answer.part.empty()) return plan;
        Plan next = plan_of(p_, std::move(answer.part));
        offer(next.part, answer.status == MilpStatus::optimal && !at_home);
        if (next.judged.cost >= before) return plan;
        before = next.judged.cost;
        plan = std::move(next);
        if (!at_home && !model_.work_left()) return plan;
    }
}

// The problem as one program, when few enough pairs are left that a better division could have.
void Search::whole(const Bound& bound) {
    const std::int64_t upper =
        best_ ? best_->judged.cost - 1 : std::numeric_limits<std::int64_t>::max() / 1024;
    const auto may = bound.possible(upper);
    std::size_t count = 0;
    for (const auto& row : may)
        count += static_cast<std::size_t>(std::count(row.begin(), row.end(), true));
    if (count > (best_ ? kWhole : kWholeBlind) || !model_.work_left()) return;
    int open = 0;
    for (std::size_t j = 0; j < may.size(); ++j)
        open += may[j][j] ? 1 : 0;
    ModelAnswer answer;
    answer.status = MilpStatus::infeasible;
    if (open >= p_.parts) answer = model_.solve(may);
    if (answer.status == MilpStatus::infeasible) {
        if (best_)
            lower_bound_ = best_->judged.cost;
        else
            nothing_proved_ = true;
        return;
    }
    const bool proved = answer.status == MilpStatus::optimal && !answer.part.empty();
    if (!answer.part.empty()) offer(std::move(answer.part));
    lower_bound_ = std::max(lower_bound_, proved ? best_->judged.cost : answer.lower_bound);
    if (best_) lower_bound_ = std::min(lower_bound_, best_->judged.cost);
}

}  // namespace m150::inline v0::districts
