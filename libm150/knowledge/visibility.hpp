// Who may see what. The one place where audiences are compared with viewers. Internal to this floor.
#pragma once

#include <optional>
#include <set>
#include <string>
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
std::vector<Id<Municipality>> parties(const Speaker& record);
std::vector<Id<Municipality>> parties(const Meeting& record);
template <class Record>
std::vector<Id<Municipality>> parties(const Record&) {
    return {};
}

// Whether everybody whom `narrow` lets in is let in by `wide` too, as far as that can be said without looking
// at members. An answer whose audience covers its question's is part of the question for whoever sees the
// question.
bool covers(const Audience& wide, const Audience& narrow);

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

    // The filters "<prefix>..." of which a document must have one to be seen; see audience_filters.
    std::vector<std::string> filters(const std::string& prefix) const;

  private:
    bool is_party(const std::vector<Id<Municipality>>& list) const;

    std::optional<Id<Municipality>> viewer_;
    std::set<Id<Network>> networks_;
};

// The filters that let in exactly those whom Eyes::sees lets in.
std::vector<std::string> audience_filters(const std::string& prefix, const Audience& audience,
                                          const std::vector<Id<Municipality>>& parties);

}  // namespace m150::inline v0
