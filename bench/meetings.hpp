// Timing what is planned for meetings.
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <string>

#include "libm150/m150.hpp"

namespace m150::bench {

// Registers a benchmark over a base, timed on the clock in milliseconds.
template <class Run>
void register_over(const std::string& name, const std::function<const KnowledgeBase&()>& base, Run run,
                   int iterations) {
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) { run(state, base()); })
        ->Iterations(iterations)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

// Each registers benchmarks over a base, which is asked for when they run, and checks that what it times is
// proved, or stands at its bound: of programmes and agendas,
void register_meetings(const std::string& prefix, const std::function<const KnowledgeBase&()>& base);
// and of tables, regions, working groups and a meeting planned as a whole.
void register_gatherings(const std::string& prefix, const std::function<const KnowledgeBase&()>& base);

// A national meeting that nobody has registered for yet: all members of the first network are taken to come.
Meeting meeting_of(const Snapshot& now);

// The arithmetic of an agenda alone, on a problem made up for it: 8 of 60 subjects for 176 parties.
void register_coverage();

}  // namespace m150::bench
