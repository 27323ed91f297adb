// How the library's small values look in Python: ids and audiences are str, dates are datetime.date, lists
// that are read are tuples (a copy that could be changed would change nothing). Every .cpp here includes this
// first.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "libm150/m150.hpp"

namespace py = pybind11;

#if PYBIND11_VERSION_HEX >= 0x030000F0
#define M150_TAKEN_AND_GIVEN(taken, given) pybind11::detail::io_name(taken, given)
#else
#define M150_TAKEN_AND_GIVEN(taken, given) pybind11::detail::const_name(taken)
#endif

namespace m150::python {

// datetime.date, datetime.datetime (its day) or text YYYY-MM-DD; false for anything else. Throws InvalidInput
// for text that is no date.
bool date_from_python(py::handle source, Date& date);
py::object date_to_python(Date date);

// str only; false for anything else. Throws InvalidInput for surrogates, which no UTF-8 has.
bool text_from_python(py::handle source, std::string& text);

// Values that are text in Python, in the form of record/text_form.hpp.
template <class Value>
struct TextCaster {
    Value value{};
    bool load(py::handle source, bool) {
        std::string text;
        if (!text_from_python(source, text)) return false;
        from_text(text, value);
        return true;
    }
    static py::handle cast(const Value& source, py::return_value_policy, py::handle) {
        return py::str(to_text(source)).release();
    }
    template <class T>
    using cast_op_type = py::detail::movable_cast_op_type<T>;
    static constexpr auto name = py::detail::const_name("str");
    operator Value*() { return &value; }
    operator Value&() { return value; }
    operator Value&&() && { return std::move(value); }
};

// Given to Python as a tuple.
template <class Item>
struct Tuple {
    std::vector<Item> items;
};

// Given to Python as a mapping that cannot be written to.
template <class Key, class Value>
struct Mapping {
    std::map<Key, Value> items;
};

// An argument that is converted by hand, so that errors can say which field it was for. Shown in signatures
// as Value.
template <class Value>
class Given : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(Given, py::object, [](PyObject*) { return true; })
};

// Objects of Python libraries, for the signatures.
class DataFrame : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(DataFrame, py::object, [](PyObject*) { return true; })
};
class Matrix : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(Matrix, py::object, [](PyObject*) { return true; })
};
class PlainDict : public py::dict {
  public:
    using py::dict::dict;
    PlainDict(py::dict&& other) : py::dict(std::move(other)) {}
};

}  // namespace m150::python

namespace pybind11::detail {

template <class Record>
struct type_caster<m150::Id<Record>> : m150::python::TextCaster<m150::Id<Record>> {};
template <>
struct type_caster<m150::Audience> : m150::python::TextCaster<m150::Audience> {};
template <>
struct type_caster<m150::Provenance> : m150::python::TextCaster<m150::Provenance> {};
template <>
struct type_caster<m150::AnswerStatus> : m150::python::TextCaster<m150::AnswerStatus> {};
template <>
struct type_caster<m150::MeetingKind> : m150::python::TextCaster<m150::MeetingKind> {};
template <>
struct type_caster<m150::VocabularyKind> : m150::python::TextCaster<m150::VocabularyKind> {};
template <>
struct type_caster<m150::ContactOutcome> : m150::python::TextCaster<m150::ContactOutcome> {};
template <>
struct type_caster<m150::OutcomeKind> : m150::python::TextCaster<m150::OutcomeKind> {};

template <>
struct type_caster<m150::Date> {
    m150::Date value;
    bool load(handle source, bool) { return m150::python::date_from_python(source, value); }
    static handle cast(m150::Date source, return_value_policy, handle) {
        return m150::python::date_to_python(source).release();
    }
    template <class T>
    using cast_op_type = movable_cast_op_type<T>;
    static constexpr auto name = M150_TAKEN_AND_GIVEN("datetime.date | str", "datetime.date");
    operator m150::Date*() { return &value; }
    operator m150::Date&() { return value; }
    operator m150::Date&&() && { return static_cast<m150::Date&&>(value); }
};

template <class Item>
struct type_caster<m150::python::Tuple<Item>> {
    static handle cast(const m150::python::Tuple<Item>& source, return_value_policy, handle parent) {
        tuple result(source.items.size());
        for (size_t i = 0; i < source.items.size(); ++i) {
            result[i] = reinterpret_steal<object>(
                make_caster<Item>::cast(source.items[i], return_value_policy::copy, parent));
        }
        return result.release();
    }
    static constexpr auto name = const_name("tuple[") + make_caster<Item>::name + const_name(", ...]");
};

template <class Key, class Value>
struct type_caster<m150::python::Mapping<Key, Value>> {
    static handle cast(const m150::python::Mapping<Key, Value>& source, return_value_policy, handle) {
        dict items;
        for (const auto& [key, value] : source.items)
            items[pybind11::cast(key)] = pybind11::cast(value);
        return PyDictProxy_New(items.ptr());
    }
    static constexpr auto name = const_name("collections.abc.Mapping[") + make_caster<Key>::name +
                                 const_name(", ") + make_caster<Value>::name + const_name("]");
};

template <class Value>
struct handle_type_name<m150::python::Given<Value>> {
    static constexpr auto name = make_caster<Value>::name;
};
template <class Part>
requires requires {
    m150::Schema<Part>::type;
}
struct handle_type_name<m150::python::Given<std::vector<Part>>> {
    static constexpr auto name =
        const_name("collections.abc.Sequence[") + make_caster<Part>::name + const_name("]");
};
template <>
struct handle_type_name<m150::python::DataFrame> {
    static constexpr auto name = const_name("pandas.DataFrame");
};
template <>
struct handle_type_name<m150::python::Matrix> {
    static constexpr auto name = const_name("numpy.typing.NDArray[numpy.float64]");
};
template <>
struct handle_type_name<m150::python::PlainDict> {
    static constexpr auto name = const_name("dict[str, typing.Any]");
};

}  // namespace pybind11::detail
