// The instrument of m150-bench: m150/evaluate.py makes tables of what these give.
#include <pybind11/stl/filesystem.h>

#include "bench/evaluate/ablation.hpp"
#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/nobody_knows.hpp"
#include "bench/evaluate/systems.hpp"
#include "embeddings.hpp"
#include "language_argument.hpp"
#include "libm150/base/text.hpp"
#include "module.hpp"

namespace m150::python {

namespace {

using namespace m150::evaluate;
namespace fs = std::filesystem;

// Everything but the systems: what both functions take.
struct Setting {
    TestSetOptions set;
    std::string measures;
    fs::path network;
    std::size_t depth = 100;
    ResamplingOptions resampling;
    fs::path space;
    std::shared_ptr<const TextEmbedder> embedder;
};

struct Measured {
    TestSet set;
    std::vector<Measure> measures;
    std::vector<std::string> names;
    std::vector<Run> runs;  // of each system
};

Setting setting_of(const std::string& test_set, const std::string& measures, const fs::path& corpus,
                   const fs::path& vac, const fs::path& network, const std::optional<std::string>& language,
                   double slip_rate, std::size_t depth, std::uint64_t seed, std::size_t resamples,
                   double level, const fs::path& space, const py::object& embedder) {
    Setting setting{{test_set, corpus, vac, {slip_rate, seed}, analysis_language(language)},
                    measures,
                    network,
                    depth,
                    {seed, resamples, level},
                    space,
                    nullptr};
    if (!embedder.is_none()) setting.embedder = embedder_of("embedder", embedder, std::nullopt, 64);
    return setting;
}

Measured measure(const Setting& setting, const std::vector<std::string>& names) {
    check(setting.resampling);
    Measured measured;
    measured.set = read_test_set(setting.set);
    measured.measures = setting.measures.empty() ? measured.set.measures : parse_measures(setting.measures);
    LibraryOptions library;
    library.depth = setting.depth;
    library.space = setting.space;
    library.embedder = setting.embedder;
    for (const std::string& name : names.empty() ? default_systems(measured.set) : names) {
        const System system = parse_system(name);
        if (system.kind == System::Kind::library && library.topics.empty())
            library.topics = topics_of_network(setting.network);
        measured.names.push_back(system.name);
        measured.runs.push_back(run_system(system, measured.set, library).run);
    }
    return measured;
}

py::list rows_of(const Quality& quality) {
    py::list rows;
    for (const PartFigures& part : quality.parts) {
        for (std::size_t m = 0; m < part.figures.size(); ++m) {
            const Figure& figure = part.figures[m];
            rows.append(py::make_tuple(quality.system, part.part, quality.evaluation.measures[m].name(),
                                       figure.mean, figure.interval.low, figure.interval.high,
                                       part.rows.size()));
        }
    }
    return rows;
}

py::list queries_of(const Quality& quality) {
    py::list rows;
    const Evaluation& evaluation = quality.evaluation;
    for (std::size_t q = 0; q < evaluation.queries.size(); ++q) {
        for (std::size_t m = 0; m < evaluation.measures.size(); ++m) {
            rows.append(py::make_tuple(quality.system, evaluation.queries[q], evaluation.measures[m].name(),
                                       evaluation.values[m][q]));
        }
    }
    return rows;
}

PlainDict evaluate_systems(const std::vector<std::string>& systems, const Setting& setting) {
    std::vector<Quality> all;
    {
        const py::gil_scoped_release release;
        const Measured measured = measure(setting, systems);
        for (std::size_t i = 0; i < measured.runs.size(); ++i) {
            all.push_back(quality_of(measured.set, measured.names[i], measured.runs[i], measured.measures,
                                     setting.resampling));
        }
    }
    py::list rows, queries;
    std::vector<std::string> remarks;
    for (const Quality& quality : all) {
        rows.attr("extend")(rows_of(quality));
        queries.attr("extend")(queries_of(quality));
        for (const std::string& remark : remarks_on(quality))
            remarks.push_back(remark);
    }
    py::dict result;
    result["rows"] = rows;
    result["queries"] = queries;
    result["remarks"] = remarks;
    result["unit"] = !all.empty() && all.front().by_need ? "need" : "query";
    return PlainDict(std::move(result));
}

py::list changes_of(const std::vector<QueryChange>& changes) {
    const auto shown = [](const std::vector<QueryChange::Shown>& top) {
        py::list rows;
        for (const QueryChange::Shown& one : top)
            rows.append(py::make_tuple(one.document, one.title, one.grade));
        return rows;
    };
    py::list rows;
    for (const QueryChange& change : changes) {
        rows.append(py::make_tuple(change.query, change.text, change.a, change.b, shown(change.top_a),
                                   shown(change.top_b)));
    }
    return rows;
}

PlainDict compare_systems(const std::string& a, const std::string& b, const Setting& setting,
                          std::size_t changes) {
    Comparison comparison;
    std::vector<QueryChange> changed;
    {
        const py::gil_scoped_release release;
        const Measured measured = measure(setting, {a, b});
        comparison = compare(measured.set, measured.names[0], measured.runs[0], measured.names[1],
                             measured.runs[1], measured.measures, setting.resampling);
        changed = largest_changes(measured.set, comparison, measured.runs[0], measured.runs[1], 0, changes);
    }
    py::list rows, queries;
    for (std::size_t m = 0; m < comparison.measures.size(); ++m) {
        const MeasureComparison& one = comparison.measures[m];
        rows.append(py::make_tuple(one.measure.name(), one.a, one.b, one.difference, one.interval.low,
                                   one.interval.high, one.better, one.worse, one.test.p, one.test.exact,
                                   one.holm));
        for (std::size_t q = 0; q < comparison.queries.size(); ++q) {
            const double of_a = comparison.of_a.values[m][q];
            const double of_b = comparison.of_b.values[m][q];
            queries.append(
                py::make_tuple(comparison.queries[q], one.measure.name(), of_a, of_b, of_b - of_a));
        }
    }
    std::vector<std::string> remarks = remarks_on({comparison.a, comparison.of_a, {}, false});
    for (const std::string& remark : remarks_on({comparison.b, comparison.of_b, {}, false}))
        remarks.push_back(remark);
    py::dict result;
    result["rows"] = rows;
    result["queries"] = queries;
    result["remarks"] = remarks;
    result["unit"] = comparison.by_need ? "need" : "query";
    result["changes"] = changes_of(changed);
    return PlainDict(std::move(result));
}

// The set, and the library as the system asks for it.
struct Asked {
    TestSet set;
    LibraryOptions library;
};

Asked asked_of(const std::string& name, const Setting& setting) {
    const System system = parse_system(name);
    if (system.kind != System::Kind::library) {
        throw InvalidInput({"system", "'" + excerpt(name, 60) + "' is not libm150",
                            "m150, m150-no-topics or a configuration file", ""});
    }
    LibraryOptions library;
    library.depth = setting.depth;
    library.topics = topics_of_network(setting.network);
    library.space = setting.space;
    return {read_test_set(setting.set), own_options(system, std::move(library))};
}

PlainDict nobody_knows_of(const std::string& name, const Setting& setting, std::size_t bins) {
    if (bins < 1 || bins > 100) throw InvalidInput({"bins", "is " + std::to_string(bins), "1 to 100", ""});
    NobodyKnows found;
    {
        const py::gil_scoped_release release;
        const Asked asked = asked_of(name, setting);
        found = nobody_knows(ask_with_and_without(asked.set, asked.library), bins);
    }
    py::dict figures;
    figures["replies"] = found.claims;
    figures["helped"] = found.helped;
    figures["auroc"] = found.auroc;
    figures["auroc_top_score"] = found.auroc_top_score;
    figures["ece"] = found.ece;
    figures["brier"] = found.brier;
    figures["brier_constant"] = found.brier_constant;
    figures["area_under_risk"] = found.area_under_risk;
    py::list rows, risk;
    for (const CalibrationBin& bin : found.bins)
        rows.append(py::make_tuple(bin.claims, bin.confidence, bin.helped));
    for (const RiskPoint& point : found.risk)
        risk.append(py::make_tuple(point.coverage, point.risk, point.threshold));
    py::dict result;
    result["figures"] = figures;
    result["bins"] = rows;
    result["risk"] = risk;
    return PlainDict(std::move(result));
}

PlainDict ablate_system(const std::string& name, const Setting& setting) {
    check(setting.resampling);
    AblationReport report;
    {
        const py::gil_scoped_release release;
        const Asked asked = asked_of(name, setting);
        report = ablate(asked.set, asked.library,
                        setting.measures.empty() ? asked.set.measures : parse_measures(setting.measures),
                        setting.resampling);
    }
    const std::vector<Measure>& measures = report.whole.evaluation.measures;
    py::list rows;
    for (std::size_t i = 0; i < report.parts.size(); ++i) {
        const Ablation& part = report.parts[i];
        for (std::size_t m = 0; m < measures.size(); ++m) {
            const MeasureComparison& one = part.comparison.measures[m];
            rows.append(py::make_tuple(part.part.parameter, part.part.off, part.part.meaning,
                                       measures[m].name(), one.a, one.b, one.difference, one.interval.low,
                                       one.interval.high, one.better, one.worse, one.test.p,
                                       report.holm[i][m]));
        }
    }
    py::dict result;
    result["rows"] = rows;
    result["remarks"] = remarks_on(report.whole);
    result["unit"] = report.whole.by_need ? "need" : "query";
    return PlainDict(std::move(result));
}

}  // namespace

void bind_evaluate(py::module_& module) {
    // The same keywords, after what differs.
    module.def(
        "evaluate_systems",
        [](const std::vector<std::string>& systems, const std::string& test_set, const std::string& measures,
           const fs::path& corpus, const fs::path& vac, const fs::path& network,
           const std::optional<std::string>& language, double slip_rate, std::size_t depth,
           std::uint64_t seed, std::size_t resamples, double level, const fs::path& semantic_space,
           const py::object& embedder) {
            return evaluate_systems(
                systems, setting_of(test_set, measures, corpus, vac, network, language, slip_rate, depth,
                                    seed, resamples, level, semantic_space, embedder));
        },
        py::arg("systems"), py::kw_only(), py::arg("test_set"), py::arg("measures"), py::arg("corpus"),
        py::arg("vac"), py::arg("network"), py::arg("language"), py::arg("slip_rate"), py::arg("depth"),
        py::arg("seed"), py::arg("resamples"), py::arg("level"), py::arg("semantic_space"),
        py::arg("embedder"), "Behind m150.evaluate, which makes a table of it.");
    module.def(
        "compare_systems",
        [](const std::string& a, const std::string& b, const std::string& test_set,
           const std::string& measures, const fs::path& corpus, const fs::path& vac, const fs::path& network,
           const std::optional<std::string>& language, double slip_rate, std::size_t depth,
           std::uint64_t seed, std::size_t resamples, double level, const fs::path& semantic_space,
           const py::object& embedder, std::size_t changes) {
            return compare_systems(a, b,
                                   setting_of(test_set, measures, corpus, vac, network, language, slip_rate,
                                              depth, seed, resamples, level, semantic_space, embedder),
                                   changes);
        },
        py::arg("a"), py::arg("b"), py::kw_only(), py::arg("test_set"), py::arg("measures"),
        py::arg("corpus"), py::arg("vac"), py::arg("network"), py::arg("language"), py::arg("slip_rate"),
        py::arg("depth"), py::arg("seed"), py::arg("resamples"), py::arg("level"), py::arg("semantic_space"),
        py::arg("embedder"), py::arg("changes"), "Behind m150.compare, which makes a table of it.");
    module.def(
        "nobody_knows_of",
        [](const std::string& system, const std::string& test_set, const fs::path& corpus,
           const fs::path& network, const std::optional<std::string>& language,
           const fs::path& semantic_space, std::size_t bins) {
            Setting setting;
            setting.set.name = test_set;
            setting.set.language = analysis_language(language);
            setting.set.corpus = corpus;
            setting.network = network;
            setting.space = semantic_space;
            return nobody_knows_of(system, setting, bins);
        },
        py::arg("system"), py::kw_only(), py::arg("test_set"), py::arg("corpus"), py::arg("network"),
        py::arg("language"), py::arg("semantic_space"), py::arg("bins"),
        "Behind m150.nobody_knows, which makes tables of it.");
    module.def(
        "ablate_system",
        [](const std::string& system, const std::string& test_set, const std::string& measures,
           const fs::path& corpus, const fs::path& vac, const fs::path& network,
           const std::optional<std::string>& language, double slip_rate, std::size_t depth,
           std::uint64_t seed, std::size_t resamples, double level, const fs::path& semantic_space) {
            return ablate_system(
                system, setting_of(test_set, measures, corpus, vac, network, language, slip_rate, depth, seed,
                                   resamples, level, semantic_space, py::none()));
        },
        py::arg("system"), py::kw_only(), py::arg("test_set"), py::arg("measures"), py::arg("corpus"),
        py::arg("vac"), py::arg("network"), py::arg("language"), py::arg("slip_rate"), py::arg("depth"),
        py::arg("seed"), py::arg("resamples"), py::arg("level"), py::arg("semantic_space"),
        "Behind m150.ablate, which makes a table of it.");
}

}  // namespace m150::python
