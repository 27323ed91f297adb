#include "matching.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

#include "libm150/match/asked.hpp"
#include "libm150/solve/random.hpp"
#include "timing.hpp"

namespace m150::bench {

namespace {

// The search that who_knows() makes.
SearchRequest search_of(const Snapshot& now, const std::string& question) {
    const RankingOptions& by = now.options().ranking;
    SearchRequest request;
    request.query = now.understand(question);
    request.limit = by.candidates;
    request.explained = 0;
    request.meaning = by.cosine > 0.0;
    request.nearest = request.meaning ? by.nearest : 0;
    return request;
}

// Least of the turns: what else the machine did meanwhile only adds.
struct Least {
    double value = 1e9;
    void take(double one) { value = std::min(value, one); }
};
struct Timed {
    Least call, search, looked_up;
};

// Of each question the call, the search alone, and all of the call but the municipalities, one after the
// other, in processor time; every counter is over the questions.
void who_knows_base(benchmark::State& state, const KnowledgeBase& base,
                    const std::vector<std::string>& questions) {
    const Snapshot now = base.snapshot();
    std::vector<SearchRequest> searches;
    for (const std::string& question : questions)
        searches.push_back(search_of(now, question));
    std::vector<Timed> timed(questions.size());
    std::size_t i = 0;
    for (auto _ : state) {
        const std::size_t which = i++ % questions.size();
        AskOptions options;
        options.text = questions[which];
        const double start = processor_milliseconds();
        benchmark::DoNotOptimize(now.search(searches[which]));
        const double searched = processor_milliseconds();
        const std::vector<Knower> knowers = who_knows(now, options);
        const double called = processor_milliseconds();
        benchmark::DoNotOptimize(look_up(now, options));
        const double looked_up = processor_milliseconds();
        timed[which].search.take(searched - start);
        timed[which].call.take(called - searched);
        timed[which].looked_up.take(looked_up - called);
        if (knowers.empty()) state.SkipWithError("nobody was found to know");
    }
    std::vector<double> calls, beyond, municipalities;
    for (const Timed& one : timed) {
        calls.push_back(one.call.value);
        beyond.push_back(one.call.value - one.search.value);
        municipalities.push_back(one.call.value - one.looked_up.value);
    }
    state.counters["call_p50_ms"] = quantile(calls, 0.5);
    state.counters["beyond_search_p50_ms"] = quantile(beyond, 0.5);
    state.counters["beyond_search_p95_ms"] = quantile(beyond, 0.95);
    state.counters["municipalities_p50_ms"] = quantile(municipalities, 0.5);
    state.counters["municipalities_p95_ms"] = quantile(municipalities, 0.95);
}

void connect_within(benchmark::State& state, const KnowledgeBase& base, int places) {
    const Snapshot now = base.snapshot();
    ConnectAllOptions options;
    if (places > 0) options.per_municipality = options.per_guide = places;
    std::vector<double> times;
    std::size_t connections = 0;
    for (auto _ : state) {
        const double start = processor_milliseconds();
        const ConnectionPlan plan = connect_all(now, options);
        times.push_back(processor_milliseconds() - start);
        if (!plan.proved) state.SkipWithError("the plan is not proved");
        connections = plan.connections.size();
    }
    state.counters["connections"] = static_cast<double>(connections);
    state.counters["least_cpu_ms"] = quantile(times, 0.0);
}

// Told of progress: how often, and the longest time between two times, after which at the latest it can be
// stopped.
class Listener {
  public:
    ProgressFn function() {
        last_ = Clock::now();
        return [this](const Progress&) {
            hear();
            ++told_;
            return true;
        };
    }
    void report(benchmark::State& state) {
        hear();
        state.counters["told"] = static_cast<double>(told_);
        state.counters["silent_ms"] = longest_;
        if (told_ == 0) state.SkipWithError("it never told how far it was");
    }

  private:
    void hear() {
        const auto now = Clock::now();
        longest_ = std::max(longest_, milliseconds(last_, now));
        last_ = now;
    }
    Clock::time_point last_;
    double longest_ = 0.0;
    std::size_t told_ = 0;
};

void fit_base(benchmark::State& state, const KnowledgeBase& base) {
    for (auto _ : state) {
        Listener listener;
        FitKnowersOptions options;
        options.progress = listener.function();
        const FittedKnowers fitted = fit_knowers(base, options);
        listener.report(state);
        state.counters["questions"] = static_cast<double>(fitted.questions);
        if (!fitted.converged || !(fitted.loss < fitted.loss_of_none))
            state.SkipWithError("nothing was learned");
    }
}

void recalibrate_base(benchmark::State& state, const KnowledgeBase& base) {
    for (auto _ : state) {
        Listener listener;
        RecalibrateOptions options;
        options.progress = listener.function();
        const Recalibrated learned = recalibrate(base, options);
        listener.report(state);
        if (!learned.answers || !learned.knowers) {
            state.SkipWithError("nothing was learned");
            return;
        }
        state.counters["outcomes"] = static_cast<double>(learned.answers->outcomes);
        state.counters["asked"] = static_cast<double>(learned.knowers->outcomes);
    }
}

void add_row(const std::string& name, int iterations, const std::function<void(benchmark::State&)>& run) {
    benchmark::RegisterBenchmark(name.c_str(), run)
        ->Iterations(iterations)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

// Everybody needs and offers something on every topic; no borders, contacts or texts.
KnowledgeBase with_everything_needed(const KnowledgeBase& network) {
    const Snapshot now = network.snapshot();
    KnowledgeBase base = KnowledgeBase::in_memory();
    for (const Topic* topic : now.all<Topic>()) {
        Topic alone = *topic;
        alone.broader.clear();
        alone.related.clear();
        base.add(alone);
    }
    Random random(1, "dense connections");
    for (int m = 0; m < now.graph().municipalities(); ++m) {
        Municipality alone = now.municipality(m);
        alone.neighbours.clear();
        alone.crossings.clear();
        base.add(alone);
        for (const Topic* topic : now.all<Topic>()) {
            InventoryResponse response;
            response.id = Id<InventoryResponse>(alone.id.str() + "-" + topic->id.str());
            response.municipality = alone.id;
            response.topic = topic->id;
            response.needs = 1 + static_cast<int>(random.below(3));
            response.offers = 1 + static_cast<int>(random.below(3));
            response.date = Date(2026, 1, 1).plus_days(static_cast<int>(random.below(300)));
            base.add(response);
        }
    }
    base.commit();
    return base;
}

}  // namespace

void add_outcomes(KnowledgeBase& base, std::size_t count) {
    struct Asked {
        Id<Question> id;
        Date date;
        Id<Municipality> by;
        Date answered;
    };
    std::vector<Asked> all;
    base.snapshot().for_each_question(
        [&](const Id<Question>& id, const auto&, Date date, const auto&, const auto& answers) {
            if (!answers.empty() && answers.front().by)
                all.push_back({id, date, *answers.front().by, answers.front().date});
        });
    std::stable_sort(all.begin(), all.end(), [](const Asked& a, const Asked& b) { return a.date < b.date; });
    Random random(1, "outcomes");
    count = std::min(count, all.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Asked& asked = all[i * all.size() / count];
        Outcome outcome;
        outcome.id = Id<Outcome>("outcome-" + std::to_string(i));
        outcome.question = asked.id;
        outcome.asked = asked.date;
        outcome.date = asked.answered;
        outcome.helpful = random.chance(2.0 / 3.0);
        outcome.kind = i % 2 == 0 ? OutcomeKind::answered_by_base : OutcomeKind::passed_on;
        if (i % 2 == 1) outcome.municipality = asked.by;
        outcome.provenance.source = "synthetic: m150-bench speed";
        base.add(outcome);
    }
    base.commit();
}

void register_matching(const std::string& prefix, const std::function<const KnowledgeBase&()>& base,
                       const std::vector<std::string>& questions) {
    add_row(prefix + "who_knows", 1000,
            [=, &questions](benchmark::State& s) { who_knows_base(s, base(), questions); });
    register_connections(prefix, base);
    add_row(prefix + "fit_knowers", 1, [=](benchmark::State& s) { fit_base(s, base()); });
}

void register_connections(const std::string& prefix, const std::function<const KnowledgeBase&()>& base) {
    add_row(prefix + "connect_all", 5, [=](benchmark::State& s) { connect_within(s, base(), 0); });
    add_row(prefix + "connect_all_of_ten", 5, [=](benchmark::State& s) { connect_within(s, base(), 10); });
}

void register_recalibration(const std::string& prefix, const std::function<const KnowledgeBase&()>& base) {
    add_row(prefix + "recalibrate", 1, [=](benchmark::State& s) { recalibrate_base(s, base()); });
}

void register_dense_connections(const std::function<const KnowledgeBase&()>& network) {
    for (const int places : {0, 10}) {
        add_row(places == 0 ? "dense/connect_all" : "dense/connect_all_of_ten", 5,
                [=](benchmark::State& s) { connect_within(s, with_everything_needed(network()), places); });
    }
}

}  // namespace m150::bench
