#include "libm150/match/replay.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "libm150/match/asked.hpp"

namespace m150::inline v0 {

// In the order in which they were asked.
std::vector<Replay::Lesson> Replay::lessons_of(const Snapshot& now) {
    std::vector<Lesson> lessons;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto&, const auto& answers) {
            Lesson lesson{id, date, {}, {}};
            for (const AnswerFact& answer : answers) {
                if (answer.by && answer.by != asked_by) lesson.answered_by.push_back(*answer.by);
            }
            lessons.push_back(std::move(lesson));
        });
    std::stable_sort(lessons.begin(), lessons.end(),
                     [](const Lesson& a, const Lesson& b) { return a.date < b.date; });
    return lessons;
}

Replay::Replay(const KnowledgeBase& base, const FitKnowersOptions& options) : base_(base) {
    const std::vector<Lesson> lessons = lessons_of(base.snapshot());
    const auto count = static_cast<double>(lessons.size());
    std::vector<Lesson> all;  // of every window
    for (std::size_t w = options.windows; w-- > 0;) {
        const double end = 1.0 - static_cast<double>(w) * options.step;
        const double begin = end - options.horizon;
        if (begin <= 0.0) continue;
        auto first = static_cast<std::size_t>(std::floor(begin * count));
        const auto last = static_cast<std::size_t>(std::floor(end * count));
        if (first == 0 || first >= last) continue;
        const Date known_by = lessons[first - 1].date;
        // Of the same day as what was known: known as well.
        while (first < last && lessons[first].date == known_by)
            ++first;
        for (; first < last; ++first) {
            all.push_back(lessons[first]);
            all.back().known_by = known_by;
        }
    }
    const double stride = std::max(1.0, static_cast<double>(all.size()) / static_cast<double>(options.most));
    double next = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (static_cast<double>(i) < next) continue;
        next += stride;
        asked_.push_back(std::move(all[i]));
    }
}

Choices Replay::choices(const KnowledgeBaseOptions& by, const std::function<void()>& tell) const {
    Choices found(knower_features_count);
    const Snapshot now = base_.snapshot();
    std::optional<Snapshot> then;
    const Lesson* before = nullptr;
    for (const Lesson& lesson : asked_) {
        if (before == nullptr || before->known_by != lesson.known_by) {
            SnapshotOptions past;
            past.as_of = lesson.known_by;
            past.options = by;
            then = base_.snapshot(past);
        }
        before = &lesson;
        learn(now, *then, lesson, found);
        tell();
    }
    return found;
}

void Replay::learn(const Snapshot& now, const Snapshot& then, const Lesson& lesson, Choices& choices) {
    std::vector<int> right;
    for (const auto& id : lesson.answered_by)
        right.push_back(then.number_of(id));
    const Question question = now.pair(lesson.id).value().question;
    AskOptions ask;
    ask.text = question.title + "\n" + question.text;
    for (const Id<Topic>& topic : question.topics) {
        if (then.number_of(topic) >= 0) ask.about.push_back(topic);
    }
    if (question.asked_by && then.number_of(*question.asked_by) >= 0) ask.asked_by = question.asked_by;
    const Asked asked = look_up(then, ask);
    if (asked.understood.empty()) return;
    std::vector<double> values;
    std::vector<double> chosen;
    bool any = false;
    for (const KnowerCandidate& candidate : find_candidates(then, asked.question()).list) {
        values.insert(values.end(), candidate.values.begin(), candidate.values.end());
        chosen.push_back(std::find(right.begin(), right.end(), candidate.municipality) != right.end() ? 1.0
                                                                                                      : 0.0);
        any = any || chosen.back() > 0.0;
    }
    if (any) choices.add(values, chosen);
}

}  // namespace m150::inline v0
