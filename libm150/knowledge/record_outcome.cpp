// What became of a question, as it is told.
#include <cstddef>
#include <mutex>
#include <string>
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

bool helped(const Outcome& outcome) {
    return outcome.helpful.value_or(false);
}

// Why both cannot be; empty: they can.
std::string contradiction(const Outcome& told, const Outcome& before) {
    const bool same = told.kind == before.kind && told.pair == before.pair &&
                      told.municipality == before.municipality && told.kind != OutcomeKind::no_answer;
    if (same && told.helpful && before.helpful && *told.helpful != *before.helpful)
        return std::string("says that it did ") + (helped(before) ? "" : "not ") + "help";
    const auto nobody_though_helped = [](const Outcome& nobody, const Outcome& other) {
        return nobody.kind == OutcomeKind::no_answer && helped(other) && other.date <= nobody.date;
    };
    if (nobody_though_helped(told, before)) return "says that it was helped by " + before.date.str();
    if (nobody_though_helped(before, told)) return "says that nobody had answered it by " + before.date.str();
    return {};
}

// The outcomes told before, looked through once.
void require_consistent(const Store& store, const Outcome& told) {
    if (!told.question) return;
    std::vector<Problem> problems;
    store.for_each<Outcome>([&](Outcome&& before) {
        if (before.question != told.question) return;
        const std::string why = contradiction(told, before);
        if (why.empty()) return;
        problems.push_back({"outcome of question " + told.question->str(),
                            "contradicts outcome " + before.id.str() + ", which " + why,
                            "outcomes that can all be true",
                            "replace or remove " + before.id.str() + " when it was mistaken"});
    });
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

Id<Outcome> free_id(const Store& store) {
    for (std::uint64_t number = store.count<Outcome>() + 1;; ++number) {
        const Id<Outcome> id("outcome-" + std::to_string(number));
        if (!store.find(id)) return id;
    }
}

}  // namespace

Outcome KnowledgeBase::record_outcome(Outcome told) {
    const std::lock_guard<std::recursive_mutex> lock(state_->mutex);
    const Store& store = state_->store;
    fill_in(store, told);
    require_consistent(store, told);
    if (told.id.empty()) told.id = free_id(store);
    add(told);
    return store.find(told.id).value();
}

}  // namespace m150::inline v0
