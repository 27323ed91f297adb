#include "libm150/match/outcome_figures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "libm150/match/inputs.hpp"
#include "libm150/match/outcomes.hpp"

namespace m150::inline v0 {

namespace {

struct Case {
    Date asked;
    std::vector<Id<Topic>> topics;
    const Outcome* answered = nullptr;  // null: it was not
    bool waiting = false;               // not answered, and somebody who was asked may still do so
    bool declined = false;
    bool told = false;           // of something, whether it helped
    bool helped = false;         // something did
    bool base_helped = false;    // an answer of the base did
    std::optional<double> said;  // what confidence the base had said
};

// Of a day: first the base, then those passed on.
bool earlier(const Outcome& a, const Outcome& b) {
    return std::tie(a.date, a.kind, a.id) < std::tie(b.date, b.kind, b.id);
}

// What shows first that the claim answered; null: nothing does. An answer of the base is one until somebody
// says otherwise, a municipality that took a question up when that helped.
const Outcome* answer_in(const OutcomeClaim& claim) {
    if (claim.by_base()) return claim.verdict() == nullptr || claim.helped() ? claim.told.front() : nullptr;
    if (!claim.helped()) return nullptr;
    const auto first = std::find_if(claim.told.begin(), claim.told.end(), [](const Outcome* outcome) {
        return said_to_help(*outcome).value_or(false);
    });
    return *first;
}

Case case_of(const Snapshot& now, const std::vector<const Outcome*>& outcomes) {
    Case one;
    one.asked = outcomes.front()->asked;
    std::set<Id<Topic>> topics;
    const Outcome* nobody = nullptr;  // the last that says so
    const Outcome* told_said = nullptr;
    for (const Outcome* outcome : outcomes) {
        one.asked = std::min(one.asked, outcome->asked);
        one.declined = one.declined || outcome->kind == OutcomeKind::declined;
        one.told = one.told || outcome->helpful.has_value();
        const std::vector<Id<Topic>> about = topics_of(now, *outcome);
        topics.insert(about.begin(), about.end());
        if (outcome->kind == OutcomeKind::no_answer && (nobody == nullptr || earlier(*nobody, *outcome)))
            nobody = outcome;
        if (outcome->confidence && (told_said == nullptr || earlier(*outcome, *told_said)))
            told_said = outcome;
    }
    for (const OutcomeClaim& claim : claims_of(now, outcomes)) {
        one.helped = one.helped || claim.helped();
        one.base_helped = one.base_helped || (claim.by_base() && claim.helped());
        const Outcome* answer = answer_in(claim);
        if (answer != nullptr && (one.answered == nullptr || earlier(*answer, *one.answered)))
            one.answered = answer;
        const Outcome& last = *claim.told.back();
        if (claim.by_base() || said_to_help(last)) continue;
        one.waiting = one.waiting || nobody == nullptr || nobody->date < last.date;
    }
    one.waiting = one.waiting && one.answered == nullptr;
    if (told_said != nullptr) one.said = told_said->confidence;
    one.topics.assign(topics.begin(), topics.end());
    return one;
}

bool asked_within(const Snapshot& now, const Outcome& outcome, const Id<Network>& network) {
    const int asker = outcome.asked_by ? now.number_of(*outcome.asked_by) : -1;
    return asker >= 0 && now.is_member(now.municipality(asker).id, network);
}

std::vector<Case> cases_of(const Snapshot& now, const OutcomeFiguresOptions& options) {
    std::map<std::string, std::vector<const Outcome*>> by_question;
    std::vector<std::vector<const Outcome*>> groups;
    for (const Outcome* outcome : now.all<Outcome>()) {
        if (options.network && !asked_within(now, *outcome, *options.network)) continue;
        if (outcome->question) {
            by_question[outcome->question->str()].push_back(outcome);
        } else {
            groups.push_back({outcome});
        }
    }
    for (auto& [question, outcomes] : by_question)
        groups.push_back(std::move(outcomes));
    std::vector<Case> cases;
    for (const auto& group : groups) {
        Case one = case_of(now, group);
        if (!options.since || one.asked >= *options.since) cases.push_back(std::move(one));
    }
    return cases;
}

Date period_of(Date day, FiguresBy by) {
    const int months = by == FiguresBy::year ? 12 : by == FiguresBy::quarter ? 3 : 1;
    return Date(day.year(), (day.month() - 1) / months * months + 1, 1);
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

OutcomeCounts count(const std::vector<const Case*>& cases) {
    OutcomeCounts counts;
    std::vector<double> days, by_base;
    for (const Case* one : cases) {
        ++counts.cases;
        counts.declined += one->declined ? 1 : 0;
        counts.told += one->told ? 1 : 0;
        counts.told_helpful += one->helped ? 1 : 0;
        if (one->answered == nullptr) {
            ++(one->waiting ? counts.waiting : counts.unanswered);
            continue;
        }
        const Outcome& outcome = *one->answered;
        days.push_back(days_between(one->asked, outcome.date));
        if (outcome.kind == OutcomeKind::answered_by_base) {
            ++counts.by_base;
            by_base.push_back(days.back());
        } else {
            ++(outcome.kind == OutcomeKind::passed_on ? counts.passed_on : counts.contacted);
        }
    }
    counts.median_days = median(std::move(days));
    counts.median_days_by_base = median(std::move(by_base));
    return counts;
}

}  // namespace

OutcomeFigures outcome_figures(const Snapshot& now, const OutcomeFiguresOptions& options) {
    Inputs inputs(now, "outcome_figures");
    inputs.known(options.network);
    inputs.require(!options.since || *options.since <= now.today(), "since",
                   "is " + (options.since ? options.since->str() : "") + ", after today",
                   "a day up to " + now.today().str());
    inputs.throw_if_any();

    const std::vector<Case> cases = cases_of(now, options);
    // No topic, and no date, sorts before each: all of them.
    std::map<std::pair<std::optional<Id<Topic>>, std::optional<Date>>, std::vector<const Case*>> rows;
    for (const Case& one : cases) {
        std::vector<std::optional<Id<Topic>>> topics{std::nullopt};
        topics.insert(topics.end(), one.topics.begin(), one.topics.end());
        for (const auto& topic : topics) {
            rows[{topic, std::nullopt}].push_back(&one);
            rows[{topic, period_of(one.asked, options.by)}].push_back(&one);
        }
    }
    OutcomeFigures figures;
    for (const auto& [key, list] : rows)
        figures.rows.push_back({key.first, key.second, count(list)});
    double helped = 0.0;
    for (const Case& one : cases) {
        if (!one.said) continue;
        ++figures.said;
        figures.said_mean += *one.said;
        helped += one.base_helped ? 1 : 0;
    }
    if (figures.said > 0) {
        figures.said_mean /= figures.said;
        figures.helped_part = helped / figures.said;
    }
    return figures;
}

}  // namespace m150::inline v0
