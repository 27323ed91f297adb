// What became of questions: telling it, counting it, and learning from it how sure to be and who knows.
#include "arguments.hpp"
#include "knowledge_class.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using FiguresView = View<OutcomeFigures>;

template <class Value>
py::object or_none(const std::optional<Value>& value) {
    return value ? py::cast(*value) : py::none();
}

PlainDict row_to_dict(const OutcomeRow& row) {
    const OutcomeCounts& counts = row.counts;
    py::dict dict;
    dict["topic"] = row.topic ? py::object(py::str(row.topic->str())) : py::object(py::none());
    dict["from"] = row.from ? py::object(py::str(row.from->str())) : py::object(py::none());
    dict["cases"] = counts.cases;
    dict["by_base"] = counts.by_base;
    dict["passed_on"] = counts.passed_on;
    dict["contacted"] = counts.contacted;
    dict["waiting"] = counts.waiting;
    dict["unanswered"] = counts.unanswered;
    dict["declined"] = counts.declined;
    dict["told"] = counts.told;
    dict["told_helpful"] = counts.told_helpful;
    dict["part_by_base"] = counts.part_by_base();
    dict["median_days"] = or_none(counts.median_days);
    dict["median_days_by_base"] = or_none(counts.median_days_by_base);
    return PlainDict(std::move(dict));
}

FiguresBy period_named(const std::string& by) {
    if (by == "year") return FiguresBy::year;
    if (by == "quarter") return FiguresBy::quarter;
    if (by == "month") return FiguresBy::month;
    throw InvalidInput({"outcome_figures, by", "is '" + by + "'", "'year', 'quarter' or 'month'", ""});
}

void bind_figures(py::module_& module) {
    py::class_<FiguresView> type(module, "OutcomeFigures",
                                 "How often the base answered, and how long that took, by topic and period.");
    type.def_property_readonly(
            "rows",
            [](const FiguresView& figures) {
                std::vector<PlainDict> rows;
                for (const OutcomeRow& row : figures->rows)
                    rows.push_back(row_to_dict(row));
                return rows;
            },
            "Topic and from None: all of them. All topics first, then topic by topic. Of the cases: by_base, "
            "passed_on, contacted (answered by), waiting (with a municipality, which has not answered yet), "
            "unanswered; declined (somebody could not help); told (the asker said of something whether it "
            "helped), told_helpful (something did); part_by_base; median_days from asked to answered: to the "
            "day the base gave its answer, or it was told that a municipality helped.")
        .def_property_readonly(
            "said", [](const FiguresView& figures) { return figures->said; },
            "Cases of which it is told what confidence the base had said.")
        .def_property_readonly(
            "said_mean", [](const FiguresView& figures) { return figures->said_mean; },
            "Mean of those confidences.")
        .def_property_readonly(
            "helped_part", [](const FiguresView& figures) { return figures->helped_part; },
            "Part of those in which an answer of the base helped.")
        .def("__repr__", [](const FiguresView& figures) {
            return "<m150.OutcomeFigures: " + std::to_string(figures->rows.size()) + " rows>";
        });
    add_html(type, "outcome_figures");
    add_frame(type, "outcome_figures", "The rows as a table. Needs pandas (ImportError).");
    auto snapshot = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    snapshot.def(
        "outcome_figures",
        [](const Snapshot& now, const std::optional<Id<Network>>& network, const std::optional<Date>& since,
           const std::string& by) {
            const FiguresBy period = period_named(by);
            const py::gil_scoped_release release;
            return view_of(outcome_figures(now, {network, since, period}), now);
        },
        py::arg("network") = py::none(), py::kw_only(), py::arg("since") = py::none(),
        py::arg("by") = "quarter",
        "What became of questions, by topic and period of asking. Outcomes of one stored question are one "
        "case; of what was told again of one municipality or pair the last verdict counts. An answer of the "
        "base answers it unless it turned out unhelpful, a municipality once it is told that it helped: "
        "until "
        "then the case is waiting, or unanswered when a later no-answer says so.\n\n"
        "network: asked by its members; None: all. since: asked from this day on. by: 'year', 'quarter' or "
        "'month'.\n\nInvalidInput: an unknown network, a `since` after today. The GIL is released.");
}

void bind_recorded(py::module_& module) {
    py::class_<RecordedOutcome>(module, "RecordedOutcome", "What record_outcome() wrote.")
        .def_readonly("outcome", &RecordedOutcome::outcome, "As it was written.")
        .def_readonly("notices", &RecordedOutcome::notices,
                      "In words: a merged municipality that was resolved to its successor.")
        .def("__repr__", [](const RecordedOutcome& one) {
            return "<m150.RecordedOutcome " + one.outcome.id.str() + ">";
        });
}

void bind_learning(py::module_& module) {
    using R = Recalibration;
    py::class_<R>(module, "Recalibration", "How far a confidence was off, and what puts it right.")
        .def_readonly("outcomes", &R::outcomes,
                      "That taught it; what is told of the same several times is one.")
        .def_readonly("said", &R::said, "Mean confidence as it is said now.")
        .def_readonly("happened", &R::happened, "Part of the outcomes that went so.")
        .def_readonly("loss_before", &R::loss_before,
                      "Mean of -ln(chance of what happened), as it is said now.")
        .def_readonly("loss_after", &R::loss_after,
                      "The same recalibrated, each fifth of the questions by the other four.")
        .def_readonly("loss_constant", &R::loss_constant,
                      "The same had always the part been said that went so in the other four fifths. While "
                      "loss_after is above it, the confidence does not tell one case from another.")
        .def_readonly(
            "better", &R::better,
            "loss_after is below loss_before and ln 2, and the slope is .1 or more: below, next to the "
            "same would be said of everything. Else all is left as it was.")
        .def_readonly("slope", &R::slope, "The log-odds are multiplied by this,")
        .def_readonly("constant", &R::constant, "and this is added.")
        .def("__repr__", [](const R& one) {
            return "<m150.Recalibration of " + std::to_string(one.outcomes) + " outcomes, " +
                   (one.better ? "better>" : "no better: left as it was>");
        });
    py::class_<Recalibrated>(module, "Recalibrated", "What recalibrate() learned.")
        .def_readonly("options", &Recalibrated::options, "The base's, for configure().")
        .def_readonly("answers", &Recalibrated::answers,
                      "Of the confidence that an answer helps; None: too few outcomes, or all alike.")
        .def_readonly("knowers", &Recalibrated::knowers, "Of the confidence that a municipality knows.");
    using F = FittedKnowers;
    py::class_<F>(module, "FittedKnowers", "What fit_knowers() learned.")
        .def_readonly("options", &F::options, "The base's, for configure().")
        .def_readonly("questions", &F::questions, "That taught: somebody answered who could be named.")
        .def_readonly("loss", &F::loss, "Mean -ln(chance of those who answered), under these weights.")
        .def_readonly("loss_over_all", &F::loss_over_all,
                      "The same over all questions asked; those that taught nothing as a guess among all "
                      "municipalities.")
        .def_readonly("loss_before", &F::loss_before, "The same of the base as it is, under its own weights.")
        .def_readonly("loss_of_none", &F::loss_of_none, "The same when each is as likely as the other.")
        .def_readonly("converged", &F::converged, "Whether the fit came to its end.")
        .def_property_readonly(
            "tried",
            [](const F& one) {
                std::vector<std::tuple<std::string, double, double>> tried;
                for (const TriedValue& value : one.tried)
                    tried.emplace_back(value.name, value.value, value.loss);
                return tried;
            },
            "(parameter, value, loss_over_all) of `choose`, in the order in which they were "
            "tried, each with the others as they were chosen by then.")
        .def("__repr__", [](const F& one) {
            return "<m150.FittedKnowers of " + std::to_string(one.questions) + " questions>";
        });
}

}  // namespace

void bind_outcomes(py::module_& module) {
    bind_figures(module);
    bind_recorded(module);
    bind_learning(module);
}

void bind_outcome_methods(KnowledgeClass& type) {
    type.def(
            "record_outcome",
            [](BaseHandle& handle, const std::optional<Id<Question>>& question, OutcomeKind kind,
               const Date& date, const std::optional<Id<Municipality>>& municipality,
               const std::optional<Id<Question>>& pair, const std::optional<bool>& helpful,
               const std::optional<Date>& asked, const std::optional<Id<Municipality>>& asked_by,
               const std::vector<Id<Topic>>& topics, const std::optional<double>& confidence,
               const std::optional<Id<Outcome>>& id) {
                Outcome told;
                told.id = id.value_or(Id<Outcome>());
                told.question = question;
                told.asked_by = asked_by;
                if (asked) told.asked = *asked;
                if (!asked && !question) told.asked = date;
                told.date = date;
                told.topics = topics;
                told.kind = kind;
                told.pair = pair;
                told.municipality = municipality;
                told.helpful = helpful;
                told.confidence = confidence;
                return handle.run([&](KnowledgeBase& base) { return base.record_outcome(std::move(told)); });
            },
            py::arg("question"), py::arg("kind"), py::kw_only(), py::arg("date"),
            py::arg("municipality") = py::none(), py::arg("pair") = py::none(),
            py::arg("helpful") = py::none(), py::arg("asked") = py::none(), py::arg("asked_by") = py::none(),
            py::arg("topics") = py::tuple(), py::arg("confidence") = py::none(), py::arg("id") = py::none(),
            "Tells what became of a question, in a transaction as add(). Returns the outcome as it was "
            "written, and add()'s notices.\n\n"
            "question: its id; None: it is not stored. kind: 'answered-by-base', 'passed-on', 'contacted', "
            "'declined' or 'no-answer'. date: when that was known. municipality: who was asked. pair: id of "
            "the question whose answers were there. helpful: whether it helped; None: nobody said. asked, "
            "asked_by, topics: of the question; left out, they are those of the stored one (asked: the day "
            "of `date` when it is not stored). confidence: Reply.confidence, as it was said. id: left out, "
            "the next that is free.\n\n"
            "InvalidInput: what contradicts itself or what was told before of the question (that the same "
            "pair, or the same municipality however it was asked, helped and did not; no answer when it was "
            "helped by then), as for add() and load(); references to nothing. A verdict that has changed is "
            "told by replace() of the outcome that says otherwise.")
        .def(
            "recalibrate",
            [](BaseHandle& handle, std::size_t most, std::size_t least, const ProgressArgument& progress) {
                return handle.run_with_progress(progress, [&](KnowledgeBase& base, const ProgressFn& tick) {
                    return recalibrate(base, {most, least, tick});
                });
            },
            py::kw_only(), py::arg("most") = RecalibrateOptions{}.most,
            py::arg("least") = RecalibrateOptions{}.least, py::arg("progress") = py::none(),
            "Learns from what became of questions how sure to be: that an answer helps, and that a "
            "municipality knows (Platt scaling). Changes nothing: configure(result.options) does.\n\n"
            "Of one that it does not make better on questions that it was not fitted to nothing is changed: "
            "Recalibration.better. most: questions looked at; least: fewer outcomes teach nothing. "
            "InvalidInput when there are too few.")
        .def(
            "fit_knowers",
            [](BaseHandle& handle, std::size_t windows, double horizon, double step, std::size_t most,
               const std::vector<std::pair<std::string, std::vector<double>>>& choose, std::size_t passes,
               double ridge, const ProgressArgument& progress) {
                FitKnowersOptions options{windows, horizon, step, most, {}, passes, ridge, {}};
                for (const auto& [name, values] : choose)
                    options.choose.push_back({name, values});
                return handle.run_with_progress(progress, [&](KnowledgeBase& base, const ProgressFn& tick) {
                    options.progress = tick;
                    return fit_knowers(base, options);
                });
            },
            py::kw_only(), py::arg("windows") = FitKnowersOptions{}.windows,
            py::arg("horizon") = FitKnowersOptions{}.horizon, py::arg("step") = FitKnowersOptions{}.step,
            py::arg("most") = FitKnowersOptions{}.most, py::arg("choose") = py::tuple(),
            py::arg("passes") = FitKnowersOptions{}.passes, py::arg("ridge") = FitKnowersOptions{}.ridge,
            py::arg("progress") = py::none(),
            "Learns from the network's own past who answers what: the weights of KnowerOptions under which "
            "those who answered were likeliest. Changes nothing: configure(result.options) does.\n\n"
            "choose: further parameters, each with values to choose among by the same measure, as in "
            "[('expertise.half_life_days', [365, 730]), ('knowers.prior_answers', [1, 3, 10])]: one after "
            "the "
            "other, until nothing changes or `passes` times. "
            "Each of the windows asks what was known by a day the questions that came next: `horizon` of "
            "all questions, each window `step` earlier; at most `most` questions together. InvalidInput "
            "when no question teaches anything, and for a parameter that cannot be chosen.");
}

}  // namespace m150::python
