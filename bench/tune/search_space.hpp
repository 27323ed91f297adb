// Which parameters are searched, and which values of each are tried.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "libm150/knowledge/parameters.hpp"
#include "libm150/solve/random.hpp"

namespace m150::tune {

// One parameter: a list of values, or a range.
struct Dimension {
    std::string parameter;
    std::vector<ParameterValue> values;  // empty: the range from low to high
    double low = 0.0;
    double high = 0.0;
    bool log = false;        // equal ratios are equally far apart; low is above 0 then
    std::size_t points = 5;  // of a range, for searches that want a list; at least 2

    // The list, or `points` values spread evenly over low..high; ascending, each once, as the parameter takes
    // them (whole numbers, multiples of its step).
    std::vector<ParameterValue> candidates() const;
    // The same over the part of the range around `centre` that `width` (0..1) of it takes up. Of a list: the
    // list.
    std::vector<ParameterValue> candidates_around(const ParameterValue& centre, double width) const;
    ParameterValue draw(Random& random) const;
};

using Point = std::vector<ParameterValue>;  // a value for each dimension

struct SearchSpace {
    std::vector<Dimension> dimensions;

    Point point_of(const KnowledgeBaseOptions& options) const;
    // `options` with the point's values.
    KnowledgeBaseOptions at(const KnowledgeBaseOptions& options, const Point& point) const;
    // The point's values of what makes the index: equal when two points share one.
    Point index_part(const Point& point) const;
    // Every combination of candidates(). Throws InvalidInput when there are more than `most`.
    std::vector<Point> grid(std::size_t most) const;
};

// {"index.k1": {"low": 0.4, "high": 2, "points": 5, "log": true}, "knowers.votes": [1, 2]}. Throws
// InvalidInput with everything that is wrong, by line and column; `where` is told before them.
SearchSpace search_space_from_json(std::string_view json, const std::string& where = "search space");
SearchSpace read_search_space(const std::filesystem::path& file);

}  // namespace m150::tune
