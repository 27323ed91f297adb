// What speaker_fit() and match_speakers() give back.
#include <pybind11/numpy.h>

#include "module.hpp"
#include "view.hpp"

namespace m150::python {

namespace {

using FitView = View<SpeakerFit>;
using SlotView = View<Slot>;
using ItemView = View<ProgrammeItem>;
using ProgrammeView = View<Programme>;

// The matrix in place: no copy, and nobody can write to it.
Matrix matrix_of(const py::object& self) {
    const auto& fit = py::cast<const FitView&>(self);
    const auto rows = static_cast<py::ssize_t>(fit->items.size());
    const auto columns = static_cast<py::ssize_t>(fit->speakers.size());
    py::array_t<double> matrix({rows, columns}, fit->values.data(), self);
    matrix.attr("flags").attr("writeable") = false;
    return py::reinterpret_borrow<Matrix>(matrix);
}

std::size_t place_in(std::ptrdiff_t index, std::size_t size, const char* what) {
    const auto signed_size = static_cast<std::ptrdiff_t>(size);
    if (index < 0) index += signed_size;
    if (index < 0 || index >= signed_size)
        throw py::index_error("there are " + std::to_string(size) + " " + what);
    return static_cast<std::size_t>(index);
}

Tuple<View<Reason>> reasons_at(const FitView& fit, std::ptrdiff_t item, std::ptrdiff_t speaker) {
    const std::size_t i = place_in(item, fit->items.size(), "items");
    const std::size_t j = place_in(speaker, fit->speakers.size(), "speakers");
    return fit.each(fit->reasons[i * fit->speakers.size() + j]);
}

// Whom to ask, in words.
std::string name_of(const SlotView& slot) {
    if (slot->municipality) {
        const Municipality* municipality = slot.now.find(Id<Municipality>(slot->speaker.str()));
        return municipality != nullptr ? municipality->name : slot->speaker.str();
    }
    const Speaker* speaker = slot.now.find(slot->speaker);
    return speaker != nullptr && !speaker->role.empty() ? speaker->role : slot->speaker.str();
}

PlainDict slot_to_dict(const SlotView& slot, TextLanguage language) {
    const Speaker* speaker = slot.now.find(slot->speaker);
    py::dict dict;
    dict["speaker"] = slot->speaker;
    dict["role"] = speaker != nullptr ? speaker->role : "";
    dict["municipality"] = slot->municipality;
    dict["fit"] = slot->fit;
    dict["reasons"] = reasons_to_list(slot.now, slot->reasons, language);
    return PlainDict(std::move(dict));
}

PlainDict item_to_dict(const ItemView& item, TextLanguage language) {
    const auto list = [&](const std::vector<Slot>& slots) {
        py::list dicts;
        for (const Slot& slot : slots)
            dicts.append(slot_to_dict(item.at(slot), language));
        return dicts;
    };
    py::dict dict;
    dict["item"] = item->item;
    dict["speakers"] = list(item->speakers);
    dict["alternates"] = list(item->alternates);
    dict["missing"] = item->missing;
    dict["served"] = item->served;
    return PlainDict(std::move(dict));
}

PlainDict unfilled_to_dict(const Unfilled& unfilled) {
    py::dict dict;
    dict["what"] = unfilled.what;
    dict["id"] = unfilled.id;
    dict["missing"] = unfilled.missing;
    dict["why"] = unfilled.why;
    dict["items"] = unfilled.items;
    dict["speakers"] = unfilled.speakers;
    return PlainDict(std::move(dict));
}

PlainDict lock_to_dict(const LockPrice& lock) {
    py::dict dict;
    dict["item"] = lock.lock.item;
    dict["speaker"] = lock.lock.speaker;
    dict["kept"] = lock.kept;
    dict["price"] = lock.price;
    dict["worst_price"] = lock.worst_price;
    return PlainDict(std::move(dict));
}

PlainDict programme_to_dict(const ProgrammeView& programme, const std::string& lang) {
    py::list items;
    for (const ProgrammeItem& item : programme->items)
        items.append(item_to_dict(programme.at(item), language_of(lang)));
    py::list unfilled;
    for (const Unfilled& one : programme->unfilled)
        unfilled.append(unfilled_to_dict(one));
    py::dict dict;
    dict["complete"] = programme->complete;
    dict["items"] = items;
    dict["unfilled"] = unfilled;
    dict["objective"] = programme->objective;
    dict["upper_bound"] = programme->upper_bound;
    dict["proved"] = programme->proved;
    dict["worst_item"] = programme->worst_item;
    dict["worst"] = programme->worst;
    dict["worst_bound"] = programme->worst_bound;
    py::list locks;
    for (const LockPrice& lock : programme->locks)
        locks.append(lock_to_dict(lock));
    dict["locks"] = locks;
    const TextLanguage language = language_of(lang);
    dict["contradiction"] = reasons_to_list(programme.now, programme->contradiction, language);
    dict["relaxation"] = reasons_to_list(programme.now, programme->relaxation, language);
    dict["notices"] = reasons_to_list(programme.now, programme->notices, language);
    return PlainDict(std::move(dict));
}

void bind_lock_price(py::module_& module) {
    using L = View<LockPrice>;
    py::class_<L>(module, "LockPrice", "A lock of a programme, and what it costs.")
        .def_property_readonly(
            "item", [](const L& one) { return one->lock.item; }, "Id of the item.")
        .def_property_readonly(
            "speaker", [](const L& one) { return one->lock.speaker; }, "Id of the speaker.")
        .def_property_readonly(
            "kept", [](const L& one) { return one->kept; }, "Whether it could be kept.")
        .def_property_readonly(
            "price", [](const L& one) { return one->price; },
            "What the sum of the fits would gain if this lock alone were let go.")
        .def_property_readonly(
            "worst_price", [](const L& one) { return one->worst_price; },
            "What the item served worst would gain.")
        .def(
            "to_dict", [](const L& one) { return lock_to_dict(*one); }, "Everything as plain values.")
        .def("__repr__", [](const L& one) {
            return "<m150.LockPrice " + one->lock.item + " " + one->lock.speaker.str() + ": " +
                   std::string(py::str("{:.3f}").format(one->price)) + ">";
        });
}

void bind_fit(py::module_& module) {
    py::class_<FitView> fit(module, "SpeakerFit",
                            "How well each speaker fits each item: rows are items, columns are speakers.");
    fit.def_property_readonly(
           "items", [](const FitView& one) { return Tuple<std::string>{one->items}; },
           "Ids of the items, in the order of the agenda: the rows.")
        .def_property_readonly(
            "speakers", [](const FitView& one) { return Tuple<Id<Speaker>>{one->speakers}; },
            "Ids of the speakers, ascending: the columns.")
        .def_property_readonly(
            "values", [](const py::object& self) { return matrix_of(self); },
            "Array of shape (items, speakers), 0..1, comparable across items; read only, not copied.")
        .def(
            "value",
            [](const FitView& one, std::ptrdiff_t item, std::ptrdiff_t speaker) {
                return one->value(place_in(item, one->items.size(), "items"),
                                  place_in(speaker, one->speakers.size(), "speakers"));
            },
            py::arg("item"), py::arg("speaker"),
            "The fit at a row and a column. IndexError when there is none.")
        .def("reasons", &reasons_at, py::arg("item"), py::arg("speaker"),
             "Why the fit at a row and a column is what it is. IndexError when there is none.")
        .def(
            "to_dict",
            [](const FitView& one) {
                py::list rows;
                for (std::size_t i = 0; i < one->items.size(); ++i) {
                    py::list row;
                    for (std::size_t j = 0; j < one->speakers.size(); ++j)
                        row.append(one->value(i, j));
                    rows.append(row);
                }
                py::dict dict;
                dict["items"] = one->items;
                dict["speakers"] = plain(one->speakers);
                dict["values"] = rows;
                return PlainDict(std::move(dict));
            },
            "Items, speakers and the rows of values.")
        .def("__repr__", [](const FitView& one) {
            return "<m150.SpeakerFit: " + std::to_string(one->items.size()) + " items x " +
                   std::to_string(one->speakers.size()) + " speakers>";
        });
    add_html(fit, "speaker_fit");
    add_frame(fit, "speaker_fit", "Items as index, speakers as columns. Needs pandas (ImportError).");
}

void bind_programme_parts(py::module_& module) {
    py::class_<SlotView>(module, "Slot", "A speaker in an item of a programme, or an alternate for it.")
        .def_property_readonly(
            "speaker", [](const SlotView& slot) { return slot->speaker; }, "Id of the speaker.")
        .def_property_readonly(
            "role",
            [](const SlotView& slot) {
                const Speaker* speaker = slot.now.find(slot->speaker);
                return speaker != nullptr ? speaker->role : std::string();
            },
            "The speaker's role.")
        .def_property_readonly("name", &name_of,
                               "Whom to ask: the speaker's role, or the name of the municipality.")
        .def_property_readonly(
            "municipality", [](const SlotView& slot) { return slot->municipality; },
            "Whether speaker is the code of a municipality that knows, and is to be asked.")
        .def_property_readonly(
            "fit", [](const SlotView& slot) { return slot->fit; }, "How well speaker and item fit, 0..1.")
        .def_property_readonly(
            "reasons", [](const SlotView& slot) { return slot.each(slot->reasons); },
            "Why the fit is what it is.")
        .def(
            "to_dict",
            [](const SlotView& slot, const std::string& lang) {
                return slot_to_dict(slot, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const SlotView& slot) {
            return "<m150.Slot " + slot->speaker.str() + " " +
                   std::string(py::str("{:.3f}").format(slot->fit)) + ">";
        });
    py::class_<ItemView>(module, "ProgrammeItem", "One item of a programme with its speakers.")
        .def_property_readonly(
            "item", [](const ItemView& item) { return item->item; }, "Id of the agenda item.")
        .def_property_readonly(
            "speakers", [](const ItemView& item) { return item.each(item->speakers); },
            "Its speakers, best first.")
        .def_property_readonly(
            "alternates", [](const ItemView& item) { return item.each(item->alternates); },
            "Candidates who can take over a place in this item while all others stay where they are, best "
            "first.")
        .def_property_readonly(
            "missing", [](const ItemView& item) { return item->missing; },
            "Speakers short of the item's minimum.")
        .def_property_readonly(
            "served", [](const ItemView& item) { return item->served; },
            "Sum of the fits for each speaker that the item asks for.")
        .def(
            "to_dict",
            [](const ItemView& item, const std::string& lang) {
                return item_to_dict(item, language_of(lang));
            },
            py::kw_only(), py::arg("lang") = "nl", "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ItemView& item) {
            return "<m150.ProgrammeItem " + item->item + ": " + std::to_string(item->speakers.size()) +
                   " speakers>";
        });
    py::class_<View<Unfilled>>(module, "Unfilled", "What the programme could not do.")
        .def_property_readonly(
            "what", [](const View<Unfilled>& one) { return one->what; },
            "'item', 'speaker', 'lock', 'municipalities' or 'newcomers'.")
        .def_property_readonly(
            "id", [](const View<Unfilled>& one) { return one->id; },
            "Id of the item (of a lock too) or the speaker; else empty.")
        .def_property_readonly(
            "missing", [](const View<Unfilled>& one) { return one->missing; }, "How many places short.")
        .def_property_readonly(
            "why", [](const View<Unfilled>& one) { return one->why; },
            "'no-candidates', 'too-few-speakers', 'too-few-items', 'rules-contradict' or 'limit'.")
        .def_property_readonly(
            "items", [](const View<Unfilled>& one) { return Tuple<std::string>{one->items}; },
            "Ids of the items that stand in each other's way.")
        .def_property_readonly(
            "speakers", [](const View<Unfilled>& one) { return Tuple<std::string>{one->speakers}; },
            "Ids of the speakers that stand in each other's way.")
        .def(
            "to_dict", [](const View<Unfilled>& one) { return unfilled_to_dict(*one); },
            "Everything as plain values.")
        .def("__repr__", [](const View<Unfilled>& one) {
            return "<m150.Unfilled " + one->what + " " + one->id + ": " + one->why + ">";
        });
}

}  // namespace

void bind_speakers(py::module_& module) {
    bind_fit(module);
    bind_programme_parts(module);
    bind_lock_price(module);
    py::class_<ProgrammeView> programme(module, "Programme", "The best programme within all rules.");
    programme
        .def_property_readonly(
            "complete", [](const ProgrammeView& one) { return one->complete; },
            "Whether nothing is in unfilled.")
        .def_property_readonly(
            "items", [](const ProgrammeView& one) { return one.each(one->items); },
            "In the order of the agenda.")
        .def_property_readonly(
            "unfilled", [](const ProgrammeView& one) { return one.each(one->unfilled); },
            "What could not be filled, and which constraint stops it.")
        .def_property_readonly(
            "objective", [](const ProgrammeView& one) { return one->objective; }, "Sum of the fits.")
        .def_property_readonly(
            "upper_bound", [](const ProgrammeView& one) { return one->upper_bound; },
            "The proof of optimality: no programme as good in what comes before the sum has a larger one.")
        .def_property_readonly(
            "proved", [](const ProgrammeView& one) { return one->proved; },
            "Whether nothing is better; False when a limit was reached.")
        .def_property_readonly(
            "worst_item", [](const ProgrammeView& one) { return one->worst_item; },
            "Id of the item served worst among those that somebody fits; empty: none.")
        .def_property_readonly(
            "worst", [](const ProgrammeView& one) { return one->worst; }, "How it is served.")
        .def_property_readonly(
            "worst_bound", [](const ProgrammeView& one) { return one->worst_bound; },
            "With goal='worst-first': no programme serves its worst item better.")
        .def_property_readonly(
            "locks", [](const ProgrammeView& one) { return one.each(one->locks); },
            "What each lock costs, in the order given.")
        .def_property_readonly(
            "contradiction", [](const ProgrammeView& one) { return one.each(one->contradiction); },
            "When not complete: as few rules as can be that cannot all hold; a notice says when a limit left "
            "that unproved.")
        .def_property_readonly(
            "relaxation", [](const ProgrammeView& one) { return one.each(one->relaxation); },
            "When not complete: the cheapest rules to give way on so that the rest holds; share: minus the "
            "price.")
        .def_property_readonly(
            "notices", [](const ProgrammeView& one) { return one.each(one->notices); },
            "What the reader should know.")
        .def("to_dict", &programme_to_dict, py::kw_only(), py::arg("lang") = "nl",
             "Everything as plain values; reasons in 'nl' or 'en'.")
        .def("__repr__", [](const ProgrammeView& one) {
            return "<m150.Programme: " + std::to_string(one->items.size()) + " items, " +
                   (one->complete ? "complete" : "incomplete") + ", objective " +
                   std::string(py::str("{:.3f}").format(one->objective)) + ">";
        });
    add_html(programme, "programme");
    add_frame(programme, "programme",
              "One row per speaker and alternate: item, speaker, role, place ('speaker' or 'alternate'), "
              "fit, why. Needs pandas (ImportError).");
}

}  // namespace m150::python
