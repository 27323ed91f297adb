#include "libm150/match/shared_evidence.hpp"

#include <algorithm>
#include <limits>

#include "libm150/match/outcomes.hpp"

namespace m150::inline v0 {

namespace {

constexpr std::size_t all_pieces = std::numeric_limits<std::size_t>::max();

std::optional<EvidenceKind> kind_named(const std::string& code) {
    for (int kind = 0; kind < evidence_kinds; ++kind) {
        if (name_of(static_cast<EvidenceKind>(kind)) == code) return static_cast<EvidenceKind>(kind);
    }
    return std::nullopt;
}

bool about(const std::vector<Id<Topic>>& topics, const std::vector<Id<Topic>>& wanted) {
    return std::any_of(topics.begin(), topics.end(), [&](const Id<Topic>& topic) {
        return std::find(wanted.begin(), wanted.end(), topic) != wanted.end();
    });
}

}  // namespace

SharedEvidence::SharedEvidence(const Snapshot& now, const Id<Municipality>& one,
                               const Id<Municipality>& other)
    : now_(now), one_(one), other_(other) {
    const int first = now.number_of(one);
    const int second = now.number_of(other);
    const auto concerned = [&](const std::optional<Id<Municipality>>& id) {
        if (!id) return false;
        const int number = now_.number_of(*id);
        return number == first || number == second;
    };
    const std::map<Id<Question>, Became> became = became_of_questions(now_);
    now_.for_each_question([&](const Id<Question>& question, const auto& asked_by, Date date,
                               const std::vector<Id<Topic>>& topics, const std::vector<AnswerFact>& answers) {
        bool open = true;
        for (const AnswerFact& answer : answers) {
            if (answer.status == AnswerStatus::current) open = false;
            if (concerned(answer.by)) question_of_.emplace(answer.id.str(), question);
        }
        const auto told = became.find(question);
        if (told != became.end() && told->second == Became::helped) open = false;
        if (open && concerned(asked_by))
            open_.push_back({question, now_.municipality(now_.number_of(*asked_by)).id, date, topics});
    });
    std::stable_sort(open_.begin(), open_.end(),
                     [](const Asked& a, const Asked& b) { return a.date > b.date; });
}

std::optional<SharedPiece> SharedEvidence::answer(const std::string& id) const {
    const auto found = question_of_.find(id);
    if (found == question_of_.end()) return std::nullopt;
    const std::optional<Pair> pair = now_.pair(found->second);
    if (!pair) return std::nullopt;
    for (const Answer& answer : pair->answers) {
        if (answer.id.str() != id) continue;
        if (!now_.seen_by(one_, pair->question, answer) || !now_.seen_by(other_, pair->question, answer))
            break;
        return SharedPiece{EvidenceKind::answered, answer.date, pair->question.title, {}};
    }
    return std::nullopt;
}

// The piece of evidence that a part of a reason stands for, when both may see its record.
std::optional<SharedPiece> SharedEvidence::shared(const Reason& part) const {
    const std::optional<EvidenceKind> kind = kind_named(part.code);
    if (!kind) return std::nullopt;
    const std::string record(part.value("record"));
    const Date date = Date::parse(part.value("date"));
    switch (*kind) {
        case EvidenceKind::answered:
        case EvidenceKind::accepted:
            return answer(record);
        case EvidenceKind::asked: {
            const std::optional<Pair> pair = now_.pair(Id<Question>(record));
            if (!pair || !both_see(pair->question)) return std::nullopt;
            return SharedPiece{*kind, date, pair->question.title, pair->question.id};
        }
        case EvidenceKind::offers:
        case EvidenceKind::needs: {
            const InventoryResponse* response = now_.find(Id<InventoryResponse>(record));
            if (response == nullptr || !both_see(*response)) return std::nullopt;
            return SharedPiece{*kind, date, {}, {}};
        }
        case EvidenceKind::presented: {
            const Speaker* speaker = now_.find(Id<Speaker>(record));
            if (speaker == nullptr || !both_see(*speaker)) return std::nullopt;
            for (const Talk& talk : speaker->talks) {
                if (talk.date == date) return SharedPiece{*kind, date, talk.title, {}};
            }
            return std::nullopt;
        }
        case EvidenceKind::working_group: {
            const WorkingGroup* group = now_.find(Id<WorkingGroup>(record));
            if (group == nullptr || !both_see(*group)) return std::nullopt;
            return SharedPiece{*kind, date, group->name, {}};
        }
        default:
            return std::nullopt;  // what came of contacts is told to nobody else
    }
}

std::optional<SharedPiece> SharedEvidence::knows(const Id<Municipality>& who, const Id<Topic>& topic) const {
    for (const Reason& reason :
         now_.graph().expertise_reasons(now_.number_of(who), now_.number_of(topic), all_pieces)) {
        for (const Reason& part : reason.parts) {
            if (part.share <= 0) continue;
            if (std::optional<SharedPiece> piece = shared(part)) {
                piece->predecessor = part.value("predecessor");
                return piece;
            }
        }
    }
    return std::nullopt;
}

bool SharedEvidence::needs(const Id<Municipality>& who, const Id<Topic>& topic) const {
    for (const Reason& reason :
         now_.graph().demand_reasons(now_.number_of(who), now_.number_of(topic), all_pieces)) {
        if (std::any_of(reason.parts.begin(), reason.parts.end(),
                        [&](const Reason& part) { return shared(part).has_value(); }))
            return true;
    }
    return false;
}

std::optional<SharedPiece> SharedEvidence::open_question(const Id<Municipality>& who,
                                                         const std::vector<Id<Topic>>& topics) const {
    for (const Asked& asked : open_) {
        if (asked.by != who || !about(asked.topics, topics)) continue;
        const std::optional<Pair> pair = now_.pair(asked.id);
        if (!pair || !both_see(pair->question) || pair->question.title.empty()) continue;
        return SharedPiece{EvidenceKind::asked, asked.date, pair->question.title, asked.id};
    }
    return std::nullopt;
}

}  // namespace m150::inline v0
