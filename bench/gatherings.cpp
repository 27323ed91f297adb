#include <algorithm>
#include <string>
#include <vector>

#include "libm150/solve/random.hpp"
#include "meetings.hpp"

namespace m150::bench {

namespace {

// 150 people of the first municipalities, two or one of each, with three wishes.
Meeting full_meeting(const Snapshot& now) {
    Meeting meeting = meeting_of(now);
    Random random(1);
    const auto& topics = now.all<Topic>();
    for (std::size_t i = 0; i < 100; ++i) {
        Registration registration{now.all<Municipality>()[i * 3]->id, i < 50 ? 2 : 1, {}, {}};
        for (const std::size_t topic : random.sample(topics.size(), 3))
            registration.wishes.push_back(topics[topic]->id);
        meeting.registrations.push_back(registration);
    }
    return meeting;
}

void seat_people(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    SeatOptions options;
    options.meeting = full_meeting(now);
    for (auto _ : state) {
        const SeatingPlan plan = seat(now, options);
        if (plan.repeats != plan.repeats_bound) state.SkipWithError("people meet again who need not");
        state.counters["people"] = plan.people;
        state.counters["wishes_met"] = static_cast<double>(plan.wishes_met) / plan.wishes;
    }
}

// M150 in eight regions; with a wish, along the veiligheidsregio's.
void divide(benchmark::State& state, const KnowledgeBase& base, RegionsAlong along) {
    const Snapshot now = base.snapshot();
    RegionOptions options;
    options.network = Id<Network>("M150");
    options.along = along;
    for (auto _ : state) {
        const RegionPlan plan = regions(now, options);
        if (plan.largest > 1.15 * plan.smallest) state.SkipWithError("regions differ by more than 15 %");
        state.counters["members"] = plan.members;
        state.counters["mean_km"] = plan.mean_km;
        state.counters["gap"] = plan.gap();
    }
}

// Twenty times the members drawn that are host, as many as regions: mean time, how many get sizes within 15
// %, and the largest gap of those.
void divide_round_hosts(benchmark::State& state, const KnowledgeBase& base, int count) {
    const Snapshot now = base.snapshot();
    RegionOptions options;
    options.network = Id<Network>("M150");
    options.count = count;
    std::vector<Id<Municipality>> members;
    for (const Municipality* one : now.all<Municipality>()) {
        if (one->exists_on(now.today()) && now.is_member(one->id, options.network))
            members.push_back(one->id);
    }
    Random random(static_cast<std::uint64_t>(count), "hosts");
    int even = 0;
    double gap = 0.0;
    for (auto _ : state) {
        options.hosts.clear();
        for (const std::size_t drawn : random.sample(members.size(), static_cast<std::size_t>(count)))
            options.hosts.push_back(members[drawn]);
        const RegionPlan plan = regions(now, options);
        if (plan.largest > 1.15 * plan.smallest) continue;
        ++even;
        gap = std::max(gap, plan.gap());
    }
    state.counters["even_of_20"] = even;
    state.counters["largest_gap"] = gap;
}

// Four, where demand lasts.
void group(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    WorkingGroupOptions options;
    options.network = Id<Network>("M150");
    for (auto _ : state) {
        const WorkingGroupProposals plan = propose_working_groups(now, options);
        state.counters["groups"] = static_cast<double>(plan.groups.size());
        state.counters["gap"] = plan.gap();
    }
}

// Gap map, agenda, speakers and tables.
void plan_all(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    PlanOptions options;
    options.meeting = full_meeting(now);
    options.speakers.max_items_per_speaker = 2;
    options.speakers.municipality_candidates = 3;
    for (auto _ : state) {
        const MeetingPlan plan = plan_meeting(now, options);
        if (!plan.proposal || !plan.proposal->best.proved || !plan.programme || !plan.programme->proved)
            state.SkipWithError("the plan is not proved");
        state.counters["items"] = static_cast<double>(plan.agenda.size());
        state.counters["people"] = plan.seating ? plan.seating->people : 0;
    }
}

}  // namespace

void register_gatherings(const std::string& prefix, const std::function<const KnowledgeBase&()>& base) {
    const auto add = [&](const char* name, auto run, int iterations) {
        register_over(prefix + name, base, run, iterations);
    };
    using State = benchmark::State;
    using Base = KnowledgeBase;
    add(
        "seat_150_in_3_rounds", [](State& s, const Base& b) { seat_people(s, b); }, 1);
    add(
        "regions_8", [](State& s, const Base& b) { divide(s, b, RegionsAlong::nothing); }, 3);
    add(
        "regions_8_along_safety_regions",
        [](State& s, const Base& b) { divide(s, b, RegionsAlong::safety_regions); }, 3);
    for (const int count : {2, 4, 8, 12}) {
        const std::string name = "regions_round_" + std::to_string(count) + "_given_hosts";
        add(
            name.c_str(), [count](State& s, const Base& b) { divide_round_hosts(s, b, count); }, 20);
    }
    add(
        "working_groups_4", [](State& s, const Base& b) { group(s, b); }, 1);
    add(
        "plan_meeting", [](State& s, const Base& b) { plan_all(s, b); }, 3);
}

}  // namespace m150::bench
