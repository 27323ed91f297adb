// Timing who knows, whom to connect, and what both learn from the past.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::bench {

// Registers benchmarks over a base, which is asked for when they run: what it costs to say who knows, beyond
// the search for the same question; what register_connections() does; and fit_knowers.
void register_matching(const std::string& prefix, const std::function<const KnowledgeBase&()>& base,
                       const std::vector<std::string>& questions);

// connect_all at its defaults, and with ten places on both sides.
void register_connections(const std::string& prefix, const std::function<const KnowledgeBase&()>& base);

// recalibrate, of a thousand outcomes; `base` gives a base that holds them.
void register_recalibration(const std::string& prefix, const std::function<const KnowledgeBase&()>& base);

// connect_all where it is hardest: all municipalities of `network`, each with needs and offers on every
// topic, so that everybody is of use to everybody.
void register_dense_connections(const std::function<const KnowledgeBase&()>& network);

// Outcomes of so many of the base's questions, evenly chosen, made up and committed: whoever answered was
// asked, or the base did, and two in three helped.
void add_outcomes(KnowledgeBase& base, std::size_t count);

}  // namespace m150::bench
