// Puts documents into a generation on a thread of its own, while the caller makes the next ones ready.
// Internal.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "libm150/search/generation_writer.hpp"

namespace m150::inline v0::indexing {

// To be used by one thread. The writer gets the documents in their order, and is not used by anybody else
// from the first add() to the end of finish() or of this object.
class WriteBehind {
  public:
    explicit WriteBehind(GenerationWriter& writer) : writer_(writer) {}
    // Leaves unwritten what was not written yet.
    ~WriteBehind();
    WriteBehind(const WriteBehind&) = delete;
    WriteBehind& operator=(const WriteBehind&) = delete;

    // Waits while too many documents wait to be written. Throws what the writer threw at an earlier document.
    void add(Prepared document);
    // Returns when all documents are written. Throws what the writer threw at any of them.
    void finish();

  private:
    using Batch = std::vector<Prepared>;
    static constexpr std::size_t batch_size = 64;  // so that handing over costs nothing
    static constexpr std::size_t most_waiting = 8;

    void hand_over();
    void run() noexcept;
    void stop() noexcept;

    GenerationWriter& writer_;
    Batch filling_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Batch> waiting_;
    bool ended_ = false;      // no more will come
    bool abandoned_ = false;  // what waits is not wanted
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace m150::inline v0::indexing
