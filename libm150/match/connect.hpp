// Which gemeenten to bring into contact, on what, and why.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"

namespace m150::inline v0 {

struct ConnectOptions {
    Id<Municipality> municipality;          // for whom
    std::size_t limit = 5;                  // connections wanted: 1 to 1000
    std::optional<Id<Network>> network;     // only with its members
    std::vector<Id<Topic>> topics;          // only about these; empty: all
    std::optional<ConnectWeights> weights;  // absent: the knowledge base's
    // Guides from other networks too, for what nobody in `network` (which must be given) knows: members of
    // these count for the topics on which no member of `network` that may be asked, other than the learner,
    // has an expertise of `knows_from` (0 to 1), and for nothing else; what they might learn does not count.
    std::vector<Id<Network>> guide_networks;
    double knows_from = 0.5;
    // Only pairs that had no contact, and sat in no working group together, on or after this day. Absent:
    // such pairs are worth less by ConnectWeights::known.
    std::optional<Date> unconnected_since;
};

struct Connection {
    Id<Municipality> learner;
    Id<Municipality> guide;
    std::vector<Id<Topic>> topics;  // to talk about, most useful first
    double score = 0.0;
    std::vector<Reason> reasons;
};

// Best first, ties by the guide's id.
struct Connections {
    std::vector<Connection> connections;
    // What the reader should know: why there are none, why nobody of guide_networks guides.
    std::vector<Reason> notices;

    auto begin() const { return connections.begin(); }
    auto end() const { return connections.end(); }
    std::size_t size() const { return connections.size(); }
    bool empty() const { return connections.empty(); }
    const Connection& operator[](std::size_t index) const { return connections[index]; }
    const Connection& front() const { return connections.front(); }
};

// The best connections for one municipality as a learner: the set of at most `limit` with the largest sum of
// scores. Whoever asked not to be recommended (Pause) is no guide, on the topics that it asked that for.
// Throws InvalidInput for an unknown municipality, network or topic, guide networks without a network, a
// limit or threshold out of range and weights that are negative or not finite.
M150_EXPORT Connections connect(const Snapshot& now, const ConnectOptions& options);

struct ConnectAllOptions {
    int per_municipality = 3;  // guides for each learner, at most: 0 to 100
    int per_guide = 3;         // learners for each guide, at most: its share; 0 to 100
    // The same for some of the learners and some of the guides, instead: 0 to 100 each; 0: none at all.
    std::map<Id<Municipality>, int> per_municipality_of;
    std::map<Id<Municipality>, int> per_guide_of;
    std::optional<Id<Network>> network;     // learners and guides are its members; absent: all municipalities
    std::optional<ConnectWeights> weights;  // absent: the knowledge base's
    // As in ConnectOptions.
    std::vector<Id<Network>> guide_networks;
    double knows_from = 0.5;
    std::optional<Date> unconnected_since;
};

struct Unconnected {
    Id<Municipality> municipality;
    int missing = 0;  // guides short of what it may have
    // "no-demand", "nobody-knows", "paused" (who knows asked not to be recommended), "already-connected"
    // (since unconnected_since), "guides-full" (who knows has its share), "repeats" (another guide on the
    // same topics is worth nothing), "no-weight" (needs count for nothing)
    std::string why;
};

struct ConnectionPlan {
    std::vector<Connection> connections;   // ascending by learner, then best first
    std::vector<Unconnected> unconnected;  // ascending by municipality
    double objective = 0.0;                // sum of the scores
    double upper_bound = 0.0;  // no plan within the limits can exceed this: the proof of optimality
    double gap = 0.0;          // by which part of the objective it could be better at most
    bool proved = false;       // no plan is better, but for the rounding of a score (gap at most 1e-9)
    // What the reader should know: nobody may guide, nobody has a place, nobody of guide_networks guides.
    std::vector<Reason> notices;
};

// The plan with the largest sum of scores in which nobody has more than its share. Only connections that add
// to it are made. Throws as connect() does, and for a capacity out of range, or of a municipality that is
// unknown or has no such part in the plan.
M150_EXPORT ConnectionPlan connect_all(const Snapshot& now, const ConnectAllOptions& options = {});

}  // namespace m150::inline v0
