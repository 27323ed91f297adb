// What a snapshot replies, digit for digit, so that two snapshots can be compared whole.
#pragma once

#include <string>
#include <vector>

#include "libm150/m150.hpp"

namespace m150::testing {

inline const std::vector<std::string> some_questions{"bodycams bij controle",
                                                     "wie weet iets over vuurwerk en overlast",
                                                     "parkeren in de wijk", "ondermijning college dossier"};

// The same, but a question finds only what shares a word with it: so that whether a word is known shows in
// whether anything is found. With meaning something is always near.
inline SnapshotOptions by_words_alone(const KnowledgeBase& base, SnapshotOptions options = {}) {
    options.options = base.options();
    options.options->ranking.cosine = 0.0;
    return options;
}

// Everything that the reply to a question says.
inline std::string bytes_of(const Snapshot& now, const std::string& question, std::size_t limit = 10) {
    AskOptions options;
    options.text = question;
    options.limit = limit;
    const Reply reply = ask(now, options);
    std::string text = "confidence " + to_text(reply.confidence) + " " + explain(reply.verdict) + "\n";
    for (const FoundAnswer& found : reply.answers) {
        text += found.question.id.str() + " " + to_text(found.score) + " " + found.question.text +
                found.snippet.of + ": " + found.snippet.text + "\n";
        for (const Answer& answer : found.answers)
            text += "  " + answer.id.str() + " " + answer.text + "\n";
        text += explain_all(now, found.reasons);
    }
    for (const Knower& knower : reply.municipalities) {
        text +=
            knower.municipality.str() + " " + to_text(knower.score) + "\n" + explain_all(now, knower.reasons);
    }
    text += explain_all(now, reply.notices);
    for (const QueryNote& note : reply.understood.notes)
        text += note.word + " = " + note.meaning + "\n";
    return text;
}

// Whom the matchers bring together, whom they ask, who holds the network together and what nobody knows.
inline std::string plans_of(const Snapshot& now) {
    std::string text;
    const ConnectionPlan plan = connect_all(now);
    for (const Connection& one : plan.connections) {
        text += one.learner.str() + " " + one.guide.str() + " " + to_text(one.score) + "\n" +
                explain_all(now, one.reasons);
    }
    text += to_text(plan.upper_bound) + "\n";
    ShareOptions sharing;
    for (const std::string& question : some_questions) {
        sharing.questions.emplace_back();
        sharing.questions.back().text = question;
    }
    const LoadPlan loads = share_load(now, sharing);
    for (const SharedQuestion& one : loads.questions) {
        for (const Knower& knower : one.asked)
            text += knower.municipality.str() + " " + to_text(knower.score) + " ";
        text += to_text(one.score) + "\n" + explain_all(now, one.notices);
    }
    text += to_text(loads.objective) + " " + to_text(loads.gini) + "\n";
    const Brokers found = brokers(now);
    for (const Broker& one : found.municipalities)
        text += one.municipality.str() + " " + to_text(one.betweenness) + "\n";
    for (const LoneTopic& one : found.topics)
        text += one.topic.str() + " " + to_text(one.lost) + "\n" + explain_all(now, one.reasons);
    const Gaps missing = gaps(now);
    for (const TopicWithoutSupply& one : missing.topics)
        text += one.item.id + " " + to_text(one.gap.score) + " " + std::to_string(one.unserved) + "\n";
    for (const QuestionWithoutAnswer& one : missing.questions) {
        text += one.question.str() + " " + to_text(one.confidence) + " " + to_text(one.best_confidence) +
                " " + (one.best ? one.best->str() : "") + "\n";
    }
    return text;
}

// Everything that the gap map says.
inline std::string gaps_of(const Snapshot& now) {
    const GapMap map = gap_map(now);
    std::string text = map.since.str() + " " + map.today.str() + " " + std::to_string(map.members) + "\n";
    for (const TopicGap& gap : map.topics) {
        text += gap.topic.str() + " " + to_text(gap.score) + " " + to_text(gap.demand) + " " +
                to_text(gap.supply) + "\n" + explain_all(now, gap.reasons);
        for (const int count :
             {gap.questions, gap.questions_before, gap.open_questions, gap.would_come, gap.know})
            text += std::to_string(count) + " ";
        if (gap.last_treated) text += gap.last_treated->str() + " " + gap.last_meeting->str();
        for (const Id<NewsItem>& item : gap.news)
            text += " " + item.str();
        for (const auto* levels : {&gap.comers, &gap.knowers}) {
            for (const MunicipalityLevel& one : *levels)
                text += " " + one.municipality.str() + " " + to_text(one.level);
        }
        for (const QuestionBurst& burst : gap.bursts) {
            text += " " + burst.from.str() + " " + burst.to.str() + " " + std::to_string(burst.questions) +
                    " " + to_text(burst.weight);
        }
        text += "\n";
    }
    return text;
}

inline std::string bytes_of(const Snapshot& now) {
    std::string text;
    for (const std::string& question : some_questions)
        text += bytes_of(now, question);
    return text;
}

}  // namespace m150::testing
