#include "libm150/solve/district_reach.hpp"

#include <vector>

#include "libm150/solve/assignment.hpp"

namespace m150::inline v0::districts {

bool sizes_out_of_reach(const DistrictProblem& problem, const Neighbours& beside) {
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

}  // namespace m150::inline v0::districts
