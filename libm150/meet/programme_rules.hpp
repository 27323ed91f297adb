// A programme as a choice under rules, each rule with the words for it. Internal to this floor.
#pragma once

#include <string>
#include <vector>

#include "libm150/meet/candidates.hpp"
#include "libm150/solve/choice.hpp"

namespace m150::inline v0 {

enum class RuleKind {
    structure,  // what "speaking" means; never broken
    place,
    lock,
    keep,
    promise,
    municipalities,
    newcomers,
    items,
    organisation,
    conflict,
    parallel,
    bar  // a pair that is no candidate
};

struct RuleNote {
    RuleKind kind = RuleKind::structure;
    Reason rule;     // what it says
    int index = -1;  // place: of the item; promise: of the person; lock: in options.locks
};

struct ProgrammeModel {
    ChoiceProblem problem;        // its first choices are pairs
    std::vector<int> pairs;       // index of the pair, by choice
    std::vector<RuleNote> notes;  // of each rule
    std::vector<int> used;  // by person: the choice that says that she speaks at all; -1: nothing asks for it
};

enum class ModelUse {
    // Pairs with a bar are left out; minimums and locks may be missed (locks last), nothing else may be
    // broken.
    plan,
    // Every pair is in and every rule can be broken at the prices of the options: to see what contradicts.
    advice
};

ProgrammeModel model_of(const MatchSpeakersOptions& options, const Candidates& candidates, ModelUse use);

// What giving way on a rule by so much means: the rule's reason with the code "relax-..." and the value "by".
Reason relaxation_of(const RuleNote& note, int by);

}  // namespace m150::inline v0
