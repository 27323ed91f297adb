#include "libm150/solve/districts.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/district_parts.hpp"
#include "libm150/solve/district_search.hpp"

namespace m150::inline v0 {

namespace {

using districts::at;
using districts::Plan;
using districts::Search;

constexpr int kMostCost = 1'000'000;
constexpr int kMostNodes = 5'000;

// --- what is wrong with a problem -------------------------------------------------------------------------

class Check {
  public:
    explicit Check(const DistrictProblem& problem)
        : p_(problem), nodes_(static_cast<int>(problem.nodes.size())) {}

    void run(const DistrictOptions& options) {
        require(nodes_ >= 1 && nodes_ <= kMostNodes, "nodes", "are none or too many", "1 to 5000");
        int centres = 0;
        for (const DistrictNode& node : p_.nodes) {
            centres += node.may_be_centre && node.counts ? 1 : 0;
            for (const int other : node.beside)
                require(inside(other), "beside", "names no node", "a node");
        }
        require(p_.parts >= 1 && p_.parts <= centres, "parts",
                "are " + std::to_string(p_.parts) + " for " + std::to_string(centres) + " possible centres",
                "at least 1 and at most the nodes that count and may be centre");
        require(p_.at_least >= 1 && p_.at_least <= p_.at_most, "at_least", "is out of range", "1 to at_most");
        costs();
        for (const DistrictGrouping& grouping : p_.groupings)
            check_grouping(grouping);
        require(options.starts >= 1 && options.starts <= 1000, "starts", "is out of range", "1 to 1000");
        require(options.most_work >= 1, "most_work", "is below 1", "at least 1");
        check_start(options.centres);
        if (wrong_.empty()) {
            const std::vector<bool> all(p_.nodes.size(), true);
            require(districts::reached(districts::neighbours_of(p_), 0, all).size() == p_.nodes.size(),
                    "nodes", "do not hang together", "a way from each to each");
        }
        if (!wrong_.empty()) throw InvalidInput(std::move(wrong_));
    }

  private:
    bool inside(int node) const { return node >= 0 && node < nodes_; }
    void require(bool holds, const char* where, std::string what, const char* expected) {
        if (!holds && wrong_.size() < 100) wrong_.push_back({where, std::move(what), expected, "correct it"});
    }
    void costs() {
        require(p_.cost.size() == p_.nodes.size(), "cost", "is not one row a node", "one row a node");
        for (const auto& row : p_.cost) {
            require(row.size() == p_.nodes.size(), "cost", "has a row of the wrong length", "one a node");
            require(std::all_of(row.begin(), row.end(), [](int c) { return c >= 0 && c <= kMostCost; }),
                    "cost", "is out of range", "0 to 1,000,000");
        }
    }
    void check_grouping(const DistrictGrouping& grouping) {
        require(grouping.group.size() == p_.nodes.size() && grouping.cost.size() == p_.nodes.size(),
                "groupings", "are not one a node", "as many as nodes");
        for (const int group : grouping.group)
            require(group >= -1 && group < (grouping.one_each ? p_.parts : nodes_), "groupings",
                    "name a group out of range", "-1, or a group");
        for (const int cost : grouping.cost)
            require(cost >= 0 && cost <= kMostCost, "groupings", "cost out of range", "0 to 1,000,000");
        require(!grouping.one_each || std::exchange(one_each_, true) == false, "groupings",
                "have one each twice", "at most one");
    }
    void check_start(const std::vector<int>& centres) {
        if (centres.empty()) return;
        require(static_cast<int>(centres.size()) == p_.parts, "centres", "are not one a part", "one a part");
        std::set<int> seen;
        for (const int centre : centres)
            require(inside(centre) && p_.nodes[at(centre)].may_be_centre && seen.insert(centre).second,
                    "centres", "name one that may not be centre, or one twice", "nodes that may be centre");
    }

    const DistrictProblem& p_;
    int nodes_;
    bool one_each_ = false;
    std::vector<Problem> wrong_;
};

// Parts by the groups that are at home in them, or by ascending centre.
void number(const DistrictProblem& problem, const Plan& plan, Districting& result) {
    std::vector<int> order(at(problem.parts));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return plan.judged.centre[at(a)] < plan.judged.centre[at(b)]; });
    for (std::size_t q = 0; q < problem.groupings.size(); ++q) {
        if (!problem.groupings[q].one_each) continue;
        const std::vector<int>& homes = plan.judged.home[q];
        std::vector<int> rest;
        for (const int part : order) {
            if (std::find(homes.begin(), homes.end(), part) == homes.end()) rest.push_back(part);
        }
        order = homes;
        order.insert(order.end(), rest.begin(), rest.end());
    }
    std::vector<int> number_of(order.size());
    for (std::size_t p = 0; p < order.size(); ++p) {
        number_of[at(order[p])] = static_cast<int>(p);
        result.centre.push_back(plan.judged.centre[at(order[p])]);
    }
    for (const int part : plan.part)
        result.part.push_back(number_of[at(part)]);
}

}  // namespace

Districting solve_districts(const DistrictProblem& problem, const DistrictOptions& options) {
    Check(problem).run(options);
    const districts::Neighbours beside = districts::neighbours_of(problem);
    const int nodes = static_cast<int>(problem.nodes.size());
    Districting result;
    for (int wider = 0;; wider = wider < 4 ? wider + 1 : wider + wider / 2) {
        DistrictProblem sized = problem;
        sized.at_least = std::max(1, problem.at_least - wider);
        sized.at_most = std::min(nodes, problem.at_most + wider);
        Search search(sized, beside, options);
        search.run();
        if (!search.best()) {
            result.widening_proved = result.widening_proved && search.nothing_proved();
            if (sized.at_least == 1 && sized.at_most == nodes)
                throw InternalError("no division was found although any size will do");
            continue;
        }
        result.at_least = sized.at_least;
        result.at_most = sized.at_most;
        result.cost = search.best()->judged.cost;
        result.lower_bound = search.lower_bound();
        result.proved = result.cost == result.lower_bound;
        number(problem, *search.best(), result);
        return result;
    }
}

}  // namespace m150::inline v0
