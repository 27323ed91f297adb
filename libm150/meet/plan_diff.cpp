// What one plan changed of another.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "libm150/meet/plan.hpp"
#include "libm150/solve/assignment.hpp"

namespace m150::inline v0 {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

class Comparer {
  public:
    Comparer(const MeetingPlan& earlier, const MeetingPlan& later) : before_(earlier), after_(later) {}

    PlanDiff compare() {
        const Date from = before_.options.meeting.date;
        const Date to = after_.options.meeting.date;
        if (from != to) say("plan-date", {{"before", from.str()}, {"after", to.str()}});
        items();
        speakers();
        registrations();
        seats();
        return std::move(diff_);
    }

  private:
    void say(const char* code, Values values) { diff_.changes.push_back({code, 0.0, std::move(values), {}}); }

    static const AgendaItem* find(const MeetingPlan& plan, const std::string& id) {
        for (const AgendaItem& item : plan.agenda) {
            if (item.id == id) return &item;
        }
        return nullptr;
    }
    static std::string title(const AgendaItem& item) { return item.title.empty() ? item.id : item.title; }
    static bool at_once(const MeetingPlan& plan, const std::string& id) {
        return std::find(plan.parallel.begin(), plan.parallel.end(), id) != plan.parallel.end();
    }

    void items() {
        for (const AgendaItem& item : before_.agenda) {
            if (find(after_, item.id) != nullptr) continue;
            ++diff_.items_removed;
            say("plan-item-removed", {{"title", title(item)}, {"minutes", std::to_string(item.minutes)}});
        }
        for (const AgendaItem& item : after_.agenda) {
            const AgendaItem* was = find(before_, item.id);
            if (was == nullptr) {
                ++diff_.items_added;
                say("plan-item-added", {{"title", title(item)}, {"minutes", std::to_string(item.minutes)}});
                continue;
            }
            const bool once = at_once(after_, item.id);
            const bool moved = once != at_once(before_, item.id);
            if (was->minutes != item.minutes)
                say("plan-item-minutes", {{"title", title(item)},
                                          {"before", std::to_string(was->minutes)},
                                          {"after", std::to_string(item.minutes)}});
            if (moved) say(once ? "plan-item-parallel" : "plan-item-plenary", {{"title", title(item)}});
            diff_.items_changed += was->minutes != item.minutes || moved ? 1 : 0;
        }
    }

    static std::vector<std::string> speakers_of(const MeetingPlan& plan, const std::string& id) {
        std::vector<std::string> speakers;
        if (!plan.programme) return speakers;
        for (const ProgrammeItem& item : plan.programme->items) {
            for (const Slot& slot : item.speakers) {
                if (item.item == id) speakers.push_back(slot.speaker.str());
            }
        }
        return speakers;
    }

    static std::vector<std::string> without(std::vector<std::string> list,
                                            const std::vector<std::string>& gone) {
        std::erase_if(list, [&](const std::string& one) {
            return std::find(gone.begin(), gone.end(), one) != gone.end();
        });
        return list;
    }

    // Of items in both plans: who speaks instead of whom. (Who speaks on a new item came with it.)
    void speakers() {
        for (const AgendaItem& item : after_.agenda) {
            if (find(before_, item.id) == nullptr) continue;
            const std::vector<std::string> was = speakers_of(before_, item.id);
            const std::vector<std::string> is = speakers_of(after_, item.id);
            const std::vector<std::string> left = without(was, is);
            const std::vector<std::string> came = without(is, was);
            for (std::size_t k = 0; k < std::max(left.size(), came.size()); ++k) {
                ++diff_.speakers_changed;
                if (k >= left.size()) {
                    say("plan-speaker-added", {{"title", title(item)}, {"speaker", came[k]}});
                } else if (k >= came.size()) {
                    say("plan-speaker-removed", {{"title", title(item)}, {"speaker", left[k]}});
                } else {
                    say("plan-speaker-instead",
                        {{"title", title(item)}, {"speaker", came[k]}, {"other", left[k]}});
                }
            }
        }
    }

    static std::map<std::string, int> people_of(const MeetingPlan& plan) {
        std::map<std::string, int> people;
        for (const Registration& one : plan.options.meeting.registrations)
            people[one.municipality.str()] += std::max(1, one.people);
        return people;
    }

    void registrations() {
        std::map<std::string, int> was = people_of(before_);
        std::map<std::string, int> is = people_of(after_);
        for (const auto& [municipality, people] : was)
            is.try_emplace(municipality, 0);
        for (const auto& [municipality, people] : is) {
            const int more = people - was[municipality];
            if (more > 0) diff_.people_added += more;
            if (more < 0) diff_.people_removed -= more;
            if (more != 0)
                say(more > 0 ? "plan-people-added" : "plan-people-removed",
                    {{"municipality", municipality}, {"count", std::to_string(std::abs(more))}});
        }
    }

    void seats() {
        if (!before_.seating || !after_.seating) {
            if (before_.seating) say("plan-tables-removed", {});
            if (after_.seating) say("plan-tables-added", {});
            return;
        }
        const auto& was = before_.seating->rounds;
        const auto& is = after_.seating->rounds;
        if (was.size() != is.size())
            say("plan-rounds",
                {{"before", std::to_string(was.size())}, {"after", std::to_string(is.size())}});
        int seats = 0, changed = 0, subjects = 0;
        for (std::size_t r = 0; r < std::min(was.size(), is.size()); ++r)
            compare_round(was[r], is[r], seats, changed, subjects);
        diff_.seats_changed = changed;
        if (changed > 0)
            say("plan-seats", {{"count", std::to_string(changed)}, {"of", std::to_string(seats)}});
        if (subjects > 0) say("plan-table-topics", {{"count", std::to_string(subjects)}});
    }

    // Tables are the same when most people stayed together: the pairing of tables that keeps most seats.
    static void compare_round(const std::vector<MeetingTable>& was, const std::vector<MeetingTable>& is,
                              int& seats, int& changed, int& subjects) {
        std::map<Attendee, std::size_t> before;
        for (std::size_t t = 0; t < was.size(); ++t) {
            for (const Attendee& one : was[t].people)
                before[one] = t;
        }
        std::map<std::pair<std::size_t, std::size_t>, int> together;
        int both = 0;
        for (std::size_t t = 0; t < is.size(); ++t) {
            for (const Attendee& one : is[t].people) {
                const auto found = before.find(one);
                if (found == before.end()) continue;
                ++both;
                ++together[{found->second, t}];
            }
        }
        AssignmentProblem problem;
        problem.left.assign(was.size(), {0, 1});
        problem.right.assign(is.size(), {0, 1});
        for (const auto& [tables, count] : together) {
            // Of equal counts the table that kept its number.
            const double same = tables.first == tables.second ? 0.25 / static_cast<double>(is.size()) : 0.0;
            problem.candidates.push_back(
                {static_cast<int>(tables.first), static_cast<int>(tables.second), count + same});
        }
        int stayed = 0;
        for (const std::size_t chosen : solve_assignment(problem).chosen) {
            const auto left = static_cast<std::size_t>(problem.candidates[chosen].left);
            const auto right = static_cast<std::size_t>(problem.candidates[chosen].right);
            stayed += together[{left, right}];
            subjects += was[left].topic != is[right].topic ? 1 : 0;
        }
        seats += both;
        changed += both - stayed;
    }

    const MeetingPlan& before_;
    const MeetingPlan& after_;
    PlanDiff diff_;
};

}  // namespace

PlanDiff diff(const MeetingPlan& earlier, const MeetingPlan& later) {
    return Comparer(earlier, later).compare();
}

}  // namespace m150::inline v0
