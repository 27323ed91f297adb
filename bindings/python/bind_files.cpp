// The long work with files: loading, exporting, scrubbing, making the index anew.
#include <pybind11/stl/filesystem.h>

#include "arguments.hpp"
#include "knowledge_class.hpp"
#include "module.hpp"
#include "view.hpp"

namespace m150::python {

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

void bind_meeting_import(py::module_& module) {
    const auto number = [](int MeetingImport::*member) {
        return [member](const MeetingImport& report) { return report.*member; };
    };
    py::class_<MeetingImport>(module, "MeetingImport", "What an import of a meeting's results wrote.")
        .def_property_readonly(
            "records",
            [](const MeetingImport& report) { return Mapping<std::string, std::uint64_t>{report.records}; },
            "How many records were written, by plural type name.")
        .def_property_readonly("registrations", number(&MeetingImport::registrations),
                               "Municipalities on the list.")
        .def_property_readonly("attended", number(&MeetingImport::attended), "Of them, those that attended.")
        .def_property_readonly("ratings", number(&MeetingImport::ratings), "Talks that were given a rating.")
        .def_property_readonly("contacts", number(&MeetingImport::contacts), "Contacts on the list.")
        .def_property_readonly("questions", number(&MeetingImport::questions), "Questions on the list.")
        .def_property_readonly("passed_over", number(&MeetingImport::passed_over),
                               "Records that were there already, just so.")
        .def_property_readonly(
            "notices", [](const MeetingImport& report) { return Tuple<std::string>{report.notices}; },
            "Columns that were left out, encodings detected, municipalities resolved.")
        .def(
            "to_dict",
            [](const MeetingImport& report) {
                py::dict dict;
                dict["records"] = report.records;
                dict["registrations"] = report.registrations;
                dict["attended"] = report.attended;
                dict["ratings"] = report.ratings;
                dict["contacts"] = report.contacts;
                dict["questions"] = report.questions;
                dict["passed_over"] = report.passed_over;
                dict["notices"] = report.notices;
                return PlainDict(std::move(dict));
            },
            "Everything as plain values.")
        .def(py::self == py::self)
        .def("__repr__", [](const MeetingImport& report) {
            std::string text;
            for (const auto& [type, count] : report.records)
                text += (text.empty() ? " " : ", ") + std::to_string(count) + " " + type;
            return "<m150.MeetingImport:" + (text.empty() ? " nothing new" : text) + ">";
        });
}

void bind_files(KnowledgeClass& type) {
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
            "import_meeting",
            [](BaseHandle& handle, const Id<Meeting>& meeting,
               const std::optional<std::filesystem::path>& registrations,
               const std::optional<std::filesystem::path>& ratings,
               const std::optional<std::filesystem::path>& contacts,
               const std::optional<std::filesystem::path>& questions, const std::optional<bool>& attended,
               int highest_rating, std::size_t most) {
                const MeetingFiles files{registrations, ratings,        contacts, questions,
                                         attended,      highest_rating, most};
                return handle.run([&](KnowledgeBase& base) { return base.import_meeting(meeting, files); });
            },
            py::arg("meeting"), py::kw_only(), py::arg("registrations") = py::none(),
            py::arg("ratings") = py::none(), py::arg("contacts") = py::none(),
            py::arg("questions") = py::none(), py::arg("attended") = py::none(),
            py::arg("highest_rating") = MeetingFiles{}.highest_rating, py::arg("max_errors") = 100,
            "What a meeting brought, from CSV files: all or nothing. Commits, unless a transaction is "
            "open.\n\n"
            "registrations: columns gemeente, aantal, wensen, aanwezig. ratings: spreker, agendapunt, "
            "cijfer, "
            "aantal. contacts: van,\nnaar, onderwerp, uitkomst. questions: gemeente, vraag, onderwerp, "
            "titel. "
            "Other columns (names, e-mail, telephone) are left\nout, and named in the notices.\n"
            "attended: of rows that do not say it: True for a list of those who were there. highest_rating: "
            "5, "
            "or 10 for school\nmarks.\n\n"
            "A list that is read again changes nothing. InvalidInput lists every problem as "
            "file:line:column, "
            "up to max_errors;\nnothing is changed then. The GIL is released.")
        .def(
            "export",
            [](BaseHandle& handle, const std::filesystem::path& directory) {
                handle.run([&](KnowledgeBase& base) { base.export_to(directory); });
            },
            py::arg("directory"),
            "Writes every record to a directory, which is made or must be empty; load() reads it, and "
            "exporting again gives the same "
            "bytes. InvalidInput while a transaction is open, StoreError when it cannot be written.")
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
            "Makes the index anew from the records. progress as for load().");
}

}  // namespace m150::python
