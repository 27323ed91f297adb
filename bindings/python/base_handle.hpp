// A KnowledgeBase in Python's hands: may be closed, forked, interrupted, and called from several threads at
// once.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <memory>
#include <shared_mutex>
#include <vector>

#include "casters.hpp"

namespace m150::python {

class BaseHandle {
  public:
    explicit BaseHandle(KnowledgeBase base);
    ~BaseHandle();
    BaseHandle(const BaseHandle&) = delete;
    BaseHandle& operator=(const BaseHandle&) = delete;

    // Runs action(KnowledgeBase&) without the GIL. Throws InvalidInput when closed or called from a
    // progress function or embedder that works for it, StoreError in a forked child. Needs the GIL.
    template <class Action>
    auto run(Action&& action) {
        check_usable();
        const py::gil_scoped_release release;
        const std::shared_lock lock(gate_);
        if (!base_) throw closed_error();
        const Working working(*this);
        return action(*base_);
    }

    // The same for long work, which calls `progress` (None, or a function of stage, done, total) every so
    // often and is stopped by a signal such as Ctrl-C, by an exception in it, or by its returning False.
    template <class Action>
    auto run_with_progress(const py::object& progress, Action&& action) {
        std::exception_ptr python_error;
        const ProgressFn tick = [&](const Progress& now) { return call(progress, now, python_error); };
        try {
            return run([&](KnowledgeBase& base) { return action(base, tick); });
        } catch (const InvalidInput&) {  // "cancelled"
            if (python_error) std::rethrow_exception(python_error);
            throw;
        }
    }

    void close();  // waits for what other threads are doing with it; needs the GIL
    bool closed() const { return closed_; }

    // Tells a Python function (or None) how far work is; takes the interpreter lock for it. False: stop. What
    // it threw, KeyboardInterrupt included, is left in python_error.
    static bool call(const py::object& progress, const Progress& now, std::exception_ptr& python_error);

  private:
    // Notes that this thread is inside work on `handle`, which may call a progress function or an embedder.
    struct Working {
        explicit Working(const BaseHandle& handle) { working_on.push_back(&handle); }
        ~Working() { working_on.pop_back(); }
        Working(const Working&) = delete;
        Working& operator=(const Working&) = delete;
    };
    inline static thread_local std::vector<const BaseHandle*> working_on;

    bool in_forked_child() const;
    void check_usable() const;
    static InvalidInput closed_error();

    std::unique_ptr<KnowledgeBase> base_;
    std::shared_mutex gate_;  // closing waits for everybody else
    std::atomic<bool> closed_ = false;
    pid_t process_;
    bool on_disk_;
};

}  // namespace m150::python
