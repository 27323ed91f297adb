// How the matchers weigh what search and graph find. They are part of a knowledge base's configuration
// (knowledge_base_options.hpp), so they stand below the matchers that use them.
#pragma once

#include <cstddef>

namespace m150::inline v0 {

// Existing answers to a question: a score is the weighted mean of what the words, the meaning, the neighbours
// and the topics say, each between 0 and 1. Only the ratios of the first five weights matter. Fitted by
// cross-validation on the needs of the corpus; docs/decisions/0008-fusion.md says what each is worth.
struct RankingOptions {
    double words = 1.0;   // BM25 over the best score that the question's words allow; above 0
    double cosine = 0.6;  // cosine of question and pair in the semantic space
    double given = 0.6;  // cosine of question and pair by a model from outside the library, when there is one
    // Of a question of more words the cosine counts for less, in inverse proportion. 1 to 10,000.
    std::size_t meant_words = 8;
    double neighbours = 0.35;  // what the most similar pairs score on their own: similar pairs stand together
    double topics = 0.5;       // how likely it is that the question is on the pair's topics
    // What an accepted answer adds, relative to what words and meaning say; 0 to 10.
    double accepted_bonus = 0.05;
    // The same for a pair of today; halved for every half-life of age. Small: old answers are still answers.
    double recent_bonus = 0.02;
    double recent_half_life_days = 730.0;  // 1 to 1,000,000
    // Pairs found that are weighed; the others never surface. 10 to 1000; more costs time.
    std::size_t candidates = 100;
    // Pairs nearest to the question in meaning that are weighed besides, whatever their words. 0 to 1000.
    std::size_t nearest = 50;
    std::size_t nearest_given = 50;    // nearest to it by the model from outside, likewise. 0 to 1000
    double least_cosine = 0.3;         // of one that shares no word with the question, by either. -1 to 1
    std::size_t neighbours_asked = 6;  // of each pair; 0 to 100
    double shared_topic = 0.1;         // of pairs on the same topics, added to their cosine
    std::size_t topic_hits = 10;       // best pairs whose topics are taken for the question's; 0 to 1000
    double topic_sharpness = 4.0;  // power of a pair's score, relative to the best, in that vote; 0 to 100

    friend bool operator==(const RankingOptions&, const RankingOptions&) = default;
};

// Who knows: a score is the weighted mean of six features, each relative to the municipality that has most of
// it, times how much there is to know anybody by. Only the ratios of the six weights matter. Those here are
// chosen by hand for a network that keeps inventories and talks beside answers; fit_knowers() learns others
// from who answered what. docs/decisions/0013-who-knows.md says what each is worth. Each 0 to 1000.
struct KnowerOptions {
    double votes = 0.5;    // answers given to similar questions
    double profile = 1.0;  // how like the question everything is that it answered
    double topics = 3.0;   // evidence of expertise on the question's topics
    double active = 0.5;   // answers given lately, to whatever
    double steady = 0.25;  // for how long it has been answering
    double network = 1.0;  // closeness to the topics in the graph (personalised PageRank)

    double accepted = 1.5;     // an accepted answer's vote, relative to one that is not; 0 to 1000
    double contrast = 300.0;   // of votes, topics and active: log(1 + contrast * part of the most) counts,
                               // so that the first answers tell more than the hundredth; 0.01 to 1e6
    double prior_answers = 3;  // unlike the question, that a profile begins with; 0 to 1000
    double active_half_life_days = 60.0;  // 1 to 1,000,000
    std::size_t voting_hits = 200;        // pairs found whose answers vote; 1 to 1000
    std::size_t topic_hits = 10;          // pairs found whose topics count as the question's; 0 to 1000
    double named_topic = 1.0;     // a topic that the question names, against those of all pairs together
    std::size_t most_topics = 5;  // of the question's topics so many count; 0 to 100
    // Part of what those like it know (size, urbanity, province) that is expected of a municipality that has
    // shown nothing yet; 0 to 1. 0 names none of these.
    double alike = 0.05;
    bool anybody = false;  // also names who has shown nothing on the question, but answered something else

    friend bool operator==(const KnowerOptions&, const KnowerOptions&) = default;
};

// How sure it is that an existing answer helps: a logistic function of four features of what was found.
// Fitted by logistic regression to "one of the first three pairs answers the question" over the corpus's
// queries, each put to the corpus with and without the pairs of its own need. Each -100 to 100.
struct ConfidenceOptions {
    double constant = -6.73;
    double similarity = 12.17;  // the score of the best pair
    double lead = 2.99;         // of the best pair over the mean of those at 10 to 20, relative to the best
    double known = 1.52;        // part of the question's words that occur anywhere
    double topic = -0.82;       // how likely the likeliest topic of the question is

    // The same for a municipality: how sure it is that it knows. Fitted by logistic regression to the planted
    // truth ("level 2 or 3 on the question's topic") of eight synthetic networks, of the first ten that were
    // named for each question; docs/quality.md measures it on others. recalibrate() fits it to outcomes.
    double knows_constant = -1.86;
    double knows_evidence = 3.82;  // what there is to know it by: answers to similar questions, expertise
    double knows_score = 2.53;     // Knower::score

    friend bool operator==(const ConfidenceOptions&, const ConfidenceOptions&) = default;
};

// What is said of that confidence: from `likely` on that there probably is an answer, from `perhaps` on that
// there may be one, below that that nobody knows yet. The confidence is calibrated, so these are chances.
struct VerdictOptions {
    double likely = 0.5;    // 0 to 1
    double perhaps = 0.25;  // 0 to 1
    // When nobody answered: that a municipality knows, from this confidence on; 0 to 1. High, because the
    // confidence was learned from questions of the field and says too much of others.
    double knows = 0.8;

    friend bool operator==(const VerdictOptions&, const VerdictOptions&) = default;
};

// What makes two municipalities worth connecting: above all that the guide knows what the learner needs. All
// but `need`, `mutual` and `repeat` are fractions of that need, added to it or taken off, so that nobody is
// connected for being alike alone. Each 0 to 1000.
struct ConnectWeights {
    double need = 1.0;  // sum over topics of what the learner needs (0..1) times what the guide knows (0..1)
    // Times the smaller of that sum and the same sum the other way round: where both gain, the reverse counts
    // double. No more than the smaller, so that nobody guides for what it may learn itself.
    double mutual = 2.0;
    double alike = 0.15;  // times how alike they are in size and urbanity (0..1): what works there works here
    double near = 0.10;   // for a shared border; half of it for the same safety region only: easy to visit
    // Taken off for a contact or a shared working group, decayed by age (one that runs counts as today's):
    // new contacts are worth more. 0 to 1.
    double known = 0.5;
    // Taken off, times what the learner needs on the topic, for every other connection that it has mainly
    // about the same topic and that is better: guides on other topics are worth more.
    double repeat = 0.25;

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
