// Timing what is planned for meetings.
#pragma once

#include <functional>
#include <string>

#include "libm150/m150.hpp"

namespace m150::bench {

// Registers benchmarks of programmes, agendas and tables over a base, which is asked for when they run. Each
// checks that what it times is proved, or stands at its bound.
void register_meetings(const std::string& prefix, const std::function<const KnowledgeBase&()>& base);

// The arithmetic of an agenda alone, on a problem made up for it: 8 of 60 subjects for 176 parties.
void register_coverage();

}  // namespace m150::bench
