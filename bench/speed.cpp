#include "speed.hpp"

#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include "context.hpp"
#include "generate.hpp"
#include "libm150/m150.hpp"
#include "libm150/search/prepared.hpp"
#include "libm150/solve/random.hpp"
#include "meetings.hpp"
#include "vocabulary.hpp"

extern char** environ;

namespace m150::bench {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

// What the benchmarks share. They run in the order in which they are registered: the first makes the large
// base.
struct Bench {
    SpeedOptions options;
    std::filesystem::path large_data, large_base;
    std::optional<KnowledgeBase> small, large;
    std::vector<std::string> questions;
    std::size_t added = 0;
    double raw_p50 = 0.0;

    explicit Bench(const SpeedOptions& given) : options(given) {
        const std::string size = std::to_string(options.pairs);
        large_data = options.work / ("data-" + size);
        large_base = options.work / ("base-" + size + ".m150");
        small.emplace(KnowledgeBase::in_memory());
        small->load(options.network);
        Random random(7, "questions");
        const Vocabulary vocabulary(small->snapshot());
        const std::size_t topics = small->snapshot().all<Topic>().size();
        for (int i = 0; i < 200; ++i)
            questions.push_back(vocabulary.text(random.below(topics), 8, random));
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
        large.reset();
        const std::filesystem::path unfinished = large_base.string() + ".unfinished";
        std::filesystem::remove_all(unfinished);
        std::filesystem::remove_all(large_base);
        {
            KnowledgeBase base = KnowledgeBase::create(unfinished);
            base.load(large_data);
        }
        std::filesystem::rename(unfinished, large_base);
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

// In a process of its own, so that its memory is its own.
void open_large(benchmark::State& state, Bench& bench) {
    bench.opened();
    bench.large.reset();
    long peak = 0;
    for (auto _ : state) {
        std::string self = "/proc/self/exe";
        std::string command = "open-once";
        std::string directory = bench.large_base.string();
        char* arguments[] = {self.data(), command.data(), directory.data(), nullptr};
        pid_t child = 0;
        if (posix_spawn(&child, self.c_str(), nullptr, nullptr, arguments, environ) != 0) {
            state.SkipWithError("cannot start a process");
            return;
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        if (status != 0) {
            state.SkipWithError("opening failed");
            return;
        }
        peak = std::max(peak, usage.ru_maxrss);
    }
    state.counters["peak_MB"] = static_cast<double>(peak) / 1024.0;
}

void commit_one_answer(benchmark::State& state, Bench& bench) {
    KnowledgeBase& base = bench.opened();
    const std::vector<const Municipality*> municipalities = base.snapshot().all<Municipality>();
    std::vector<double> times;
    for (auto _ : state) {
        const std::string number = std::to_string(100000000 + bench.added % bench.options.pairs).substr(1);
        Answer answer;
        answer.id = Id<Answer>("extra-" + std::to_string(bench.added++));
        answer.question = Id<Question>("q" + number);
        answer.by = municipalities[bench.added % municipalities.size()]->id;
        answer.date = Date(2027, 1, 1);
        answer.text = bench.question(bench.added);
        const auto start = Clock::now();
        base.add(answer);
        base.commit();
        const auto pair = base.snapshot().pair(answer.question);
        times.push_back(milliseconds(start, Clock::now()));
        if (!pair || pair->answers.size() < 2) state.SkipWithError("the added answer is not visible");
    }
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["max_ms"] = quantile(times, 1.0);
}

// The same terms with the same weights, put to the same files by Xapian alone: an OR of the terms, its own
// BM25, ten hits.
void raw_xapian(benchmark::State& state, Bench& bench) {
    const Snapshot now = bench.opened().snapshot();
    const Xapian::Database database(bench.generation().string());
    std::vector<Xapian::Query> queries;
    for (const std::string& question : bench.questions) {
        std::vector<Xapian::Query> terms;
        for (const QueryTerm& term : now.understand(question).terms) {
            terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(indexing::term_name(term)),
                               term.weight);
        }
        queries.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
    }
    std::vector<double> times;
    std::size_t i = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        Xapian::Enquire enquire(database);
        enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.5, 0.5));
        enquire.set_query(queries[i++ % queries.size()]);
        const Xapian::MSet hits = enquire.get_mset(0, 10);
        for (auto hit = hits.begin(); hit != hits.end(); ++hit)
            benchmark::DoNotOptimize(hit.get_document().get_data());
        times.push_back(milliseconds(start, Clock::now()));
    }
    bench.raw_p50 = quantile(times, 0.5);
    state.counters["p50_ms"] = bench.raw_p50;
    state.counters["p95_ms"] = quantile(times, 0.95);
}

// Medians over all asks, and over the first of each question: by then few of its words were asked before.
void ask_base(benchmark::State& state, const Bench& bench, const Snapshot& now, double raw_p50) {
    std::vector<double> times;
    std::size_t i = 0;
    for (auto _ : state) {
        AskOptions options;
        options.text = bench.question(i++);
        const auto start = Clock::now();
        const Reply reply = ask(now, options);
        times.push_back(milliseconds(start, Clock::now()));
        if (reply.answers.empty()) state.SkipWithError("nothing was found");
    }
    const auto first = static_cast<std::ptrdiff_t>(std::min(times.size(), bench.questions.size()));
    state.counters["first_p50_ms"] = quantile({times.begin(), times.begin() + first}, 0.5);
    state.counters["p50_ms"] = quantile(times, 0.5);
    state.counters["p95_ms"] = quantile(times, 0.95);
    if (raw_p50 > 0) state.counters["times_raw_p50"] = quantile(times, 0.5) / raw_p50;
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

void connect_base(benchmark::State& state, const KnowledgeBase& base) {
    const Snapshot now = base.snapshot();
    std::size_t connections = 0;
    for (auto _ : state) {
        const ConnectionPlan plan = connect_all(now);
        if (plan.upper_bound - plan.objective > 1e-6) state.SkipWithError("the plan is not optimal");
        connections = plan.connections.size();
    }
    state.counters["connections"] = static_cast<double>(connections);
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
    RegisterBenchmark(large("open").c_str(), [&](benchmark::State& s) { open_large(s, bench); })
        ->Iterations(3)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("raw_xapian_top10").c_str(), [&](benchmark::State& s) { raw_xapian(s, bench); })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(
        large("ask").c_str(),
        [&](benchmark::State& s) { ask_base(s, bench, bench.opened().snapshot(), bench.raw_p50); })
        ->Iterations(1000)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark(large("ask_by_a_member").c_str(),
                      [&](benchmark::State& s) {
                          SnapshotOptions eyes;
                          eyes.viewer = bench.opened().snapshot().municipality(0).id;
                          ask_base(s, bench, bench.opened().snapshot(eyes), bench.raw_p50);
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
    RegisterBenchmark(large("connect_all").c_str(),
                      [&](benchmark::State& s) { connect_base(s, bench.opened()); })
        ->Iterations(5)
        ->UseRealTime()
        ->Unit(unit);
    register_meetings("large/", [&]() -> const KnowledgeBase& { return bench.opened(); });
    RegisterBenchmark(large("commit_one_answer").c_str(),
                      [&](benchmark::State& s) { commit_one_answer(s, bench); })
        ->Iterations(20)
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark("network/load", [&](benchmark::State& s) { load_small(s, bench); })
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark("network/ask",
                      [&](benchmark::State& s) { ask_base(s, bench, bench.small->snapshot(), 0.0); })
        ->UseRealTime()
        ->Unit(unit);
    RegisterBenchmark("network/connect_all", [&](benchmark::State& s) { connect_base(s, *bench.small); })
        ->UseRealTime()
        ->Unit(unit);
    register_meetings("network/", [&]() -> const KnowledgeBase& { return *bench.small; });
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
    if (!options.keep) {
        std::filesystem::remove_all(bench.large_data);
        std::filesystem::remove_all(bench.large_base);
        if (made) std::filesystem::remove(options.work);
    }
    return run > 0 ? 0 : 1;
}

}  // namespace m150::bench
