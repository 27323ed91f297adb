// The questions of a period, shared over those who know.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/match/ask.hpp"

namespace m150::inline v0 {

struct ShareOptions {
    // 1 to 1000, in any order; each names who asks, and narrows as in ask(). `limit` is passed over.
    std::vector<AskOptions> questions;
    int per_question = 3;  // municipalities to ask for each, at most: 1 to 100
    // How often a municipality is asked in the period, at most: 0 to 10,000. What `capacities` says of a
    // municipality goes before it.
    int capacity = 3;
    std::map<Id<Municipality>, int> capacities;
    // How often municipalities were asked in this period already, for who keeps count: 0 to 10,000.
    std::map<Id<Municipality>, int> load_so_far;
    // First day of the period: who was asked from that day on, by outcomes of the kinds passed_on and
    // contacted, counts as well, those that the viewer may see (AVH sees all). A municipality is asked once
    // for a stored question, on the first of its days, however often it is told what became of it; not when
    // it declined in the end. Absent: none do.
    std::optional<Date> since;
    // 0..1. 0: the best are asked, within their capacities. 1: the load is as even as it can be among those
    // who know anything of the questions, and only then the best. Between: see share_load().
    double fairness = 0.5;
    // At fairness 1/2: by how much in score somebody must be better than another for each time more that it
    // was asked. Above 0, at most 1.
    double step = 0.02;
    // Who scores less than this part of what the question's best scores is not asked: 0..1. At 0 anybody who
    // scores above 0 may be. Who has shown nothing and is only like those who know (KnowerOptions::alike),
    // and who scores less than such a one, is not asked.
    double least = 0.0;
};

struct SharedQuestion {
    std::string text;  // as given, and who asks
    std::optional<Id<Municipality>> asked_by;
    std::vector<Knower> asked;   // best first, ties by id
    std::vector<Knower> ranked;  // the best, had nothing been shared: nobody full, nobody asked before
    double score = 0.0;          // sum of the scores of `asked`
    double ranked_score = 0.0;   // of `ranked`; the difference is what sharing costs this question
    // What the coordinator should know, with share 0: that probably nobody knows (as ask() says of the
    // question) and the nearest are asked, who of `ranked` was passed over and why, places that stay open, a
    // merged municipality, that everybody asked to be left alone.
    std::vector<Reason> notices;
};

struct MunicipalityLoad {
    Id<Municipality> municipality;
    int before = 0;    // how often it was asked already
    int asked = 0;     // how often this plan asks it
    int capacity = 0;  // before + asked is at most this, or asked is 0
    int knows = 0;     // of how many of the questions it could be asked
    int ranked = 0;    // how often it would be asked if nothing were shared
    int load() const noexcept { return before + asked; }
};

struct LoadPlan {
    std::vector<SharedQuestion> questions;      // as given
    std::vector<MunicipalityLoad> loads;        // of all who could be asked anything, ascending by id
    std::vector<Id<Municipality>> never_asked;  // of these, who was not asked before and is not now
    double gini = 0.0;                          // of the loads, 0 (all alike) to 1
    double gini_ranked = 0.0;                   // the same if nothing were shared
    double score = 0.0;                         // sum over the questions
    double ranked_score = 0.0;                  // the same if nothing were shared
    // The same at fairness 0, within the capacities: score falls short of it by the price of fairness, and it
    // of ranked_score by that of the capacities (and, when these leave places open, by those).
    double unfair_score = 0.0;
    // What asking costs for each time that a municipality was asked before: step * fairness / (1 - fairness),
    // rounded to a tiny quantum; at fairness 1 as much as levels completely.
    double price = 0.0;
    long long crowding = 0;       // sum over those asked of how often each had been asked before
    double objective = 0.0;       // score - price * crowding
    double upper_bound = 0.0;     // no plan that fills as many places as evenly exceeds this: the proof
    std::vector<Reason> notices;  // with share 0: that everybody asked to be left alone
};

// Whom to ask for which question. In this order the plan
//   1. fills as many places as can be, and evenly: no question has two while another has none that could have
//      one;
//   2. has the largest sum of scores less price * crowding, which is the largest (1 - fairness) * scores -
//      fairness * step * crowding; at fairness 1 the least crowding and then the largest sum of scores;
//   3. is the first of those that are left, by question and id.
// Exact, with the proof. More fairness never gives more crowding, nor a larger score; at fairness 1 no plan
// that serves the questions as well has a lower gini. Municipalities that asked to be left alone (Pause) are
// not asked and have no load.
//
// A coordinator who gets one question at a time calls it with that question alone and with `since` or
// `load_so_far`: what was asked before then counts as if it were of this plan.
//
// Throws InvalidInput, for all questions at once, for what ask() throws and for options out of range.
M150_EXPORT LoadPlan share_load(const Snapshot& now, const ShareOptions& options);

}  // namespace m150::inline v0
