// Learning from what became of questions how sure to be.
#pragma once

#include <cstddef>
#include <optional>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::inline v0 {

struct RecalibrateOptions {
    // Stored questions of which outcomes tell, evenly chosen over time; 20 to 100,000. Each takes as long as
    // ask() does, and each day on which one was asked a snapshot.
    std::size_t most = 1000;
    std::size_t least = 20;  // fewer outcomes teach nothing; 10 to 100,000
    ProgressFn progress;
};

// Of one of the two confidences. Losses are means of -ln(chance of what happened); ln 2 is that of tossing a
// coin.
struct Recalibration {
    std::size_t outcomes = 0;  // that taught, what is told of the same several times once
    double said = 0.0;         // mean confidence as it is said now
    double happened = 0.0;     // part of the outcomes that went so
    double loss_before = 0.0;  // as it is said now
    // Recalibrated, each fifth of the questions by the other four: all of one question in one fifth.
    double loss_after = 0.0;
    // Had always the part been said that went so in the other four fifths ((n + 1) / (all + 2)). While
    // loss_after is above it, the confidence does not tell one case from another.
    double loss_constant = 0.0;
    // loss_after is below loss_before and ln 2, and the slope is not below recalibration_least_slope: then it
    // would say next to the same of everything. Else all is left as it was:
    bool better = false;
    double slope = 1.0;     // the log-odds are multiplied by this,
    double constant = 0.0;  // and this is added
};

inline constexpr double recalibration_least_slope = 0.1;

struct Recalibrated {
    KnowledgeBaseOptions options;  // the base's, with what became better recalibrated
    // That an existing answer helps: of questions that are stored, each once, and put to what was known the
    // day before they were asked; of more than 40 days, to what was known before the first of a few days
    // together. It went so when an answer of the base helped; absent: too few outcomes, or all alike.
    std::optional<Recalibration> answers;
    // That a municipality knows: of those that were asked for help, each once for a question. It went so when
    // that helped, by the last verdict.
    std::optional<Recalibration> knowers;
};

// Platt scaling (fit_platt) of both confidences to what became of questions; of one that it does not make
// better on questions that it was not fitted to, nothing is changed. The ranking stays as it is. Uses
// all that AVH sees, and changes nothing: configure() takes the result. The same records give the same bits.
// Throws InvalidInput for options out of range, when there are too few outcomes to learn either from, and
// when `progress` cancels.
M150_EXPORT Recalibrated recalibrate(const KnowledgeBase& base, const RecalibrateOptions& options = {});

}  // namespace m150::inline v0
