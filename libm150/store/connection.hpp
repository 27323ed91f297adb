// What a Store holds: the open database, the writer's lock and the state of the transaction.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "libm150/store/lock.hpp"
#include "libm150/store/references.hpp"
#include "libm150/store/sqlite.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// The file of the records in a knowledge base's directory.
inline constexpr const char* records_file = "records.sqlite";

class Store::Connection {
  public:
    // Opens the database in `directory` (empty: in memory). Makes it when `create`.
    Connection(const std::filesystem::path& directory, Access access, bool create);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    const std::filesystem::path directory;
    const Access access;

    // The database, for reading: checks that this process may use it and that what it reads has not been
    // changed behind its back.
    sql::Database& database();
    // The database in an open transaction, for writing.
    sql::Database& for_writing();
    References& references() noexcept { return *references_; }

    void begin();
    std::uint64_t commit();
    void rollback() noexcept;
    bool in_transaction() const noexcept { return writing_; }

    void begin_read();
    void end_read() noexcept;

    // A transaction within the transaction: what is written after mark() can be undone alone.
    void mark();
    void release_mark();
    void undo_to_mark() noexcept;

    // Rewrites the database without what was removed.
    void scrub();

    // Enters a change in the log. The record has been written or removed already.
    void log_change(std::string_view plural, const std::string& id, bool removed);

    // Runs `write`; when it fails the transaction is over, for SQLite may have ended it.
    template <class Write>
    void guarded(Write&& write) {
        try {
            write();
        } catch (...) {
            rollback();
            throw;
        }
    }

  private:
    void make_new();
    void open_for_writing();
    void open_for_reading();
    bool mine() const noexcept;
    void check_process() const;
    void check_unchanged();

    pid_t process_;
    std::optional<WriterLock> lock_;
    std::unique_ptr<sql::Database> database_;
    bool immutable_ = false;  // read from a place where nothing can be written, not even SQLite's own files
    std::filesystem::file_time_type seen_{};
    std::optional<References> references_;
    bool writing_ = false;
    bool changed_ = false;
    bool changed_before_mark_ = false;
    std::uint64_t next_revision_ = 0;
    int readers_ = 0;
};

// Holds one revision for the length of a scope.
class ReadHold {
  public:
    explicit ReadHold(Store::Connection& connection) : connection_(connection) { connection_.begin_read(); }
    ReadHold(const ReadHold&) = delete;
    ReadHold& operator=(const ReadHold&) = delete;
    ~ReadHold() { connection_.end_read(); }

  private:
    Store::Connection& connection_;
};

}  // namespace m150::inline v0
