// What outcomes say together: which of them are on the same, and which cannot both be true. Internal.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "libm150/record/contact.hpp"
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

// Who a municipality is now, by number: those that merged are one; -1: not known.
using WhoToday = std::function<int(const Id<Municipality>&)>;

// The claims of these outcomes by their first day, ties by id; no_answer makes none.
std::vector<OutcomeClaim> claims_of(std::vector<const Outcome*> outcomes, const WhoToday& today);

// The contacts that a claim tells, too, with the same verdict (it helped, or was declined): the same two, who
// asked and who was asked, a topic that both name, and a day from `told_within` days before it was first told
// of (or the day of asking, when that is earlier) to as many after it was last. A claim tells of one contact
// at most: the nearest in days to what was told first, ties by id.
constexpr int told_within = 31;  // days
std::set<Id<Contact>> told_by(const std::vector<OutcomeClaim>& claims,
                              const std::vector<const Contact*>& contacts, const WhoToday& today,
                              const std::function<std::vector<Id<Topic>>(const Outcome&)>& topics_of);

}  // namespace m150::inline v0
