#include "libm150/search/semantic_search.hpp"

#include <algorithm>
#include <cmath>

#include "libm150/search/dot.hpp"
#include "libm150/search/prepared.hpp"

namespace m150::inline v0::indexing {

namespace {

double length_of(const std::vector<std::int64_t>& vector) {
    double squares = 0.0;
    for (const std::int64_t component : vector)
        squares += static_cast<double>(component) * static_cast<double>(component);
    return std::sqrt(squares);
}

// Words of the question, and what misspelt ones were read as. What else is looked for (synonyms, topics) is
// near to them anyway.
bool says_itself(const QueryTerm& term) {
    return term.kind == QueryTerm::Kind::word || term.kind == QueryTerm::Kind::correction;
}

// Whether a word of the question that nothing knows may be taken for its parts: this is one of them.
bool part_of(const QueryTerm& term, const QueryTerm& word) {
    return term.kind == QueryTerm::Kind::part && term.origin == word.origin;
}

}  // namespace

SemanticSearch::SemanticSearch(const SearchView::State& state, const std::vector<Place>& places,
                               const Query& query)
    : state_(state), places_(places), together_(state.space->dimension(), 0), question_sum_(together_) {
    for (const Place& place : places_)
        add_together(place);
    for (const QueryTerm& term : query.terms) {
        if (!says_itself(term) || add(term.term, term.weight)) continue;
        for (const QueryTerm& other : query.terms) {
            if (part_of(other, term)) add(other.term, term.weight);
        }
    }
    question_ = Direction(rounded(question_sum_));
}

void SemanticSearch::add_together(const Place& place) {
    const Embeddings& embeddings = place.part->embeddings();
    documents_ += embeddings.rows();
    for (std::size_t d = 0; d < embeddings.sum().size(); ++d)
        together_[d] += embeddings.sum()[d];
    if (!place.excluded) return;
    place.excluded->for_each([&](std::uint32_t document) {
        const auto vector = embeddings.vector(document);
        if (!vector.empty()) --documents_;
        for (std::size_t d = 0; d < vector.size(); ++d)
            together_[d] -= vector[d];
    });
}

std::uint64_t SemanticSearch::beyond_mean(const std::string& stem, Sum& common) const {
    const std::uint64_t most = state_.options.semantic.most_documents;
    std::vector<const std::int8_t*> vectors;
    for (const Place& place : places_) {
        const Embeddings& embeddings = place.part->embeddings();
        place.part->visit_holding(text_term(stem), [&](std::uint32_t document) {
            if (place.excluded && place.excluded->contains(document)) return true;
            const auto vector = embeddings.vector(document);
            if (!vector.empty()) vectors.push_back(vector.data());
            return vectors.size() <= most;
        });
    }
    common.assign(together_.size(), 0);
    if (vectors.size() > most) return vectors.size();
    constexpr std::size_t at_once = 100'000;
    for (std::size_t begin = 0; begin < vectors.size(); begin += at_once) {
        std::vector<std::int32_t> sum(common.size(), 0);
        semantic::add_all(std::span(vectors).subspan(begin, std::min(at_once, vectors.size() - begin)), sum);
        for (std::size_t d = 0; d < sum.size(); ++d)
            common[d] += sum[d];
    }
    for (std::size_t d = 0; d < common.size(); ++d) {
        common[d] = common[d] * static_cast<std::int64_t>(documents_) -
                    together_[d] * static_cast<std::int64_t>(vectors.size());
    }
    return vectors.size();
}

bool SemanticSearch::add(const std::string& stem, double times) {
    const SemanticOptions& options = state_.options.semantic;
    const auto known = state_.space->find(stem);
    // The weight of what the documents say, in units of the space.
    double weight = state_.space->unknown_scale() * options.unknown_words;
    if (known) {
        for (std::size_t d = 0; d < question_sum_.size(); ++d)
            question_sum_[d] += std::llround(times * known->scale * known->vector[d]);
        weight = known->scale * std::sqrt(static_cast<double>(semantic::dot(known->vector, known->vector))) *
                 options.known_words;
        if (!(weight > 0.0)) return true;
    }
    Sum common;
    const std::uint64_t count = beyond_mean(stem, common);
    const double length = length_of(common);
    for (std::size_t d = 0; length > 0.0 && d < common.size(); ++d)
        question_sum_[d] += std::llround(static_cast<double>(common[d]) / length * (weight * times));
    return known || count > 0;
}

}  // namespace m150::inline v0::indexing
