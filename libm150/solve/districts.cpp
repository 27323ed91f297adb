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

// Divisions within sizes that are wider by as little as one is found with.
class Widening {
  public:
    Widening(const DistrictProblem& problem, const DistrictOptions& options)
        : p_(problem), beside_(districts::neighbours_of(problem)), options_(options) {}

    Districting run() {
        int wide = 0;
        while (!found(wide, wide))
            wide = wider(wide);
        const int over = least(wide, [&](int one) { return found(wide, one); });
        const bool proved = over == 0 || nothing_proved_;
        const int under = least(wide, [&](int one) { return found(one, over); });
        result_.widening_proved = proved && (under == 0 || nothing_proved_);
        return std::move(result_);
    }

  private:
    static int wider(int wide) { return wide < 4 ? wide + 1 : wide + wide / 2; }

    // The least up to `most`, which will do, that will do: in steps, and then by halves. What is found last
    // is for that one, and what is not is for one less.
    template <typename Do>
    static int least(int most, const Do& will_do) {
        int no = -1, yes = most;
        for (int one = 0; one < most && yes == most; one = wider(one))
            (will_do(one) ? yes : no) = one;
        while (yes - no > 1) {
            const int middle = (no + yes) / 2;
            (will_do(middle) ? yes : no) = middle;
        }
        return yes;
    }

    // Whether a division within these sizes is found, which then is the result.
    bool found(int under, int over) {
        const int nodes = static_cast<int>(p_.nodes.size());
        DistrictProblem sized = p_;
        sized.at_least = std::max(1, p_.at_least - under);
        sized.at_most = std::min(nodes, p_.at_most + over);
        if (!result_.part.empty() && sized.at_least == result_.at_least && sized.at_most == result_.at_most)
            return true;
        Search search(sized, beside_, options_);
        search.run();
        if (!search.best()) {
            nothing_proved_ = search.nothing_proved();
            if (sized.at_least == 1 && sized.at_most == nodes)
                throw InternalError("no division was found although any size will do");
            return false;
        }
        Districting found;
        found.at_least = sized.at_least;
        found.at_most = sized.at_most;
        found.cost = search.best()->judged.cost;
        found.lower_bound = search.lower_bound();
        found.proved = found.cost == found.lower_bound;
        number(p_, *search.best(), found);
        result_ = std::move(found);
        return true;
    }

    const DistrictProblem& p_;
    const districts::Neighbours beside_;
    const DistrictOptions& options_;
    Districting result_;
    bool nothing_proved_ = false;  // by the last search that found nothing
};

}  // namespace

Districting solve_districts(const DistrictProblem& problem, const DistrictOptions& options) {
    Check(problem).run(options);
    return Widening(problem, options).run();
}

}  // namespace m150::inline v0
