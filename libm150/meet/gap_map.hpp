// What plays in a network: per topic what is asked, who could help, when it was last treated, who would come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/solve/bursts.hpp"

namespace m150::inline v0 {

// What raises a topic. All but `news` are times the mean demand of the members (0..1), so that nothing is
// raised that nobody needs. Each 0 to 100.
struct GapWeights {
    double needs = 1.0;      // the demand itself
    double growth = 0.5;     // questions doubled twice over the period before: the whole of it
    double open = 0.5;       // part of the period's questions that nobody answered
    double burst = 0.5;      // a burst of questions that still runs
    double untreated = 0.5;  // how long no meeting treated it: half after untreated_days, never: the whole
    double scarce = 0.5;     // times what the mean demand exceeds the mean expertise by, instead
    double news = 0.1;       // news items x, each halved every news_days of age: x / (1 + x); needs no demand
    double untreated_days = 365.0;  // 1 to 100,000
    double news_days = 90.0;        // 1 to 100,000

    friend bool operator==(const GapWeights&, const GapWeights&) = default;
};

struct GapMapOptions {
    std::optional<Id<Network>> network;  // absent: all municipalities
    std::optional<Date> since;           // of the questions that are counted; absent: a year before today
    GapWeights weights;
    BurstOptions bursts;      // over the months since the first question
    std::size_t listed = 10;  // municipalities named of those who would come and who know; 0 to 1000
};

struct MunicipalityLevel {
    Id<Municipality> municipality;
    double level = 0.0;  // demand or expertise, 0..1
    friend bool operator==(const MunicipalityLevel&, const MunicipalityLevel&) = default;
};

struct QuestionBurst {
    Date from;  // first day of its first month
    Date to;    // last day of its last month, or today
    int questions = 0;
    double weight = 0.0;  // see Burst
    friend bool operator==(const QuestionBurst&, const QuestionBurst&) = default;
};

struct TopicGap {
    Id<Topic> topic;
    double score = 0.0;
    std::vector<Reason> reasons;
    double demand = 0.0;       // mean over the members, 0..1
    double supply = 0.0;       // mean expertise of the members, 0..1
    int questions = 0;         // of members since `since`
    int questions_before = 0;  // in as long a period before
    int open_questions = 0;    // of `questions`: without an answer that is up to date, nor helped otherwise
    std::optional<Date> last_treated;  // at a meeting of the network (of any, without one) up to today
    std::optional<Id<Meeting>> last_meeting;
    int would_come = 0;                      // members whose demand is at least 1/4
    std::vector<MunicipalityLevel> comers;   // of those, the largest demand first
    int know = 0;                            // members whose expertise is at least 1/2
    std::vector<MunicipalityLevel> knowers;  // of those, the largest expertise first
    std::vector<QuestionBurst> bursts;       // that reach past `since`
    std::vector<Id<NewsItem>> news;          // since `since`, newest first
    friend bool operator==(const TopicGap&, const TopicGap&) = default;
};

struct GapMap {
    Date since, today;
    int members = 0;
    std::vector<TopicGap> topics;  // all, by descending score, ties by id
    friend bool operator==(const GapMap&, const GapMap&) = default;
};

// Throws InvalidInput for an unknown network or one without members, a period that starts after today, and
// weights out of range.
M150_EXPORT GapMap gap_map(const Snapshot& now, const GapMapOptions& options = {});

}  // namespace m150::inline v0
