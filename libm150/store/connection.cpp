#include "libm150/store/connection.hpp"

#include <unistd.h>

#include <system_error>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/store/migrations.hpp"

namespace m150::inline v0 {

namespace {

namespace fs = std::filesystem;

StoreError no_knowledge_base(const fs::path& directory, const std::string& why) {
    return StoreError({directory.string(), "is no knowledge base: " + why, "a directory made by create",
                       "check the path, or make a knowledge base there"});
}

bool has_bytes(const fs::path& file) {
    std::error_code ignored;
    const auto size = fs::file_size(file, ignored);
    return !ignored && size > 0;
}

fs::path with_suffix(fs::path file, const char* suffix) {
    return file += suffix;
}

// The directory for a new knowledge base: made when absent, refused when it holds anything but the lock.
void prepare(const fs::path& directory, bool locked) {
    std::error_code error;
    fs::create_directories(directory, error);
    fs::directory_iterator entry;
    if (!error) entry = fs::directory_iterator(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = entry->path().filename();
        if (locked && name == WriterLock::file_name) continue;
        throw StoreError({directory.string(), "already holds " + name.string(), "a new or empty directory",
                          "open it instead of creating it, or take another place"});
    }
    if (error) {
        throw StoreError({directory.string(), "cannot be made (" + error.message() + ")",
                          "a place that you may write to", "check the path and its permissions"});
    }
}

void configure(sql::Database& database) {
    database.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;");
    if (!database.writable()) {
        database.execute("PRAGMA cache_size = -16000;");
        return;
    }
    // A commit that returned is on the disk, even after a power failure; a write-ahead log above 64 MB is cut
    // back.
    database.execute(
        "PRAGMA cache_size = -64000; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
}

void use_write_ahead_log(sql::Database& database, const fs::path& directory) {
    sql::Query mode = database.query("PRAGMA journal_mode = WAL");
    if (mode.step() && mode.text(0) == "wal") return;
    throw StoreError({directory.string(), "lies on a file system that cannot hold a write-ahead log",
                      "a local disk", "move the knowledge base to a local disk"});
}

}  // namespace

Store::Connection::Connection(const fs::path& place, Access wanted, bool create)
    : directory(place), access(wanted), process_(getpid()) {
    if (directory.empty()) {
        database_ = std::make_unique<sql::Database>(fs::path(), sql::Mode::memory);
        configure(*database_);
        migrate(*database_, sql::migrations());
    } else if (create) {
        make_new();
    } else {
        std::error_code error;
        if (!fs::exists(directory / records_file, error)) {
            std::error_code ignored;
            const bool there = fs::is_directory(directory, ignored);
            const std::string why =
                there ? "it holds no " + std::string(records_file) : "there is no such directory";
            throw no_knowledge_base(directory, error ? error.message() : why);
        }
        access == Access::read_write ? open_for_writing() : open_for_reading();
    }
    references_.emplace(*database_);
}

Store::Connection::~Connection() {
    rollback();
}

void Store::Connection::make_new() {
    prepare(directory, false);
    lock_.emplace(directory);
    prepare(directory, true);  // somebody may have made one before the lock was ours
    database_ = std::make_unique<sql::Database>(directory / records_file, sql::Mode::create);
    configure(*database_);
    use_write_ahead_log(*database_, directory);
    migrate(*database_, sql::migrations());
}

void Store::Connection::open_for_writing() {
    lock_.emplace(directory);
    database_ = std::make_unique<sql::Database>(directory / records_file, sql::Mode::read_write);
    if (!database_->writable()) {
        throw StoreError({(directory / records_file).string(), "may not be written",
                          "a file that you may write to", "open it read-only, or change its permissions"});
    }
    sql::schema_version(*database_, directory.string(), sql::migrations());
    configure(*database_);
    use_write_ahead_log(*database_, directory);
    migrate(*database_, sql::migrations());
}

void Store::Connection::open_for_reading() {
    const fs::path file = directory / records_file;
    const auto open = [&](sql::Mode mode) {
        database_ = std::make_unique<sql::Database>(file, mode);
        const auto version = sql::schema_version(*database_, directory.string(), sql::migrations());
        if (version < static_cast<std::int64_t>(sql::migrations().size())) {
            throw StoreError({directory.string(), "has the older schema version " + std::to_string(version),
                              "schema version " + std::to_string(sql::migrations().size()),
                              "open it for writing once, which brings it up to date"});
        }
        configure(*database_);
    };
    try {
        open(sql::Mode::read_only);
    } catch (const StoreError&) {
        // SQLite reads a database with a write-ahead log only where it can make or find the log and its
        // index. Where it cannot, and the log is empty, the file alone is everything there is and nobody here
        // can change it.
        if (::access(directory.c_str(), W_OK) == 0) throw;
        if (has_bytes(with_suffix(file, "-wal"))) {
            throw StoreError({directory.string(),
                              "was not closed by its writer and lies where nothing can be written",
                              "a knowledge base that was closed, or a place that can be written",
                              "copy the directory to a place that you may write to and open it there"});
        }
        immutable_ = true;
        std::error_code unknown;  // then the first read says that the file has changed
        seen_ = fs::last_write_time(file, unknown);
        open(sql::Mode::immutable);
    }
}

bool Store::Connection::mine() const noexcept {
    return directory.empty() || process_ == getpid();
}

void Store::Connection::check_process() const {
    if (mine()) return;
    throw StoreError({directory.string(),
                      "was opened by process " + std::to_string(process_) +
                          " and cannot be used in its forked child " + std::to_string(getpid()),
                      "a process that opened it itself", "open it (read-only) again in this process"});
}

void Store::Connection::check_unchanged() {
    const fs::path file = directory / records_file;
    std::error_code error;
    if (fs::last_write_time(file, error) == seen_ && !error && !has_bytes(with_suffix(file, "-wal"))) return;
    throw StoreError({directory.string(), "has been written since it was opened", "", "open it again"});
}

sql::Database& Store::Connection::database() {
    check_process();
    if (immutable_) check_unchanged();
    return *database_;
}

sql::Database& Store::Connection::for_writing() {
    check_process();
    if (access == Access::read_only) {
        throw InvalidInput({directory.string(), "is open read-only", "a knowledge base opened for writing",
                            "open it with Access::read_write"});
    }
    if (!writing_) {
        throw InvalidInput(
            {directory.string(), "no transaction is open", "begin() before the first change", ""});
    }
    return *database_;
}

void Store::Connection::begin() {
    check_process();
    if (access == Access::read_only) {
        throw InvalidInput({directory.string(), "is open read-only", "a knowledge base opened for writing",
                            "open it with Access::read_write"});
    }
    if (writing_ || readers_ > 0) {
        throw InvalidInput({directory.string(),
                            writing_ ? "a transaction is open already" : "a read is being held",
                            "one at a time", "end that first"});
    }
    database_->execute("BEGIN IMMEDIATE");
    writing_ = true;
    changed_ = false;
    next_revision_ = static_cast<std::uint64_t>(database_->integer("SELECT revision FROM state")) + 1;
}

std::uint64_t Store::Connection::commit() {
    sql::Database& database = for_writing();
    guarded([&] {
        if (changed_) {
            database.query("UPDATE state SET revision = ?")
                .bind(1, static_cast<std::int64_t>(next_revision_))
                .run();
        }
        database.execute("COMMIT");
    });
    writing_ = false;
    return changed_ ? next_revision_ : next_revision_ - 1;
}

void Store::Connection::rollback() noexcept {
    if (!writing_ || !mine()) return;
    writing_ = false;
    changed_ = false;
    if (references_) references_->forget();
    try {
        if (database_->in_transaction()) database_->execute("ROLLBACK");
    } catch (const Error&) {
        // What is not committed is gone when the connection closes at the latest: there is nothing left to
        // undo.
    }
}

void Store::Connection::begin_read() {
    sql::Database& reading = database();
    if (readers_++ > 0 || writing_) return;
    try {
        reading.execute("BEGIN");
        reading.integer("SELECT revision FROM state");  // only a read fixes the revision
    } catch (...) {
        end_read();
        throw;
    }
}

void Store::Connection::end_read() noexcept {
    if (readers_ == 0 || --readers_ > 0 || writing_ || !mine()) return;
    try {
        if (database_->in_transaction()) database_->execute("COMMIT");
    } catch (const Error&) {
        // A read transaction has nothing to lose.
    }
}

void Store::Connection::mark() {
    for_writing().execute("SAVEPOINT mark");
    changed_before_mark_ = changed_;
}

void Store::Connection::release_mark() {
    for_writing().execute("RELEASE mark");
}

void Store::Connection::undo_to_mark() noexcept {
    if (!writing_) return;
    try {
        database_->execute("ROLLBACK TO mark; RELEASE mark");
        references_->forget();
        changed_ = changed_before_mark_;
    } catch (const Error&) {
        rollback();
    }
}

void Store::Connection::scrub() {
    check_process();
    if (access == Access::read_only || readers_ > 0) {
        throw InvalidInput({directory.string(), readers_ > 0 ? "a read is being held" : "is open read-only",
                            "a knowledge base opened for writing", "end the read, or open it for writing"});
    }
    // secure_delete overwrites what is removed, but pages that were split keep remains: VACUUM writes every
    // page anew. The log then holds the old pages still, until it is written back and cut to nothing.
    database_->execute("VACUUM");
    if (directory.empty()) return;
    sql::Query checkpoint = database_->query("PRAGMA wal_checkpoint(TRUNCATE)");
    if (checkpoint.step() && checkpoint.integer(0) != 0) {
        throw StoreError({directory.string(),
                          "a reader holds an older revision, so its write-ahead log cannot be emptied",
                          "no readers of older revisions", "let them end and try again"});
    }
}

void Store::Connection::log_change(std::string_view plural, const std::string& id, bool removed) {
    database_->query("INSERT OR REPLACE INTO changes (revision, type, id, removed) VALUES (?, ?, ?, ?)")
        .bind(1, static_cast<std::int64_t>(next_revision_))
        .bind(2, plural)
        .bind(3, std::string_view(id))
        .bind(4, std::int64_t{removed})
        .run();
    changed_ = true;
}

}  // namespace m150::inline v0
