#include "base_handle.hpp"

#include <unistd.h>

#include <algorithm>
#include <mutex>

namespace m150::python {

BaseHandle::BaseHandle(KnowledgeBase base)
    : base_(std::make_unique<KnowledgeBase>(std::move(base))),
      process_(getpid()),
      on_disk_(!base_->directory().empty()) {}

// A forked child must not close what its parent has open: files would be cleaned up under the parent's hands.
BaseHandle::~BaseHandle() {
    if (in_forked_child()) (void)base_.release();
}

bool BaseHandle::in_forked_child() const {
    return on_disk_ && process_ != getpid();
}

void BaseHandle::check_usable() const {
    if (closed_) throw closed_error();
    if (in_forked_child()) {
        throw StoreError(
            {"knowledge base",
             "was opened by process " + std::to_string(process_) + ", of which this is a forked child",
             "a knowledge base opened by this process",
             "open it again here with read_only=True, or take the snapshot before forking"});
    }
    if (std::find(working_on.begin(), working_on.end(), this) != working_on.end()) {
        throw InvalidInput(
            {"knowledge base", "was called from a progress function or embedder of its own work",
             "a function that only looks", "return False from a progress function to cancel the work"});
    }
}

InvalidInput BaseHandle::closed_error() {
    return InvalidInput({"knowledge base", "is closed", "an open knowledge base",
                         "open it again with m150.KnowledgeBase.open(path)"});
}

bool BaseHandle::call(const py::object& progress, const Progress& now, std::exception_ptr& python_error) {
    const py::gil_scoped_acquire gil;
    try {
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (progress.is_none()) return true;
        return !progress(now.stage, now.done, now.total).is(py::bool_(false));
    } catch (const py::error_already_set&) {
        python_error = std::current_exception();
        return false;
    }
}

void BaseHandle::close() {
    if (closed_) return;
    if (in_forked_child()) {
        closed_ = true;
        return;  // the parent's to close; see the destructor
    }
    check_usable();
    closed_ = true;
    const py::gil_scoped_release release;
    const std::unique_lock lock(gate_);
    base_.reset();
}

}  // namespace m150::python
