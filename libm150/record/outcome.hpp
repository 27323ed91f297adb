// What became of a question that was put to the base or to AVH.
#pragma once

#include <optional>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/id.hpp"
#include "libm150/record/audience.hpp"
#include "libm150/record/municipality.hpp"
#include "libm150/record/question.hpp"
#include "libm150/record/topic.hpp"

namespace m150::inline v0 {

enum class OutcomeKind {
    answered_by_base,  // an answer that was there already
    passed_on,         // to a municipality, which took it up
    contacted,         // the asker and a municipality were brought into contact
    declined,          // a municipality was asked, and could not or would not help
    no_answer          // nobody answered it
};

struct Outcome {
    Id<Outcome> id;
    std::optional<Id<Question>> question;      // as it is stored, when it is
    std::optional<Id<Municipality>> asked_by;  // who put it
    Date asked;                                // when
    Date date;                                 // when it was known what became of it; not before `asked`
    std::vector<Id<Topic>> topics;             // what it was about
    OutcomeKind kind = OutcomeKind::no_answer;
    std::optional<Id<Question>> pair;              // answered_by_base: the question whose answers were there
    std::optional<Id<Municipality>> municipality;  // passed_on, contacted, declined: who was asked
    std::optional<bool> helpful;                   // whether it helped; absent: nobody said
    std::optional<double> confidence;  // 0..1: what the base had said of its own answers (Reply::confidence)
    Audience audience{AudienceKind::avh, {}, {}};
    Provenance provenance;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

}  // namespace m150::inline v0
