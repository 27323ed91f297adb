// The class KnowledgeBase is long: each of these adds a part of it, or a type that the part shows.
#pragma once

#include "base_handle.hpp"

namespace m150::python {

using KnowledgeClass = py::class_<BaseHandle>;

void bind_load_report(py::module_& module);      // bind_files.cpp: what a load returns
void bind_meeting_import(py::module_& module);   // bind_files.cpp: what import_meeting() returns
void bind_transaction(py::module_& module);      // bind_writing.cpp: what transaction() returns
void bind_embeddings_info(py::module_& module);  // bind_embeddings.cpp: what embeddings returns
void bind_embeddings(KnowledgeClass& type);      // bind_embeddings.cpp: vectors from outside the library
void bind_writing(KnowledgeClass& type);         // bind_writing.cpp: add, replace, remove, commit, rollback
void bind_outcome_methods(
    KnowledgeClass& type);              // bind_outcomes.cpp: record_outcome, recalibrate, fit_knowers
void bind_files(KnowledgeClass& type);  // bind_files.cpp: load, export, scrub, rebuild_index

}  // namespace m150::python
