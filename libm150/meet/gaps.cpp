#include "libm150/meet/gaps.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "libm150/match/ask.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/match/outcomes.hpp"

namespace m150::inline v0 {

namespace {

struct OpenQuestion {
    Id<Question> id;
    Date date;
    bool nobody_answered = false;  // as was told last
};

// Of the members, without an answer that is up to date and not helped otherwise; newest first, ties by id.
std::vector<OpenQuestion> open_questions(const Snapshot& now, const std::vector<int>& members, Date since) {
    const std::map<Id<Question>, Became> became = became_of_questions(now);
    std::vector<OpenQuestion> open;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto&, const auto& answers) {
            if (!asked_by || date < since) return;
            if (!std::binary_search(members.begin(), members.end(), now.number_of(*asked_by))) return;
            const bool answered = std::any_of(answers.begin(), answers.end(), [](const AnswerFact& answer) {
                return answer.status == AnswerStatus::current;
            });
            const auto told = became.find(id);
            const bool helped = told != became.end() && told->second == Became::helped;
            if (!answered && !helped) open.push_back({id, date, told != became.end()});
        });
    std::stable_sort(open.begin(), open.end(), [](const OpenQuestion& a, const OpenQuestion& b) {
        return std::tie(b.date, a.id) < std::tie(a.date, b.id);
    });
    return open;
}

AgendaItem item_of(const Topic& topic) {
    AgendaItem item;
    item.id = topic.id.str();
    item.title = topic.preferred_label;
    item.topics = {topic.id};
    return item;
}

AgendaItem item_of(const Question& question) {
    AgendaItem item;
    item.id = question.id.str();
    item.title = question.title.empty() ? question.text.substr(0, question.text.find('\n')) : question.title;
    item.text = question.text;
    item.topics = question.topics;
    return item;
}

// A question of which the reply is that nobody knows, or of which it was told that nobody answered: what
// happened goes before what is guessed.
std::optional<QuestionWithoutAnswer> put_again(const Snapshot& now, const OpenQuestion& open) {
    AskOptions again;
    again.question = open.id;
    const Reply reply = ask(now, again);
    const auto surest = std::max_element(
        reply.municipalities.begin(), reply.municipalities.end(),
        [](const Knower& a, const Knower& b) { return a.confidence < b.confidence; });  // the first of equals
    const bool named = surest != reply.municipalities.end();
    if (reply.verdict != Verdict::nobody && !open.nobody_answered) return std::nullopt;
    QuestionWithoutAnswer gap;
    gap.question = open.id;
    gap.date = open.date;
    gap.told = open.nobody_answered;
    gap.confidence = reply.confidence;
    if (named) {
        gap.best = surest->municipality;
        gap.best_confidence = surest->confidence;
    }
    gap.item = item_of(now.pair(open.id).value().question);
    return gap;
}

}  // namespace

Gaps gaps(const Snapshot& now, const GapsOptions& options) {
    Inputs inputs(now, "gaps");
    inputs.in_range("helped_by_one", options.helped_by_one, 1, 1000);
    inputs.in_range("most_questions", static_cast<double>(options.most_questions), 0, 100'000);
    inputs.throw_if_any();
    GapMapOptions map;
    map.network = options.network;
    map.since = options.since;
    map.weights = options.weights;
    map.listed = 1000;
    GapMap found = gap_map(now, map);

    Gaps result;
    result.since = found.since;
    result.today = found.today;
    for (TopicGap& gap : found.topics) {
        TopicWithoutSupply one;
        const int topic = now.number_of(gap.topic);
        one.available = static_cast<int>(
            std::count_if(gap.knowers.begin(), gap.knowers.end(), [&](const MunicipalityLevel& knower) {
                return !now.is_paused(now.number_of(knower.municipality), {topic});
            }));
        one.unserved = gap.would_come - options.helped_by_one * one.available;
        if (one.unserved <= 0) continue;
        one.item = item_of(now.topic(topic));
        one.gap = std::move(gap);
        result.topics.push_back(std::move(one));
    }
    std::stable_sort(result.topics.begin(), result.topics.end(),
                     [](const auto& a, const auto& b) { return a.unserved > b.unserved; });

    const std::vector<int> members = members_of(now, options.network);
    const std::vector<OpenQuestion> open = open_questions(now, members, found.since);
    result.open_questions = open.size();
    result.asked_again = std::min(open.size(), options.most_questions);
    for (std::size_t i = 0; i < result.asked_again; ++i) {
        if (auto gap = put_again(now, open[i])) result.questions.push_back(std::move(*gap));
    }
    return result;
}

}  // namespace m150::inline v0
