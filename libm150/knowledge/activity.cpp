// What the visible answers say of those who gave them, whatever they were about.
#include <algorithm>
#include <cmath>

#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

std::vector<Activity> gather_activity(const Snapshot::State& state) {
    std::vector<Activity> of(state.nodes.size());
    const double half_life = state.source.options.knowers.active_half_life_days;
    state.source.catalog->pairs.for_each([&](const PairHead& pair) {
        if (!state.sees_question(pair)) return;
        for (const AnswerHead& answer : pair.answers) {
            if (!answer.by || answer.status != AnswerStatus::current || !state.sees_answer(pair, answer))
                continue;
            const auto node = state.node_of.find(answer.by->str());
            if (node == state.node_of.end()) continue;
            Activity& activity = of[static_cast<std::size_t>(node->second)];
            activity.first = activity.answers == 0 ? answer.date : std::min(activity.first, answer.date);
            activity.last = activity.answers == 0 ? answer.date : std::max(activity.last, answer.date);
            ++activity.answers;
            activity.recent += std::exp2(-days_between(answer.date, state.today) / half_life);
        }
    });
    return of;
}

}  // namespace m150::inline v0
