// Meetings (bijeenkomsten) with their agenda and registrations, and the speakers who may fill it.
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

struct AgendaItem {
    std::string id;  // unique in its agenda
    std::string title;
    std::string text;
    std::vector<Id<Topic>> topics;
    int minutes = 30;
    int speakers_at_least = 1;
    int speakers_at_most = 1;
    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct Registration {
    Id<Municipality> municipality;
    int people = 1;
    std::vector<Id<Topic>> wishes;  // what it wants to talk about, most wanted first
    std::optional<bool> attended;   // absent: not known (yet)
    friend bool operator==(const Registration&, const Registration&) = default;
};

enum class MeetingKind { national, regional };

struct Meeting {
    Id<Meeting> id;
    std::string title;
    MeetingKind kind = MeetingKind::national;
    Id<Network> network;
    Date date;
    bool online = false;
    std::optional<Id<Municipality>> host;  // where it is held; absent when online or not known yet
    std::vector<AgendaItem> agenda;
    std::vector<Registration> registrations;
    Audience audience;
    Provenance provenance;
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

// From `from` up to and including `to`.
struct Period {
    Date from;
    Date to;
    friend bool operator==(const Period&, const Period&) = default;
};

struct Talk {
    Date date;
    std::string title;
    std::vector<Id<Topic>> topics;
    std::optional<Id<Meeting>> meeting;
    std::optional<double> rating;  // mean of the listeners' ratings, 1 to 5
    friend bool operator==(const Talk&, const Talk&) = default;
};

// A speaker is an opaque id with a role: no name of a person is asked for or kept.
struct Speaker {
    Id<Speaker> id;
    std::string role;                              // "teamleider handhaving", "beleidsadviseur", ...
    std::optional<Id<Organisation>> organisation;  // at most one of organisation and municipality
    std::optional<Id<Municipality>> municipality;
    std::string profile;  // what the speaker can tell about, free text
    std::vector<Id<Topic>> topics;
    std::vector<Talk> talks;
    std::vector<Period> availability;  // empty: always available
    Audience audience{AudienceKind::avh, {}, {}};
    Provenance provenance;
    friend bool operator==(const Speaker&, const Speaker&) = default;
};

}  // namespace m150::inline v0
