// What is found of each municipality that may know: the features of the ranking, with the evidence under
// them. Internal to this floor.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libm150/match/answers.hpp"
#include "libm150/match/who_knows.hpp"

namespace m150::inline v0 {

// A question as far as it matters to who knows. What it refers to must outlive it.
struct KnowerQuestion {
    const std::vector<SimilarPair>& pairs;  // found for it, best first
    std::vector<TopicWeight> topics;        // what it is about; weights add up to 1, or there are none
    int asker = -1;                         // number of who is not to be recommended
    const std::vector<int>& only;           // numbers of the municipalities allowed, ascending
};

// An answer to a pair that was found.
struct Vote {
    double weight = 0.0;
    double likeness = 0.0;    // what it adds to the profile: the pair's score, 0 for a second answer to it
    std::string_view answer;  // ids: of the snapshot's records, and of the pairs found
    std::string_view question;
    Date date;
    bool accepted = false;
    std::string_view predecessor;  // id of who gave it, when that has merged into this one; else empty
};

// A municipality that answered a pair found, has evidence on a topic of the question, or has shown nothing
// yet, was not heard of on any of the topics, and is like some that know (KnowerOptions::alike); with
// KnowerOptions::anybody also who answered something else.
struct KnowerCandidate {
    int municipality = 0;
    KnowerValues values{};    // 0..1, by KnowerFeature
    std::vector<Vote> votes;  // largest first
    double vote_total = 0.0;  // sum of their weights
    double evidence = 0.0;    // 0..1: what there is to know it by, 1 - exp(-(votes + strength on the topics))
    std::vector<double> on_topic;  // strength() for each of the question's topics, times its weight
    bool by_likeness = false;      // it has shown nothing on anything: on_topic is what those like it know
};

struct KnowerCandidates {
    std::vector<KnowerCandidate> list;  // ascending by municipality
    double strongest = 0.0;             // 0..1: the largest evidence
};

// Expertise as evidence that adds up: -ln(1 - expertise), the logarithm of one more than the sum of what
// docs/expertise.md weighs, so that a hundred answers on a topic are told from ten.
double strength(const ExpertiseGraph& graph, int municipality, int topic);

KnowerCandidates find_candidates(const Snapshot& now, const KnowerQuestion& question);

// The weights in the order of KnowerFeature.
KnowerValues weights_of(const KnowerOptions& options);

// What the values say together, 0..1: their weighted mean; 0 when no weight is above 0.
double mean_of(const KnowerValues& values, const KnowerValues& weights);

}  // namespace m150::inline v0
