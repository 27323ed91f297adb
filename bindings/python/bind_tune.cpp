// Searches over the configuration: m150/tune.py makes tables of what these give.
#include <pybind11/stl/filesystem.h>

#include <algorithm>
#include <numeric>

#include "bench/tune/fit_confidence.hpp"
#include "bench/tune/provenance.hpp"
#include "bench/tune/ratios.hpp"
#include "bench/tune/test_sets.hpp"
#include "bench/tune/tune.hpp"
#include "language_argument.hpp"
#include "libm150/base/text.hpp"
#include "module.hpp"

namespace m150::python {

namespace {

namespace fs = std::filesystem;
using namespace m150::tune;

// A test set with its index or indexes, ready to be asked under any configuration.
struct TestObjective {
    TestSets read;
    evaluate::LibraryOptions library;
    Objective objective;
    std::vector<std::string> needs;  // by query
};

TestObjective make_objective(const std::vector<std::string>& test_sets, const std::string& measures,
                             const fs::path& corpus, const fs::path& vac, const fs::path& network,
                             bool topics, const std::optional<std::string>& language, double slip_rate,
                             std::uint64_t seed, std::size_t depth, const fs::path& semantic_space,
                             const std::string& program) {
    TestObjective made;
    made.read = read_test_sets(test_sets, {"", corpus, vac, {slip_rate, seed}, analysis_language(language)});
    made.library.depth = depth;
    made.library.space = semantic_space;
    made.library.topics = evaluate::topics_of_network(network);
    made.library.topics_on_documents = topics;
    made.objective = objective_of(made.read, made.library, measures);
    made.objective.versions["program"] = hash_of_file(program);
    made.needs = needs_of(made.read, made.objective.queries);
    return made;
}

// Numbers of the queries; all when none are named.
Part part_of(const TestObjective& self, const std::optional<std::vector<std::string>>& asked) {
    const std::vector<std::string>& queries = self.objective.queries;
    Part part;
    if (!asked) {
        part.resize(queries.size());
        std::iota(part.begin(), part.end(), std::size_t{0});
        return part;
    }
    for (const std::string& id : *asked) {
        const auto found = std::find(queries.begin(), queries.end(), id);
        if (found == queries.end()) {
            const std::string guess = nearest(id, queries);
            throw InvalidInput({"objective, asked", "'" + excerpt(id, 60) + "' is no query of the set",
                                "ids of queries", guess.empty() ? "" : "did you mean " + guess + "?"});
        }
        part.push_back(static_cast<std::size_t>(found - queries.begin()));
    }
    std::sort(part.begin(), part.end());
    part.erase(std::unique(part.begin(), part.end()), part.end());
    if (part.empty())
        throw InvalidInput({"objective, asked", "names no query", "at least one", "leave it out for all"});
    return part;
}

using Asked = std::optional<std::vector<std::string>>;

std::map<std::string, double> means_of(const TestObjective& self, const KnowledgeBaseOptions& options,
                                       const Asked& asked) {
    const Score score = self.objective.evaluate(options, part_of(self, asked));
    std::map<std::string, double> means;
    for (std::size_t m = 0; m < score.means.size(); ++m)
        means[self.objective.measures[m]] = score.means[m];
    return means;
}

std::map<std::string, double> values_of(const TestObjective& self, const KnowledgeBaseOptions& options,
                                        const Asked& asked) {
    const Part part = part_of(self, asked);
    const Score score = self.objective.evaluate(options, part);
    std::map<std::string, double> values;
    for (std::size_t i = 0; i < part.size(); ++i)
        values[self.objective.queries[part[i]]] = score.values[i];
    return values;
}

template <class Value>
Value chosen(const std::string& what, const std::string& word,
             const std::vector<std::pair<std::string, Value>>& known) {
    std::string names;
    for (const auto& [name, value] : known) {
        if (name == word) return value;
        names += (names.empty() ? "" : ", ") + name;
    }
    throw InvalidInput({"tune, " + what, "is '" + excerpt(word, 40) + "'", names, ""});
}

py::dict point_of(const SearchSpace& space, const Point& point) {
    py::dict values;
    for (std::size_t d = 0; d < point.size(); ++d)
        values[py::str(space.dimensions[d].parameter)] = py::cast(point[d]);
    return values;
}

PlainDict dict_of(const TestObjective& self, const TuneOptions& options, const TuneResult& found) {
    py::list trials, folds, queries;
    for (const Trial& trial : found.trials) {
        py::dict row;
        row["trial"] = trial.number;
        row["fold"] = trial.fold;
        row["queries"] = trial.asked.size();
        for (std::size_t m = 0; m < self.objective.measures.size(); ++m)
            row[py::str(self.objective.measures[m])] = trial.score.means[m];
        row["index_seconds"] = trial.score.index_seconds;
        row["ask_seconds"] = trial.score.ask_seconds;
        row.attr("update")(point_of(options.space, options.space.point_of(trial.options)));
        trials.append(row);
    }
    for (const FoldResult& fold : found.folds) {
        py::dict row;
        row["queries"] = fold.fold.test.size();
        row["unseen"] = fold.unseen;
        row["start"] = fold.start;
        row["seen"] = fold.seen;
        row.attr("update")(point_of(options.space, fold.chosen));
        folds.append(row);
    }
    for (std::size_t i = 0; i < found.measured.size(); ++i) {
        queries.append(
            py::make_tuple(self.objective.queries[found.measured[i]], found.start[i], found.unseen[i]));
    }
    const bool measured = !found.folds.empty();
    py::dict result;
    result["options"] = found.options;
    result["parameters"] = point_of(options.space, found.winner);
    result["seen"] = found.seen;
    result["unseen"] = measured ? py::cast(mean_of(found.unseen)) : py::object(py::none());
    result["start"] = measured ? py::cast(mean_of(found.start)) : py::object(py::none());
    result["trials"] = trials;
    result["folds"] = folds;
    result["queries"] = queries;
    return PlainDict(std::move(result));
}

// Calls Python after each trial, from whichever thread it was; what it raises stops the search.
class Ticker {
  public:
    explicit Ticker(py::object function) : function_(std::move(function)) {}

    bool operator()(const TuneProgress& now) {
        const py::gil_scoped_acquire gil;
        try {
            if (PyErr_CheckSignals() != 0) throw py::error_already_set();
            if (function_.is_none()) return true;
            return !function_(now.done, now.most, now.best).is(py::bool_(false));
        } catch (const py::error_already_set&) {
            error_ = std::current_exception();
            return false;
        }
    }
    void rethrow_if_any() const {
        if (error_) std::rethrow_exception(error_);
    }

  private:
    py::object function_;
    std::exception_ptr error_;
};

PlainDict tuned(const TestObjective& self, const std::string& space, const KnowledgeBaseOptions& start,
                const std::string& strategy, std::size_t trials, std::size_t passes, const std::string& rule,
                std::uint64_t seed, const std::vector<std::string>& labels, bool forward, std::size_t folds,
                std::size_t inner, bool one_world, std::size_t threads, const fs::path& log,
                const py::object& progress) {
    TuneOptions options;
    options.strategy = chosen<Strategy>("strategy", strategy,
                                        {{"grid", Strategy::grid},
                                         {"random", Strategy::random},
                                         {"coordinate", Strategy::coordinate},
                                         {"linear", Strategy::linear}});
    if ((options.strategy == Strategy::linear) != space.empty()) {
        throw InvalidInput({"tune, space", space.empty() ? "is missing" : "is of no use to linear",
                            "a space for grid, random and coordinate, and none for linear", ""});
    }
    options.space = space.empty() ? ratio_space() : search_space_from_json(space);
    options.start = evaluate::in_language(start, self.read.sets.front().language);
    options.trials = trials;
    options.passes = passes;
    options.rule = chosen<Rule>("rule", rule, {{"best", Rule::best}, {"one-deviation", Rule::one_deviation}});
    options.seed = seed;
    options.labels = labels;
    options.forward = forward;
    options.outer = folds;
    options.inner = inner;
    options.one_world = one_world;
    options.threads = threads;
    options.trials_file = log;
    Ticker ticker(progress);
    options.progress = [&](const TuneProgress& now) { return ticker(now); };
    TuneResult found;
    try {
        const py::gil_scoped_release release;
        found = m150::tune::tune(self.objective, options);
    } catch (const InvalidInput&) {  // "cancelled"
        ticker.rethrow_if_any();
        throw;
    }
    return dict_of(self, options, found);
}

PlainDict fitted_confidence(const TestObjective& self, const KnowledgeBaseOptions& start,
                            const std::vector<std::string>& labels, std::size_t folds, std::uint64_t seed,
                            double l2) {
    if (self.read.sets.size() != 1) {
        throw InvalidInput({"fit_confidence",
                            "is given " + std::to_string(self.read.sets.size()) + " test sets", "one", ""});
    }
    if (labels.size() != self.objective.queries.size()) {
        throw InvalidInput(
            {"fit_confidence, labels", std::to_string(labels.size()) + " were given",
             "one for each of the " + std::to_string(self.objective.queries.size()) + " queries", ""});
    }
    const evaluate::TestSet& set = self.read.sets.front();
    // Labels are in the order of the objective's queries, replies in that of the set's.
    std::map<std::string, std::string> label_of;
    for (std::size_t i = 0; i < labels.size(); ++i)
        label_of[self.objective.queries[i]] = labels[i];
    ConfidenceFitOptions options{{}, folds, seed, l2};
    for (const evaluate::TestQuery& query : set.queries)
        options.labels.push_back(label_of[query.id]);
    ConfidenceFit fit;
    {
        const py::gil_scoped_release release;
        evaluate::LibraryOptions library = self.library;
        library.knowledge_base = evaluate::in_language(start, set.language);
        fit = fit_confidence(ask_for_replies(set, library), library.knowledge_base, options);
    }
    py::list figures, coefficients;
    for (const auto& [name, found] :
         {std::pair{"start", &fit.start}, std::pair{"unseen", &fit.unseen}, std::pair{"seen", &fit.seen}})
        figures.append(py::make_tuple(name, found->auroc, found->ece, found->brier, found->claims));
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        const std::string& name = confidence_parameters()[i];
        py::list row;
        row.append(name);
        row.append(get_parameter(start, name));
        row.append(fit.coefficients[i]);
        for (const std::vector<double>& fold : fit.by_fold)
            row.append(fold[i]);
        coefficients.append(row);
    }
    py::dict result;
    result["options"] = fit.options;
    result["figures"] = figures;
    result["coefficients"] = coefficients;
    return PlainDict(std::move(result));
}

}  // namespace

void bind_tune(py::module_& module) {
    const auto release = py::call_guard<py::gil_scoped_release>();
    py::class_<TestObjective>(
        module, "TestObjective",
        "Test sets that can be asked under any configuration; configurations that make the same index share "
        "it. Made by m150.objective(). May be used from several threads. Those of the queries that are "
        "`asked` "
        "(ids; None: all) see nothing of the others: documents that only others ask for are not there.")
        .def(py::init(&make_objective), release, py::kw_only(), py::arg("test_sets"), py::arg("measures"),
             py::arg("corpus"), py::arg("vac"), py::arg("network"), py::arg("topics"), py::arg("language"),
             py::arg("slip_rate"), py::arg("seed"), py::arg("depth"), py::arg("semantic_space"),
             py::arg("program"))
        .def(
            "__call__",
            [](const TestObjective& self, const KnowledgeBaseOptions& options, const Asked& asked) {
                return self.objective.evaluate(options, part_of(self, asked)).means.front();
            },
            release, py::arg("options"), py::arg("asked") = py::none(),
            "Mean of the first measure over the queries asked. InvalidInput for options out of range.")
        .def("means", &means_of, release, py::arg("options"), py::arg("asked") = py::none(),
             "Every measure by its name, over the queries asked.")
        .def("values", &values_of, release, py::arg("options"), py::arg("asked") = py::none(),
             "The first measure of each query asked, by its id.")
        .def_property_readonly(
            "queries", [](const TestObjective& self) { return Tuple<std::string>{self.objective.queries}; },
            "Ids of the queries, ascending in each set; of several sets with the set's name and a slash "
            "before.")
        .def_property_readonly(
            "needs", [](const TestObjective& self) { return Tuple<std::string>{self.needs}; },
            "The need of each query; empty when it has none.")
        .def_property_readonly(
            "measures", [](const TestObjective& self) { return Tuple<std::string>{self.objective.measures}; },
            "Names; the first is the one to choose by.")
        .def_property_readonly(
            "remarks", [](const TestObjective& self) { return Tuple<std::string>{self.read.remarks}; },
            "Sentences: what was left out.")
        .def("_tune", &tuned, py::kw_only(), py::arg("space"), py::arg("start"), py::arg("strategy"),
             py::arg("trials"), py::arg("passes"), py::arg("rule"), py::arg("seed"), py::arg("labels"),
             py::arg("forward"), py::arg("folds"), py::arg("inner"), py::arg("one_world"), py::arg("threads"),
             py::arg("log"), py::arg("progress"), "Behind m150.tune, which makes tables of it.")
        .def("_fit_confidence", &fitted_confidence, py::kw_only(), py::arg("start"), py::arg("labels"),
             py::arg("folds"), py::arg("seed"), py::arg("l2"),
             "Behind m150.fit_confidence, which makes tables of it.");
}

}  // namespace m150::python
