#include "libm150/solve/district_reach.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "libm150/solve/assignment.hpp"

namespace m150::inline v0::districts {

namespace {

// One part has the node that cuts pieces off from each other; the others lie in one piece each. So there is
// room for so many parts, and what these others cannot hold is in the one.
bool cut_by_a_node(const DistrictProblem& problem, const Neighbours& beside) {
    std::vector<bool> left;
    const auto take = [&](int from) {
        int size = 0;
        for (const int node : reached(beside, from, left)) {
            left[at(node)] = false;
            size += problem.nodes[at(node)].counts ? 1 : 0;
        }
        return size;
    };
    for (std::size_t cut = 0; cut < problem.nodes.size(); ++cut) {
        left.assign(problem.nodes.size(), true);
        left[cut] = false;
        int parts = 1, rest = problem.nodes[cut].counts ? 1 : 0;
        std::vector<int> held;  // by one part more in a piece
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (!left[i]) continue;
            int size = take(static_cast<int>(i));
            parts += size / problem.at_least;
            rest += size;
            for (; size > 0; size -= problem.at_most)
                held.push_back(std::min(size, problem.at_most));
        }
        std::sort(held.begin(), held.end(), std::greater<>());
        for (std::size_t i = 0; i < held.size() && i + 1 < at(problem.parts); ++i)
            rest -= held[i];
        if (parts < problem.parts || rest > problem.at_most) return true;
    }
    return false;
}

// When all that may be centre are: a node can go only to those that it reaches without passing another, and a
// flow says whether parts of these sizes are left.
bool too_little_in_reach(const DistrictProblem& problem, const Neighbours& beside) {
    std::vector<int> centres;
    std::vector<bool> open;
    for (std::size_t i = 0; i < problem.nodes.size(); ++i) {
        open.push_back(!problem.nodes[i].may_be_centre);
        if (problem.nodes[i].may_be_centre) centres.push_back(static_cast<int>(i));
    }
    if (static_cast<int>(centres.size()) != problem.parts) return false;
    AssignmentProblem flow;
    std::vector<int> number(problem.nodes.size(), -1);  // of those that count
    for (std::size_t i = 0; i < problem.nodes.size(); ++i) {
        if (!problem.nodes[i].counts) continue;
        number[i] = static_cast<int>(flow.left.size());
        flow.left.push_back({1, 1});
    }
    flow.right.assign(centres.size(), {problem.at_least, problem.at_most});
    for (std::size_t c = 0; c < centres.size(); ++c) {
        for (const int node : reached(beside, centres[c], open)) {
            if (number[at(node)] >= 0)
                flow.candidates.push_back({number[at(node)], static_cast<int>(c), 0.0});
        }
    }
    return !solve_assignment(flow).feasible;
}

}  // namespace

bool sizes_out_of_reach(const DistrictProblem& problem, const Neighbours& beside) {
    return cut_by_a_node(problem, beside) || too_little_in_reach(problem, beside);
}

}  // namespace m150::inline v0::districts
