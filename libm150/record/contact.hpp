// Who was brought into contact with whom, the working groups that came of it, and who wants to be left alone.
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

// A step of a working group on its way: a session held, a draft that went round.
struct Milestone {
    Date date;
    std::string text;
    friend bool operator==(const Milestone&, const Milestone&) = default;
};

struct WorkingGroup {
    Id<WorkingGroup> id;
    std::string name;
    std::vector<Id<Topic>> topics;          // at least one; what it is about first
    std::vector<Id<Municipality>> members;  // the chair included
    std::optional<Id<Municipality>> chair;  // runs it
    Date from;
    std::optional<Date> to;  // last day; absent: still runs
    std::vector<Milestone> milestones;
    std::string delivered;  // what it left behind when it ended: a model protocol, a handreiking
    Audience audience;
    Provenance provenance;
    friend bool operator==(const WorkingGroup&, const WorkingGroup&) = default;
};

// A municipality that asked not to be recommended: an opt-out, or a pause when it ends. That wish is kept
// whoever looks, who may see the record or not.
struct Pause {
    Id<Pause> id;
    Id<Municipality> municipality;
    std::vector<Id<Topic>> topics;  // on these; empty: on anything
    Date from;
    std::optional<Date> to;  // last day; absent: until further notice
    Audience audience{AudienceKind::avh, {}, {}};
    Provenance provenance;
    friend bool operator==(const Pause&, const Pause&) = default;
};

}  // namespace m150::inline v0
