// Records in: one by one or many at once, in transactions.
#include "knowledge_class.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

class RecordOrRecords : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(RecordOrRecords, py::object, [](PyObject*) { return true; })
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

}  // namespace

void bind_transaction(py::module_& module) {
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
}

void bind_writing(KnowledgeClass& type) {
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

}  // namespace m150::python
