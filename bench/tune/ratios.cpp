#include "bench/tune/ratios.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::tune {

namespace {

// So small that it decides nothing but between weights that do equally well.
constexpr double ridge = 1e-6;

std::vector<std::size_t> parts_that_differ(const Examples& examples) {
    std::vector<std::size_t> parts;
    for (std::size_t f = 0; f < examples.features; ++f) {
        for (std::size_t row = 0; row < examples.rows(); ++row) {
            if (examples.row(row)[f] == 0.0) continue;
            parts.push_back(f);
            break;
        }
    }
    return parts;
}

Examples with_features(const Examples& examples, const std::vector<std::size_t>& features) {
    Examples some;
    some.features = features.size();
    some.groups = examples.groups;
    some.grades = examples.grades;
    for (std::size_t row = 0; row < examples.rows(); ++row) {
        for (const std::size_t f : features)
            some.values.push_back(examples.row(row)[f]);
    }
    return some;
}

// `point` with the weights of `parts` multiplied, so that the first keeps its own.
std::optional<Point> scaled(const SearchSpace& space, const Point& point,
                            const std::vector<std::size_t>& parts, const std::vector<double>& by) {
    if (parts.front() != 0 || !(by.front() > 0.0)) return std::nullopt;
    Point next = point;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Dimension& dimension = space.dimensions[parts[i]];
        const double weight = std::get<double>(point[parts[i]]) * by[i] / by.front();
        next[parts[i]] = std::clamp(four_digits(weight), dimension.low, dimension.high);
    }
    return next;
}

}  // namespace

double four_digits(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 3).ptr;
    std::from_chars(text, end, value);
    return value;
}

SearchSpace ratio_space() {
    SearchSpace space;
    for (const ScorePart& part : score_parts()) {
        const Parameter& one = parameter(part.parameter);
        space.dimensions.push_back({one.name, {}, one.low, one.high, false, 5});
    }
    return space;
}

std::vector<Point> fitted_ratios(const SearchSpace& space, const Point& point, const Shares& shares) {
    const std::vector<std::size_t> parts = parts_that_differ(shares.examples);
    if (parts.size() < 2) return {};
    const Examples examples = with_features(shares.examples, parts);
    FitOptions smooth;
    smooth.l2 = ridge;
    smooth.not_negative = true;
    AscentOptions steps;
    steps.judged = shares.judged;
    std::vector<Point> proposals;
    for (const LinearModel& model : {fit_pairwise(examples, smooth), ascend(examples, steps)}) {
        const std::optional<Point> next = scaled(space, point, parts, model.weights);
        if (next && *next != point) proposals.push_back(*next);
    }
    return proposals;
}

}  // namespace m150::tune
