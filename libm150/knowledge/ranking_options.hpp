// How the matchers weigh what search and graph find. They are part of a knowledge base's configuration
// (knowledge_base_options.hpp), so they stand below the matchers that use them.
#pragma once

#include <cstddef>

namespace m150::inline v0 {

// Existing answers to a question.
struct RankingOptions {
    // What an accepted answer adds, relative to the score of the words; 0 to 10.
    double accepted_bonus = 0.05;
    // Hits beyond the wanted ones among which an accepted answer may still rise; 0 to 1000.
    std::size_t rising_hits = 3;

    friend bool operator==(const RankingOptions&, const RankingOptions&) = default;
};

// Who knows: how the three ways of knowing are added. Defaults chosen by hand; docs/expertise.md says how
// they do.
struct KnowerOptions {
    double votes = 1.0;    // answers given to similar questions
    double topics = 0.35;  // evidence of expertise on the question's topics
    double network =
        0.10;  // closeness to the topics in the graph (personalised PageRank, relative to the closest)
    double accepted = 1.5;  // an accepted answer's vote, relative to one that is not
    double next_vote =
        0.5;  // of the second best vote, relative to the best; of the third, relative to the second; ...
    std::size_t voting_hits = 50;  // pairs found whose answers vote; 1 to 1000
    std::size_t topic_hits = 10;   // pairs found whose topics count as the question's; 0 to 1000
    double named_topic = 1.0;      // a topic that the question names, against those of all pairs together
    std::size_t most_topics = 5;   // of the question's topics so many count; 0 to 100

    friend bool operator==(const KnowerOptions&, const KnowerOptions&) = default;
};

// How sure it is that an existing answer helps: a logistic function of three features of what was found.
// Fitted by logistic regression to "one of the first three pairs answers the question" over the corpus's
// queries, each put to the corpus with and without the pairs of its own need. Each -100 to 100.
struct ConfidenceOptions {
    double constant = -6.42;
    double similarity = 5.47;  // of the best hit: score over best possible
    double lead = 5.73;        // of the best hit over the mean of the hits at 10 to 20, relative to the best
    double known = 1.61;       // part of the question's words that occur anywhere

    friend bool operator==(const ConfidenceOptions&, const ConfidenceOptions&) = default;
};

// What makes two municipalities worth connecting: above all that the guide knows what the learner needs. All
// but `need` and `mutual` are fractions of that need, added to it or taken off, so that nobody is connected
// for being alike alone. Each 0 to 1000.
struct ConnectWeights {
    double need = 1.0;  // sum over topics of what the learner needs (0..1) times what the guide knows (0..1)
    double mutual = 1.0;  // the same the other way round, on top: both gain
    double alike = 0.15;  // times how alike they are in size and urbanity (0..1): what works there works here
    double near = 0.10;   // for a shared border; half of it for the same safety region only: easy to visit
    double known = 0.5;   // taken off for a contact, decayed by age: new contacts are worth more. 0 to 1

    friend bool operator==(const ConnectWeights&, const ConnectWeights&) = default;
};

// How much each side of a speaker's fit counts; each 0 to 1000, and not all 0.
struct FitWeights {
    double words =
        0.5;  // the item's words in the speaker's profile and talks: BM25 over the item's best possible
    double topics = 0.3;         // the item's topics among the speaker's, related ones for a part
    double experience = 0.2;     // talks given on those topics, faded by age, more for a good rating
    double related_topic = 0.3;  // what a topic counts for when the speaker has only one related to it, or
                                 // broader or narrower; 0 to 1

    friend bool operator==(const FitWeights&, const FitWeights&) = default;
};

}  // namespace m150::inline v0
