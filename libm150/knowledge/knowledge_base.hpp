// The writer: records in, snapshots out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/export.hpp"
#include "libm150/knowledge/embeddings.hpp"
#include "libm150/knowledge/knowledge_base_options.hpp"
#include "libm150/knowledge/meeting_results.hpp"
#include "libm150/knowledge/snapshot.hpp"
#include "libm150/record/schema.hpp"
#include "libm150/store/load.hpp"
#include "libm150/store/store.hpp"

namespace m150::inline v0 {

// The semantic space by which words are compared (docs/semantics.md).
struct SpaceInfo {
    bool own = false;         // the knowledge base's (use_space); else the one inside the library
    std::uint64_t words = 0;  // that it knows; 0: there is none for the language
    std::size_t dimension = 0;
    std::uint64_t hash = 0;                          // tells spaces apart
    std::map<std::string, std::string> description;  // how it was learned, and from what
    // Why the knowledge base's own is not used, or knows less than it could.
    std::optional<Problem> problem;
};

// What record_outcome() wrote.
struct RecordedOutcome {
    Outcome outcome;
    std::vector<std::string> notices;  // in words: a merged municipality that was resolved to its successor
};

// One knowledge base: a directory with records and an index, or the same in memory. All methods may be called
// from any thread; they wait for each other. Snapshots do not wait for anything.
//
// Errors: InvalidInput for records and arguments that cannot be taken, StoreError for what goes wrong on
// disk. A method that throws has changed nothing.
class M150_EXPORT KnowledgeBase {
  public:
    // Options that are given are kept in the directory (configuration.json), and hold whenever it is opened.
    // Without any the defaults hold, those of a later libm150 too.
    static KnowledgeBase create(const std::filesystem::path& directory,
                                const std::optional<KnowledgeBaseOptions>& options = {});
    // Opening repairs what a crash left between records and index. At most one process has a base open for
    // writing. Options that are given hold until the base is closed, instead of those kept in the directory;
    // when they make another index, it is rebuilt.
    static KnowledgeBase open(const std::filesystem::path& directory, Access access = Access::read_write,
                              const std::optional<KnowledgeBaseOptions>& options = {});
    static KnowledgeBase in_memory(const std::optional<KnowledgeBaseOptions>& options = {});

    KnowledgeBase(KnowledgeBase&&) noexcept;
    KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
    ~KnowledgeBase();  // what was not committed is rolled back

    // Opens a transaction; InvalidInput when one is open already.
    void begin();

    // Each opens a transaction when none is open; it ends at commit() or rollback(). They return notices in
    // words (a merged municipality that was resolved to its successor).
    template <class Record>
    std::vector<std::string> add(const Record& record);  // its id must be new
    template <class Record>
    std::vector<std::string> replace(const Record& record);  // its id must be known
    template <class Record>
    void remove(const Id<Record>& id);  // nothing may refer to it

    // Adds what became of a question, as it is told: what is left out (who asked, when, on which topics) is
    // filled in from the question when that is stored, and an empty id becomes "outcome-1" or the next number
    // that is free. Returns the outcome as it was written, and add()'s notices.
    // Throws what add() throws. InvalidInput, here as in add(), replace() and load(), when it contradicts
    // what was told before of its question: that the same pair, or the same municipality however it was
    // asked, did help and did not (who declined did not), or that nobody answered it when it was helped by
    // then. A verdict that has changed is told by replace() of the outcome that says otherwise.
    RecordedOutcome record_outcome(Outcome told);

    // A whole directory (docs/data-formats.md): all or nothing. Commits, unless a transaction was open
    // already.
    LoadReport load(const std::filesystem::path& directory, const LoadOptions& options = {});
    LoadReport load_vac(const std::filesystem::path& file, const VacOptions& options);
    // What a meeting brought: who came, how talks were rated, who was brought into contact, what was asked.
    // All or nothing; commits as load() does. A list that is read again changes nothing. No names of people
    // and no contact data are taken: columns other than those asked for are left out, and said. InvalidInput
    // lists every problem as file:line:column, with the nearest name for a municipality, topic or speaker
    // that is not known.
    MeetingImport import_meeting(const Id<Meeting>& meeting, const MeetingFiles& files);
    void export_to(const std::filesystem::path& directory) const;

    std::uint64_t commit();  // the revision afterwards; later snapshots see what was written
    void rollback() noexcept;
    bool in_transaction() const noexcept;
    std::uint64_t revision() const;

    // Of the last commit. A read-only base looks first whether the writer has committed since.
    Snapshot snapshot(const SnapshotOptions& options = {}) const;

    // Makes a removed record's words disappear from every file: frees the store's pages and merges the index.
    // Snapshots taken before keep what they show until they are let go.
    void scrub();

    // Verifies records, index and graph against each other; empty when all is well. Of a document in the
    // index it compares the texts that are kept with it, not the terms that were made of them; of the graph
    // the evidence, and how many ties there are. Of a semantic space of its own, whether it can be used. And
    // whether the day that snapshot() takes for today lies so far beyond the others that it must be a slip.
    std::vector<Problem> check() const;
    // Makes the index anew from the records.
    void rebuild_index(const ProgressFn& progress = {});

    // Finds and ranks by these options from now on, and keeps them in the directory. Rebuilds the index when
    // they make another one; InvalidInput in a transaction.
    void configure(const KnowledgeBaseOptions& options);
    KnowledgeBaseOptions options() const;

    // Words mean from now on what the semantic space in a file says, as `m150-bench learn-space` writes it;
    // null: what the one inside the library says. It is kept in the directory (space.bin), or in memory, and
    // the index is made anew. InvalidInput when the file is damaged or was made for another language or other
    // rules, and in a transaction. What opening finds in the directory and cannot use is passed over, and
    // told by space() and check().
    void use_space(const std::optional<std::filesystem::path>& file);
    SpaceInfo space() const;

    // Vectors from outside the library (docs/embeddings.md), of one model at a time: which documents are near
    // a question then counts in what is found. They are kept beside the records; a vector counts as long as
    // the text is the one that it was made of. Each of these is a commit of its own. InvalidInput for vectors
    // of another model or dimension than those that are kept (drop them first), and in a transaction.
    //
    // Vectors of these questions; those of others stay. InvalidInput, with all that is wrong, for a shape
    // that does not fit, unknown questions, questions that come twice, and numbers that are not finite.
    void set_embeddings(const GivenEmbeddings& given);
    // Has every document placed that has no vector, and from now on what is written at its commit() (which
    // throws what the embedder throws, and leaves the transaction open), and every question that is asked.
    // The embedder itself is not kept: it is given again after opening. A base that is read-only only asks it
    // where questions lie. Null: it is not used any more.
    void use_embedder(std::shared_ptr<const TextEmbedder> embedder, const ProgressFn& progress = {});
    void drop_embeddings();                            // all of them, and the embedder
    std::optional<EmbeddingsInfo> embeddings() const;  // null: there is no model

    const std::filesystem::path& directory() const noexcept;  // empty for in_memory()
    Access access() const noexcept;

    struct State;

  private:
    explicit KnowledgeBase(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace m150::inline v0
