// What a snapshot says nobody knows yet.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using GapsView = View<Gaps>;
using TopicView = View<TopicWithoutSupply>;
using QuestionView = View<QuestionWithoutAnswer>;

PlainDict topic_to_dict(const TopicView& one) {
    py::dict dict;
    dict["topic"] = one->gap.topic;
    dict["title"] = one->item.title;
    dict["score"] = one->gap.score;
    dict["would_come"] = one->gap.would_come;
    dict["know"] = one->gap.know;
    dict["available"] = one->available;
    dict["unserved"] = one->unserved;
    return PlainDict(std::move(dict));
}

std::optional<std::string> best_name(const QuestionView& one) {
    const Municipality* best = one->best ? one.now.find(*one->best) : nullptr;
    if (best == nullptr) return std::nullopt;
    return best->name;
}

PlainDict question_to_dict(const QuestionView& one) {
    py::dict dict;
    dict["question"] = one->question;
    dict["title"] = one->item.title;
    dict["date"] = one->date.str();
    dict["topics"] = plain(one->item.topics);
    dict["confidence"] = one->confidence;
    dict["told"] = one->told;
    dict["best"] = one->best ? py::object(py::str(one->best->str())) : py::object(py::none());
    const std::optional<std::string> name = best_name(one);
    dict["best_name"] = name ? py::object(py::str(*name)) : py::object(py::none());
    dict["best_confidence"] = one->best_confidence;
    return PlainDict(std::move(dict));
}

PlainDict gaps_to_dict(const GapsView& gaps) {
    py::list topics, questions;
    for (const TopicWithoutSupply& one : gaps->topics)
        topics.append(topic_to_dict(gaps.at(one)));
    for (const QuestionWithoutAnswer& one : gaps->questions)
        questions.append(question_to_dict(gaps.at(one)));
    py::dict dict;
    dict["since"] = gaps->since.str();
    dict["today"] = gaps->today.str();
    dict["topics"] = topics;
    dict["questions"] = questions;
    dict["asked_again"] = gaps->asked_again;
    dict["open_questions"] = gaps->open_questions;
    return PlainDict(std::move(dict));
}

void bind_types(py::module_& module) {
    py::class_<TopicView>(module, "TopicWithoutSupply",
                          "A topic that more need than those who know can help.")
        .def_property_readonly(
            "gap", [](const TopicView& one) { return one.at(one->gap); }, "What gap_map says of it.")
        .def_property_readonly(
            "available", [](const TopicView& one) { return one->available; },
            "Municipalities that know and did not ask to be left alone.")
        .def_property_readonly(
            "unserved", [](const TopicView& one) { return one->unserved; },
            "Municipalities that would come for it, beyond those that can be helped.")
        .def_property_readonly(
            "item", [](const TopicView& one) { return one->item; }, "To be put on an agenda.")
        .def("to_dict", &topic_to_dict, "Everything but `gap` in full, as plain values.")
        .def("__repr__",
             [](const TopicView& one) { return "<m150.TopicWithoutSupply " + one->gap.topic.str() + ">"; });
    py::class_<QuestionView>(
        module, "QuestionWithoutAnswer",
        "An open question of which the reply is that nobody knows yet, or of which it was "
        "told last that nobody answered.")
        .def_property_readonly(
            "question", [](const QuestionView& one) { return one->question; }, "Id of the question.")
        .def_property_readonly(
            "date", [](const QuestionView& one) { return one->date; }, "Day on which it was asked.")
        .def_property_readonly(
            "confidence", [](const QuestionView& one) { return one->confidence; },
            "0..1 that something existing helps.")
        .def_property_readonly(
            "told", [](const QuestionView& one) { return one->told; },
            "Whether its last outcome says that nobody answered it; else that is guessed.")
        .def_property_readonly(
            "best", [](const QuestionView& one) { return one->best; },
            "Code of who surest knows of those that ask() names; None: nobody.")
        .def_property_readonly("best_name", &best_name, "Its name; None: nobody.")
        .def_property_readonly(
            "best_confidence", [](const QuestionView& one) { return one->best_confidence; },
            "0..1 that it knows.")
        .def_property_readonly(
            "item", [](const QuestionView& one) { return one->item; }, "To be put on an agenda.")
        .def("to_dict", &question_to_dict, "Everything as plain values.")
        .def("__repr__", [](const QuestionView& one) {
            return "<m150.QuestionWithoutAnswer " + one->question.str() + ">";
        });
    py::class_<GapsView> type(module, "Gaps", "What nobody knows yet: demand without supply.");
    type.def_property_readonly(
            "since", [](const GapsView& gaps) { return gaps->since; }, "First day of the open questions.")
        .def_property_readonly(
            "today", [](const GapsView& gaps) { return gaps->today; }, "Last day counted.")
        .def_property_readonly(
            "topics", [](const GapsView& gaps) { return gaps.each(gaps->topics); },
            "Topics, those with the most unserved first.")
        .def_property_readonly(
            "questions", [](const GapsView& gaps) { return gaps.each(gaps->questions); },
            "Questions, newest first.")
        .def_property_readonly(
            "asked_again", [](const GapsView& gaps) { return gaps->asked_again; },
            "Open questions that were put again.")
        .def_property_readonly(
            "open_questions", [](const GapsView& gaps) { return gaps->open_questions; },
            "Open questions of members in the period.")
        .def("to_dict", &gaps_to_dict, "Everything as plain values.")
        .def("__repr__", [](const GapsView& gaps) {
            return "<m150.Gaps: " + std::to_string(gaps->topics.size()) + " topics, " +
                   std::to_string(gaps->questions.size()) + " questions>";
        });
    add_html(type, "gaps");
    add_frame(type, "gaps",
              "One row per topic, then one per question: kind, id, title, date, unserved, available, "
              "confidence, told, best, best_name, best_confidence. Needs pandas (ImportError).");
}

}  // namespace

void bind_gaps(py::module_& module) {
    bind_types(module);
    const GapsOptions defaults;
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    type.def(
        "gaps",
        [](const Snapshot& now, const std::optional<Id<Network>>& network, const std::optional<Date>& since,
           const GapWeights& weights, int helped_by_one, std::size_t most_questions) {
            const py::gil_scoped_release release;
            return view_of(gaps(now, {network, since, weights, helped_by_one, most_questions}), now);
        },
        py::arg("network") = py::none(), py::kw_only(), py::arg("since") = py::none(),
        py::arg_v("weights", defaults.weights, "GapWeights()"),
        py::arg("helped_by_one") = defaults.helped_by_one,
        py::arg("most_questions") = defaults.most_questions,
        "What nobody knows yet: topics that more members need than those who know can help, and open "
        "questions of which ask() says, when they are put again, that nobody knows yet, or of which the last "
        "outcome is no-answer. A question that an outcome says was helped is not open. Each with an item for "
        "an agenda.\n\n"
        "network, since, weights: as in gap_map(). helped_by_one: municipalities that one that knows can "
        "help, each by itself: as many as share_load lets one be asked. most_questions: open questions that "
        "are put again, the newest first.\n\n"
        "InvalidInput: as gap_map(), and numbers out of range. The GIL is released.");
}

}  // namespace m150::python
