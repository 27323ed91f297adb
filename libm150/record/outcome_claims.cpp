#include "libm150/record/outcome_claims.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

namespace m150::inline v0 {

std::optional<bool> said_to_help(const Outcome& outcome) {
    if (outcome.kind == OutcomeKind::no_answer) return std::nullopt;
    if (outcome.kind == OutcomeKind::declined) return false;
    return outcome.helpful;
}

std::string contradiction(const Outcome& told, const Outcome& before) {
    if (!told.question || told.question != before.question) return {};
    const auto helped = [](const Outcome& outcome) { return said_to_help(outcome).value_or(false); };
    const auto nobody_though_helped = [&](const Outcome& nobody, const Outcome& other) {
        return nobody.kind == OutcomeKind::no_answer && helped(other) && other.date <= nobody.date;
    };
    if (nobody_though_helped(told, before)) return "says that it was helped by " + before.date.str();
    if (nobody_though_helped(before, told)) return "says that nobody had answered it by " + before.date.str();
    const bool same = told.municipality == before.municipality && told.pair == before.pair;
    const std::optional<bool> now = said_to_help(told), then = said_to_help(before);
    if (!same || !now || !then || *now == *then) return {};
    if (before.kind == OutcomeKind::declined) return "says that " + before.municipality->str() + " declined";
    return std::string("says that it did ") + (*then ? "" : "not ") + "help";
}

const Outcome* OutcomeClaim::verdict() const {
    const auto last = std::find_if(told.rbegin(), told.rend(),
                                   [](const Outcome* one) { return said_to_help(*one).has_value(); });
    return last == told.rend() ? nullptr : *last;
}

bool OutcomeClaim::helped() const {
    const Outcome* last = verdict();
    return last != nullptr && said_to_help(*last).value_or(false);
}

std::vector<OutcomeClaim> claims_of(std::vector<const Outcome*> outcomes, const WhoToday& today) {
    std::sort(outcomes.begin(), outcomes.end(), [](const Outcome* a, const Outcome* b) {
        const bool a_says = said_to_help(*a).has_value(), b_says = said_to_help(*b).has_value();
        return std::tie(a->date, a_says, a->kind, a->id) < std::tie(b->date, b_says, b->kind, b->id);
    });
    std::vector<OutcomeClaim> claims;
    std::map<std::tuple<std::string, int, std::string>, std::size_t> place;
    for (const Outcome* outcome : outcomes) {
        if (outcome->kind == OutcomeKind::no_answer) continue;
        std::size_t at = claims.size();
        if (outcome->question) {
            const int who = outcome->municipality ? today(*outcome->municipality) : -1;
            std::string what = outcome->pair ? "pair " + outcome->pair->str() : "";
            if (outcome->municipality && who < 0) what = outcome->municipality->str();
            at = place.try_emplace({outcome->question->str(), who, std::move(what)}, at).first->second;
        }
        if (at == claims.size()) claims.emplace_back();
        claims[at].told.push_back(outcome);
    }
    return claims;
}

namespace {

bool says_the_same(const Outcome& verdict, const Contact& contact) {
    if (contact.outcome == ContactOutcome::declined) return verdict.kind == OutcomeKind::declined;
    return contact.outcome == ContactOutcome::helpful && said_to_help(verdict).value_or(false);
}

bool in_its_days(const OutcomeClaim& claim, Date day) {
    const Date first = std::min(claim.first().asked, claim.first().date.plus_days(-told_within));
    return first <= day && day <= claim.told.back()->date.plus_days(told_within);
}

bool share_a_topic(const std::vector<Id<Topic>>& a, const std::vector<Id<Topic>>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Id<Topic>& topic) {
        return std::find(b.begin(), b.end(), topic) != b.end();
    });
}

}  // namespace

std::set<Id<Contact>> told_by(const std::vector<OutcomeClaim>& claims,
                              const std::vector<const Contact*>& contacts, const WhoToday& today,
                              const std::function<std::vector<Id<Topic>>(const Outcome&)>& topics_of) {
    std::map<std::pair<int, int>, std::vector<const Contact*>> between;  // who asked and who was asked
    for (const Contact* contact : contacts)
        between[{today(contact->from), today(contact->to)}].push_back(contact);
    std::set<Id<Contact>> told;
    for (const OutcomeClaim& claim : claims) {
        const Outcome& first = claim.first();
        const Outcome* verdict = claim.verdict();
        if (verdict == nullptr || !first.asked_by || !first.municipality) continue;
        const auto found = between.find({today(*first.asked_by), today(*first.municipality)});
        if (found == between.end() || found->first.first < 0 || found->first.second < 0) continue;
        const std::vector<Id<Topic>> topics = topics_of(*verdict);
        const Contact* nearest = nullptr;
        const auto key = [&](const Contact& one) {
            return std::pair(std::abs(days_between(first.date, one.date)), one.id);
        };
        for (const Contact* one : found->second) {
            if (told.contains(one->id) || !says_the_same(*verdict, *one) || !in_its_days(claim, one->date))
                continue;
            if (!share_a_topic(topics, one->topics)) continue;
            if (nearest == nullptr || key(*one) < key(*nearest)) nearest = one;
        }
        if (nearest != nullptr) told.insert(nearest->id);
    }
    return told;
}

}  // namespace m150::inline v0
