#include "libm150/solve/district_centres.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0::districts {

namespace {

constexpr std::size_t kSwapped = 6;  // nodes tried in the place of a centre

}  // namespace

Plan plan_of(const DistrictProblem& problem, Parts part) {
    std::optional<Judged> judged = judge(problem, part);
    if (!judged) throw InternalError("a part has no centre");
    return {std::move(part), *std::move(judged)};
}

Centres::Centres(const DistrictProblem& problem, const Neighbours& beside, const DistrictOptions& options)
    : p_(problem), beside_(beside), options_(options) {
    for (std::size_t i = 0; i < p_.nodes.size(); ++i) {
        if (p_.nodes[i].may_be_centre) centres_.push_back(static_cast<int>(i));
    }
}

void Centres::tell(std::uint64_t done, std::uint64_t total) const {
    if (options_.progress && !options_.progress({"divide", done, total}))
        throw InvalidInput(Problem{"divide", "cancelled", "", ""});
}

std::int64_t Centres::cost_in(std::size_t node, int centre, int part, const Homes& homes) const {
    std::int64_t cost = p_.cost[node][at(centre)];
    for (std::size_t q = 0; q < homes.size(); ++q) {
        const DistrictGrouping& grouping = p_.groupings[q];
        if (grouping.group[node] < 0) continue;
        const int home = homes[q][at(grouping.group[node])];
        if (home >= 0 && home != part) cost += grouping.cost[node];
    }
    return cost;
}

// The cheapest way to bring all nodes to these centres within the sizes: a flow.
Parts Centres::allocate(const std::vector<int>& centres, const Homes& homes) const {
    Parts part(p_.nodes.size(), -1);
    for (std::size_t c = 0; c < centres.size(); ++c)
        part[at(centres[c])] = static_cast<int>(c);
    AssignmentProblem flow;
    std::vector<std::size_t> node_of;
    std::vector<std::vector<std::int64_t>> costs;
    std::int64_t largest = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] >= 0) continue;
        std::vector<std::int64_t> row;
        for (std::size_t c = 0; c < centres.size(); ++c)
            row.push_back(cost_in(i, centres[c], static_cast<int>(c), homes));
        if (!p_.nodes[i].counts) {
            part[i] = static_cast<int>(std::min_element(row.begin(), row.end()) - row.begin());
            continue;
        }
        largest = std::max(largest, *std::max_element(row.begin(), row.end()));
        node_of.push_back(i);
        costs.push_back(std::move(row));
    }
    flow.left.assign(node_of.size(), {1, 1});
    for (const int centre : centres) {
        const int own = p_.nodes[at(centre)].counts ? 1 : 0;
        flow.right.push_back({p_.at_least - own, p_.at_most - own});
    }
    for (std::size_t n = 0; n < node_of.size(); ++n) {
        for (std::size_t c = 0; c < centres.size(); ++c)
            flow.candidates.push_back(
                {static_cast<int>(n), static_cast<int>(c), static_cast<double>(largest + 1 - costs[n][c])});
    }
    const Assignment assignment = solve_assignment(flow, {1.0});
    for (const std::size_t chosen : assignment.chosen)
        part[node_of[at(flow.candidates[chosen].left)]] = flow.candidates[chosen].right;
    return part;
}

// Centres to the middle of their parts and nodes to their centres, while that gains.
Plan Centres::alternate(const std::vector<int>& centres, const Homes& homes) const {
    Plan plan = plan_of(p_, allocate(centres, homes));
    for (;;) {
        Plan next = plan_of(p_, allocate(plan.judged.centre, plan.judged.home));
        if (next.judged.cost >= plan.judged.cost) return plan;
        plan = std::move(next);
    }
}

// Centres drawn one by one, those far from all before more often.
std::vector<int> Centres::draw(Random& random) const {
    std::vector<int> drawn;
    std::vector<double> far(centres_.size(), 1.0);
    while (static_cast<int>(drawn.size()) < p_.parts) {
        double sum = 0.0;
        for (const double one : far)
            sum += one;
        // All that are left lie on those drawn: the first of them.
        std::size_t next = 0;
        if (sum > 0.0)
            next = random.pick(far);
        else
            while (std::find(drawn.begin(), drawn.end(), centres_[next]) != drawn.end())
                ++next;
        drawn.push_back(centres_[next]);
        for (std::size_t c = 0; c < far.size(); ++c) {
            const double cost = p_.cost[at(centres_[c])][at(drawn.back())];
            far[c] = drawn.size() == 1 ? cost : std::min(far[c], cost);
        }
        for (std::size_t c = 0; c < far.size(); ++c) {
            if (std::find(drawn.begin(), drawn.end(), centres_[c]) != drawn.end()) far[c] = 0.0;
        }
    }
    return drawn;
}

std::vector<Plan> Centres::starts(const std::function<void(Parts)>& offer) const {
    std::vector<Plan> plans;
    Homes unknown;
    for (const DistrictGrouping& grouping : p_.groupings)
        unknown.emplace_back(grouping.group.size(), -1);
    if (!options_.centres.empty()) {
        Homes homes = unknown;
        for (std::size_t q = 0; q < homes.size(); ++q) {
            if (p_.groupings[q].one_each) std::iota(homes[q].begin(), homes[q].end(), 0);
        }
        offer(grown_from(p_, beside_, options_.centres));
        plans.push_back(alternate(options_.centres, homes));
    }
    Random random(options_.seed, "centres");
    for (int start = 0; start < options_.starts; ++start) {
        tell(static_cast<std::uint64_t>(start), static_cast<std::uint64_t>(options_.starts));
        const std::vector<int> centres = draw(random);
        offer(grown_from(p_, beside_, centres));
        plans.push_back(alternate(centres, unknown));
    }
    std::stable_sort(plans.begin(), plans.end(),
                     [](const Plan& a, const Plan& b) { return a.judged.cost < b.judged.cost; });
    std::vector<Plan> different;
    std::set<std::vector<int>> seen;
    for (Plan& plan : plans) {
        std::vector<int> centres = plan.judged.centre;
        std::sort(centres.begin(), centres.end());
        if (seen.insert(std::move(centres)).second) different.push_back(std::move(plan));
    }
    return different;
}

void Centres::swap(Plan& plan) const {
    for (bool gained = true; std::exchange(gained, false);) {
        for (int part = 0; part < p_.parts; ++part) {
            tell(static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(p_.parts));
            std::vector<std::pair<int, int>> near;
            for (const int other : centres_) {
                const auto& taken = plan.judged.centre;
                if (std::find(taken.begin(), taken.end(), other) == taken.end())
                    near.emplace_back(p_.cost[at(other)][at(taken[at(part)])], other);
            }
            std::sort(near.begin(), near.end());
            for (std::size_t n = 0; n < near.size() && n < kSwapped; ++n) {
                std::vector<int> centres = plan.judged.centre;
                centres[at(part)] = near[n].second;
                Plan other = plan_of(p_, allocate(centres, plan.judged.home));
                if (other.judged.cost >= plan.judged.cost) continue;
                plan = alternate(other.judged.centre, other.judged.home);
                gained = true;
                break;
            }
        }
    }
}

}  // namespace m150::inline v0::districts
