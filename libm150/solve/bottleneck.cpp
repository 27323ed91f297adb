#include "libm150/solve/bottleneck.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// The problem seen from one side: "own" nodes need, "other" nodes serve.
struct View {
    const AssignmentProblem& problem;
    Side side;
    std::vector<std::vector<std::size_t>> of_own, of_other;  // candidates at each node

    View(const AssignmentProblem& given, Side seen_from)
        : problem(given), side(seen_from), of_own(own().size()), of_other(other().size()) {
        for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
            of_own[at(own_end(c))].push_back(c);
            of_other[at(other_end(c))].push_back(c);
        }
    }
    const std::vector<Bounds>& own() const { return side == Side::left ? problem.left : problem.right; }
    const std::vector<Bounds>& other() const { return side == Side::left ? problem.right : problem.left; }
    int own_end(std::size_t c) const {
        return side == Side::left ? problem.candidates[c].left : problem.candidates[c].right;
    }
    int other_end(std::size_t c) const {
        return side == Side::left ? problem.candidates[c].right : problem.candidates[c].left;
    }
};

// The own nodes from which a pair could move to `start`: start takes a free candidate, its other end gives up
// a chosen one, whose own end then misses a pair, and so on.
std::vector<int> nodes_that_compete(const View& view, const std::vector<bool>& chosen, int start) {
    std::vector<bool> own_seen(view.own().size()), other_seen(view.other().size());
    std::vector<int> found{start};
    own_seen[at(start)] = true;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const std::size_t c : view.of_own[at(found[i])]) {
            const int other = view.other_end(c);
            if (chosen[c] || other_seen[at(other)]) continue;
            other_seen[at(other)] = true;
            for (const std::size_t d : view.of_other[at(other)]) {
                const int own = view.own_end(d);
                if (!chosen[d] || own_seen[at(own)]) continue;
                own_seen[at(own)] = true;
                found.push_back(own);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

Bottleneck count(const View& view, std::vector<int> needing) {
    Bottleneck result;
    result.side = view.side;
    result.needing = std::move(needing);
    std::map<int, int> candidates_with_needing;
    for (const int own : result.needing) {
        result.required += view.own()[at(own)].at_least;
        for (const std::size_t c : view.of_own[at(own)])
            ++candidates_with_needing[view.other_end(c)];
    }
    for (const auto& [other, candidates] : candidates_with_needing) {
        result.serving.push_back(other);
        result.available += std::min(view.other()[at(other)].at_most, candidates);
    }
    if (result.required <= result.available) throw InternalError("a shortfall could have been avoided");
    return result;
}

}  // namespace

std::vector<Shortfall> find_shortfalls(const AssignmentProblem& problem, const std::vector<bool>& chosen) {
    std::vector<int> left(problem.left.size()), right(problem.right.size());
    for (std::size_t c = 0; c < chosen.size(); ++c) {
        if (!chosen[c]) continue;
        ++left[at(problem.candidates[c].left)];
        ++right[at(problem.candidates[c].right)];
    }
    std::vector<Shortfall> result;
    const auto collect = [&](Side side, const std::vector<Bounds>& bounds, const std::vector<int>& pairs) {
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            const int missing = bounds[i].at_least - pairs[i];
            if (missing > 0) result.push_back({side, static_cast<int>(i), missing});
        }
    };
    collect(Side::left, problem.left, left);
    collect(Side::right, problem.right, right);
    return result;
}

std::vector<Bottleneck> find_bottlenecks(const AssignmentProblem& problem, const std::vector<bool>& chosen,
                                         const std::vector<Shortfall>& shortfalls) {
    std::vector<Bottleneck> result;
    for (const Side side : {Side::left, Side::right}) {
        const auto here = [side](const Shortfall& shortfall) { return shortfall.side == side; };
        if (std::none_of(shortfalls.begin(), shortfalls.end(), here)) continue;
        const View view(problem, side);
        std::vector<bool> explained(view.own().size());
        for (const Shortfall& shortfall : shortfalls) {
            if (shortfall.side != side || explained[at(shortfall.index)]) continue;
            result.push_back(count(view, nodes_that_compete(view, chosen, shortfall.index)));
            for (const int own : result.back().needing)
                explained[at(own)] = true;
        }
    }
    return result;
}

}  // namespace m150::inline v0
