// The one place where Xapian's errors, and those of the file system, become errors of this library. Internal.
#pragma once

#include <filesystem>
#include <utility>

namespace m150::inline v0::indexing {

// Throws the exception that is being handled: as StoreError when it is Xapian's (which derives from nothing
// standard) or the file system's, else as it is. `place` is the file or directory concerned.
[[noreturn]] void rethrow(const std::filesystem::path& place);

template <class Work>
auto guarded(const std::filesystem::path& place, Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        rethrow(place);
    }
}

}  // namespace m150::inline v0::indexing
