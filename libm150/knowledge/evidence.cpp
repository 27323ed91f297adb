// From records to evidence: what each record says about who knows and who needs what.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libm150/knowledge/snapshot_state.hpp"
#include "libm150/record/outcome_claims.hpp"

namespace m150::inline v0 {

namespace {

// How much of a tie a contact makes, by how it went.
double tie_amount(ContactOutcome outcome) {
    switch (outcome) {
        case ContactOutcome::helpful:
            return 1.0;
        case ContactOutcome::unknown:
            return 0.6;
        case ContactOutcome::not_helpful:
            return 0.2;
        case ContactOutcome::declined:
            return 0.0;
    }
    return 0.0;
}

class Gatherer {
  public:
    explicit Gatherer(const Snapshot::State& state) : state_(state) {}

    GraphInput gather() {
        input_.municipalities = static_cast<int>(state_.nodes.size());
        input_.topics = static_cast<int>(state_.topic_number.size());
        questions_and_answers();
        inventories();
        meetings();
        talks();
        working_groups();
        const std::vector<OutcomeClaim> claims = claims_of(all<Outcome>(), who_today());
        contacts(told_by(claims, all<Contact>(), who_today(),
                         [&](const Outcome& outcome) { return topics_of(outcome); }));
        borders();
        outcomes(claims);
        topic_relations();
        return std::move(input_);
    }

  private:
    template <class Record>
    const Visible<Record>& all() const {
        return std::get<Visible<Record>>(state_.visible);
    }
    int node(const Id<Municipality>& id) const {
        const auto found = state_.node_of.find(id.str());
        return found == state_.node_of.end() ? -1 : found->second;
    }
    int topic(const Id<Topic>& id) const {
        const auto found = state_.topic_number.find(id.str());
        return found == state_.topic_number.end() ? -1 : found->second;
    }

    WhoToday who_today() const {
        return [this](const Id<Municipality>& id) { return node(id); };
    }

    // One act on several topics is spread over them, so that naming more topics does not make more of it. An
    // act of a municipality that merged is its successor's, who is told whose it was.
    void add(EvidenceKind kind, const Id<Municipality>& who, const std::vector<Id<Topic>>& topics, Date date,
             double amount, const std::string& record) {
        const int municipality = node(who);
        if (municipality < 0 || amount <= 0 || date > state_.today) return;
        const bool merged = state_.nodes[static_cast<std::size_t>(municipality)]->id != who;
        for (const Id<Topic>& id : topics) {
            const int number = topic(id);
            if (number < 0) continue;
            input_.evidence.push_back({kind, municipality, number, date,
                                       amount / static_cast<double>(topics.size()), record,
                                       merged ? who.str() : std::string()});
        }
    }

    void questions_and_answers() {
        state_.source.catalog->pairs.for_each([&](const PairHead& pair) {
            if (!state_.sees_question(pair)) return;
            const QuestionHead& question = pair.question;
            if (question.asked_by) {
                add(EvidenceKind::asked, *question.asked_by, question.topics, question.date, 1.0,
                    question.id.str());
            }
            for (const AnswerHead& answer : pair.answers) {
                const bool counts =
                    answer.by && answer.status == AnswerStatus::current && state_.sees_answer(pair, answer);
                if (!counts) continue;
                add(EvidenceKind::answered, *answer.by, question.topics, answer.date, 1.0, answer.id.str());
                if (answer.accepted) {
                    add(EvidenceKind::accepted, *answer.by, question.topics, answer.date, 1.0,
                        answer.id.str());
                }
            }
        });
    }

    void inventories() {
        std::map<std::pair<std::string, std::string>, const InventoryResponse*> newest;
        for (const InventoryResponse* response : all<InventoryResponse>()) {
            if (response->date > state_.today) continue;
            const InventoryResponse*& kept = newest[{response->municipality.str(), response->topic.str()}];
            if (kept == nullptr || kept->date <= response->date) kept = response;
        }
        for (const auto& [key, response] : newest) {
            const std::vector<Id<Topic>> topics{response->topic};
            add(EvidenceKind::offers, response->municipality, topics, response->date, response->offers / 3.0,
                response->id.str());
            add(EvidenceKind::needs, response->municipality, topics, response->date, response->needs / 3.0,
                response->id.str());
        }
    }

    // Who came to a meeting for some topics needs them: coming shows interest, and never that one knows. The
    // wishes share one act among them, so that of three each counts as some need in an inventory does.
    void meetings() {
        for (const Meeting* meeting : all<Meeting>()) {
            for (const Registration& registration : meeting->registrations) {
                if (registration.attended.value_or(false))
                    add(EvidenceKind::needs, registration.municipality, registration.wishes, meeting->date,
                        1.0, meeting->id.str());
            }
        }
    }

    void talks() {
        for (const Speaker* speaker : all<Speaker>()) {
            if (!speaker->municipality) continue;
            for (const Talk& talk : speaker->talks) {
                add(EvidenceKind::presented, *speaker->municipality, talk.topics, talk.date, 1.0,
                    speaker->id.str());
            }
        }
    }

    // A group that runs is as fresh as today; one that has ended ages from its last day. Who runs it shows
    // its knowledge in full, the others in part, and in full when it left something behind: they made that
    // together. What a group left behind is known from its last day on.
    void working_groups() {
        for (const WorkingGroup* group : all<WorkingGroup>()) {
            if (group->from > state_.today) continue;
            const Date date = group->to ? std::min(*group->to, state_.today) : state_.today;
            const bool delivered = !group->delivered.empty() && group->to && *group->to <= state_.today;
            for (const auto& member : group->members) {
                add(EvidenceKind::working_group, member, group->topics, date,
                    delivered || group->chair == member ? 1.0 : 0.4, group->id.str());
            }
            for (std::size_t i = 0; i < group->members.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    tie(Tie::Kind::working_group, group->members[i], group->members[j], date, 1.0,
                        group->id.str());
                }
            }
        }
    }

    // What an outcome tells of the same contact counts there.
    void contacts(const std::set<Id<Contact>>& told_by_outcomes) {
        for (const Contact* contact : all<Contact>()) {
            if (contact->date > state_.today) continue;
            tie(Tie::Kind::contact, contact->from, contact->to, contact->date, tie_amount(contact->outcome),
                contact->id.str());
            if (told_by_outcomes.contains(contact->id)) continue;
            if (contact->outcome == ContactOutcome::helpful)
                add(EvidenceKind::thanked, contact->to, contact->topics, contact->date, 1.0,
                    contact->id.str());
            if (contact->outcome == ContactOutcome::declined)
                add(EvidenceKind::declined, contact->to, contact->topics, contact->date, 1.0,
                    contact->id.str());
        }
    }

    // A border is one tie, whether one of the two names the other or both do.
    void borders() {
        std::set<std::pair<int, int>> seen;
        for (const Municipality* municipality : state_.nodes) {
            const int here = node(municipality->id);
            for (const auto& neighbour : municipality->neighbours) {
                const int there = node(neighbour);
                if (seen.insert(std::minmax(here, there)).second)
                    tie(Tie::Kind::border, municipality->id, neighbour, state_.today, 1.0, "");
            }
        }
    }

    // Each municipality, and each pair, counts once for a question, by the last verdict on it.
    void outcomes(const std::vector<OutcomeClaim>& claims) {
        for (const OutcomeClaim& claim : claims) {
            const Outcome* outcome = claim.verdict();
            if (outcome == nullptr) continue;
            const std::string& id = outcome->id.str();
            const std::vector<Id<Topic>> topics = topics_of(*outcome);
            if (outcome->kind == OutcomeKind::declined)
                add(EvidenceKind::declined, *outcome->municipality, topics, outcome->date, 1.0, id);
            if (!claim.helped()) continue;
            if (outcome->municipality)
                add(EvidenceKind::helped, *outcome->municipality, topics, outcome->date, 1.0, id);
            if (outcome->pair) answerers_helped(*outcome);
        }
    }

    // An outcome that names no topics is on those of its question, when that is stored and seen.
    std::vector<Id<Topic>> topics_of(const Outcome& outcome) const {
        if (!outcome.topics.empty() || !outcome.question) return outcome.topics;
        const PairHead* pair = state_.source.catalog->pairs.find(outcome.question->str());
        return pair != nullptr && state_.sees_question(*pair) ? pair->question.topics : outcome.topics;
    }

    // What helped was one pair: it is divided over those whose answers to it are seen and still hold. On the
    // outcome's topics, or those of the pair when it names none.
    void answerers_helped(const Outcome& outcome) {
        const PairHead* pair = state_.source.catalog->pairs.find(outcome.pair->str());
        if (pair == nullptr || !state_.sees_question(*pair)) return;
        std::vector<const AnswerHead*> answers;
        for (const AnswerHead& answer : pair->answers) {
            if (answer.by && answer.status == AnswerStatus::current && state_.sees_answer(*pair, answer))
                answers.push_back(&answer);
        }
        for (const AnswerHead* answer : answers) {
            add(EvidenceKind::helped, *answer->by,
                topics_of(outcome).empty() ? pair->question.topics : topics_of(outcome), outcome.date,
                1.0 / static_cast<double>(answers.size()), outcome.id.str());
        }
    }

    void tie(Tie::Kind kind, const Id<Municipality>& a, const Id<Municipality>& b, Date date, double amount,
             const std::string& record) {
        const int from = node(a);
        const int to = node(b);
        if (from >= 0 && to >= 0 && from != to && amount > 0)
            input_.ties.push_back({kind, from, to, date, amount, record});
    }

    void topic_relations() {
        std::set<std::pair<int, int>> related;
        for (const Topic* one : all<Topic>()) {
            const int a = topic(one->id);
            for (const auto& other : one->broader) {
                if (const int b = topic(other); b >= 0) input_.relations.push_back({a, b, true});
            }
            for (const auto& other : one->related) {
                const int b = topic(other);
                if (b >= 0 && related.insert(std::minmax(a, b)).second)
                    input_.relations.push_back({a, b, false});
            }
        }
    }

    const Snapshot::State& state_;
    GraphInput input_;
};

}  // namespace

GraphInput gather_evidence(const Snapshot::State& state) {
    return Gatherer(state).gather();
}

}  // namespace m150::inline v0
