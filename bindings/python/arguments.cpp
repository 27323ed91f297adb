#include "arguments.hpp"

#include "base_handle.hpp"

namespace m150::python {

py::object progress_of(const py::object& argument) {
    if (argument.is(py::bool_(true))) return py::module_::import("m150.progress").attr("TextProgress")();
    if (argument.is(py::bool_(false))) return py::none();
    if (!argument.is_none() && PyCallable_Check(argument.ptr()) == 0)
        throw py::type_error("progress: expected a function, True or None");
    return argument;
}

std::optional<Meeting> meeting_of(const Snapshot& now, const Agenda& agenda) {
    if (py::isinstance<Meeting>(agenda)) return py::cast<const Meeting&>(agenda);
    std::string id;
    if (!text_from_python(agenda, id)) return std::nullopt;
    const Meeting* meeting = now.find(Id<Meeting>(parse_id_text(id)));
    if (meeting != nullptr) return *meeting;
    std::vector<std::string> ids;
    for (const Meeting* one : now.all<Meeting>())
        ids.push_back(one->id.str());
    const std::string guess = nearest(id, ids);
    throw InvalidInput({"agenda", "there is no meeting '" + excerpt(id, 60) + "'",
                        "a meeting, its id, or a list of agenda items",
                        guess.empty() ? "see snapshot.meetings()" : "did you mean " + guess + "?"});
}

std::vector<AgendaItem> items_of(const Snapshot& now, const Agenda& agenda) {
    if (const std::optional<Meeting> meeting = meeting_of(now, agenda)) return meeting->agenda;
    try {
        return value_from_python<std::vector<AgendaItem>>(agenda);
    } catch (const py::type_error&) {
        throw py::type_error("agenda: expected a Meeting, the id of one or a sequence of AgendaItem, got " +
                             std::string(py::str(py::type::handle_of(agenda).attr("__name__"))));
    }
}

void run_telling(const py::object& progress, const std::function<void(const ProgressFn&)>& work) {
    std::exception_ptr python_error;
    {
        const py::gil_scoped_release release;
        try {
            work([&](const Progress& now) { return BaseHandle::call(progress, now, python_error); });
            return;
        } catch (...) {
            if (!python_error) throw;
        }
    }
    std::rethrow_exception(python_error);
}

}  // namespace m150::python
