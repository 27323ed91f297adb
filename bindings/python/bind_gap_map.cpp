// What a snapshot says of topics: the gap map.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using GapView = View<TopicGap>;
using MapView = View<GapMap>;
using Levels = Tuple<std::pair<Id<Municipality>, double>>;

std::string label_of(const Snapshot& now, const Id<Topic>& id) {
    const Topic* topic = now.find(id);
    return topic != nullptr ? topic->preferred_label : id.str();
}

Levels levels_of(const std::vector<MunicipalityLevel>& list) {
    Levels levels;
    for (const MunicipalityLevel& one : list)
        levels.items.emplace_back(one.municipality, one.level);
    return levels;
}

py::object optional_date(const std::optional<Date>& date) {
    return date ? py::object(py::str(date->str())) : py::object(py::none());
}

PlainDict burst_to_dict(const QuestionBurst& burst) {
    py::dict dict;
    dict["from"] = burst.from.str();
    dict["to"] = burst.to.str();
    dict["questions"] = burst.questions;
    dict["weight"] = burst.weight;
    return PlainDict(std::move(dict));
}

PlainDict gap_to_dict(const GapView& gap, TextLanguage language) {
    const auto levels = [](const std::vector<MunicipalityLevel>& list) {
        py::dict dict;
        for (const MunicipalityLevel& one : list)
            dict[py::str(one.municipality.str())] = one.level;
        return dict;
    };
    py::list bursts;
    for (const QuestionBurst& burst : gap->bursts)
        bursts.append(burst_to_dict(burst));
    py::dict dict;
    dict["topic"] = gap->topic;
    dict["label"] = label_of(gap.now, gap->topic);
    dict["score"] = gap->score;
    dict["demand"] = gap->demand;
    dict["supply"] = gap->supply;
    dict["questions"] = gap->questions;
    dict["questions_before"] = gap->questions_before;
    dict["open_questions"] = gap->open_questions;
    dict["last_treated"] = optional_date(gap->last_treated);
    dict["last_meeting"] = gap->last_meeting;
    dict["would_come"] = gap->would_come;
    dict["comers"] = levels(gap->comers);
    dict["know"] = gap->know;
    dict["knowers"] = levels(gap->knowers);
    dict["bursts"] = bursts;
    dict["news"] = plain(gap->news);
    dict["reasons"] = reasons_to_list(gap.now, gap->reasons, language);
    return PlainDict(std::move(dict));
}

void bind_gap(py::module_& module) {
    py::class_<View<QuestionBurst>>(module, "QuestionBurst",
                                    "Months in which many questions came on a topic.")
        .def_property_readonly(
            "from_", [](const View<QuestionBurst>& one) { return one->from; },
            "First day of its first month.")
        .def_property_readonly(
            "to", [](const View<QuestionBurst>& one) { return one->to; },
            "Last day of its last month, or today.")
        .def_property_readonly(
            "questions", [](const View<QuestionBurst>& one) { return one->questions; }, "On the topic in it.")
        .def_property_readonly(
            "weight", [](const View<QuestionBurst>& one) { return one->weight; },
            "By how much a burst explains them better than the usual rate does.")
        .def(
            "to_dict", [](const View<QuestionBurst>& one) { return burst_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const View<QuestionBurst>& one) {
            return "<m150.QuestionBurst " + one->from.str() + " to " + one->to.str() + ": " +
                   std::to_string(one->questions) + " questions>";
        });
    const auto number = [](int TopicGap::*member) {
        return [member](const GapView& gap) { return (*gap).*member; };
    };
    py::class_<GapView>(module, "TopicGap", "What plays on a topic: demand, supply, and how that changes.")
        .def_property_readonly(
            "topic", [](const GapView& gap) { return gap->topic; }, "Id of the topic.")
        .def_property_readonly(
            "label", [](const GapView& gap) { return label_of(gap.now, gap->topic); }, "The topic's label.")
        .def_property_readonly(
            "score", [](const GapView& gap) { return gap->score; }, "The sum of reasons.")
        .def_property_readonly(
            "reasons", [](const GapView& gap) { return gap.each(gap->reasons); }, "What raises it.")
        .def_property_readonly(
            "demand", [](const GapView& gap) { return gap->demand; }, "Mean over the members, 0..1.")
        .def_property_readonly(
            "supply", [](const GapView& gap) { return gap->supply; }, "Mean expertise of the members, 0..1.")
        .def_property_readonly("questions", number(&TopicGap::questions), "Of members in the period.")
        .def_property_readonly("questions_before", number(&TopicGap::questions_before),
                               "In as long a period before.")
        .def_property_readonly("open_questions", number(&TopicGap::open_questions),
                               "Of questions: without an answer that is up to date, nor helped otherwise.")
        .def_property_readonly(
            "last_treated", [](const GapView& gap) { return gap->last_treated; },
            "Day of the last meeting that treated it; None: none did.")
        .def_property_readonly(
            "last_meeting", [](const GapView& gap) { return gap->last_meeting; }, "Id of that meeting.")
        .def_property_readonly("would_come", number(&TopicGap::would_come),
                               "Members whose demand is at least 1/4.")
        .def_property_readonly(
            "comers", [](const GapView& gap) { return levels_of(gap->comers); },
            "Of those, (code, demand), the largest first.")
        .def_property_readonly("know", number(&TopicGap::know), "Members whose expertise is at least 1/2.")
        .def_property_readonly(
            "knowers", [](const GapView& gap) { return levels_of(gap->knowers); },
            "Of those, (code, expertise), the largest first.")
        .def_property_readonly(
            "bursts", [](const GapView& gap) { return gap.each(gap->bursts); },
            "Bursts of questions (Kleinberg 2002) that reach into the period.")
        .def_property_readonly(
            "news", [](const GapView& gap) { return Tuple<Id<NewsItem>>{gap->news}; },
            "Ids of the news items of the period, newest first.")
        .def(
            "to_dict",
            [](const GapView& gap, const std::string& lang) { return gap_to_dict(gap, language_of(lang)); },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const GapView& gap) {
            return "<m150.TopicGap " + gap->topic.str() + " " +
                   std::string(py::str("{:.3f}").format(gap->score)) + ">";
        });
    py::class_<MapView> map(module, "GapMap", "What plays in a network, topic by topic.");
    map.def_property_readonly(
           "since", [](const MapView& one) { return one->since; }, "First day counted.")
        .def_property_readonly(
            "today", [](const MapView& one) { return one->today; }, "Last day counted.")
        .def_property_readonly(
            "members", [](const MapView& one) { return one->members; }, "Municipalities counted.")
        .def_property_readonly(
            "topics", [](const MapView& one) { return one.each(one->topics); },
            "All topics, by descending score, ties by id.")
        .def(
            "to_dict",
            [](const MapView& one, const std::string& lang) {
                py::list topics;
                for (const TopicGap& gap : one->topics)
                    topics.append(gap_to_dict(one.at(gap), language_of(lang)));
                py::dict dict;
                dict["since"] = one->since.str();
                dict["today"] = one->today.str();
                dict["members"] = one->members;
                dict["topics"] = topics;
                return PlainDict(std::move(dict));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const MapView& one) {
            return "<m150.GapMap: " + std::to_string(one->topics.size()) + " topics, " +
                   std::to_string(one->members) + " members>";
        });
    add_html(map, "gap_map");
    add_frame(map, "gap_map",
              "One row per topic: topic, label, score, demand, supply, questions, questions_before, "
              "open_questions, last_treated, would_come, know. Needs pandas (ImportError).");
}

void bind_method(py::class_<Snapshot>& type) {
    const GapMapOptions defaults;
    type.def(
        "gap_map",
        [](const Snapshot& now, const std::optional<Id<Network>>& network, const std::optional<Date>& since,
           const GapWeights& weights, double burst_times, double burst_cost, std::size_t listed) {
            const py::gil_scoped_release release;
            return view_of(gap_map(now, {network, since, weights, {burst_times, burst_cost}, listed}), now);
        },
        py::arg("network") = py::none(), py::kw_only(), py::arg("since") = py::none(),
        py::arg_v("weights", defaults.weights, "GapWeights()"),
        py::arg("burst_times") = defaults.bursts.times, py::arg("burst_cost") = defaults.bursts.cost,
        py::arg("listed") = defaults.listed,
        "What plays in a network, topic by topic: what is asked, who could help, when it was last treated, "
        "who "
        "would come.\n\n"
        "network: None: all municipalities. since: first day of the questions counted; None: a year before "
        "today.\n"
        "burst_times: how much more often questions come in a burst, above 1; burst_cost: of entering one. "
        "listed:\nmunicipalities named of those who would come and who know.\n\n"
        "InvalidInput: an unknown network or one without members, a period that starts after today, options "
        "out of\nrange. The GIL is released.");
}

}  // namespace

void bind_gap_map(py::module_& module) {
    bind_gap(module);
    auto type = py::reinterpret_borrow<py::class_<Snapshot>>(module.attr("Snapshot"));
    bind_method(type);
}

}  // namespace m150::python
