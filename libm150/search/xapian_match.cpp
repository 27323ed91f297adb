#include "libm150/search/xapian_match.hpp"

#include <xapian.h>

#include <algorithm>
#include <optional>

namespace m150::inline v0::indexing {

namespace {

// Our formula as Xapian calls it. The factor of a term, which holds its idf, comes with OP_SCALE_WEIGHT, and
// Xapian's own statistics are not used: they would count what is masked and not count the other parts.
class PlannedWeight final : public Xapian::Weight {
  public:
    explicit PlannedWeight(const Bm25& formula) : formula_(formula) {
        need_stat(WDF);
        need_stat(DOC_LENGTH);
        need_stat(WDF_MAX);
        need_stat(DOC_LENGTH_MIN);
    }
    PlannedWeight* clone() const override { return new PlannedWeight(formula_); }
    void init(double factor) override { factor_ = factor; }
    double get_sumpart(Xapian::termcount count, Xapian::termcount length, Xapian::termcount) const override {
        return formula_.share(factor_, count, length);
    }
    double get_maxpart() const override {
        const Xapian::termcount count = get_wdf_upper_bound();
        // One step of the grid more, for rounding.
        return formula_.share(factor_, count, std::max(count, get_doclength_lower_bound())) + 0x1p-32;
    }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0.0; }
    double get_maxextra() const override { return 0.0; }

  private:
    Bm25 formula_;
    double factor_ = 0.0;
};

class Unmasked final : public Xapian::MatchDecider {
  public:
    explicit Unmasked(const Mask& mask) : mask_(mask) {}
    bool operator()(const Xapian::Document& document) const override {
        return !mask_.contains(document.get_docid());
    }

  private:
    const Mask& mask_;
};

Xapian::Query filter_query(const Plan& plan) {
    std::vector<Xapian::Query> all;
    for (const std::vector<std::string>& any : plan.filters) {
        all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
    }
    if (plan.from && plan.to) {
        all.emplace_back(Xapian::Query::OP_VALUE_RANGE, date_slot, encode_date(*plan.from),
                         encode_date(*plan.to));
    } else if (plan.from) {
        all.emplace_back(Xapian::Query::OP_VALUE_GE, date_slot, encode_date(*plan.from));
    } else if (plan.to) {
        all.emplace_back(Xapian::Query::OP_VALUE_LE, date_slot, encode_date(*plan.to));
    }
    return all.empty() ? Xapian::Query() : Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
}

Xapian::Query query_of(const Plan& plan) {
    std::vector<Xapian::Query> terms;
    for (const PlannedTerm& term : plan.terms) {
        terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.name), term.factor);
    }
    const Xapian::Query words(Xapian::Query::OP_OR, terms.begin(), terms.end());
    const bool filtered = !plan.filters.empty() || plan.from || plan.to;
    return filtered ? Xapian::Query(Xapian::Query::OP_FILTER, words, filter_query(plan)) : words;
}

// Documents that hold the term and are masked: two ascending lists, walked with leaps.
std::uint64_t masked_frequency(const Xapian::Database& database, const std::string& name, const Mask& mask) {
    std::uint64_t both = 0;
    Xapian::PostingIterator posting = database.postlist_begin(name);
    const Xapian::PostingIterator end = database.postlist_end(name);
    std::optional<std::uint32_t> masked = mask.next(0);
    while (masked && posting != end) {
        posting.skip_to(*masked);
        if (posting == end) break;
        if (*posting == *masked) {
            ++both;
            masked = mask.next(*masked + 1);
        } else {
            masked = mask.next(*posting);
        }
    }
    return both;
}

// The hits with what they show; without those of the last score unless they are `complete`.
std::vector<Candidate> candidates_of(const Identities& identities, const Xapian::MSet& hits, bool complete) {
    std::vector<Candidate> result;
    if (hits.empty()) return result;
    const double last = hits.back().get_weight();
    for (Xapian::MSetIterator hit = hits.begin(); hit != hits.end(); ++hit) {
        const double score = hit.get_weight();
        if (!complete && score == last) break;
        const Identity identity = identities.of(*hit);
        result.push_back(
            {score, std::string(identity.key), std::string(identity.group), identity.date, *hit});
    }
    return result;
}

}  // namespace

// Xapian orders by score alone. The hits before the last score are all there; of those with the last score
// others may not have been fetched, unless everything was. So a little more is fetched than wanted, and more
// again when many hits tie at the end or are of the same group.
std::vector<Candidate> search(const Xapian::Database& database, const Identities& identities,
                              const Plan& plan, const Mask* mask) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query_of(plan));
    enquire.set_weighting_scheme(PlannedWeight(plan.formula));
    std::optional<Unmasked> unmasked;
    if (mask != nullptr) unmasked.emplace(*mask);
    const std::uint64_t all = database.get_doccount();
    for (std::uint64_t wanted = std::min<std::uint64_t>(plan.limit, all) + 8;; wanted *= 4) {
        const auto fetched = static_cast<Xapian::doccount>(std::min(wanted, all));
        const Xapian::MSet hits = enquire.get_mset(0, fetched, 0, nullptr, unmasked ? &*unmasked : nullptr);
        const bool complete = hits.size() < fetched || fetched == all;
        std::vector<Candidate> result = candidates_of(identities, hits, complete);
        keep_best(result, plan.limit);
        if (complete || result.size() == plan.limit) return result;
    }
}

std::vector<std::uint64_t> frequencies(const Xapian::Database& database,
                                       const std::vector<std::string>& names, const Mask* mask) {
    std::vector<std::uint64_t> result;
    for (const std::string& name : names) {
        const std::uint64_t all = database.get_termfreq(name);
        result.push_back(all == 0 || mask == nullptr ? all : all - masked_frequency(database, name, *mask));
    }
    return result;
}

std::vector<Explanation> explain(const Xapian::Database& database, const Plan& plan,
                                 const std::vector<std::uint32_t>& documents) {
    std::vector<const PlannedTerm*> by_name;
    for (const PlannedTerm& term : plan.terms)
        by_name.push_back(&term);
    std::sort(by_name.begin(), by_name.end(),
              [](const PlannedTerm* a, const PlannedTerm* b) { return a->name < b->name; });
    std::vector<Explanation> result;
    for (const std::uint32_t document : documents) {
        Explanation explanation;
        explanation.payload = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
        const Xapian::termcount length = database.get_doclength(document);
        Xapian::TermIterator held = database.termlist_begin(document);
        const Xapian::TermIterator end = database.termlist_end(document);
        for (const PlannedTerm* term : by_name) {
            held.skip_to(term->name);
            if (held == end) break;
            if (*held != term->name) continue;
            explanation.shares.push_back(
                {term->term, plan.formula.share(term->factor, held.get_wdf(), length)});
        }
        std::sort(explanation.shares.begin(), explanation.shares.end(),
                  [](const TermShare& a, const TermShare& b) { return a.term < b.term; });
        result.push_back(std::move(explanation));
    }
    return result;
}

}  // namespace m150::inline v0::indexing
