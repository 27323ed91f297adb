// What ask() gives back.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using ReplyView = View<Reply>;
using AnswerView = View<FoundAnswer>;
using KnowerView = View<Knower>;

PlainDict answer_to_dict(const AnswerView& found, TextLanguage language) {
    py::dict dict;
    dict["question"] = record_to_dict(found->question);
    dict["answers"] = plain(found->answers);
    dict["score"] = found->score;
    dict["reasons"] = reasons_to_list(found.now, found->reasons, language);
    dict["snippet"] = found->snippet.text;
    dict["snippet_of"] = found->snippet.of;
    return PlainDict(std::move(dict));
}

PlainDict knower_to_dict(const KnowerView& knower, TextLanguage language) {
    const Municipality* municipality = knower.now.find(knower->municipality);
    py::dict dict;
    dict["municipality"] = knower->municipality;
    dict["name"] = municipality != nullptr ? municipality->name : "";
    dict["score"] = knower->score;
    dict["confidence"] = knower->confidence;
    dict["reasons"] = reasons_to_list(knower.now, knower->reasons, language);
    return PlainDict(std::move(dict));
}

const char* name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::likely:
            return "likely";
        case Verdict::perhaps:
            return "perhaps";
        case Verdict::somebody:
            return "somebody";
        case Verdict::nobody:
            break;
    }
    return "nobody";
}

PlainDict reply_to_dict(const ReplyView& reply, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list answers;
    for (const FoundAnswer& found : reply->answers)
        answers.append(answer_to_dict(reply.at(found), language));
    py::list municipalities;
    for (const Knower& knower : reply->municipalities)
        municipalities.append(knower_to_dict(reply.at(knower), language));
    py::dict dict;
    dict["confidence"] = reply->confidence;
    dict["verdict"] = name_of(reply->verdict);
    dict["verdict_text"] = explain(reply->verdict, language);
    dict["answers"] = answers;
    dict["municipalities"] = municipalities;
    dict["notices"] = reasons_to_list(reply.now, reply->notices, language);
    dict["understood"] = understood_to_dict(reply->understood, language);
    return PlainDict(std::move(dict));
}

void bind_found_answer(py::module_& module) {
    py::class_<AnswerView> type(
        module, "FoundAnswer", "An existing question with its answers, and how well it fits what was asked.");
    type.def_property_readonly(
            "question", [](const AnswerView& found) { return found->question; }, "The existing question.")
        .def_property_readonly(
            "answers", [](const AnswerView& found) { return Tuple<Answer>{found->answers}; },
            "Its answers that the viewer may see, ascending by date; empty when nobody answered yet.")
        .def_property_readonly(
            "score", [](const AnswerView& found) { return found->score; },
            "Comparable across questions; the sum of the reasons' shares.")
        .def_property_readonly(
            "reasons", [](const AnswerView& found) { return found.each(found->reasons); },
            "Why the score is what it is.")
        .def_property_readonly(
            "snippet", [](const AnswerView& found) { return found.at(found->snippet); },
            "The piece of the question, or of one of the answers, that shows most of what was asked.")
        .def(
            "to_dict",
            [](const AnswerView& found, const std::string& lang) {
                return answer_to_dict(found, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const AnswerView& found) {
            return "<m150.FoundAnswer " + found->question.id.str() + " " +
                   std::string(py::str("{:.3f}").format(found->score)) + ">";
        });
    add_html(type, "found_answer");
}

void bind_knower(py::module_& module) {
    py::class_<KnowerView> type(module, "Knower", "A municipality that knows about what was asked.");
    type.def_property_readonly(
            "municipality", [](const KnowerView& knower) { return knower->municipality; }, "Its code.")
        .def_property_readonly(
            "name",
            [](const KnowerView& knower) {
                const Municipality* municipality = knower.now.find(knower->municipality);
                return municipality != nullptr ? municipality->name : knower->municipality.str();
            },
            "Its name.")
        .def_property_readonly(
            "score", [](const KnowerView& knower) { return knower->score; },
            "Comparable across questions; the sum of the reasons' shares.")
        .def_property_readonly(
            "confidence", [](const KnowerView& knower) { return knower->confidence; },
            "0..1 that it knows, if the question is of the field.")
        .def_property_readonly(
            "reasons", [](const KnowerView& knower) { return knower.each(knower->reasons); }, "The evidence.")
        .def(
            "to_dict",
            [](const KnowerView& knower, const std::string& lang) {
                return knower_to_dict(knower, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const KnowerView& knower) {
            return "<m150.Knower " + knower->municipality.str() + " " +
                   std::string(py::str("{:.3f}").format(knower->score)) + ">";
        });
    add_html(type, "knower");
}

}  // namespace

void bind_answers(py::module_& module) {
    bind_found_answer(module);
    bind_knower(module);
    py::class_<ReplyView> type(
        module, "Reply",
        "What is known about a question: existing answers, who knows, and how sure that is.");
    type.def_property_readonly(
            "answers", [](const ReplyView& reply) { return reply.each(reply->answers); },
            "Existing question-answer pairs, best first; ties by the question's id.")
        .def_property_readonly(
            "municipalities", [](const ReplyView& reply) { return reply.each(reply->municipalities); },
            "Who knows, best first; ties by code.")
        .def_property_readonly(
            "confidence", [](const ReplyView& reply) { return reply->confidence; },
            "0..1 that an existing answer helps.")
        .def_property_readonly(
            "verdict", [](const ReplyView& reply) { return name_of(reply->verdict); },
            "What to make of the confidence: 'likely' (an existing answer probably helps), 'perhaps', "
            "'somebody' (probably not, but one of the municipalities named probably knows) or 'nobody' "
            "(nobody "
            "knows yet). The limits are the parameters verdict.*.")
        .def(
            "explain_verdict",
            [](const ReplyView& reply, const std::string& lang) {
                return explain(reply->verdict, language_of(lang));
            },
            py::arg("lang") = "nl", "The verdict in words, in 'nl' or 'en'.")
        .def_property_readonly(
            "understood", [](const ReplyView& reply) { return reply.at(reply->understood); },
            "What was looked for: a sequence of terms, with what was made of the question's words.")
        .def_property_readonly(
            "notices", [](const ReplyView& reply) { return reply.each(reply->notices); },
            "What the asker should know, with share 0: a merged municipality, nothing to search for.")
        .def("to_dict", &reply_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ReplyView& reply) {
            return "<m150.Reply: " + std::to_string(reply->answers.size()) + " answers, " +
                   std::to_string(reply->municipalities.size()) + " municipalities, confidence " +
                   std::string(py::str("{:.2f}").format(reply->confidence)) + ">";
        });
    add_html(type, "reply");
    add_frame(type, "answers",
              "One row per existing answer: question, title, date, asked_by, answers, accepted, score, why. "
              "Needs pandas (ImportError).");
    type.def(
        "knowers_frame",
        [](const py::object& self) {
            return py::reinterpret_borrow<DataFrame>(shown_by("m150.frames", "knowers", self));
        },
        "One row per municipality that knows: municipality, name, score, why. Needs pandas (ImportError).");
}

}  // namespace m150::python
