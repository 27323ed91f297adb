// The best few of many, without sorting them all.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

// Keeps the `limit` best of what it is offered: higher score first, equal scores by ascending id. The result
// does not depend on the order of the offers. `Id` needs operator< and should be unique among the offers;
// equal pairs count separately. One offer costs O(log limit) at worst and one comparison when the score is
// too low.
template <class Id>
class TopK {
  public:
    struct Entry {
        Id id;
        double score = 0.0;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    explicit TopK(std::size_t limit) : limit_(limit) {}

    // Throws InvalidInput when the score is not a number: it has no place in an order.
    void offer(Id id, double score) {
        if (std::isnan(score)) {
            throw InvalidInput(Problem{"top-k", "a score is not a number", "a number, or an infinity",
                                       "leave out what has no score"});
        }
        if (!would_keep(id, score)) return;
        if (entries_.size() == limit_) {
            std::pop_heap(entries_.begin(), entries_.end(), better);
            entries_.pop_back();
        }
        entries_.push_back({std::move(id), score});
        std::push_heap(entries_.begin(), entries_.end(), better);
    }

    // Whether an offer of this would be kept now: lets a caller skip making what will not be.
    bool would_keep(const Id& id, double score) const {
        if (entries_.size() < limit_) return true;
        if (limit_ == 0) return false;
        const Entry& worst = entries_.front();
        return score > worst.score || (score == worst.score && id < worst.id);
    }

    std::size_t size() const noexcept { return entries_.size(); }
    bool full() const noexcept { return entries_.size() == limit_; }
    // The lowest score that is kept. Requires size() > 0.
    double worst_score() const { return entries_.front().score; }

    // The entries, best first; the object is empty afterwards.
    std::vector<Entry> take() {
        std::vector<Entry> result = std::exchange(entries_, {});
        std::sort(result.begin(), result.end(), better);
        return result;
    }

  private:
    static bool better(const Entry& a, const Entry& b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    }

    std::size_t limit_;
    std::vector<Entry> entries_;  // a heap with the worst on top
};

}  // namespace m150::inline v0
