// What outcomes say together: which of them are on the same, and which cannot both be true. Internal.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libm150/record/outcome.hpp"

namespace m150::inline v0 {

// Whether what was tried helped, as far as the outcome says: who declined did not. Absent: nobody said yet.
std::optional<bool> said_to_help(const Outcome& outcome);

// Why both cannot be true, as words for what `before` says ("says that it did help"); empty: they can. Two
// verdicts on the same claim are alike, and nobody says that there was no answer once somebody had helped.
std::string contradiction(const Outcome& told, const Outcome& before);

// One thing that may have helped a question, and all that was told of it: a municipality, whether it was
// passed on to or contacted or declined, or a pair of the base. An outcome of no stored question is one by
// itself.
struct OutcomeClaim {
    std::vector<const Outcome*> told;  // by date; of one day those with a verdict last; not empty

    const Outcome& first() const { return *told.front(); }
    const Outcome* verdict() const;  // the last one that has a verdict; null: nobody said yet
    bool helped() const;
    bool by_base() const { return first().kind == OutcomeKind::answered_by_base; }
};

// The claims of these outcomes by their first day, ties by id; no_answer makes none. `today` says who a
// municipality is now: those that merged are one.
std::vector<OutcomeClaim> claims_of(std::vector<const Outcome*> outcomes,
                                    const std::function<int(const Id<Municipality>&)>& today);

}  // namespace m150::inline v0
