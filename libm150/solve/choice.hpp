// Choosing among candidates under any number of counting rules: the best choice, the fairest first when
// asked, and which rules contradict each other when they cannot all hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

struct ChoiceTerm {
    int choice = 0;
    int factor = 1;
};

// The sum of the factors of what is chosen is at_least .. at_most. No choice twice.
struct ChoiceRule {
    static constexpr int none = std::numeric_limits<int>::max();  // no upper bound; -none: no lower bound

    std::vector<ChoiceTerm> terms;
    int at_least = -none;
    int at_most = none;
    // What it costs to break it by one. 0: it is never broken. At most 1,000,000.
    int price = 0;
};

// Somebody who is to be served: by the sum of the weights of what is chosen among `choices`, divided by
// `needs`.
struct ChoiceShare {
    std::vector<int> choices;
    int needs = 1;  // at least 1
    int most = 1;   // no more than this many of `choices` can be chosen together; only saves time
};

struct ChoiceProblem {
    std::vector<double> weights;  // of each choice, 0 to 1,000
    std::vector<ChoiceRule> rules;
    std::vector<ChoiceShare> shares;  // none: only the sum counts
    // Weights count in steps of this: those that differ by less are equal.
    double quantum = 1e-5;
};

struct Breach {
    std::size_t rule = 0;
    int by = 0;
    friend bool operator==(const Breach&, const Breach&) = default;
};

struct Choice {
    bool feasible = false;         // some choice keeps to every rule of price 0
    bool proved = false;           // nothing is better; false when a limit was reached
    std::vector<int> chosen;       // ascending
    std::vector<Breach> breaches;  // ascending by rule
    std::int64_t breach_cost = 0;
    double worst = 0.0;  // of the shares, the one that is served worst; 0 without shares
    std::size_t worst_share = 0;
    double worst_bound = 0.0;  // no choice of this breach_cost serves its worst share better
    double objective = 0.0;    // sum of the weights, as given
    double upper_bound = 0.0;  // no choice of this breach_cost and this `worst` has a larger sum
    std::int64_t nodes = 0;    // searched altogether
};

// The choice that in this order
//   1. costs least in breaches (none: 0);
//   2. has the largest `worst` (when there are shares), counted in whole quanta;
//   3. has the largest sum of weights, counted in quanta.
// Which of several that tie in all three is found depends on the order of the problem alone. Exact: mixed
// integer programs, and every rule is checked in integers afterwards.
//
// Throws InvalidInput for numbers outside the ranges above, a choice that does not exist or occurs twice in a
// rule or a share, a quantum that is not positive or leaves a weight more than 1e8 of it, and when progress
// cancels. Safe to call from any number of threads.
M150_EXPORT Choice solve_choice(const ChoiceProblem& problem, const SolveLimits& limits = {});

// Rules that cannot all hold together with the rules of price 0.
struct Conflict {
    std::vector<std::size_t> rules;  // ascending; empty: all rules can hold
    // No fewer rules with a price contradict each other. False: a limit was reached before that was known,
    // and it is only certain that without any one of them the others can hold.
    bool smallest = true;
};

// A smallest set of rules with a price that contradict each other; of those as small, the one whose numbers
// add up to least. By implicit hitting sets (Ignatiev, Previti, Liffiton and Marques-Silva, CP 2015): each
// choice breaks a rule of every conflict, so a smallest set with a rule of each that was tried is a smallest
// conflict when no choice keeps to it. It stops when nodes times rows and columns of the programs come to 5
// times limits.most_nodes together; then come rules of which none can be left out, where it can without the
// later ones (QuickXplain: Junker, AAAI 2004), for 25 times most_nodes more. Weights and shares do not
// matter. Throws as solve_choice, and when the rules of price 0 alone contradict each other or the limits do
// not suffice to tell.
M150_EXPORT Conflict find_conflict(const ChoiceProblem& problem, const SolveLimits& limits = {});

}  // namespace m150::inline v0
