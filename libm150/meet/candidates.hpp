// Who may speak on what, and what stands in the way. Internal to this floor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/meet/speakers.hpp"

namespace m150::inline v0 {

struct Person {
    Id<Speaker> id;
    bool municipality = false;  // a municipality that knows or spoke itself, rather than somebody of it
    std::string house;          // id of the organisation or municipality; empty: of neither
    bool of_municipality = false;
    bool newcomer = false;  // gave no talk before the meeting
};

// Why a pair is no candidate after all; bits.
enum Bar : unsigned {
    bar_fit = 1,
    bar_rest = 2,
    bar_travel = 4,
    bar_available = 8,
    bar_forbidden = 16,
};

struct SpeakerPair {
    int item = 0;    // index in the agenda
    int person = 0;  // index in persons
    double fit = 0.0;
    unsigned bars = 0;
    std::vector<Reason> reasons;
};

struct Candidates {
    std::vector<Person> persons;     // speakers ascending by id, then municipalities ascending by code
    std::vector<SpeakerPair> pairs;  // ascending by item, person; those who fit not at all only when locked
    std::vector<Reason> notices;

    int person(const Id<Speaker>& id) const;  // -1: nobody
};

Candidates find_candidates(const Snapshot& now, const MatchSpeakersOptions& options);

}  // namespace m150::inline v0
