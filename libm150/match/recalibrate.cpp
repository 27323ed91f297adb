#include "libm150/match/recalibrate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "libm150/match/asked.hpp"
#include "libm150/match/confidence.hpp"
#include "libm150/match/knowers.hpp"
#include "libm150/match/outcomes.hpp"
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

// What became of one stored question: all that was told of it.
struct Told {
    Id<Question> question;
    std::vector<const Outcome*> outcomes;
    Date asked;
    std::optional<Id<Municipality>> asked_by;
};

// What was said, and of which question: those of one question are no experience apart from each other.
struct Lesson {
    Said said;
    std::size_t question = 0;
};

bool tells_of_base(const Outcome& outcome) {
    return outcome.kind != OutcomeKind::answered_by_base || outcome.helpful.has_value();
}

// In the order in which they were asked, ties by id.
std::vector<Told> told_of(const Snapshot& now) {
    std::map<Id<Question>, Told> by_question;
    for (const Outcome* outcome : now.all<Outcome>()) {
        if (!outcome->question) continue;
        Told& told = by_question[*outcome->question];
        if (told.outcomes.empty() || outcome->asked < told.asked) told.asked = outcome->asked;
        if (!told.asked_by) told.asked_by = outcome->asked_by;
        told.outcomes.push_back(outcome);
    }
    std::vector<Told> all;
    for (auto& [question, told] : by_question) {
        const bool teaches = std::any_of(told.outcomes.begin(), told.outcomes.end(),
                                         [](const Outcome* one) { return tells_of_base(*one); });
        if (!teaches) continue;
        told.question = question;
        all.push_back(std::move(told));
    }
    std::stable_sort(all.begin(), all.end(), [](const Told& a, const Told& b) { return a.asked < b.asked; });
    return all;
}

class Replay {
  public:
    Replay(const KnowledgeBase& base, const RecalibrateOptions& options)
        : base_(base), options_(options), now_(base.snapshot()) {}

    void run() {
        const std::vector<Told> told = told_of(now_);
        const std::size_t count = std::min(told.size(), options_.most);
        std::vector<const Told*> chosen;
        std::vector<Date> days;
        for (std::size_t i = 0; i < count; ++i) {
            chosen.push_back(&told[i * told.size() / count]);
            days.push_back(chosen.back()->asked);
        }
        days = days_to_look_back(days, most_days);
        for (std::size_t i = 0; i < count; ++i) {
            look_back(*chosen[i], days[i], i);
            if (options_.progress && !options_.progress({"questions", i + 1, count}))
                throw InvalidInput({"recalibrate", "cancelled", "", "nothing was changed"});
        }
    }

    std::vector<Lesson> answers, knowers;

  private:
    // Certain ones teach nothing.
    static void say(std::vector<Lesson>& lessons, double confidence, bool happened, std::size_t question) {
        if (confidence > 0.0 && confidence < 1.0)
            lessons.push_back({{std::log(confidence) - std::log1p(-confidence), happened}, question});
    }

    // What was known at the end of the day: one snapshot for all questions that are put to it.
    const Snapshot& known_on(Date day) {
        if (!then_ || then_->today() != day) {
            SnapshotOptions past;
            past.as_of = day;
            then_ = base_.snapshot(past);
        }
        return *then_;
    }

    // Puts the question to that once, for all that was told of it.
    void look_back(const Told& told, Date before, std::size_t question) {
        const auto pair = now_.pair(told.question);
        if (!pair) return;
        const Snapshot& then = known_on(before);
        AskOptions ask;
        ask.text = pair->question.title + "\n" + pair->question.text;
        if (told.asked_by && then.number_of(*told.asked_by) >= 0) ask.asked_by = told.asked_by;
        const Asked asked = look_up(then, ask);
        if (asked.understood.empty()) return;
        const double sure = confidence(asked.ranked, now_.options().confidence);
        const std::vector<OutcomeClaim> claims = claims_of(now_, told.outcomes);
        const bool base_helped = std::any_of(claims.begin(), claims.end(), [](const OutcomeClaim& claim) {
            return claim.by_base() && claim.helped();
        });
        say(answers, sure, base_helped, question);

        std::map<int, bool> helped;  // by its number then
        for (const OutcomeClaim& claim : claims) {
            if (claim.by_base() || claim.verdict() == nullptr) continue;
            helped[then.number_of(*claim.verdict()->municipality)] = claim.helped();
        }
        if (helped.empty()) return;
        const KnowerCandidates found = find_candidates(then, asked.question());
        for (const KnowerCandidate& candidate : found.list) {
            const auto one = helped.find(candidate.municipality);
            if (one != helped.end())
                say(knowers, knows(now_.options(), found, candidate, sure), one->second, question);
        }
    }

    const KnowledgeBase& base_;
    const RecalibrateOptions& options_;
    const Snapshot now_;
    std::optional<Snapshot> then_;
};

// The loss when each is as likely as those seen, by the rule of succession: never quite certain.
double loss_of_constant(const std::vector<Said>& unseen, const std::vector<Said>& seen) {
    const auto happened = static_cast<double>(
        std::count_if(seen.begin(), seen.end(), [](const Said& one) { return one.happened; }));
    const auto did_not = static_cast<double>(seen.size()) - happened;
    return log_loss(unseen, {0.0, std::log((happened + 1.0) / (did_not + 1.0))});
}

std::optional<Recalibration> learn(const std::vector<Lesson>& lessons, std::size_t least) {
    constexpr std::size_t folds = 5;
    std::vector<Said> said;
    std::vector<std::size_t> fold;  // of each: all of one question in one
    std::size_t questions = 0;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        if (i > 0 && lessons[i].question != lessons[i - 1].question) ++questions;
        said.push_back(lessons[i].said);
        fold.push_back(questions % folds);
    }
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
    for (std::size_t part = 0; part < folds; ++part) {
        std::vector<Said> seen, unseen;
        for (std::size_t i = 0; i < said.size(); ++i)
            (fold[i] == part ? unseen : seen).push_back(said[i]);
        const double share = static_cast<double>(unseen.size()) / count;
        result.loss_after += log_loss(unseen, fit_platt(seen)) * share;
        result.loss_constant += loss_of_constant(unseen, seen) * share;
    }
    const PlattScaling scaling = fit_platt(said);
    result.better = result.loss_after < std::min(result.loss_before, std::numbers::ln2) &&
                    scaling.slope >= recalibration_least_slope;
    if (!result.better) return result;
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
                                " stored questions is known, and " + std::to_string(replay.knowers.size()) +
                                " times what came of asking a municipality",
                            "at least " + std::to_string(options.least) + " of one of these, not all alike",
                            "record more outcomes first; the confidence stays as it is"});
    }
    ConfidenceOptions& c = result.options.confidence;
    if (result.answers && result.answers->better)
        scale({&c.similarity, &c.lead, &c.known, &c.topic}, c.constant, *result.answers);
    if (result.knowers && result.knowers->better)
        scale({&c.knows_evidence, &c.knows_score}, c.knows_constant, *result.knowers);
    return result;
}

}  // namespace m150::inline v0
