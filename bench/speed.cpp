#include "speed.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "bench/evaluate/synthetic_words.hpp"
#include "bench/evaluate/test_set.hpp"
#include "context.hpp"
#include "generate.hpp"
#include "libm150/m150.hpp"
#include "libm150/solve/random.hpp"
#include "matching.hpp"
#include "meetings.hpp"
#include "opening.hpp"
#include "raw_xapian.hpp"
#include "timing.hpp"

namespace m150::bench {

namespace {

// Makes a base of a directory of records, whole or not at all.
void make_base(const std::filesystem::path& place, const std::filesystem::path& data) {
    const std::filesystem::path unfinished = place.string() + ".unfinished";
    std::filesystem::remove_all(unfinished);
    std::filesystem::remove_all(place);
    {
        KnowledgeBase base = KnowledgeBase::create(unfinished);
        base.load(data);
    }
    std::filesystem::rename(unfinished, place);
}

// What the benchmarks share. They run in the order in which they are registered: the first makes the large
// base.
struct Bench {
    SpeedOptions options;
    std::filesystem::path large_data, large_base, told_base, small_base;
    std::optional<KnowledgeBase> small, small_on_disk, large, told;
    std::vector<std::string> questions;
    std::vector<std::string> mistyped;  // the same, as `m150-bench quality slips` types them
    std::optional<RawXapian> raw;

    explicit Bench(const SpeedOptions& given) : options(given) {
        const std::string size = std::to_string(options.pairs);
        large_data = options.work / ("data-" + size);
        large_base = options.work / ("base-" + size + ".m150");
        told_base = options.work / ("base-" + size + "-outcomes.m150");
        small_base = options.work / "base-network.m150";
        small.emplace(KnowledgeBase::in_memory());
        small->load(options.network);
        Random random(7, "questions");
        const evaluate::SyntheticWords vocabulary(small->snapshot());
        const std::size_t topics = small->snapshot().all<Topic>().size();
        for (int i = 0; i < 200; ++i)
            questions.push_back(vocabulary.text(random.below(topics), 8, random));
        for (std::size_t i = 0; i < questions.size(); ++i)
            mistyped.push_back(evaluate::slipped(questions[i], {}, "question " + std::to_string(i)));
    }

    const std::string& question(std::size_t i) const { return questions[i % questions.size()]; }
    KnowledgeBase& opened() {
        if (!large) {
            if (!std::filesystem::exists(large_base)) load();  // only some benchmarks are run
            large.emplace(KnowledgeBase::open(large_base));  // and its index made anew, when it is an old one
        }
        return *large;
    }
    // Makes the large base anew.
    void load() {
        raw.reset();
        large.reset();
        make_base(large_base, large_data);
    }
    // A copy of the large base, with what became of some of its questions.
    KnowledgeBase& opened_told() {
        if (!told) {
            opened();
            large.reset();
            std::filesystem::remove_all(told_base);
            std::filesystem::copy(large_base, told_base, std::filesystem::copy_options::recursive);
            told.emplace(KnowledgeBase::open(told_base));
            add_outcomes(*told, 1000);
        }
        return *told;
    }
    // The example network on disk; `small` is in memory.
    KnowledgeBase& opened_small() {
        if (!small_on_disk) {
            if (!std::filesystem::exists(small_base)) make_base(small_base, options.network);
            small_on_disk.emplace(KnowledgeBase::open(small_base));
        }
        return *small_on_disk;
    }
    const RawXapian& xapian_alone() {
        if (!raw) raw.emplace(generation().string(), opened().snapshot(), questions);
        return *raw;
    }
    // The newest generation of its index.
    std::filesystem::path generation() {
        opened();
        std::filesystem::path newest;
        for (const auto& entry : std::filesystem::directory_iterator(large_base / "index")) {
            const std::filesystem::path& one = entry.path();
            if (entry.is_directory() &&
                std::pair(one.native().size(), one) > std::pair(newest.native().size(), newest))
                newest = one;
        }
        return newest;
    }
};

void load_large(benchmark::State& state, Bench& bench) {
    for (auto _ : state)
        bench.load();
    state.counters["pairs_per_second"] =
        benchmark::Counter(static_cast<double>(bench.options.pairs) * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate);
}

std::vector<Id<Question>> questions_of(const KnowledgeBase& base) {
    std::vector<Id<Question>> ids;
    base.snapshot().for_each_question(
        [&](const Id<Question>& id, const auto&, Date, const auto&, const auto&) { ids.push_back(id); });
    return ids;
}

void commit_one_answer(benchmark::State& state, const Bench& bench, KnowledgeBase& base,
                       const std::vector<Id<Question>>& questions) {
    const Snapshot before = base.snapshot();
    const auto municipalities = static_cast<std::size_t>(before.graph().municipalities());
    std::vector<double> times;
    for (auto _ : state) {
        const std::size_t i = times.size();
        Answer answer;
        // New in a base that was kept too.
        answer.id = Id<Answer>("extra-" + std::to_string(base.revision()));
        answer.question = questions[i % questions.size()];
        answer.by = before.municipality(static_cast<int>(i % municipalities)).id;
        answer.date = Date(2027, 1, 1);
        answer.text = bench.question(i);
        const auto start = Clock::now();
        base.add(answer);
        base.commit();
        const auto pair = base.snapshot().pair(answer.question);
        times.push_back(milliseconds(start, Clock::now()));
        if (!pair || std::find(pair->answers.begin(), pair->answers.end(), answer) == pair->answers.end())
            state.SkipWithError("the added answer is not visible");
    }
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["max_ms"] = quantile(times, 1.0);
}

void raw_xapian(benchmark::State& state, const RawXapian& raw) {
    std::vector<double> times;
    std::size_t i = 0;
    for (auto _ : state)
        times.push_back(raw.search(i++ % raw.questions()));
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["p95_ms"] = quantile(times, 0.95);
}

enum class Typed { well, with_slips };

// Medians over all asks, and over the first of each question: by then few of its words were asked before.
// With `raw`, Xapian alone is put the well typed questions before each turn of them, not counted as time of
// an ask: what slows down a shared machine for a while slows down both.
void ask_base(benchmark::State& state, const Bench& bench, const Snapshot& now, const RawXapian* raw,
              Typed typed = Typed::well) {
    const std::vector<std::string>& questions = typed == Typed::well ? bench.questions : bench.mistyped;
    std::vector<double> times;
    std::vector<double> raw_times;
    std::size_t i = 0;
    for (auto _ : state) {
        if (raw != nullptr && i % questions.size() == 0) {
            state.PauseTiming();
            raw->search_all(raw_times);
            state.ResumeTiming();
        }
        AskOptions options;
        options.text = questions[i++ % questions.size()];
        const auto start = Clock::now();
        const Reply reply = ask(now, options);
        times.push_back(milliseconds(start, Clock::now()));
        if (reply.answers.empty() && typed == Typed::well) state.SkipWithError("nothing was found");
    }
    const auto first = static_cast<std::ptrdiff_t>(std::min(times.size(), bench.questions.size()));
    state.counters["first_p50_ms"] = quantile({times.begin(), times.begin() + first}, 0.5);
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["p95_ms"] = quantile(times, 0.95);
    if (raw == nullptr) return;
    state.counters["raw_p50_ms"] = quantile(raw_times, 0.5);
    state.counters["times_raw_p50"] = quantile(times, 0.5) / quantile(raw_times, 0.5);
}

// The search alone, for so many candidates.
void search_large(benchmark::State& state, Bench& bench) {
    const Snapshot now = bench.opened().snapshot();
    SearchRequest request;
    request.limit = static_cast<std::size_t>(state.range(0));
    request.explained = 0;
    std::vector<Query> queries;
    for (const std::string& question : bench.questions)
        queries.push_back(make_query(question, now.analyzer(), now.thesaurus()));
    std::vector<double> times;
    std::size_t i = 0;
    for (auto _ : state) {
        request.query = queries[i++ % queries.size()];
        const auto start = Clock::now();
        benchmark::DoNotOptimize(now.search(request));
        times.push_back(milliseconds(start, Clock::now()));
    }
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["p95_ms"] = quantile(times, 0.95);
}

void load_small(benchmark::State& state, const Bench& bench) {
    for (auto _ : state) {
        KnowledgeBase base = KnowledgeBase::in_memory();
        base.load(bench.options.network);
    }
}

void register_all(Bench& bench) {
    using benchmark::RegisterBenchmark;
    const auto unit = benchmark::kMillisecond;
    const auto large = [&](const std::string& name) { return "large/" + name; };
    RegisterBenchmark(large("load").c_str(), [&](benchmark::State& s) { load_large(s, bench); })
        ->Iterations(1)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("open").c_str(),
                      [&](benchmark::State& s) {
                          bench.opened();
                          bench.large.reset();
                          open_base(s, bench.large_base);
                      })
        ->Iterations(3)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("raw_xapian_top10").c_str(),
                      [&](benchmark::State& s) { raw_xapian(s, bench.xapian_alone()); })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(
        large("ask").c_str(),
        [&](benchmark::State& s) { ask_base(s, bench, bench.opened().snapshot(), &bench.xapian_alone()); })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("ask_mistyped").c_str(),
                      [&](benchmark::State& s) {
                          ask_base(s, bench, bench.opened().snapshot(), &bench.xapian_alone(),
                                   Typed::with_slips);
                      })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("ask_by_a_member").c_str(),
                      [&](benchmark::State& s) {
                          SnapshotOptions eyes;
                          eyes.viewer = bench.opened().snapshot().municipality(0).id;
                          ask_base(s, bench, bench.opened().snapshot(eyes), &bench.xapian_alone());
                      })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("search").c_str(), [&](benchmark::State& s) { search_large(s, bench); })
        ->Arg(10)
        ->Arg(50)
        ->Arg(100)
        ->Arg(200)
        ->Iterations(400)
        ->UseRealTime()
        ->Unit(unit);
    register_matching(
        "large/", [&]() -> const KnowledgeBase& { return bench.opened(); }, bench.questions);
    register_meetings("large/", [&]() -> const KnowledgeBase& { return bench.opened(); });
    register_gatherings("large/", [&]() -> const KnowledgeBase& { return bench.opened(); });
    RegisterBenchmark(large("commit_one_answer").c_str(),
                      [&](benchmark::State& s) {
                          KnowledgeBase& base = bench.opened();
                          commit_one_answer(s, bench, base, questions_of(base));
                      })
        ->Iterations(20)
        ->UseRealTime()
        ->Unit(unit);
    register_recalibration("large/", [&]() -> const KnowledgeBase& { return bench.opened_told(); });
    RegisterBenchmark("network/load", [&](benchmark::State& s) { load_small(s, bench); })
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark("network/open",
                      [&](benchmark::State& s) {
                          bench.opened_small();
                          bench.small_on_disk.reset();
                          open_base(s, bench.small_base);
                      })
        ->Iterations(3)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark("network/ask",
                      [&](benchmark::State& s) { ask_base(s, bench, bench.small->snapshot(), nullptr); })
        ->UseRealTime()
        ->Unit(unit);
    register_connections("network/", [&]() -> const KnowledgeBase& { return *bench.small; });
    RegisterBenchmark("network/commit_one_answer",
                      [&](benchmark::State& s) {
                          KnowledgeBase& base = bench.opened_small();
                          commit_one_answer(s, bench, base, questions_of(base));
                      })
        ->Iterations(20)
        ->UseRealTime()
        ->Unit(unit);
    register_meetings("network/", [&]() -> const KnowledgeBase& { return *bench.small; });
    register_gatherings("network/", [&]() -> const KnowledgeBase& { return *bench.small; });
    register_dense_connections([&]() -> const KnowledgeBase& { return *bench.small; });
    register_coverage();
}

}  // namespace

int run_speed(const SpeedOptions& options) {
    const bool made = std::filesystem::create_directories(options.work);
    if (!options.keep && !std::filesystem::is_empty(options.work)) {
        throw InvalidInput({"--work " + options.work.string(), "is not empty", "a new or empty directory",
                            "choose another, or say --keep to use what an earlier run left there"});
    }
    Bench bench(options);
    if (!std::filesystem::exists(bench.large_data)) {
        std::cerr << "generating " << options.pairs << " synthetic pairs\n";
        const std::filesystem::path unfinished = bench.large_data.string() + ".unfinished";
        std::filesystem::remove_all(unfinished);
        GenerateOptions data;
        data.base = options.network;
        data.out = unfinished;
        data.pairs = options.pairs;
        generate(data);
        std::filesystem::rename(unfinished, bench.large_data);
    }

    std::vector<std::string> arguments{"m150-bench speed"};
    arguments.insert(arguments.end(), options.benchmark_arguments.begin(), options.benchmark_arguments.end());
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    int argc = static_cast<int>(argv.size());
    benchmark::Initialize(&argc, argv.data());
    if (benchmark::ReportUnrecognizedArguments(argc, argv.data())) return 2;
    for (const auto& [name, value] : context())
        benchmark::AddCustomContext(name, value);
    benchmark::AddCustomContext("data",
                                "m150-bench generate --pairs " + std::to_string(options.pairs) + " --seed 1");
    benchmark::AddCustomContext("data_hash", data_hash(bench.large_data));
    benchmark::AddCustomContext("network_hash", data_hash(options.network));
    register_all(bench);
    const std::size_t run = benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    bench.large.reset();
    bench.small_on_disk.reset();
    bench.told.reset();
    std::filesystem::remove_all(bench.small_base);
    std::filesystem::remove_all(bench.told_base);
    if (!options.keep) {
        std::filesystem::remove_all(bench.large_data);
        std::filesystem::remove_all(bench.large_base);
        if (made) std::filesystem::remove(options.work);
    }
    return run > 0 ? 0 : 1;
}

}  // namespace m150::bench
