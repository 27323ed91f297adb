// The compiled half of the Python package m150. Types come before the functions that show them in their
// signatures.
#include "module.hpp"

#ifndef M150_VERSION
#error "M150_VERSION is given by CMakeLists.txt"
#endif

PYBIND11_MODULE(_core, module) {
    using namespace m150::python;
    module.doc() = "The compiled half of m150; import m150 instead.";
    module.attr("__version__") = M150_VERSION;
    module.attr("pybind11_version") =
        PYBIND11_TOSTRING(PYBIND11_VERSION_MAJOR) "." PYBIND11_TOSTRING(PYBIND11_VERSION_MINOR);
    bind_errors(module);
    bind_records(module);
    bind_meeting_options(module);
    bind_options(module);
    bind_reasons(module);
    bind_answers(module);
    bind_connections(module);
    bind_brokers(module);
    bind_speakers(module);
    bind_snapshot(module);
    bind_share_load(module);
    bind_connect(module);
    bind_meetings(module);
    bind_gap_map(module);
    bind_gaps(module);
    bind_agenda(module);
    bind_seat(module);
    bind_outcomes(module);
    bind_regions(module);
    bind_hosts(module);
    bind_working_groups(module);
    bind_meeting_plan(module);
    bind_knowledge(module);
    bind_evaluate(module);
    bind_tune(module);
}
