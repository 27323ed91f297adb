// What the library throws, as the exceptions of m150/errors.py.
#include "module.hpp"

namespace m150::python {

namespace {

// A copy of the problems goes with the exception. Needs the GIL, which the translator holds.
void raise(const char* name, const Error& error) {
    const py::object type = py::module_::import("m150.errors").attr(name);
    py::object exception;
    if (const auto* invalid = dynamic_cast<const InvalidInput*>(&error)) {
        exception = type(error.what(), Tuple<Problem>{invalid->problems()}, invalid->total());
    } else {
        exception = type(error.what());
    }
    PyErr_SetObject(type.ptr(), exception.ptr());
}

void translate(std::exception_ptr thrown) {  // NOLINT(performance-unnecessary-value-param): pybind11 says so
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const Error& error) {
        switch (error.kind()) {
            case ErrorKind::invalid_input:
                return raise("InvalidInput", error);
            case ErrorKind::store:
                return raise("StoreError", error);
            case ErrorKind::internal:
                return raise("InternalError", error);
        }
    } catch (const py::builtin_exception&) {  // what the bindings raise on purpose: TypeError, IndexError
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {  // nothing else should leave the library
        raise("InternalError", InternalError(error.what()));
    }
}

}  // namespace

void bind_errors(py::module_& module) {
    py::class_<Problem>(
        module, "Problem",
        "One thing that is wrong, in the four parts a person needs. Any part but `what` may be empty.")
        .def(py::init([](std::string where, std::string what, std::string expected, std::string advice) {
                 return Problem{std::move(where), std::move(what), std::move(expected), std::move(advice)};
             }),
             py::kw_only(), py::arg("where") = "", py::arg("what"), py::arg("expected") = "",
             py::arg("advice") = "")
        .def_readonly("where", &Problem::where,
                      "Where it is: 'questions.csv:12:4', 'question v-1, field date', ...")
        .def_readonly("what", &Problem::what, "What is wrong.")
        .def_readonly("expected", &Problem::expected, "What was expected there.")
        .def_readonly("advice", &Problem::advice, "What to do about it.")
        .def(
            "to_dict",
            [](const Problem& problem) {
                py::dict dict;
                dict["where"] = problem.where;
                dict["what"] = problem.what;
                dict["expected"] = problem.expected;
                dict["advice"] = problem.advice;
                return PlainDict(std::move(dict));
            },
            "The four parts by name.")
        .def("__str__", &Problem::text)
        .def("__repr__",
             [](const Problem& problem) {
                 return "<m150.Problem " + std::string(py::repr(py::str(problem.text()))) + ">";
             })
        .def(py::self == py::self)
        .def(py::pickle(
            [](const Problem& problem) {
                return py::make_tuple(problem.where, problem.what, problem.expected, problem.advice);
            },
            [](const py::tuple& parts) {
                return Problem{parts[0].cast<std::string>(), parts[1].cast<std::string>(),
                               parts[2].cast<std::string>(), parts[3].cast<std::string>()};
            }));
    py::register_local_exception_translator(translate);
}

}  // namespace m150::python
