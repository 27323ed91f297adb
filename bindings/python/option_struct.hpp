// A struct of options as a Python class: a keyword and an attribute for each.
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include "module.hpp"
#include "records.hpp"

namespace m150::python {

// One field of an options struct.
template <class Options, class Value>
struct Option {
    const char* name;
    Value Options::*member;
    const char* doc;
};
template <class Options, class Value>
Option(const char*, Value Options::*, const char*) -> Option<Options, Value>;

// Structs within structs are shown as themselves, so that `options.index.k1 = 2` changes the options.
template <class Value>
inline constexpr bool is_struct = std::is_aggregate_v<Value>;

template <class Value>
decltype(auto) seen(const Value& value) {
    if constexpr (is_struct<Value>) {
        return (value);
    } else {
        return shown(value);
    }
}

// A class with a keyword and an attribute for each option, the library's default as default.
template <class Options, class... Value>
py::class_<Options> bind_struct(py::module_& module, const char* name, const char* doc,
                                const Option<Options, Value>&... option) {
    py::class_<Options> type(module, name, doc);
    const Options defaults;
    type.def(py::init([option...](Value... values) {
                 Options options;
                 ((options.*option.member = std::move(values)), ...);
                 return options;
             }),
             py::kw_only(), (py::arg(option.name) = seen(defaults.*option.member))...);
    const auto attribute = [&]<class Field>(const Option<Options, Field>& one) {
        if constexpr (is_struct<Field>) {
            type.def_readwrite(one.name, one.member, one.doc);
        } else {
            type.def_property(
                one.name, [one](const Options& options) { return shown(options.*one.member); },
                [one](Options& options, Field value) { options.*one.member = std::move(value); }, one.doc);
        }
    };
    (attribute(option), ...);
    type.def("__repr__", [option..., name](const Options& options) {
        std::string text = std::string("m150.") + name + "(";
        ((text += std::string(text.back() == '(' ? "" : ", ") + option.name + "=" +
                  std::string(py::repr(py::cast(options.*option.member)))),
         ...);
        return text + ")";
    });
    type.def(py::self == py::self)
        .def("__copy__", [](const Options& options) { return Options(options); })
        .def(
            "__deepcopy__", [](const Options& options, const py::dict&) { return Options(options); },
            py::arg("memo"));
    return type;
}

}  // namespace m150::python
