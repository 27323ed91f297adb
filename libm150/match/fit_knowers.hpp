// Learning from a network's own past who answers what.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/match/who_knows.hpp"

namespace m150::inline v0 {

// A parameter by its name (list_parameters()), and values to choose among.
struct ParameterChoices {
    std::string name;
    std::vector<double> values;
};

struct FitKnowersOptions {
    // Each window cuts the past in two: what was known by a day is put the questions that came next, and
    // those who answered them were right. The last window ends with the newest question, each other one
    // `step` earlier.
    std::size_t windows = 3;  // 1 to 100
    double horizon = 0.25;    // part of all questions that is asked in one window, above 0 to 0.9
    double step = 0.125;      // part of all questions, above 0 to 0.9
    std::size_t most = 2000;  // questions asked in all windows together, evenly chosen; 1 to 1,000,000
    // What the features are made with: half-lives, what kinds of evidence weigh, priors. Chosen one after the
    // other by the loss, until nothing changes or `passes` times (coordinate descent); each value costs a
    // replay. Numbers that change how is ranked, other than the weights that are learned.
    std::vector<ParameterChoices> choose;
    std::size_t passes = 2;  // 1 to 100
    double ridge = 0.01;     // ConditionalLogitOptions::ridge
    ProgressFn progress;
};

// A value that was tried while the other parameters were as they were chosen by then.
struct TriedValue {
    std::string name;
    double value = 0.0;
    double loss = 0.0;  // FittedKnowers::loss_over_all, under the weights learned with it
};

struct FittedKnowers {
    KnowledgeBaseOptions options;  // the base's, with the weights of knowers and what was chosen
    std::size_t questions = 0;     // that taught: somebody answered who could have been named
    double loss = 0.0;             // mean -log(chance of those who answered), under these weights;
    // Mean over all questions asked: those that taught, and the others as a guess among all municipalities,
    // so that values with which others can be named compare. By this is chosen.
    double loss_over_all = 0.0;
    double loss_before = 0.0;   // of the base as it is, under its own weights
    double loss_of_none = 0.0;  // when each is as likely as the other
    bool converged = false;
    std::vector<TriedValue> tried;  // of FitKnowersOptions::choose, in the order in which they were tried
};

// The weights of KnowerOptions under which those who answered were likeliest (fit_conditional_logit). Uses
// all that AVH sees, and changes nothing: configure() takes the result. The same records give the same bits.
// Throws InvalidInput for options out of range, when no question teaches anything, and when `progress`
// cancels.
M150_EXPORT FittedKnowers fit_knowers(const KnowledgeBase& base, const FitKnowersOptions& options = {});

}  // namespace m150::inline v0
