// The parts of which a view of the index consists: one generation on disk and a few segments in memory.
// Internal.
//
// Each part holds documents that are never changed. What is replaced or removed later is masked by the view.
// Counts of documents and terms are taken over all parts and without what is masked, so that a result depends
// on the documents alone and not on how they are spread over parts.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "libm150/search/bm25.hpp"
#include "libm150/search/document_set.hpp"
#include "libm150/search/embeddings.hpp"
#include "libm150/search/index.hpp"

namespace m150::inline v0::indexing {

// A set of documents of one part that do not count any more.
class Mask {
  public:
    bool contains(std::uint32_t document) const noexcept {
        const std::size_t word = document / 64;
        return word < bits_.size() && ((bits_[word] >> (document % 64)) & 1U) != 0;
    }
    // The first masked document with this number or a higher one.
    std::optional<std::uint32_t> next(std::uint32_t document) const noexcept;
    // `length` of the document in quarters. Masking a document twice is masking it once.
    void add(std::uint32_t document, std::uint32_t length);

    std::uint64_t documents() const noexcept { return documents_; }
    std::uint64_t length() const noexcept { return length_; }

  private:
    std::vector<std::uint64_t> bits_;
    std::uint64_t documents_ = 0;
    std::uint64_t length_ = 0;
};

struct PlannedTerm {
    std::string name;      // in the index
    std::size_t term = 0;  // in the query
    double factor = 0.0;   // weight times idf; above 0
};

// A search request, worked out for the documents of one view.
struct Plan {
    std::vector<PlannedTerm> terms;                 // ascending by `term`
    std::vector<std::vector<std::string>> filters;  // names in the index; every inner list holds one at least
    std::optional<Date> from;
    std::optional<Date> to;
    std::size_t limit = 0;
    Bm25 formula{0, 0, 0};
};

struct Candidate {
    double score = 0.0;
    std::string key;
    std::string group;
    Date date;
    std::uint32_t document = 0;  // number in its part
    std::size_t part = 0;        // of the view, in order; a part leaves it 0
};

struct Explanation {
    std::string payload;
    std::vector<TermShare> shares;
};

struct Found {
    std::uint32_t document = 0;
    std::uint32_t length = 0;
};

// Immutable; may be used from any number of threads. A mask may be null.
class Part {
  public:
    virtual ~Part() = default;

    virtual std::uint64_t documents() const noexcept = 0;  // masked ones included
    virtual std::uint64_t length() const noexcept = 0;     // of all its documents, in quarters
    // How many documents that are not masked hold each term. `names` need not be sorted.
    virtual std::vector<std::uint64_t> frequencies(const std::vector<std::string>& names,
                                                   const Mask* mask) const = 0;
    // The best plan.limit documents, of each group only the best, in order: by score, descending, then by
    // key.
    virtual std::vector<Candidate> search(const Plan& plan, const Mask* mask) const = 0;
    // In the order of `documents`.
    virtual std::vector<Explanation> explain(const Plan& plan,
                                             const std::vector<std::uint32_t>& documents) const = 0;
    // One for each key, in the same order; empty where the part has no such document or masks it.
    virtual std::vector<std::optional<Found>> find(const std::vector<std::string>& keys,
                                                   const Mask* mask) const = 0;
    // What search() would score each of `documents` with, filters aside.
    virtual std::vector<double> scores(const Plan& plan,
                                       const std::vector<std::uint32_t>& documents) const = 0;
    // Documents that filters or dates of the plan keep out, and masked ones. Null: no document.
    virtual std::optional<DocumentSet> excluded(const Plan& plan, const Mask* mask) const = 0;
    // Calls visit(document) for each document that holds the term, masked ones included, ascending, as long
    // as that returns true.
    virtual void visit_holding(const std::string& name,
                               const std::function<bool(std::uint32_t)>& visit) const = 0;
    // In the semantic space, and where the index's model puts them. Valid as long as the part.
    virtual const Embeddings& embeddings() const = 0;
    virtual const Embeddings& given() const = 0;
    // Everything of a candidate but its score.
    virtual Candidate candidate(std::uint32_t document) const = 0;
    virtual std::string payload(std::uint32_t document) const = 0;
    virtual std::vector<std::string> keys(const Mask* mask) const = 0;  // in any order
    // How many documents that are not masked hold the term and pass the plan's filters and dates, counting no
    // further than `most`: takes time in proportion to what it passes over.
    virtual std::uint64_t count(const std::string& name, const Plan& plan, const Mask* mask,
                                std::uint64_t most) const = 0;
    // The names of terms that begin with `beginning`, ascending; masked documents' terms may be among them.
    virtual std::vector<std::string> names(const std::string& beginning) const = 0;
};

// A part as a view sees it.
template <class Kind>
struct Masked {
    std::shared_ptr<const Kind> part;
    std::shared_ptr<const Mask> mask;  // null: nothing is masked

    std::uint64_t documents() const { return part->documents() - (mask ? mask->documents() : 0); }
    std::uint64_t length() const { return part->length() - (mask ? mask->length() : 0); }
};

// Best first: by score, then by key.
inline bool better(const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
}

// Sorts, keeps of each group the best (documents without a group stand alone) and at most `limit` in all.
void keep_best(std::vector<Candidate>& candidates, std::size_t limit);

}  // namespace m150::inline v0::indexing
