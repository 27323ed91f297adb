// What outcomes have in common for whoever counts them. Internal to this floor and the one above.
#pragma once

#include <map>
#include <vector>

#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/outcome_claims.hpp"

namespace m150::inline v0 {

// What the question was about: the outcome's topics or, when it names none, those of the question, or of the
// pair that answered it, as far as the viewer may see them.
std::vector<Id<Topic>> topics_of(const Snapshot& now, const Outcome& outcome);

// With municipalities that merged as their successors of today.
std::vector<OutcomeClaim> claims_of(const Snapshot& now, std::vector<const Outcome*> outcomes);

enum class Became {
    helped,    // something helped
    no_answer  // nothing did, and the last that was told is that nobody answered
};

// Of the stored questions of which outcomes that the viewer may see say one of these.
std::map<Id<Question>, Became> became_of_questions(const Snapshot& now);

}  // namespace m150::inline v0
