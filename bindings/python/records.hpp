// Records to and from Python, made from Schema<Record> alone.
#pragma once

#include <type_traits>
#include <variant>

#include "casters.hpp"
#include "libm150/base/text.hpp"

namespace m150::python {

template <class Value>
concept Part = requires {
    {Schema<Value>::plural};
}
&&std::is_class_v<Value>;

template <class Tuple>
struct VariantOf;
template <class... Record>
struct VariantOf<std::tuple<Record...>> {
    using type = std::variant<Record...>;
};
using AnyRecord = VariantOf<RecordTypes>::type;

template <class Value>
struct IsVector : std::false_type {};
template <class Item>
struct IsVector<std::vector<Item>> : std::true_type {};
template <class Value>
struct IsOptional : std::false_type {};
template <class Item>
struct IsOptional<std::optional<Item>> : std::true_type {};

// "from" is a word of the Python language, so the field is called from_ there; in dicts it is "from", as in
// files.
inline std::string attribute_name(std::string_view field) {
    return std::string(field) + (field == "from" ? "_" : "");
}

// "question v-1": how problems name the record.
template <class Record>
std::string where_is(const Record& record) {
    std::string where{Schema<Record>::type};
    if constexpr (requires { record.id; }) {
        std::string id;
        if constexpr (std::is_same_v<decltype(record.id), std::string>) {
            id = record.id;
        } else {
            id = record.id.str();
        }
        if (!id.empty()) where += " " + excerpt(id, 60);
    }
    return where;
}

template <class Record>
Record record_from_dict(const py::dict& dict);

// Throws InvalidInput for a text that means nothing, py::type_error for an object of the wrong type.
template <class Value>
Value value_from_python(py::handle object) {
    if constexpr (std::is_same_v<Value, std::string>) {
        std::string text;
        if (!text_from_python(object, text)) throw py::type_error();
        return text;
    } else if constexpr (IsOptional<Value>::value) {
        if (object.is_none()) return std::nullopt;
        return value_from_python<typename Value::value_type>(object);
    } else if constexpr (IsVector<Value>::value) {
        if (py::isinstance<py::str>(object) || py::isinstance<py::dict>(object)) throw py::type_error();
        Value items;
        const auto iterator = py::reinterpret_steal<py::object>(PyObject_GetIter(object.ptr()));
        if (!iterator) {
            PyErr_Clear();
            throw py::type_error();
        }
        for (const py::handle item : py::iterator(iterator)) {
            items.push_back(value_from_python<typename Value::value_type>(item));
        }
        return items;
    } else if constexpr (Part<Value>) {
        if (py::isinstance<py::dict>(object))
            return record_from_dict<Value>(py::reinterpret_borrow<py::dict>(object));
        if (!py::isinstance<Value>(object)) throw py::type_error();
        return py::cast<Value>(object);
    } else if constexpr (std::is_same_v<Value, std::map<int, std::int64_t>>) {
        if (!py::isinstance<py::dict>(object) && !py::hasattr(object, "items")) throw py::type_error();
        Value numbers;
        for (const auto& [key, number] : py::dict(py::reinterpret_borrow<py::object>(object))) {
            int year = 0;
            std::string text;  // JSON's keys are text
            if (text_from_python(key, text)) {
                from_text(text, year);
            } else {
                year = py::cast<int>(key);
            }
            numbers[year] = py::cast<std::int64_t>(number);
        }
        return numbers;
    } else {
        py::detail::make_caster<Value> caster;
        if (!caster.load(object, true)) throw py::type_error();
        return py::detail::cast_op<Value>(std::move(caster));
    }
}

template <class Value>
std::string type_text();  // for messages: "str", "datetime.date or str", ...

// Sets one field. Problems name the record and the field.
template <class Record, class Value>
void set_field(Record& record, const Field<Record, Value>& field, py::handle object,
               std::vector<Problem>& problems) {
    const auto where = [&] { return where_is(record) + ", field " + attribute_name(field.name); };
    const auto wrong_type = [&] {
        const std::string given = py::str(py::type::handle_of(object).attr("__name__"));
        throw py::type_error(where() + ": expected " + type_text<Value>() + ", got " + given);
    };
    try {
        record.*field.member = value_from_python<Value>(object);
    } catch (const InvalidInput& error) {
        for (Problem problem : error.problems()) {
            problem.where = problem.where.empty() ? where() : where() + ", " + problem.where;
            problems.push_back(std::move(problem));
        }
    } catch (const py::type_error& error) {
        if (*error.what() != '\0' &&
            std::string_view(error.what()).find(", field ") != std::string_view::npos)
            throw;
        wrong_type();
    } catch (const py::cast_error&) {
        wrong_type();
    }
}

// Plain values: what json.dumps takes. Dates are text.
template <class Value>
py::object plain(const Value& value) {
    if constexpr (IsOptional<Value>::value) {
        return value ? plain(*value) : py::none();
    } else if constexpr (IsVector<Value>::value) {
        py::list items;
        for (const auto& item : value)
            items.append(plain(item));
        return items;
    } else if constexpr (Part<Value>) {
        py::dict dict;
        for_each_field<Value>(
            [&](const auto& field) { dict[py::str(std::string(field.name))] = plain(value.*field.member); });
        return dict;
    } else if constexpr (std::is_same_v<Value, Date>) {
        return py::str(value.str());
    } else {
        return py::cast(value);
    }
}

template <class Record>
PlainDict record_to_dict(const Record& record) {
    return PlainDict(py::dict(plain(record)));
}

// Takes what record_to_dict gives, and the attribute's name for a field as well. Throws InvalidInput for
// unknown and missing fields.
template <class Record>
Record record_from_dict(const py::dict& dict) {
    Record record;
    std::vector<Problem> problems;
    std::vector<std::string> names;
    std::size_t used = 0;
    const auto take = [&](const auto& field) {
        const std::string name{field.name};
        names.push_back(name);
        const std::string key = dict.contains(name) ? name : attribute_name(name);
        if (dict.contains(key)) {
            ++used;
            set_field(record, field, dict[py::str(key)], problems);
        } else if (field.need == Need::required) {
            problems.push_back({where_is(record) + ", field " + name, "is missing", "a value", ""});
        }
    };
    for_each_field<Record>(take);
    if (used != dict.size()) {
        for (const auto& [key, value] : dict) {
            const std::string name = py::str(key);
            bool known = false;
            for (const std::string& one : names)
                known = known || name == one || name == attribute_name(one);
            if (known) continue;
            const std::string guess = nearest(name, names);
            problems.push_back({where_is(record), "has no field '" + excerpt(name, 60) + "'",
                                "a field of this type",
                                guess.empty() ? "leave it out" : "did you mean " + guess + "?"});
        }
    }
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return record;
}

template <class Value>
std::string type_text() {
    if constexpr (IsOptional<Value>::value) {
        return type_text<typename Value::value_type>() + " or None";
    } else if constexpr (IsVector<Value>::value) {
        return "a sequence of " + type_text<typename Value::value_type>();
    } else if constexpr (Part<Value>) {
        return "m150 " + std::string(Schema<Value>::type) + " or dict";
    } else if constexpr (std::is_same_v<Value, Date>) {
        return "datetime.date or str";
    } else if constexpr (std::is_same_v<Value, std::map<int, std::int64_t>>) {
        return "a dict of year to number";
    } else if constexpr (std::is_same_v<Value, bool>) {
        return "bool";
    } else if constexpr (std::is_integral_v<Value>) {
        return "int";
    } else if constexpr (std::is_floating_point_v<Value>) {
        return "float";
    } else {
        return "str";
    }
}

// How a field is shown: what could be changed in place without effect is shown unchangeable.
template <class Value>
auto shown(const Value& value) {
    if constexpr (IsVector<Value>::value) {
        return Tuple<typename Value::value_type>{value};
    } else if constexpr (std::is_same_v<Value, std::map<int, std::int64_t>>) {
        return Mapping<int, std::int64_t>{value};
    } else {
        return value;
    }
}

// Says what a record type and its fields mean; "" as field is the type itself. Throws InternalError when
// nothing is written down: the module does not load then.
std::string record_doc(std::string_view type, std::string_view field);

}  // namespace m150::python
