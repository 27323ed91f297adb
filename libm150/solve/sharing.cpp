#include "libm150/solve/sharing.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/solve/circulation.hpp"

namespace m150::inline v0 {

namespace {

using circulation::Arc;
using circulation::Network;
using circulation::Wide;

constexpr std::size_t most_problems = 100;
constexpr int most_load = 1000000;
constexpr int most_places = 1000;
constexpr double largest_weight = 1e150;
constexpr int fewest_bits = 20;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Candidates by (left, right): the order in which everything is done.
std::vector<std::size_t> canonical_order(const std::vector<Candidate>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const std::pair one(candidates[a].left, candidates[a].right);
        const std::pair other(candidates[b].left, candidates[b].right);
        return one != other ? one < other : a < b;
    });
    return order;
}

void check(const SharingProblem& problem, const std::vector<std::size_t>& order) {
    std::vector<Problem> problems;
    std::size_t total = 0;
    const auto add = [&](std::string where, std::string what, std::string expected, std::string advice = {}) {
        if (++total <= most_problems)
            problems.push_back({std::move(where), std::move(what), std::move(expected), std::move(advice)});
    };
    const auto within = [](int value, int most) { return value >= 0 && value <= most; };
    for (std::size_t i = 0; i < problem.places.size(); ++i) {
        if (!within(problem.places[i], most_places))
            add("request " + std::to_string(i), "takes " + std::to_string(problem.places[i]), "0 to 1000");
    }
    for (std::size_t i = 0; i < problem.rooms.size(); ++i) {
        const auto [before, at_most] = problem.rooms[i];
        if (!within(before, most_load) || !within(at_most, most_load)) {
            add("bearer " + std::to_string(i),
                "has " + std::to_string(before) + " and may have " + std::to_string(at_most),
                "0 to 1000000 each");
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Candidate& candidate = problem.candidates[order[i]];
        const std::string where = "candidate " + std::to_string(order[i]);
        if (candidate.left < 0 || at(candidate.left) >= problem.places.size() || candidate.right < 0 ||
            at(candidate.right) >= problem.rooms.size()) {
            add(where, "is of a request or a bearer that there is not", "indices into places and rooms");
        }
        if (!(std::abs(candidate.weight) <= largest_weight))
            add(where, "its weight is no number from -1e150 to 1e150", "such a number");
        if (i == 0) continue;
        const Candidate& previous = problem.candidates[order[i - 1]];
        if (previous.left == candidate.left && previous.right == candidate.right)
            add(where, "its pair is given twice", "each pair once");
    }
    if (!(problem.price >= 0.0)) add("price", "is negative or no number", "0 or more; infinity levels first");
    if (total > 0) throw InvalidInput(std::move(problems), total);
}

// How many units a bearer can take, and how many it has, above the one with the fewest: what all have makes
// every unit dearer alike.
struct Bearer {
    int above = 0;
    int most = 0;
};

// The problem as a circulation hub -> request -> bearer -> hub, costs in quanta. The arcs of a request are
// its places, each of which earns `reward` less than the one before it; those of a bearer are its units, each
// of which costs `price` more than the one before it. Both are convex, so the first are filled first.
//
// With N nodes, weights up to W and d the most that a unit can be above another, what a simple cycle changes
// in weight is at most N W, and it passes the hub, hence two arcs of places or units, once. So a price above
// N W outweighs all weights (rule 2 of the third), and a reward above N W + price d both (rules 1 and 2).
struct Model {
    Network network;
    std::vector<std::size_t> order;     // candidates, the first arcs
    std::size_t first_unit = 0;         // arcs of units from here on
    std::vector<std::int64_t> weights;  // by order
    std::int64_t price = 0;
    double quantum = 0.0;
    bool exact = true;  // no weight was rounded
    int fewest = 0;     // of what bearers have before
};

int widest(const std::vector<int>& places) {
    return places.empty() ? 0 : *std::max_element(places.begin(), places.end());
}

// Bits of a weight such that twice the cost of a simple path fits 62: with R the reward it is at most 4
// (widest
// + 1) R, and R at most (N W + 1) (d + 1).
int bits_for(std::size_t nodes, int widest_request, int depth) {
    const auto width = [](std::size_t number) { return static_cast<int>(std::bit_width(number)); };
    return std::min(44, 57 - width(nodes) - width(at(widest_request) + 1) - width(at(depth) + 2));
}

void set_weights(const SharingProblem& problem, int bits, Model& model) {
    double largest = 0.0;
    for (const Candidate& candidate : problem.candidates)
        largest = std::max(largest, std::abs(candidate.weight));
    int exponent = 0;
    std::frexp(largest, &exponent);
    if (largest > 0.0) {
        model.quantum = std::ldexp(1.0, std::max(exponent - bits, -1022));
    } else {
        model.quantum = std::isfinite(problem.price) && problem.price > 0.0 ? problem.price : 1.0;
    }
    std::int64_t most = 0;
    for (const std::size_t c : model.order) {
        const double weight = problem.candidates[c].weight;
        model.weights.push_back(std::llround(weight / model.quantum));
        most = std::max(most, std::abs(model.weights.back()));
        model.exact = model.exact && static_cast<double>(model.weights.back()) * model.quantum == weight;
    }
    const std::int64_t levelling = model.network.nodes * most + 1;
    const double units = problem.price / model.quantum;
    if (problem.price > 0.0) {
        model.price = units < static_cast<double>(levelling) ? std::max<std::int64_t>(1, std::llround(units))
                                                             : levelling;
    }
}

Model make_model(const SharingProblem& problem, std::vector<std::size_t> order) {
    Model model;
    model.order = std::move(order);
    const int requests = static_cast<int>(problem.places.size());
    model.network.nodes = 1 + requests + static_cast<int>(problem.rooms.size());
    std::vector<int> candidates_of(at(model.network.nodes));
    for (const Candidate& candidate : problem.candidates) {
        ++candidates_of[at(1 + candidate.left)];
        ++candidates_of[at(1 + requests + candidate.right)];
    }
    std::vector<Bearer> bearers;
    model.fewest = most_load;
    for (const Room& room : problem.rooms)
        model.fewest = std::min(model.fewest, room.before);
    int depth = 0;
    for (std::size_t b = 0; b < problem.rooms.size(); ++b) {
        const auto [before, at_most] = problem.rooms[b];
        const int most = std::min(std::max(0, at_most - before), candidates_of[at(1 + requests) + b]);
        bearers.push_back({before - model.fewest, most});
        if (most > 0) depth = std::max(depth, before - model.fewest + most);
    }
    const int bits = bits_for(at(model.network.nodes), widest(problem.places), depth);
    if (bits < fewest_bits) {
        throw InvalidInput(Problem{"sharing", "the problem is too large for 64-bit integers",
                                   "fewer requests, or loads that differ less", "leave out the weakest"});
    }
    set_weights(problem, bits, model);

    std::int64_t most = 0;
    for (std::size_t i = 0; i < model.order.size(); ++i) {
        const Candidate& candidate = problem.candidates[model.order[i]];
        model.network.arcs.push_back(
            {1 + candidate.left, 1 + requests + candidate.right, 1, -model.weights[i]});
        most = std::max(most, std::abs(model.weights[i]));
    }
    const std::int64_t reward = model.network.nodes * most + model.price * depth + 1;
    for (int request = 0; request < requests; ++request) {
        const int places = std::min(problem.places[at(request)], candidates_of[at(1 + request)]);
        for (int place = 0; place < places; ++place)
            model.network.arcs.push_back({0, 1 + request, 1, -reward * (widest(problem.places) - place)});
    }
    model.first_unit = model.network.arcs.size();
    for (std::size_t b = 0; b < bearers.size(); ++b) {
        const int node = 1 + requests + static_cast<int>(b);
        for (int unit = 0; unit < bearers[b].most; ++unit)
            model.network.arcs.push_back({node, 0, 1, model.price * (bearers[b].above + unit)});
    }
    return model;
}

// What the potentials prove that weight - price * crowding cannot exceed when as many places are filled as
// evenly, in quanta and without what all bearers have before.
Wide proved_bound(const Model& model, const circulation::Solution& solution) {
    Wide rewards = 0;
    for (std::size_t a = model.order.size(); a < model.first_unit; ++a)
        rewards += Wide{-model.network.arcs[a].cost} * solution.flow[a];
    return -circulation::lower_bound(model.network, solution.potential) - rewards;
}

}  // namespace

Sharing solve_sharing(const SharingProblem& problem) {
    constexpr std::size_t most_nodes = std::size_t{1} << 24;
    constexpr std::size_t most_candidates = std::size_t{1} << 28;
    if (problem.places.size() + problem.rooms.size() >= most_nodes ||
        problem.candidates.size() >= most_candidates) {
        throw InvalidInput(Problem{"sharing", "the problem is too large",
                                   "fewer than 2^24 requests and "
                                   "bearers and 2^28 candidates",
                                   "leave out the weakest"});
    }
    std::vector<std::size_t> order = canonical_order(problem.candidates);
    check(problem, order);
    const Model model = make_model(problem, std::move(order));
    circulation::Solution solution = circulation::solve(model.network);
    circulation::prefer_first(model.network, model.order.size(), solution);
    const Wide bound = proved_bound(model, solution);

    Sharing result;
    result.quantum = model.quantum;
    result.price = static_cast<double>(model.price) * model.quantum;
    for (const Room& room : problem.rooms)
        result.load.push_back(room.before);
    for (std::size_t i = 0; i < model.order.size(); ++i) {
        if (solution.flow[i] == 0) continue;
        const Candidate& candidate = problem.candidates[model.order[i]];
        result.chosen.push_back(model.order[i]);
        result.weight += candidate.weight;
        result.crowding += result.load[at(candidate.right)]++;
    }
    std::sort(result.chosen.begin(), result.chosen.end());
    const auto units = static_cast<double>(result.chosen.size());
    result.objective = result.weight - result.price * static_cast<double>(result.crowding);
    const double rounding = model.exact ? 0.0 : 0.5 * units;
    result.upper_bound = std::max(result.objective, (static_cast<double>(bound) + rounding) * model.quantum -
                                                        result.price * model.fewest * units);
    return result;
}

double gini(const std::vector<int>& loads) {
    std::vector<int> ascending = loads;
    std::sort(ascending.begin(), ascending.end());
    long long total = 0;
    long long ranked = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        total += ascending[i];
        ranked += static_cast<long long>(2 * (i + 1)) * ascending[i];
    }
    if (total == 0) return 0.0;
    const auto count = static_cast<long long>(ascending.size());
    return static_cast<double>(ranked - (count + 1) * total) /
           (static_cast<double>(count) * static_cast<double>(total));
}

}  // namespace m150::inline v0
