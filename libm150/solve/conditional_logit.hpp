// Learning from what was chosen: which weights make it likely?
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"

namespace m150::inline v0 {

// Occasions on which one or more of several alternatives were chosen, each alternative described by the same
// features. The features are kept in 32 bits.
class M150_EXPORT Choices {
  public:
    explicit Choices(std::size_t features);

    // `values` holds the alternatives row by row; `chosen` the part of the choice that each got: none
    // negative, their sum above 0 (and scaled to 1). Throws InvalidInput for other numbers, or of another
    // length.
    void add(const std::vector<double>& values, const std::vector<double>& chosen);

    std::size_t features() const noexcept { return features_; }
    std::size_t occasions() const noexcept { return ends_.size(); }
    std::size_t alternatives(std::size_t occasion) const;  // how many
    const float* values(std::size_t occasion) const;       // row by row
    const float* chosen(std::size_t occasion) const;

  private:
    std::size_t begin_of(std::size_t occasion) const { return occasion == 0 ? 0 : ends_[occasion - 1]; }

    std::size_t features_;
    std::vector<std::size_t> ends_;  // of each occasion's rows
    std::vector<float> values_;
    std::vector<float> chosen_;
};

// The conditional logit (McFadden 1974): the chance of an alternative is exp(w x) over the sum of that over
// all alternatives of the occasion. The mean over the occasions of -log(chance of what was chosen), 0 without
// any.
M150_EXPORT double loss_of(const Choices& choices, const std::vector<double>& weights);

struct ConditionalLogitOptions {
    // What is added to the loss: half of this times the sum of (weight * standard deviation of its feature)
    // squared. Above 0, so that there is one answer; at most 1000.
    double ridge = 0.01;
    std::size_t most_steps = 200;  // 1 to 100,000
    double tolerance = 1e-8;       // of ConditionalLogitFit::slope, 1e-12 to 1
    ProgressFn progress;           // called at every step
};

struct ConditionalLogitFit {
    std::vector<double> weights;  // none below 0
    double loss = 0.0;            // loss_of(choices, weights)
    double slope =
        0.0;  // largest change of loss and penalty for a weight that may still move (0 at the best)
    std::size_t steps = 0;
    bool converged = false;  // slope is at most the tolerance
};

// The weights of least loss and penalty among those that are not negative, so that more of a feature never
// counts against an alternative. The problem is convex and has one solution; it is found by Newton steps on
// the quadratic model under the same limits (proximal Newton: Lee, Sun and Saunders, SIAM J. Optim. 24,
// 2014). Sums run in the order of the occasions, so the same choices give the same bits. Throws InvalidInput
// without an occasion, for options out of range, and when `progress` cancels.
M150_EXPORT ConditionalLogitFit fit_conditional_logit(const Choices& choices,
                                                      const ConditionalLogitOptions& options = {});

}  // namespace m150::inline v0
