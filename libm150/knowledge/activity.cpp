// What the visible answers say of those who gave them, whatever they were about.
#include <algorithm>
#include <cmath>
#include <optional>

#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

namespace {

// The first and the last day of some answers.
struct Span {
    Date first, last;

    void take(Date day) {
        first = std::min(first, day);
        last = std::max(last, day);
    }
};

// Days from the first to the last answer; those before or after its own count for `inherited`.
double days_of(const Span& all, const std::optional<Span>& own, double inherited) {
    const double days = days_between(all.first, all.last);
    const double by_itself = own ? days_between(own->first, own->last) : 0.0;
    return by_itself + inherited * (days - by_itself);
}

}  // namespace

std::vector<Activity> gather_activity(const Snapshot::State& state) {
    std::vector<Activity> of(state.nodes.size());
    std::vector<std::optional<Span>> own(state.nodes.size());
    const double half_life = state.source.options.knowers.active_half_life_days;
    const double inherited = state.source.options.expertise.inherited;
    state.source.catalog->pairs.for_each([&](const PairHead& pair) {
        if (!state.sees_question(pair)) return;
        for (const AnswerHead& answer : pair.answers) {
            if (!answer.by || answer.status != AnswerStatus::current || !state.sees_answer(pair, answer))
                continue;
            const auto node = state.node_of.find(answer.by->str());
            if (node == state.node_of.end()) continue;
            const auto number = static_cast<std::size_t>(node->second);
            Activity& activity = of[number];
            const bool by_itself = state.nodes[number]->id == *answer.by;
            const double weight = by_itself ? 1.0 : inherited;
            activity.first = activity.answers == 0 ? answer.date : std::min(activity.first, answer.date);
            activity.last = activity.answers == 0 ? answer.date : std::max(activity.last, answer.date);
            ++activity.answers;
            activity.weight += weight;
            activity.recent += weight * std::exp2(-days_between(answer.date, state.today) / half_life);
            if (by_itself) {
                if (!own[number]) own[number] = Span{answer.date, answer.date};
                own[number]->take(answer.date);
                continue;
            }
            ++activity.inherited;
            auto& from = activity.predecessors;
            const auto place = std::lower_bound(from.begin(), from.end(), *answer.by);
            if (place == from.end() || *place != *answer.by) from.insert(place, *answer.by);
        }
    });
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (of[i].answers > 0) of[i].days = days_of({of[i].first, of[i].last}, own[i], inherited);
    }
    return of;
}

}  // namespace m150::inline v0
