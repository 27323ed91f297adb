#include "libm150/search/postings.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <limits>

namespace m150::inline v0::indexing {

namespace {

// Counts from this one on are not told apart in most(). Sixteen words of weight 1; hardly any document has a
// word so often.
constexpr std::uint32_t counts_told = 64;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

std::size_t size_of(const std::string& name, const Postings& postings) {
    constexpr std::size_t entry = 160;  // of a table, about
    return entry + name.size() + postings.bytes();
}

std::vector<Posting> read(const Xapian::Database& database, const std::string& name) {
    std::vector<Posting> list;
    list.reserve(database.get_termfreq(name));
    const Xapian::PostingIterator end = database.postlist_end(name);
    for (Xapian::PostingIterator at = database.postlist_begin(name); at != end; ++at)
        list.push_back({*at, at.get_wdf()});
    return list;
}

}  // namespace

Postings::Postings(std::vector<Posting> list, const Documents& documents) : list_(std::move(list)) {
    std::array<std::uint32_t, counts_told + 1> shortest;
    shortest.fill(none);
    std::uint32_t largest = 0;
    for (const Posting& posting : list_) {
        std::uint32_t& length = shortest[std::min(posting.count, counts_told)];
        length = std::min(length, documents.length(posting.document));
        largest = std::max(largest, posting.count);
    }
    for (std::uint32_t count = 0; count <= counts_told; ++count) {
        if (shortest[count] == none) continue;
        shortest_.emplace_back(count == counts_told ? largest : count, shortest[count]);
    }
}

std::uint64_t Postings::frequency(const Mask* mask) const {
    if (mask == nullptr) return list_.size();
    std::uint64_t masked = 0;
    for (const Posting& posting : list_)
        masked += mask->contains(posting.document) ? 1 : 0;
    return list_.size() - masked;
}

std::uint32_t Postings::count_in(std::uint32_t document) const {
    const auto at = std::lower_bound(list_.begin(), list_.end(), document,
                                     [](const Posting& p, std::uint32_t d) { return p.document < d; });
    return at == list_.end() || at->document != document ? 0 : at->count;
}

double Postings::most(const Bm25& formula, double factor) const {
    double most = 0.0;
    for (const auto& [count, length] : shortest_)
        most = std::max(most, formula.share(factor, count, length));
    return most;
}

std::size_t Postings::bytes() const noexcept {
    return list_.size() * sizeof list_[0] + shortest_.size() * sizeof shortest_[0] + sizeof *this;
}

std::shared_ptr<const Postings> PostingCache::find(const Xapian::Database& database,
                                                   const Documents& documents, const std::string& name) {
    {
        const std::lock_guard guard(mutex_);
        if (auto known = recall(name)) return known;
    }
    // Without the lock: others need not wait. Two may read the same; they read the same.
    auto postings = std::make_shared<const Postings>(read(database, name), documents);
    const std::lock_guard guard(mutex_);
    keep(name, postings);
    return postings;
}

std::shared_ptr<const Postings> PostingCache::recall(const std::string& name) {
    if (const auto young = young_.find(name); young != young_.end()) return young->second;
    const auto old = old_.find(name);
    if (old == old_.end()) return nullptr;
    std::shared_ptr<const Postings> postings = std::move(old->second);
    old_bytes_ -= size_of(name, *postings);
    old_.erase(old);
    keep(name, postings);
    return postings;
}

void PostingCache::keep(const std::string& name, const std::shared_ptr<const Postings>& postings) {
    const std::size_t size = size_of(name, *postings);
    if (size > most_ / 2) return;
    if (young_bytes_ + size > most_ / 2) {
        old_ = std::exchange(young_, {});
        old_bytes_ = std::exchange(young_bytes_, 0);
    }
    if (young_.emplace(name, postings).second) young_bytes_ += size;
}

std::size_t PostingCache::bytes() const {
    const std::lock_guard guard(mutex_);
    return young_bytes_ + old_bytes_;
}

}  // namespace m150::inline v0::indexing
