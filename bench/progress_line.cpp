#include "progress_line.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace m150::bench {

ProgressLine::ProgressLine() : seen_(isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
    if (shown_) std::cerr << '\n';
}

void ProgressLine::show(std::size_t done, std::size_t most, std::size_t fresh, const std::string& remark) {
    if (!seen_) return;
    constexpr std::size_t width = 20;
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double each = fresh == 0 ? 0.0 : seconds / static_cast<double>(fresh);
    const auto left = static_cast<long>(each * static_cast<double>(most - done) + 0.5);
    const std::size_t filled = width * done / std::max<std::size_t>(most, 1);
    char time[32];
    std::snprintf(time, sizeof time, "%ld:%02ld:%02ld", left / 3600, left / 60 % 60, left % 60);
    // The last characters wipe what a longer line left behind.
    std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << done
              << " of at most " << most << ", at most " << time << " left, " << remark << "    "
              << std::flush;
    shown_ = true;
}

}  // namespace m150::bench
