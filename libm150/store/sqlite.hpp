// A thin layer over SQLite for the files of this folder: a connection and its prepared statements, closed by
// their owners, with every failure turned into a StoreError that says what to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace m150::inline v0::sql {

class Database;

// A prepared statement on loan from its database; goes back when it is destroyed. Parameters are numbered
// from 1, columns from 0. A text() or blob() is valid until the next step() of the same query.
class Query {
  public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    Query& bind(int at, std::string_view value);  // copied
    Query& bind(int at, std::int64_t value);
    Query& bind(int at, double value);
    Query& bind_null(int at);
    Query& bind_blob(int at, std::string_view bytes);  // copied

    bool step();   // true when there is a row
    void run();    // for statements without rows
    void again();  // ready for other parameters

    bool is_null(int column) const;
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;

  private:
    friend class Database;
    Query(Database& database, const std::string& sql, sqlite3_stmt* statement);
    void check(int code);
    Database* database_;
    const std::string* sql_;  // the key in the database's cache
    sqlite3_stmt* statement_;
};

enum class Mode { create, read_write, read_only, immutable, memory };

// One connection. Not thread-safe. A connection to a file is not closed by a forked child, for SQLite's locks
// belong to the process that took them (https://www.sqlite.org/howtocorrupt.html, section 2.6).
class Database {
  public:
    // `file` is not used for Mode::memory.
    Database(const std::filesystem::path& file, Mode mode);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    Query query(std::string_view sql);
    void execute(const std::string& sql);          // one or more statements without parameters
    std::int64_t integer(const std::string& sql);  // first column of the first row; 0 when there is no row
    bool in_transaction() const;                   // as SQLite sees it: some errors end a transaction
    bool writable() const;

    // Throws what `code` (of the last call on this connection) stands for.
    [[noreturn]] void fail(int code) const;

  private:
    friend class Query;
    std::filesystem::path file_;
    bool in_file_;
    std::int64_t process_;
    sqlite3* handle_ = nullptr;
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle_;
};

}  // namespace m150::inline v0::sql
