// Which gemeenten to bring into contact, on what, and why.
#pragma once

#include <cstddef>
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
};

struct Connection {
    Id<Municipality> learner;
    Id<Municipality> guide;
    std::vector<Id<Topic>> topics;  // to talk about, most useful first
    double score = 0.0;
    std::vector<Reason> reasons;
};

// The best connections for one municipality as a learner; best first, ties by the guide's id. Throws
// InvalidInput for an unknown municipality, network or topic, a limit out of range and weights that are
// negative or not finite.
M150_EXPORT std::vector<Connection> connect(const Snapshot& now, const ConnectOptions& options);

struct ConnectAllOptions {
    int per_municipality = 3;               // guides for each learner, at most: 0 to 100
    int per_guide = 3;                      // learners for each guide, at most: its share
    std::optional<Id<Network>> network;     // learners and guides are its members; absent: all municipalities
    std::optional<ConnectWeights> weights;  // absent: the knowledge base's
};

struct Unconnected {
    Id<Municipality> municipality;
    int missing = 0;  // guides short of per_municipality
    std::string why;  // "no-demand", "nobody-knows", "guides-full"
};

struct ConnectionPlan {
    std::vector<Connection> connections;   // ascending by learner, then best first
    std::vector<Unconnected> unconnected;  // ascending by municipality
    double objective = 0.0;                // sum of the scores
    double upper_bound = 0.0;  // no plan within the limits can exceed this: the proof of optimality
};

// The plan with the largest sum of scores in which nobody has more than its share. Only connections with a
// positive score are made.
M150_EXPORT ConnectionPlan connect_all(const Snapshot& now, const ConnectAllOptions& options = {});

}  // namespace m150::inline v0
