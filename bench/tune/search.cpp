#include "bench/tune/search.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "bench/tune/ratios.hpp"
#include "libm150/base/error.hpp"

namespace m150::tune {

namespace {

// A gain smaller than this is rounding.
constexpr double least_gain = 1e-12;

}  // namespace

std::vector<Point> listed_points(const TuneOptions& options) {
    std::vector<Point> points;
    if (options.strategy == Strategy::grid) {
        points = options.space.grid(options.trials);
    } else if (options.strategy == Strategy::random) {
        Random random(options.seed, "tune");
        for (std::size_t i = 0; i < options.trials; ++i) {
            Point& point = points.emplace_back();
            for (const Dimension& dimension : options.space.dimensions)
                point.push_back(dimension.draw(random));
        }
    } else {
        return points;
    }
    points.insert(points.begin(), options.space.point_of(options.start));
    // By index, in the order in which each index is first wanted: it is made once, and let go when done with.
    std::map<Point, std::size_t> ranks;
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t next = ranks.size();
        order.emplace_back(ranks.emplace(options.space.index_part(points[i]), next).first->second, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Point> sorted;
    for (const auto& [rank, number] : order)
        sorted.push_back(std::move(points[number]));
    return sorted;
}

Search::Search(Evaluator& evaluator, const TuneOptions& options, const std::vector<Point>& listed,
               std::vector<Part> parts, std::size_t fold)
    : evaluator_(evaluator),
      options_(options),
      listed_(listed),
      parts_(std::move(parts)),
      fold_(fold),
      start_(options.space.point_of(options.start)) {
    for (const Part& part : parts_)
        asked_.insert(asked_.end(), part.begin(), part.end());
    std::sort(asked_.begin(), asked_.end());
}

Point Search::choose() {
    std::size_t best = 0;
    switch (options_.strategy) {
        case Strategy::coordinate:
            best = climb();
            break;
        case Strategy::linear:
            best = fit();
            break;
        case Strategy::grid:
        case Strategy::random:
            best = best_of(listed_);
            break;
    }
    return options_.rule == Rule::best ? seen_[best].point : nearest_to_start(best);
}

// Looks at the points; the number of the best of them, the first among equals.
std::size_t Search::best_of(const std::vector<Point>& points) {
    const std::size_t first = seen_.size();
    const auto values = evaluator_.values(points, asked_, fold_);
    for (std::size_t i = 0; i < points.size(); ++i) {
        Seen& one = seen_.emplace_back(Seen{points[i], {}, 0.0});
        for (const Part& part : parts_)
            one.by_part.push_back(mean_of(values[i], part));
        one.value = mean_of(one.by_part);
    }
    std::size_t best = first;
    for (std::size_t i = first + 1; i < seen_.size(); ++i) {
        if (seen_[i].value > seen_[best].value + least_gain) best = i;
    }
    return best;
}

std::size_t Search::climb() {
    std::size_t current = best_of({start_});
    double width = 1.0;
    for (std::size_t pass = 0; pass < options_.passes; ++pass, width /= 2) {
        bool moved = false;
        bool ranges = false;
        for (std::size_t d = 0; d < options_.space.dimensions.size(); ++d) {
            const Dimension& dimension = options_.space.dimensions[d];
            ranges = ranges || dimension.values.empty();
            std::vector<Point> line;
            for (const ParameterValue& value : dimension.candidates_around(seen_[current].point[d], width)) {
                line.push_back(seen_[current].point);
                line.back()[d] = value;
            }
            const std::size_t best = best_of(line);
            if (seen_[best].value <= seen_[current].value + least_gain) continue;
            current = best;
            moved = true;
        }
        if (!moved && !ranges) break;  // a further pass would look at the same
    }
    return current;
}

// The parts of a score depend on the weights a little (neighbours lend what words and meaning say), so that a
// fit to them is a proposal: it is taken when it does better in earnest, and the next is made from there.
std::size_t Search::fit() {
    std::size_t current = best_of({start_});
    for (std::size_t pass = 0; pass < options_.passes; ++pass) {
        const std::vector<Point> proposals = fitted_ratios(options_.space, seen_[current].point,
                                                           evaluator_.shares(seen_[current].point, asked_));
        if (proposals.empty()) break;
        const std::size_t best = best_of(proposals);
        if (seen_[best].value <= seen_[current].value + least_gain) break;
        current = best;
    }
    return current;
}

// Among those that are not clearly worse than the best: fewest parameters changed, then the first.
Point Search::nearest_to_start(std::size_t best) const {
    const auto changes = [&](const Seen& one) {
        std::size_t count = 0;
        for (std::size_t d = 0; d < start_.size(); ++d)
            count += one.point[d] == start_[d] ? 0 : 1;
        return count;
    };
    const Seen* nearest = &seen_[best];
    for (const Seen& one : seen_) {
        if (changes(one) < changes(*nearest) && about_as_good(one, seen_[best])) nearest = &one;
    }
    return nearest->point;
}

bool Search::about_as_good(const Seen& one, const Seen& best) const {
    const auto count = static_cast<double>(parts_.size());
    if (count < 2) return one.value >= best.value;
    const double behind = best.value - one.value;
    double spread = 0.0;
    for (std::size_t p = 0; p < parts_.size(); ++p) {
        const double off = best.by_part[p] - one.by_part[p] - behind;
        spread += off * off;
    }
    return behind <= std::sqrt(spread / (count - 1) / count);
}

}  // namespace m150::tune
