#include "libm150/match/fit_knowers.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "libm150/match/asked.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/conditional_logit.hpp"

namespace m150::inline v0 {

namespace {

// A question that others than its asker answered.
struct Lesson {
    Id<Question> id;
    Date date;
    std::vector<Id<Municipality>> answered_by;
};

void check(const FitKnowersOptions& options) {
    std::vector<Problem> problems;
    const auto within = [&](const char* field, double value, double low, double high) {
        if (value >= low && value <= high) return;
        problems.push_back({std::string("fit_knowers, ") + field, "is " + to_text(value),
                            "a number from " + to_text(low) + " to " + to_text(high), ""});
    };
    within("windows", static_cast<double>(options.windows), 1, 100);
    within("horizon", options.horizon, 1e-6, 0.9);
    within("step", options.step, 1e-6, 0.9);
    within("most", static_cast<double>(options.most), 1, 1e6);
    within("ridge", options.ridge, 1e-9, 1000);
    for (const double half_life : options.half_lives)
        within("half_lives", half_life, 1, 1e6);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

// In the order in which they were asked.
std::vector<Lesson> lessons_of(const Snapshot& now) {
    std::vector<Lesson> lessons;
    now.for_each_question(
        [&](const auto& id, const auto& asked_by, Date date, const auto&, const auto& answers) {
            Lesson lesson{id, date, {}};
            for (const AnswerFact& answer : answers) {
                if (answer.by && answer.by != asked_by) lesson.answered_by.push_back(*answer.by);
            }
            lessons.push_back(std::move(lesson));
        });
    std::stable_sort(lessons.begin(), lessons.end(),
                     [](const Lesson& a, const Lesson& b) { return a.date < b.date; });
    return lessons;
}

// What was known by a day, and the lessons that came next: [first, last).
struct Window {
    Date known_by;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Window> windows_of(const std::vector<Lesson>& lessons, const FitKnowersOptions& options) {
    const auto count = static_cast<double>(lessons.size());
    std::vector<Window> windows;
    for (std::size_t w = options.windows; w-- > 0;) {
        const double end = 1.0 - static_cast<double>(w) * options.step;
        const double begin = end - options.horizon;
        if (begin <= 0.0) continue;
        Window window;
        window.first = static_cast<std::size_t>(std::floor(begin * count));
        window.last = static_cast<std::size_t>(std::floor(end * count));
        if (window.first == 0 || window.first >= window.last) continue;
        window.known_by = lessons[window.first - 1].date;
        // Of the same day as what was known: known as well.
        while (window.first < window.last && lessons[window.first].date == window.known_by)
            ++window.first;
        windows.push_back(window);
    }
    return windows;
}

class Teacher {
  public:
    Teacher(const KnowledgeBase& base, const FitKnowersOptions& options)
        : base_(base),
          options_(options),
          lessons_(lessons_of(base.snapshot())),
          windows_(windows_of(lessons_, options)) {
        std::size_t all = 0;
        for (const Window& window : windows_)
            all += window.last - window.first;
        stride_ = std::max(1.0, static_cast<double>(all) / static_cast<double>(options.most));
    }

    // The choices that those who answered made, as seen with these options.
    Choices choices(const KnowledgeBaseOptions& by) {
        Choices found(knower_features_count);
        double next = 0.0;  // lesson to take, over all windows
        std::size_t at = 0;
        for (const Window& window : windows_) {
            SnapshotOptions past;
            past.as_of = window.known_by;
            past.options = by;
            const Snapshot then = base_.snapshot(past);
            const Snapshot now = base_.snapshot();
            for (std::size_t i = window.first; i < window.last; ++i, ++at) {
                if (static_cast<double>(at) < next) continue;
                next += stride_;
                learn(now, then, lessons_[i], found);
                tell();
            }
        }
        return found;
    }
    std::size_t asked() const noexcept { return asked_; }
    void expect(std::size_t rounds) {
        std::size_t all = 0;
        for (const Window& window : windows_)
            all += window.last - window.first;
        expected_ = rounds * static_cast<std::size_t>(std::ceil(static_cast<double>(all) / stride_));
    }

  private:
    void tell() {
        if (++asked_ % 20 != 0 || !options_.progress) return;
        if (!options_.progress({"questions", asked_, std::max(asked_, expected_)}))
            throw InvalidInput({"fit_knowers", "cancelled", "", "nothing was changed"});
    }

    void learn(const Snapshot& now, const Snapshot& then, const Lesson& lesson, Choices& choices) {
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
            chosen.push_back(
                std::find(right.begin(), right.end(), candidate.municipality) != right.end() ? 1.0 : 0.0);
            any = any || chosen.back() > 0.0;
        }
        if (any) choices.add(values, chosen);
    }

    const KnowledgeBase& base_;
    const FitKnowersOptions& options_;
    std::vector<Lesson> lessons_;
    std::vector<Window> windows_;
    double stride_ = 1.0;
    std::size_t asked_ = 0;
    std::size_t expected_ = 0;
};

void set_weights(KnowerOptions& knowers, const std::vector<double>& weights) {
    const auto of = [&](KnowerFeature feature) { return weights[static_cast<std::size_t>(feature)]; };
    knowers.votes = of(KnowerFeature::votes);
    knowers.profile = of(KnowerFeature::profile);
    knowers.topics = of(KnowerFeature::topics);
    knowers.active = of(KnowerFeature::active);
    knowers.steady = of(KnowerFeature::steady);
    knowers.network = of(KnowerFeature::network);
}

}  // namespace

FittedKnowers fit_knowers(const KnowledgeBase& base, const FitKnowersOptions& options) {
    check(options);
    const KnowledgeBaseOptions before = base.options();
    std::vector<double> half_lives = options.half_lives;
    if (half_lives.empty()) half_lives.push_back(before.expertise.half_life_days);
    Teacher teacher(base, options);
    teacher.expect(half_lives.size());
    FittedKnowers best;
    const KnowerValues own = weights_of(before.knowers);
    for (const double half_life : half_lives) {
        FittedKnowers tried;
        tried.options = before;
        tried.options.expertise.half_life_days = half_life;
        // A feature of weight 0 is not looked at; here each has to be, to learn what it is worth.
        set_weights(tried.options.knowers, std::vector<double>(knower_features_count, 1.0));
        const Choices choices = teacher.choices(tried.options);
        if (choices.occasions() == 0) {
            throw InvalidInput({"fit_knowers", "no question teaches anything",
                                "questions answered by municipalities that had answered before",
                                "keep the weights that are there until more was answered"});
        }
        ConditionalLogitOptions how;
        how.ridge = options.ridge;
        how.progress = options.progress;
        const ConditionalLogitFit fit = fit_conditional_logit(choices, how);
        set_weights(tried.options.knowers, fit.weights);
        tried.questions = choices.occasions();
        tried.loss = fit.loss;
        tried.loss_before = loss_of(choices, {own.begin(), own.end()});
        tried.loss_of_none = loss_of(choices, std::vector<double>(knower_features_count, 0.0));
        tried.converged = fit.converged;
        if (best.questions == 0 || tried.loss < best.loss) best = std::move(tried);
    }
    return best;
}

}  // namespace m150::inline v0
