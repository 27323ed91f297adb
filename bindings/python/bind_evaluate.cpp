// The instrument of m150-bench: m150/evaluate.py makes tables of what these give.
#include <pybind11/stl/filesystem.h>

#include "bench/evaluate/compare.hpp"
#include "bench/evaluate/systems.hpp"
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
};

struct Measured {
    TestSet set;
    std::vector<Measure> measures;
    std::vector<std::string> names;
    std::vector<Run> runs;  // of each system
};

Setting setting_of(const std::string& test_set, const std::string& measures, const fs::path& corpus,
                   const fs::path& vac, const fs::path& network, double slip_rate, std::size_t depth,
                   std::uint64_t seed, std::size_t resamples, double level, const fs::path& space) {
    return {{test_set, corpus, vac, {slip_rate, seed}},
            measures,
            network,
            depth,
            {seed, resamples, level},
            space};
}

Measured measure(const Setting& setting, const std::vector<std::string>& names) {
    check(setting.resampling);
    Measured measured;
    measured.set = read_test_set(setting.set);
    measured.measures = setting.measures.empty() ? measured.set.measures : parse_measures(setting.measures);
    LibraryOptions library;
    library.depth = setting.depth;
    library.space = setting.space;
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

PlainDict compare_systems(const std::string& a, const std::string& b, const Setting& setting) {
    Comparison comparison;
    {
        const py::gil_scoped_release release;
        const Measured measured = measure(setting, {a, b});
        comparison = compare(measured.set, measured.names[0], measured.runs[0], measured.names[1],
                             measured.runs[1], measured.measures, setting.resampling);
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
    return PlainDict(std::move(result));
}

}  // namespace

void bind_evaluate(py::module_& module) {
    // The same keywords, after what differs.
    module.def(
        "evaluate_systems",
        [](const std::vector<std::string>& systems, const std::string& test_set, const std::string& measures,
           const fs::path& corpus, const fs::path& vac, const fs::path& network, double slip_rate,
           std::size_t depth, std::uint64_t seed, std::size_t resamples, double level,
           const fs::path& semantic_space) {
            return evaluate_systems(systems, setting_of(test_set, measures, corpus, vac, network, slip_rate,
                                                        depth, seed, resamples, level, semantic_space));
        },
        py::arg("systems"), py::kw_only(), py::arg("test_set"), py::arg("measures"), py::arg("corpus"),
        py::arg("vac"), py::arg("network"), py::arg("slip_rate"), py::arg("depth"), py::arg("seed"),
        py::arg("resamples"), py::arg("level"), py::arg("semantic_space"),
        "Behind m150.evaluate, which makes a table of it.");
    module.def(
        "compare_systems",
        [](const std::string& a, const std::string& b, const std::string& test_set,
           const std::string& measures, const fs::path& corpus, const fs::path& vac, const fs::path& network,
           double slip_rate, std::size_t depth, std::uint64_t seed, std::size_t resamples, double level,
           const fs::path& semantic_space) {
            return compare_systems(a, b,
                                   setting_of(test_set, measures, corpus, vac, network, slip_rate, depth,
                                              seed, resamples, level, semantic_space));
        },
        py::arg("a"), py::arg("b"), py::kw_only(), py::arg("test_set"), py::arg("measures"),
        py::arg("corpus"), py::arg("vac"), py::arg("network"), py::arg("slip_rate"), py::arg("depth"),
        py::arg("seed"), py::arg("resamples"), py::arg("level"), py::arg("semantic_space"),
        "Behind m150.compare, which makes a table of it.");
}

}  // namespace m150::python
