// What became of a question, as it is told.
#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "libm150/knowledge/knowledge_state.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

// A question is asked on its own day, unless it was told otherwise.
void fill_in(const Store& store, Outcome& told) {
    if (!told.question) return;
    const std::optional<Question> question = store.find(*told.question);
    if (!question) return;  // add() says that it is unknown
    if (!told.asked_by) told.asked_by = question->asked_by;
    if (told.topics.empty()) told.topics = question->topics;
    if (told.asked == Date{}) told.asked = question->date;
}

Id<Outcome> free_id(const Store& store) {
    for (std::uint64_t number = store.count<Outcome>() + 1;; ++number) {
        const Id<Outcome> id("outcome-" + std::to_string(number));
        if (!store.find(id)) return id;
    }
}

}  // namespace

RecordedOutcome KnowledgeBase::record_outcome(Outcome told) {
    const std::lock_guard<std::recursive_mutex> lock(state_->mutex);
    const Store& store = state_->store;
    fill_in(store, told);
    if (told.id.empty()) told.id = free_id(store);
    std::vector<std::string> notices = add(told);
    return {store.find(told.id).value(), std::move(notices)};
}

}  // namespace m150::inline v0
