#include "libm150/meet/agenda.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/meet/agenda_demand.hpp"
#include "libm150/meet/registered.hpp"
#include "libm150/meet/signals.hpp"
#include "libm150/solve/coverage.hpp"

namespace m150::inline v0 {

namespace {

// Parts of a reason below this fraction of the item's value are told together.
constexpr double kLeastTold = 0.04;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

std::string two_decimals(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", number);
    return text.data();
}

double effect_of(int minutes, const AgendaOptions& options) {
    return 1.0 - std::exp2(-minutes / options.half_minutes);
}

void check_numbers(Inputs& inputs, const AgendaOptions& o) {
    inputs.in_range("minutes", o.minutes, 0, 10'000);
    inputs.require(!o.lengths.empty() && o.lengths.size() <= 8, "lengths",
                   "are " + std::to_string(o.lengths.size()), "1 to 8 of them");
    for (const int length : o.lengths)
        inputs.in_range("lengths", length, 5, 1000);
    inputs.in_range("half_minutes", o.half_minutes, 1, 1000);
    inputs.in_range("most_topics", o.most_topics, 0, 100);
    inputs.in_range("parallel_sessions", o.parallel_sessions, 0, 20);
    inputs.in_range("parallel_minutes", o.parallel_minutes, 5, 1000);
    inputs.in_range("step", o.step, 0.001, 1000);
    inputs.in_range("second", o.second, 0, 1);
    inputs.in_range("third", o.third, 0, o.second);
    inputs.in_range("first_wish", o.first_wish, 0, 1);
    inputs.in_range("last_wish", o.last_wish, 0, 1);
    inputs.in_range("news", o.news, 0, 10);
    inputs.in_range("rest_meetings", o.rest_meetings, 0, 100);
    inputs.in_range("grown", o.grown, 1, 1000);
    inputs.in_range("others", static_cast<double>(o.others), 0, 10);
    inputs.in_range("differ_by", o.differ_by, 1, 100);
    inputs.in_range("solver.most_nodes", static_cast<double>(o.solver.most_nodes), 1, 9e18);
    inputs.in_range("solver.most_seconds", o.solver.most_seconds, 0, 1e9);
}

}  // namespace

void check_agenda(const Snapshot& now, const AgendaOptions& o) {
    Inputs inputs(now, "propose_agenda");
    check_numbers(inputs, o);
    inputs.known(std::optional(o.meeting.network));
    inputs.known(o.must, "must");
    for (const Registration& one : o.meeting.registrations)
        inputs.in_range("registrations.people", one.people, 1, 1000);
    std::set<Id<Topic>> near;
    for (const TreatedTopic& one : o.stay_near)
        inputs.require(near.insert(one.topic).second, "stay_near",
                       "has '" + excerpt(one.topic.str(), 60) + "' twice", "each topic once");
    inputs.known(o.never, "never");
    const std::set<Id<Topic>> must(o.must.begin(), o.must.end());
    for (const Id<Topic>& topic : o.never)
        inputs.require(must.count(topic) == 0, "must", "'" + topic.str() + "' is in never too",
                       "a topic in one of them", "decide");
    const int shortest = o.lengths.empty() ? 1 : *std::min_element(o.lengths.begin(), o.lengths.end());
    const int fit = std::max(0, o.minutes) / std::max(1, shortest) + std::clamp(o.parallel_sessions, 0, 20);
    inputs.require(static_cast<int>(must.size()) <= std::min(o.most_topics, fit), "must",
                   "has " + std::to_string(must.size()) + " topics",
                   "at most " + std::to_string(std::min(o.most_topics, fit)) + ", which is what fits",
                   "allow more topics or minutes, or shorter items");
    inputs.throw_if_any();
}

namespace {

class Proposer {
  public:
    Proposer(const Snapshot& now, const AgendaOptions& options) : now_(now), options_(options) {
        AgendaDemand demand = demand_of(now, options);
        participants_ = std::move(demand.participants);
        demands_ = std::move(demand.demands);
        proposal_.notices = std::move(demand.notices);
        rest();
        formulate();
    }

    AgendaProposal propose() {
        proposal_.participants = static_cast<int>(participants_.size());
        proposal_.best = options_.stay_near.empty() ? solve() : solve_near();
        find_unserved();
        for (std::size_t i = 0; i < options_.others; ++i) {
            const std::optional<ProposedAgenda> other = solve_unlike();
            if (!other) break;
            proposal_.others.push_back(*other);
        }
        notices();
        return std::move(proposal_);
    }

  private:
    // Whether those who come now have had what was treated there: it was national, or half of them were on
    // its list.
    bool was_for_them(const Meeting& meeting) const {
        if (meeting.kind == MeetingKind::national) return true;
        std::vector<Reason> unsaid;
        std::set<int> there;
        for (const auto& [municipality, all] : registered(now_, meeting, unsaid))
            there.insert(now_.number_of(municipality));
        const auto both = std::count_if(participants_.begin(), participants_.end(),
                                        [&](const Participant& one) { return there.count(one.number) > 0; });
        return 2 * static_cast<std::size_t>(both) >= participants_.size();
    }

    // Topics of the last meetings, and whether questions on them have grown since.
    void rest() {
        std::vector<const Meeting*> earlier;
        for (const Meeting* meeting : now_.all<Meeting>()) {
            if (meeting->network == options_.meeting.network && meeting->date < options_.meeting.date &&
                meeting->id != options_.meeting.id && was_for_them(*meeting))
                earlier.push_back(meeting);
        }
        std::stable_sort(earlier.begin(), earlier.end(),
                         [](const Meeting* a, const Meeting* b) { return a->date > b->date; });
        if (earlier.size() > at(options_.rest_meetings)) earlier.resize(at(options_.rest_meetings));
        const auto questions = questions_of(now_, members_of(now_, std::optional(options_.meeting.network)));
        std::map<std::string, RestingTopic> resting;
        for (const Meeting* meeting : earlier) {
            for (const AgendaItem& item : meeting->agenda) {
                for (const Id<Topic>& topic : item.topics)
                    resting.try_emplace(topic.str(),
                                        RestingTopic{topic, meeting->id, meeting->date, 0, 0, false});
            }
        }
        for (auto& [id, topic] : resting) {
            const int number = now_.number_of(topic.topic);
            if (number < 0) continue;
            const int days = std::max(0, days_between(topic.date, now_.today()));
            topic.questions = count_between(questions, number, topic.date.plus_days(1), now_.today());
            topic.before = count_between(questions, number, topic.date.plus_days(1 - days), topic.date);
            topic.returns = topic.questions + 1 >= options_.grown * (topic.before + 1);
            proposal_.resting.push_back(topic);
        }
    }

    void formulate() {
        problem_.subjects = now_.graph().topics();
        for (std::size_t p = 0; p < participants_.size(); ++p) {
            problem_.seats.push_back(std::max(1, participants_[p].people));
            for (int topic = 0; topic < problem_.subjects; ++topic) {
                if (demands_[p][at(topic)] > 0)
                    problem_.needs.push_back({static_cast<int>(p), topic, demands_[p][at(topic)]});
            }
        }
        lengths_ = options_.lengths;
        std::sort(lengths_.begin(), lengths_.end());
        lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
        for (const int minutes : lengths_)
            problem_.lengths.push_back({minutes, effect_of(minutes, options_)});
        problem_.budget = options_.minutes;
        problem_.most_subjects = options_.most_topics;
        problem_.most_apart = options_.parallel_sessions;
        problem_.apart_effect = effect_of(options_.parallel_minutes, options_);
        problem_.steps = {{options_.step, 1.0}, {options_.step, options_.second}};
        if (options_.third > 0) problem_.steps.push_back({1e6, options_.third});
        wishes();
        problem_.differ_by = options_.differ_by;
    }

    void wishes() {
        problem_.wishes.assign(at(problem_.subjects), CoverageWish::may);
        const auto set = [&](const Id<Topic>& topic, CoverageWish wish) {
            const int number = now_.number_of(topic);
            if (number >= 0) problem_.wishes[at(number)] = wish;
        };
        for (const RestingTopic& topic : proposal_.resting) {
            if (!topic.returns) set(topic.topic, CoverageWish::never);
        }
        for (const Id<Topic>& topic : options_.never)
            set(topic, CoverageWish::never);
        for (const Id<Topic>& topic : options_.must)
            set(topic, CoverageWish::must);
        // Nothing is gained by a topic that nobody needs, and it would make one of several equal agendas.
        std::vector<bool> needed(at(problem_.subjects));
        for (const CoverageNeed& need : problem_.needs)
            needed[at(need.subject)] = true;
        for (int topic = 0; topic < problem_.subjects; ++topic) {
            if (!needed[at(topic)] && problem_.wishes[at(topic)] == CoverageWish::may)
                problem_.wishes[at(topic)] = CoverageWish::never;
        }
    }

    ProposedAgenda solve() {
        const Coverage found = solve_coverage(problem_, options_.solver);
        if (!found.feasible && found.proved) throw InternalError("an agenda that was found to fit does not");
        solved_.push_back(found.subjects);
        return write(found);
    }

    // The best agenda that changes least: first as few topics, then as few lengths.
    ProposedAgenda solve_near() {
        for (const TreatedTopic& one : options_.stay_near) {
            const int subject = now_.number_of(one.topic);
            if (subject < 0 || problem_.wishes[at(subject)] == CoverageWish::never) continue;
            const auto nearest = std::min_element(lengths_.begin(), lengths_.end(), [&](int a, int b) {
                return std::abs(a - one.minutes) < std::abs(b - one.minutes);
            });
            const auto index = nearest - lengths_.begin();
            problem_.near.push_back({subject, one.parallel ? -1 : static_cast<int>(index)});
        }
        const int all = static_cast<int>(problem_.near.size());
        Coverage found = solve_keeping(all, problem_.near_subjects);
        if (problem_.near_subjects > 0) {
            const Coverage as_was = solve_keeping(problem_.near_subjects, problem_.near_ways);
            const bool proved = found.proved && as_was.proved;
            if (as_was.feasible) found = as_was;
            found.proved = proved;
        }
        problem_.near.clear();
        problem_.near_subjects = problem_.near_ways = 0;
        solved_.push_back(found.subjects);
        return write(found);
    }

    // The best with as many kept as can be, `most` at most; `kept` becomes how many that is. Not proved when
    // a limit left open whether more can be kept.
    Coverage solve_keeping(int most, int& kept) {
        bool open = false;
        for (kept = most;; --kept) {
            Coverage found = solve_coverage(problem_, options_.solver);
            if (!found.feasible && found.proved && kept == 0)
                throw InternalError("an agenda that was found to fit does not");
            open = open || !found.proved;
            found.proved = !open;
            if (found.feasible || kept == 0) return found;
        }
    }

    // The best agenda that differs enough from all before it.
    std::optional<ProposedAgenda> solve_unlike() {
        std::vector<int> topics;
        for (const CoveredSubject& one : solved_.back())
            topics.push_back(one.subject);
        if (static_cast<int>(topics.size()) < options_.differ_by) return std::nullopt;
        problem_.unlike.push_back(std::move(topics));
        const Coverage found = solve_coverage(problem_, options_.solver);
        if (!found.feasible || found.subjects.empty()) return std::nullopt;
        solved_.push_back(found.subjects);
        return write(found);
    }

    ProposedAgenda write(const Coverage& found) const {
        ProposedAgenda agenda;
        agenda.upper_bound = found.upper_bound;
        agenda.proved = found.proved;
        const auto covered = covered_by(problem_, found.subjects);
        const std::vector<double> worth = worth_of(problem_, found.subjects);
        for (std::size_t k = 0; k < found.subjects.size(); ++k)
            agenda.items.push_back(item_of(found.subjects[k], covered, k, worth));
        std::stable_sort(agenda.items.begin(), agenda.items.end(),
                         [](const ProposedItem& a, const ProposedItem& b) {
                             return a.parallel != b.parallel ? b.parallel : a.value > b.value;
                         });
        for (std::size_t i = 0; i < agenda.items.size(); ++i) {
            agenda.items[i].item.id = std::to_string(i + 1);
            agenda.value += agenda.items[i].value;
        }
        agenda.upper_bound = std::max(agenda.upper_bound, agenda.value);
        return agenda;
    }

    // What a municipality's agenda is worth to it is shared among the items by how much of its needs they
    // meet.
    ProposedItem item_of(const CoveredSubject& subject, const std::vector<std::vector<double>>& covered,
                         std::size_t k, const std::vector<double>& worth) const {
        const Topic& topic = now_.topic(subject.subject);
        ProposedItem item;
        item.parallel = subject.length < 0;
        item.item.title = topic.preferred_label;
        item.item.topics = {topic.id};
        item.item.minutes = item.parallel ? options_.parallel_minutes : lengths_[at(subject.length)];
        Reason reason{"agenda-covers", 0.0, {}, {}};
        for (std::size_t p = 0; p < participants_.size(); ++p) {
            if (covered[k][p] <= 0) continue;
            double all = 0.0;
            for (const std::vector<double>& row : covered)
                all += row[p];
            ++item.municipalities;
            reason.parts.push_back({"municipality-needs",
                                    worth[p] * covered[k][p] / all,
                                    {{"municipality", now_.municipality(participants_[p].number).id.str()}},
                                    {}});
        }
        std::stable_sort(reason.parts.begin(), reason.parts.end(),
                         [](const Reason& a, const Reason& b) { return a.share > b.share; });
        reason.values = {{"count", std::to_string(item.municipalities)}};
        if (!reason.parts.empty()) item.reasons.push_back(std::move(reason));
        add_up(item.reasons);
        fold_small(item.reasons, kLeastTold * total_of(item.reasons));
        item.value = total_of(item.reasons);
        return item;
    }

    void find_unserved() {
        const auto covered = covered_by(problem_, solved_.front());
        for (std::size_t p = 0; p < participants_.size(); ++p) {
            const bool needs =
                std::any_of(demands_[p].begin(), demands_[p].end(), [](double need) { return need > 0; });
            const bool served =
                std::any_of(covered.begin(), covered.end(), [&](const auto& row) { return row[p] > 0; });
            if (needs && !served) proposal_.unserved.push_back(now_.municipality(participants_[p].number).id);
        }
    }

    void notices() {
        const Date date = options_.meeting.date;
        if (date < now_.today()) {
            proposal_.notices.push_back(
                {"meeting-past", 0.0, {{"date", date.str()}, {"today", now_.today().str()}}, {}});
        }
        const auto better = std::max_element(
            proposal_.others.begin(), proposal_.others.end(),
            [](const ProposedAgenda& a, const ProposedAgenda& b) { return a.value < b.value; });
        if (!options_.stay_near.empty() && better != proposal_.others.end() &&
            better->value > 1.01 * proposal_.best.value)
            proposal_.notices.push_back({"agenda-stays",
                                         0.0,
                                         {{"worth", two_decimals(proposal_.best.value)},
                                          {"of", two_decimals(better->value)},
                                          {"title", titles_of(*better)}},
                                         {}});
        if (problem_.needs.empty()) proposal_.notices.push_back({"no-demand", 0.0, {}, {}});
        limits();
    }

    static std::string titles_of(const ProposedAgenda& agenda) {
        std::string titles;
        for (const ProposedItem& one : agenda.items)
            titles += (titles.empty() ? "" : "; ") + one.item.title;
        return titles;
    }

    // That the search was cut short, and how much that can have cost.
    void limits() {
        const ProposedAgenda& best = proposal_.best;
        const double lost = best.upper_bound > 0.0 ? 1.0 - best.value / best.upper_bound : 0.0;
        const std::string percent = std::to_string(static_cast<int>(std::ceil(100.0 * lost)));
        const std::string items = std::to_string(best.items.size());
        if (!best.proved)
            proposal_.notices.push_back(
                {"agenda-limited", 0.0, {{"count", items}, {"percent", percent}}, {}});
        const auto open = std::count_if(proposal_.others.begin(), proposal_.others.end(),
                                        [](const ProposedAgenda& other) { return !other.proved; });
        if (open == 0) return;
        proposal_.notices.push_back({"agenda-others-limited", 0.0, {{"count", std::to_string(open)}}, {}});
    }

    const Snapshot& now_;
    const AgendaOptions& options_;
    std::vector<Participant> participants_;
    std::vector<std::vector<double>> demands_;  // participant by topic, 0..1
    std::vector<int> lengths_;
    CoverageProblem problem_;
    std::vector<std::vector<CoveredSubject>> solved_;
    AgendaProposal proposal_;
};

}  // namespace

AgendaProposal propose_agenda(const Snapshot& now, const AgendaOptions& options) {
    check_agenda(now, options);
    return Proposer(now, options).propose();
}

}  // namespace m150::inline v0
