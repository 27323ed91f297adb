#include "bench/evaluate/synthetic.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "bench/evaluate/synthetic_case.hpp"
#include "libm150/base/error.hpp"

namespace m150::evaluate {

namespace {

// Ranks from 1, those of equal values at their mean.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = 0.5 * static_cast<double>(first + 1 + last);
    }
    return ranks;
}

// Gathers the networks of one level.
class Level {
  public:
    Level(const NoiseLevel& noise, const SyntheticTaskOptions& options) : options_(options) {
        level_.noise = noise;
        level_.routing.name = "synthetic, " + noise.name + " noise";
        level_.routing.measures = parse_measures("RR(rel=2) Success(rel=2)@1 nDCG@10 R(rel=2)@20");
    }

    void add(const SyntheticCase& network) {
        network.add_queries(level_.routing);
        for (auto& [system, run] : network.route())
            joined(runs_, system).merge(run);
        for (const auto& [system, value] : network.expertise())
            add_value("expertise, Spearman", system, value);
        for (const auto& [system, figures] : network.connections()) {
            add_value("hidden contacts, AUC", system, figures.auc);
            add_value("hidden contacts, P@10", system, figures.precision);
            add_value("complementarity", system, figures.complementarity);
            add_value("new", system, figures.novel);
            add_value("far", system, figures.far);
        }
        const std::vector<FairnessFigures> plans = network.fairness(options_.fairness);
        fairness_.resize(plans.size());
        for (std::size_t p = 0; p < plans.size(); ++p) {
            Sums& sums = fairness_[p];
            sums.run.insert(plans[p].run.begin(), plans[p].run.end());
            sums.row.plan = plans[p].plan;
            sums.row.never += plans[p].never;
            sums.row.never_experts += network.never_experts(plans[p].run);
            sums.row.gini += plans[p].gini;
            sums.row.most += plans[p].most;
            sums.row.score += plans[p].score / plans.front().score;
        }
        ++networks_;
    }

    SyntheticLevel finish() {
        const TestSet& set = level_.routing;
        for (const auto& [system, run] : runs_)
            level_.systems.push_back(quality_of(set, system, run, set.measures, options_.resampling));
        for (std::size_t s = 1; s < runs_.size(); ++s) {
            level_.comparisons.push_back(compare(set, runs_[s].first, runs_[s].second, the_library,
                                                 runs_[0].second, set.measures, options_.resampling));
        }
        for (MeasureByNetwork& measure : level_.measures)
            compare_by_network(measure);
        for (Sums& sums : fairness_)
            finish_fairness(sums);
        return std::move(level_);
    }

  private:
    struct Sums {
        FairnessRow row;
        Run run;
    };

    static Run& joined(Runs& runs, const std::string& system) {
        for (auto& [name, run] : runs) {
            if (name == system) return run;
        }
        return runs.emplace_back(system, Run()).second;
    }

    void add_value(const std::string& measure, const std::string& system, double value) {
        auto& all = level_.measures;
        auto table =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == measure; });
        if (table == all.end()) table = all.insert(all.end(), {measure, {}});
        auto& systems = table->systems;
        auto own = std::find_if(systems.begin(), systems.end(),
                                [&](const auto& one) { return one.system == system; });
        if (own == systems.end()) own = systems.insert(systems.end(), {system, {}, {}, 0.0, {}, {}});
        own->values.push_back(value);
    }

    void compare_by_network(MeasureByNetwork& measure) const {
        const Clusters networks = Clusters::each(networks_);
        const std::vector<double>& ours = measure.systems.front().values;
        for (SystemValues& system : measure.systems) {
            std::vector<double> differences;
            for (std::size_t n = 0; n < networks_; ++n)
                differences.push_back(ours[n] - system.values[n]);
            const auto intervals =
                bootstrap_means({system.values, differences}, networks, options_.resampling);
            system.figure = {mean(system.values), intervals[0]};
            system.difference = mean(differences);
            system.interval = intervals[1];
            system.test = randomisation_test(differences, networks, options_.resampling);
        }
    }

    void finish_fairness(Sums& sums) {
        const TestSet& set = level_.routing;
        const std::vector<Measure> measures =
            parse_measures("RR(rel=2)@" + std::to_string(options_.fairness.per_question) + " P(rel=2)@" +
                           std::to_string(options_.fairness.per_question));
        const Comparison comparison =
            compare(set, "first", fairness_.front().run, "this", sums.run, measures, options_.resampling);
        const Quality quality = quality_of(set, "this", sums.run, measures, options_.resampling);
        FairnessRow& row = sums.row;
        row.rr_name = measures[0].name();
        row.precision_name = measures[1].name();
        row.rr = quality.parts.front().figures[0];
        row.precision = quality.parts.front().figures[1];
        row.rr_difference = comparison.measures[0].interval;
        const auto networks = static_cast<double>(networks_);
        for (double* sum : {&row.never, &row.never_experts, &row.gini, &row.most, &row.score})
            *sum /= networks;
        level_.fairness.push_back(row);
    }

    static double mean(const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }

    const SyntheticTaskOptions& options_;
    SyntheticLevel level_;
    Runs runs_;
    std::vector<Sums> fairness_;
    std::size_t networks_ = 0;
};

}  // namespace

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
    const std::vector<double> ranks_a = ranks(a);
    const std::vector<double> ranks_b = ranks(b);
    const double middle = 0.5 * static_cast<double>(a.size() + 1);
    double both = 0.0, of_a = 0.0, of_b = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (ranks_a[i] - middle) * (ranks_b[i] - middle);
        of_a += (ranks_a[i] - middle) * (ranks_a[i] - middle);
        of_b += (ranks_b[i] - middle) * (ranks_b[i] - middle);
    }
    return of_a > 0.0 && of_b > 0.0 ? both / std::sqrt(of_a * of_b) : 0.0;
}

SyntheticReport run_synthetic(const std::filesystem::path& place, const SyntheticTaskOptions& options) {
    if (options.networks < 1 || options.networks > 1000) {
        throw InvalidInput({"networks", "is " + std::to_string(options.networks), "1 to 1000", ""});
    }
    check(options.resampling);
    KnowledgeBase base = KnowledgeBase::in_memory();
    base.load(place);
    const Snapshot around = base.snapshot();
    const SyntheticWords words(around);

    SyntheticReport report{options.networks, options.network, {}};
    std::size_t done = 0;
    for (const NoiseLevel& noise : options.levels) {
        Level level(noise, options);
        for (std::size_t seed = 1; seed <= options.networks; ++seed) {
            SyntheticOptions network = options.network;
            network.seed = seed;
            network.noise = noise;
            level.add(SyntheticCase(make_synthetic_network(around, words, network, options.knowledge_base),
                                    "network" + std::to_string(seed)));
            if (options.progress) options.progress(++done, options.levels.size() * options.networks);
        }
        report.levels.push_back(level.finish());
    }
    return report;
}

}  // namespace m150::evaluate
