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

// Outcomes of the same stored question are one case; one of no stored question is a case of its own. What was
// told of one municipality, or of one pair, is taken together: its last verdict counts. An answer of the base
// answered unless it turned out unhelpful, on the day it was given; a municipality that the question was
// passed on to, or brought into contact with, answered on the day it was told that this helped. The first
// that answered counts; of one day those of the base come first, then those passed on. A question that was
// taken up and of which nobody said yet what came of it is waiting, until something answers it or a later
// no_answer says that nothing did. A question that is still open is in it when there is an outcome that says
// so.
struct OutcomeCounts {
    int cases = 0;                              // the sum of the five below
    int by_base = 0;                            // answered by what was there
    int passed_on = 0;                          // answered by a municipality that it was passed on to
    int contacted = 0;                          // helped by a contact
    int waiting = 0;                            // with a municipality, which has not answered yet
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
    // Of the same cases as the rows:
    int said = 0;              // of which it is told what confidence the base had said; the first counts
    double said_mean = 0.0;    // mean of those confidences
    double helped_part = 0.0;  // part of those in which an answer of the base helped
};

// Of the outcomes that the viewer may see, up to today. Throws InvalidInput for an unknown network and a
// `since` after today.
M150_EXPORT OutcomeFigures outcome_figures(const Snapshot& now, const OutcomeFiguresOptions& options = {});

}  // namespace m150::inline v0
