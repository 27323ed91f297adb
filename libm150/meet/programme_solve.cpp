#include "libm150/meet/programme_solve.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "libm150/meet/programme_greedy.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Whether nothing is asked but numbers of items and speakers: then the problem is a flow.
bool is_flow(const MatchSpeakersOptions& options) {
    return options.goal == ProgrammeGoal::sum && options.locks.empty() && options.keep.empty() &&
           options.conflicts.empty() && options.parallel.empty() && options.max_per_organisation == 0 &&
           options.min_municipalities == 0 && options.min_newcomers == 0;
}

// A flow of pairs between items and persons. The bounds are read back from the model's rules, so that there
// is one place that says what they are.
AssignmentProblem flow_of(const MatchSpeakersOptions& options, const Candidates& candidates,
                          const ProgrammeModel& model) {
    AssignmentProblem flow;
    for (const AgendaItem& item : options.agenda)
        flow.left.push_back({item.speakers_at_least, item.speakers_at_most});
    const int everything = static_cast<int>(options.agenda.size());
    flow.right.assign(candidates.persons.size(), {0, everything});
    for (std::size_t r = 0; r < model.notes.size(); ++r) {
        const RuleNote& note = model.notes[r];
        const ChoiceRule& rule = model.problem.rules[r];
        if (note.kind == RuleKind::promise) flow.right[at(note.index)].at_least = rule.at_least;
        if (note.kind == RuleKind::items) flow.right[at(note.index)].at_most = rule.at_most;
    }
    for (Bounds& bounds : flow.right)
        bounds.at_most = std::max(bounds.at_most, bounds.at_least);
    for (const int p : model.pairs) {
        const SpeakerPair& pair = candidates.pairs[at(p)];
        flow.candidates.push_back({pair.item, pair.person, pair.fit});
    }
    return flow;
}

// In the agenda's words: who misses how many, and which items and speakers are in each other's way.
std::vector<Unfilled> explain_shortfalls(const AssignmentProblem& flow, const Assignment& assignment,
                                         const MatchSpeakersOptions& options, const Candidates& candidates) {
    std::vector<Unfilled> list;
    for (const Shortfall& shortfall : assignment.shortfalls) {
        const bool is_item = shortfall.side == Side::left;
        const std::size_t index = at(shortfall.index);
        Unfilled unfilled{is_item ? "item" : "speaker",
                          is_item ? options.agenda[index].id : candidates.persons[index].id.str(),
                          shortfall.missing,
                          "",
                          {},
                          {}};
        const bool alone =
            std::none_of(flow.candidates.begin(), flow.candidates.end(), [&](const Candidate& candidate) {
                return (is_item ? candidate.left : candidate.right) == shortfall.index;
            });
        unfilled.why = alone ? "no-candidates" : is_item ? "too-few-speakers" : "too-few-items";
        for (const Bottleneck& bottleneck : assignment.bottlenecks) {
            const auto& needing = bottleneck.needing;
            if (bottleneck.side != shortfall.side ||
                std::find(needing.begin(), needing.end(), shortfall.index) == needing.end())
                continue;
            const auto& items = is_item ? bottleneck.needing : bottleneck.serving;
            const auto& speakers = is_item ? bottleneck.serving : bottleneck.needing;
            for (const int item : items)
                unfilled.items.push_back(options.agenda[at(item)].id);
            for (const int speaker : speakers)
                unfilled.speakers.push_back(candidates.persons[at(speaker)].id.str());
            break;
        }
        list.push_back(std::move(unfilled));
    }
    return list;
}

ProgrammeOutcome solve_flow(const MatchSpeakersOptions& options, const Candidates& candidates,
                            const ProgrammeModel& model) {
    const AssignmentProblem flow = flow_of(options, candidates, model);
    const Assignment assignment = solve_assignment(flow);
    ProgrammeOutcome outcome;
    outcome.chosen.assign(model.pairs.size(), false);
    for (const std::size_t choice : assignment.chosen)
        outcome.chosen[choice] = true;
    outcome.objective = assignment.objective;
    outcome.upper_bound = assignment.upper_bound;
    outcome.unfilled = explain_shortfalls(flow, assignment, options, candidates);
    return outcome;
}

Unfilled unfilled_of(const MatchSpeakersOptions& options, const Candidates& candidates, const RuleNote& note,
                     const ChoiceRule& rule, int by) {
    Unfilled unfilled{"", "", by, rule.terms.empty() ? "no-candidates" : "rules-contradict", {}, {}};
    switch (note.kind) {
        case RuleKind::place:
            unfilled.what = "item";
            unfilled.id = options.agenda[at(note.index)].id;
            break;
        case RuleKind::promise:
            unfilled.what = "speaker";
            unfilled.id = candidates.persons[at(note.index)].id.str();
            break;
        case RuleKind::lock:
            unfilled.what = "lock";
            unfilled.id = options.locks[at(note.index)].item;
            unfilled.items = {options.locks[at(note.index)].item};
            unfilled.speakers = {options.locks[at(note.index)].speaker.str()};
            unfilled.why = "rules-contradict";  // a pair that is locked is a candidate, unless a rule bars it
            break;
        case RuleKind::municipalities:
            unfilled.what = "municipalities";
            break;
        default:
            unfilled.what = "newcomers";
            break;
    }
    return unfilled;
}

std::int64_t cost_of(const ProgrammeModel& model, const std::vector<Breach>& breaches) {
    std::int64_t cost = 0;
    for (const Breach& breach : breaches)
        cost += std::int64_t{model.problem.rules[breach.rule].price} * breach.by;
    return cost;
}

// No programme whatever has more than the best speakers of each item, which a search that was stopped may not
// have seen yet. `none`: it says nothing of the sum.
void bound_by_items(const MatchSpeakersOptions& options, const Candidates& candidates,
                    const ProgrammeModel& model, bool none, ProgrammeOutcome& outcome) {
    std::vector<std::vector<double>> fits(options.agenda.size());
    for (const int p : model.pairs)
        fits[at(candidates.pairs[at(p)].item)].push_back(candidates.pairs[at(p)].fit);
    double worst = std::numeric_limits<double>::max(), sum = 0.0;
    for (std::size_t i = 0; i < fits.size(); ++i) {
        std::sort(fits[i].rbegin(), fits[i].rend());
        const auto most = static_cast<std::size_t>(options.agenda[i].speakers_at_most);
        double served = 0.0;
        for (std::size_t k = 0; k < std::min(most, fits[i].size()); ++k)
            served += fits[i][k];
        sum += served;
        if (options.agenda[i].speakers_at_least > 0 && !fits[i].empty())
            worst = std::min(worst, served / options.agenda[i].speakers_at_least);
    }
    outcome.upper_bound = none ? sum : std::min(outcome.upper_bound, sum);
    if (!model.problem.shares.empty())
        outcome.worst_bound = none ? worst : std::min(outcome.worst_bound, worst);
}

ProgrammeOutcome solve_rules(const MatchSpeakersOptions& options, const Candidates& candidates,
                             const ProgrammeModel& model) {
    const Choice choice = solve_choice(model.problem, options.solver);
    ProgrammeOutcome outcome;
    outcome.chosen.assign(model.problem.weights.size(), false);
    for (const int one : choice.chosen)
        outcome.chosen[at(one)] = true;
    outcome.upper_bound = choice.upper_bound;
    outcome.worst_bound = choice.worst_bound;
    outcome.proved = choice.proved;
    std::vector<Breach> breaches = choice.breaches;
    if (!choice.proved) {  // a limit stopped the search, perhaps before it found as much as anything
        std::vector<bool> at_once = greedy_programme(model, candidates);
        std::vector<Breach> missed = breaches_of(model, at_once);
        if (!choice.feasible || cost_of(model, missed) < choice.breach_cost) {
            outcome.chosen = std::move(at_once);
            breaches = std::move(missed);
        }
        bound_by_items(options, candidates, model, !choice.feasible, outcome);
    }
    for (std::size_t c = 0; c < model.pairs.size(); ++c)
        outcome.objective += outcome.chosen[c] ? model.problem.weights[c] : 0.0;
    outcome.upper_bound = std::max(outcome.upper_bound, outcome.objective);
    for (const Breach& breach : breaches) {
        if (model.notes[breach.rule].kind == RuleKind::keep) continue;
        Unfilled unfilled = unfilled_of(options, candidates, model.notes[breach.rule],
                                        model.problem.rules[breach.rule], breach.by);
        if (!outcome.proved && !model.problem.rules[breach.rule].terms.empty()) unfilled.why = "limit";
        outcome.unfilled.push_back(std::move(unfilled));
    }
    return outcome;
}

}  // namespace

ProgrammeOutcome solve_programme(const MatchSpeakersOptions& options, const Candidates& candidates,
                                 const ProgrammeModel& model) {
    return is_flow(options) ? solve_flow(options, candidates, model)
                            : solve_rules(options, candidates, model);
}

}  // namespace m150::inline v0
