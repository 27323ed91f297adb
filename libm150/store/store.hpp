// The system of record: every fact of a knowledge base, in SQLite. Index and graph are derived from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/error.hpp"
#include "libm150/base/export.hpp"
#include "libm150/record/schema.hpp"

namespace m150::inline v0 {

enum class Access { read_write, read_only };

// One record that was written (inserted, replaced) or removed by the commit that made `revision`.
struct Change {
    std::uint64_t revision = 0;
    std::string type;  // Schema<Record>::plural
    std::string id;
    bool removed = false;
};

// A question or answer without its text: what the graph needs of it, read fast.
struct QuestionHead {
    Id<Question> id;
    std::optional<Id<Municipality>> asked_by;
    Date date;
    std::vector<Id<Topic>> topics;
    Audience audience;
};
struct AnswerHead {
    Id<Answer> id;
    Id<Question> question;
    std::optional<Id<Municipality>> by;
    std::optional<Id<Organisation>> by_organisation;
    Date date;
    bool accepted = false;
    AnswerStatus status = AnswerStatus::current;
    Audience audience;
};

// Whose vectors are kept: those of one model at a time.
struct KeptModel {
    std::string name;
    std::size_t dimension = 0;
};
// A vector that was given to a document of the search index, which is one of a question's.
struct KeptEmbedding {
    std::string document;         // key
    std::uint64_t text_hash = 0;  // of the text that the vector was made of
    std::vector<std::int8_t> vector;
};

// One connection to the records of one knowledge base. Not thread-safe: its owner holds a mutex.
//
// Writing happens in a transaction; reads inside it see what it wrote. Every commit that changed something
// makes the next revision. Errors: InvalidInput for records that cannot be taken (nothing is changed then),
// StoreError for anything that goes wrong on disk; a write that fails so ends the transaction, undone.
//
// A Store of a directory belongs to the process that opened it: a forked child gets StoreError from its
// parent's and opens its own (for reading; the parent keeps the writer's lock).
class M150_EXPORT Store {
  public:
    // Makes `directory` (which must not hold anything yet) a knowledge base and opens it for writing.
    static Store create(const std::filesystem::path& directory);
    // Opens an existing one. Opening for writing takes the writer's lock and migrates an older schema.
    // Opening for reading works beside a writer and where nothing can be written; in the latter case the
    // Store does not follow what somebody else writes there later, but says that it was written (StoreError).
    static Store open(const std::filesystem::path& directory, Access access);
    static Store in_memory();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const std::filesystem::path& directory() const noexcept;  // empty for in_memory()
    Access access() const noexcept;
    std::uint64_t revision() const;  // of the last commit; 0 for an empty base

    void begin();            // InvalidInput when a transaction is open
    std::uint64_t commit();  // the revision afterwards
    void rollback() noexcept;
    bool in_transaction() const noexcept;

    // Holds one revision for several reads by this connection until end_read(); cheap, WAL makes it not block
    // the writer.
    void begin_read();
    void end_read() noexcept;

    // Writes a record in the open transaction. Checks validate(), that the id is new (insert) or known
    // (replace), and that everything it refers to exists on its date; a municipality that merged is resolved
    // to its successor as of the record's date. A replaced municipality does not change the records that
    // refer to it already: check() names those that no longer fit. Returns notices: what was resolved, in
    // words.
    template <class Record>
    std::vector<std::string> insert(Record record);
    template <class Record>
    std::vector<std::string> replace(Record record);
    // Removes a record in the open transaction. InvalidInput when it does not exist or another record refers
    // to it.
    template <class Record>
    void remove(const Id<Record>& id);

    template <class Record>
    std::optional<Record> find(const Id<Record>& id) const;
    template <class Record>
    std::uint64_t count() const;
    // In ascending order of id, as heads are. `visit` may read from the store, not write to it.
    template <class Record>
    void for_each(const std::function<void(Record&&)>& visit) const;
    std::vector<Answer> answers_to(const Id<Question>& question) const;  // ascending by date, then id
    void for_each_head(const std::function<void(QuestionHead&&)>& visit) const;
    void for_each_head(const std::function<void(AnswerHead&&)>& visit) const;

    // Vectors from outside the library. Writing them counts as writing their question; the model, and taking
    // all of them away, is no change of a record.
    std::optional<KeptModel> embedding_model() const;
    void set_embedding_model(const KeptModel& model);                              // there is none yet
    std::vector<KeptEmbedding> embeddings_of(const Id<Question>& question) const;  // ascending by document
    void put_embedding(const Id<Question>& question, const KeptEmbedding& embedding);
    void drop_embedding(const Id<Question>& question, const std::string& document);
    void drop_embeddings();  // all of them, and the model

    // What was committed after `revision`: each record once, at its last change, ascending by revision, type,
    // id.
    std::vector<Change> changes_since(std::uint64_t revision) const;

    // Everything that is wrong with the records themselves: damage found by SQLite, references to nothing.
    std::vector<Problem> check() const;

    // Makes sure no trace of removed records is left in the files (free pages, write-ahead log), except their
    // ids in the log of changes. Rewrites the whole database: takes seconds per GB and as much free disk. Not
    // in a transaction; StoreError when a reader still holds an older revision.
    void scrub();

    // The connection, for the files of this folder.
    class Connection;
    Connection& connection() const noexcept;

  private:
    explicit Store(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace m150::inline v0
