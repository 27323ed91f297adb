#include "libm150/match/outcomes.hpp"

#include <tuple>
#include <utility>

namespace m150::inline v0 {

std::vector<Id<Topic>> topics_of(const Snapshot& now, const Outcome& outcome) {
    if (!outcome.topics.empty()) return outcome.topics;
    std::vector<Id<Topic>> found;
    for (const auto& question : {outcome.question, outcome.pair}) {
        if (!found.empty() || !question) continue;
        now.visit_question(*question, [&](const auto&, const auto&, Date, const auto& topics, const auto&) {
            found = topics;
        });
    }
    return found;
}

std::vector<OutcomeClaim> claims_of(const Snapshot& now, std::vector<const Outcome*> outcomes) {
    return claims_of(std::move(outcomes), [&](const Id<Municipality>& id) { return now.number_of(id); });
}

std::map<Id<Question>, Became> became_of_questions(const Snapshot& now) {
    std::map<Id<Question>, const Outcome*> last;
    for (const Outcome* outcome : now.all<Outcome>()) {
        if (!outcome->question) continue;
        const Outcome*& kept = last[*outcome->question];
        // Of one day no_answer is the last of the kinds.
        if (kept == nullptr || std::tie(kept->date, kept->kind) <= std::tie(outcome->date, outcome->kind))
            kept = outcome;
    }
    std::map<Id<Question>, Became> became;
    for (const auto& [question, outcome] : last) {
        if (outcome->kind == OutcomeKind::no_answer) became.emplace(question, Became::no_answer);
    }
    for (const OutcomeClaim& claim : claims_of(now, now.all<Outcome>())) {
        if (claim.helped() && claim.first().question)
            became.insert_or_assign(*claim.first().question, Became::helped);
    }
    return became;
}

}  // namespace m150::inline v0
