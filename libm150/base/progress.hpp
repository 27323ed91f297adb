// How long work tells how far it is, and how it is stopped.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace m150::inline v0 {

struct Progress {
    std::string stage;        // what is being done, in a word or two
    std::uint64_t done = 0;   // units finished in this stage
    std::uint64_t total = 0;  // units in this stage; 0 when not known
};

// Called every so often from the thread that does the work. Returning false cancels: the work stops soon,
// leaves nothing half done, and its caller gets InvalidInput with `what` "cancelled". An empty function is
// never called.
using ProgressFn = std::function<bool(const Progress&)>;

}  // namespace m150::inline v0
