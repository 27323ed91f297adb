#include "libm150/match/nearest.hpp"

#include <algorithm>
#include <cmath>

namespace m150::inline v0 {

namespace {

// The vectors of the items as rows of 16 bits, which the compiler multiplies eight at a time.
class Rows {
  public:
    explicit Rows(const std::vector<Likeness>& items) {
        for (const Likeness& item : items)
            width_ = std::max(width_, item.vector.size());
        values_.resize(items.size() * width_);
        for (std::size_t i = 0; i < items.size(); ++i) {
            std::copy(items[i].vector.begin(), items[i].vector.end(),
                      values_.begin() + static_cast<std::ptrdiff_t>(i * width_));
            norms_.push_back(std::sqrt(static_cast<double>(dot(i, i))));
        }
    }
    double cosine(std::size_t a, std::size_t b) const {
        const double lengths = norms_[a] * norms_[b];
        return lengths > 0.0 ? static_cast<double>(dot(a, b)) / lengths : 0.0;
    }

  private:
    // At most 127 * 127 * width: 32 bits hold it up to a width of 133,000.
    std::int32_t dot(std::size_t a, std::size_t b) const {
        const std::int16_t* x = values_.data() + a * width_;
        const std::int16_t* y = values_.data() + b * width_;
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < width_; ++i)
            sum += static_cast<std::int32_t>(x[i]) * static_cast<std::int32_t>(y[i]);
        return sum;
    }

    std::size_t width_ = 0;
    std::vector<std::int16_t> values_;
    std::vector<double> norms_;
};

// Topics of both over topics of either (Jaccard).
double shared(std::span<const int> a, std::span<const int> b) {
    std::size_t both = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        both += *x == *y ? 1 : 0;
        const int left = *x;
        if (left <= *y) ++x;
        if (*y <= left) ++y;
    }
    const std::size_t either = a.size() + b.size() - both;
    return either > 0 ? static_cast<double>(both) / static_cast<double>(either) : 0.0;
}

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
    const Rows rows(items);
    std::vector<double> likeness(items.size() * items.size(), 0.0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double alike =
                rows.cosine(i, j) + options.shared_topic * shared(items[i].topics, items[j].topics);
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
