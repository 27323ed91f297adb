// What nobody knows yet: topics and questions with demand and without supply, ready for an agenda.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/meet/gap_map.hpp"
#include "libm150/record/meeting.hpp"

namespace m150::inline v0 {

struct GapsOptions {
    std::optional<Id<Network>> network;  // absent: all municipalities
    std::optional<Date> since;           // of the open questions; absent: a year before today
    GapWeights weights;                  // of the topics' scores: gap_map
    // So many municipalities that need a topic can be helped by one that knows, each by itself: 1 to 1000. As
    // many as share_load() lets one be asked in a period (ShareOptions::capacity): what more need than can be
    // shared out so is for a meeting.
    int helped_by_one = 3;
    // Open questions that are put again, the newest first: 0 to 100,000. Each takes as long as ask() does.
    std::size_t most_questions = 500;
};

struct TopicWithoutSupply {
    TopicGap gap;
    int available = 0;  // of TopicGap::know, those who did not ask to be left alone
    int unserved = 0;   // of those who would come for it, beyond helped_by_one for each that is available
    AgendaItem item;    // on the topic, to be put on an agenda
};

struct QuestionWithoutAnswer {
    Id<Question> question;
    Date date;
    bool told = false;                     // that nobody answered, by its last outcome; else it is guessed
    double confidence = 0.0;               // that something existing helps
    std::optional<Id<Municipality>> best;  // who surest knows of those that ask() names; absent: nobody
    double best_confidence = 0.0;          // that it knows
    AgendaItem item;                       // the question, to be put on an agenda
};

struct Gaps {
    Date since, today;
    std::vector<TopicWithoutSupply> topics;        // by descending `unserved`, then as in gap_map
    std::vector<QuestionWithoutAnswer> questions;  // newest first, ties by id
    std::size_t asked_again = 0;                   // open questions that were put again
    std::size_t open_questions = 0;                // of members since `since`
};

// Topics that more members need than those who know can help, and open questions: those of which ask() says
// that nobody knows yet when they are put again (Verdict::nobody, and no municipality that it names is as
// sure as VerdictOptions::knows), and those of which the last outcome is no_answer, whatever ask() thinks. A
// question is open when it has no current answer and no outcome, of those the viewer sees, says that it was
// helped. Throws what gap_map() throws, and InvalidInput for helped_by_one and most_questions out of range.
M150_EXPORT Gaps gaps(const Snapshot& now, const GapsOptions& options = {});

}  // namespace m150::inline v0
