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

// What makes two municipalities worth connecting: above all that the guide knows what the learner needs. All
// but `need` and `mutual` are fractions of that need, added to it or taken off, so that nobody is connected
// for being alike alone.
struct ConnectWeights {
    double need = 1.0;  // sum over topics of what the learner needs (0..1) times what the guide knows (0..1)
    double mutual = 1.0;  // the same the other way round, on top: both gain
    double alike = 0.15;  // times how alike they are in size and urbanity (0..1): what works there works here
    double near = 0.10;   // for a shared border; half of it for the same safety region only: easy to visit
    double known = 0.5;   // taken off for a contact, decayed by age: new contacts are worth more. 0 to 1
};

struct ConnectOptions {
    Id<Municipality> municipality;       // for whom
    std::size_t limit = 5;               // connections wanted: 1 to 1000
    std::optional<Id<Network>> network;  // only with its members
    std::vector<Id<Topic>> topics;       // only about these; empty: all
    ConnectWeights weights;
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
    int per_municipality = 3;            // guides for each learner, at most: 0 to 100
    int per_guide = 3;                   // learners for each guide, at most: its share
    std::optional<Id<Network>> network;  // learners and guides are its members; absent: all municipalities
    ConnectWeights weights;
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
