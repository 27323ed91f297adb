// The questions of a period, shared over those who know.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

// Texts, (text, code of who asks), or dicts of the arguments of ask().
class QuestionsArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(QuestionsArgument, py::object, [](PyObject*) { return true; })
};

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::QuestionsArgument> {
    static constexpr auto name = const_name(
        "collections.abc.Sequence[str | tuple[str, str | None] | collections.abc.Mapping[str, typing.Any]]");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

using QuestionView = View<SharedQuestion>;
using LoadView = View<MunicipalityLoad>;
using LoadPlanView = View<LoadPlan>;

std::string name_of(const Snapshot& now, const Id<Municipality>& id) {
    const Municipality* municipality = now.find(id);
    return municipality != nullptr ? municipality->name : id.str();
}

template <class Value>
void take(const py::handle& from, Value& into, const std::string& where, const char* expected) {
    try {
        into = py::cast<Value>(from);
    } catch (const py::cast_error&) {
        throw py::type_error(where + ": expected " + expected);
    }
}

AskOptions question_from_dict(const py::dict& dict, const std::string& where) {
    AskOptions question;
    for (const auto& [key, value] : dict) {
        const std::string name = py::str(key);
        const std::string field = where + ", " + name;
        if (name == "text") {
            if (!text_from_python(value, question.text)) throw py::type_error(field + ": expected str");
        } else if (name == "asked_by") {
            take(value, question.asked_by, field, "the code of a municipality or None");
        } else if (name == "about") {
            take(value, question.about, field, "a sequence of ids of topics");
        } else if (name == "topics") {
            take(value, question.topics, field, "a sequence of ids of topics");
        } else if (name == "networks") {
            take(value, question.networks, field, "a sequence of ids of networks");
        } else if (name == "provinces") {
            take(value, question.provinces, field, "a sequence of names of provinces");
        } else if (name == "from_") {
            take(value, question.from, field, "a date or None");
        } else if (name == "to") {
            take(value, question.to, field, "a date or None");
        } else {
            throw InvalidInput({where, "there is no '" + excerpt(name, 40) + "'",
                                "text, asked_by, about, topics, networks, provinces, from_ or to", ""});
        }
    }
    return question;
}

AskOptions question_from(const py::handle& given, const std::string& where) {
    AskOptions question;
    if (text_from_python(given, question.text)) return question;
    if (py::isinstance<py::tuple>(given) && py::len(given) == 2) {
        const auto pair = py::reinterpret_borrow<py::tuple>(given);
        if (!text_from_python(pair[0], question.text)) throw py::type_error(where + ", text: expected str");
        take(pair[1], question.asked_by, where + ", asked_by", "the code of a municipality or None");
        return question;
    }
    if (PyMapping_Check(given.ptr()) != 0 && py::hasattr(given, "keys"))
        return question_from_dict(py::dict(py::reinterpret_borrow<py::object>(given)), where);
    throw py::type_error(where + ": expected a text, a tuple (text, asked_by) or a mapping");
}

std::vector<AskOptions> questions_from(const QuestionsArgument& given) {
    if (py::isinstance<py::str>(given) || PySequence_Check(given.ptr()) == 0)
        throw py::type_error("share_load, questions: expected a sequence of questions");
    std::vector<AskOptions> questions;
    for (const py::handle one : given) {
        questions.push_back(
            question_from(one, "share_load, question " + std::to_string(questions.size() + 1)));
    }
    return questions;
}

py::list knowers_to_list(const Snapshot& now, const std::vector<Knower>& knowers, TextLanguage language) {
    py::list list;
    for (const Knower& knower : knowers) {
        py::dict dict;
        dict["municipality"] = knower.municipality;
        dict["name"] = name_of(now, knower.municipality);
        dict["score"] = knower.score;
        dict["reasons"] = reasons_to_list(now, knower.reasons, language);
        list.append(dict);
    }
    return list;
}

PlainDict question_to_dict(const QuestionView& question, TextLanguage language) {
    py::dict dict;
    dict["text"] = question->text;
    dict["asked_by"] = question->asked_by;
    dict["asked"] = knowers_to_list(question.now, question->asked, language);
    dict["ranked"] = knowers_to_list(question.now, question->ranked, language);
    dict["score"] = question->score;
    dict["ranked_score"] = question->ranked_score;
    dict["notices"] = reasons_to_list(question.now, question->notices, language);
    return PlainDict(std::move(dict));
}

PlainDict load_to_dict(const LoadView& load) {
    py::dict dict;
    dict["municipality"] = load->municipality;
    dict["name"] = name_of(load.now, load->municipality);
    dict["before"] = load->before;
    dict["asked"] = load->asked;
    dict["capacity"] = load->capacity;
    dict["knows"] = load->knows;
    dict["ranked"] = load->ranked;
    return PlainDict(std::move(dict));
}

PlainDict plan_to_dict(const LoadPlanView& plan, const std::string& lang) {
    const TextLanguage language = language_of(lang);
    py::list questions;
    for (const SharedQuestion& question : plan->questions)
        questions.append(question_to_dict(plan.at(question), language));
    py::list loads;
    for (const MunicipalityLoad& load : plan->loads)
        loads.append(load_to_dict(plan.at(load)));
    py::dict dict;
    dict["questions"] = questions;
    dict["loads"] = loads;
    dict["never_asked"] = plain(plan->never_asked);
    dict["gini"] = plan->gini;
    dict["gini_ranked"] = plan->gini_ranked;
    dict["score"] = plan->score;
    dict["ranked_score"] = plan->ranked_score;
    dict["unfair_score"] = plan->unfair_score;
    dict["price"] = plan->price;
    dict["crowding"] = plan->crowding;
    dict["objective"] = plan->objective;
    dict["upper_bound"] = plan->upper_bound;
    dict["notices"] = reasons_to_list(plan.now, plan->notices, language);
    return PlainDict(std::move(dict));
}

void bind_question(py::module_& module) {
    py::class_<QuestionView>(module, "SharedQuestion", "Whom a plan of shared load asks one question.")
        .def_property_readonly(
            "text", [](const QuestionView& one) { return one->text; }, "The question, as given.")
        .def_property_readonly(
            "asked_by", [](const QuestionView& one) { return one->asked_by; }, "Code of who asks, or None.")
        .def_property_readonly(
            "asked", [](const QuestionView& one) { return one.each(one->asked); },
            "The municipalities to ask, best first; ties by code.")
        .def_property_readonly(
            "ranked", [](const QuestionView& one) { return one.each(one->ranked); },
            "The best, had nothing been shared.")
        .def_property_readonly(
            "score", [](const QuestionView& one) { return one->score; }, "Sum of the scores of asked.")
        .def_property_readonly(
            "ranked_score", [](const QuestionView& one) { return one->ranked_score; },
            "Sum of the scores of ranked: the difference is what sharing costs this question.")
        .def_property_readonly(
            "notices", [](const QuestionView& one) { return one.each(one->notices); },
            "With share 0: who of ranked was passed over and why, places that stay empty, what ask() says.")
        .def(
            "to_dict",
            [](const QuestionView& one, const std::string& lang) {
                return question_to_dict(one, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const QuestionView& one) {
            return "<m150.SharedQuestion: " + std::to_string(one->asked.size()) + " asked, " +
                   std::string(py::str("{:.3f}").format(one->score)) + ">";
        });
}

void bind_load(py::module_& module) {
    const auto number = [](int MunicipalityLoad::*member) {
        return [member](const LoadView& load) { return (*load).*member; };
    };
    py::class_<LoadView>(module, "MunicipalityLoad", "How often a plan asks one municipality.")
        .def_property_readonly(
            "municipality", [](const LoadView& load) { return load->municipality; }, "Its code.")
        .def_property_readonly(
            "name", [](const LoadView& load) { return name_of(load.now, load->municipality); }, "Its name.")
        .def_property_readonly("before", number(&MunicipalityLoad::before),
                               "How often it was asked in the period already.")
        .def_property_readonly("asked", number(&MunicipalityLoad::asked), "How often the plan asks it.")
        .def_property_readonly("capacity", number(&MunicipalityLoad::capacity), "How often it may be asked.")
        .def_property_readonly("knows", number(&MunicipalityLoad::knows),
                               "Of how many of the questions it could be asked.")
        .def_property_readonly("ranked", number(&MunicipalityLoad::ranked),
                               "How often it would be asked if nothing were shared.")
        .def_property_readonly(
            "load", [](const LoadView& load) { return load->load(); }, "before and asked together.")
        .def(
            "to_dict", [](const LoadView& load) { return load_to_dict(load); }, "Everything as plain values.")
        .def("__repr__", [](const LoadView& load) {
            return "<m150.MunicipalityLoad " + load->municipality.str() + " " + std::to_string(load->load()) +
                   " of " + std::to_string(load->capacity) + ">";
        });
}

void bind_plan(py::module_& module) {
    const auto number = [](double LoadPlan::*member) {
        return [member](const LoadPlanView& plan) { return (*plan).*member; };
    };
    py::class_<LoadPlanView> type(module, "LoadPlan", "Whom to ask for which question, the load shared.");
    type.def_property_readonly(
            "questions", [](const LoadPlanView& plan) { return plan.each(plan->questions); },
            "In the order given.")
        .def_property_readonly(
            "loads", [](const LoadPlanView& plan) { return plan.each(plan->loads); },
            "Of all who could be asked anything, ascending by code.")
        .def_property_readonly(
            "never_asked",
            [](const LoadPlanView& plan) { return Tuple<Id<Municipality>>{plan->never_asked}; },
            "Codes of those of them who were not asked before and are not now.")
        .def_property_readonly("gini", number(&LoadPlan::gini),
                               "Of the loads: 0 when all are alike, near 1 when one carries everything.")
        .def_property_readonly("gini_ranked", number(&LoadPlan::gini_ranked),
                               "The same if nothing were shared.")
        .def_property_readonly("score", number(&LoadPlan::score), "Sum over the questions.")
        .def_property_readonly("ranked_score", number(&LoadPlan::ranked_score),
                               "The same if nothing were shared.")
        .def_property_readonly("unfair_score", number(&LoadPlan::unfair_score),
                               "The same at fairness 0, within the capacities.")
        .def_property_readonly("price", number(&LoadPlan::price),
                               "What asking costs for each time that a municipality was asked before.")
        .def_property_readonly(
            "crowding", [](const LoadPlanView& plan) { return plan->crowding; },
            "Sum over those asked of how often each had been asked before.")
        .def_property_readonly("objective", number(&LoadPlan::objective), "score - price * crowding.")
        .def_property_readonly("upper_bound", number(&LoadPlan::upper_bound),
                               "No plan that fills as many places as evenly exceeds this: the proof.")
        .def_property_readonly(
            "notices", [](const LoadPlanView& plan) { return plan.each(plan->notices); },
            "With share 0: that everybody asked to be left alone.")
        .def("to_dict", &plan_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const LoadPlanView& plan) {
            return "<m150.LoadPlan: " + std::to_string(plan->questions.size()) + " questions, " +
                   std::to_string(plan->loads.size()) + " municipalities, gini " +
                   std::string(py::str("{:.3f}").format(plan->gini)) + ">";
        });
    add_html(type, "load_plan");
    add_frame(type, "load_plan",
              "One row per question and municipality asked: question (its number, from 1), text, asked_by, "
              "municipality, name, score, why. Needs pandas (ImportError).");
    type.def(
        "loads_frame",
        [](const py::object& self) {
            return py::reinterpret_borrow<DataFrame>(shown_by("m150.frames", "loads", self));
        },
        "One row per municipality: municipality, name, before, asked, capacity, knows, ranked. Needs pandas "
        "(ImportError).");
}

void bind_method(py::class_<Snapshot>& type) {
    using Counts = std::map<Id<Municipality>, int>;
    const ShareOptions defaults;
    type.def(
        "share_load",
        [](const Snapshot& now, const QuestionsArgument& questions, int per_question, int capacity,
           const Counts& capacities, const Counts& load_so_far, const std::optional<Date>& since,
           double fairness, double step, double least) {
            const ShareOptions options{questions_from(questions),
                                       per_question,
                                       capacity,
                                       capacities,
                                       load_so_far,
                                       since,
                                       fairness,
                                       step,
                                       least};
            const py::gil_scoped_release release;
            return view_of(share_load(now, options), now);
        },
        py::arg("questions"), py::kw_only(), py::arg("per_question") = defaults.per_question,
        py::arg("capacity") = defaults.capacity, py::arg("capacities") = py::dict(),
        py::arg("load_so_far") = py::dict(), py::arg("since") = py::none(),
        py::arg("fairness") = defaults.fairness, py::arg("step") = defaults.step,
        py::arg("least") = defaults.least,
        "Whom to ask for which question of a period, so that the load is shared: exact, with the proof.\n\n"
        "questions: 1 to 1000, each a text, a tuple (text, code of who asks) or a mapping with arguments of "
        "ask(): text,\nasked_by, about, topics, networks, provinces, from_, to.\n"
        "per_question: municipalities to ask for each, at most, 1 to 100.\n"
        "capacity: how often a municipality is asked in the period, at most, 0 to 10,000; capacities: by "
        "code, where it\ndiffers.\n"
        "load_so_far: by code, how often it was asked in this period already. since: first day of the "
        "period: who was asked\nfrom that day on, by outcomes passed_on and contacted, counts as well, once "
        "for "
        "a stored question however often\nit is told; None: none do.\n"
        "fairness: 0: the best are asked, within their capacities; 1: the load is as even as can be among "
        "those who know\nanything of it, and only then the best. Between, (1 - fairness) * scores - fairness "
        "* step * crowding is largest.\n"
        "step: at fairness 0.5, by how much in score somebody must be better for each time more that it was "
        "asked; above 0,\nat most 1.\n"
        "least: who scores less than this part of what the best scores is not asked, 0..1.\n\n"
        "InvalidInput, for all questions together: what ask() refuses, options out of range. The GIL is "
        "released.");
}

}  // namespace

void bind_share_load(py::module_& module) {
    bind_question(module);
    bind_load(module);
    bind_plan(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_method(type);
}

}  // namespace m150::python
