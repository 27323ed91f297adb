// Of which municipalities the visible records tell anything, and on which topics: who was heard of is not
// judged by those like it.
#include <optional>

#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

namespace {

class Listener {
  public:
    explicit Listener(const Snapshot::State& state)
        : state_(state), heard_(state.nodes.size(), std::vector<char>(state.topic_number.size() + 1, 0)) {}

    std::vector<std::vector<char>> listen() {
        questions_and_answers();
        inventories_and_meetings();
        talks_and_groups();
        contacts_and_outcomes();
        return std::move(heard_);
    }

  private:
    template <class Record>
    const Visible<Record>& all() const {
        return std::get<Visible<Record>>(state_.visible);
    }

    void hear(const std::optional<Id<Municipality>>& who, const std::vector<Id<Topic>>& topics) {
        const auto node = who ? state_.node_of.find(who->str()) : state_.node_of.end();
        if (node == state_.node_of.end()) return;
        std::vector<char>& of = heard_[static_cast<std::size_t>(node->second)];
        of.back() = 1;
        for (const Id<Topic>& topic : topics) {
            const auto number = state_.topic_number.find(topic.str());
            if (number != state_.topic_number.end()) of[static_cast<std::size_t>(number->second)] = 1;
        }
    }

    void questions_and_answers() {
        state_.source.catalog->pairs.for_each([&](const PairHead& pair) {
            if (!state_.sees_question(pair)) return;
            hear(pair.question.asked_by, pair.question.topics);
            for (const AnswerHead& answer : pair.answers) {
                if (state_.sees_answer(pair, answer)) hear(answer.by, pair.question.topics);
            }
        });
    }

    void inventories_and_meetings() {
        for (const InventoryResponse* response : all<InventoryResponse>())
            hear(response->municipality, {response->topic});
        for (const Meeting* meeting : all<Meeting>()) {
            if (meeting->date > state_.today) continue;
            for (const Registration& registration : meeting->registrations)
                hear(registration.municipality, registration.wishes);
        }
    }

    void talks_and_groups() {
        for (const Speaker* speaker : all<Speaker>()) {
            hear(speaker->municipality, {});
            for (const Talk& talk : speaker->talks) {
                if (talk.date <= state_.today) hear(speaker->municipality, talk.topics);
            }
        }
        for (const WorkingGroup* group : all<WorkingGroup>()) {
            for (const Id<Municipality>& member : group->members)
                hear(member, group->topics);
        }
    }

    // To be named to somebody is the network's doing; to decline, or to try, is one's own.
    void contacts_and_outcomes() {
        for (const Contact* contact : all<Contact>()) {
            hear(contact->from, contact->topics);
            hear(contact->to, contact->topics);
        }
        for (const Outcome* outcome : all<Outcome>()) {
            if (outcome->kind != OutcomeKind::declined && !outcome->helpful) continue;
            hear(outcome->municipality, outcome->topics);
            const PairHead* pair =
                outcome->question ? state_.source.catalog->pairs.find(outcome->question->str()) : nullptr;
            if (outcome->topics.empty() && pair != nullptr && state_.sees_question(*pair))
                hear(outcome->municipality, pair->question.topics);
        }
    }

    const Snapshot::State& state_;
    std::vector<std::vector<char>> heard_;
};

}  // namespace

std::vector<std::vector<char>> gather_heard(const Snapshot::State& state) {
    return Listener(state).listen();
}

}  // namespace m150::inline v0
