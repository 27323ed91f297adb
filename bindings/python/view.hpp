// Results that know the snapshot they came from, so that their reasons can be put in words.
#pragma once

#include <memory>

#include "casters.hpp"
#include "records.hpp"

namespace m150::python {

// A part of a result: keeps the whole alive.
template <class Value>
struct View {
    std::shared_ptr<const Value> of;
    Snapshot now;

    const Value* operator->() const { return of.get(); }
    const Value& operator*() const { return *of; }

    template <class Inner>
    View<Inner> at(const Inner& inner) const {
        return {std::shared_ptr<const Inner>(of, &inner), now};
    }
    template <class Inner>
    Tuple<View<Inner>> each(const std::vector<Inner>& inner) const {
        Tuple<View<Inner>> views;
        for (const Inner& one : inner)
            views.items.push_back(at(one));
        return views;
    }
};

template <class Value>
View<Value> view_of(Value value, const Snapshot& now) {
    return {std::make_shared<const Value>(std::move(value)), now};
}

// "nl" or "en"; InvalidInput for anything else.
TextLanguage language_of(const std::string& text);

// bind_reasons.cpp
PlainDict reason_to_dict(const Snapshot& now, const Reason& reason, TextLanguage language);
py::list reasons_to_list(const Snapshot& now, const std::vector<Reason>& reasons, TextLanguage language);

PlainDict understood_to_dict(const Query& query, TextLanguage language);

// What m150/display.py and m150/frames.py make of a result.
inline py::object shown_by(const char* module, const char* function, const py::object& result) {
    return py::module_::import(module).attr(function)(result);
}
template <class Type>
Type& add_html(Type& type, const char* function) {
    return type.def("_repr_html_", [function](const py::object& self) {
        return py::str(shown_by("m150.display", function, self));
    });
}
template <class Type>
Type& add_frame(Type& type, const char* function, const char* doc) {
    return type.def(
        "to_frame",
        [function](const py::object& self) {
            return py::reinterpret_borrow<DataFrame>(shown_by("m150.frames", function, self));
        },
        doc);
}

}  // namespace m150::python
