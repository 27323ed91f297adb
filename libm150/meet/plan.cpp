#include "libm150/meet/plan.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "libm150/base/text.hpp"
#include "libm150/match/inputs.hpp"
#include "libm150/meet/agenda_absent.hpp"
#include "libm150/meet/agenda_demand.hpp"
#include "libm150/meet/plan_check.hpp"
#include "libm150/meet/plan_schema.hpp"
#include "libm150/store/json_record.hpp"

namespace m150::inline v0 {

namespace {

template <class Item>
bool holds(const std::vector<Item>& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

// What the options say, unless the edits say the opposite, and what the edits say.
template <class Item>
std::vector<Item> edited(std::vector<Item> said, const std::vector<Item>& edits,
                         const std::vector<Item>& opposite) {
    std::erase_if(said, [&](const Item& item) { return holds(opposite, item); });
    for (const Item& item : edits) {
        if (!holds(said, item)) said.push_back(item);
    }
    return said;
}

std::string seat_options_text(const SeatOptions& options) {
    std::string text;
    json::write(text, options);
    return text;
}

class Planner {
  public:
    Planner(const Snapshot& now, const MeetingPlan* earlier, const PlanOptions& options)
        : now_(now), earlier_(earlier), options_(options) {}

    MeetingPlan plan() {
        check();
        plan_.options = options_;
        plan_.options.progress = {};
        plan_.options.agenda.solver.progress = {};
        plan_.options.speakers.solver.progress = {};
        plan_.options.seating.progress = {};
        plan_.today = now_.today();
        plan_.viewer = now_.viewer();
        tell("gap map");
        gaps();
        tell("agenda");
        agenda();
        tell("speakers");
        speakers();
        tell("tables");
        tables();
        return std::move(plan_);
    }

  private:
    void check() const {
        Inputs inputs(now_, "plan_meeting");
        inputs.known(std::optional(options_.meeting.network));
        for (const Registration& one : options_.meeting.registrations)
            inputs.in_range("registrations.people", one.people, 1, 1000);
        const PlanEdits& edits = options_.edits;
        inputs.require(!keeps_agenda() || (edits.topics.empty() && edits.no_topics.empty()), "edits",
                       "hold topics, but the agenda is the meeting's own", "topics of a proposed agenda",
                       "change the agenda of the meeting, or ask for another with replace_agenda");
        inputs.throw_if_any();
        // Options of a step that is not taken are kept with the plan, and count when it is planned again.
        AgendaOptions agenda = options_.agenda;
        agenda.meeting = options_.meeting;
        if (keeps_agenda()) check_agenda(now_, agenda);
        if (earlier_ == nullptr) return;
        if (std::optional<PlanFault> changed = agenda_changed(*earlier_))
            throw InvalidInput(Problem{"plan_meeting, " + changed->field, changed->what, changed->expected,
                                       changed->advice});
    }

    bool keeps_agenda() const { return !options_.meeting.agenda.empty() && !options_.replace_agenda; }

    void tell(const char* stage) const {
        if (options_.progress && !options_.progress({stage, 0, 0}))
            throw InvalidInput(Problem{"plan_meeting", "cancelled", "", ""});
    }

    // What several steps say is said once.
    void notice(const Reason& reason) {
        if (!holds(plan_.notices, reason)) plan_.notices.push_back(reason);
    }
    void take(const std::vector<Reason>& notices) {
        for (const Reason& reason : notices)
            notice(reason);
    }

    void gaps() {
        GapMapOptions options = options_.gaps;
        if (!options.network) options.network = options_.meeting.network;
        plan_.gaps = gap_map(now_, options);
        if (options_.meeting.date < now_.today())
            notice({"meeting-past",
                    0.0,
                    {{"date", options_.meeting.date.str()}, {"today", now_.today().str()}},
                    {}});
        const bool demand = std::any_of(plan_.gaps.topics.begin(), plan_.gaps.topics.end(),
                                        [](const TopicGap& gap) { return gap.demand > 0; });
        const auto& list = options_.meeting.registrations;
        const bool wished = std::any_of(list.begin(), list.end(),
                                        [](const Registration& one) { return !one.wishes.empty(); });
        if (!demand && !wished)
            notice({"plan-no-demand", 0.0, {{"count", std::to_string(plan_.gaps.members)}}, {}});
    }

    void agenda() {
        if (keeps_agenda()) {
            plan_.agenda_kept = true;
            plan_.agenda = options_.meeting.agenda;
            notice({"plan-agenda-kept", 0.0, {{"count", std::to_string(plan_.agenda.size())}}, {}});
            return;
        }
        AgendaOptions options = options_.agenda;
        options.meeting = options_.meeting;
        options.solver.progress = options_.progress;
        const PlanEdits& edits = options_.edits;
        options.must = edited(options.must, edits.topics, edits.no_topics);
        options.never = edited(options.never, edits.no_topics, edits.topics);
        options.stay_near.clear();
        if (earlier_ != nullptr) options.stay_near = treated(*earlier_);
        plan_.proposal = propose_agenda(now_, options);
        take(plan_.proposal->notices);
        take(absent_from(now_, plan_.gaps, *plan_.proposal, options));
        for (ProposedItem& one : plan_.proposal->best.items) {
            one.item.id = one.item.topics.front().str();
            if (one.parallel) plan_.parallel.push_back(one.item.id);
            plan_.agenda.push_back(one.item);
        }
    }

    // Each topic once; what is no item of an agenda is nothing to stay near.
    static std::vector<TreatedTopic> treated(const MeetingPlan& plan) {
        std::vector<TreatedTopic> topics;
        if (!plan.proposal) return topics;
        std::set<Id<Topic>> seen;
        for (const ProposedItem& one : plan.proposal->best.items) {
            if (one.item.topics.empty() || one.item.minutes < 1) continue;
            const Id<Topic>& topic = one.item.topics.front();
            if (seen.insert(topic).second) topics.push_back({topic, one.item.minutes, one.parallel});
        }
        return topics;
    }

    bool on_agenda(const std::string& item) const {
        return std::any_of(plan_.agenda.begin(), plan_.agenda.end(),
                           [&](const AgendaItem& one) { return one.id == item; });
    }

    void speakers() {
        if (plan_.agenda.empty()) {
            notice({"plan-no-speakers", 0.0, {}, {}});
            return;
        }
        MatchSpeakersOptions options = options_.speakers;
        const Meeting& meeting = options_.meeting;
        options.agenda = plan_.agenda;
        options.solver.progress = options_.progress;
        if (!options.date) options.date = meeting.date;
        if (!options.network) options.network = meeting.network;
        if (!options.host && !meeting.online) options.host = meeting.host;
        if (plan_.parallel.size() > 1) options.parallel.push_back(plan_.parallel);
        const PlanEdits& edits = options_.edits;
        options.locks = edited(options.locks, edits.speakers, edits.no_speakers);
        options.forbidden = edited(options.forbidden, edits.no_speakers, edits.speakers);
        for (const Placement& lock : options.locks) {
            if (!on_agenda(lock.item))
                notice({"plan-lock-without-item",
                        0.0,
                        {{"speaker", lock.speaker.str()}, {"title", title_of(lock.item)}},
                        {}});
        }
        const auto gone = [&](const Placement& one) { return !on_agenda(one.item); };
        for (std::vector<std::string>& group : options.parallel) {
            for (const std::string& item : group) {
                if (!on_agenda(item))
                    notice({"plan-parallel-without-item", 0.0, {{"title", title_of(item)}}, {}});
            }
            std::erase_if(group, [&](const std::string& item) { return !on_agenda(item); });
        }
        std::erase_if(options.locks, gone);
        std::erase_if(options.forbidden, gone);
        options.keep.clear();
        if (earlier_ != nullptr && earlier_->programme) {
            for (const ProgrammeItem& item : earlier_->programme->items) {
                for (const Slot& slot : item.speakers)
                    options.keep.push_back({item.item, slot.speaker});
            }
        }
        plan_.programme = match_speakers(now_, options);
        take(plan_.programme->notices);
    }

    std::string title_of(const std::string& item) const {
        const Topic* topic = now_.find(Id<Topic>(item));
        return topic != nullptr ? topic->preferred_label : item;
    }

    void tables() {
        if (options_.meeting.registrations.empty()) {
            notice({"plan-no-seating", 0.0, {}, {}});
            return;
        }
        SeatOptions options = options_.seating;
        options.meeting = options_.meeting;
        options.progress = options_.progress;
        const PlanEdits& edits = options_.edits;
        std::erase_if(options.fixed, [&](const Seat& seat) {
            return std::any_of(edits.seats.begin(), edits.seats.end(), [&](const Seat& one) {
                return one.who == seat.who && one.round == seat.round;
            });
        });
        options.fixed.insert(options.fixed.end(), edits.seats.begin(), edits.seats.end());
        options.apart.insert(options.apart.end(), edits.apart.begin(), edits.apart.end());
        if (stays_seated() && seats_as_asked(now_, *earlier_->seating, options)) {
            plan_.seating = earlier_->seating;
            plan_.seating->moves = plan_.seating->topics_changed = 0;
            take(plan_.seating->notices);
            return;
        }
        options.stay_near.reset();
        // With another number of rounds there is nothing to stay near.
        if (earlier_ != nullptr && earlier_->seating &&
            static_cast<int>(earlier_->seating->rounds.size()) == options.rounds)
            options.stay_near = earlier_->seating;
        plan_.seating = seat(now_, options);
        take(plan_.seating->notices);
        follow(plan_.options.edits.seats);
        follow(plan_.options.seating.fixed);
    }

    // Whether nothing was changed that the tables were made from: then nobody moves for a little gain.
    bool stays_seated() const {
        if (earlier_ == nullptr || !earlier_->seating || earlier_->today != now_.today()) return false;
        const PlanOptions& before = earlier_->options;
        return before.meeting.registrations == options_.meeting.registrations &&
               before.meeting.date == options_.meeting.date && before.edits.seats == options_.edits.seats &&
               before.edits.apart == options_.edits.apart &&
               seat_options_text(before.seating) == seat_options_text(options_.seating);
    }

    // Tables may have been numbered anew; what is held stays held where it is now.
    void follow(std::vector<Seat>& seats) const {
        for (Seat& seat : seats) {
            const auto& tables = plan_.seating->rounds[static_cast<std::size_t>(seat.round - 1)];
            for (std::size_t t = 0; t < tables.size(); ++t) {
                if (holds(tables[t].people, seat.who)) seat.table = static_cast<int>(t) + 1;
            }
        }
    }

    const Snapshot& now_;
    const MeetingPlan* earlier_;
    const PlanOptions& options_;
    MeetingPlan plan_;
};

}  // namespace

MeetingPlan plan_meeting(const Snapshot& now, const PlanOptions& options) {
    return Planner(now, nullptr, options).plan();
}

MeetingPlan plan_again(const Snapshot& now, const MeetingPlan& earlier, const PlanOptions& options) {
    return Planner(now, &earlier, options).plan();
}

Meeting meeting_of(const MeetingPlan& plan) {
    Meeting meeting = plan.options.meeting;
    meeting.agenda = plan.agenda;
    return meeting;
}

}  // namespace m150::inline v0
