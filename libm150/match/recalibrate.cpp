#include "libm150/match/recalibrate.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/knowers.hpp"
#include "libm150/match/past_days.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/solve/logistic.hpp"
#include "libm150/solve/platt.hpp"

namespace m150::inline v0 {

namespace {

// What was known on a day in the past takes some .2 s to find out of 100,000 pairs.
constexpr std::size_t most_days = 40;

void check(const RecalibrateOptions& options) {
    std::vector<Problem> problems;
    const auto within = [&](const char* field, std::size_t value, std::size_t low) {
        if (value >= low && value <= 100'000) return;
        problems.push_back({std::string("recalibrate, ") + field, "is " + std::to_string(value),
                            "a number from " + std::to_string(low) + " to 100000", ""});
    };
    within("most", options.most, 20);
    within("least", options.least, 10);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

// What can be said of the base's own answers, and of the municipality that was asked.
bool base_helped(const Outcome& outcome) {
    return outcome.kind == OutcomeKind::answered_by_base && outcome.helpful.value_or(false);
}
bool tells_of_base(const Outcome& outcome) {
    return outcome.kind != OutcomeKind::answered_by_base || outcome.helpful.has_value();
}
bool tells_of_municipality(const Outcome& outcome) {
    return outcome.municipality && (outcome.kind == OutcomeKind::declined || outcome.helpful.has_value());
}

class Replay {
  public:
    Replay(const KnowledgeBase& base, const RecalibrateOptions& options)
        : base_(base), options_(options), now_(base.snapshot()) {}

    void run() {
        std::vector<const Outcome*> outcomes;
        for (const Outcome* outcome : now_.all<Outcome>()) {
            if (outcome->question && (tells_of_base(*outcome) || tells_of_municipality(*outcome)))
                outcomes.push_back(outcome);
        }
        std::stable_sort(outcomes.begin(), outcomes.end(),
                         [](const Outcome* a, const Outcome* b) { return a->asked < b->asked; });
        const std::size_t count = std::min(outcomes.size(), options_.most);
        std::vector<const Outcome*> chosen;
        std::vector<Date> days;
        for (std::size_t i = 0; i < count; ++i) {
            chosen.push_back(outcomes[i * outcomes.size() / count]);
            days.push_back(chosen.back()->asked);
        }
        days = days_to_look_back(days, most_days);
        for (std::size_t i = 0; i < count; ++i) {
            look_back(*chosen[i], days[i]);
            if (options_.progress && !options_.progress({"outcomes", i + 1, count}))
                throw InvalidInput({"recalibrate", "cancelled", "", "nothing was changed"});
        }
    }

    std::vector<Said> answers, knowers;

  private:
    // Certain ones teach nothing.
    static void say(std::vector<Said>& said, double confidence, bool happened) {
        if (confidence > 0.0 && confidence < 1.0)
            said.push_back({std::log(confidence) - std::log1p(-confidence), happened});
    }

    // Puts the question to what was known at the end of the day.
    void look_back(const Outcome& outcome, Date before) {
        const auto pair = now_.pair(*outcome.question);
        if (!pair) return;
        if (!then_ || then_->today() != before) {
            SnapshotOptions past;
            past.as_of = before;
            then_ = base_.snapshot(past);
        }
        AskOptions ask;
        ask.text = pair->question.title + "\n" + pair->question.text;
        if (outcome.asked_by && then_->number_of(*outcome.asked_by) >= 0) ask.asked_by = outcome.asked_by;
        const Asked asked = look_up(*then_, ask);
        if (asked.understood.empty()) return;
        const double sure = confidence(asked.ranked, now_.options().confidence);
        if (tells_of_base(outcome)) say(answers, sure, base_helped(outcome));
        if (!tells_of_municipality(outcome)) return;
        const int number = then_->number_of(*outcome.municipality);
        const KnowerCandidates found = find_candidates(*then_, asked.question());
        for (const KnowerCandidate& candidate : found.list) {
            if (candidate.municipality == number)
                say(knowers, knows(now_.options(), found, candidate, sure), outcome.helpful.value_or(false));
        }
    }

    const KnowledgeBase& base_;
    const RecalibrateOptions& options_;
    const Snapshot now_;
    std::optional<Snapshot> then_;
};

std::optional<Recalibration> learn(const std::vector<Said>& said, std::size_t least) {
    constexpr std::size_t folds = 5;
    Recalibration result;
    result.outcomes = said.size();
    std::size_t happened = 0;
    for (const Said& one : said) {
        happened += one.happened ? 1 : 0;
        result.said += logistic(one.log_odds);
    }
    if (said.size() < least || happened == 0 || happened == said.size()) return std::nullopt;
    const auto count = static_cast<double>(said.size());
    result.said /= count;
    result.happened = static_cast<double>(happened) / count;
    result.loss_before = log_loss(said);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<Said> seen, unseen;
        for (std::size_t i = 0; i < said.size(); ++i)
            (i % folds == fold ? unseen : seen).push_back(said[i]);
        result.loss_after += log_loss(unseen, fit_platt(seen)) * static_cast<double>(unseen.size()) / count;
    }
    const PlattScaling scaling = fit_platt(said);
    result.slope = scaling.slope;
    result.constant = scaling.constant;
    return result;
}

// Linear log-odds under the scaling: every coefficient times the slope, and the constant moved.
void scale(std::initializer_list<double*> coefficients, double& constant, const Recalibration& by) {
    constexpr double most = 100.0;  // of a parameter
    for (double* coefficient : coefficients)
        *coefficient = std::clamp(*coefficient * by.slope, -most, most);
    constant = std::clamp(constant * by.slope + by.constant, -most, most);
}

}  // namespace

Recalibrated recalibrate(const KnowledgeBase& base, const RecalibrateOptions& options) {
    check(options);
    Replay replay(base, options);
    replay.run();
    Recalibrated result{base.options(), learn(replay.answers, options.least),
                        learn(replay.knowers, options.least)};
    if (!result.answers && !result.knowers) {
        throw InvalidInput({"recalibrate",
                            "what became of " + std::to_string(replay.answers.size()) +
                                " stored questions is known, of " + std::to_string(replay.knowers.size()) +
                                " what came of asking a municipality",
                            "at least " + std::to_string(options.least) + " of one of these, not all alike",
                            "record more outcomes first; the confidence stays as it is"});
    }
    ConfidenceOptions& c = result.options.confidence;
    if (result.answers) scale({&c.similarity, &c.lead, &c.known, &c.topic}, c.constant, *result.answers);
    if (result.knowers) scale({&c.knows_evidence, &c.knows_score}, c.knows_constant, *result.knowers);
    return result;
}

}  // namespace m150::inline v0
