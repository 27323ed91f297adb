// Questions and their answers. A question with its answers is a VAC (vraag-antwoordcombinatie).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"
#include "libm150/record/municipality.hpp"
#include "libm150/record/network.hpp"
#include "libm150/record/topic.hpp"

namespace m150::inline v0 {

struct Question {
    Id<Question> id;
    std::optional<Id<Municipality>> asked_by;  // absent when nobody in particular asked (a published VAC)
    Date date;
    std::string title;  // one line; title or text may be empty, not both
    std::string text;
    std::vector<Id<Topic>> topics;
    std::vector<std::string> keywords;  // trefwoorden, as given
    std::string target_group;           // doelgroep, as given; may be empty
    Audience audience;
    Provenance provenance;
    friend bool operator==(const Question&, const Question&) = default;
};

enum class AnswerStatus { current, outdated };  // outdated: "niet meer actueel"

// Exactly one of `by` and `by_organisation` is given.
struct Answer {
    Id<Answer> id;
    Id<Question> question;
    std::optional<Id<Municipality>> by;
    std::optional<Id<Organisation>> by_organisation;
    Date date;  // not before the question's
    std::string text;
    bool accepted = false;  // the asker said that this was it
    AnswerStatus status = AnswerStatus::current;
    Audience audience;
    Provenance provenance;
    friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace m150::inline v0
