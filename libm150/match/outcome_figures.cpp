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
    bool declined = false;
    bool told = false;    // of something, whether it helped
    bool helped = false;  // something did
};

bool answers(const Outcome& outcome) {
    return outcome.kind != OutcomeKind::declined && outcome.kind != OutcomeKind::no_answer &&
           outcome.helpful.value_or(true);
}

Case case_of(const Snapshot& now, const std::vector<const Outcome*>& outcomes) {
    Case one;
    one.asked = outcomes.front()->asked;
    std::set<Id<Topic>> topics;
    for (const Outcome* outcome : outcomes) {
        one.asked = std::min(one.asked, outcome->asked);
        one.declined = one.declined || outcome->kind == OutcomeKind::declined;
        one.told = one.told || outcome->helpful.has_value();
        one.helped = one.helped || outcome->helpful.value_or(false);
        const std::vector<Id<Topic>> about = topics_of(now, *outcome);
        topics.insert(about.begin(), about.end());
        if (!answers(*outcome)) continue;
        const auto key = [](const Outcome& o) { return std::tuple(o.date, o.kind, o.id); };
        if (one.answered == nullptr || key(*outcome) < key(*one.answered)) one.answered = outcome;
    }
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
            ++counts.unanswered;
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

std::vector<Id<Topic>> topics_of(const Snapshot& now, const Outcome& outcome) {
    if (!outcome.topics.empty()) return outcome.topics;
    std::vector<Id<Topic>> found;
    for (const auto& question : {outcome.question, outcome.pair}) {
        if (!found.empty() || !question) continue;
        now.visit_question(*question, [&](const auto&, const auto&, Date, const auto& topics, const auto&) {
            found = topics;
        });
    }
    return found;
}

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
    for (const Outcome* outcome : now.all<Outcome>()) {
        if (!outcome->confidence) continue;
        ++figures.said;
        figures.said_mean += *outcome->confidence;
        helped += outcome->kind == OutcomeKind::answered_by_base && outcome->helpful.value_or(false) ? 1 : 0;
    }
    if (figures.said > 0) {
        figures.said_mean /= figures.said;
        figures.helped_part = helped / figures.said;
    }
    return figures;
}

}  // namespace m150::inline v0
