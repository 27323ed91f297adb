#include "libm150/search/view.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_set>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/search/bm25.hpp"
#include "libm150/search/semantic_search.hpp"

namespace m150::inline v0 {

namespace {

using indexing::Candidate;
using indexing::Direction;
using indexing::Mask;
using indexing::Part;
using indexing::Place;
using indexing::Plan;

// Is `term` made of the word that was typed as `word`, be it with others?
bool made_of(const QueryTerm& term, const std::string& word) {
    if (term.origin == word) return true;
    if (term.kind != QueryTerm::Kind::joined || term.origin.size() <= word.size()) return false;
    const auto blank = [](char c) { return std::string_view(" \t\r\n").find(c) != std::string_view::npos; };
    return (term.origin.starts_with(word) && blank(term.origin[word.size()])) ||
           (term.origin.ends_with(word) && blank(term.origin[term.origin.size() - word.size() - 1]));
}

// Whether an unknown term of the query is a word that nothing else stands for: a compound of which a part is
// known is not missed, and neither is a word of a compound that is known.
bool is_missed(const Query& query, std::size_t unknown, const std::vector<std::uint64_t>& frequencies) {
    if (query.terms[unknown].kind != QueryTerm::Kind::word) return false;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (i != unknown && frequencies[i] > 0 && made_of(query.terms[i], query.terms[unknown].origin))
            return false;
    }
    return true;
}

void add_filters(const SearchRequest& request, Plan& plan) {
    plan.from = request.from;
    plan.to = request.to;
    for (const std::vector<std::string>& any : request.filters) {
        std::vector<std::string>& named = plan.filters.emplace_back();
        for (const std::string& filter : any)
            named.push_back(indexing::filter_term(filter));
    }
}

// Works out factors from the counts over all parts, and with them what the terms can be worth at most.
Plan plan_of(const SearchView::State& state, const SearchRequest& request, SearchResult& result) {
    const std::uint64_t documents = state.documents();
    const double average =
        documents == 0 ? 0.0 : static_cast<double>(state.length()) / static_cast<double>(documents);
    Plan plan;
    plan.formula = indexing::Bm25(state.options.k1, state.options.b, average);
    plan.limit = request.limit;
    add_filters(request, plan);

    std::vector<std::string> names;
    for (const QueryTerm& term : request.query.terms)
        names.push_back(indexing::term_name(term));
    std::vector<std::uint64_t> frequencies(names.size(), 0);
    state.for_each_part([&](const Part& part, const Mask* mask) {
        const std::vector<std::uint64_t> in_part = part.frequencies(names, mask);
        for (std::size_t i = 0; i < names.size(); ++i)
            frequencies[i] += in_part[i];
    });
    result.term_weights.assign(names.size(), 0.0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double factor = request.query.terms[i].weight * indexing::Bm25::idf(documents, frequencies[i]);
        if (!(factor > 0.0)) continue;
        if (frequencies[i] == 0) {
            if (is_missed(request.query, i, frequencies)) result.best_possible += plan.formula.limit(factor);
            continue;
        }
        plan.terms.push_back({std::move(names[i]), i, factor});
        result.term_weights[i] = plan.formula.limit(factor);
        result.best_possible += result.term_weights[i];
    }
    return plan;
}

// Hits of all parts in order; of each group the best.
std::vector<Candidate> best_hits(const SearchView::State& state, const Plan& plan) {
    std::vector<Candidate> all;
    std::size_t number = 0;
    state.for_each_part([&](const Part& part, const Mask* mask) {
        for (Candidate& candidate : part.search(plan, mask)) {
            candidate.part = number;
            all.push_back(std::move(candidate));
        }
        ++number;
    });
    indexing::keep_best(all, plan.limit);
    return all;
}

// Adds the documents of `nearest` whose group is not there yet, with what their words are worth.
void add_nearest(const SearchView::State& state, const Plan& plan, std::vector<Candidate> nearest,
                 std::vector<Candidate>& placed) {
    if (nearest.empty()) return;
    std::unordered_set<std::string> keys;
    std::unordered_set<std::string> groups;
    for (const Candidate& hit : placed) {
        keys.insert(hit.key);
        if (!hit.group.empty()) groups.insert(hit.group);
    }
    std::erase_if(nearest,
                  [&](const Candidate& c) { return keys.contains(c.key) || groups.contains(c.group); });
    std::size_t number = 0;
    state.for_each_part([&](const Part& part, const Mask*) {
        std::vector<std::uint32_t> documents;
        std::vector<Candidate*> candidates;
        for (Candidate& candidate : nearest) {
            if (candidate.part != number) continue;
            documents.push_back(candidate.document);
            candidates.push_back(&candidate);
        }
        ++number;
        if (documents.empty()) return;
        const std::vector<double> scores = part.scores(plan, documents);
        for (std::size_t i = 0; i < scores.size(); ++i)
            candidates[i]->score = scores[i];
    });
    placed.insert(placed.end(), std::make_move_iterator(nearest.begin()),
                  std::make_move_iterator(nearest.end()));
    std::sort(placed.begin(), placed.end(), indexing::better);
}

void say_meaning(const std::vector<Place>& places, const Direction& question,
                 const std::vector<Candidate>& placed, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto found = places[placed[i].part].part->embeddings().vector(placed[i].document);
        hits[i].cosine = question.cosine(found);
        hits[i].embedding.assign(found.begin(), found.end());
    }
}

void say_given(const std::vector<Place>& places, const Direction& question,
               const std::vector<Candidate>& placed, std::vector<Hit>& hits) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const Part& part = *places[placed[i].part].part;
        hits[i].given_cosine = question.cosine(part.given().vector(placed[i].document));
    }
}

void check_given(const SearchRequest& request, const EmbeddingModel& model) {
    if (request.given.empty() || request.given.size() == model.dimension) return;
    throw InvalidInput({"SearchRequest, field given",
                        "has " + std::to_string(request.given.size()) + " components",
                        "the " + std::to_string(model.dimension) + " of the index's model",
                        "place the question by the model that placed the documents"});
}

// Gives the first hits their payload and shares.
void explain_first(const SearchView::State& state, const Plan& plan, const std::vector<Candidate>& placed,
                   std::size_t explained, std::vector<Hit>& hits) {
    const std::size_t count = std::min(explained, hits.size());
    std::size_t number = 0;
    state.for_each_part([&](const Part& part, const Mask*) {
        std::vector<std::uint32_t> documents;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < count; ++i) {
            if (placed[i].part != number) continue;
            documents.push_back(placed[i].document);
            places.push_back(i);
        }
        ++number;
        if (documents.empty()) return;
        std::vector<indexing::Explanation> explanations = part.explain(plan, documents);
        for (std::size_t i = 0; i < places.size(); ++i) {
            hits[places[i]].payload = std::move(explanations[i].payload);
            hits[places[i]].shares = std::move(explanations[i].shares);
        }
    });
}

}  // namespace

SearchView::SearchView() : state_(std::make_shared<const State>()) {}
SearchView::SearchView(std::shared_ptr<const State> state) : state_(std::move(state)) {}

SearchResult SearchView::search(const SearchRequest& request) const {
    SearchResult result;
    const Plan plan = plan_of(*state_, request, result);
    const bool impossible =
        std::any_of(plan.filters.begin(), plan.filters.end(), [](const auto& any) { return any.empty(); });
    check_given(request, state_->given);
    const bool by_meaning = request.meaning && state_->space != nullptr;
    const bool others =
        (by_meaning && request.nearest > 0) || (!request.given.empty() && request.nearest_given > 0);
    if ((plan.terms.empty() && !others) || plan.limit == 0 || impossible) return result;
    std::vector<Candidate> placed = plan.terms.empty() ? std::vector<Candidate>() : best_hits(*state_, plan);
    std::vector<Place> places;
    if (by_meaning || !request.given.empty()) places = indexing::places_of(*state_, plan);
    Direction meant;
    if (by_meaning) {
        meant = indexing::SemanticSearch(*state_, places, request.query).question();
        add_nearest(*state_, plan, meant.nearest(places, &Part::embeddings, request.nearest), placed);
    }
    const Direction given(request.given);
    add_nearest(*state_, plan, given.nearest(places, &Part::given, request.nearest_given), placed);
    result.hits.reserve(placed.size());
    for (Candidate& hit : placed) {
        result.hits.push_back(
            {std::move(hit.key), std::move(hit.group), hit.date, hit.score, {}, {}, 0.0, {}, 0.0});
    }
    if (by_meaning) say_meaning(places, meant, placed, result.hits);
    if (!given.empty()) say_given(places, given, placed, result.hits);
    explain_first(*state_, plan, placed, request.explained, result.hits);
    return result;
}

void SearchView::explain(const SearchRequest& request, std::vector<Hit>& hits) const {
    if (hits.empty()) return;
    SearchResult result;
    const Plan plan = plan_of(*state_, request, result);
    std::vector<std::string> keys;
    for (const Hit& hit : hits)
        keys.push_back(hit.key);
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        std::vector<std::uint32_t> documents;
        std::vector<std::size_t> places;
        const std::vector<std::optional<indexing::Found>> found = part.find(keys, mask);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!found[i]) continue;
            documents.push_back(found[i]->document);
            places.push_back(i);
        }
        if (documents.empty()) return;
        std::vector<indexing::Explanation> explanations = part.explain(plan, documents);
        for (std::size_t i = 0; i < places.size(); ++i) {
            hits[places[i]].payload = std::move(explanations[i].payload);
            hits[places[i]].shares = std::move(explanations[i].shares);
        }
    });
}

std::uint64_t SearchView::count(Held kind, const std::string& held, const SearchRequest& among,
                                std::uint64_t most) const {
    Plan plan;
    add_filters(among, plan);
    const std::string name = kind == Held::word ? indexing::text_term(held) : indexing::filter_term(held);
    std::uint64_t counted = 0;
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        if (counted < most) counted += part.count(name, plan, mask, most - counted);
    });
    return counted;
}

std::vector<std::string> SearchView::filters(const std::string& beginning) const {
    const std::string begin = indexing::filter_term(beginning);
    std::vector<std::string> result;
    state_->for_each_part([&](const Part& part, const Mask*) {
        for (const std::string& name : part.names(begin))
            result.push_back(name.substr(begin.size()));
    });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::optional<std::string> SearchView::payload(const std::string& key) const {
    std::optional<std::string> result;
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        if (result) return;
        if (const auto found = part.find({key}, mask).front()) result = part.payload(found->document);
    });
    return result;
}

Embedding SearchView::given(const std::string& key) const {
    Embedding result;
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        const auto found = part.find({key}, mask).front();
        if (!found) return;
        const auto vector = part.given().vector(found->document);
        result.assign(vector.begin(), vector.end());
    });
    return result;
}

std::uint64_t SearchView::given_vectors() const {
    std::uint64_t count = 0;
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        const indexing::Embeddings& vectors = part.given();
        for (std::size_t row = 0; row < vectors.rows(); ++row)
            count += mask != nullptr && mask->contains(vectors.document(row)) ? 0 : 1;
    });
    return count;
}

std::uint64_t SearchView::documents() const noexcept {
    return state_->documents();
}
std::uint64_t SearchView::revision() const noexcept {
    return state_->revision;
}

std::vector<std::string> SearchView::keys() const {
    std::vector<std::string> result;
    state_->for_each_part([&](const Part& part, const Mask* mask) {
        for (std::string& key : part.keys(mask))
            result.push_back(std::move(key));
    });
    std::sort(result.begin(), result.end());
    return result;
}

SearchView SearchView::with(const std::vector<std::string>& hidden,
                            const std::vector<IndexDocument>& added) const {
    auto state = std::make_shared<State>(*state_);
    if (!state->analyzer) state->analyzer = std::make_shared<const Analyzer>(state->options.analysis);
    state->hide(hidden);
    state->add(added);
    return SearchView(std::move(state));
}

SearchView SearchView::ranked_by(const IndexOptions& options) const {
    indexing::check_options(options);
    auto state = std::make_shared<State>(*state_);
    if (!state->analyzer) state->analyzer = std::make_shared<const Analyzer>(state->options.analysis);
    const bool same = options.analysis == state->options.analysis &&
                      options.semantic.on == state->options.semantic.on &&
                      indexing::fingerprint(*state->analyzer, options) ==
                          indexing::fingerprint(*state->analyzer, state->options);
    if (!same) {
        throw InvalidInput({"IndexOptions", "would make another index",
                            "analysis and weights as the index was made with",
                            "open the knowledge base with these options, which rebuilds its index"});
    }
    state->options = options;
    return SearchView(std::move(state));
}

}  // namespace m150::inline v0
