// The weights of a score's parts, from what the parts were at other weights.
#pragma once

#include <vector>

#include "bench/tune/objective.hpp"
#include "bench/tune/search_space.hpp"

namespace m150::tune {

// Rounded: more digits would promise what no fit can keep.
double four_digits(double value);

// The weights of score_parts(), in their order: what a linear fit chooses. Only their ratios matter, so that
// the first keeps its value.
SearchSpace ratio_space();

// Two proposals: by pairwise logistic regression, which is convex and smooth, and by ascent on nDCG@10
// itself. `shares` were made at `point`. Parts that were 0 everywhere keep their weight; a proposal without
// the first part, or that is `point` again, is left out. Weights have four digits.
std::vector<Point> fitted_ratios(const SearchSpace& space, const Point& point, const Shares& shares);

}  // namespace m150::tune
