// Who holds the network together, who was never connected, and which topic rests on one municipality.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

struct BrokerOptions {
    std::optional<Id<Network>> network;  // only its members, and ties among them; absent: all municipalities
    std::optional<Date> since;           // only ties that were there on or after this day; absent: whenever
    bool borders = false;                // a shared border is a tie, too
    double knows_from = 0.5;  // a municipality of this expertise on a topic knows it; above 0, at most 1
};

// Two municipalities that were in contact (but for contacts that were declined) or in a working group
// together.
struct NetworkTie {
    Id<Municipality> a;  // a < b
    Id<Municipality> b;
    int contacts = 0;
    int working_groups = 0;
    bool border = false;
    std::optional<Date> last;  // of the contacts, and of the groups (today for one that runs)
};

struct Broker {
    Id<Municipality> municipality;
    // The part of the pairs of other members whose shortest ways lead through it: 0..1 (Freeman 1977).
    double betweenness = 0.0;
    int degree = 0;             // members that it has a tie with
    std::size_t component = 0;  // index in Brokers::components; meaningless without a tie
    // Into how many pieces its component falls without it: 1 when the rest stays together, more for an
    // articulation point, 0 without a tie.
    int pieces = 0;
};

struct TopicKnower {
    Id<Municipality> municipality;
    double expertise = 0.0;  // 0..1
};

// A topic that exactly one member knows.
struct LoneTopic {
    Id<Topic> topic;
    TopicKnower knower;
    std::optional<TopicKnower> next;  // who knows most after it, below knows_from
    double lost = 0.0;                // what the best expertise on the topic falls by without it: 0..1
    double share = 0.0;               // its part of all members' expertise on the topic: 0..1
    int would_miss = 0;               // other members whose demand for it is at least 1/4
    std::vector<Reason> reasons;      // why it knows: adds up to knower.expertise
};

struct Brokers {
    std::vector<Broker> municipalities;  // all members: largest betweenness, degree, then id
    std::vector<std::vector<Id<Municipality>>>
        components;                             // of two and more, largest first; members ascending
    std::vector<Id<Municipality>> unconnected;  // members without a tie (since `since`), ascending
    std::vector<LoneTopic> topics;              // most missed first: by would_miss times lost, then by id
    std::vector<NetworkTie> ties;               // ascending by a, b
    int known_topics = 0;                       // topics that at least one member knows
    std::optional<Date> since;                  // as in the options; absent: ties of any day
};

// Ties are those that the viewer may see: AVH's own view shows them all. Throws InvalidInput for an unknown
// network or one without members, a day after today, and a threshold out of range.
M150_EXPORT Brokers brokers(const Snapshot& now, const BrokerOptions& options = {});

}  // namespace m150::inline v0
