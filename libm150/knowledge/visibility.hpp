// Who may see what. The one place where audiences are compared with viewers. Internal to this floor.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "libm150/record/schema.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// Municipalities that are a party to a record, and so see it whatever its audience.
std::vector<Id<Municipality>> parties(const QuestionHead& record);
std::vector<Id<Municipality>> parties(const AnswerHead& record);
std::vector<Id<Municipality>> parties(const InventoryResponse& record);
std::vector<Id<Municipality>> parties(const Contact& record);
std::vector<Id<Municipality>> parties(const WorkingGroup& record);
std::vector<Id<Municipality>> parties(const Outcome& record);
std::vector<Id<Municipality>> parties(const Pause& record);
std::vector<Id<Municipality>> parties(const Speaker& record);
std::vector<Id<Municipality>> parties(const Meeting& record);
template <class Record>
std::vector<Id<Municipality>> parties(const Record&) {
    return {};
}

// Whether an answer is part of its question for whoever sees the question: its audience lets in everybody
// whom the question's lets in, as far as that can be said without looking at members. What is for AVH only is
// part of nothing, and to a question for AVH only no answer belongs but one for everyone: whoever asked sees
// the others when their own audience lets it in.
bool covers(const Audience& answer, const Audience& question);

// The eyes of a viewer on one day.
class Eyes {
  public:
    Eyes() = default;  // AVH's: they see everything
    Eyes(Id<Municipality> viewer, std::set<Id<Network>> networks)
        : viewer_(std::move(viewer)), networks_(std::move(networks)) {}

    bool all_seeing() const noexcept { return !viewer_; }
    bool admitted(const Audience& audience) const;
    template <class Record>
    bool sees(const Record& record) const {
        return all_seeing() || admitted(record.audience) || is_party(parties(record));
    }
    bool sees_answer(const AnswerHead& answer, const Audience& question_audience) const {
        return covers(answer.audience, question_audience) || sees(answer);  // of a question that is seen
    }

  private:
    bool is_party(const std::vector<Id<Municipality>>& list) const;

    std::optional<Id<Municipality>> viewer_;
    std::set<Id<Network>> networks_;
};

}  // namespace m150::inline v0
