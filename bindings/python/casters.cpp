#include "casters.hpp"

#include <datetime.h>

namespace m150::python {

namespace {

void need_datetime() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

}  // namespace

bool date_from_python(py::handle source, Date& date) {
    need_datetime();
    if (PyDate_Check(source.ptr())) {  // a datetime is a date, too
        auto* object = reinterpret_cast<PyDateTime_Date*>(source.ptr());
        date = Date(PyDateTime_GET_YEAR(object), PyDateTime_GET_MONTH(object), PyDateTime_GET_DAY(object));
        return true;
    }
    std::string text;
    if (!text_from_python(source, text)) return false;
    from_text(text, date);
    return true;
}

py::object date_to_python(Date date) {
    need_datetime();
    auto object = py::reinterpret_steal<py::object>(PyDate_FromDate(date.year(), date.month(), date.day()));
    if (!object) throw py::error_already_set();
    return object;
}

bool text_from_python(py::handle source, std::string& text) {
    if (!PyUnicode_Check(source.ptr())) return false;
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(source.ptr(), &size);
    if (bytes == nullptr) {
        PyErr_Clear();
        throw InvalidInput({"", "the text holds a lone surrogate, which is no character",
                            "text that can be written as UTF-8",
                            "decode the bytes it came from with the right encoding"});
    }
    text.assign(bytes, static_cast<std::size_t>(size));
    return true;
}

}  // namespace m150::python
