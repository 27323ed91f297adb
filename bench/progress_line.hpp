// A line on standard error that tells how far long work is, when somebody looks.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace m150::bench {

class ProgressLine {
  public:
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine();  // ends the line

    // `fresh` of `done` took time; `most` is what there will be, at most.
    void show(std::size_t done, std::size_t most, std::size_t fresh, const std::string& remark);

  private:
    using Clock = std::chrono::steady_clock;
    bool seen_;  // standard error is a terminal
    bool shown_ = false;
    Clock::time_point start_ = Clock::now();
};

}  // namespace m150::bench
