// How often did the base answer it, and how long did it take: what became of questions, by topic and period.
#pragma once

#include <optional>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

enum class FiguresBy { year, quarter, month };

struct OutcomeFiguresOptions {
    std::optional<Id<Network>> network;  // of those asked by its members; absent: all
    std::optional<Date> since;           // asked from this day on; absent: from the first
    FiguresBy by = FiguresBy::quarter;
};

// Outcomes of the same stored question are one case; one of no stored question is a case of its own. A case
// was answered by the first outcome, by date, that did not turn out unhelpful, is not declined and is not
// without an answer; of one day those of the base come first, then those passed on. A question that is still
// open is in it when there is an outcome that says so.
struct OutcomeCounts {
    int cases = 0;
    int by_base = 0;                            // answered by what was there
    int passed_on = 0;                          // answered by a municipality that it was passed on to
    int contacted = 0;                          // helped by a contact
    int unanswered = 0;                         // the rest
    int told = 0;                               // the asker said of something whether it helped
    int told_helpful = 0;                       // of these: something did
    int declined = 0;                           // cases in which somebody could not or would not help
    std::optional<double> median_days;          // from asked to answered, of those answered
    std::optional<double> median_days_by_base;  // of those answered by the base

    double part_by_base() const { return cases > 0 ? static_cast<double>(by_base) / cases : 0.0; }
};

struct OutcomeRow {
    std::optional<Id<Topic>> topic;  // absent: all topics, each case once, and those of no topic
    std::optional<Date> from;        // first day of the period in which it was asked; absent: all periods
    OutcomeCounts counts;
};

struct OutcomeFigures {
    // All topics over all periods first, then all topics by period, then each topic over all periods and by
    // period; topics by id, periods ascending, rows without cases left out.
    std::vector<OutcomeRow> rows;
    int said = 0;              // outcomes that tell what confidence the base had said
    double said_mean = 0.0;    // mean of those confidences
    double helped_part = 0.0;  // part of those in which the base's answer helped
};

// Of the outcomes that the viewer may see, up to today. Throws InvalidInput for an unknown network and a
// `since` after today.
M150_EXPORT OutcomeFigures outcome_figures(const Snapshot& now, const OutcomeFiguresOptions& options = {});

}  // namespace m150::inline v0
