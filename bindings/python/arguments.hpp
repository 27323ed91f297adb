// Arguments that may be given in several forms, and calls that tell how far they are.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "casters.hpp"
#include "records.hpp"

namespace m150::python {

// Meeting, the id of one, or a sequence of agenda items.
class Agenda : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(Agenda, py::object, [](PyObject*) { return true; })
};

// A function, True or None.
class ProgressArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(ProgressArgument, py::object, [](PyObject*) { return true; })
};

// True means the progress bar of m150/progress.py; None and False mean none.
py::object progress_of(const py::object& argument);

// The meeting that is meant, when it is one or its id; throws InvalidInput for an id of none.
std::optional<Meeting> meeting_of(const Snapshot& now, const Agenda& agenda);
// Its items, or the items given.
std::vector<AgendaItem> items_of(const Snapshot& now, const Agenda& agenda);

// Runs `work` without the interpreter lock; the progress it tells goes to `progress` with it. What the Python
// function throws comes out, and so does KeyboardInterrupt.
void run_telling(const py::object& progress, const std::function<void(const ProgressFn&)>& work);

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::Agenda> {
    static constexpr auto name = make_caster<m150::Meeting>::name +
                                 const_name(" | str | collections.abc.Sequence[") +
                                 make_caster<m150::AgendaItem>::name + const_name("]");
};
template <>
struct handle_type_name<m150::python::ProgressArgument> {
    static constexpr auto name =
        const_name("collections.abc.Callable[[str, int, int], bool | None] | bool | None");
};
}  // namespace pybind11::detail
