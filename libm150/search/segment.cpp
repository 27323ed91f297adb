#include "libm150/search/segment.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace m150::inline v0::indexing {

namespace {

constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

bool by_key(const Prepared& a, const Prepared& b) {
    return a.stored->key < b.stored->key;
}

// The best `limit` of `documents`, of each group the best. Mostly few are wanted of many: so a piece of the
// order is made, and a larger one only when groups swallowed too much of it.
template <class Better, class GroupOf>
std::vector<std::uint32_t> best_of(std::vector<std::uint32_t> documents, std::size_t limit,
                                   const Better& before, const GroupOf& group_of) {
    std::size_t piece = limit;
    while (true) {
        piece = piece > documents.size() / 2 ? documents.size() : piece * 2;
        const auto middle = documents.begin() + static_cast<std::ptrdiff_t>(piece);
        std::partial_sort(documents.begin(), middle, documents.end(), before);
        std::vector<std::uint32_t> best;
        std::unordered_set<std::string_view> groups;
        for (std::size_t i = 0; i < piece && best.size() < limit; ++i) {
            const std::string_view group = group_of(documents[i]);
            if (group.empty() || groups.insert(group).second) best.push_back(documents[i]);
        }
        if (best.size() == limit || piece == documents.size()) return best;
        piece *= 2;
    }
}

}  // namespace

Segment::Segment(std::vector<Prepared> documents) {
    std::stable_sort(documents.begin(), documents.end(), by_key);
    std::unordered_map<std::string_view, std::vector<Posting>> inverted;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Prepared& document = documents[i];
        if (i + 1 < documents.size() && documents[i + 1].stored->key == document.stored->key) continue;
        const auto number = static_cast<std::uint32_t>(documents_.size());
        append(document.stored);
        for (const auto& [name, count] : document.terms)
            inverted[name].push_back({number, count});
    }
    std::vector<std::string_view> names;
    names.reserve(inverted.size());
    for (const auto& entry : inverted)
        names.push_back(entry.first);
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names) {
        add_term(std::string(name));
        const std::vector<Posting>& list = inverted[name];
        postings_.insert(postings_.end(), list.begin(), list.end());
    }
    starts_.push_back(postings_.size());
}

Segment::Segment(const Masked<Segment>& a, const Masked<Segment>& b) {
    // Both are in order of key: one walk gives every document its new number.
    const Masked<Segment>* sides[2] = {&a, &b};
    std::vector<std::uint32_t> numbers[2];
    std::size_t at[2] = {0, 0};
    for (int side = 0; side < 2; ++side)
        numbers[side].assign(sides[side]->part->documents_.size(), gone);
    while (at[0] < numbers[0].size() || at[1] < numbers[1].size()) {
        const auto key = [&](int side) -> const std::string& {
            return sides[side]->part->documents_[at[side]]->key;
        };
        int side = 0;
        if (at[0] == numbers[0].size()) side = 1;
        if (side == 0 && at[1] < numbers[1].size() && key(1) < key(0)) side = 1;
        const std::size_t document = at[side]++;
        if (sides[side]->mask && sides[side]->mask->contains(static_cast<std::uint32_t>(document))) continue;
        numbers[side][document] = static_cast<std::uint32_t>(documents_.size());
        append(sides[side]->part->documents_[document]);
    }
    std::size_t term[2] = {0, 0};
    const auto& terms = [&](int side) -> const std::vector<std::string>& {
        return sides[side]->part->terms_;
    };
    const auto left = [&](int side) { return term[side] < terms(side).size(); };
    while (left(0) || left(1)) {
        const bool first = left(0) && (!left(1) || terms(0)[term[0]] <= terms(1)[term[1]]);
        std::string name = first ? terms(0)[term[0]] : terms(1)[term[1]];
        std::vector<Posting> list;
        for (int side = 0; side < 2; ++side) {
            if (!left(side) || terms(side)[term[side]] != name) continue;
            for (const Posting& posting : sides[side]->part->postings_at(term[side]++)) {
                const std::uint32_t number = numbers[side][posting.document];
                if (number != gone) list.push_back({number, posting.count});
            }
        }
        if (list.empty()) continue;
        std::sort(list.begin(), list.end(),
                  [](const Posting& x, const Posting& y) { return x.document < y.document; });
        add_term(std::move(name));
        postings_.insert(postings_.end(), list.begin(), list.end());
    }
    starts_.push_back(postings_.size());
}

void Segment::append(std::shared_ptr<const Stored> document) {
    length_ += document->length;
    embeddings_.add(static_cast<std::uint32_t>(documents_.size()), document->embedding);
    given_.add(static_cast<std::uint32_t>(documents_.size()), document->given);
    documents_.push_back(std::move(document));
}

std::span<const Segment::Posting> Segment::postings(std::string_view name) const {
    const auto found = std::lower_bound(terms_.begin(), terms_.end(), name);
    if (found == terms_.end() || *found != name) return {};
    return postings_at(static_cast<std::size_t>(found - terms_.begin()));
}

std::vector<std::uint64_t> Segment::frequencies(const std::vector<std::string>& names,
                                                const Mask* mask) const {
    std::vector<std::uint64_t> result;
    for (const std::string& name : names) {
        const auto list = postings(name);
        std::uint64_t masked = 0;
        if (mask != nullptr) {
            for (const Posting& posting : list)
                masked += mask->contains(posting.document) ? 1 : 0;
        }
        result.push_back(list.size() - masked);
    }
    return result;
}

std::vector<char> Segment::passing(const std::vector<std::vector<std::string>>& filters) const {
    std::vector<char> passing(documents_.size(), 1);
    for (const std::vector<std::string>& any : filters) {
        std::vector<char> satisfied(documents_.size(), 0);
        for (const std::string& name : any) {
            for (const Posting& posting : postings(name))
                satisfied[posting.document] = 1;
        }
        for (std::size_t i = 0; i < passing.size(); ++i)
            passing[i] = static_cast<char>(passing[i] & satisfied[i]);
    }
    return passing;
}

std::vector<Candidate> Segment::search(const Plan& plan, const Mask* mask) const {
    const std::vector<char> passing =
        plan.filters.empty() ? std::vector<char>() : this->passing(plan.filters);
    const auto admitted = [&](std::uint32_t document) {
        const Date date = documents_[document]->date;
        return (passing.empty() || passing[document] != 0) && !(plan.from && date < *plan.from) &&
               !(plan.to && date > *plan.to) && !(mask != nullptr && mask->contains(document));
    };
    constexpr double untouched = -1.0;
    constexpr double refused = -2.0;
    std::vector<double> scores(documents_.size(), untouched);
    std::vector<std::uint32_t> matches;
    for (const PlannedTerm& term : plan.terms) {
        for (const Posting& posting : postings(term.name)) {
            double& score = scores[posting.document];
            if (score == untouched) {
                score = admitted(posting.document) ? 0.0 : refused;
                if (score != refused) matches.push_back(posting.document);
            }
            if (score == refused) continue;
            score += plan.formula.share(term.factor, posting.count, documents_[posting.document]->length);
        }
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    };
    const auto group_of = [&](std::uint32_t document) -> std::string_view {
        return documents_[document]->group;
    };
    std::vector<Candidate> result;
    for (const std::uint32_t document : best_of(std::move(matches), plan.limit, before, group_of)) {
        const Stored& stored = *documents_[document];
        result.push_back({scores[document], stored.key, stored.group, stored.date, document});
    }
    return result;
}

std::vector<Explanation> Segment::explain(const Plan& plan,
                                          const std::vector<std::uint32_t>& documents) const {
    std::vector<Explanation> result;
    for (const std::uint32_t document : documents) {
        Explanation explanation{documents_[document]->payload, {}};
        for (const PlannedTerm& term : plan.terms) {
            const auto list = postings(term.name);
            const auto found =
                std::lower_bound(list.begin(), list.end(), document,
                                 [](const Posting& p, std::uint32_t d) { return p.document < d; });
            if (found == list.end() || found->document != document) continue;
            const double share = plan.formula.share(term.factor, found->count, documents_[document]->length);
            explanation.shares.push_back({term.term, share});
        }
        result.push_back(std::move(explanation));
    }
    return result;
}

std::uint32_t Segment::count_in(std::string_view name, std::uint32_t document) const {
    const auto list = postings(name);
    const auto found = std::lower_bound(list.begin(), list.end(), document,
                                        [](const Posting& p, std::uint32_t d) { return p.document < d; });
    return found != list.end() && found->document == document ? found->count : 0;
}

std::vector<double> Segment::scores(const Plan& plan, const std::vector<std::uint32_t>& documents) const {
    std::vector<double> result;
    for (const std::uint32_t document : documents) {
        double score = 0.0;
        for (const PlannedTerm& term : plan.terms) {
            score +=
                plan.formula.share(term.factor, count_in(term.name, document), documents_[document]->length);
        }
        result.push_back(score);
    }
    return result;
}

std::optional<DocumentSet> Segment::excluded(const Plan& plan, const Mask* mask) const {
    if (plan.filters.empty() && !plan.from && !plan.to && mask == nullptr) return std::nullopt;
    const std::vector<char> satisfied = plan.filters.empty() ? std::vector<char>() : passing(plan.filters);
    DocumentSet result(static_cast<std::uint32_t>(documents_.size()));
    for (std::uint32_t document = 0; document < documents_.size(); ++document) {
        const Date date = documents_[document]->date;
        if ((!satisfied.empty() && satisfied[document] == 0) || (plan.from && date < *plan.from) ||
            (plan.to && date > *plan.to) || (mask != nullptr && mask->contains(document)))
            result.add(document);
    }
    return result;
}

void Segment::visit_holding(const std::string& name, const std::function<bool(std::uint32_t)>& visit) const {
    for (const Posting& posting : postings(name)) {
        if (!visit(posting.document)) return;
    }
}

std::vector<std::optional<Found>> Segment::find(const std::vector<std::string>& keys,
                                                const Mask* mask) const {
    std::vector<std::optional<Found>> result;
    for (const std::string& key : keys) {
        const auto at =
            std::lower_bound(documents_.begin(), documents_.end(), key,
                             [](const auto& stored, const std::string& k) { return stored->key < k; });
        const auto number = static_cast<std::uint32_t>(at - documents_.begin());
        const bool there =
            at != documents_.end() && (*at)->key == key && !(mask != nullptr && mask->contains(number));
        result.push_back(there ? std::optional(Found{number, (*at)->length}) : std::nullopt);
    }
    return result;
}

std::vector<std::string> Segment::keys(const Mask* mask) const {
    std::vector<std::string> result;
    for (std::uint32_t i = 0; i < documents_.size(); ++i) {
        if (mask == nullptr || !mask->contains(i)) result.push_back(documents_[i]->key);
    }
    return result;
}

std::uint64_t Segment::count(const std::string& name, const Plan& plan, const Mask* mask,
                             std::uint64_t most) const {
    const auto holds = [](std::span<const Posting> list, std::uint32_t document) {
        const auto at = std::lower_bound(list.begin(), list.end(), document,
                                         [](const Posting& p, std::uint32_t d) { return p.document < d; });
        return at != list.end() && at->document == document;
    };
    std::vector<std::vector<std::span<const Posting>>> filters;
    for (const std::vector<std::string>& any : plan.filters) {
        auto& lists = filters.emplace_back();
        for (const std::string& filter : any)
            lists.push_back(postings(filter));
    }
    std::uint64_t counted = 0;
    for (const Posting& posting : postings(name)) {
        if (counted >= most) break;
        const std::uint32_t document = posting.document;
        const Date date = documents_[document]->date;
        const bool dated = !(plan.from && date < *plan.from) && !(plan.to && date > *plan.to);
        if (!dated || (mask != nullptr && mask->contains(document))) continue;
        counted += std::all_of(filters.begin(), filters.end(), [&](const auto& lists) {
            return std::any_of(lists.begin(), lists.end(),
                               [&](const auto& list) { return holds(list, document); });
        });
    }
    return counted;
}

std::vector<std::string> Segment::names(const std::string& beginning) const {
    std::vector<std::string> result;
    for (auto at = std::lower_bound(terms_.begin(), terms_.end(), beginning);
         at != terms_.end() && at->starts_with(beginning); ++at) {
        result.push_back(*at);
    }
    return result;
}

void Segment::for_each(const Mask* mask, const std::function<void(Prepared&&)>& visit) const {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> held(documents_.size());
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        for (const Posting& posting : postings_at(term)) {
            held[posting.document].emplace_back(static_cast<std::uint32_t>(term), posting.count);
        }
    }
    for (std::uint32_t i = 0; i < documents_.size(); ++i) {
        if (mask != nullptr && mask->contains(i)) continue;
        Prepared document{documents_[i], {}};
        for (const auto& [term, count] : held[i])
            document.terms.emplace_back(terms_[term], count);
        visit(std::move(document));
    }
}

}  // namespace m150::inline v0::indexing
