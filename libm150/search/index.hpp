// The search index: documents in, ranked hits out. Derived from the records, thrown away and rebuilt at will.
//
// On disk an index is a row of generations. A published generation is never modified: what came after it
// lives in a small delta in memory, which also masks the documents it replaces. A merge writes the next
// generation; the old one goes when the last view lets it go.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libm150/base/date.hpp"
#include "libm150/base/export.hpp"
#include "libm150/base/reason.hpp"
#include "libm150/search/analysis.hpp"
#include "libm150/search/query.hpp"
#include "libm150/search/semantic_space.hpp"

namespace m150::inline v0 {

enum class FieldKind {
    title,
    text,
    lead,    // the first lines of an answer, which mostly say in other words what was asked
    answer,  // the rest of it
};

struct IndexField {
    FieldKind kind = FieldKind::text;
    std::string text;
};

// Filters that a document gets from its texts, by what they begin with: an abbreviation that it explains
// ("abbreviation:bot bedrijfsopvangteam"), and a word in small letters that the language does not know
// ("word:...").
inline constexpr const char* abbreviation_filter = "abbreviation:";
inline constexpr const char* word_filter = "word:";

// One searchable unit. The index knows nothing of what it stands for.
struct IndexDocument {
    // Unique in the index; also breaks ties, ascending. 1 to 1,000 bytes without a NUL.
    std::string key;
    // Of hits with the same group only the best is returned; documents without a group stand alone. At most
    // 1,000 bytes without a NUL.
    std::string group;
    std::vector<IndexField> fields;     // UTF-8
    std::vector<std::string> concepts;  // matched by QueryTerm::Kind::concept_id (topics)
    // "audience:public", "by:GM0355", ...: matched by SearchRequest::filters.
    std::vector<std::string> filters;
    Date date;
    std::string payload;  // given back with a hit, byte for byte
    // Where a model outside the library puts it (docs/embeddings.md): as many components as its
    // EmbeddingModel says, or none.
    Embedding given;
};

// Whose vectors documents are given: those of another model, or of another size, cannot be compared.
struct EmbeddingModel {
    std::string name;           // empty: documents are given none
    std::size_t dimension = 0;  // 1 to max_embedding_dimension

    friend bool operator==(const EmbeddingModel&, const EmbeddingModel&) = default;
};
inline constexpr std::size_t max_embedding_dimension = 4096;

// What places the documents of an index, beside their words.
struct IndexMeaning {
    // Made with the rules of the index's analysis. Null: words have no meaning.
    std::shared_ptr<const SemanticSpace> space;
    EmbeddingModel given;
};

// What is made of the meaning of words (docs/semantics.md).
struct SemanticOptions {
    // Keep of every document where it lies in the semantic space of its language, if there is one.
    bool on = true;
    // A word of the question means what the space says, and what the documents that hold it have in common
    // beyond all others: that counts so much, relative to the former, for a word that the space knows ...
    double known_words = 0.5;  // 0..10
    // ... and for one that it does not know, taken to be as rare as any.
    double unknown_words = 1.0;  // 0..10
    // Words in more documents than this have no such meaning: it takes time in proportion.
    std::uint64_t most_documents = 1000;

    friend bool operator==(const SemanticOptions&, const SemanticOptions&) = default;
};

// How terms are weighted. Changing the first group makes another index; the others only the ranking.
struct IndexOptions {
    AnalysisOptions analysis;
    // How much one word counts for in each place, in steps of a quarter, 0.25 to 16 (quarters are kept
    // exactly).
    double title_weight = 2.0;
    double text_weight = 1.0;
    double lead_weight = 0.75;
    // Words that make the first lines of an answer, when no paragraph ends before: for whoever makes the
    // documents. 1 to 10,000.
    std::size_t lead_words = 50;
    double answer_weight = 0.25;
    double concept_weight = 1.0;
    // A compound's part, or a word that was written as two ("body cam"), relative to a word of its own: 0
    // (left out) to 1.
    double part_weight = 0.5;

    // BM25 (Robertson et al. 1994): saturation of repeated words, and how much long documents are discounted
    // (0..1).
    double k1 = 1.2;
    double b = 0.75;
    // A delta of more documents than this, or than a hundredth of the generation if that is more, is merged
    // at the next apply().
    std::uint64_t merge_at = 1000;
    SemanticOptions semantic;

    friend bool operator==(const IndexOptions&, const IndexOptions&) = default;
};

struct SearchRequest {
    Query query;
    // Every inner list must be satisfied by at least one of its filters. An empty inner list is satisfied by
    // nothing.
    std::vector<std::vector<std::string>> filters;
    std::optional<Date> from;    // documents dated on or after
    std::optional<Date> to;      // on or before
    std::size_t limit = 100;     // hits wanted
    std::size_t explained = 10;  // how many of the first hits get their payload and term shares
    bool meaning = false;        // hits get their cosine and embedding
    // So many of the documents that are nearest to the question in meaning are hits as well, whatever words
    // they hold. Requires `meaning`.
    std::size_t nearest = 0;
    // Where the model that documents were given vectors by puts the question; hits get their given_cosine.
    // Empty: they do not.
    Embedding given;
    // So many of the documents whose vectors are nearest to it are hits as well, whatever words they hold.
    std::size_t nearest_given = 0;
};

struct TermShare {
    std::size_t term = 0;  // index into Query::terms
    double share = 0.0;    // part of the hit's score
};

struct Hit {
    std::string key;
    std::string group;
    Date date;
    double score = 0.0;             // BM25; when explained the sum of the shares, exactly
    std::string payload;            // explained hits only
    std::vector<TermShare> shares;  // explained hits only; ascending by term
    // When SearchRequest::meaning is set: of the angle between question and document in the semantic
    // space, -1..1, 0 when one of them is not known there; and where the document lies in it.
    double cosine = 0.0;
    Embedding embedding;
    // When SearchRequest::given is: of the angle between it and the vector that the document was given,
    // -1..1; 0 when it was given none.
    double given_cosine = 0.0;
};

struct SearchResult {
    std::vector<Hit> hits;  // best first; ties by key. Those found by meaning alone add to `limit`
    // What a document would score that held every term of the query endlessly often, words that occur nowhere
    // included (as rare as can be; of synonyms and compounds with a known part only what is known). So score
    // / best_possible compares across questions, and is low when the question is about something unheard of.
    double best_possible = 0.0;
    std::vector<double> term_weights;  // per term of the query: its part of best_possible (0: occurs nowhere)
};

// The index as it was at one moment. Cheap to copy; immutable; used from any number of threads; stays valid
// whatever the index does afterwards.
//
// A result depends on the documents alone: the same documents give the same result, bit for bit, in whatever
// order they were written, replaced and merged, in memory and on disk. Documents that a filter keeps from the
// hits do count in the weights of terms; those that with() hides do not. What words mean is taken from the
// documents that no filter or date keeps out, and from the semantic space.
//
// Throws StoreError when the files of the index cannot be read; then rebuild it.
class M150_EXPORT SearchView {
  public:
    SearchView();  // of an empty index
    // Throws InvalidInput for a SearchRequest::given that is not of the index's model's size.
    SearchResult search(const SearchRequest& request) const;
    // Gives hits that this view found for `request` their payload and term shares: for whoever chooses among
    // the hits first. A hit that is not in the view stays as it is.
    void explain(const SearchRequest& request, std::vector<Hit>& hits) const;
    // How many documents that the request's filters and dates let through hold the stem of a word, or a
    // filter, counting no further than `most`. The request's query is passed over.
    enum class Held { word, filter };
    std::uint64_t count(Held kind, const std::string& held, const SearchRequest& among,
                        std::uint64_t most) const;
    // The filters that begin with `beginning`, ascending, each once; without it. Documents that nobody may
    // see, or that were removed lately, may be what some are of: see count().
    std::vector<std::string> filters(const std::string& beginning) const;
    // The payload of the document with this key.
    std::optional<std::string> payload(const std::string& key) const;
    // The vector that the document with this key was given; empty: none.
    Embedding given(const std::string& key) const;
    std::uint64_t given_vectors() const;  // how many documents were given one
    std::uint64_t documents() const noexcept;
    std::uint64_t revision() const noexcept;
    // Keys of all documents, ascending: for checking against the records.
    std::vector<std::string> keys() const;
    // A view without the documents in `hidden` (unknown keys are passed over), with `added` in their place or
    // beside them. The cost is that of analysing `added`, and some microseconds for each that is hidden.
    SearchView with(const std::vector<std::string>& hidden, const std::vector<IndexDocument>& added) const;
    // The same documents ranked by other options; costs nothing. Throws InvalidInput when they would make
    // another index.
    SearchView ranked_by(const IndexOptions& options) const;

    struct State;

  private:
    friend class SearchIndex;
    explicit SearchView(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// The writer. Not thread-safe: its owner holds a mutex, and sees to it that no other process writes in the
// directory. Errors: InvalidInput for options and documents that cannot be taken, StoreError for what goes
// wrong on disk. A method that throws has changed nothing.
class M150_EXPORT SearchIndex {
  public:
    // `directory` is made when absent and `writable`; empty means: in memory. When it is not `writable`, the
    // index takes everything that a writable one does, but keeps it in memory. An index made by another
    // analysis, schema or Xapian version, or a damaged one, counts as absent: revision() is 0, and whoever
    // keeps the records rebuilds it.
    // Another space or model makes another index. With semantic.on off the space is not used.
    SearchIndex(std::filesystem::path directory, const IndexOptions& options, bool writable,
                IndexMeaning meaning);
    // With the space inside the library, and without given vectors.
    SearchIndex(std::filesystem::path directory, const IndexOptions& options, bool writable);
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;
    ~SearchIndex();

    const Analyzer& analyzer() const noexcept;
    // Revision of the records that the newest generation, or the delta, reflects.
    std::uint64_t revision() const noexcept;
    SearchView view() const;

    // Documents removed and written since the last call, in this order, visible in the next view(). A
    // document with a known key replaces it; of several with one key the last counts. Merges when the delta
    // has grown past IndexOptions::merge_at; if the disk has no room for that, the delta stays in memory and
    // another try is made when it has grown as much again.
    void apply(const std::vector<IndexDocument>& written, const std::vector<std::string>& removed,
               std::uint64_t revision);

    // Streams documents into a new generation and publishes it: for loads and rebuilds of any size in bounded
    // memory. `write` calls the function it is given for each document; when it throws, nothing has changed.
    using Add = std::function<void(const IndexDocument&)>;
    // On top of what there is. Throws InvalidInput when a key is not new.
    void extend(std::uint64_t revision, const std::function<void(const Add&)>& write);
    // Instead of what there is. Throws InvalidInput when a key comes twice.
    void rebuild(std::uint64_t revision, const std::function<void(const Add&)>& write);

    // Writes generation and delta into a new generation without any trace of removed documents. The files of
    // the old one go when the last view of it does.
    void merge();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace m150::inline v0
