// Learning from a network's own past who answers what.
#pragma once

#include <cstddef>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/match/who_knows.hpp"

namespace m150::inline v0 {

struct FitKnowersOptions {
    // Each window cuts the past in two: what was known by a day is put the questions that came next, and
    // those who answered them were right. The last window ends with the newest question, each other one
    // `step` earlier.
    std::size_t windows = 3;         // 1 to 100
    double horizon = 0.25;           // part of all questions that is asked in one window, above 0 to 0.9
    double step = 0.125;             // part of all questions, above 0 to 0.9
    std::size_t most = 2000;         // questions asked in all windows together, evenly chosen; 1 to 1,000,000
    std::vector<double> half_lives;  // for expertise.half_life_days, to choose among; empty: it stays
    double ridge = 0.01;             // ConditionalLogitOptions::ridge
    ProgressFn progress;
};

struct FittedKnowers {
    KnowledgeBaseOptions options;  // the base's, with the weights of knowers and the half-life learned
    std::size_t questions = 0;     // that taught: somebody answered who could have been named
    double loss = 0.0;             // mean -log(chance of those who answered), under these weights;
    double loss_before = 0.0;      // under the base's own weights,
    double loss_of_none = 0.0;     // and when each is as likely as the other
    bool converged = false;
};

// The weights of KnowerOptions under which those who answered were likeliest (fit_conditional_logit). Uses
// all that AVH sees, and changes nothing: configure() takes the result. The same records give the same bits.
// Throws InvalidInput for options out of range, when no question teaches anything, and when `progress`
// cancels.
M150_EXPORT FittedKnowers fit_knowers(const KnowledgeBase& base, const FitKnowersOptions& options = {});

}  // namespace m150::inline v0
