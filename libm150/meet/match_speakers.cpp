#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/meet/candidates.hpp"
#include "libm150/meet/programme_greedy.hpp"
#include "libm150/meet/programme_rules.hpp"
#include "libm150/meet/programme_solve.hpp"
#include "libm150/meet/speaker_checks.hpp"
#include "libm150/meet/speakers.hpp"

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

class Writer {
  public:
    Writer(const MatchSpeakersOptions& options, const Candidates& candidates)
        : options_(options), candidates_(candidates), model_(model_of(options, candidates, ModelUse::plan)) {
        choices_of_item_.resize(options.agenda.size());
        choices_of_person_.resize(candidates.persons.size());
        for (std::size_t c = 0; c < model_.pairs.size(); ++c) {
            choices_of_item_[at(pair(c).item)].push_back(c);
            choices_of_person_[at(pair(c).person)].push_back(c);
        }
    }

    Programme write() {
        solve();
        programme_.notices = candidates_.notices;
        list_alternates();
        price_locks();
        if (!programme_.proved) {
            programme_.notices.push_back({"programme-limit", 0.0, {}, {}});
        } else if (!programme_.complete && !advise()) {
            programme_.notices.push_back({"advice-limit", 0.0, {}, {}});
        }
        return std::move(programme_);
    }

  private:
    const SpeakerPair& pair(std::size_t choice) const { return candidates_.pairs[at(model_.pairs[choice])]; }

    Slot slot_of(std::size_t choice) const {
        const Person& person = candidates_.persons[at(pair(choice).person)];
        return {person.id, pair(choice).fit, pair(choice).reasons, person.municipality};
    }

    // Who speaks where, and how good that is; no more.
    void solve() {
        ProgrammeOutcome outcome = solve_programme(options_, candidates_, model_);
        chosen_ = std::move(outcome.chosen);
        chosen_.resize(model_.problem.weights.size());
        for (std::size_t p = 0; p < model_.used.size(); ++p)
            update_used(static_cast<int>(p));
        programme_.complete = outcome.unfilled.empty();
        programme_.unfilled = std::move(outcome.unfilled);
        programme_.objective = outcome.objective;
        programme_.upper_bound = outcome.upper_bound;
        programme_.proved = outcome.proved;
        list_speakers();
        find_worst();
        programme_.worst_bound = std::max(programme_.worst, outcome.worst_bound);
    }

    void list_speakers() {
        for (std::size_t i = 0; i < options_.agenda.size(); ++i) {
            std::vector<std::size_t>& choices = choices_of_item_[i];  // best first; ties by the speaker's id
            std::sort(choices.begin(), choices.end(), [&](std::size_t a, std::size_t b) {
                if (pair(a).fit != pair(b).fit) return pair(a).fit > pair(b).fit;
                return candidates_.persons[at(pair(a).person)].id <
                       candidates_.persons[at(pair(b).person)].id;
            });
            const AgendaItem& agenda = options_.agenda[i];
            ProgrammeItem item{agenda.id, {}, {}, 0, 0.0};
            for (const std::size_t choice : choices) {
                if (!chosen_[choice]) continue;
                item.speakers.push_back(slot_of(choice));
                item.served += item.speakers.back().fit;
            }
            item.served /= std::max(1, agenda.speakers_at_least);
            item.missing = std::max(0, agenda.speakers_at_least - static_cast<int>(item.speakers.size()));
            programme_.items.push_back(std::move(item));
        }
    }

    void list_alternates() {
        const std::int64_t allowed = broken();
        for (std::size_t i = 0; i < options_.agenda.size(); ++i) {
            for (const std::size_t choice : choices_of_item_[i]) {
                if (programme_.items[i].alternates.size() == options_.alternates) break;
                if (!chosen_[choice] && can_step_in(choice, choices_of_item_[i], allowed))
                    programme_.items[i].alternates.push_back(slot_of(choice));
            }
        }
    }

    // Whether she can come in the place of somebody in the item, or in an empty place.
    bool can_step_in(std::size_t comes, const std::vector<std::size_t>& choices, std::int64_t allowed) {
        set(comes, true);
        bool good = broken() <= allowed;
        for (std::size_t k = 0; k < choices.size() && !good; ++k) {
            const std::size_t leaves = choices[k];
            if (leaves == comes || !chosen_[leaves]) continue;
            set(leaves, false);
            good = broken() <= allowed;
            set(leaves, true);
        }
        set(comes, false);
        return good;
    }

    void set(std::size_t choice, bool in) {
        chosen_[choice] = in;
        update_used(pair(choice).person);
    }

    void update_used(int person) {
        const int used = model_.used[at(person)];
        if (used < 0) return;
        const auto& choices = choices_of_person_[at(person)];
        chosen_[at(used)] =
            std::any_of(choices.begin(), choices.end(), [&](std::size_t c) { return chosen_[c]; });
    }

    // By how much minimums are missed, locks and promises to speakers left aside: an alternate stands in for
    // somebody who cannot keep hers. A rule that must hold and does not is worse than anything.
    std::int64_t broken() const {
        std::int64_t sum = 0;
        for (std::size_t r = 0; r < model_.problem.rules.size(); ++r) {
            const RuleKind kind = model_.notes[r].kind;
            if (kind == RuleKind::lock || kind == RuleKind::keep || kind == RuleKind::promise) continue;
            const ChoiceRule& rule = model_.problem.rules[r];
            std::int64_t count = 0;
            for (const ChoiceTerm& term : rule.terms)
                count += chosen_[at(term.choice)] ? term.factor : 0;
            const std::int64_t by = missed(rule, count);
            if (by > 0 && rule.price == 0) return std::numeric_limits<std::int64_t>::max();
            sum += by;
        }
        return sum;
    }

    void find_worst() {
        for (std::size_t i = 0; i < programme_.items.size(); ++i) {
            const ProgrammeItem& item = programme_.items[i];
            if (choices_of_item_[i].empty() || options_.agenda[i].speakers_at_least == 0) continue;
            if (!programme_.worst_item.empty() && item.served >= programme_.worst) continue;
            programme_.worst_item = item.item;
            programme_.worst = item.served;
        }
    }

    void price_locks() {
        for (std::size_t l = 0; l < options_.locks.size(); ++l) {
            LockPrice price{options_.locks[l], true, 0.0, 0.0};
            const auto broken_lock = std::find_if(
                programme_.unfilled.begin(), programme_.unfilled.end(), [&](const Unfilled& unfilled) {
                    return unfilled.what == "lock" && unfilled.id == price.lock.item &&
                           unfilled.speakers.front() == price.lock.speaker.str();
                });
            price.kept = broken_lock == programme_.unfilled.end();
            if (price.kept) {
                MatchSpeakersOptions without = options_;
                without.locks.erase(without.locks.begin() + static_cast<std::ptrdiff_t>(l));
                std::erase(without.keep, price.lock);  // it stays for being locked, not for having been there
                Writer other(without, candidates_);
                other.solve();
                price.price = other.programme_.objective - programme_.objective;
                price.worst_price = other.programme_.worst - programme_.worst;
            }
            programme_.locks.push_back(std::move(price));
        }
    }

    // Which rules contradict each other, and on which it is cheapest to give way. False, and nothing said,
    // when a limit was reached before that was known.
    bool advise() {
        ProgrammeModel advice = model_of(options_, candidates_, ModelUse::advice);
        std::fill(advice.problem.weights.begin(), advice.problem.weights.end(), 0.0);
        const Choice cheapest = solve_choice(advice.problem, options_.solver);
        if (!cheapest.proved) return false;
        Conflict conflict;
        try {
            conflict = find_conflict(advice.problem, options_.solver);
        } catch (const InvalidInput& wrong) {
            if (wrong.problems().front().where != "limits") throw;  // cancelled
            return false;
        }
        if (!conflict.smallest) programme_.notices.push_back({"advice-not-smallest", 0.0, {}, {}});
        for (const std::size_t rule : conflict.rules)
            programme_.contradiction.push_back(advice.notes[rule].rule);
        for (const Breach& breach : cheapest.breaches) {
            Reason reason = relaxation_of(advice.notes[breach.rule], breach.by);
            reason.share = -static_cast<double>(advice.problem.rules[breach.rule].price) * breach.by;
            programme_.relaxation.push_back(std::move(reason));
        }
        return true;
    }

    const MatchSpeakersOptions& options_;
    const Candidates& candidates_;
    ProgrammeModel model_;
    std::vector<std::vector<std::size_t>> choices_of_item_, choices_of_person_;
    std::vector<bool> chosen_;
    Programme programme_;
};

}  // namespace

Programme match_speakers(const Snapshot& now, const MatchSpeakersOptions& options) {
    std::vector<Reason> merged;
    const MatchSpeakersOptions today = as_of_today(now, options, merged);
    check_options(now, today);
    Candidates candidates = find_candidates(now, today);
    candidates.notices.insert(candidates.notices.begin(), merged.begin(), merged.end());
    return Writer(today, candidates).write();
}

}  // namespace m150::inline v0
