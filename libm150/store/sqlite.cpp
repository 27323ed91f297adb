#include "libm150/store/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0::sql {

namespace {

// Another process may hold the file for the length of a checkpoint or a recovery.
constexpr int busy_milliseconds = 10000;

// What a failure means for the person who meets it, by SQLite's primary result code.
Problem problem_of(int code, const std::string& file, const std::string& detail) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return {file, "the disk is full (" + detail + ")", "",
                    "make room and try again; everything committed before is intact"};
        case SQLITE_IOERR:
            return {file, "the disk cannot be read or written (" + detail + ")", "",
                    "check the disk, its free space and its quota; everything committed before is intact"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {file, "another connection keeps the records busy (" + detail + ")", "",
                    "end the other program or its open transaction and try again"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {file, "may not be written (" + detail + ")", "",
                    "open it read-only, or change its permissions"};
        case SQLITE_CANTOPEN:
            return {file, "cannot be opened (" + detail + ")", "",
                    "check that it exists and that you may read it and its directory"};
        case SQLITE_CORRUPT:
            return {file, "is damaged (" + detail + ")", "",
                    "restore it from a backup or load an export into a new one"};
        case SQLITE_NOTADB:
            return {file, "is no SQLite database", "the records of a knowledge base", "check the path"};
        case SQLITE_NOMEM:
            return {file, "there is not enough memory", "", "close other programs and try again"};
        default:
            return {file, "SQLite failed (" + detail + ")", "", ""};
    }
}

// A file: URI, with the characters escaped that mean something in one.
std::string uri_of(const std::filesystem::path& file, std::string_view parameters) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        constexpr char hex[] = "0123456789ABCDEF";
        if (c == '%' || c == '?' || c == '#') {
            uri += '%';
            uri += hex[static_cast<unsigned char>(c) >> 4];
            uri += hex[static_cast<unsigned char>(c) & 15];
        } else {
            uri += c;
        }
    }
    return uri.append(parameters);
}

}  // namespace

Query::Query(Database& database, const std::string& sql, sqlite3_stmt* statement)
    : database_(&database), sql_(&sql), statement_(statement) {}

Query::Query(Query&& other) noexcept
    : database_(other.database_), sql_(other.sql_), statement_(std::exchange(other.statement_, nullptr)) {}

Query::~Query() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    try {
        database_->idle_.find(*sql_)->second.push_back(statement_);
    } catch (const std::bad_alloc&) {
        sqlite3_finalize(statement_);
    }
}

void Query::check(int code) {
    if (code != SQLITE_OK) database_->fail(code);
}

Query& Query::bind(int at, std::string_view value) {
    // An empty view may have no address, which SQLite would read as NULL.
    const char* data = value.data() ? value.data() : "";
    check(sqlite3_bind_text64(statement_, at, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Query& Query::bind(int at, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, at, value));
    return *this;
}

Query& Query::bind(int at, double value) {
    check(sqlite3_bind_double(statement_, at, value));
    return *this;
}

Query& Query::bind_null(int at) {
    check(sqlite3_bind_null(statement_, at));
    return *this;
}

Query& Query::bind_blob(int at, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_, at, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_->fail(code);
    return false;
}

void Query::run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
}

void Query::again() {
    sqlite3_reset(statement_);
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Query::text(int column) const {
    const unsigned char* data = sqlite3_column_text(statement_, column);
    if (!data) return {};
    return {reinterpret_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Query::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    if (!data) return {};
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Query::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

Database::Database(const std::filesystem::path& file, Mode mode)
    : file_(file), in_file_(mode != Mode::memory), process_(getpid()) {
    std::string name = ":memory:";
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
        case Mode::create:
            flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
            break;
        case Mode::read_write:
            flags |= SQLITE_OPEN_READWRITE;
            break;
        case Mode::read_only:
        case Mode::immutable:
            flags |= SQLITE_OPEN_READONLY;
            break;
        case Mode::memory:
            flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
            break;
    }
    if (in_file_) {
        name = uri_of(file, mode == Mode::immutable ? "?immutable=1" : "");
        flags |= SQLITE_OPEN_URI;
    }
    const int code = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
    if (code != SQLITE_OK) {
        const std::string detail = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
        sqlite3_close_v2(std::exchange(handle_, nullptr));
        throw StoreError(problem_of(code, file_.string(), detail));
    }
    sqlite3_busy_timeout(handle_, busy_milliseconds);
}

Database::~Database() {
    if (in_file_ && process_ != getpid()) return;
    for (auto& [sql, statements] : idle_) {
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    }
    sqlite3_close_v2(handle_);
}

Query Database::query(std::string_view sql) {
    auto found = idle_.find(sql);
    if (found == idle_.end()) found = idle_.emplace(std::string(sql), std::vector<sqlite3_stmt*>{}).first;
    if (!found->second.empty()) {
        sqlite3_stmt* statement = found->second.back();
        found->second.pop_back();
        return {*this, found->first, statement};
    }
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_, found->first.c_str(), static_cast<int>(found->first.size() + 1),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
    return {*this, found->first, statement};
}

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(const std::string& sql) {
    Query found = query(sql);
    return found.step() ? found.integer(0) : 0;
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}
bool Database::writable() const {
    return sqlite3_db_readonly(handle_, "main") == 0;
}

void Database::fail(int code) const {
    const int primary = code & 0xff;
    std::string detail = sqlite3_errmsg(handle_);
    if (primary == SQLITE_ERROR || primary == SQLITE_MISUSE || primary == SQLITE_CONSTRAINT ||
        primary == SQLITE_RANGE) {
        throw InternalError("SQLite: " + detail);
    }
    if (const int system = sqlite3_system_errno(handle_); system != 0 && primary != SQLITE_FULL) {
        detail += std::string(": ") + std::strerror(system);
    }
    throw StoreError(problem_of(code, in_file_ ? file_.string() : "the knowledge base in memory", detail));
}

}  // namespace m150::inline v0::sql
