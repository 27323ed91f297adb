// Evaluates configurations, each once, several at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "bench/tune/trials.hpp"
#include "bench/tune/tune.hpp"

namespace m150::tune {

class Evaluator {
  public:
    // `most`: evaluations that there will be, at most. All references outlive the evaluator.
    Evaluator(const Objective& objective, const TuneOptions& options, std::size_t most);

    // Values by query for each of the points, as `asked` (the choosing queries of a fold, 0: all) gets them;
    // NaN for the queries that are not among them, which nobody may look at.
    std::vector<std::vector<double>> values(const std::vector<Point>& points, const Part& asked,
                                            std::size_t fold);
    // What the scores are sums of, by query in `asked`.
    Shares shares(const Point& point, const Part& asked) const;

    const std::deque<Trial>& trials() const noexcept { return trials_; }

  private:
    struct Work;
    const Trial& wanted(const Point& point, const Part& asked, std::size_t fold, std::vector<Trial*>& fresh);
    void evaluate(const std::vector<Trial*>& fresh);
    void finished(const std::vector<Trial*>& fresh, Work& work);
    void check(const Trial& trial, const Score& score) const;
    void tell(const Trial& trial, bool fresh);

    const Objective& objective_;
    const TuneOptions& options_;
    Part all_;
    std::size_t most_;
    std::optional<TrialFile> file_;
    std::deque<Trial> trials_;              // whose addresses stay
    std::map<std::string, Trial*> by_key_;  // of fold and configuration
    std::size_t done_ = 0;
    std::size_t fresh_ = 0;
    std::map<std::size_t, double> best_;  // mean, by fold
};

}  // namespace m150::tune
