// Who was brought into contact with whom, and the working groups that came of it.
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

enum class ContactOutcome { unknown, helpful, not_helpful, declined };

struct Contact {
    Id<Contact> id;
    Id<Municipality> from;  // who sought help
    Id<Municipality> to;    // who was asked; not the same
    Date date;
    std::vector<Id<Topic>> topics;
    ContactOutcome outcome = ContactOutcome::unknown;
    Audience audience{AudienceKind::avh, {}, {}};
    Provenance provenance;
    friend bool operator==(const Contact&, const Contact&) = default;
};

struct WorkingGroup {
    Id<WorkingGroup> id;
    std::string name;
    Id<Topic> topic;
    std::vector<Id<Municipality>> members;  // the chair included
    std::optional<Id<Municipality>> chair;  // runs it
    Date from;
    std::optional<Date> to;  // last day; absent: still runs
    Audience audience;
    Provenance provenance;
    friend bool operator==(const WorkingGroup&, const WorkingGroup&) = default;
};

}  // namespace m150::inline v0
