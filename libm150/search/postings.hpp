// The postings of a generation's terms, taken out of Xapian's compressed lists and kept while they are in
// use. Internal.
//
// Xapian decodes a list anew for every question, and looks the length of every document up in a list of its
// own. Questions use the same words again and again; so what was decoded once is kept, within bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "libm150/search/bm25.hpp"
#include "libm150/search/documents.hpp"
#include "libm150/search/part.hpp"

namespace Xapian {
class Database;
}

namespace m150::inline v0::indexing {

struct Posting {
    std::uint32_t document = 0;
    std::uint32_t count = 0;  // in quarters; 0 for a filter
};

// Of one term. Immutable.
class Postings {
  public:
    Postings() = default;
    // `list` ascending by document, each of which `documents` knows.
    Postings(std::vector<Posting> list, const Documents& documents);

    const std::vector<Posting>& list() const noexcept { return list_; }
    std::uint64_t frequency(const Mask* mask) const;       // documents that hold the term and are not masked
    std::uint32_t count_in(std::uint32_t document) const;  // 0 when it does not hold the term
    // The largest share that the term has in any of its documents, or a little more.
    double most(const Bm25& formula, double factor) const;
    std::size_t bytes() const noexcept;

  private:
    std::vector<Posting> list_;
    // For the counts that there are, ascending: the length of the shortest document with such a count. The
    // last may stand for several, by the largest of them and the shortest of their documents.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shortest_;
};

// Postings by name of the term. May be used from any number of threads; a database by one at a time.
class PostingCache {
  public:
    // Keeps about so many bytes at most, those used lately.
    explicit PostingCache(std::size_t bytes) : most_(bytes) {}

    // Of a term that the database does not hold: empty. Throws Xapian::Error.
    std::shared_ptr<const Postings> find(const Xapian::Database& database, const Documents& documents,
                                         const std::string& name);
    std::size_t bytes() const;

  private:
    using Table = std::unordered_map<std::string, std::shared_ptr<const Postings>>;

    // Both with the lock held.
    std::shared_ptr<const Postings> recall(const std::string& name);
    void keep(const std::string& name, const std::shared_ptr<const Postings>& postings);

    const std::size_t most_;
    mutable std::mutex mutex_;
    // When the young half is full it becomes the old one and the old one goes: what is still in use was taken
    // back in time.
    Table young_, old_;
    std::size_t young_bytes_ = 0, old_bytes_ = 0;
};

}  // namespace m150::inline v0::indexing
