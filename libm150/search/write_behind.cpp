#include "libm150/search/write_behind.hpp"

#include <utility>

namespace m150::inline v0::indexing {

WriteBehind::~WriteBehind() {
    {
        const std::lock_guard guard(mutex_);
        abandoned_ = true;
    }
    stop();
}

void WriteBehind::add(Prepared document) {
    filling_.push_back(std::move(document));
    if (filling_.size() == batch_size) hand_over();
}

void WriteBehind::finish() {
    if (!filling_.empty()) hand_over();
    stop();
    if (failure_) std::rethrow_exception(failure_);
}

void WriteBehind::hand_over() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < most_waiting || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::exchange(filling_, {}));
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    changed_.notify_all();
}

void WriteBehind::run() noexcept {
    while (true) {
        Batch batch;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return !waiting_.empty() || ended_ || abandoned_; });
            if (abandoned_ || waiting_.empty()) return;
            batch = std::move(waiting_.front());
            waiting_.pop_front();
            changed_.notify_all();
        }
        try {
            for (const Prepared& document : batch)
                writer_.add(document);
        } catch (...) {
            const std::lock_guard guard(mutex_);
            failure_ = std::current_exception();
            changed_.notify_all();
            return;
        }
    }
}

void WriteBehind::stop() noexcept {
    {
        const std::lock_guard guard(mutex_);
        ended_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

}  // namespace m150::inline v0::indexing
