#include "libm150/solve/district_parts.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

#include "libm150/solve/assignment.hpp"

namespace m150::inline v0::districts {

namespace {

int groups_of(const DistrictGrouping& grouping) {
    int groups = 0;
    for (const int group : grouping.group)
        groups = std::max(groups, group + 1);
    return groups;
}

// Which part each group is at home in, given what of it lies where: where most is, or the best matching.
std::vector<int> homes_of(const std::vector<std::vector<std::int64_t>>& there, int parts, bool one_each) {
    std::vector<int> home;
    for (const auto& row : there)
        home.push_back(static_cast<int>(std::max_element(row.begin(), row.end()) - row.begin()));
    if (!one_each) return home;
    AssignmentProblem matching;
    matching.left.assign(there.size(), {1, 1});
    matching.right.assign(at(parts), {0, 1});
    for (std::size_t g = 0; g < there.size(); ++g) {
        for (std::size_t p = 0; p < matching.right.size(); ++p)
            matching.candidates.push_back(
                {static_cast<int>(g), static_cast<int>(p), static_cast<double>(there[g][p])});
    }
    for (const std::size_t chosen : solve_assignment(matching, {1.0}).chosen)
        home[at(matching.candidates[chosen].left)] = matching.candidates[chosen].right;
    return home;
}

}  // namespace

Neighbours neighbours_of(const DistrictProblem& problem) {
    Neighbours beside(problem.nodes.size());
    for (std::size_t i = 0; i < beside.size(); ++i) {
        for (const int j : problem.nodes[i].beside) {
            if (at(j) == i) continue;
            beside[i].push_back(j);
            beside[at(j)].push_back(static_cast<int>(i));
        }
    }
    for (auto& list : beside) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return beside;
}

std::vector<int> reached(const Neighbours& beside, int from, const std::vector<bool>& within) {
    std::vector<bool> seen(beside.size());
    std::vector<int> nodes{from};
    seen[at(from)] = true;
    for (std::size_t next = 0; next < nodes.size(); ++next) {
        for (const int j : beside[at(nodes[next])]) {
            if (seen[at(j)] || !within[at(j)]) continue;
            seen[at(j)] = true;
            nodes.push_back(j);
        }
    }
    std::sort(nodes.begin(), nodes.end());
    return nodes;
}

std::vector<std::vector<int>> loose_pieces(const Neighbours& beside, const Parts& part, int p, int centre) {
    std::vector<bool> left(part.size());
    for (std::size_t i = 0; i < part.size(); ++i)
        left[i] = part[i] == p;
    const auto take = [&](int from) {
        std::vector<int> piece = reached(beside, from, left);
        for (const int node : piece)
            left[at(node)] = false;
        return piece;
    };
    take(centre);
    std::vector<std::vector<int>> pieces;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (left[i]) pieces.push_back(take(static_cast<int>(i)));
    }
    return pieces;
}

std::optional<Judged> judge(const DistrictProblem& problem, const Parts& part) {
    std::vector<std::vector<int>> nodes(at(problem.parts));
    for (std::size_t i = 0; i < part.size(); ++i)
        nodes[at(part[i])].push_back(static_cast<int>(i));
    Judged judged;
    for (const std::vector<int>& mine : nodes) {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        int best = -1;
        for (const int centre : mine) {
            if (!problem.nodes[at(centre)].may_be_centre) continue;
            std::int64_t cost = 0;
            for (const int node : mine)
                cost += problem.cost[at(node)][at(centre)];
            if (cost >= least) continue;
            least = cost;
            best = centre;
        }
        if (best < 0) return std::nullopt;
        judged.cost += least;
        judged.centre.push_back(best);
    }
    for (const DistrictGrouping& grouping : problem.groupings) {
        std::vector<std::vector<std::int64_t>> there(at(groups_of(grouping)),
                                                     std::vector<std::int64_t>(at(problem.parts)));
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (grouping.group[i] >= 0) there[at(grouping.group[i])][at(part[i])] += grouping.cost[i];
        }
        judged.home.push_back(homes_of(there, problem.parts, grouping.one_each));
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (grouping.group[i] >= 0 && judged.home.back()[at(grouping.group[i])] != part[i])
                judged.cost += grouping.cost[i];
        }
    }
    return judged;
}

std::int64_t least_of_groupings(const DistrictProblem& problem) {
    std::int64_t least = 0;
    for (const DistrictGrouping& grouping : problem.groupings) {
        std::vector<std::vector<int>> costs(at(groups_of(grouping)));
        for (std::size_t i = 0; i < grouping.group.size(); ++i) {
            if (grouping.group[i] >= 0 && problem.nodes[i].counts)
                costs[at(grouping.group[i])].push_back(grouping.cost[i]);
        }
        for (std::vector<int>& group : costs) {
            std::sort(group.begin(), group.end(), std::greater<>());
            for (std::size_t i = at(problem.at_most); i < group.size(); ++i)
                least += group[i];
        }
    }
    return least;
}

bool keeps_to(const DistrictProblem& problem, const Neighbours& beside, const Parts& part) {
    for (int p = 0; p < problem.parts; ++p) {
        int size = 0, first = -1;
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] != p) continue;
            size += problem.nodes[i].counts ? 1 : 0;
            if (first < 0) first = static_cast<int>(i);
        }
        if (size < problem.at_least || size > problem.at_most) return false;
        if (!loose_pieces(beside, part, p, first).empty()) return false;
    }
    return true;
}

Parts grown_from(const DistrictProblem& problem, const Neighbours& beside, const std::vector<int>& centres) {
    Parts part(problem.nodes.size(), -1);
    using Step = std::tuple<std::int64_t, int, int>;  // cost from the centre, part, node
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    for (std::size_t p = 0; p < centres.size(); ++p)
        steps.emplace(-1, static_cast<int>(p), centres[p]);
    while (!steps.empty()) {
        const auto [cost, p, node] = steps.top();
        steps.pop();
        if (part[at(node)] >= 0) continue;
        part[at(node)] = p;
        for (const int next : beside[at(node)]) {
            if (part[at(next)] < 0) steps.emplace(problem.cost[at(next)][at(centres[at(p)])], p, next);
        }
    }
    return part;
}

}  // namespace m150::inline v0::districts
