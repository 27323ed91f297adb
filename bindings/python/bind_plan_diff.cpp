// What one plan of a meeting changed of another.
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using DiffView = View<PlanDiff>;

PlainDict diff_to_dict(const DiffView& diff, const std::string& lang) {
    py::dict dict;
    dict["changes"] = reasons_to_list(diff.now, diff->changes, language_of(lang));
    dict["items_added"] = diff->items_added;
    dict["items_removed"] = diff->items_removed;
    dict["items_changed"] = diff->items_changed;
    dict["speakers_changed"] = diff->speakers_changed;
    dict["people_added"] = diff->people_added;
    dict["people_removed"] = diff->people_removed;
    dict["seats_changed"] = diff->seats_changed;
    return PlainDict(std::move(dict));
}

}  // namespace

void bind_plan_diff(py::module_& module) {
    const auto number = [](int PlanDiff::*member) {
        return [member](const DiffView& diff) { return (*diff).*member; };
    };
    py::class_<DiffView> type(module, "PlanDiff", "What one plan of a meeting changed of another.");
    type.def_property_readonly(
            "changes", [](const DiffView& one) { return one.each(one->changes); },
            "Each change, to be said in words; empty: nothing changed.")
        .def_property_readonly("items_added", number(&PlanDiff::items_added), "On the agenda.")
        .def_property_readonly("items_removed", number(&PlanDiff::items_removed), "From the agenda.")
        .def_property_readonly("items_changed", number(&PlanDiff::items_changed),
                               "Of other length, or now at the same time as others, or no more.")
        .def_property_readonly("speakers_changed", number(&PlanDiff::speakers_changed),
                               "Places on items of both plans; one instead of another counts once.")
        .def_property_readonly("people_added", number(&PlanDiff::people_added), "Registered since.")
        .def_property_readonly("people_removed", number(&PlanDiff::people_removed), "Who cancelled.")
        .def_property_readonly("seats_changed", number(&PlanDiff::seats_changed),
                               "Seats of people in both plans that are no more with most of their table.")
        .def(
            "sentences",
            [](const DiffView& one, const std::string& lang) {
                std::vector<std::string> sentences;
                for (const Reason& change : one->changes)
                    sentences.push_back(explain(one.now, change, language_of(lang)));
                return sentences;
            },
            py::arg("lang") = "nl", "The changes in 'nl' or 'en'.")
        .def("to_dict", &diff_to_dict, py::kw_only(), py::arg("lang") = "nl", "Everything as plain values.")
        .def("__bool__", [](const DiffView& one) { return !one->changes.empty(); })
        .def("__repr__", [](const DiffView& one) {
            return "<m150.PlanDiff: " + std::to_string(one->changes.size()) + " changes>";
        });
    add_html(type, "plan_diff");
}

}  // namespace m150::python
