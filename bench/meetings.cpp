#include "meetings.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <iterator>

#include "libm150/solve/assignment.hpp"
#include "libm150/solve/coverage.hpp"
#include "libm150/solve/random.hpp"

namespace m150::bench {

Meeting meeting_of(const Snapshot& now) {
    Meeting meeting;
    meeting.id = Id<Meeting>("nieuw");
    meeting.network = Id<Network>("M150");
    meeting.date = now.today().plus_days(60);
    return meeting;
}

namespace {

// Twenty items, made from the topics' labels.
MatchSpeakersOptions agenda_of_twenty(const Snapshot& now) {
    MatchSpeakersOptions options;
    const auto& topics = now.all<Topic>();
    for (std::size_t i = 0; i < 20; ++i) {
        const Topic& topic = *topics[i % topics.size()];
        AgendaItem& item = options.agenda.emplace_back();
        item.id = "item-" + std::to_string(i);
        item.title = topic.preferred_label;
        item.topics = {topic.id};
    }
    options.max_items_per_speaker = 2;
    return options;
}

void match_base(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    const MatchSpeakersOptions options = agenda_of_twenty(now);
    for (auto _ : state) {
        const Programme programme = match_speakers(now, options);
        if (programme.upper_bound - programme.objective > 1e-6)
            state.SkipWithError("the programme is not optimal");
    }
    state.counters["speakers"] = static_cast<double>(now.all<Speaker>().size());
}

// The same under every kind of rule, the worst served item first.
void match_rules(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    MatchSpeakersOptions options = agenda_of_twenty(now);
    const auto& speakers = now.all<Speaker>();
    options.goal = ProgrammeGoal::worst_first;
    options.date = Date(2027, 4, 15);
    options.network = now.all<Network>().front()->id;
    options.host = Id<Municipality>("GM0344");
    options.max_travel_km = 120.0;
    options.rest_meetings = 2;
    options.max_per_organisation = 2;
    options.min_municipalities = 5;
    options.min_newcomers = 3;
    options.parallel = {{"item-0", "item-1", "item-2"}, {"item-3", "item-4"}};
    for (std::size_t i = 0; i + 1 < speakers.size() && i < 20; i += 2)
        options.conflicts.push_back({speakers[i]->id, speakers[i + 1]->id});
    options.locks = {{"item-5", speakers[speakers.size() / 2]->id}};
    for (auto _ : state) {
        const Programme programme = match_speakers(now, options);
        if (!programme.proved) state.SkipWithError("the programme is not proved");
        state.counters["missing"] = static_cast<double>(programme.unfilled.size());
    }
    state.counters["speakers"] = static_cast<double>(speakers.size());
}

// How much of the programme stays when every fit is off by up to 1 %: the mean over twenty draws.
void perturb(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    const MatchSpeakersOptions options = agenda_of_twenty(now);
    const SpeakerFit fit = speaker_fit(now, options.agenda);
    const auto solve = [&](Random* random) {
        AssignmentProblem problem;
        problem.left.assign(fit.items.size(), {1, 1});
        problem.right.assign(fit.speakers.size(), {0, options.max_items_per_speaker});
        for (std::size_t i = 0; i < fit.items.size(); ++i) {
            for (std::size_t j = 0; j < fit.speakers.size(); ++j) {
                if (fit.value(i, j) < options.least_fit) continue;
                const double by = random != nullptr ? random->uniform(0.99, 1.01) : 1.0;
                problem.candidates.push_back(
                    {static_cast<int>(i), static_cast<int>(j), fit.value(i, j) * by});
            }
        }
        return solve_assignment(problem).chosen;
    };
    double kept = 0.0;
    for (auto _ : state) {
        const std::vector<std::size_t> before = solve(nullptr);
        Random random(1);
        kept = 0.0;
        for (int draw = 0; draw < 20; ++draw) {
            const std::vector<std::size_t> after = solve(&random);
            std::vector<std::size_t> both;
            std::set_intersection(before.begin(), before.end(), after.begin(), after.end(),
                                  std::back_inserter(both));
            kept += static_cast<double>(both.size()) / static_cast<double>(before.size()) / 20.0;
        }
    }
    state.counters["kept"] = kept;
}

void propose(benchmark::State& state, const KnowledgeBase& base, int parallel_sessions) {
    const Snapshot now = base.snapshot();
    AgendaOptions options;
    options.meeting = meeting_of(now);
    options.parallel_sessions = parallel_sessions;
    options.others = 0;
    for (auto _ : state) {
        const AgendaProposal proposal = propose_agenda(now, options);
        if (!proposal.best.proved) state.SkipWithError("the agenda is not proved");
        state.counters["municipalities"] = proposal.participants;
    }
    state.counters["topics"] = static_cast<double>(now.all<Topic>().size());
}

// Eight of 60 subjects for 176 parties, each of which needs about one in eight, some subjects in fashion.
void cover(benchmark::State& state, int most_apart) {
    Random random(1);
    CoverageProblem problem;
    problem.subjects = 60;
    std::vector<double> fashion;
    for (int subject = 0; subject < problem.subjects; ++subject) {
        const double one = random.uniform();
        fashion.push_back(0.02 + 0.35 * one * one);
    }
    for (int party = 0; party < 176; ++party) {
        problem.seats.push_back(static_cast<int>(random.between(1, 3)));
        for (int subject = 0; subject < problem.subjects; ++subject) {
            if (random.chance(fashion[static_cast<std::size_t>(subject)]))
                problem.needs.push_back({party, subject, random.uniform(0.2, 1.0)});
        }
    }
    problem.lengths = {{20, 0.5}, {30, 0.65}, {45, 0.79}};
    problem.budget = 180;
    problem.most_subjects = 8;
    problem.most_apart = most_apart;
    problem.apart_effect = 0.79;
    problem.steps = {{1.0, 1.0}, {1.0, 0.5}, {99.0, 0.25}};
    for (auto _ : state) {
        const Coverage found = solve_coverage(problem);
        if (!found.proved) state.SkipWithError("the coverage is not proved");
        state.counters["nodes"] = static_cast<double>(found.nodes);
    }
}

}  // namespace

void register_meetings(const std::string& prefix, const std::function<const KnowledgeBase&()>& base) {
    const auto add = [&](const char* name, auto run, int iterations) {
        register_over(prefix + name, base, run, iterations);
    };
    using State = benchmark::State;
    using Base = KnowledgeBase;
    add(
        "match_speakers", [](State& s, const Base& b) { match_base(s, b); }, 20);
    add(
        "match_speakers_all_rules", [](State& s, const Base& b) { match_rules(s, b); }, 3);
    add(
        "match_speakers_fits_off_by_1_percent", [](State& s, const Base& b) { perturb(s, b); }, 1);
    add(
        "propose_agenda", [](State& s, const Base& b) { propose(s, b, 0); }, 3);
    add(
        "propose_agenda_parallel", [](State& s, const Base& b) { propose(s, b, 3); }, 1);
}

void register_coverage() {
    for (const int apart : {0, 3}) {
        const std::string name = apart > 0 ? "coverage/8_of_60_apart" : "coverage/8_of_60";
        benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& s) { cover(s, apart); })
            ->Iterations(1)
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
}

}  // namespace m150::bench
