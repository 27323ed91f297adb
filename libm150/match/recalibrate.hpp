// Learning from what became of questions how sure to be.
#pragma once

#include <cstddef>
#include <optional>

#include "libm150/base/export.hpp"
#include "libm150/base/progress.hpp"
#include "libm150/knowledge/knowledge_base.hpp"

namespace m150::inline v0 {

struct RecalibrateOptions {
    std::size_t most = 1000;  // outcomes looked at, evenly chosen over time; 20 to 100,000
    std::size_t least = 20;   // fewer teach nothing; 10 to 100,000
    ProgressFn progress;
};

// Of one of the two confidences. Losses are means of -ln(chance of what happened).
struct Recalibration {
    std::size_t outcomes = 0;
    double said = 0.0;         // mean confidence as it is said now
    double happened = 0.0;     // part of the outcomes that went so
    double loss_before = 0.0;  // as it is said now
    double loss_after = 0.0;   // recalibrated, each fifth of the outcomes by the other four
    double slope = 1.0;        // the log-odds are multiplied by this,
    double constant = 0.0;     // and this is added
};

struct Recalibrated {
    KnowledgeBaseOptions options;  // the base's, with the confidence recalibrated
    // That an existing answer helps: of questions that are stored, and put to what was known the day before
    // they were asked; of more than 40 days, to what was known before the first of a few days together. It
    // went so when an answer of the base helped; absent: too few outcomes, or all alike.
    std::optional<Recalibration> answers;
    // That a municipality knows: of those that were asked for help. It went so when that helped.
    std::optional<Recalibration> knowers;
};

// Platt scaling (fit_platt) of both confidences to what became of questions. The ranking stays as it is. Uses
// all that AVH sees, and changes nothing: configure() takes the result. The same records give the same bits.
// Throws InvalidInput for options out of range, when there are too few outcomes to learn either from, and
// when `progress` cancels.
M150_EXPORT Recalibrated recalibrate(const KnowledgeBase& base, const RecalibrateOptions& options = {});

}  // namespace m150::inline v0
