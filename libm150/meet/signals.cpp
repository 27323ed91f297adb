#include "libm150/meet/signals.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "libm150/match/outcomes.hpp"

namespace m150::inline v0 {

std::vector<AskedQuestion> questions_of(const Snapshot& now, const std::vector<int>& members) {
    const std::map<Id<Question>, Became> became = became_of_questions(now);
    std::vector<AskedQuestion> questions;
    now.for_each_question([&](const Id<Question>& id, const auto& asked_by, Date date, const auto& topics,
                              const std::vector<AnswerFact>& answers) {
        if (!asked_by || date > now.today()) return;
        const int asker = now.number_of(*asked_by);
        if (!std::binary_search(members.begin(), members.end(), asker)) return;
        const bool answered = std::any_of(answers.begin(), answers.end(), [&](const AnswerFact& answer) {
            return answer.status == AnswerStatus::current && answer.date <= now.today();
        });
        AskedQuestion& question = questions.emplace_back();
        question.date = date;
        question.asker = asker;
        const auto told = became.find(id);
        question.open = !answered && (told == became.end() || told->second != Became::helped);
        for (const Id<Topic>& topic : topics)
            question.topics.push_back(now.number_of(topic));
    });
    std::stable_sort(questions.begin(), questions.end(),
                     [](const AskedQuestion& a, const AskedQuestion& b) { return a.date < b.date; });
    return questions;
}

int count_between(const std::vector<AskedQuestion>& questions, int topic, Date from, Date to) {
    return static_cast<int>(std::count_if(questions.begin(), questions.end(), [&](const AskedQuestion& one) {
        return from <= one.date && one.date <= to &&
               std::find(one.topics.begin(), one.topics.end(), topic) != one.topics.end();
    }));
}

std::optional<Treatment> last_treatment(const Snapshot& now, const std::optional<Id<Network>>& network,
                                        const Id<Topic>& topic, Date before) {
    std::optional<Treatment> last;
    for (const Meeting* meeting : now.all<Meeting>()) {
        if (meeting->date >= before || (network && meeting->network != *network)) continue;
        const bool treated =
            std::any_of(meeting->agenda.begin(), meeting->agenda.end(), [&](const AgendaItem& item) {
                return std::find(item.topics.begin(), item.topics.end(), topic) != item.topics.end();
            });
        if (treated && (!last || last->date <= meeting->date)) last = Treatment{meeting->date, meeting->id};
    }
    return last;
}

double news_on(const Snapshot& now, const Id<Topic>& topic, double half_life) {
    double sum = 0.0;
    for (const NewsItem* item : now.all<NewsItem>()) {
        if (item->date > now.today() ||
            std::find(item->topics.begin(), item->topics.end(), topic) == item->topics.end())
            continue;
        sum += std::exp2(-days_between(item->date, now.today()) / half_life);
    }
    return sum;
}

}  // namespace m150::inline v0
