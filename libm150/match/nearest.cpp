#include "libm150/match/nearest.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "libm150/search/dot.hpp"

namespace m150::inline v0 {

namespace {

// The vectors of the items one after the other; of an item without one, zeros.
class Rows {
  public:
    explicit Rows(const std::vector<Likeness>& items) {
        for (const Likeness& item : items)
            width_ = std::max(width_, item.vector.size());
        values_.resize(items.size() * width_);
        for (std::size_t i = 0; i < items.size(); ++i) {
            std::copy(items[i].vector.begin(), items[i].vector.end(),
                      values_.begin() + static_cast<std::ptrdiff_t>(i * width_));
            const auto squares = static_cast<double>(semantic::dot(row(i), row(i)));
            inverse_lengths_.push_back(squares > 0.0 ? 1.0 / std::sqrt(squares) : 0.0);
        }
    }
    // Of an item with the first `item` ones.
    void cosines(std::size_t item, std::vector<double>& result) {
        products_.resize(item);
        semantic::dots(row(item), values_.data(), item, products_.data());
        result.resize(item);
        for (std::size_t i = 0; i < item; ++i)
            result[i] = products_[i] * inverse_lengths_[i] * inverse_lengths_[item];
    }

  private:
    std::span<const std::int8_t> row(std::size_t item) const {
        return std::span(values_).subspan(item * width_, width_);
    }

    std::size_t width_ = 0;
    std::vector<std::int8_t> values_;
    std::vector<double> inverse_lengths_;
    std::vector<std::int32_t> products_;
};

// The topics of the items as bits, so that what two of them share is counted 64 at a time.
class Topics {
  public:
    explicit Topics(const std::vector<Likeness>& items) {
        std::vector<int> all;
        for (const Likeness& item : items)
            all.insert(all.end(), item.topics.begin(), item.topics.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        width_ = (all.size() + 63) / 64;
        bits_.resize(items.size() * width_, 0);
        for (std::size_t i = 0; i < items.size(); ++i) {
            sizes_.push_back(static_cast<int>(items[i].topics.size()));
            for (const int topic : items[i].topics) {
                const auto bit =
                    static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), topic) - all.begin());
                bits_[i * width_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
            }
        }
    }
    // Topics of both over topics of either (Jaccard).
    double shared(std::size_t a, std::size_t b) const {
        int both = 0;
        for (std::size_t word = 0; word < width_; ++word) {
            const std::uint64_t common = bits_[a * width_ + word] & bits_[b * width_ + word];
            if (common != 0) both += std::popcount(common);  // mostly there are none
        }
        return both > 0 ? static_cast<double>(both) / (sizes_[a] + sizes_[b] - both) : 0.0;
    }

  private:
    std::size_t width_ = 0;
    std::vector<std::uint64_t> bits_;
    std::vector<int> sizes_;
};

// Keeps the best few, in order; of equals the one that came first.
void keep(std::vector<Neighbour>& best, std::size_t most, Neighbour candidate) {
    if (best.size() == most && candidate.weight <= best.back().weight) return;
    if (best.size() == most) best.pop_back();
    const auto place =
        std::upper_bound(best.begin(), best.end(), candidate,
                         [](const Neighbour& a, const Neighbour& b) { return a.weight > b.weight; });
    best.insert(place, candidate);
}

}  // namespace

std::vector<std::vector<Neighbour>> nearest(const std::vector<Likeness>& items,
                                            const NearestOptions& options) {
    std::vector<std::vector<Neighbour>> result(items.size());
    if (options.most == 0) return result;
    Rows rows(items);
    const Topics topics(items);
    std::vector<double> cosines;
    std::vector<double> likeness(items.size() * items.size(), 0.0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        rows.cosines(i, cosines);
        for (std::size_t j = 0; j < i; ++j) {
            const double alike = cosines[j] + options.shared_topic * topics.shared(i, j);
            likeness[i * items.size() + j] = likeness[j * items.size() + i] = alike;
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::vector<Neighbour>& best = result[i];
        best.reserve(options.most + 1);
        for (std::size_t j = 0; j < items.size(); ++j) {
            const double alike = likeness[i * items.size() + j];
            if (j != i && alike > 0.0) keep(best, options.most, {j, alike});
        }
        double total = 0.0;
        for (Neighbour& neighbour : best) {
            neighbour.weight *= neighbour.weight;
            total += neighbour.weight;
        }
        for (Neighbour& neighbour : best)
            neighbour.weight /= total;
    }
    return result;
}

}  // namespace m150::inline v0
