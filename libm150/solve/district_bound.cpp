#include "libm150/solve/district_bound.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace m150::inline v0::districts {

namespace {

constexpr int kMostSteps = 400;
constexpr std::int64_t kMostWork = 60'000'000;  // steps x nodes x centres

}  // namespace

Bound::Bound(const DistrictProblem& problem, std::int64_t upper)
    : problem_(problem), grouped_(least_of_groupings(problem)) {
    for (int i = 0; i < static_cast<int>(problem.nodes.size()); ++i) {
        (problem.nodes[at(i)].counts ? counted_ : others_).push_back(i);
        if (problem.nodes[at(i)].may_be_centre) centres_.push_back(i);
    }
    // At first each pays what its centre costs when the cheapest centres are all there are.
    const std::size_t rank = std::min(centres_.size() - 1, centres_.size() / at(2 * problem.parts));
    std::vector<std::int64_t> costs;
    for (std::size_t i = 0; i < problem.nodes.size(); ++i) {
        costs.clear();
        for (const int j : centres_)
            costs.push_back(problem.cost[i][at(j)]);
        const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(rank);
        std::nth_element(costs.begin(), middle, costs.end());
        price_.push_back(*middle * scale);
    }
    improve(upper - grouped_);
}

std::int64_t Bound::rounded(std::int64_t scaled) {
    return scaled <= 0 ? 0 : (scaled + scale - 1) / scale;
}

std::int64_t Bound::reduced(int node, int centre) const {
    return problem_.cost[at(node)][at(centre)] * scale - price_[at(node)];
}

// What the part round `centre` adds to the bound: the centre itself, the nodes that count that pay best, as
// many as sizes ask for and as gain, and of the others all that gain.
std::int64_t Bound::worth(int centre, std::vector<std::int64_t>& room) const {
    std::int64_t sum = reduced(centre, centre);
    for (const int i : others_) {
        if (i != centre) sum += std::min<std::int64_t>(0, reduced(i, centre));
    }
    room.clear();
    for (const int i : counted_) {
        if (i != centre) room.push_back(reduced(i, centre));
    }
    const std::size_t own = problem_.nodes[at(centre)].counts ? 1 : 0;
    const std::size_t most = std::min(room.size(), at(problem_.at_most) - own);
    const std::size_t least = at(problem_.at_least) - own;
    if (least > room.size()) return std::numeric_limits<std::int64_t>::max() / 4;
    const auto end = room.begin() + static_cast<std::ptrdiff_t>(most);
    if (most < room.size()) std::nth_element(room.begin(), end, room.end());
    std::sort(room.begin(), end);
    for (std::size_t s = 0; s < most && (s < least || room[s] < 0); ++s)
        sum += room[s];
    return sum;
}

Bound::Taken Bound::take(int centre) const {
    Taken taken;
    std::vector<std::pair<std::int64_t, int>> room;
    for (const int i : counted_) {
        if (i != centre) room.emplace_back(reduced(i, centre), i);
    }
    std::sort(room.begin(), room.end());
    const std::size_t own = problem_.nodes[at(centre)].counts ? 1 : 0;
    const std::size_t most = std::min(room.size(), at(problem_.at_most) - own);
    const std::size_t least = at(problem_.at_least) - own;
    for (std::size_t s = 0; s < most && (s < least || room[s].first < 0); ++s)
        taken.nodes.push_back(room[s].second);
    for (const int i : others_) {
        if (i != centre && reduced(i, centre) < 0) taken.nodes.push_back(i);
    }
    return taken;
}

// The bound at these prices, and the centres that make it.
std::int64_t Bound::relax(std::vector<int>& chosen) const {
    std::vector<std::pair<std::int64_t, int>> worths;
    std::vector<std::int64_t> room;
    for (const int j : centres_)
        worths.emplace_back(worth(j, room), j);
    const auto end = worths.begin() + problem_.parts;
    std::partial_sort(worths.begin(), end, worths.end());
    std::int64_t sum = std::accumulate(price_.begin(), price_.end(), std::int64_t{0});
    chosen.clear();
    for (auto one = worths.begin(); one != end; ++one) {
        sum += one->first;
        chosen.push_back(one->second);
    }
    return sum;
}

void Bound::improve(std::int64_t upper) {
    const auto work = static_cast<std::int64_t>(problem_.nodes.size() * centres_.size());
    const int steps = static_cast<int>(std::clamp<std::int64_t>(kMostWork / work, 20, kMostSteps));
    std::vector<std::int64_t> best_price = price_;
    std::vector<int> chosen;
    std::int64_t length = 1536;  // of a step, in 1/1024
    int idle = 0;
    best_ = std::numeric_limits<std::int64_t>::min();
    for (int step = 0; step < steps; ++step) {
        const std::int64_t value = relax(chosen);
        if (value > best_) {
            best_ = value;
            best_price = price_;
            idle = 0;
        } else if (++idle == 10) {
            length = length * 7 / 10;
            idle = 0;
        }
        if (rounded(best_) >= upper || length == 0) break;
        std::vector<std::int64_t> slope(price_.size(), 1);  // 1 less the number of parts that take the node
        for (const int centre : chosen) {
            --slope[at(centre)];
            for (const int node : take(centre).nodes)
                --slope[at(node)];
        }
        std::int64_t square = 0;
        for (const std::int64_t one : slope)
            square += one * one;
        if (square == 0) break;
        const std::int64_t by = std::max<std::int64_t>(1, (upper * scale - value) / square * length / 1024);
        for (std::size_t i = 0; i < price_.size(); ++i)
            price_[i] += by * slope[i];
    }
    price_ = std::move(best_price);
}

std::vector<std::vector<bool>> Bound::possible(std::int64_t upper) const {
    upper -= grouped_;
    std::vector<int> chosen;
    std::vector<std::int64_t> room;
    const std::int64_t value = relax(chosen);
    std::int64_t last = std::numeric_limits<std::int64_t>::min();  // of the chosen, the one that goes first
    for (const int j : chosen)
        last = std::max(last, worth(j, room));
    std::vector<std::vector<bool>> kept(problem_.nodes.size(), std::vector<bool>(problem_.nodes.size()));
    for (const int j : centres_) {
        const bool in = std::find(chosen.begin(), chosen.end(), j) != chosen.end();
        const std::int64_t forced = in ? value : value - last + worth(j, room);
        if (rounded(forced) > upper) continue;
        kept[at(j)][at(j)] = true;
        // With one node more at the centre, at least the dearest that it replaces goes, if any has to.
        const std::vector<int> taken = take(j).nodes;
        std::vector<bool> has(problem_.nodes.size());
        std::int64_t dearest = std::numeric_limits<std::int64_t>::min();
        int size = problem_.nodes[at(j)].counts ? 1 : 0;
        for (const int i : taken) {
            has[at(i)] = true;
            if (!problem_.nodes[at(i)].counts) continue;
            ++size;
            dearest = std::max(dearest, reduced(i, j));
        }
        for (int i = 0; i < static_cast<int>(has.size()); ++i) {
            if (i == j) continue;
            std::int64_t more = 0;
            if (!has[at(i)]) {
                more = reduced(i, j);
                // A full part has to let one go; one that its least size forced to take a node that costs
                // may.
                if (problem_.nodes[at(i)].counts && size > 0 &&
                    dearest != std::numeric_limits<std::int64_t>::min() &&
                    (size == problem_.at_most || dearest > 0))
                    more -= dearest;
                more = std::max<std::int64_t>(0, more);
            }
            kept[at(i)][at(j)] = rounded(forced + more) <= upper;
        }
    }
    return kept;
}

}  // namespace m150::inline v0::districts
