// Whether a graph can be built from what was given.
#pragma once

#include <vector>

#include "libm150/graph/expertise.hpp"

namespace m150::inline v0::graph {

// Throws InvalidInput with everything that is wrong with the options, then with the input (up to 100
// problems).
void check(const GraphInput& input, const ExpertiseOptions& options);

// Throws InvalidInput unless 0 <= number < count. `what` is "municipality" or "topic".
void check_number(const char* what, int number, int count);

// Throws InvalidInput unless every topic is below `topics` and the weights can be restarted from.
void check_seeds(const std::vector<TopicWeight>& seeds, int topics);

}  // namespace m150::inline v0::graph
