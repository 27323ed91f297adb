#include "libm150/search/nearest_documents.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "libm150/search/dot.hpp"
#include "libm150/solve/top_k.hpp"

namespace m150::inline v0::indexing {

namespace {

// A document by its key, which breaks ties.
struct ByKey {
    std::uint32_t document = 0;
    const Part* part = nullptr;
    friend bool operator<(const ByKey& a, const ByKey& b) {
        return a.part->candidate(a.document).key < b.part->candidate(b.document).key;
    }
};

}  // namespace

std::vector<Place> places_of(const SearchView::State& state, const Plan& plan) {
    std::vector<Place> places;
    state.for_each_part([&](const Part& part, const Mask* mask) {
        places.push_back({&part, part.excluded(plan, mask)});
    });
    return places;
}

Direction::Direction(Embedding vector) : vector_(std::move(vector)) {
    if (!vector_.empty()) inverse_length_ = Embeddings::inverse_length(vector_);
}

double Direction::cosine(std::span<const std::int8_t> document) const {
    if (document.empty() || vector_.empty()) return 0.0;
    return static_cast<double>(semantic::dot(vector_, document)) * Embeddings::inverse_length(document) *
           inverse_length_;
}

std::vector<Candidate> Direction::nearest_in(const Place& place, const Embeddings& vectors,
                                             std::size_t wanted) const {
    constexpr std::size_t at_once = 1024;
    std::array<std::int32_t, at_once> products;
    std::array<double, at_once> cosines;
    // More than wanted, as of one group only the best is kept; and more again when that was not enough.
    for (std::size_t piece = std::min(wanted, vectors.rows()) + 8;; piece *= 4) {
        TopK<ByKey> nearest(piece);
        for (std::size_t begin = 0; begin < vectors.rows(); begin += at_once) {
            const std::size_t end = std::min(begin + at_once, vectors.rows());
            semantic::dots(vector_, vectors.first_of(begin), end - begin, products.data());
            for (std::size_t row = begin; row < end; ++row) {
                cosines[row - begin] = static_cast<double>(products[row - begin]) *
                                       vectors.inverse_length_of(row) * inverse_length_;
            }
            for (std::size_t row = begin; row < end; ++row) {
                const double cosine = cosines[row - begin];
                if (nearest.full() && cosine < nearest.worst_score()) continue;
                const std::uint32_t document = vectors.document(row);
                if (place.excluded && place.excluded->contains(document)) continue;
                nearest.offer({document, place.part}, cosine);
            }
        }
        const auto near = nearest.take();
        std::vector<Candidate> best;
        for (const auto& one : near) {
            best.push_back(place.part->candidate(one.id.document));
            best.back().score = one.score;
        }
        keep_best(best, wanted);
        if (best.size() == wanted || near.size() < piece) return best;
    }
}

std::vector<Candidate> Direction::nearest(const std::vector<Place>& places, VectorsOf vectors,
                                          std::size_t wanted) const {
    std::vector<Candidate> all;
    if (vector_.empty() || wanted == 0) return all;
    for (std::size_t number = 0; number < places.size(); ++number) {
        const Place& place = places[number];
        for (Candidate& candidate : nearest_in(place, (place.part->*vectors)(), wanted)) {
            candidate.part = number;
            all.push_back(std::move(candidate));
        }
    }
    keep_best(all, wanted);
    return all;
}

}  // namespace m150::inline v0::indexing
