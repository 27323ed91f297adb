// The writer: records in, snapshots out.
#include <pybind11/stl/filesystem.h>

#include "base_handle.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

class RecordOrRecords : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(RecordOrRecords, py::object, [](PyObject*) { return true; })
};
class ProgressArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(ProgressArgument, py::object, [](PyObject*) { return true; })
};
class OptionsArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(OptionsArgument, py::object, [](PyObject*) { return true; })
};
class RecordType : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(RecordType, py::object, [](PyObject*) { return true; })
};

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::RecordOrRecords> {
    static constexpr auto name = make_caster<m150::python::AnyRecord>::name +
                                 const_name(" | collections.abc.Iterable[") +
                                 make_caster<m150::python::AnyRecord>::name + const_name("]");
};
template <>
struct handle_type_name<m150::python::RecordType> {
    static constexpr auto name =
        const_name("type[") + make_caster<m150::python::AnyRecord>::name + const_name("]");
};
template <>
struct handle_type_name<m150::python::OptionsArgument> {
    static constexpr auto name =
        make_caster<m150::KnowledgeBaseOptions>::name + const_name(" | os.PathLike[str] | str | None");
};
template <>
struct handle_type_name<m150::python::ProgressArgument> {
    static constexpr auto name =
        const_name("collections.abc.Callable[[str, int, int], bool | None] | bool | None");
};
}  // namespace pybind11::detail

namespace m150::python {

namespace {

constexpr std::size_t most_problems = 100;

std::optional<AnyRecord> as_record(py::handle object) {
    std::optional<AnyRecord> record;
    for_each_record_type([&]<class Record>() {
        if (!record && py::isinstance<Record>(object)) record = py::cast<const Record&>(object);
    });
    return record;
}

AnyRecord need_record(py::handle object) {
    if (auto record = as_record(object)) return std::move(*record);
    throw py::type_error("expected a record such as m150.Question, got " +
                         std::string(py::str(py::type::handle_of(object).attr("__name__"))));
}

std::vector<AnyRecord> need_records(const py::object& object) {
    std::vector<AnyRecord> records;
    if (auto record = as_record(object)) {
        records.push_back(std::move(*record));
    } else if (py::isinstance<py::iterable>(object) && !py::isinstance<py::str>(object)) {
        for (const py::handle item : object)
            records.push_back(need_record(item));
    } else {
        records.push_back(need_record(object));
    }
    return records;
}

template <class Record>
std::string id_text(const Record& record) {
    return record.id.str();
}

// All or nothing: what was added before something cannot be added is taken out again, and every problem is
// listed.
std::vector<std::string> add_all(KnowledgeBase& base, const std::vector<AnyRecord>& records) {
    const bool own = !base.in_transaction();
    std::vector<std::string> notices;
    std::vector<const AnyRecord*> added;
    std::vector<Problem> problems;
    std::size_t total = 0;
    const auto undo = [&] {
        if (own) return base.rollback();
        for (auto one = added.rbegin(); one != added.rend(); ++one) {
            std::visit([&](const auto& record) { base.remove(record.id); }, **one);
        }
    };
    try {
        for (const AnyRecord& any : records) {
            try {
                for (std::string& notice :
                     std::visit([&](const auto& record) { return base.add(record); }, any)) {
                    notices.push_back(std::move(notice));
                }
                added.push_back(&any);
            } catch (const InvalidInput& error) {
                total += error.total();
                for (const Problem& problem : error.problems()) {
                    if (problems.size() < most_problems) problems.push_back(problem);
                }
            }
        }
        if (!problems.empty()) throw InvalidInput(std::move(problems), total);
    } catch (...) {
        undo();
        throw;
    }
    return notices;
}

void remove_one(BaseHandle& handle, const py::object& record_or_type, const py::object& id) {
    std::optional<AnyRecord> record = as_record(record_or_type);
    if (record && id.is_none()) {
        return handle.run(
            [&](KnowledgeBase& base) { std::visit([&](const auto& one) { base.remove(one.id); }, *record); });
    }
    bool done = false;
    for_each_record_type([&]<class Record>() {
        if (done || id.is_none() || !record_or_type.is(py::type::of<Record>())) return;
        const auto wanted = value_from_python<Id<Record>>(id);
        handle.run([&](KnowledgeBase& base) { base.remove(wanted); });
        done = true;
    });
    if (!done)
        throw py::type_error("remove takes a record, or a record type and an id: remove(m150.Answer, 'a-1')");
}

// True means the progress bar of m150/progress.py; None and False mean none.
py::object progress_of(const py::object& argument) {
    if (argument.is(py::bool_(true))) return py::module_::import("m150.progress").attr("TextProgress")();
    if (argument.is(py::bool_(false))) return py::none();
    if (!argument.is_none() && PyCallable_Check(argument.ptr()) == 0)
        throw py::type_error("progress: expected a function, True or None");
    return argument;
}

// A block of writes: `with kb.transaction(): ...`
class Transaction {
  public:
    explicit Transaction(py::object owner) : owner_(std::move(owner)) {}

    void enter() {
        handle().run([](KnowledgeBase& base) { base.begin(); });
    }
    void leave(const py::object& error) {
        if (handle().closed()) return;
        handle().run([&failed = error](KnowledgeBase& base) {
            if (failed.ptr() != Py_None) return base.rollback();
            try {
                base.commit();
            } catch (...) {
                base.rollback();
                throw;
            }
        });
    }

  private:
    BaseHandle& handle() const { return py::cast<BaseHandle&>(owner_); }

    py::object owner_;
};

void bind_load_report(py::module_& module) {
    py::class_<LoadReport>(module, "LoadReport", "What a load wrote.")
        .def_property_readonly(
            "records",
            [](const LoadReport& report) { return Mapping<std::string, std::uint64_t>{report.records}; },
            "How many records were written, by plural type name.")
        .def_property_readonly(
            "notices", [](const LoadReport& report) { return Tuple<std::string>{report.notices}; },
            "Encodings detected, municipalities resolved, files passed over.")
        .def(
            "to_dict",
            [](const LoadReport& report) {
                py::dict dict;
                dict["records"] = report.records;
                dict["notices"] = report.notices;
                return PlainDict(std::move(dict));
            },
            "Both as plain values.")
        .def(py::self == py::self)
        .def("__repr__", [](const LoadReport& report) {
            std::string text;
            for (const auto& [type, count] : report.records)
                text += (text.empty() ? " " : ", ") + std::to_string(count) + " " + type;
            return "<m150.LoadReport:" + (text.empty() ? " nothing" : text) + ">";
        });
}

using Class = py::class_<BaseHandle>;

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

void bind_opening(Class& type) {
    type.def_static(
            "create",
            [](const std::filesystem::path& path, const OptionsArgument& given) {
                const auto options = options_of(given);
                const py::gil_scoped_release release;
                return std::make_unique<BaseHandle>(KnowledgeBase::create(path, options));
            },
            py::arg("path"), py::kw_only(), py::arg("options") = py::none(),
            "Makes a directory, which must not hold anything yet, a knowledge base and opens it for "
            "writing.\n\n"
            "options: how it finds and ranks, as a value or the path of a configuration file; kept in the "
            "directory. None: the defaults.\n\n"
            "StoreError when it cannot be made, InvalidInput for options out of range.")
        .def_static(
            "open",
            [](const std::filesystem::path& path, bool read_only, const OptionsArgument& given) {
                const auto options = options_of(given);
                const py::gil_scoped_release release;
                return std::make_unique<BaseHandle>(
                    KnowledgeBase::open(path, read_only ? Access::read_only : Access::read_write, options));
            },
            py::arg("path"), py::kw_only(), py::arg("read_only") = false, py::arg("options") = py::none(),
            "Opens an existing one and repairs what a crash left behind. One process at a time may write; "
            "any number may read.\n\n"
            "options: as for create(), but for this opening only; None: those kept in the directory, or the "
            "defaults. The index is made "
            "anew when they ask for another one.\n\n"
            "StoreError when it is no knowledge base, from a newer schema, or being written by another "
            "process.")
        .def_static(
            "in_memory",
            [](const OptionsArgument& given) {
                const auto options = options_of(given);
                const py::gil_scoped_release release;
                return std::make_unique<BaseHandle>(KnowledgeBase::in_memory(options));
            },
            py::kw_only(), py::arg("options") = py::none(),
            "An empty knowledge base without files. options: as for create().")
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
            "How it finds and ranks: a copy; configure() changes it.");
}

void bind_writing(Class& type) {
    type.def(
            "add",
            [](BaseHandle& handle, const RecordOrRecords& records) {
                const std::vector<AnyRecord> all = need_records(records);
                return handle.run([&](KnowledgeBase& base) { return add_all(base, all); });
            },
            py::arg("records"),
            "Adds one record, or all of an iterable or none. Opens a transaction when none is open; commit() "
            "makes it lasting. "
            "Returns notices in words. InvalidInput: ids that are known already, references to nothing, "
            "values that are not valid; "
            "lists the problems of all records, up to 100.")
        .def(
            "replace",
            [](BaseHandle& handle, const AnyRecord& record) {
                return handle.run([&](KnowledgeBase& base) {
                    return std::visit([&](const auto& one) { return base.replace(one); }, record);
                });
            },
            py::arg("record"),
            "Replaces the record with the same id, in a transaction as add(). InvalidInput when the id is "
            "unknown.")
        .def(
            "remove",
            [](BaseHandle& handle, const AnyRecord& record) {
                remove_one(handle, py::cast(record), py::none());
            },
            py::arg("record"),
            "Removes a record, in a transaction as add(). InvalidInput when it is unknown or another record "
            "refers to it.")
        .def(
            "remove",
            [](BaseHandle& handle, const RecordType& kind, const std::string& id) {
                remove_one(handle, kind, py::str(id));
            },
            py::arg("type"), py::arg("id"), "The same by type and id: remove(m150.Answer, 'a-1').")
        .def(
            "commit",
            [](BaseHandle& handle) { return handle.run([](KnowledgeBase& base) { return base.commit(); }); },
            "Makes what was written lasting and visible to later snapshots. Returns the revision. StoreError "
            "when it cannot be "
            "written; the last commit is intact then.")
        .def(
            "rollback", [](BaseHandle& handle) { handle.run([](KnowledgeBase& base) { base.rollback(); }); },
            "Forgets what was written since the last commit.")
        .def(
            "transaction", [](const Given<BaseHandle>& self) { return Transaction(self); },
            "For `with`: commits at the end of the block, rolls back when it raises. InvalidInput when a "
            "transaction is open already.")
        .def_property_readonly(
            "in_transaction",
            [](BaseHandle& handle) {
                return handle.run([](KnowledgeBase& base) { return base.in_transaction(); });
            },
            "Whether something was written that is not committed yet.");
}

void bind_files(Class& type) {
    type.def(
            "load",
            [](BaseHandle& handle, const std::filesystem::path& directory, bool replace,
               const ProgressArgument& progress, std::size_t most) {
                return handle.run_with_progress(
                    progress_of(progress), [&](KnowledgeBase& base, const ProgressFn& tick) {
                        return base.load(directory, LoadOptions{tick, replace, most});
                    });
            },
            py::arg("directory"), py::kw_only(), py::arg("replace") = false, py::arg("progress") = py::none(),
            py::arg("max_errors") = 100,
            "Loads every <plural>.csv and <plural>.jsonl of a directory: all or nothing. Commits, unless a "
            "transaction is open.\n\n"
            "replace: a record whose id is known replaces it; False: that is an error.\n"
            "progress: a function of stage, done, total that may return False to cancel; True: a line on "
            "stderr.\n\n"
            "InvalidInput lists every problem as file:line:column, up to max_errors; nothing is changed "
            "then, nor after Ctrl-C. "
            "The GIL is released.")
        .def(
            "load_vac",
            [](BaseHandle& handle, const std::filesystem::path& file, const Id<Organisation>& organisation,
               const std::string& id_prefix, const Audience& audience, const Provenance& provenance,
               const std::optional<Date>& date, const std::map<std::string, Id<Topic>>& topics,
               const ProgressArgument& progress) {
                return handle.run_with_progress(
                    progress_of(progress), [&](KnowledgeBase& base, const ProgressFn& tick) {
                        return base.load_vac(file, VacOptions{id_prefix, audience, provenance, date,
                                                              organisation, topics, tick});
                    });
            },
            py::arg("file"), py::kw_only(), py::arg("organisation"), py::arg("id_prefix") = "vac-",
            py::arg("audience") = "public", py::arg("provenance") = "", py::arg("date") = py::none(),
            py::arg("topics") = py::dict(), py::arg("progress") = py::none(),
            "Loads VACs (vraag-antwoordcombinaties) from JSON, with the same promises as load().\n\n"
            "organisation: id of who answers; must be known. id_prefix: before the ids of the file. "
            "provenance: the file's name when "
            "empty. date: of VACs without one. topics: trefwoord in lower case to topic id.")
        .def(
            "export",
            [](BaseHandle& handle, const std::filesystem::path& directory) {
                handle.run([&](KnowledgeBase& base) { base.export_to(directory); });
            },
            py::arg("directory"),
            "Writes every record to a directory, which is made or must be empty; load() reads it, and "
            "exporting again gives the same "
            "bytes. InvalidInput while a transaction is open, StoreError when it cannot be written.");
}

void bind_care(Class& type) {
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
            "viewer: code of a municipality; None: AVH, which sees everything. as_of: what was known at the "
            "end of this day; None: now, "
            "the day of the newest record. options: ranks by these (or by a configuration file) instead of "
            "the "
            "knowledge base's own, to try "
            "them out.\n\n"
            "InvalidInput for an unknown viewer, and for options that ask for another index.")
        .def(
            "check",
            [](BaseHandle& handle) { return handle.run([](KnowledgeBase& base) { return base.check(); }); },
            "Verifies records, index and graph against each other: everything that is wrong, empty when all "
            "is well.")
        .def(
            "scrub", [](BaseHandle& handle) { handle.run([](KnowledgeBase& base) { base.scrub(); }); },
            "Makes the words of removed records disappear from every file.")
        .def(
            "rebuild_index",
            [](BaseHandle& handle, const ProgressArgument& progress) {
                handle.run_with_progress(
                    progress_of(progress),
                    [](KnowledgeBase& base, const ProgressFn& tick) { base.rebuild_index(tick); });
            },
            py::kw_only(), py::arg("progress") = py::none(),
            "Makes the index anew from the records. progress as for load().")
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
    py::class_<Transaction>(module, "Transaction", "A block of writes, made by KnowledgeBase.transaction().")
        .def("__enter__",
             [](const Given<Transaction>& self) {
                 py::cast<Transaction&>(self).enter();
                 return self;
             })
        .def(
            "__exit__",
            [](Transaction& transaction, const py::object& raised, const py::object&, const py::object&) {
                transaction.leave(raised);
            },
            py::arg("type"), py::arg("value"), py::arg("traceback"));
    Class type(module, "KnowledgeBase",
               "One knowledge base: a directory with records and an index, or the same in memory. May be "
               "called from any thread. What "
               "raises has changed nothing. After close() every method raises InvalidInput; in a forked "
               "child StoreError.");
    bind_opening(type);
    bind_writing(type);
    bind_files(type);
    bind_care(type);
}

}  // namespace m150::python
