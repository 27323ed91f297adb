// The writer as a Python class: opening it, taking snapshots of it, letting go of it.
#include <pybind11/stl/filesystem.h>

#include <cinttypes>
#include <cstdio>

#include "knowledge_class.hpp"
#include "language_argument.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

class OptionsArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(OptionsArgument, py::object, [](PyObject*) { return true; })
};

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::OptionsArgument> {
    static constexpr auto name =
        make_caster<m150::KnowledgeBaseOptions>::name + const_name(" | os.PathLike[str] | str | None");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

// KnowledgeBaseOptions, the path of a configuration file, or None.
std::optional<KnowledgeBaseOptions> options_of(const OptionsArgument& given) {
    if (given.is_none()) return std::nullopt;
    if (py::isinstance<KnowledgeBaseOptions>(given)) return py::cast<const KnowledgeBaseOptions&>(given);
    try {
        return read_configuration(py::cast<std::filesystem::path>(given));
    } catch (const py::cast_error&) {
        throw py::type_error("options: expected m150.KnowledgeBaseOptions or a path, got " +
                             std::string(py::str(py::type::handle_of(given).attr("__name__"))));
    }
}

std::optional<KnowledgeBaseOptions> in_language(std::optional<KnowledgeBaseOptions> options,
                                                const std::optional<std::string>& word) {
    const std::optional<Language> language = analysis_language(word);
    if (!language) return options;
    if (!options) options.emplace();
    options->index.analysis.language = *language;
    return options;
}

std::string hexadecimal(std::uint64_t number) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016" PRIx64, number);
    return digits;
}

void bind_opening(KnowledgeClass& type) {
    type.def_static(
            "create",
            [](const std::filesystem::path& path, const OptionsArgument& given,
               const std::optional<std::string>& language) {
                const auto options = in_language(options_of(given), language);
                const py::gil_scoped_release release;
                return std::make_unique<BaseHandle>(KnowledgeBase::create(path, options));
            },
            py::arg("path"), py::kw_only(), py::arg("options") = py::none(), py::arg("language") = py::none(),
            "Makes a directory, which must not hold anything yet, a knowledge base and opens it for "
            "writing.\n\n"
            "options: how it finds and ranks, as a value or the path of a configuration file; kept in the "
            "directory. None: the defaults.\n\n"
            "language: of the texts it will hold, 'nl' or 'en'; kept in the directory. None: as the options "
            "say, "
            "Dutch by default. What is rendered for people (reasons, notices) is in either language at any "
            "time.\n\n"
            "StoreError when it cannot be made, InvalidInput for options out of range.")
        .def_static(
            "open",
            [](const std::filesystem::path& path, bool read_only, const OptionsArgument& given) {
                const auto options = options_of(given);
                SpaceInfo space;
                auto handle = [&] {
                    const py::gil_scoped_release release;
                    KnowledgeBase base = KnowledgeBase::open(
                        path, read_only ? Access::read_only : Access::read_write, options);
                    space = base.space();
                    return std::make_unique<BaseHandle>(std::move(base));
                }();
                if (space.problem && PyErr_WarnEx(PyExc_UserWarning, space.problem->text().c_str(), 1) != 0) {
                    throw py::error_already_set();  // warnings are errors
                }
                return handle;
            },
            py::arg("path"), py::kw_only(), py::arg("read_only") = false, py::arg("options") = py::none(),
            "Opens an existing one and repairs what a crash left behind. One process at a time may write; "
            "any number may read.\n\n"
            "options: as for create(), but for this opening only; None: those kept in the directory, or the "
            "defaults. The index is made "
            "anew when they ask for another one. A semantic space in the directory that cannot be used, or "
            "was "
            "learned with other word lists, is warned of.\n\n"
            "StoreError when it is no knowledge base, from a newer schema, or being written by another "
            "process.")
        .def_static(
            "in_memory",
            [](const OptionsArgument& given, const std::optional<std::string>& language) {
                const auto options = in_language(options_of(given), language);
                const py::gil_scoped_release release;
                return std::make_unique<BaseHandle>(KnowledgeBase::in_memory(options));
            },
            py::kw_only(), py::arg("options") = py::none(), py::arg("language") = py::none(),
            "An empty knowledge base without files. options, language: as for create().")
        .def(
            "configure",
            [](BaseHandle& handle, const OptionsArgument& given) {
                const auto options = options_of(given);
                handle.run(
                    [&](KnowledgeBase& base) { base.configure(options.value_or(KnowledgeBaseOptions{})); });
            },
            py::arg("options"),
            "Finds and ranks by these options from now on, and keeps them in the directory; None: the "
            "defaults. "
            "Makes the index anew when they ask for another one. InvalidInput in a transaction.")
        .def_property_readonly(
            "options",
            [](BaseHandle& handle) { return handle.run([](KnowledgeBase& base) { return base.options(); }); },
            "How it finds and ranks: a copy; configure() changes it.")
        .def(
            "use_space",
            [](BaseHandle& handle, const std::optional<std::filesystem::path>& file) {
                handle.run([&](KnowledgeBase& base) { base.use_space(file); });
            },
            py::arg("file"),
            "Words mean from now on what a semantic space says that `m150-bench learn-space` wrote; None: "
            "what the one inside the library says. It is kept in the directory, and the index is made "
            "anew.\n\n"
            "InvalidInput when the file is damaged or was made for another language or other rules, and in a "
            "transaction; StoreError when it cannot be read.")
        .def_property_readonly(
            "space",
            [](BaseHandle& handle) { return handle.run([](KnowledgeBase& base) { return base.space(); }); },
            "The semantic space by which words are compared.");
}

void bind_space(py::module_& module) {
    py::class_<SpaceInfo>(module, "SpaceInfo", "The semantic space that a knowledge base uses.")
        .def_readonly("own", &SpaceInfo::own,
                      "Whether it is the knowledge base's own; else it is the one inside the library.")
        .def_readonly("words", &SpaceInfo::words, "How many it knows; 0: there is none for the language.")
        .def_readonly("dimension", &SpaceInfo::dimension, "Components of a vector.")
        .def_property_readonly(
            "hash", [](const SpaceInfo& info) { return hexadecimal(info.hash); },
            "Tells spaces apart: 16 hexadecimal digits.")
        .def_readonly("description", &SpaceInfo::description, "How it was learned and from what, by name.")
        .def_readonly("problem", &SpaceInfo::problem,
                      "Why the knowledge base's own is not used, or knows less than it could; None: all is "
                      "well.")
        .def(
            "to_dict",
            [](const SpaceInfo& info) {
                py::dict result;
                result["own"] = info.own;
                result["words"] = info.words;
                result["dimension"] = info.dimension;
                result["hash"] = hexadecimal(info.hash);
                result["description"] = info.description;
                result["problem"] =
                    info.problem ? py::cast(*info.problem).attr("to_dict")() : py::object(py::none());
                return PlainDict(std::move(result));
            },
            "As plain data.")
        .def("__repr__", [](const SpaceInfo& info) {
            return "<m150.SpaceInfo " + std::string(info.own ? "of its own" : "of the library") + ", " +
                   std::to_string(info.words) + " words>";
        });
}

void bind_care(KnowledgeClass& type) {
    type.def(
            "snapshot",
            [](BaseHandle& handle, const std::optional<Id<Municipality>>& viewer,
               const std::optional<Date>& as_of, const OptionsArgument& given) {
                const auto options = options_of(given);
                return handle.run([&](KnowledgeBase& base) {
                    return base.snapshot(SnapshotOptions{viewer, as_of, options});
                });
            },
            py::kw_only(), py::arg("viewer") = py::none(), py::arg("as_of") = py::none(),
            py::arg("options") = py::none(),
            "The last commit as a viewer may see it.\n\n"
            "viewer: code of a municipality (one that has merged sees with its successor's eyes); None: AVH, "
            "which sees everything. as_of: what was known at the end of this day; None: now, "
            "the day of the newest record. options: ranks by these (or by a configuration file) instead of "
            "the "
            "knowledge base's own, to try "
            "them out.\n\n"
            "InvalidInput for an unknown viewer, and for options that ask for another index.")
        .def(
            "check",
            [](BaseHandle& handle) { return handle.run([](KnowledgeBase& base) { return base.check(); }); },
            "Verifies records, index and graph against each other: everything that is wrong, empty when all "
            "is well. Of a document in the index it compares the texts that are kept with it, not the terms "
            "that were made of them. A record that today is taken from, and that is dated more than a year "
            "after 99 in 100 of the others, is named as well.")
        .def_property_readonly(
            "revision",
            [](BaseHandle& handle) {
                return handle.run([](KnowledgeBase& base) { return base.revision(); });
            },
            "Number of the last commit; 0 for an empty knowledge base.")
        .def_property_readonly(
            "directory",
            [](BaseHandle& handle) -> std::optional<std::filesystem::path> {
                const std::filesystem::path place =
                    handle.run([](KnowledgeBase& base) { return base.directory(); });
                if (place.empty()) return std::nullopt;
                return place;
            },
            "Where it is; None for one in memory.")
        .def_property_readonly(
            "read_only",
            [](BaseHandle& handle) {
                return handle.run([](KnowledgeBase& base) { return base.access() == Access::read_only; });
            },
            "Whether it was opened for reading only.")
        .def("close", &BaseHandle::close,
             "Rolls back what was not committed and lets go of the files. Snapshots stay usable.")
        .def_property_readonly("closed", &BaseHandle::closed, "Whether close() was called.")
        .def("__enter__", [](const Given<BaseHandle>& self) { return self; })
        .def(
            "__exit__",
            [](BaseHandle& handle, const py::object&, const py::object&, const py::object&) {
                handle.close();
            },
            py::arg("type"), py::arg("value"), py::arg("traceback"))
        .def("__repr__", [](BaseHandle& handle) -> std::string {
            if (handle.closed()) return "<m150.KnowledgeBase (closed)>";
            return handle.run([](KnowledgeBase& base) {
                const std::string place = base.directory().empty() ? "in memory" : base.directory().string();
                return "<m150.KnowledgeBase " + place + ", revision " + std::to_string(base.revision()) + ">";
            });
        });
}

}  // namespace

void bind_knowledge(py::module_& module) {
    bind_load_report(module);
    bind_meeting_import(module);
    bind_transaction(module);
    bind_space(module);
    bind_embeddings_info(module);
    KnowledgeClass type(
        module, "KnowledgeBase",
        "One knowledge base: a directory with records and an index, or the same in memory. May be "
        "called from any thread. What "
        "raises has changed nothing. After close() every method raises InvalidInput; in a forked "
        "child StoreError.");
    bind_opening(type);
    bind_writing(type);
    bind_files(type);
    bind_outcome_methods(type);
    bind_care(type);
    bind_embeddings(type);
}

}  // namespace m150::python
