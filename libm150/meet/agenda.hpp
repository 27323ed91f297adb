// Which topics a meeting should treat, for how long, together or in sessions at the same time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/meeting.hpp"
#include "libm150/solve/milp.hpp"

namespace m150::inline v0 {

// A topic of an earlier agenda, and how it was treated.
struct TreatedTopic {
    Id<Topic> topic;
    int minutes = 0;
    bool parallel = false;
    friend bool operator==(const TreatedTopic&, const TreatedTopic&) = default;
};

struct AgendaOptions {
    // Its network, date and registrations count; its agenda does not. Without registrations the members of
    // the network are taken to come, one person each.
    Meeting meeting;
    int minutes = 180;                     // of the plenary programme: 0 to 10,000
    std::vector<int> lengths{20, 30, 45};  // minutes a plenary item may take: 1 to 8 of them, each 5 to 1000
    // What half of a need is met in: an item of d minutes meets 1 - 2^(-d / half_minutes) of it. 1 to 1000.
    double half_minutes = 20.0;
    int most_topics = 8;        // 0 to 100
    int parallel_sessions = 0;  // at the same time, beside the plenary programme: 0 to 20
    int parallel_minutes = 45;  // of each of them: 5 to 1000
    // What a municipality already has enough of counts less: of all that meets its needs, the first
    // `step` counts in full, the next for `second`, all beyond for `third`. step above 0; 1 >= second >=
    // third >= 0.
    double step = 1.0;
    double second = 0.5;
    double third = 0.25;
    // First to last wish of a registration count as a demand of first_wish down to last_wish: 0 to 1.
    double first_wish = 1.0;
    double last_wish = 0.5;
    // News x on a topic (each item halved every 90 days) raises everybody's demand for it by the factor
    // 1 + news * x / (1 + x). 0 to 10.
    double news = 0.2;
    std::vector<Id<Topic>> must, never;
    // A topic on the agenda of one of so many last meetings of the network before this one rests, unless
    // questions on it have grown by `grown`: (since + 1) / (in as long before + 1). 0 to 100; grown at
    // least 1. Meetings that were national count, and others when at least half of those who come now were on
    // their list.
    int rest_meetings = 1;
    double grown = 1.5;
    std::size_t others = 2;  // further agendas: 0 to 10
    int differ_by = 2;       // topics of each earlier agenda that are missing in a further one: 1 to 100
    SolveLimits solver;
    // An earlier agenda: the best agenda is the best of those in which as many of its topics as can be stay
    // (of those that somebody who comes still needs), and of them as many as can be for as long, or for the
    // allowed length nearest to that. The further agendas are not held to it; "agenda-stays" says when one of
    // them is worth more.
    std::vector<TreatedTopic> stay_near;
};

struct ProposedItem {
    AgendaItem item;  // titled by its topic; one speaker
    bool parallel = false;
    double value = 0.0;
    std::vector<Reason> reasons;
    int municipalities = 0;  // that need it and are there for it
    friend bool operator==(const ProposedItem&, const ProposedItem&) = default;
};

struct ProposedAgenda {
    std::vector<ProposedItem> items;  // plenary first, each by descending value, then by topic
    double value = 0.0;               // sum of the items': how many municipalities' needs are met
    double upper_bound = 0.0;         // no agenda (that differs as asked) is worth more
    bool proved = true;               // nothing is better; false when a limit of the solver was reached
    double gap() const { return value > 0.0 ? (upper_bound - value) / value : upper_bound; }
    friend bool operator==(const ProposedAgenda&, const ProposedAgenda&) = default;
};

struct RestingTopic {
    Id<Topic> topic;
    Id<Meeting> meeting;  // where it was treated
    Date date;
    int questions = 0;     // since then
    int before = 0;        // in as long a period before
    bool returns = false;  // grown enough to be a candidate again
    friend bool operator==(const RestingTopic&, const RestingTopic&) = default;
};

struct AgendaProposal {
    ProposedAgenda best;
    std::vector<ProposedAgenda> others;  // in order; fewer when there are no more that differ
    int participants = 0;                // municipalities
    std::vector<RestingTopic> resting;   // ascending by topic
    std::vector<Id<Municipality>>
        unserved;  // participants who need something, and nothing of the best agenda
    std::vector<Reason> notices;
    friend bool operator==(const AgendaProposal&, const AgendaProposal&) = default;
};

// The agenda that meets most of the demand of those who come: maximum coverage with a budget of minutes and
// diminishing returns, exact (a mixed integer program; its gap is 0 unless a limit of the solver is reached,
// which a notice says: the agenda is then the best that was found, and no worse than taking time and again
// what gains most). Throws InvalidInput for an unknown network or topic, options out of range, topics that
// must and must not be treated, more that must than fit, and when the solver's progress cancels.
M150_EXPORT AgendaProposal propose_agenda(const Snapshot& now, const AgendaOptions& options);

}  // namespace m150::inline v0
