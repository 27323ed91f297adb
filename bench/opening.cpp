#include "opening.hpp"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>

extern char** environ;

namespace m150::bench {

void open_base(benchmark::State& state, const std::filesystem::path& base) {
    long peak = 0;
    for (auto _ : state) {
        std::string self = "/proc/self/exe";
        std::string command = "open-once";
        std::string directory = base.string();
        char* arguments[] = {self.data(), command.data(), directory.data(), nullptr};
        pid_t child = 0;
        if (posix_spawn(&child, self.c_str(), nullptr, nullptr, arguments, environ) != 0) {
            state.SkipWithError("cannot start a process");
            return;
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        if (status != 0) {
            state.SkipWithError("opening failed");
            return;
        }
        peak = std::max(peak, usage.ru_maxrss);
    }
    state.counters["peak_MB"] = static_cast<double>(peak) / 1024.0;
}

}  // namespace m150::bench
