// Who may see a record, and where the record came from.
#pragma once

#include <string>
#include <vector>

#include "libm150/base/id.hpp"

namespace m150::inline v0 {

struct Municipality;
struct Network;

enum class AudienceKind {
    everyone,      // anybody, members of no network included
    all_networks,  // every municipality that is a member of some network
    network,       // the members of one network, as of the day of the snapshot
    members,       // the municipalities that are named
    avh,           // AVH only
};

// Text form: "public", "all-networks", "network:M150", "members:GM0355+GM0307", "avh".
// The parties to a record (who asked, answered, offered, was connected) see it too; an answer only with its
// question (SECURITY.md).
struct Audience {
    AudienceKind kind = AudienceKind::all_networks;
    Id<Network> network;                    // for AudienceKind::network
    std::vector<Id<Municipality>> members;  // for AudienceKind::members, ascending

    friend bool operator==(const Audience&, const Audience&) = default;
};

// Text form: the source, with "synthetic: " before it when nobody in the real world said or did this. A
// source of real records that itself begins so is written after a '\'.
struct Provenance {
    std::string source;  // where the record came from, with the licence when there is one; may be empty
    bool synthetic = false;

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace m150::inline v0
