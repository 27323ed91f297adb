#include <algorithm>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/speakers.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

namespace {

void check_options(const Snapshot& now, const MatchSpeakersOptions& options) {
    Inputs inputs(now, "match_speakers");
    inputs.in_range("max_items_per_speaker", options.max_items_per_speaker, 1, 100);
    inputs.in_range("min_items_per_speaker", options.min_items_per_speaker, 0, options.max_items_per_speaker);
    inputs.in_range("least_fit", options.least_fit, 0, 1);
    inputs.in_range("alternates", static_cast<double>(options.alternates), 0, 1000);
    for (const Id<Speaker>& id : options.invited) {
        inputs.require(now.find(id) != nullptr, "invited", "'" + excerpt(id.str(), 60) + "' is unknown",
                       "the id of a speaker");
    }
    inputs.throw_if_any();
}

bool available(const Speaker& speaker, const std::optional<Date>& date) {
    if (!date || speaker.availability.empty()) return true;
    return std::any_of(speaker.availability.begin(), speaker.availability.end(),
                       [&](const Period& period) { return period.from <= *date && *date <= period.to; });
}

Slot slot_of(const SpeakerFit& fit, std::size_t item, std::size_t speaker) {
    return {fit.speakers[speaker], fit.value(item, speaker),
            fit.reasons[item * fit.speakers.size() + speaker]};
}

void best_first(std::vector<Slot>& slots) {
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) {
        return a.fit != b.fit ? a.fit > b.fit : a.speaker < b.speaker;
    });
}

AssignmentProblem problem_of(const Snapshot& now, const MatchSpeakersOptions& options,
                             const SpeakerFit& fit) {
    AssignmentProblem problem;
    for (const AgendaItem& item : options.agenda)
        problem.left.push_back({item.speakers_at_least, item.speakers_at_most});
    for (const Id<Speaker>& id : fit.speakers) {
        const bool invited =
            std::find(options.invited.begin(), options.invited.end(), id) != options.invited.end();
        problem.right.push_back({invited ? options.min_items_per_speaker : 0, options.max_items_per_speaker});
    }
    for (std::size_t i = 0; i < fit.items.size(); ++i) {
        for (std::size_t j = 0; j < fit.speakers.size(); ++j) {
            const bool candidate = fit.value(i, j) >= options.least_fit && fit.value(i, j) > 0;
            if (candidate && available(*now.find(fit.speakers[j]), options.date)) {
                problem.candidates.push_back({static_cast<int>(i), static_cast<int>(j), fit.value(i, j)});
            }
        }
    }
    return problem;
}

// In the agenda's words: who misses how many, and which items and speakers are in each other's way.
std::vector<Unfilled> explain_shortfalls(const AssignmentProblem& problem, const Assignment& assignment,
                                         const SpeakerFit& fit) {
    std::vector<Unfilled> list;
    for (const Shortfall& shortfall : assignment.shortfalls) {
        const bool is_item = shortfall.side == Side::left;
        const auto index = static_cast<std::size_t>(shortfall.index);
        Unfilled unfilled{is_item ? "item" : "speaker",
                          is_item ? fit.items[index] : fit.speakers[index].str(),
                          shortfall.missing,
                          "",
                          {},
                          {}};
        const bool alone = std::none_of(
            problem.candidates.begin(), problem.candidates.end(), [&](const Candidate& candidate) {
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
                unfilled.items.push_back(fit.items[static_cast<std::size_t>(item)]);
            for (const int speaker : speakers)
                unfilled.speakers.push_back(fit.speakers[static_cast<std::size_t>(speaker)].str());
            break;
        }
        list.push_back(std::move(unfilled));
    }
    return list;
}

}  // namespace

Programme match_speakers(const Snapshot& now, const MatchSpeakersOptions& options) {
    check_options(now, options);
    const SpeakerFit fit = speaker_fit(now, options.agenda, options.weights);
    const AssignmentProblem problem = problem_of(now, options, fit);
    const Assignment assignment = solve_assignment(problem);

    Programme programme;
    programme.complete = assignment.feasible;
    programme.objective = assignment.objective;
    programme.upper_bound = assignment.upper_bound;
    programme.unfilled = explain_shortfalls(problem, assignment, fit);
    std::vector<bool> chosen(problem.candidates.size(), false);
    for (const std::size_t index : assignment.chosen)
        chosen[index] = true;
    for (const std::string& item : fit.items)
        programme.items.push_back({item, {}, {}, 0});
    for (std::size_t k = 0; k < problem.candidates.size(); ++k) {
        const auto item = static_cast<std::size_t>(problem.candidates[k].left);
        const auto speaker = static_cast<std::size_t>(problem.candidates[k].right);
        ProgrammeItem& place = programme.items[item];
        (chosen[k] ? place.speakers : place.alternates).push_back(slot_of(fit, item, speaker));
    }
    for (std::size_t i = 0; i < programme.items.size(); ++i) {
        ProgrammeItem& place = programme.items[i];
        best_first(place.speakers);
        best_first(place.alternates);
        if (place.alternates.size() > options.alternates) place.alternates.resize(options.alternates);
        place.missing =
            std::max(0, options.agenda[i].speakers_at_least - static_cast<int>(place.speakers.size()));
    }
    return programme;
}

}  // namespace m150::inline v0
