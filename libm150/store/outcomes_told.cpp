#include "libm150/store/outcomes_told.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "libm150/record/outcome_claims.hpp"
#include "libm150/store/columns.hpp"

namespace m150::inline v0 {

OutcomesTold::OutcomesTold(Store::Connection& connection) : connection_(connection) {
    static const std::string text =
        sql::select_sql<Outcome>() + " WHERE r.question IS NOT NULL ORDER BY r.id";
    sql::Query rows = connection.database().query(text);
    while (rows.step()) {
        try {
            keep(sql::read_row<Outcome>(rows));
        } catch (const StoreError&) {
            continue;  // check() names it
        }
    }
}

OutcomesTold::OutcomesTold(Store::Connection& connection, const std::optional<Id<Question>>& question)
    : connection_(connection) {
    if (!question) return;
    static const std::string text = sql::select_sql<Outcome>() + " WHERE r.question = ? ORDER BY r.id";
    sql::Query rows = connection.database().query(text);
    rows.bind(1, question->str());
    while (rows.step())
        keep(sql::read_row<Outcome>(rows));
}

void OutcomesTold::keep(Outcome outcome) {
    of_question_[*outcome.question].push_back(outcomes_.size());
    outcomes_.push_back(std::move(outcome));
}

Outcome OutcomesTold::as_of(Outcome outcome, Date day) const {
    if (!outcome.municipality) return outcome;
    const References::AsOf then = connection_.references().as_of(*outcome.municipality, day);
    if (then.resolution) outcome.municipality = then.resolution->to;
    return outcome;
}

void OutcomesTold::check(const Outcome& outcome, Admission& admission, const Counts& counts) const {
    const auto others = outcome.question ? of_question_.find(*outcome.question) : of_question_.end();
    if (others == of_question_.end()) return;
    for (const std::size_t place : others->second) {
        const Outcome& before = outcomes_[place];
        if (before.id == outcome.id || !counts(before.id)) continue;
        const Date day = std::max(before.date, outcome.date);
        const std::string why = contradiction(as_of(outcome, day), as_of(before, day));
        if (why.empty()) continue;
        admission.problems.push_back(
            {"outcome " + outcome.id.str() + " of question " + outcome.question->str(),
             "contradicts outcome " + before.id.str() + ", which " + why, "outcomes that can all be true",
             "replace " + before.id.str() +
                 " when the verdict changed, or remove the one that was mistaken"});
    }
}

}  // namespace m150::inline v0
